//! Values that the readers of several formats share.

#[cfg(any(feature = "editors", feature = "publishers"))]
pub(super) mod answer;
#[cfg(feature = "web")]
pub(super) mod byline_date;
pub(super) mod collection;
pub(super) mod date_words;
pub(super) mod dedupe;
#[cfg(feature = "editors")]
pub(super) mod dialect;
#[cfg(feature = "html")]
pub(super) mod focus;
pub(super) mod image;
pub(super) mod layout;
pub(super) mod lenient;
pub(super) mod link;
pub(super) mod list;
pub(super) mod paragraphs;
pub(super) mod references;
pub(super) mod spans;
#[cfg(feature = "html")]
pub(super) mod tables;
pub(super) mod text_match;
