//! ProseMirror documents, as TipTap and others write them.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::values::dialect::Dialect;

/// Whether a value is a document.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    value.str("type") == Some("doc")
        && value.get("content").is_none_or(|content| !content.is_object())
        && value.get("children").is_none()
}

/// Whether there is a document.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads a document, or an entry with one.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, false, blocks, cx)
}

/// Adds what a document holds; some servers write a bare string.
pub(in crate::read) fn blocks<'t>(doc: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    if let Some(content) = doc.get("content") {
        convert::blocks(content.one_or_many(), d, cx, out);
    }
}
