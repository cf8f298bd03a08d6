//! Stub for the documents of editors in builds without the feature `editors`.

use crate::json::Value;
use crate::model::Block;
use crate::options::Options;
use crate::read::Context;
use crate::read::capabilities::formats_needed;
use crate::read::format::Format;
use crate::read::values::lenient::first;

/// No format.
pub(in crate::read) const FORMATS: &[Format] = &[];

/// Leaves documents stored as text unchanged.
pub(crate) fn unfold(_: &mut Value) {}

/// Leaves references to files unchanged.
pub(crate) fn resolve(_: &mut Value, _: &Options) {}

/// Notes that a post with only an editor's document needs the build that reads it.
pub(in crate::read) fn read_edited<'t>(post: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    if first(post, "lexical mobiledoc").is_some() {
        cx.needs(formats_needed());
    }
    Vec::new()
}
