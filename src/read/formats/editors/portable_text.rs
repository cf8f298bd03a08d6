//! Portable Text (Sanity): a flat list of blocks, whose spans carry decorators or keys of mark definitions.

use crate::error::Error;
use crate::json::Value;
use crate::model::Article;
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;

/// Whether a value is a list of typed blocks, one of them with text, or a single block.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let typed = |item: &Value| item.str("_type").is_some_and(|name| !name.starts_with("model.dotcom"));
    let items = value.one_or_many();
    let text = |item: &Value| item.get("children").is_some_and(Value::is_array);
    !items.is_empty() && items.iter().all(typed) && items.iter().any(text)
}

/// Whether there are blocks; a list without text counts if nothing stands around it.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    let keyed = |item: &Value| item.str("_type").is_some() && item.str("_key").is_some();
    entry::find_body(tree, is_body, None).is_some() || (!tree.items().is_empty() && tree.items().iter().all(keyed))
}

/// Reads blocks, or a document with some.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let is: fn(&Value) -> bool = if tree.is_array() { |value| value.is_array() } else { is_body };
    entry::read(tree, is, false, |body, d, cx, out| convert::blocks(body.one_or_many(), d, cx, out), cx)
}
