//! In the place of the other formats and of HTML: the answer that they are needed.
//!
//! So the page's first module can be small: its script fetches the one that has them, and asks again.

use super::Context;
use super::format::Format;
use crate::json::Value;
use crate::model::Block;

/// Whether every format is read here.
pub(super) const COMPLETE: bool = false;

/// No other format.
pub(super) const OTHERS: &[Format] = &[];

/// Leaves documents that are stored as text as they are.
pub(crate) fn unfold(_: &mut Value) {}

/// Notes that HTML is not read here.
pub(super) fn html<'t>(_: &'t str, _: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    cx.formats_needed = true;
    Vec::new()
}
