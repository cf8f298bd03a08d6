//! HTML to the model: the same blocks and inlines as from everything else.

use super::Context;
use super::block::paragraphs;
use crate::json::Value;
use crate::model::{Block, Inline};
use crate::report::WarningCode;

/// Reads HTML as blocks. `at` is the value that holds it, for warnings.
pub(super) fn blocks<'t>(html: &'t str, at: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    cx.warn(WarningCode::Html, at, &["HTML is not read yet, shown as text"]);
    paragraphs(html)
}

/// Reads HTML as running text: block elements become line breaks. `at` is the value that holds it, for warnings.
pub(super) fn inlines<'t>(html: &'t str, at: &Value, cx: &mut Context) -> Vec<Inline<'t>> {
    cx.warn(WarningCode::Html, at, &["HTML is not read yet, shown as text"]);
    super::spans::lines(crate::text::body(html))
}
