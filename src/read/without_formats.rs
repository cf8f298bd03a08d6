//! In the place of the other formats and of HTML: the answer that they are needed.
//!
//! So the page's first module can be small: its script fetches the one that has them, and asks again.

use super::Context;
use super::format::Format;
use crate::json::Value;
use crate::model::Block;
use crate::report::WarningCode;

/// Whether every format is read here.
pub(super) const COMPLETE: bool = false;

/// No other format.
pub(super) const OTHERS: &[Format] = &[];

/// Leaves documents that are stored as text as they are.
pub(crate) fn unfold(_: &mut Value) {}

/// HTML is not read here, which is a reason to ask the module that has the formats.
pub(super) fn html<'t>(_: &'t str, at: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    cx.warn(WarningCode::Html, at, &["HTML, which this module does not read"]);
    Vec::new()
}
