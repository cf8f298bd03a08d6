//! Stub for the search of documents within answers in builds without the features `publishers` and `editors`.

use crate::error::Error;
use crate::json::Value;
use crate::options::Options;
use crate::read::format::Format;
use crate::read::registry;

/// The format of the whole input: documents within others are not looked for.
pub(in crate::read) fn find<'t>(
    tree: &'t Value<'t>,
    options: &Options,
) -> Result<(&'static Format, &'t Value<'t>, usize), Error> {
    registry::find(tree, options).map(|format| (format, tree, 1))
}
