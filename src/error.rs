//! Typed errors with a code, a path and a sentence: the reasons why there is no article.

use crate::text::{ascii, template};
use std::fmt;

/// The cause of an error, as a stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The bytes are not UTF-8.
    InvalidEncoding,
    /// The text is not one JSON value.
    InvalidJson,
    /// A JavaScript value that has no JSON counterpart, or whose getters threw.
    UnreadableValue,
    /// The JSON is in no known format.
    UnknownFormat,
    /// The format that the options name does not fit the JSON.
    WrongFormat,
    /// The article is in a format, or contains HTML, that this build omits: the Cargo features `html` and `formats`.
    MissingFeature,
    /// The article has neither a headline nor a body.
    EmptyArticle,
    /// The list of articles does not contain the requested one.
    NoSuchArticle,
    /// The input is larger than [`Options::max_bytes`](crate::Options::max_bytes).
    TooLarge,
}

/// The codes in the order of the variants, as one text: a table would need an address and a length for each.
const CODE_NAMES: &str = "\
    invalid-encoding invalid-json unreadable-value unknown-format wrong-format missing-feature \
    empty-article no-such-article too-large";

impl ErrorCode {
    /// Returns the code as in events and reports.
    pub fn as_str(self) -> &'static str {
        ascii::nth_part(CODE_NAMES, self as usize, b' ')
    }
}

/// The reason why an input could not be shown at all.
///
/// Smaller losses than the whole article are a [`Warning`](crate::Warning) instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: ErrorCode,
    path: String,
    message: String,
    needed: Option<Needed>,
}

/// The build that reads an article which this one cannot read. The page fetches that build and reads again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Needed(&'static str);

impl Needed {
    /// The build with the feature `html`.
    pub const HTML: Needed = Needed("html");
    /// The build with the feature `publishers`.
    pub const PUBLISHERS: Needed = Needed("publishers");
    /// The build with the feature `formats`.
    pub const FORMATS: Needed = Needed("formats");
}

impl Error {
    /// Creates an error about the whole input; the message is joined from its parts.
    pub(crate) fn new(code: ErrorCode, message: &[&str]) -> Error {
        Error { code, path: String::new(), message: template::sentence(message), needed: None }
    }

    /// Creates the error of a build that omits what an article needs.
    pub(crate) fn needed(needed: Needed) -> Error {
        let mut error = Error::new(ErrorCode::MissingFeature, &["left out of this build: the feature ", needed.0]);
        error.needed = Some(needed);
        error
    }

    /// Returns the code for the page, by which it chooses the next build.
    pub(crate) fn page_code(&self) -> &'static str {
        self.needed.map_or_else(|| self.code.as_str(), |Needed(code)| code)
    }

    /// Returns the stable code.
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// Returns the place in the input as a JSON Pointer (RFC 6901); empty for the whole input.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the message: one English sentence without a full stop.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
