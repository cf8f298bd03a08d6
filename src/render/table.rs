//! Tables.

use super::Renderer;
use super::block::tight;
use super::inline::inlines;
use super::labels::Label;
use super::names::{Attr, Tag};
use crate::model::{Cell, CellAlign, Row, Table};

/// Writes a table in a box that scrolls when it is too wide, and that can be reached by keyboard then.
pub(super) fn table(r: &mut Renderer, table: &Table) {
    r.tables += 1;
    let number = r.tables.to_string();
    let id = r.id(&["table-", &number].concat());
    r.element(Tag::Figure, &[(Attr::Part, "table")], |r| {
        let label = r.labels.get(Label::Table).replace("{}", &number);
        let name = if table.caption.is_empty() {
            (Attr::AriaLabel, label.as_str())
        } else {
            (Attr::AriaLabelledby, id.as_str())
        };
        if !table.caption.is_empty() {
            r.element(Tag::Figcaption, &[(Attr::Part, "caption"), (Attr::Id, &id)], |r| inlines(r, &table.caption));
        }
        r.element(
            Tag::Div,
            &[(Attr::Part, "table-scroll"), (Attr::Role, "region"), (Attr::Tabindex, "0"), name],
            |r| {
                r.element(Tag::Table, &[], |r| {
                    rows(r, Tag::Thead, &table.head);
                    rows(r, Tag::Tbody, &table.rows);
                    rows(r, Tag::Tfoot, &table.foot);
                });
            },
        );
    });
}

/// Writes a part of the table, unless it is empty.
fn rows(r: &mut Renderer, part: Tag, rows: &[Row]) {
    if rows.is_empty() {
        return;
    }
    r.element(part, &[], |r| {
        for row in rows {
            r.element(Tag::Tr, &[], |r| {
                for cell in row {
                    self::cell(r, cell, if part == Tag::Thead { "col" } else { "row" });
                }
            });
        }
    });
}

fn cell(r: &mut Renderer, cell: &Cell, scope: &str) {
    r.start(if cell.header { Tag::Th } else { Tag::Td }, &[]);
    if cell.header {
        r.out.attr(Attr::Scope, scope);
    }
    if let Some(colspan) = cell.colspan {
        r.out.attr(Attr::Colspan, &colspan.to_string());
    }
    if let Some(rowspan) = cell.rowspan {
        r.out.attr(Attr::Rowspan, &rowspan.to_string());
    }
    if let Some(align) = cell.align {
        r.out.attr(
            Attr::Part,
            match align {
                CellAlign::Start => "cell-start",
                CellAlign::Center => "cell-center",
                CellAlign::End => "cell-end",
            },
        );
    }
    tight(r, &cell.body);
    r.out.close();
}
