//! Stub for the formats of publishers' own systems in builds without the feature `publishers`.

use crate::read::format::Format;

/// No format.
pub(in crate::read) const FORMATS: &[Format] = &[];
