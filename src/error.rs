//! Why there is no article: typed errors with a code, a path and a sentence.

use crate::text::{ascii, template};
use std::fmt;

/// What went wrong, as a stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The bytes are not UTF-8.
    InvalidEncoding,
    /// The text is not one JSON value.
    InvalidJson,
    /// A JavaScript value that has no JSON counterpart, or whose getters threw.
    UnreadableValue,
    /// The JSON is in no format that is known here.
    UnknownFormat,
    /// The format that the options name does not fit the JSON.
    WrongFormat,
    /// The article is in a format, or holds HTML, that this build leaves out: the Cargo features `html` and `formats`.
    MissingFeature,
    /// The article has neither a headline nor a body.
    EmptyArticle,
    /// The list of articles does not hold the one that was asked for.
    NoSuchArticle,
    /// The input is larger than [`Options::max_bytes`](crate::Options::max_bytes).
    TooLarge,
}

/// The codes in the order of the variants: a table of texts costs the browser an address and a length for each.
const CODE_NAMES: &str = "\
    invalid-encoding invalid-json unreadable-value unknown-format wrong-format missing-feature \
    empty-article no-such-article too-large";

impl ErrorCode {
    /// The code as it stands in events and reports.
    pub fn as_str(self) -> &'static str {
        ascii::nth_part(CODE_NAMES, self as usize, b' ')
    }
}

/// Why an input could not be shown at all.
///
/// Whatever costs less than the whole article is a [`Warning`](crate::Warning) instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: ErrorCode,
    path: String,
    message: String,
    needed: Option<Needed>,
}

/// Which other build reads an article that this one cannot, as the page reads it: it fetches that one and asks again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Needed(&'static str);

impl Needed {
    /// One with the feature `html`.
    pub const HTML: Needed = Needed("html");
    /// One with the feature `publishers`.
    pub const PUBLISHERS: Needed = Needed("publishers");
    /// One with the feature `formats`.
    pub const FORMATS: Needed = Needed("formats");
}

impl Error {
    /// An error of the whole input; the message is put together from its parts.
    pub(crate) fn new(code: ErrorCode, message: &[&str]) -> Error {
        Error { code, path: String::new(), message: template::sentence(message), needed: None }
    }

    /// The error of a build that leaves out what an article needs.
    pub(crate) fn needed(needed: Needed) -> Error {
        let mut error = Error::new(ErrorCode::MissingFeature, &["left out of this build: the feature ", needed.0]);
        error.needed = Some(needed);
        error
    }

    /// The code as the page reads it, which chooses the next build by it.
    pub(crate) fn page_code(&self) -> &'static str {
        self.needed.map_or_else(|| self.code.as_str(), |Needed(code)| code)
    }

    /// The stable code.
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// Where in the input, as a JSON Pointer (RFC 6901); empty for the whole of it.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What and where, in one English sentence without a full stop.
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
