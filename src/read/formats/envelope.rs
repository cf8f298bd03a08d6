//! Documents in the answer of a server or in a list: `{"data": {…}}`, `[{…}]`.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::options::Options;
use crate::read::capabilities;
use crate::read::format::Format;
use crate::read::formats::{publishers, systems, web};
use crate::read::native::article::is_plainly_ours;
use crate::read::registry::{self, OWN};
use crate::read::values::answer::unwrap_entry;

/// Returns the format that the options name, otherwise the first that fits, with its document and the number of
/// documents in the input. If no format fits the whole, it is the first document inside that fits one. Formats of
/// editors search answers themselves.
pub(in crate::read) fn find<'t>(
    tree: &'t Value<'t>,
    options: &Options,
) -> Result<(&'static Format, &'t Value<'t>, usize), Error> {
    if options.format.is_none() && is_plainly_ours(tree) {
        return Ok((&OWN, tree, 1));
    }
    let found = registry::find(tree, options);
    let own = found.as_ref().is_ok_and(|format| format.name == OWN.name) && options.format.is_none();
    if let Some(generic) = systems::GENERIC.first()
        && own
        && systems::suits_better(tree)
    {
        return Ok((generic, tree, 1));
    }
    if found.as_ref().is_ok_and(|format| options.format.is_none() || (format.detect)(tree)) {
        return found.map(|format| (format, tree, 1));
    }
    let (mut document, mut count) = (tree, 1);
    for _ in 0..6 {
        count = count.max(document.items().len());
        let Some(within) = unwrap_entry(document, options.select.as_deref()) else { break };
        document = within;
        match find_fitting(document) {
            Some(format) if options.format.as_deref().is_none_or(|name| name == format.name) => {
                return Ok((format, document, count));
            }
            Some(_) => break,
            None => {}
        }
    }
    if !capabilities::ALL {
        return found.map(|format| (format, tree, 1));
    }
    let generic =
        systems::GENERIC.iter().find(|generic| found.is_err() && options.format.is_none() && (generic.detect)(tree));
    match generic {
        Some(generic) => Ok((generic, tree, 1)),
        None if found.is_err() && options.format.is_none() => Err(unknown(tree)),
        None => found.map(|format| (format, tree, 1)),
    }
}

/// Returns the error of a document in no format, with a description or a server's message.
fn unknown(tree: &Value) -> Error {
    match systems::refusal(tree) {
        Some(message) => {
            Error::new(ErrorCode::UnknownFormat, &["the answer of a server without an article, which says: ", &message])
        }
        None => {
            let seen = systems::seen(tree);
            Error::new(
                ErrorCode::UnknownFormat,
                &["no known format of articles: ", &seen, "; name one with the option format"],
            )
        }
    }
}

/// Returns the format of a document. Our own format must be a whole article, since lists of links have headlines too.
fn find_fitting(value: &Value) -> Option<&'static Format> {
    let others = [web::FORMATS, publishers::FORMATS, systems::FORMATS];
    let found = others.into_iter().flatten().find(|format| (format.detect)(value));
    let whole = || ["headline", "body"].iter().all(|name| value.get(name).is_some()) && !systems::suits_better(value);
    found.or_else(|| whole().then_some(&OWN))
}
