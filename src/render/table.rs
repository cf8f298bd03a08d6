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

/// Writes a table in a box that scrolls if the table is too wide, and that the keyboard can reach.
pub(super) fn write_table(r: &mut Renderer, table: &Table) {
    r.tables += 1;
    let id = r.numbered_id("table-", r.tables);
    r.start_laid_out(Tag::Figure, "table", table.layout);
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

/// Writes a part of the table, unless it is empty. No cell extends beyond the part or the last column.
fn write_rows(r: &mut Renderer, part: Tag, rows: &[Row]) {
    if rows.is_empty() {
        return;
    }
    let scope = if part == Tag::Thead { "col" } else { "row" };
    let mut left = rows.len();
    // The columns of cells from above that reach further down, and how many of them end when this many rows are left.
    let mut above = 0;
    let mut ends = Vec::new();
    #[allow(clippy::same_item_push, reason = "`vec!` brings code of its own to the browser")]
    for _ in rows {
        ends.push(0);
    }
    r.start(part, "");
    for row in rows {
        above -= ends.get(left).copied().unwrap_or(0);
        let mut column = above;
        r.start(Tag::Tr, "");
        for cell in row {
            let colspan = cell.colspan.unwrap_or(1).min(MAX_COLUMNS - column);
            if colspan == 0 {
                r.out.warn(WarningCode::Truncated, "a table is cut off here: it has more than 1000 columns");
                break;
            }
            let rowspan = cell.rowspan.unwrap_or(1).min(left as u32);
            column += colspan;
            if let Some(end) = ends.get_mut(left - rowspan as usize).filter(|_| rowspan > 1) {
                *end += colspan;
                above += colspan;
            }
            write_cell(r, cell, scope, colspan, rowspan);
        }
        r.close();
        left -= 1;
    }
    r.close();
}

fn write_cell(r: &mut Renderer, cell: &Cell, scope: &str, colspan: u32, rowspan: u32) {
    // The empty corner above row headers is not a header.
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
