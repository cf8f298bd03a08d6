//! Tables.

use super::Renderer;
use super::block::tight;
use super::inline::write_inlines;
use super::labels::Label;
use super::limits::MAX_COLUMNS;
use super::names::{Attr, Tag};
use crate::model::{Cell, CellAlign, Row, Table};
use crate::report::WarningCode;
use crate::text::ascii;
use crate::text::template;

/// Writes a table in a box that scrolls when it is too wide, and that can be reached by keyboard then.
pub(super) fn write_table(r: &mut Renderer, table: &Table) {
    r.tables += 1;
    let id = r.numbered_id("table-", r.tables);
    r.start(Tag::Figure, "table");
    if !table.caption.is_empty() {
        r.start(Tag::Figcaption, "caption");
        r.attr(Attr::Id, &id);
        write_inlines(r, &table.caption);
        r.close();
    }
    r.start(Tag::Div, "table-scroll");
    r.attr(Attr::Role, "region");
    r.attr(Attr::Tabindex, "0");
    if table.caption.is_empty() {
        r.attr(Attr::Id, &id);
        r.attr(Attr::AriaLabel, &template::fill(r.label(Label::Table), &ascii::decimal(r.tables.into())));
        r.write_labelled_by(&id);
    } else {
        r.attr(Attr::AriaLabelledby, &id);
    }
    r.start(Tag::Table, "");
    write_rows(r, Tag::Thead, &table.head);
    write_rows(r, Tag::Tbody, &table.rows);
    write_rows(r, Tag::Tfoot, &table.foot);
    r.close();
    r.close();
    r.close();
}

/// Writes a part of the table, unless it is empty. Cells end with it at the latest, and with the last column.
fn write_rows(r: &mut Renderer, part: Tag, rows: &[Row]) {
    if rows.is_empty() {
        return;
    }
    let scope = if part == Tag::Thead { "col" } else { "row" };
    // The cells of the rows above that reach further down: how many rows are left when they end, and their columns.
    let mut above: Vec<(usize, u32)> = Vec::new();
    let mut left = rows.len();
    r.start(part, "");
    for row in rows {
        let (mut column, mut place) = (0, 0);
        while let Some((end, columns)) = above.get(place) {
            if *end < left {
                column += columns;
                place += 1;
            } else {
                above.swap_remove(place);
            }
        }
        r.start(Tag::Tr, "");
        for cell in row {
            let colspan = cell.colspan.unwrap_or(1).min(MAX_COLUMNS - column);
            if colspan == 0 {
                r.out.warn(WarningCode::Truncated, "a table is cut off here: it has more than 1000 columns");
                break;
            }
            let rowspan = cell.rowspan.unwrap_or(1).min(left as u32);
            column += colspan;
            if rowspan > 1 {
                above.push((left - rowspan as usize, colspan));
            }
            write_cell(r, cell, scope, colspan, rowspan);
        }
        r.close();
        left -= 1;
    }
    r.close();
}

fn write_cell(r: &mut Renderer, cell: &Cell, scope: &str, colspan: u32, rowspan: u32) {
    // The corner above row headers is empty: no header of anything.
    let header = cell.header && !cell.body.is_empty();
    r.start(if header { Tag::Th } else { Tag::Td }, "");
    if header {
        r.attr(Attr::Scope, scope);
    }
    if colspan > 1 {
        r.number(Attr::Colspan, colspan);
    }
    if rowspan > 1 {
        r.number(Attr::Rowspan, rowspan);
    }
    if let Some(align) = cell.align {
        r.attr(
            Attr::Part,
            match align {
                CellAlign::Start => "cell-start",
                CellAlign::Center => "cell-center",
                CellAlign::End => "cell-end",
            },
        );
    }
    tight(r, &cell.body);
    r.close();
}
