//! Entries and assets that nodes embed.

use crate::json::Value;
use crate::model::Block;
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::kind::{Kind, is_in_line, kind_of_name};
use crate::read::formats::editors::engine::leaf_nodes;
use crate::read::formats::editors::engine::linked::find_fields;
use crate::read::formats::editors::engine::node::find;
use crate::read::formats::editors::engine::unknown;
use crate::read::values::dialect::Dialect;

/// Adds an embedded asset or entry. An entry is shown by its content type, or as its text.
pub(in crate::read) fn push_entry<'t>(
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let Some((target, fields)) = find_fields(node, u8::MAX, d, cx) else { return };
    if let Some(Value::String(media)) = find(fields, "contentType") {
        let kind = match media.split('/').next() {
            Some("image") => Kind::Image,
            Some("video") => Kind::Video,
            Some("audio") => Kind::Audio,
            _ => Kind::File,
        };
        return leaf_nodes::push_card(kind, fields, d, cx, out);
    }
    let name = target.at("sys contentType sys id").or_else(|| target.get("__typename")).and_then(Value::as_str);
    let name = name.unwrap_or("without a type");
    cx.nested(node, |cx| match kind_of_name(name) {
        Kind::Unknown | Kind::Group | Kind::Styled | Kind::Reference => unknown::node(fields, (node, name), d, cx, out),
        kind if is_in_line(kind) => unknown::node(fields, (node, name), d, cx, out),
        kind => convert::block(fields, kind, d, cx, out),
    });
}
