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
