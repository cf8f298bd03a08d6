//! Contentstack's JSON rich text: a tree of elements with the names of HTML, and references to assets and entries
//! (contentstack.com/docs/developers/json-rich-text-editor).

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block};
use crate::read::Context;
use crate::read::formats::editors::engine::addressed::addressed;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::node::{children, find_str};
use crate::read::formats::editors::engine::pieces;
use crate::read::values::dialect::Dialect;
use crate::read::values::references::Index;
use crate::report::WarningCode;

/// Returns whether a value is a document, or GraphQL's object around one.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let value = value.get("json").unwrap_or(value);
    value.str("type") == Some("doc") && value.get("children").is_some_and(Value::is_array)
}

/// Returns whether there is a document.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads a document, or an entry with one. The entry's embedded items are the targets of references.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, false, blocks, cx)
}

/// Adds the content of a document.
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

/// Returns whether a node is a reference to an asset or an entry.
pub(in crate::read) fn is_reference(value: &Value) -> bool {
    let says = |name: &str| value.get("attrs").is_some_and(|attributes| attributes.get(name).is_some());
    value.str("type") == Some("reference") && ["asset-uid", "entry-uid", "display-type"].iter().any(|name| says(name))
}

/// Adds the target of a reference: a picture or file by the address in the reference, or an entry.
pub(in crate::read) fn reference<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let attributes = node.get("attrs").unwrap_or(node);
    let id = find_str(attributes, "asset-uid entry-uid").and_then(Value::as_str);
    let target = id.and_then(|id| cx.follow(node, d.linked.get(id)?, u8::MAX));
    let is_link = attributes.str("display-type") == Some("link");
    let address = find_str(attributes, "asset-link src href url");
    let before = out.len();
    match (target, address) {
        _ if is_link => convert::inside(node, d, cx, out),
        (Some(target), None) => pieces::record(target, d, cx, out),
        (_, Some(address)) => {
            let mime = find_str(attributes, "asset-type").and_then(Value::as_str).unwrap_or("");
            let kind = match () {
                () if mime.starts_with("image") || attributes.get("asset-alt").or(attributes.get("alt")).is_some() => {
                    Kind::Image
                }
                () if mime.starts_with("video") => Kind::Video,
                () if mime.starts_with("audio") => Kind::Audio,
                () => Kind::File,
            };
            addressed(kind, address, attributes, d, cx, out);
        }
        (None, None) => {
            let id = id.unwrap_or("without id");
            cx.warn(WarningCode::Unresolved, node, &["a reference to something that is not in the input: ", id]);
        }
    }
    if out.len() == before {
        convert::inside(node, d, cx, out);
    } else if let (Some(Block::Figure(figure)), Some(caption)) =
        (out.get_mut(before), find_str(attributes, "asset-caption caption"))
    {
        figure.caption = cx.plain(caption);
    }
}
