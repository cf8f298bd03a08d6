//! What this build can read, and its errors where a larger build is needed.

use crate::error::{Error, ErrorCode};

/// Whether it reads every format.
pub(super) const ALL: bool = cfg!(feature = "formats");

/// Whether it reads any format of others.
pub(super) const OTHERS: bool = cfg!(feature = "web");

/// Whether it reads documents of editors, which are also stored as text.
pub(super) const EDITORS: bool = cfg!(feature = "editors");

/// The error of a build that leaves out the format which a document may be in.
pub(super) fn formats_needed(message: &str) -> Error {
    Error::new(ErrorCode::FormatsNeeded, &[message])
}
