//! The documents of all editors: which of them a value is, for whatever holds one somewhere.

use crate::json::Value;
use crate::model::Block;
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::kind::Dialect;
use crate::read::formats::editors::{
    bard, blocknote, contentful, contentstack, datocms, draftjs, editorjs, lexical, mobiledoc, notion, portable_text,
    prismic, prosemirror, quill, slate, telegraph,
};

/// A document of an editor.
pub(in crate::read) struct Document {
    /// Whether a value is one.
    pub is: fn(&Value) -> bool,
    /// Adds what it holds.
    pub blocks: for<'t> fn(&'t Value<'t>, &Dialect<'t>, &mut Context, &mut Vec<Block<'t>>),
}

/// The documents in the order in which they are tried.
pub(in crate::read) const DOCUMENTS: &[Document] = &[
    Document { is: lexical::is_body, blocks: lexical::blocks },
    Document { is: mobiledoc::is_body, blocks: mobiledoc::blocks },
    Document { is: contentstack::is_body, blocks: contentstack::blocks },
    Document { is: prosemirror::is_body, blocks: prosemirror::blocks },
    Document { is: editorjs::is_body, blocks: editorjs::blocks },
    Document { is: draftjs::is_body, blocks: draftjs::blocks },
    Document { is: contentful::is_body, blocks: contentful::blocks },
    Document { is: portable_text::is_body, blocks: |body, d, cx, out| convert::blocks(body.one_or_many(), d, cx, out) },
    Document { is: datocms::is_body, blocks: datocms::blocks },
    Document { is: quill::is_body, blocks: quill::blocks },
    Document { is: notion::is_body, blocks: notion::blocks },
    Document { is: prismic::is_body, blocks: prismic::blocks },
    Document { is: telegraph::is_body, blocks: telegraph::blocks },
    Document { is: blocknote::is_body, blocks: blocknote::blocks },
    Document { is: bard::is_body, blocks: bard::blocks },
    Document { is: slate::is_body, blocks: slate::blocks },
];

/// The document that a value is, if it is one.
pub(in crate::read) fn document(value: &Value) -> Option<&'static Document> {
    // Most values are none of a kind that could be.
    if !value.is_object() && !value.is_array() {
        return None;
    }
    DOCUMENTS.iter().find(|document| (document.is)(value))
}
