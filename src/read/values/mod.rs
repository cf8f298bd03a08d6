//! Values that the readers of several formats share.

pub(super) mod collection;
pub(super) mod date_words;
pub(super) mod dedupe;
pub(super) mod fields;
pub(super) mod lenient;
#[cfg(any(feature = "editors", feature = "publishers"))]
pub(super) mod markdown;
pub(super) mod references;
pub(super) mod spans;
pub(super) mod text_match;
