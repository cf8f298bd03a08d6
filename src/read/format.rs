//! The types of a format and of documents that may be inside others.

use crate::error::Error;
use crate::json::Value;
use crate::model::Article;
#[cfg(feature = "editors")]
use crate::model::Block;
use crate::read::Context;
#[cfg(feature = "editors")]
use crate::read::values::dialect::Dialect;

/// A format: its name, its detection, and its reader.
pub(super) struct Format {
    /// The name in reports and in the `format` option.
    pub name: &'static str,
    /// Returns whether a tree is in this format.
    pub detect: fn(&Value) -> bool,
    /// Reads the article that the options ask for; also returns how many the tree holds.
    pub read: Reader,
}

/// A function that reads a tree into the model.
pub(super) type Reader = for<'t> fn(&'t Value<'t>, &mut Context) -> Read<'t>;

/// The article asked for, and how many the tree holds.
pub(super) type Read<'t> = Result<(Article<'t>, usize), Error>;

/// A type of editors' documents, which may be inside any other document.
#[cfg(feature = "editors")]
pub(super) struct Document {
    /// Returns whether a value is one.
    pub is: fn(&Value) -> bool,
    /// Adds its blocks.
    pub blocks: for<'t> fn(&'t Value<'t>, &Dialect<'t>, &mut Context, &mut Vec<Block<'t>>),
}
