//! Portable Text (Sanity): a flat list of blocks, whose spans carry decorators or keys of mark definitions.

use super::node::{Dialect, Kind, children, kind_of_name};
use super::runs::{inlines, paragraph};
use super::{Context, nodes, parent};
use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block};
use crate::report::WarningCode;

/// Whether a value is a list of typed blocks, one of them with text, or a single block.
pub(super) fn is_body(value: &Value) -> bool {
    let typed = |item: &Value| item.str("_type").is_some_and(|name| !name.starts_with("model.dotcom"));
    let items = value.one_or_many();
    let text = |item: &Value| item.get("children").is_some_and(Value::is_array);
    !items.is_empty() && items.iter().all(typed) && items.iter().any(text)
}

/// Whether there are blocks; a list without text counts if nothing stands around it.
pub(super) fn detect(tree: &Value) -> bool {
    let keyed = |item: &Value| item.str("_type").is_some() && item.str("_key").is_some();
    parent::find_body(tree, is_body, None).is_some() || (!tree.items().is_empty() && tree.items().iter().all(keyed))
}

/// Reads blocks, or a document with some.
pub(super) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let is: fn(&Value) -> bool = if tree.is_array() { |value| value.is_array() } else { is_body };
    parent::read(tree, is, false, |body, d, cx| nodes::blocks(body.one_or_many(), d, cx), cx)
}

/// A block of text in its style.
pub(super) fn block<'t>(node: &'t Value<'t>, around: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let definitions = node.get("markDefs").map_or(&[][..], Value::items);
    let mut linked: Vec<_> = definitions.iter().filter_map(|mark| Some((mark.str("_key")?, mark))).collect();
    linked.sort_by_key(|(key, _)| *key);
    let d = &Dialect { html: around.html, linked };
    let style = node.str("style").unwrap_or("normal");
    match kind_of_name(style) {
        Kind::Heading => nodes::heading(node, style, inlines(children(node), d, cx)).into_iter().collect(),
        Kind::Quote => nodes::quote(nodes::inside(node, d, cx)).map(Block::Quote).into_iter().collect(),
        Kind::PullQuote => nodes::quote(nodes::inside(node, d, cx)).map(Block::PullQuote).into_iter().collect(),
        Kind::Code => nodes::code(node, cx).into_iter().collect(),
        Kind::Paragraph => nodes::text(node, d, cx),
        _ => {
            cx.warn(WarningCode::UnknownBlock, node, &["unknown style ", style, ", shown as a paragraph"]);
            paragraph(inlines(children(node), d, cx)).into_iter().collect()
        }
    }
}
