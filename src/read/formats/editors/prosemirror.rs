//! ProseMirror documents, as TipTap and others write them, and the blocks of Storyblok's pages, whose texts are such
//! documents.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::values::dialect::Dialect;

/// Returns whether a value is a document.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    value.str("type") == Some("doc")
        && value.get("content").is_none_or(|content| !content.is_object())
        && value.get("children").is_none()
}

/// Returns whether a value is a list of Storyblok blocks: objects with an id and the name of a component.
fn is_list_of_bloks(value: &Value) -> bool {
    let is_blok = |item: &Value| item.str("component").is_some() && item.str("_uid").is_some();
    !value.items().is_empty() && value.items().iter().all(is_blok)
}

/// Returns the test for the body: a document if there is one, otherwise a list of blocks.
fn sought(tree: &Value, select: Option<&str>) -> Option<fn(&Value) -> bool> {
    let all: [fn(&Value) -> bool; 2] = [is_body, is_list_of_bloks];
    all.into_iter().find(|is| entry::find_body(tree, *is, select).is_some())
}

/// Returns whether there is a document or a list of blocks.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    sought(tree, None).is_some()
}

/// Reads a document, or an entry with one.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, sought(tree, cx.options.select.as_deref()).unwrap_or(is_body), false, blocks, cx)
}

/// Adds the content of a document; some servers write a bare string.
pub(in crate::read) fn blocks<'t>(doc: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    if doc.is_array() {
        convert::blocks(doc.items(), d, cx, out);
    } else if let Some(content) = doc.get("content") {
        convert::blocks(content.one_or_many(), d, cx, out);
    }
}
