//! Values with content in any form: text, HTML, a list of nodes, or an editor's whole document.

use crate::json::Value;
use crate::model::Block;
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::inline_nodes::push_paragraph;
use crate::read::formats::editors::engine::node::{find, type_name};
use crate::read::formats::editors::engine::unknown;
use crate::read::formats::editors::engine::vocabulary::is_html;
use crate::read::html;
use crate::read::values::dialect::Dialect;
use crate::read::values::paragraphs::read_paragraphs;
use crate::text::keys::Keys;

/// Adds the blocks of a value.
pub(in crate::read) fn blocks<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    match value {
        Value::String(text) if d.html || is_html(text) => out.append(&mut html::blocks(text, value, cx)),
        Value::String(text) => out.append(&mut read_paragraphs(cx.lines_within(value, text), value, cx)),
        Value::Number(_) => push_paragraph(cx.plain(value), out),
        Value::Array(items) => convert::within(value, items, d, cx, out),
        Value::Object(_) => {
            if let Some(document) = cx.document(value).filter(|_| value.get("_type").is_none()) {
                cx.nested(value, |cx| (document.blocks)(value, d, cx, out));
            } else if type_name(value).is_some() {
                convert::within(value, std::slice::from_ref(value), d, cx, out);
            } else {
                cx.nested(value, |cx| unknown::blocks(value, d, cx, out));
            }
        }
        _ => {}
    }
}

/// Adds the blocks of the first of these members that has any.
pub(in crate::read) fn blocks_of<'t>(
    node: &'t Value<'t>,
    names: &str,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let before = out.len();
    for name in Keys(names) {
        if let Some(value) = find(node, name) {
            blocks(value, d, cx, out);
        }
        if out.len() > before {
            return;
        }
    }
}
