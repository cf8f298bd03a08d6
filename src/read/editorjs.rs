//! Editor.js output: a flat list of blocks whose texts are inline HTML.

use super::node::{Dialect, Kind, find, find_str, is_on, kind_of_name};
use super::runs::paragraph;
use super::{Context, atoms, lists, nodes, parent, unknown};
use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block, Cell, Inline, List, ListItem, Quote};
use crate::report::WarningCode;

/// Whether a value is a list of blocks of a type and its data; Draft.js has an entity map, live blogs have elements.
pub(super) fn is_body(value: &Value) -> bool {
    let blocks = value.get("blocks").map_or(&[][..], Value::items);
    let block = |block: &Value| block.str("type").is_some() && block.get("data").is_some_and(Value::is_object);
    let marked = value.get("time").is_some() || value.get("version").is_some();
    value.get("entityMap").is_none()
        && blocks.iter().all(block)
        && (marked || blocks.iter().all(|b| b.get("text").is_none()))
        && !blocks.is_empty()
}

/// Whether there is output of the editor.
pub(super) fn detect(tree: &Value) -> bool {
    parent::find_body(tree, is_body, None).is_some()
}

/// Reads the output, or an entry with it.
pub(super) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    parent::read(tree, is_body, true, blocks, cx)
}

fn blocks<'t>(output: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let mut out = Vec::new();
    for item in output.get("blocks").map_or(&[][..], Value::items) {
        if !cx.spend(item) {
            break;
        }
        let Some(data) = item.get("data").filter(|data| data.is_object()) else {
            cx.warn(WarningCode::MissingField, item, &["a block without data, left out"]);
            continue;
        };
        out.extend(cx.nested(item, |cx| block(item.str("type").unwrap_or(""), data, d, cx)));
    }
    out
}

/// The blocks of a tool's data.
fn block<'t>(name: &str, data: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let name = super::node::plain_name(name);
    let block = match (name.as_str(), kind_of_name(&name)) {
        ("header" | "heading", _) => nodes::heading(data, "", text(data, &["text"], d, cx)),
        ("list" | "nestedlist" | "checklist" | "editorjslist", _) => list(name == "checklist", data, d, cx),
        ("embed", _) => return atoms::card(Kind::Embed, data, d, cx),
        ("raw", _) => return atoms::card(Kind::Html, data, d, cx),
        ("personality", _) => nodes::callout(text(data, &["name"], d, cx), texts(data, &["description"], d, cx)),
        (_, Kind::Paragraph) => return texts(data, &["text"], d, cx),
        (_, Kind::Quote | Kind::PullQuote) => {
            let quote = Quote { body: texts(data, &["text"], d, cx), attribution: text(data, &["caption"], d, cx) };
            (!quote.body.is_empty()).then_some(Block::Quote(quote))
        }
        (_, Kind::Table) => table(data, d, cx),
        (_, Kind::Group) => {
            let columns = find(data, &["cols", "columns"]).map_or(&[][..], Value::items);
            return columns.iter().flat_map(|column| cx.nested(column, |cx| blocks(column, d, cx))).collect();
        }
        (_, Kind::Unknown) => {
            cx.warn(WarningCode::UnknownBlock, data, &["unknown block ", &name, ", shown as its text"]);
            return unknown::blocks(data, d, cx);
        }
        (_, kind) => return nodes::block(data, kind, d, cx),
    };
    block.into_iter().collect()
}

/// The running text in one of these members.
fn text<'t>(data: &'t Value<'t>, names: &[&str], d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    find_str(data, names).map(|value| unknown::rich(value, d, cx)).unwrap_or_default()
}

/// The same as blocks: people paste paragraphs into texts.
fn texts<'t>(data: &'t Value<'t>, names: &[&str], d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    find_str(data, names).map(|value| inline_blocks(value, d, cx)).unwrap_or_default()
}

fn inline_blocks<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    paragraph(unknown::rich(value, d, cx)).into_iter().collect()
}

fn list<'t>(tasks: bool, data: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let style = data.str("style").unwrap_or("");
    let mut list = items(data, style == "ordered", tasks || style == "checklist", d, cx);
    list.start =
        find(data, &["start"]).and_then(Value::as_int).filter(|start| *start != 1).and_then(|n| i32::try_from(n).ok());
    (!list.items.is_empty()).then_some(Block::List(list))
}

/// The items of a list in any of its three encodings: strings, `{content, items}`, and those with `meta`.
fn items<'t>(data: &'t Value<'t>, ordered: bool, tasks: bool, d: &Dialect<'t>, cx: &mut Context) -> List<'t> {
    let mut list = List { ordered, ..List::default() };
    for item in data.get("items").map_or(&[][..], Value::items) {
        if !cx.spend(item) {
            break;
        }
        let mut body = match item {
            Value::String(_) => inline_blocks(item, d, cx),
            _ => texts(item, &["content", "text"], d, cx),
        };
        let inner = cx.nested(item, |cx| items(item, ordered, tasks, d, cx));
        if !inner.items.is_empty() {
            body.push(Block::List(inner));
        }
        let checked = tasks.then(|| is_on(item, &["checked"]));
        lists::add(&mut list.items, ListItem { checked, body });
    }
    list
}

fn table<'t>(data: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let headings = is_on(data, &["withHeadings"]);
    let mut rows = Vec::new();
    for row in data.get("content").map_or(&[][..], Value::items) {
        if !cx.spend(row) {
            break;
        }
        let header = headings && rows.is_empty();
        let cell = |value| Cell { header, body: inline_blocks(value, d, cx), ..Cell::default() };
        rows.push(row.items().iter().map(cell).collect());
    }
    nodes::table_of(rows)
}
