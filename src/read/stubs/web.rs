//! Stub for the formats of the web in builds without the feature `web`.

use crate::read::format::Format;

/// No format.
pub(in crate::read) const FORMATS: &[Format] = &[];
