//! The room that a block takes, by the names that editors give it.

use crate::json::Value;
use crate::model::Layout;
use crate::read::Context;

/// The most columns of a grid of pictures.
pub(in crate::read) const MAX_COLUMNS: i64 = 6;

/// The layout that a block of our own format names.
pub(in crate::read) fn read_layout(value: &Value, cx: &mut Context) -> Layout {
    let named = cx.choice_of(value, "layout", Layout::NAMES).and_then(|layout| Layout::ALL.get(layout));
    named.copied().unwrap_or_default()
}
