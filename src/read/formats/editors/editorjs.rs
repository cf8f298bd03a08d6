//! Editor.js output: a flat list of blocks whose texts are inline HTML.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block, Cell, Details, Inline, List, ListItem, Mark, Note, Row};
use crate::read::Context;
use crate::read::formats::editors::engine::boxes;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::inline_nodes::push_paragraph;
use crate::read::formats::editors::engine::kind::{Kind, kind_of_name, plain_name};
use crate::read::formats::editors::engine::lists;
use crate::read::formats::editors::engine::members::{self, line_of, rich};
use crate::read::formats::editors::engine::node::{find, is_on};
use crate::read::formats::editors::engine::pictures;
use crate::read::formats::editors::engine::players;
use crate::read::formats::editors::engine::styled;
use crate::read::formats::editors::engine::tables;
use crate::read::formats::editors::engine::unknown;
use crate::read::formats::editors::engine::values;
use crate::read::formats::editors::engine::vocabulary::{address, is_address};
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::linked;
use crate::report::WarningCode;

/// Returns whether a value is a list of blocks with type and data; Draft.js has an entity map, live blogs have
/// elements.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let blocks = value.list("blocks");
    // A tool may save any data, and one odd block affects only itself.
    let block = |block: &Value| block.str("type").is_some();
    let saved = |block: &Value| block.get("data").is_some_and(Value::is_object);
    let marked = value.get("time").is_some() || value.get("version").is_some();
    value.get("entityMap").is_none()
        && blocks.iter().all(block)
        && blocks.iter().any(saved)
        && (marked || blocks.iter().all(|b| b.get("text").is_none()))
        && !blocks.is_empty()
}

/// Returns whether there is output of the editor.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads the output, or an entry with it.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, true, blocks, cx)
}

/// Adds the content of the output.
pub(in crate::read) fn blocks<'t>(output: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let own = Dialect { html: true, ..Dialect::default() };
    let d = if d.html { d } else { &own };
    let mut notes = Vec::new();
    listed(output.list("blocks"), d, cx, &mut notes, out);
    if !notes.is_empty() {
        out.push(Block::Notes(notes));
    }
}

/// Adds the blocks of a list; the blocks after a toggle that belong to it are inside it.
fn listed<'t>(
    items: &'t [Value<'t>],
    d: &Dialect<'t>,
    cx: &mut Context,
    notes: &mut Vec<Note<'t>>,
    out: &mut Vec<Block<'t>>,
) {
    let mut rest = items;
    while let [item, behind @ ..] = rest {
        rest = behind;
        if !cx.spend(item) {
            break;
        }
        let name = item.str("type").unwrap_or("");
        match item.get("data") {
            Some(data @ Value::Object(_)) => {
                let (within, after) = rest.split_at_checked(held_by(name, data)).unwrap_or((rest, &[]));
                rest = after;
                if within.is_empty() {
                    block(name, data, d, cx, out);
                } else {
                    let summary = line_of(data, "text title summary heading", d, cx);
                    let mut body = Vec::new();
                    cx.nested(item, |cx| listed(within, d, cx, notes, &mut body));
                    let open = is_on(data, "defaultExpanded") || data.str("status") == Some("open");
                    out.push(Block::Details(Details { summary: summary.into(), open, body }));
                }
            }
            Some(data @ Value::Array(items)) => match kind_of_name(name) {
                Kind::Gallery => pictures::push_gallery(data, d, cx, out),
                _ => {
                    cx.unknown_block(item, name);
                    cx.nested(data, |cx| {
                        for item in items {
                            values::blocks(item, d, cx, out);
                        }
                    });
                }
            },
            Some(data @ Value::String(_)) => values::blocks(data, d, cx, out),
            // A divider needs no data.
            None if kind_of_name(name) == Kind::Divider => out.push(Block::Divider),
            _ => cx.warn(WarningCode::MissingField, item, &["a block without data, left out"]),
        }
        // The footnotes of a block are beside it; its text has their numbers.
        for note in item.list("tunes footnotes") {
            let content = members::rich_value(note, d, cx);
            if cx.spend(note) && !content.is_empty() {
                cx.notes += 1;
                notes.push(Note { number: cx.notes, body: vec![Block::paragraph(content)] });
            }
        }
    }
}

/// Returns how many of the blocks after a toggle or an accordion belong to it.
fn held_by(name: &str, data: &Value) -> usize {
    let count = match kind_of_name(name) {
        Kind::Details => data.get("items"),
        Kind::Accordion => data.at("settings blockCount"),
        _ => None,
    };
    count.and_then(Value::as_int).and_then(|count| usize::try_from(count).ok()).unwrap_or(0)
}

/// Adds the blocks of a tool's data.
fn block<'t>(name: &str, data: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let original = name;
    let name = plain_name(name);
    let kind = match name.as_str() {
        "header" => Kind::Heading,
        "raw" => Kind::Html,
        "nestedlist" | "editorjslist" => Kind::List,
        "personality" => Kind::Callout,
        name => kind_of_name(name),
    };
    match kind {
        Kind::Heading | Kind::Paragraph => styled::push_styled(kind, data, "", rich(data, "text", d, cx), out),
        Kind::List | Kind::Tasks => {
            let style = data.str("style").unwrap_or("");
            let mut list = read_items(data, style == "ordered", kind == Kind::Tasks || style == "checklist", d, cx);
            list.start = convert::find_start(data);
            if !list.items.is_empty() {
                out.push(Block::List(list));
            }
        }
        Kind::Callout if name == "personality" => {
            let mut body = Vec::new();
            members::body(data, "description", d, cx, &mut body);
            let destination = data.get("link").and_then(|url| cx.link(url));
            boxes::push_callout(linked(rich(data, "name", d, cx), destination), body, out);
            let photo =
                data.get("photo").filter(|photo| address(photo).is_some() || photo.as_str().is_some_and(is_address));
            if let (Some(Block::Aside(aside)), Some(figure)) =
                (out.last_mut(), photo.and_then(|photo| pictures::read_picture(photo, d, cx)))
            {
                aside.body.insert(0, Block::Figure(figure));
            }
        }
        Kind::Table => table(data, d, cx, out),
        Kind::Link | Kind::Mention | Kind::Label | Kind::Text | Kind::Formula => read_line(kind, data, d, cx, out),
        Kind::Group if find(data, "cols columns").is_some() => {
            for column in find(data, "cols columns").map_or(&[][..], Value::items) {
                cx.nested(column, |cx| blocks(column, d, cx, out));
            }
        }
        Kind::Unknown | Kind::Group => unknown::node(data, (data, original), d, cx, out),
        Kind::Callout => boxes::push_notice(data, &name, d, cx, out),
        Kind::Embed if players::is_numbered(data, &name) => players::push_embed(data, &name, d, cx, out),
        kind => convert::block(data, kind, d, cx, out),
    }
}

/// Adds a tool's line of text as a paragraph: a formula, a link.
fn read_line<'t>(kind: Kind, data: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let content = rich(data, "text title label name latex math", d, cx);
    let url = data.get("link").or(data.get("url")).filter(|_| kind == Kind::Link).and_then(|url| cx.link(url));
    match kind {
        _ if content.is_empty() => cx.warn(WarningCode::EmptyBlock, data, &["a block without text, left out"]),
        Kind::Formula => push_paragraph(vec![Inline::Marked(Mark::Code, content)], out),
        _ => push_paragraph(linked(content, url), out),
    }
}

/// Reads the items of a list in any of its three encodings: strings, `{content, items}`, and those with `meta`.
fn read_items<'t>(data: &'t Value<'t>, ordered: bool, tasks: bool, d: &Dialect<'t>, cx: &mut Context) -> List<'t> {
    let mut list = List { ordered, ..List::default() };
    for item in data.list("items") {
        if !cx.spend(item) {
            break;
        }
        let content = match item {
            Value::String(_) => members::rich_value(item, d, cx),
            _ => rich(item, "content text", d, cx),
        };
        let mut body = Vec::new();
        push_paragraph(content, &mut body);
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
            push_paragraph(members::rich_value(value, d, cx), &mut cell.body);
            row.push(cell);
        }
        rows.push(row);
    }
    tables::push_table(rows, out);
}
