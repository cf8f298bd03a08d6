//! The project's own article JSON: tables.

use crate::json::Value;
use crate::model::{Block, Cell, CellAlign, Row, Table};
use crate::read::Context;
use crate::read::native::block::body;
use crate::read::native::inline;
use crate::read::values::layout::read_layout;
use crate::read::values::list::next_item;

/// Reads a table; `None` without any cells.
pub(in crate::read) fn read_table<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Table<'t>> {
    let table = Table {
        caption: inline::field(value, "caption", cx),
        head: read_rows(value, "head", cx),
        rows: read_rows(value, "rows", cx),
        foot: read_rows(value, "foot", cx),
        layout: read_layout(value, cx),
    };
    let filled = [&table.head, &table.rows, &table.foot].iter().any(|rows| rows.iter().any(|row| !row.is_empty()));
    filled.then_some(table)
}

/// Reads the rows of a part; a list whose first item is not an array is one row.
fn read_rows<'t>(table: &'t Value<'t>, part: &str, cx: &mut Context) -> Vec<Row<'t>> {
    let mut rows = match table.get(part) {
        None => return Vec::new(),
        Some(one) if !one.items().first().is_some_and(Value::is_array) => std::slice::from_ref(one),
        Some(many) => many.items(),
    };
    let header = part == "head";
    let mut out = Vec::new();
    while let Some(row) = next_item(&mut rows, cx) {
        out.push(read_row(row, header, cx));
    }
    out
}

fn read_row<'t>(value: &'t Value<'t>, header: bool, cx: &mut Context) -> Row<'t> {
    if !value.is_array() {
        cx.wrong_type(value, "an array of cells");
    }
    let mut out = Vec::new();
    let mut cells = value.items();
    while let Some(cell) = next_item(&mut cells, cx) {
        out.push(read_cell(cell, header, cx));
    }
    out
}

/// Reads a cell: running text, or an object with text or blocks and the cell's properties.
fn read_cell<'t>(value: &'t Value<'t>, header: bool, cx: &mut Context) -> Cell<'t> {
    if !value.is_object() {
        let content = inline::read_text(value, cx);
        let body = if content.is_empty() { Vec::new() } else { vec![Block::paragraph(content)] };
        return Cell { header, body, ..Cell::default() };
    }
    cx.only(value, "text body header colspan rowspan align");
    let aligns = [CellAlign::Start, CellAlign::Center, CellAlign::End];
    let align = cx.choice_of(value, "align", "start center end").and_then(|align| aligns.get(align)).copied();
    Cell {
        header: header || cx.flag_of(value, "header"),
        colspan: cx.integer_of(value, "colspan", 1, 100).filter(|n| *n > 1).map(|n| n as u32),
        rowspan: cx.integer_of(value, "rowspan", 1, 200).filter(|n| *n > 1).map(|n| n as u32),
        align,
        body: body(value, cx),
    }
}
