//! The formats that this build reads, and its errors if a larger build is needed.
//!
//! The page fetches a small build first. Its readers continue if they can, so that one pass finds the build that is
//! needed.

use crate::error::{Error, Needed};
use crate::json::Value;
use crate::model::{Block, SMALLEST};
use crate::options::Options;
use crate::read::Context;
use crate::read::format::{Read, Reader};
use crate::report::{Report, WarningCode};

/// Whether this build knows every format, and reads all except those of publishers, which have their own build.
pub(super) const ALL: bool = cfg!(feature = "editors");

/// Whether this build reads any other format than our own.
pub(super) const OTHERS: bool = cfg!(feature = "web");

/// Whether this build reads documents of editors, which may also be stored as text.
const EDITORS: bool = cfg!(feature = "editors");

/// Returns the error of a build without HTML, for HTML or blocks that only builds with HTML read.
pub(super) fn html_needed() -> Error {
    Error::needed(Needed::HTML)
}

/// Returns the error of a build that does not read the certain or possible format of a document.
pub(super) fn formats_needed() -> Error {
    Error::needed(Needed::FORMATS)
}

/// A reader for one kind of block.
pub(super) type BlockReader = for<'t> fn(&'t Value<'t>, &mut Context) -> Option<Block<'t>>;

/// Returns the reader of a rare block; in the smallest build for pages, the error that names the build that reads it.
pub(super) const fn rare(reader: BlockReader) -> BlockReader {
    if SMALLEST { missing_block } else { reader }
}

/// Reads nothing, and notes which build is needed.
fn missing_block<'t>(_: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    cx.needs(html_needed());
    None
}

/// Returns the reader of a publisher's format in a build that reads it; in a build that only detects it, the error that
/// names the build that does.
pub(super) const fn reader_of_publishers(reader: Reader) -> Reader {
    if cfg!(feature = "publishers") { reader } else { elsewhere }
}

/// Returns the error that names the build with this format.
fn elsewhere<'t>(_: &'t Value<'t>, _: &mut Context) -> Read<'t> {
    Err(Error::needed(Needed::PUBLISHERS))
}

/// Returns the error for a text of a body that may be a document of an editor.
pub(super) fn error_for_text(text: &str) -> Option<Error> {
    (!EDITORS && (text.starts_with("{\"") || text.starts_with("[{\""))).then(formats_needed)
}

/// Returns the error for an article that was read as our own, but may be in another format that this build omits.
pub(super) fn error_for_own(report: &Report, options: &Options) -> Option<Error> {
    (!ALL && options.format.is_none() && doubts_format(report)).then(formats_needed)
}

/// Returns whether an article may be in another format than it was read in: it has something that this format does not
/// know.
fn doubts_format(report: &Report) -> bool {
    report.warnings.iter().any(|warning| {
        matches!(
            warning.code,
            WarningCode::WrongType
                | WarningCode::MissingField
                | WarningCode::UnknownField
                | WarningCode::UnknownBlock
                | WarningCode::UnknownMark
        )
    })
}

#[cfg(all(test, feature = "formats"))]
mod tests {
    #![allow(clippy::expect_used, reason = "a test")]

    use super::*;
    use crate::check;
    use std::fs;
    use std::path::Path;

    /// Returns the JSON files of a folder of tests, by name.
    fn samples(folder: &str) -> Vec<(String, Vec<u8>)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
        let files = fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path());
        let json = files.filter(|file| file.extension().is_some_and(|kind| kind == "json"));
        json.map(|file| (file.display().to_string(), fs::read(&file).expect("a readable file"))).collect()
    }

    /// Returns whether the build for our own format shows an article itself: it reads it as such, without doubts.
    fn is_own(json: &[u8]) -> bool {
        let options = Options { format: Some("article".to_owned()), ..Options::default() };
        check(json, &options).is_ok_and(|report| !doubts_format(&report))
    }

    #[test]
    fn articles_in_other_formats_are_left_to_the_larger_build() {
        let samples = samples("formats");
        assert!(samples.len() > 20, "{} samples", samples.len());
        for (name, json) in samples {
            let report = check(&json, &Options::default()).expect("an article");
            assert_ne!(report.format, "article", "{name}");
            assert!(!is_own(&json), "{name} would be shown as an own article");
        }
    }

    #[test]
    fn own_articles_without_faults_are_not() {
        let own = samples("golden").into_iter().filter(|(name, _)| !Path::new(name).with_extension("report").exists());
        let shown = own.filter(|(_, json)| check(json, &Options::default()).is_ok()).collect::<Vec<_>>();
        assert!(shown.len() > 20, "{} samples", shown.len());
        for (name, json) in shown {
            assert!(is_own(&json), "{name} would be fetched twice");
        }
    }

    #[test]
    fn what_the_smaller_build_shows_as_ours_is_ours_in_the_larger_one() {
        let texts =
            ["\"<p>Mud <b>all</b> over.</p>\"", "\"Mud **all** over.\"", "[\"<p>Mud.</p>\"]", "\"\"", "null", "7"];
        let others = [
            "",
            "\"id\":3",
            "\"id\":null",
            "\"content\":\"<p>x y</p>\"",
            "\"Body\":\"<p>x y</p>\"",
            "\"image\":\"/a.jpg\"",
        ];
        for title in ["\"headline\":\"A\"", "\"title\":\"A\"", "\"headline\":\"A\",\"title\":\"B\"", "\"Title\":\"A\""]
        {
            for text in texts {
                for other in others {
                    let comma = if other.is_empty() { "" } else { "," };
                    let json = format!("{{{title},\"body\":{text}{comma}{other}}}");
                    let format = check(json.as_bytes(), &Options::default()).map_or("none", |report| report.format);
                    assert!(!is_own(json.as_bytes()) || format == "article", "{json}: {format}");
                }
            }
        }
    }
}
