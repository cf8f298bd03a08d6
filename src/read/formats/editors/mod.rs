//! The documents of editors, and the entries of content systems around them.

pub(in crate::read) mod atoms;
pub(in crate::read) mod contentful;
pub(in crate::read) mod draftjs;
pub(in crate::read) mod editorjs;
pub(in crate::read) mod lexical;
pub(in crate::read) mod lists;
pub(in crate::read) mod mobiledoc;
pub(in crate::read) mod node;
pub(in crate::read) mod nodes;
pub(in crate::read) mod parent;
pub(in crate::read) mod portable_text;
pub(in crate::read) mod prosemirror;
pub(in crate::read) mod runs;
pub(in crate::read) mod slate;
pub(in crate::read) mod stored;
pub(in crate::read) mod unknown;

use crate::read::format::Format;
pub(super) use stored::edited;
pub(crate) use stored::unfold;

/// Whether documents that are stored as text are found.
pub(crate) const UNFOLDS: bool = true;

/// Its formats in the order in which they are tried.
pub(super) const FORMATS: &[Format] = &[
    Format { name: "contentful", detect: contentful::detect, read: contentful::read },
    Format { name: "lexical", detect: lexical::detect, read: lexical::read },
    Format { name: "prosemirror", detect: prosemirror::detect, read: prosemirror::read },
    Format { name: "editorjs", detect: editorjs::detect, read: editorjs::read },
    Format { name: "mobiledoc", detect: mobiledoc::detect, read: mobiledoc::read },
    Format { name: "draftjs", detect: draftjs::detect, read: draftjs::read },
    Format { name: "portable-text", detect: portable_text::detect, read: portable_text::read },
    Format { name: "slate", detect: slate::detect, read: slate::read },
];
