//! Members of a node: their running text, labels, addresses and paragraphs.

use crate::json::Value;
use crate::model::{Block, Inline, is_blank};
use crate::read::Context;
use crate::read::formats::editors::engine::inline_nodes::inlines;
use crate::read::formats::editors::engine::node::{children, find, find_str};
use crate::read::formats::editors::engine::vocabulary::is_html;
use crate::read::html;
use crate::read::values::dialect::Dialect;
use crate::read::values::paragraphs::read_paragraphs;
use crate::read::values::spans::lines;
use crate::text::Label;
use crate::text::keys::Keys;
use crate::url::SafeUrl;

/// Reads running text from HTML, plain text or nodes.
pub(in crate::read) fn rich_value<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    match value {
        Value::String(html) if d.html || is_html(html) => html::inlines(html, value, cx),
        Value::String(text) => {
            let text = cx.lines_within(value, text.trim());
            lines(cx.body(text, value))
        }
        Value::Number(_) => cx.plain(value),
        Value::Array(nodes) => inlines(nodes, d, cx),
        _ => {
            let state = ["editorState root", "root", "json", "document", "raw"].iter().find_map(|name| value.at(name));
            inlines(children(state.unwrap_or(value)), d, cx)
        }
    }
}

/// Reads the running text in the first of these members.
pub(in crate::read) fn rich<'t>(
    node: &'t Value<'t>,
    names: &str,
    d: &Dialect<'t>,
    cx: &mut Context,
) -> Vec<Inline<'t>> {
    find(node, names).map(|value| rich_value(value, d, cx)).unwrap_or_default()
}

/// Reads the label in the first of these members.
pub(in crate::read) fn label<'t>(node: &'t Value<'t>, names: &str, cx: &mut Context) -> Option<Label<'t>> {
    find_str(node, names).and_then(|value| cx.label(value))
}

/// Reads the address of a file in the first of these members.
pub(in crate::read) fn file(node: &Value, names: &str, cx: &mut Context) -> Option<SafeUrl> {
    find_str(node, names).and_then(|value| cx.media_url(value))
}

/// Reads the link in the first of these members.
pub(in crate::read) fn url(node: &Value, names: &str, cx: &mut Context) -> Option<SafeUrl> {
    find_str(node, names).and_then(|value| cx.link(value))
}

/// Reads the running text in the first of these members that has any: text or inline nodes.
pub(in crate::read) fn line_of<'t>(
    node: &'t Value<'t>,
    names: &str,
    d: &Dialect<'t>,
    cx: &mut Context,
) -> Vec<Inline<'t>> {
    for name in Keys(names) {
        let line = match find(node, name) {
            Some(value @ (Value::String(_) | Value::Number(_) | Value::Array(_))) => rich_value(value, d, cx),
            _ => continue,
        };
        if !is_blank(&line) {
            return line;
        }
    }
    Vec::new()
}
/// Adds the blocks of the first of these members, which is HTML or plain text.
pub(in crate::read) fn body<'t>(
    node: &'t Value<'t>,
    names: &str,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    if let Some(value @ Value::String(text)) = find_str(node, names) {
        out.append(&mut if d.html {
            html::blocks(text, value, cx)
        } else {
            read_paragraphs(cx.lines_within(value, text), value, cx)
        });
    }
}
