//! Nodes of a kind that nobody here knows: their text is shown, with a warning.

use super::Context;
use super::node::{self, Dialect, children};
use super::nodes;
use crate::json::Value;
use crate::model::{Block, Inline};
use crate::report::WarningCode;
use crate::text;

/// Members that readers of the page are meant to see.
const TEXTS: &[&str] = &[
    "title",
    "heading",
    "headline",
    "name",
    "label",
    "intro",
    "lead",
    "text",
    "summary",
    "description",
    "excerpt",
    "quote",
    "caption",
    "code",
    "value",
    "message",
    "content",
    "body",
    "html",
    "question",
    "answer",
    "author",
    "footer",
    "alt",
];

/// Members that hold more of them.
const HOLDERS: &[&str] =
    &["attrs", "data", "fields", "items", "rows", "cells", "cards", "blocks", "columns", "payload"];

/// Warns that a node's kind is unknown.
pub(super) fn warn(node: &Value, cx: &mut Context) {
    let name = node::type_name(node).unwrap_or("without a type");
    cx.warn(WarningCode::UnknownBlock, node, &["unknown block ", name, ", shown as its text"]);
}

/// The texts of a node as paragraphs; lists of nodes in it are read as such.
pub(super) fn blocks<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let mut out = Vec::new();
    if !children(node).is_empty() {
        return cx.nested(node, |cx| nodes::blocks(children(node), d, cx));
    }
    for (name, member) in node.members() {
        let shown = TEXTS.contains(&name.as_ref());
        match member {
            Value::String(text) if shown && cx.spend(member) => out.extend(super::block::paragraphs(text)),
            Value::Array(items) if items.iter().any(|item| node::type_name(item).is_some()) => {
                out.extend(cx.nested(member, |cx| nodes::blocks(items, d, cx)));
            }
            Value::Array(_) | Value::Object(_) if shown || HOLDERS.contains(&name.as_ref()) => {
                for item in member.one_or_many() {
                    match item {
                        Value::String(text) => out.extend(super::block::paragraphs(text)),
                        _ => out.extend(cx.nested(item, |cx| blocks(item, d, cx))),
                    }
                }
            }
            _ => {}
        }
    }
    out
}

/// Hands out the texts of a node in a line.
pub(super) fn words<'t>(node: &'t Value<'t>, found: &mut dyn FnMut(&'t str)) {
    for (name, member) in node.members() {
        match member {
            Value::String(text) if TEXTS.contains(&name.as_ref()) => found(text),
            Value::Object(_) if HOLDERS.contains(&name.as_ref()) => words(member, found),
            _ => {}
        }
    }
}

/// Running text from a string that is HTML or plain, or from nodes.
pub(super) fn rich<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    match value {
        Value::String(html) if d.html => super::html::inlines(html, value, cx),
        Value::String(text) => super::spans::lines(text::body(text.trim())),
        Value::Number(_) => cx.plain(value),
        Value::Array(nodes) => super::runs::inlines(nodes, d, cx),
        Value::Object(_) => {
            let root = value.at(&["editorState", "root"]).or_else(|| value.get("root")).unwrap_or(value);
            super::runs::inlines(children(root), d, cx)
        }
        _ => Vec::new(),
    }
}
