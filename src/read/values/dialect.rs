//! How a document of an editor is written.

use crate::read::values::references::Index;

/// What one document's nodes need to be understood.
#[derive(Default)]
pub(in crate::read) struct Dialect<'t> {
    /// Whether strings in cards are HTML.
    pub html: bool,
    /// What nodes refer to by key.
    pub linked: Index<'t>,
}
