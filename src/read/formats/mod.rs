//! The formats of others, by where they come from, and what their readers share.

#[cfg(not(feature = "formats"))]
mod absent;
mod collection;
mod fields;
mod index;
mod letters;
mod repeats;
mod shapes;
mod spelled;

#[cfg(not(feature = "formats"))]
use absent as wrapped;
#[cfg(not(feature = "editors"))]
use absent as editors;
#[cfg(not(feature = "publishers"))]
use absent as publishers;
#[cfg(not(feature = "web"))]
use absent as web;
#[cfg(feature = "editors")]
mod editors;
#[cfg(feature = "publishers")]
mod publishers;
#[cfg(feature = "web")]
mod web;
#[cfg(feature = "formats")]
mod wrapped;

use super::format::Format;
pub(crate) use editors::{UNFOLDS, unfold};
pub(super) use fields::limit;
pub(super) use wrapped::find;

/// Whether every format is read here.
pub(super) const COMPLETE: bool = cfg!(feature = "formats");

/// Whether any format of others is read here.
pub(super) const ANY: bool = cfg!(feature = "web");

/// The formats in the order in which they are tried; no document is in two of them.
pub(super) const OTHERS: &[&[Format]] = &[web::FORMATS, publishers::FORMATS, editors::FORMATS];
