//! The formats that are read, and which of them a tree is in.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::options::Options;
use crate::read::capabilities::{self, formats_needed};
use crate::read::format::Format;
use crate::read::formats::{editors, publishers, web};
use crate::read::native::article;

/// The project's own format; the last that is tried, since others have some of its fields too.
pub(super) const OWN: Format = Format { name: "article", detect: article::detect, read: article::read };

/// The formats of others in the order in which they are tried; no document is in two of them.
const OTHERS: &[&[Format]] = &[web::FORMATS, publishers::FORMATS, editors::FORMATS];

/// The format that the options name, else the first that fits.
pub(super) fn find(tree: &Value, options: &Options) -> Result<&'static Format, Error> {
    let found = match &options.format {
        Some(name) if name == OWN.name => return Ok(&OWN),
        _ if !capabilities::OTHERS => None,
        Some(name) => OTHERS.iter().copied().flatten().find(|format| format.name == name),
        None => OTHERS.iter().copied().flatten().find(|format| (format.detect)(tree)),
    };
    match (found, &options.format) {
        (Some(format), _) => Ok(format),
        (None, None) if article::detect(tree) => Ok(&OWN),
        (None, _) if !capabilities::ALL => Err(formats_needed("other formats are not read here")),
        (None, None) => {
            let message = ["no known format of articles: ", tree.kind(), " with none of their fields"];
            Err(Error::new(ErrorCode::UnknownFormat, &message))
        }
        (None, Some(name)) => Err(Error::new(ErrorCode::UnknownFormat, &["there is no format ", name])),
    }
}
