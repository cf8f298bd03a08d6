//! Tables.

use super::Renderer;
use super::block::tight;
use super::inline::inlines;
use super::labels::Label;
use super::names::{Attr, Tag};
use crate::model::{Cell, CellAlign, Row, Table};
use crate::text::ascii;
use crate::text::template;

/// Writes a table in a box that scrolls when it is too wide, and that can be reached by keyboard then.
pub(super) fn table(r: &mut Renderer, table: &Table) {
    r.tables += 1;
    let id = r.numbered_id("table-", r.tables);
    r.start(Tag::Figure, "table");
    if !table.caption.is_empty() {
        r.start(Tag::Figcaption, "caption");
        r.attr(Attr::Id, &id);
        inlines(r, &table.caption);
        r.close();
    }
    r.start(Tag::Div, "table-scroll");
    r.attr(Attr::Role, "region");
    r.attr(Attr::Tabindex, "0");
    if table.caption.is_empty() {
        r.attr(Attr::Id, &id);
        r.attr(Attr::AriaLabel, &template::fill(r.label(Label::Table), &ascii::decimal(r.tables.into())));
        r.labelled_by(&id);
    } else {
        r.attr(Attr::AriaLabelledby, &id);
    }
    r.start(Tag::Table, "");
    rows(r, Tag::Thead, &table.head);
    rows(r, Tag::Tbody, &table.rows);
    rows(r, Tag::Tfoot, &table.foot);
    r.close();
    r.close();
    r.close();
}

/// Writes a part of the table, unless it is empty.
fn rows(r: &mut Renderer, part: Tag, rows: &[Row]) {
    if rows.is_empty() {
        return;
    }
    r.element(part, "", |r| {
        for row in rows {
            r.element(Tag::Tr, "", |r| {
                for cell in row {
                    self::cell(r, cell, if part == Tag::Thead { "col" } else { "row" });
                }
            });
        }
    });
}

fn cell(r: &mut Renderer, cell: &Cell, scope: &str) {
    // The corner above row headers is empty: no header of anything.
    let header = cell.header && !cell.body.is_empty();
    r.start(if header { Tag::Th } else { Tag::Td }, "");
    if header {
        r.attr(Attr::Scope, scope);
    }
    if let Some(colspan) = cell.colspan {
        r.number(Attr::Colspan, colspan);
    }
    if let Some(rowspan) = cell.rowspan {
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
