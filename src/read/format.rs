//! Which format a tree is in.

use super::{Context, article, formats};
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
    pub read: for<'t> fn(&'t Value<'t>, &mut Context) -> Read<'t>,
}

/// The article that was asked for, and how many the tree holds.
pub(super) type Read<'t> = Result<(Article<'t>, usize), Error>;

/// The project's own format; the last that is tried, since others have some of its fields too.
pub(super) const OWN: Format = Format { name: "article", detect: article::detect, read: article::read };

/// The format that the options name, else the first that fits.
pub(super) fn find(tree: &Value, options: &Options) -> Result<&'static Format, Error> {
    let found = match &options.format {
        Some(name) if name == OWN.name => return Ok(&OWN),
        _ if !formats::ANY => None,
        Some(name) => formats::OTHERS.iter().copied().flatten().find(|format| format.name == name),
        None => formats::OTHERS.iter().copied().flatten().find(|format| (format.detect)(tree)),
    };
    match (found, &options.format) {
        (Some(format), _) => Ok(format),
        (None, None) if article::detect(tree) => Ok(&OWN),
        (None, _) if !formats::COMPLETE => Err(needed()),
        (None, None) => {
            let message = ["no known format of articles: ", tree.kind(), " with none of their fields"];
            Err(Error::new(ErrorCode::UnknownFormat, &message))
        }
        (None, Some(name)) => Err(Error::new(ErrorCode::UnknownFormat, &["there is no format ", name])),
    }
}

/// The answer of a module that has not got every format.
pub(super) fn needed() -> Error {
    Error::new(ErrorCode::FormatsNeeded, &["other formats are not read here"])
}
