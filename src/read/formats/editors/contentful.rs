//! Contentful Rich Text: documents of nodes, and the entries and assets that they refer to.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::values::dialect::Dialect;

/// Returns whether a value is a document, or GraphQL's object around one.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    value.get("json").unwrap_or(value).str("nodeType") == Some("document")
}

/// Returns whether there is a document.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads a document, or an entry with one.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, false, blocks, cx)
}

/// Adds the content of a document.
pub(in crate::read) fn blocks<'t>(body: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    convert::inside(body.get("json").unwrap_or(body), d, cx, out);
}
