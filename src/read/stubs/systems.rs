//! Stub for content systems and documents of unknown formats in builds without the feature `editors`.

use crate::json::Value;
use crate::read::format::Format;

/// No format.
pub(in crate::read) const FORMATS: &[Format] = &[];

/// No format.
pub(in crate::read) const GENERIC: &[Format] = &[];

/// Returns false: this build does not read unknown formats.
pub(in crate::read) fn suits_better(_: &Value) -> bool {
    false
}

/// Returns no message of a server.
pub(in crate::read) fn refusal(_: &Value) -> Option<String> {
    None
}

/// Returns an empty description: a larger build describes the document.
pub(in crate::read) fn seen(_: &Value) -> String {
    String::new()
}
