//! Slate's values: lists of nodes with children, as in Strapi's blocks and many editors. Before version 0.50 they are
//! documents of nodes in which texts have leaves.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::values::dialect::Dialect;

/// Returns the nodes of a value: a list, or an object with one, which Hygraph calls `raw`.
fn find_nodes<'t>(value: &'t Value<'t>) -> &'t [Value<'t>] {
    let value = value.get("raw").unwrap_or(value);
    if let Some(nodes) = value.at("document nodes") {
        return nodes.items();
    }
    if value.members().len() < 2 { value.get("children").unwrap_or(value).items() } else { &[] }
}

/// Returns whether a value is a list of nodes that have children, the first of them with text or a type.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let list = |item: &Value, name| item.get(name).is_some_and(Value::is_array);
    let has = |item: &Value, name| item.get(name).is_some();
    // Blocks of Keystone with the name of a component have `props`, too.
    let named =
        |item: &Value| has(item, "_type") || has(item, "spans") || has(item, "props") && !has(item, "component");
    let node = |item: &Value| !named(item) && (list(item, "children") || list(item, "nodes"));
    let text = |item: &Value| {
        item.get("children").is_some_and(|inner| inner.items().iter().any(|leaf| leaf.str("text").is_some()))
    };
    let nodes = find_nodes(value);
    // A few odd nodes do not make it another format.
    nodes.iter().filter(|one| node(one)).count() * 2 > nodes.len()
        && nodes.first().is_some_and(|first| first.str("type").is_some() || text(first))
}

/// Returns whether there is such a list.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads a value, or an entry with one.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, false, blocks, cx)
}

/// Adds the content of a value.
pub(in crate::read) fn blocks<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    convert::blocks(find_nodes(value), d, cx, out);
}
