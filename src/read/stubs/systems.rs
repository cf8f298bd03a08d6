//! Stub for content systems and documents of no known format in builds without the feature `editors`.

use crate::json::Value;
use crate::read::format::Format;

/// No format.
pub(in crate::read) const FORMATS: &[Format] = &[];

/// No format.
pub(in crate::read) const GENERIC: &[Format] = &[];

/// No document is of no known format.
pub(in crate::read) fn suits_better(_: &Value) -> bool {
    false
}

/// No server has said anything.
pub(in crate::read) fn refusal(_: &Value) -> Option<String> {
    None
}

/// What stands in a document is for the build that reads it to say.
pub(in crate::read) fn seen(_: &Value) -> String {
    String::new()
}
