//! The documents of editors, and the entries of content systems around them.

mod bard;
mod blocknote;
mod contentful;
mod contentstack;
mod datocms;
mod dialects;
mod draftjs;
mod editorjs;
mod embedded_json;
pub(in crate::read) mod engine;
mod flat;
mod lexical;
mod mobiledoc;
mod notion;
mod notion_blocks;
mod notion_text;
mod portable_text;
mod prismic;
mod prosemirror;
mod quill;
mod ricos;
mod sanity;
mod slate;
mod telegraph;

use crate::read::format::Format;
pub(in crate::read) use dialects::DOCUMENTS;
pub(in crate::read) use embedded_json::read_edited;
pub(crate) use embedded_json::unfold;
pub(crate) use sanity::resolve;

/// The editors' formats in the order in which they are tried.
pub(in crate::read) const FORMATS: &[Format] = &[
    Format { name: "contentful", detect: contentful::detect, read: contentful::read },
    Format { name: "lexical", detect: lexical::detect, read: lexical::read },
    Format { name: "contentstack", detect: contentstack::detect, read: contentstack::read },
    Format { name: "datocms", detect: datocms::detect, read: datocms::read },
    Format { name: "notion", detect: notion::detect, read: notion::read },
    Format { name: "prismic", detect: prismic::detect, read: prismic::read },
    Format { name: "quill", detect: quill::detect, read: quill::read },
    Format { name: "telegraph", detect: telegraph::detect, read: telegraph::read },
    Format { name: "blocknote", detect: blocknote::detect, read: blocknote::read },
    Format { name: "prosemirror", detect: prosemirror::detect, read: prosemirror::read },
    Format { name: "editorjs", detect: editorjs::detect, read: editorjs::read },
    Format { name: "mobiledoc", detect: mobiledoc::detect, read: mobiledoc::read },
    Format { name: "draftjs", detect: draftjs::detect, read: draftjs::read },
    Format { name: "portable-text", detect: portable_text::detect, read: portable_text::read },
    Format { name: "bard", detect: bard::detect, read: bard::read },
    Format { name: "slate", detect: slate::detect, read: slate::read },
];
