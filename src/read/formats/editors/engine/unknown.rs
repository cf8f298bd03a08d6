//! Nodes of a kind that nobody here knows: their text is shown, with a warning.

use crate::json::Value;
use crate::model::Block;
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::inline_nodes::Runs;
use crate::read::formats::editors::engine::kind::{self, children};
use crate::read::values::dialect::Dialect;
use crate::read::values::paragraphs::read_paragraphs;
use crate::read::values::spans::Wrap;
use crate::text::keys::Keys;

/// Members that readers of the page are meant to see.
const TEXTS: &str = " title heading headline subheading subtitle name label intro lead text summary description excerpt \
    quote attribution caption code value message content body html question answer author footer alt ";

/// Members that hold more of them.
const HOLDERS: &str = " attrs data fields items rows cells cards blocks columns payload options answers questions slides \
    steps features editorState root ";

/// Whether a list of names has this one.
fn has(names: &str, name: &str) -> bool {
    Keys(names).has(name)
}

/// Warns that a node's kind is unknown.
pub(in crate::read) fn warn(node: &Value, cx: &mut Context) {
    cx.unknown_block(node, kind::type_name(node).unwrap_or("without a type"));
}

/// Adds the texts of a node as paragraphs; lists of nodes in it are read as such.
pub(in crate::read) fn blocks<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    if !children(node).is_empty() {
        if let Some(attributes) = node.get("attrs") {
            cx.nested(attributes, |cx| blocks(attributes, d, cx, out));
        }
        return convert::inside(node, d, cx, out);
    }
    for (name, member) in node.members() {
        let shown = has(TEXTS, name);
        match member {
            Value::String(_) if shown => text(member, cx, out),
            Value::Array(items) if items.iter().any(|item| kind::type_name(item).is_some()) => {
                convert::within(member, items, d, cx, out);
            }
            Value::Array(_) | Value::Object(_) if shown || has(HOLDERS, name) => {
                for item in member.one_or_many() {
                    match item {
                        Value::String(_) => text(item, cx, out),
                        _ => cx.nested(item, |cx| blocks(item, d, cx, out)),
                    }
                }
            }
            _ => {}
        }
    }
}

/// Adds the paragraphs of plain text.
fn text<'t>(value: &'t Value<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    if cx.spend(value) {
        let text = cx.lines_within(value, value.as_str().unwrap_or(""));
        out.extend(read_paragraphs(text, value, cx));
    }
}

/// Adds the texts of a node as runs.
pub(in crate::read) fn words<'t>(node: &'t Value<'t>, wraps: &[Wrap<'t>], runs: &mut Runs<'t>, cx: &mut Context) {
    for (name, member) in node.members() {
        match member {
            Value::String(text) if has(TEXTS, name) => runs.text(wraps, cx.lines_within(member, text), member, cx),
            Value::Object(_) if has(HOLDERS, name) => words(member, wraps, runs, cx),
            _ => {}
        }
    }
}
