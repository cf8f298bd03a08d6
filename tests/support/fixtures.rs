//! The golden files: each document of `tests/golden` (our own format) and `tests/formats` (other formats), `NAME.json`,
//! has its output beside it: `NAME.html` and `NAME.report`, or `NAME.error`.
//!
//! `UPDATE_GOLDEN=1 cargo test` rewrites them; look at the change before you commit it.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use article_widget::{Error, HtmlSink, Options, Report, render::IsoDates, render_json};
use std::fs;
use std::path::{Path, PathBuf};

/// An input.
pub struct Fixture {
    /// The file's name without its suffix.
    pub name: String,
    /// The article's JSON.
    pub json: Vec<u8>,
}

/// Returns all documents of our own format, by name.
pub fn all() -> Vec<Fixture> {
    let fixtures = all_in("golden");
    assert!(fixtures.len() > 30, "fixtures are missing from tests/golden");
    fixtures
}

/// Returns all documents of a folder of `tests`, by name.
pub fn all_in(folder: &str) -> Vec<Fixture> {
    let files = fs::read_dir(path(folder)).expect("a folder").map(|entry| entry.expect("a file").path());
    let mut inputs: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    inputs.sort();
    inputs
        .into_iter()
        .map(|path| Fixture {
            name: path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            json: fs::read(&path).expect("a readable file"),
        })
        .collect()
}

/// Renders with ISO 8601 dates, which are the same on every machine.
pub fn render(json: &[u8], options: &Options) -> Result<(String, Report), Error> {
    let mut sink = HtmlSink::default();
    let report = render_json(json, options, &IsoDates, &mut sink)?;
    Ok((sink.finish(), report))
}

/// Removes the attributes of links that leave the host's site from HTML; the tests of `rel` check these.
pub fn without_leaving(html: &str) -> String {
    html.replace(" rel=\"noopener noreferrer\"", "").replace(" noopener noreferrer\"", "\"")
}

/// Compares all documents of a folder with the golden files beside them, and finds golden files without a document.
#[track_caller]
pub fn assert_golden_folder(folder: &str) {
    let fixtures = all_in(folder);
    for fixture in &fixtures {
        let (html, report, error) = match render(&fixture.json, &Options::default()) {
            Ok((html, report)) => {
                let warnings = report.warnings.iter();
                let lines = warnings.map(|w| format!("{} {}: {}\n", w.code.as_str(), w.path, w.message));
                (broken(&html), lines.collect(), String::new())
            }
            Err(error) => {
                (String::new(), String::new(), format!("{} {}: {error}\n", error.code().as_str(), error.path()))
            }
        };
        for (ending, text) in [("html", html), ("report", report), ("error", error)] {
            assert_golden(&path(folder).join(format!("{}.{ending}", fixture.name)), &text);
        }
    }
    for entry in fs::read_dir(path(folder)).expect("a folder") {
        let file = entry.expect("a file").path();
        let name = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        assert!(fixtures.iter().any(|fixture| fixture.name == name), "{} belongs to no document", file.display());
    }
}

/// Compares a text with a golden file, or writes the file if `UPDATE_GOLDEN` is set. An empty text has no file.
#[track_caller]
fn assert_golden(path: &Path, actual: &str) {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return;
    }
    if std::env::var_os("UPDATE_GOLDEN").is_none() {
        panic!("{} differs; UPDATE_GOLDEN=1 accepts it\n{}", path.display(), differences(&expected, actual));
    }
    if actual.is_empty() { fs::remove_file(path) } else { fs::write(path, actual) }.expect("a writable file");
}

/// Returns the HTML with a line for each start tag, so that a diff shows what changed.
fn broken(html: &str) -> String {
    if html.is_empty() { String::new() } else { html.replace("><", ">\n<") + "\n" }
}

/// Returns the first lines that differ.
fn differences(expected: &str, actual: &str) -> String {
    let (mut expected, mut actual) = (expected.lines(), actual.lines());
    let mut out = String::new();
    let mut shown = 0;
    loop {
        match (expected.next(), actual.next()) {
            (None, None) => return out,
            _ if shown == 8 => return out + "…\n",
            (one, other) if one == other => {}
            (one, other) => {
                shown += 1;
                out += &format!("  expected: {}\n  actual:   {}\n", one.unwrap_or("-"), other.unwrap_or("-"));
            }
        }
    }
}

fn path(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder)
}
