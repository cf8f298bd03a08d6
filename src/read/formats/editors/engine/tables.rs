//! Tables: of nodes, and of rows in fields as plug-ins and content systems write them.

use crate::json::Value;
use crate::model::{Block, Cell, CellAlign, Row, Table};
use crate::read::Context;
use crate::read::formats::editors::engine::convert::within;
use crate::read::formats::editors::engine::inline_nodes::push_paragraph;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::members::{rich, rich_value};
use crate::read::formats::editors::engine::node::{children, find, find_str, is_on, kind_of_node, number};
use crate::read::formats::editors::engine::values;
use crate::read::formats::editors::engine::vocabulary::CAPTION;
use crate::read::values::dialect::Dialect;
use crate::read::values::tables::promote_title;

/// Members with the rows of a table, and the cells of a row.
const ROWS: &str = "rows tableRows data content body tbody values cells matrix";
const CELLS: &str = "cells columns cols values body children content row data";

/// Members with the headers of a table's columns.
const HEAD: &str = "head header headers thead headings columnHeaders columns headerRow tableHead";

/// The switches that make the first row a head.
const FIRST_IS_HEAD: &str = "withHeadings firstRowHeader firstRowIsHeader firstRowAsHeader hasHeader hasHeaderRow headerRow \
    hasHeadings useHeader";

/// Adds the table of a node.
pub(in crate::read) fn push_table_node<'t>(
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let mut rows = Vec::new();
    let caption = rich(node, CAPTION, d, cx);
    if !children(node).is_empty() && kind_of_node(node) == Kind::Table {
        push_rows(children(node), &mut rows, d, cx);
    }
    let before = out.len();
    if rows.iter().all(Vec::is_empty) {
        rows.clear();
        // Sanity's plug-in has rows one level deeper if the table is a field.
        let table = node.get("table").filter(|table| table.is_object()).unwrap_or(node);
        push_fielded_rows(table, is_on(node, FIRST_IS_HEAD), &mut rows, d, cx);
    }
    push_table(rows, out);
    if let Some(Block::Table(table)) = out.get_mut(before)
        && table.caption.is_empty()
    {
        table.caption = caption;
    }
}

/// Adds the rows in fields.
fn push_fielded_rows<'t>(
    node: &'t Value<'t>,
    headed: bool,
    rows: &mut Vec<Row<'t>>,
    d: &Dialect<'t>,
    cx: &mut Context,
) {
    let lists = |value: &Value| value.is_array() && value.items().iter().any(|row| !find_cells(row).is_empty());
    let body = ROWS.split(' ').find_map(|name| find(node, name).filter(|value| lists(value)));
    let head = HEAD.split(' ').find_map(|name| {
        let value = find(node, name).filter(|value| value.is_array())?;
        body.is_none_or(|body| !std::ptr::eq(body, value)).then_some(value)
    });
    if let Some(head) = head {
        let cells =
            head.items().first().map(find_cells).filter(|cells| !cells.is_empty()).unwrap_or_else(|| head.items());
        rows.push(read_fielded_row(cells, true, d, cx));
    }
    let first_is_head = headed || is_on(node, FIRST_IS_HEAD);
    for row in body.map_or(&[][..], Value::items) {
        if !cx.spend(row) {
            break;
        }
        let header = rows.is_empty() && (first_is_head || is_on(row, "header isHeader"));
        rows.push(read_fielded_row(find_cells(row), header, d, cx));
    }
}

/// Returns the cells of a row, which is a list or an object with one.
fn find_cells<'t>(row: &'t Value<'t>) -> &'t [Value<'t>] {
    if row.is_array() {
        return row.items();
    }
    CELLS.split(' ').find_map(|name| row.get(name).filter(|cells| cells.is_array())).map_or(&[], Value::items)
}

fn read_fielded_row<'t>(cells: &'t [Value<'t>], header: bool, d: &Dialect<'t>, cx: &mut Context) -> Row<'t> {
    let mut row = Row::new();
    for value in cx.within(cells) {
        let mut cell = Cell { header: header || is_on(value, "header isHeader"), ..Cell::default() };
        match value {
            Value::Object(_) if kind_of_node(value) == Kind::Unknown => {
                values::blocks_of(value, "value text content title label body name cell html", d, cx, &mut cell.body);
            }
            Value::Object(_) | Value::Array(_) => values::blocks(value, d, cx, &mut cell.body),
            _ => push_paragraph(rich_value(value, d, cx), &mut cell.body),
        }
        row.push(cell);
    }
    row
}

/// Adds a table of rows: those at the top with only headers are its head.
pub(in crate::read) fn push_table<'t>(mut rows: Vec<Row<'t>>, out: &mut Vec<Block<'t>>) {
    let header = |row: &Row| !row.is_empty() && row.iter().all(|cell| cell.header);
    let body = rows.split_off(rows.iter().position(|row| !header(row)).unwrap_or(0));
    let filled = |row: &Row| row.iter().any(|cell| !cell.body.is_empty());
    if rows.iter().any(filled) || body.iter().any(filled) {
        out.push(Block::Table(promote_title(Table { head: rows, rows: body, ..Table::default() })));
    }
}

/// Adds the rows of a table or of a part of it.
fn push_rows<'t>(nodes: &'t [Value<'t>], out: &mut Vec<Row<'t>>, d: &Dialect<'t>, cx: &mut Context) {
    for node in nodes {
        if !cx.spend(node) {
            break;
        }
        let kind = kind_of_node(node);
        if kind == Kind::Group {
            cx.nested(node, |cx| push_rows(children(node), out, d, cx));
            continue;
        }
        let cells = match node.get("cells") {
            Some(cells) => cells.items(),
            None if kind == Kind::Row => children(node),
            None => std::slice::from_ref(node),
        };
        let mut row = Row::new();
        for node in cells {
            if cx.spend(node) {
                row.push(read_cell(node, d, cx));
            }
        }
        out.push(row);
    }
}

fn read_cell<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Cell<'t> {
    let kind = kind_of_node(node);
    let mut body = Vec::new();
    let is_cell = matches!(kind, Kind::Cell | Kind::HeaderCell);
    within(node, if is_cell { children(node) } else { std::slice::from_ref(node) }, d, cx, &mut body);
    let align = find_str(node, "align textAlign format").and_then(Value::as_str);
    let of = |names, most| number(node, names, most).filter(|span| *span > 1);
    Cell {
        header: kind == Kind::HeaderCell || is_on(node, "header") || number(node, "headerState", 3).is_some(),
        colspan: of("colspan colSpan", 100),
        rowspan: of("rowspan rowSpan", 200),
        align: match align {
            Some("center") => Some(CellAlign::Center),
            Some("right" | "end") => Some(CellAlign::End),
            _ => None,
        },
        body,
    }
}
