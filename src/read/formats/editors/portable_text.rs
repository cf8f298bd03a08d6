//! Portable Text (Sanity): a flat list of blocks, whose spans have decorators or keys of mark definitions.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::kind::{Kind, is_in_line, kind_of_name};
use crate::read::values::dialect::Dialect;

/// Returns whether a value is a list of typed blocks, one of them with text, or a single block.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let typed = |item: &Value| item.str("_type").is_some_and(|name| !name.starts_with("model.dotcom"));
    let items = value.one_or_many();
    let text = |item: &Value| item.get("children").is_some_and(Value::is_array);
    !items.is_empty() && items.iter().all(typed) && items.iter().any(text)
}

/// Returns whether a value is a list of typed objects without text, one of them of a kind that a body may contain.
fn is_body_of_objects(value: &Value) -> bool {
    let kind = |item: &Value| item.str("_type").map(kind_of_name);
    let items = value.items();
    let shown = |kind| !is_in_line(kind) && !matches!(kind, Kind::Unknown | Kind::Group | Kind::Reference);
    items.iter().all(|item| kind(item).is_some()) && items.iter().filter_map(kind).any(shown)
}

/// Returns whether there are blocks; a list without text counts if it is the whole input and its items have keys.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    let keyed = |item: &Value| item.str("_type").is_some() && item.str("_key").is_some();
    let keyed = !tree.items().is_empty() && tree.items().iter().all(keyed);
    keyed || [is_body, is_body_of_objects].into_iter().any(|is| entry::find_body(tree, is, None).is_some())
}

/// Reads blocks, or a document with some.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let typed = tree.items().first().is_some_and(|item| item.get("_type").is_some());
    let select = cx.options.select.as_deref();
    let is: fn(&Value) -> bool = if entry::find_body(tree, is_body, select).is_some() {
        is_body
    } else if typed && entry::find_body(tree, is_body_of_objects, select).is_none() {
        |value| value.is_array()
    } else {
        is_body_of_objects
    };
    entry::read(tree, is, false, blocks, cx)
}

/// Adds a list of blocks.
pub(in crate::read) fn blocks<'t>(body: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    convert::blocks(body.one_or_many(), d, cx, out);
}
