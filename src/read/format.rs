//! Which format a tree is in.

use super::Context;
use super::article;
use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::Article;
use crate::options::Options;

/// A format: its name, how it is told from the others, and its reader.
pub(super) struct Format {
    /// The name, as in reports and in the `format` option.
    pub name: &'static str,
    /// Whether a tree is in this format.
    pub detect: fn(&Value) -> bool,
    /// Reads the article that the options ask for, and says how many the tree holds.
    pub read: for<'t> fn(&'t Value<'t>, &mut Context) -> Result<(Article<'t>, usize), Error>,
}

/// All formats in the order in which they are tried.
const FORMATS: &[Format] = &[Format { name: "article", detect: article::detect, read: article::read }];

/// The format that the options name, else the first that fits.
pub(super) fn find(tree: &Value, options: &Options) -> Result<&'static Format, Error> {
    let Some(name) = &options.format else {
        return FORMATS.iter().find(|format| (format.detect)(tree)).ok_or_else(|| {
            Error::new(ErrorCode::UnknownFormat, &["no known format of articles: ", tree.kind(), " with none of their fields"])
        });
    };
    let known = FORMATS.iter().find(|format| format.name == name);
    known.ok_or_else(|| Error::new(ErrorCode::UnknownFormat, &["there is no format ", name]))
}
