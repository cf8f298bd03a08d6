//! The formats that are read, and which of them a tree is in.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::options::Options;
use crate::read::capabilities::{self, formats_needed};
use crate::read::format::Format;
use crate::read::formats::{editors, publishers, systems, web};
use crate::read::native::article;

/// The project's own format; the last that is tried, since others have some of its fields too.
pub(super) const OWN: Format = Format { name: "article", detect: article::detect, read: article::read };

/// The formats of others in the order in which they are tried; no document is in two of them.
const OTHERS: &[&[Format]] = &[web::FORMATS, publishers::FORMATS, systems::FORMATS, editors::FORMATS];

/// The format that the options name, else the first that fits.
pub(super) fn find(tree: &Value, options: &Options) -> Result<&'static Format, Error> {
    let found = match &options.format {
        Some(name) if name == OWN.name => return Ok(&OWN),
        _ if !capabilities::OTHERS => None,
        Some(name) => OTHERS.iter().copied().chain([systems::GENERIC]).flatten().find(|format| format.name == name),
        None => OTHERS.iter().copied().flatten().find(|format| (format.detect)(tree)),
    };
    match (found, &options.format) {
        (Some(format), _) => Ok(format),
        (None, None) if article::detect(tree) => Ok(&OWN),
        (None, _) if !capabilities::ALL => Err(formats_needed()),
        (None, None) => {
            let message = ["no known format of articles: ", tree.kind(), " with none of their fields"];
            Err(Error::new(ErrorCode::UnknownFormat, &message))
        }
        (None, Some(name)) => Err(Error::new(ErrorCode::UnknownFormat, &["there is no format ", name])),
    }
}

#[cfg(all(test, feature = "formats"))]
mod tests {
    #![allow(clippy::expect_used, reason = "a test")]

    use super::*;
    use crate::json;
    use std::fs;
    use std::path::Path;

    /// Documents that are called after what they show and not after their format.
    const CALLED: &[(&str, &str)] = &[
        ("strapi", "slate"),
        ("markdown", "mobiledoc"),
        ("guardian", "guardian-dcr"),
        ("guardian-live", "guardian-dcr"),
    ];

    /// The formats that a document could be in, of those that are tried before our own.
    fn fitting(document: &Value) -> Vec<&'static str> {
        OTHERS.iter().copied().flatten().filter(|format| (format.detect)(document)).map(|format| format.name).collect()
    }

    #[test]
    fn every_document_is_in_its_own_format_and_in_no_other() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
        let names: Vec<&str> = OTHERS.iter().copied().flatten().map(|format| format.name).collect();
        let mut wrong = Vec::new();
        for entry in fs::read_dir(folder).expect("the documents") {
            let path = entry.expect("a file").path();
            let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if path.extension().is_none_or(|ending| ending != "json") || file.starts_with("generic") {
                continue;
            }
            let bytes = fs::read(&path).expect("a readable file");
            let mut tree = json::parse(&bytes).expect("JSON");
            crate::read::unfold(&mut tree);
            let called = CALLED.iter().find(|(name, _)| *name == file).map(|(_, format)| *format);
            let longest = names.iter().filter(|name| file.starts_with(*name)).max_by_key(|name| name.len()).copied();
            let own = called.or(longest).unwrap_or("none");
            let found = fitting(&tree);
            if found != [own] {
                wrong.push((file, own, found));
            }
        }
        assert!(wrong.is_empty(), "document, its format, formats found: {wrong:#?}");
    }
}
