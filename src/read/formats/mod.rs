//! The formats of others, and what their readers share.

mod collection;
mod editors;
mod fields;
mod markdown;
mod publishers;
mod repeats;
mod shapes;
mod web;

use super::Context;
use super::format::Format;
use crate::json::Value;
use crate::model::Block;
use editors::{contentful, draftjs, editorjs, lexical, mobiledoc, portable_text, prosemirror, slate};
use publishers::{apple_news, arc_ans, bbc_cps, bbc_optimo, guardian, ninjs};
use web::{ghost, jsonfeed, jsonld, mercury, readability, wordpress};

pub(crate) use editors::stored::unfold;

/// Whether every format is read here.
pub(super) const COMPLETE: bool = true;

/// The formats in the order in which they are tried; no document is in two of them.
pub(super) const OTHERS: &[Format] = &[
    Format { name: "jsonld", detect: jsonld::detect, read: jsonld::read },
    Format { name: "jsonfeed", detect: jsonfeed::detect, read: jsonfeed::read },
    Format { name: "wordpress", detect: wordpress::detect, read: wordpress::read },
    Format { name: "ghost", detect: ghost::detect, read: ghost::read },
    Format { name: "guardian-dcr", detect: guardian::detect, read: guardian::read },
    Format { name: "bbc-optimo", detect: bbc_optimo::detect, read: bbc_optimo::read },
    Format { name: "bbc-cps", detect: bbc_cps::detect, read: bbc_cps::read },
    Format { name: "contentful", detect: contentful::detect, read: contentful::read },
    Format { name: "apple-news", detect: apple_news::detect, read: apple_news::read },
    Format { name: "lexical", detect: lexical::detect, read: lexical::read },
    Format { name: "prosemirror", detect: prosemirror::detect, read: prosemirror::read },
    Format { name: "editorjs", detect: editorjs::detect, read: editorjs::read },
    Format { name: "mobiledoc", detect: mobiledoc::detect, read: mobiledoc::read },
    Format { name: "draftjs", detect: draftjs::detect, read: draftjs::read },
    Format { name: "portable-text", detect: portable_text::detect, read: portable_text::read },
    Format { name: "arc-ans", detect: arc_ans::detect, read: arc_ans::read },
    Format { name: "ninjs", detect: ninjs::detect, read: ninjs::read },
    Format { name: "readability", detect: readability::detect, read: readability::read },
    Format { name: "mercury", detect: mercury::detect, read: mercury::read },
    Format { name: "slate", detect: slate::detect, read: slate::read },
];

/// What HTML says. `at` is the value that holds it.
pub(super) fn html<'t>(html: &'t str, at: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    super::html::blocks(html, at, cx)
}
