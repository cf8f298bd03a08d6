//! Properties of an editor's document.

use crate::read::values::references::Index;

/// The context in which the nodes of one document are read.
#[derive(Default)]
pub(in crate::read) struct Dialect<'t> {
    /// Whether strings in cards are HTML.
    pub html: bool,
    /// The values that nodes refer to by key.
    pub linked: Index<'t>,
}
