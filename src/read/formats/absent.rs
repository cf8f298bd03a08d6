//! In the place of a family of formats that is not compiled in.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::Block;
use crate::options::Options;
use crate::read::Context;
use crate::read::format::{self, Format};

/// No format.
pub(super) const FORMATS: &[Format] = &[];

/// Whether documents that are stored as text are found.
pub(crate) const UNFOLDS: bool = false;

/// The format of the whole input: documents within others are not looked for.
pub(in crate::read) fn find<'t>(
    tree: &'t Value<'t>,
    options: &Options,
) -> Result<(&'static Format, &'t Value<'t>, usize), Error> {
    format::find(tree, options).map(|format| (format, tree, 1))
}

/// Leaves documents that are stored as text as they are.
pub(crate) fn unfold(_: &mut Value) {}

/// The document of an editor is not read here, which is a reason to ask the module that reads it.
pub(super) fn edited<'t>(post: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    if super::shapes::first(post, "lexical mobiledoc").is_some() {
        cx.needs(Error::new(ErrorCode::FormatsNeeded, &["documents of editors are not read here"]));
    }
    Vec::new()
}
