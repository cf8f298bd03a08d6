//! Lexical editor states, with the cards of Ghost's editor (Koenig), and the layouts of Payload, whose texts are editor
//! states.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::node::children;
use crate::read::values::dialect::Dialect;

/// Returns whether a value is an editor state.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    value.at("root type").and_then(Value::as_str) == Some("root")
}

/// Returns whether a value is the layout of a Payload page: a list of blocks, each with its type.
fn is_layout(value: &Value) -> bool {
    let is_block = |item: &Value| item.str("blockType").is_some();
    !value.items().is_empty() && value.items().iter().all(is_block)
}

/// Returns the test for the body: an editor state if there is one, otherwise a layout.
fn sought(tree: &Value, select: Option<&str>) -> Option<fn(&Value) -> bool> {
    let all: [fn(&Value) -> bool; 2] = [is_body, is_layout];
    all.into_iter().find(|is| entry::find_body(tree, *is, select).is_some())
}

/// Returns whether there is an editor state or a layout.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    sought(tree, None).is_some()
}

/// Reads an editor state, or an entry with one.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, sought(tree, cx.options.select.as_deref()).unwrap_or(is_body), true, blocks, cx)
}

/// Adds the content of an editor state.
pub(in crate::read) fn blocks<'t>(state: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let nodes = if state.is_array() { state.items() } else { state.get("root").map_or(&[][..], children) };
    convert::blocks(nodes, d, cx, out);
}
