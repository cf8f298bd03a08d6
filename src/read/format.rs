//! The type of a format.

use crate::error::Error;
use crate::json::Value;
use crate::model::Article;
use crate::read::Context;

/// A format: its name, how it is told from the others, and its reader.
pub(super) struct Format {
    /// The name, as in reports and in the `format` option.
    pub name: &'static str,
    /// Whether a tree is in this format.
    pub detect: fn(&Value) -> bool,
    /// Reads the article that the options ask for, and says how many the tree holds.
    pub read: for<'t> fn(&'t Value<'t>, &mut Context) -> Read<'t>,
}

/// The article that was asked for, and how many the tree holds.
pub(super) type Read<'t> = Result<(Article<'t>, usize), Error>;
