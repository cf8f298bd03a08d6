//! The documents of editors, and the entries of content systems around them.

mod contentful;
mod draftjs;
mod editorjs;
mod embedded_json;
pub(in crate::read) mod engine;
mod lexical;
mod mobiledoc;
mod portable_text;
mod prosemirror;
mod slate;

use crate::read::format::Format;
pub(in crate::read) use embedded_json::edited;
pub(crate) use embedded_json::unfold;

/// Its formats in the order in which they are tried.
pub(in crate::read) const FORMATS: &[Format] = &[
    Format { name: "contentful", detect: contentful::detect, read: contentful::read },
    Format { name: "lexical", detect: lexical::detect, read: lexical::read },
    Format { name: "prosemirror", detect: prosemirror::detect, read: prosemirror::read },
    Format { name: "editorjs", detect: editorjs::detect, read: editorjs::read },
    Format { name: "mobiledoc", detect: mobiledoc::detect, read: mobiledoc::read },
    Format { name: "draftjs", detect: draftjs::detect, read: draftjs::read },
    Format { name: "portable-text", detect: portable_text::detect, read: portable_text::read },
    Format { name: "slate", detect: slate::detect, read: slate::read },
];
