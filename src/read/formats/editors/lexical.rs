//! Lexical editor states, with the cards of Ghost's editor (Koenig).

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::kind::children;
use crate::read::values::dialect::Dialect;

/// Whether a value is an editor state.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    value.at("root type").and_then(Value::as_str) == Some("root")
}

/// Whether there is an editor state.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads an editor state, or an entry with one.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, true, blocks, cx)
}

/// Adds what an editor state holds.
pub(in crate::read) fn blocks<'t>(state: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    convert::blocks(state.get("root").map_or(&[], children), d, cx, out);
}
