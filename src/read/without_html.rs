//! In the place of the reader of HTML: the answer that it is needed.
//!
//! So the page's first module can be small: its script fetches the one that reads HTML, and asks again.

use super::Context;
use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Block, Inline};

/// HTML is not read here, which is a reason to ask the module that reads it.
pub(super) fn blocks<'t>(_: &'t str, _: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    cx.needs(Error::new(ErrorCode::HtmlNeeded, &["HTML is not read here"]));
    Vec::new()
}

/// Likewise as running text.
pub(super) fn inlines<'t>(html: &'t str, at: &Value, cx: &mut Context) -> Vec<Inline<'t>> {
    blocks(html, at, cx);
    Vec::new()
}
