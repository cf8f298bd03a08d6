//! Blocks of text in a style, as in Portable Text: a heading, a quotation, program text or a paragraph.

use crate::json::Value;
use crate::model::Block;
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::inline_nodes::inlines;
use crate::read::formats::editors::engine::kind::{Kind, children, kind_of_name};
use crate::read::values::dialect::Dialect;
use crate::read::values::references::Index;
use crate::report::WarningCode;

/// Adds a block of text in its style.
pub(in crate::read) fn block<'t>(
    node: &'t Value<'t>,
    around: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let mut marks = Vec::new();
    for mark in node.list("markDefs") {
        if let Some(key) = mark.str("_key") {
            marks.push((key, mark));
        }
    }
    let d = Dialect { html: around.html, linked: Index::new(marks) };
    let style = node.str("style").unwrap_or("normal");
    let kind = kind_of_name(style);
    match kind {
        Kind::Code => convert::code(node, cx, out),
        Kind::Paragraph => convert::text(node, &d, cx, out),
        Kind::Quote | Kind::PullQuote => {
            let mut body = Vec::new();
            convert::text(node, &d, cx, &mut body);
            convert::quote(kind, body, out);
        }
        _ => {
            if kind != Kind::Heading {
                cx.warn(WarningCode::UnknownBlock, node, &["unknown style ", style, ", shown as a paragraph"]);
            }
            convert::styled(kind, node, style, inlines(children(node), &d, cx), out);
        }
    }
}
