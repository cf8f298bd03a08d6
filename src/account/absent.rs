//! Builds without other formats need no accounting: their one format names what it does not read.

use crate::json::Value;
use crate::model::Article;
use crate::report::Warnings;
use crate::url::SafeUrl;

/// The kind of content at a place in HTML.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// A text.
    Text,
    /// A text without character references.
    Raw,
}

/// A trace that keeps no notes.
#[derive(Debug)]
pub(crate) struct Trace;

impl Trace {
    /// Returns the trace.
    pub fn new() -> Trace {
        Trace
    }

    /// Notes nothing.
    pub fn choose(&mut self, _: &Value) {}

    /// Notes nothing.
    pub fn leave_out(&mut self, _: &Value) {}

    /// Notes nothing.
    pub fn note(&mut self, _: &str, _: Kind) {}

    /// Notes nothing.
    pub fn begin(&mut self) {}

    /// Notes nothing.
    pub fn attribute(&mut self, _: &str, _: &str, _: bool) {}
}

/// The tools of a build without accounting: none.
pub(crate) struct Tools;

/// Warns of nothing.
pub(crate) fn account(_: &Value, _: &Article, _: &str, _: Option<&SafeUrl>, _: Trace, _: Tools, _: &mut Warnings) {}
