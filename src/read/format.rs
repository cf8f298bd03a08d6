//! The types of a format and of the documents that may stand in others.

use crate::error::Error;
use crate::json::Value;
use crate::model::Article;
#[cfg(feature = "editors")]
use crate::model::Block;
use crate::read::Context;
#[cfg(feature = "editors")]
use crate::read::values::dialect::Dialect;

/// A format: its name, how it is told from the others, and its reader.
pub(super) struct Format {
    /// The name, as in reports and in the `format` option.
    pub name: &'static str,
    /// Whether a tree is in this format.
    pub detect: fn(&Value) -> bool,
    /// Reads the article that the options ask for, and says how many the tree holds.
    pub read: Reader,
}

/// Fills the model from a tree.
pub(super) type Reader = for<'t> fn(&'t Value<'t>, &mut Context) -> Read<'t>;

/// The article that was asked for, and how many the tree holds.
pub(super) type Read<'t> = Result<(Article<'t>, usize), Error>;

/// A document of an editor, which may stand in whatever holds one.
#[cfg(feature = "editors")]
pub(super) struct Document {
    /// Whether a value is one.
    pub is: fn(&Value) -> bool,
    /// Adds the blocks that it holds.
    pub blocks: for<'t> fn(&'t Value<'t>, &Dialect<'t>, &mut Context, &mut Vec<Block<'t>>),
}
