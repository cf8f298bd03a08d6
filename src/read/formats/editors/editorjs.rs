//! Editor.js output: a flat list of blocks whose texts are inline HTML.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block, Cell, Inline, List, ListItem, Mark, Note, Quote, Row};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::inline_nodes::paragraph;
use crate::read::formats::editors::engine::kind::{Kind, find, is_on, kind_of_name, plain_name};
use crate::read::formats::editors::engine::leaf_nodes::{self, rich};
use crate::read::formats::editors::engine::lists;
use crate::read::formats::editors::engine::unknown;
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::linked;
use crate::report::WarningCode;

/// Whether a value is a list of blocks of a type and its data; Draft.js has an entity map, live blogs have elements.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let blocks = value.list("blocks");
    let block = |block: &Value| block.str("type").is_some() && block.get("data").is_some_and(Value::is_object);
    let marked = value.get("time").is_some() || value.get("version").is_some();
    value.get("entityMap").is_none()
        // One odd block does not cost the document.
        && blocks.iter().filter(|one| block(one)).count() * 2 > blocks.len()
        && (marked || blocks.iter().all(|b| b.get("text").is_none()))
        && !blocks.is_empty()
}

/// Whether there is output of the editor.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads the output, or an entry with it.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, true, blocks, cx)
}

pub(in crate::read) fn blocks<'t>(output: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut notes = Vec::new();
    for item in output.list("blocks") {
        if !cx.spend(item) {
            break;
        }
        match item.get("data") {
            Some(data @ Value::Object(_)) => block(item.str("type").unwrap_or(""), data, d, cx, out),
            _ => cx.warn(WarningCode::MissingField, item, &["a block without data, left out"]),
        }
        // The footnotes of a block stand beside it; its text has their numbers.
        for note in item.list("tunes footnotes") {
            let content = leaf_nodes::rich_value(note, d, cx);
            if cx.spend(note) && !content.is_empty() {
                cx.notes += 1;
                notes.push(Note { number: cx.notes, body: vec![Block::paragraph(content)] });
            }
        }
    }
    if !notes.is_empty() {
        out.push(Block::Notes(notes));
    }
}

/// Adds the blocks of a tool's data.
fn block<'t>(name: &str, data: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let name = plain_name(name);
    let kind = match name.as_str() {
        "header" => Kind::Heading,
        "raw" => Kind::Html,
        "nestedlist" | "editorjslist" => Kind::List,
        "personality" => Kind::Callout,
        name => kind_of_name(name),
    };
    match kind {
        Kind::Heading | Kind::Paragraph => convert::styled(kind, data, "", rich(data, "text", d, cx), out),
        Kind::Quote | Kind::PullQuote => {
            let mut quote = Quote { attribution: rich(data, "caption", d, cx).into(), ..Quote::default() };
            paragraph(rich(data, "text", d, cx), &mut quote.body);
            if !quote.body.is_empty() {
                out.push(Block::Quote(quote));
            }
        }
        Kind::List | Kind::Tasks => {
            let style = data.str("style").unwrap_or("");
            let mut list = read_items(data, style == "ordered", kind == Kind::Tasks || style == "checklist", d, cx);
            list.start = convert::start(data);
            if !list.items.is_empty() {
                out.push(Block::List(list));
            }
        }
        Kind::Callout if name == "personality" => {
            let mut body = Vec::new();
            leaf_nodes::body(data, "description", d, cx, &mut body);
            convert::callout(rich(data, "name", d, cx), body, out);
        }
        Kind::Table => table(data, d, cx, out),
        Kind::Link | Kind::Mention | Kind::Label | Kind::Text | Kind::Formula => read_line(kind, data, d, cx, out),
        Kind::Group if find(data, "cols columns").is_some() => {
            for column in find(data, "cols columns").map_or(&[][..], Value::items) {
                cx.nested(column, |cx| blocks(column, d, cx, out));
            }
        }
        Kind::Unknown | Kind::Group => {
            cx.unknown_block(data, &name);
            unknown::blocks(data, d, cx, out);
        }
        kind => convert::block(data, kind, d, cx, out),
    }
}

/// Adds a tool's line of text as a paragraph: a formula, a link.
fn read_line<'t>(kind: Kind, data: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let content = rich(data, "text title label name latex math", d, cx);
    let url = data.get("link").or(data.get("url")).filter(|_| kind == Kind::Link).and_then(|url| cx.link(url));
    match kind {
        _ if content.is_empty() => cx.warn(WarningCode::EmptyBlock, data, &["a block without text, left out"]),
        Kind::Formula => paragraph(vec![Inline::Marked(Mark::Code, content)], out),
        _ => paragraph(linked(content, url), out),
    }
}

/// The items of a list in any of its three encodings: strings, `{content, items}`, and those with `meta`.
fn read_items<'t>(data: &'t Value<'t>, ordered: bool, tasks: bool, d: &Dialect<'t>, cx: &mut Context) -> List<'t> {
    let mut list = List { ordered, ..List::default() };
    for item in data.list("items") {
        if !cx.spend(item) {
            break;
        }
        let content = match item {
            Value::String(_) => leaf_nodes::rich_value(item, d, cx),
            _ => rich(item, "content text", d, cx),
        };
        let mut body = Vec::new();
        paragraph(content, &mut body);
        let inner = cx.nested(item, |cx| read_items(item, ordered, tasks, d, cx));
        if !inner.items.is_empty() {
            body.push(Block::List(inner));
        }
        lists::add(&mut list.items, ListItem { checked: tasks.then(|| is_on(item, "checked")), body });
    }
    list
}

fn table<'t>(data: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let headings = is_on(data, "withHeadings");
    let mut rows: Vec<Row> = Vec::new();
    for value in cx.within(data.list("content")) {
        let mut row = Row::new();
        for value in cx.within(value.items()) {
            let mut cell = Cell { header: headings && rows.is_empty(), ..Cell::default() };
            paragraph(leaf_nodes::rich_value(value, d, cx), &mut cell.body);
            row.push(cell);
        }
        rows.push(row);
    }
    convert::table(rows, out);
}
