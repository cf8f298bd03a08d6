//! Contentstack's JSON rich text: a tree of elements named as those of HTML, with references to assets and entries
//! (contentstack.com/docs/developers/json-rich-text-editor).

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::kind::children;
use crate::read::values::dialect::Dialect;
use crate::read::values::references::Index;

/// Whether a value is a document, or GraphQL's object around one.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let value = value.get("json").unwrap_or(value);
    value.str("type") == Some("doc") && value.get("children").is_some_and(Value::is_array)
}

/// Whether there is a document.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads a document, or an entry with one. What it refers to stands in the entry's embedded items.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, false, blocks, cx)
}

/// Adds what a document holds.
pub(in crate::read) fn blocks<'t>(
    document: &'t Value<'t>,
    around: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let items = document.get("embedded_itemsConnection").or_else(|| document.get("_embedded_items"));
    let mut linked = Vec::new();
    for item in items.map_or(&[][..], |items| items.list("edges")) {
        let item = item.get("node").unwrap_or(item);
        if let Some(id) = item.str("uid").or_else(|| item.at("system uid").and_then(Value::as_str)) {
            linked.push((id, item));
        }
    }
    let document = document.get("json").unwrap_or(document);
    let linked = if linked.is_empty() { around.linked.clone() } else { Index::new(linked) };
    let d = Dialect { html: around.html, linked };
    convert::blocks(children(document), &d, cx, out);
}
