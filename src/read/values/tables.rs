//! Tables of all formats.

use crate::model::{Block, Cell, Table};

/// Converts a first row with one cell above several columns to the caption of a table without one: screen readers would
/// read it as the header of the first column.
pub(in crate::read) fn promote_title(mut table: Table) -> Table {
    let first = table.head.first().or(table.rows.first()).map(Vec::as_slice);
    if let Some([Cell { colspan: Some(_), rowspan: None, body, .. }]) = first
        && let [Block::Paragraph(title)] = body.as_slice()
        && table.caption.is_empty()
        && table.head.len() + table.rows.len() > 1
    {
        table.caption = title.content.clone();
        let rows = if table.head.is_empty() { &mut table.rows } else { &mut table.head };
        rows.remove(0);
    }
    table
}
