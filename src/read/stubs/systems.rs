//! Stub for content systems and documents of no known format in builds without the feature `formats`.

use crate::read::format::Format;

/// No format.
pub(in crate::read) const FORMATS: &[Format] = &[];

/// No format.
pub(in crate::read) const GENERIC: &[Format] = &[];
