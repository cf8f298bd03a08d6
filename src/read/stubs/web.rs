//! Stub for the formats of the web in builds without the feature `web`.

use crate::json::Value;
use crate::read::format::Format;

/// No format.
pub(in crate::read) const FORMATS: &[Format] = &[];

/// Leaves the texts of posts unchanged.
pub(crate) fn render_shortcodes(_: &mut Value) {}
