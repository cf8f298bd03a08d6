//! ProseMirror documents, as TipTap and others write them.

use super::{Context, nodes, parent};
use crate::error::Error;
use crate::json::Value;
use crate::model::Article;

/// Whether a value is a document.
fn is_body(value: &Value) -> bool {
    value.str("type") == Some("doc") && value.get("content").is_none_or(Value::is_array)
}

/// Whether there is a document.
pub(super) fn detect(tree: &Value) -> bool {
    parent::find_body(tree, is_body, None).is_some()
}

/// Reads a document, or an entry with one.
pub(super) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    parent::read(tree, is_body, false, nodes::inside, cx)
}
