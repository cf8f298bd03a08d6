//! Stub for the reader of HTML in builds without the feature `html`: its error says that HTML is needed.
//!
//! So the page's first module can be small: its script fetches the one that reads HTML, and asks again.

use crate::json::Value;
use crate::model::{Block, Inline};
use crate::read::Context;
use crate::read::capabilities::html_needed;

/// HTML is not read here, which is a reason to ask the module that reads it.
pub(in crate::read) fn blocks<'t>(_: &'t str, _: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    cx.needs(html_needed());
    Vec::new()
}

/// Likewise as running text.
pub(in crate::read) fn inlines<'t>(html: &'t str, at: &Value, cx: &mut Context) -> Vec<Inline<'t>> {
    blocks(html, at, cx);
    Vec::new()
}
