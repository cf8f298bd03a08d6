//! DatoCMS's structured text (dast): a typed tree, with the records that its blocks and links refer to beside it.
//!
//! The nodes are those of datocms.com/docs/structured-text/dast.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block, Code, Heading, Inline, List, ListItem, Quote};
use crate::read::Context;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::inline_nodes::{Runs, push_paragraph};
use crate::read::formats::editors::engine::marks;
use crate::read::formats::editors::engine::node::{self, children, find_str, number};
use crate::read::formats::editors::engine::pieces;
use crate::read::formats::editors::engine::unknown;
use crate::read::values::dialect::Dialect;
use crate::read::values::references::Index;
use crate::read::values::spans::{Wrap, wrap};
use crate::report::WarningCode;

/// Returns the document in a field: in the field itself, or in its `value`.
fn find_root<'t>(value: &'t Value<'t>) -> Option<&'t Value<'t>> {
    let value = value.get("value").unwrap_or(value);
    value.get("document").filter(|_| value.str("schema") == Some("dast"))
}

/// Returns whether a value is structured text, with or without its records.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    find_root(value).is_some()
}

/// Returns whether there is structured text.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads structured text, or a record with some.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, true, blocks, cx)
}

/// Adds the content of structured text.
pub(in crate::read) fn blocks<'t>(
    field: &'t Value<'t>,
    around: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let mut records = Vec::new();
    for list in ["blocks", "links", "inlineBlocks"] {
        for record in field.list(list) {
            if let Some(id) = record.str("id") {
                records.push((id, record));
            }
        }
    }
    let d = Dialect { html: around.html, linked: Index::new(records) };
    if let Some(root) = find_root(field) {
        read_nodes(children(root), &d, cx, out);
    }
}

/// Returns the record that a node refers to or contains.
fn read_record<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<&'t Value<'t>> {
    match node.get("item")? {
        Value::String(id) => cx.follow(node, d.linked.get(id)?, u8::MAX),
        item => Some(item).filter(|item| item.is_object()),
    }
}

fn warn_unresolved(node: &Value, cx: &mut Context) {
    let id = node.str("item").unwrap_or("without id");
    cx.warn(WarningCode::Unresolved, node, &["a record that is not in the input: ", id]);
}

/// Adds the blocks of nodes.
fn read_nodes<'t>(nodes: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    for node in nodes {
        if !cx.spend(node) {
            break;
        }
        cx.nested(node, |cx| read_node(node, d, cx, out));
    }
}

fn read_node<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    match node.str("type").unwrap_or("") {
        "paragraph" => push_paragraph(read_inlines(children(node), d, cx), out),
        "heading" => {
            let level = number(node, "level", 6).unwrap_or(2).clamp(2, 6) as u8;
            let content = read_inlines(children(node), d, cx);
            if !content.is_empty() {
                out.push(Block::Heading(Heading { level, content }));
            }
        }
        "list" => {
            let mut list = List { ordered: node.str("style") == Some("numbered"), ..List::default() };
            for child in cx.within(children(node)) {
                let mut item = ListItem::default();
                cx.nested(child, |cx| read_nodes(children(child), d, cx, &mut item.body));
                if !item.body.is_empty() {
                    list.items.push(item);
                }
            }
            if !list.items.is_empty() {
                out.push(Block::List(list));
            }
        }
        "blockquote" => {
            let mut quote = Quote::default();
            read_nodes(children(node), d, cx, &mut quote.body);
            quote.attribution = find_str(node, "attribution").map(|name| cx.plain(name)).unwrap_or_default().into();
            if !quote.body.is_empty() {
                out.push(Block::Quote(quote));
            }
        }
        "code" => {
            if let Some(Value::String(code)) = node.get("code") {
                let language = find_str(node, "language").and_then(|language| cx.label(language));
                let text = cx.body(&**code, node);
                out.push(Block::Code(Code { text, language, caption: Vec::new() }));
            }
        }
        "thematicBreak" => out.push(Block::Divider),
        "block" => match read_record(node, d, cx) {
            Some(record) => pieces::record(record, d, cx, out),
            None => warn_unresolved(node, cx),
        },
        // Running text instead of a block.
        "span" | "link" | "itemLink" | "inlineItem" | "inlineBlock" => {
            push_paragraph(read_inlines(std::slice::from_ref(node), d, cx), out);
        }
        _ => {
            node::warn_of_unknown(node, cx);
            match children(node) {
                [] => unknown::blocks(node, d, cx, out),
                inner => read_nodes(inner, d, cx, out),
            }
        }
    }
}

/// Returns the running text of nodes.
fn read_inlines<'t>(nodes: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let mut runs = Runs::default();
    push_all(nodes, &[], &mut runs, d, cx);
    runs.take(nodes.first().unwrap_or(&Value::Null), cx)
}

fn push_all<'t>(nodes: &'t [Value<'t>], wraps: &[Wrap<'t>], runs: &mut Runs<'t>, d: &Dialect<'t>, cx: &mut Context) {
    for node in nodes {
        if !cx.spend(node) {
            break;
        }
        cx.nested(node, |cx| push(node, wraps, runs, d, cx));
    }
}

fn push<'t>(node: &'t Value<'t>, around: &[Wrap<'t>], runs: &mut Runs<'t>, d: &Dialect<'t>, cx: &mut Context) {
    let mut wraps = around.to_vec();
    match node.str("type").unwrap_or("") {
        "span" => {
            for mark in node.list("marks") {
                marks::add_mark(mark.as_str().unwrap_or(""), mark, &mut wraps, cx);
            }
            if let Some(Value::String(text)) = node.get("value") {
                runs.text(&wraps, cx.lines_within(node, text), node, cx);
            }
        }
        "link" => {
            marks::add_link(node, &mut wraps, cx);
            push_all(children(node), &wraps, runs, d, cx);
        }
        "itemLink" => {
            let record = read_record(node, d, cx);
            let url = record.and_then(|record| find_str(record, "url permalink canonicalUrl"));
            match url.and_then(|url| cx.link(url)) {
                Some(url) => wrap(&mut wraps, Wrap::link(url)),
                None => cx.warn(
                    WarningCode::Unresolved,
                    node,
                    &["a link to a record without an address, its text is shown"],
                ),
            }
            push_all(children(node), &wraps, runs, d, cx);
        }
        "inlineItem" | "inlineBlock" => match read_record(node, d, cx) {
            Some(record) => {
                let name = find_str(record, "title name label text headline");
                match name.and_then(|name| cx.label(name)) {
                    Some(name) => runs.push(&wraps, Inline::Text(name.into())),
                    None => {
                        cx.warn(WarningCode::UnknownBlock, record, &["a record without a name in a line, left out"])
                    }
                }
            }
            None => warn_unresolved(node, cx),
        },
        _ => push_all(children(node), &wraps, runs, d, cx),
    }
}
