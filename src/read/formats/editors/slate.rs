//! Slate's values: lists of nodes with children, as Strapi's blocks and many editors have them.

use crate::error::Error;
use crate::json::Value;
use crate::model::Article;
use crate::read::Context;
use crate::read::formats::editors::nodes;
use crate::read::formats::editors::parent;

/// Whether a value is a list of typed nodes that all have children.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let node = |item: &Value| item.str("type").is_some() && item.get("children").is_some_and(Value::is_array);
    !value.items().is_empty() && value.items().iter().all(node)
}

/// Whether there is such a list.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    parent::find_body(tree, is_body, None).is_some()
}

/// Reads a value, or an entry with one.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    parent::read(tree, is_body, false, |body, d, cx, out| nodes::blocks(body.items(), d, cx, out), cx)
}
