//! Stub for the reader of HTML in builds without the feature `html`; its error says that HTML is needed.
//!
//! So the page's first module can be small: its script fetches the module that reads HTML, and reads again.

use crate::json::Value;
use crate::model::{Block, Inline};
use crate::read::Context;
use crate::read::capabilities::html_needed;

/// Notes that HTML is needed, so that the page asks the module that reads it.
pub(in crate::read) fn blocks<'t>(_: &'t str, _: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    cx.needs(html_needed());
    Vec::new()
}

/// Does the same for running text.
pub(in crate::read) fn inlines<'t>(html: &'t str, at: &Value, cx: &mut Context) -> Vec<Inline<'t>> {
    blocks(html, at, cx);
    Vec::new()
}
