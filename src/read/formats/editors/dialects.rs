//! The documents of all editors, for values that may hold any of them.

use crate::json::Value;
use crate::read::format::Document;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::{
    bard, blocknote, contentful, contentstack, datocms, draftjs, editorjs, flat, lexical, mobiledoc, notion_blocks,
    portable_text, prismic, prosemirror, quill, ricos, slate, telegraph,
};

/// The documents in the order in which they are tried.
pub(in crate::read) const DOCUMENTS: &[Document] = &[
    Document { is: lexical::is_body, blocks: lexical::blocks },
    Document { is: mobiledoc::is_body, blocks: mobiledoc::blocks },
    Document { is: contentstack::is_body, blocks: contentstack::blocks },
    Document { is: contentstack::is_reference, blocks: contentstack::reference },
    Document { is: prosemirror::is_body, blocks: prosemirror::blocks },
    Document { is: editorjs::is_body, blocks: editorjs::blocks },
    Document { is: draftjs::is_body, blocks: draftjs::blocks },
    Document { is: contentful::is_body, blocks: contentful::blocks },
    Document { is: portable_text::is_body, blocks: |body, d, cx, out| convert::blocks(body.one_or_many(), d, cx, out) },
    Document { is: datocms::is_body, blocks: datocms::blocks },
    Document { is: quill::is_body, blocks: quill::blocks },
    Document { is: notion_blocks::is_body, blocks: notion_blocks::blocks },
    Document { is: prismic::is_body, blocks: prismic::blocks },
    Document { is: telegraph::is_body, blocks: telegraph::blocks },
    Document { is: telegraph::is_root, blocks: telegraph::blocks },
    Document { is: blocknote::is_body, blocks: blocknote::blocks },
    Document { is: is_root, blocks: |root, d, cx, out| convert::blocks(root.list("children"), d, cx, out) },
    Document { is: ricos::is_body, blocks: ricos::blocks },
    Document { is: flat::is_body, blocks: flat::blocks },
    Document { is: bard::is_body, blocks: bard::blocks },
    Document { is: slate::is_body, blocks: slate::blocks },
];

/// Returns whether a value is a root with nodes, as Tina has it.
fn is_root(value: &Value) -> bool {
    value.str("type") == Some("root") && !value.list("children").is_empty()
}
