//! Documents that stand in the answer of a server or in a list: `{"data": {…}}`, `[{…}]`.

use crate::error::Error;
use crate::json::Value;
use crate::options::Options;
use crate::read::format::Format;
use crate::read::formats::editors::engine::entry::inner;
use crate::read::formats::{publishers, web};
use crate::read::registry::{self, OWN};

/// The format that the options name, else the first that fits, with the document in it and how many the input holds around
/// it: where no format fits the whole, the first document in it that is in one. What editors wrote is found in an answer by
/// their formats themselves.
pub(in crate::read) fn find<'t>(
    tree: &'t Value<'t>,
    options: &Options,
) -> Result<(&'static Format, &'t Value<'t>, usize), Error> {
    let found = registry::find(tree, options);
    if found.as_ref().is_ok_and(|format| options.format.is_none() || (format.detect)(tree)) {
        return found.map(|format| (format, tree, 1));
    }
    let (mut document, mut count) = (tree, 1);
    for _ in 0..6 {
        count = count.max(document.items().len());
        let Some(within) = inner(document, options.select.as_deref()) else { break };
        document = within;
        match fitting(document) {
            Some(format) if options.format.as_deref().is_none_or(|name| name == format.name) => {
                return Ok((format, document, count));
            }
            Some(_) => break,
            None => {}
        }
    }
    found.map(|format| (format, tree, 1))
}

/// The format that a document is in; of our own one, only a whole article, since lists of links have headlines too.
fn fitting(value: &Value) -> Option<&'static Format> {
    let others = [web::FORMATS, publishers::FORMATS];
    let found = others.into_iter().flatten().find(|format| (format.detect)(value));
    let whole = || ["headline", "body"].iter().all(|name| value.get(name).is_some());
    found.or_else(|| whole().then_some(&OWN))
}
