//! The golden files: `tests/golden/NAME.json` with what it becomes, `NAME.html` and `NAME.report`, or `NAME.error`.
//!
//! `UPDATE_GOLDEN=1 cargo test` writes them anew; look at the change before you commit it.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use article_widget::{Error, HtmlSink, Options, Report, render::IsoDates, render_json};
use std::fs;
use std::path::{Path, PathBuf};

/// An input.
pub struct Fixture {
    /// The file's name without its ending.
    pub name: String,
    /// The article's JSON.
    pub json: Vec<u8>,
}

/// All inputs, by name.
pub fn all() -> Vec<Fixture> {
    let folder = folder();
    let files = fs::read_dir(&folder).expect("tests/golden is there").map(|entry| entry.expect("a file").path());
    let mut inputs: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    inputs.sort();
    assert!(inputs.len() > 30, "fixtures are missing from {}", folder.display());
    inputs
        .into_iter()
        .map(|path| Fixture {
            name: path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            json: fs::read(&path).expect("a readable file"),
        })
        .collect()
}

/// Renders with dates as in ISO 8601, which are the same wherever the tests run.
pub fn render(json: &[u8], options: &Options) -> Result<(String, Report), Error> {
    let mut sink = HtmlSink::default();
    let report = render_json(json, options, &IsoDates, &mut sink)?;
    Ok((sink.finish(), report))
}

/// Holds a text against a golden file, or writes the file when `UPDATE_GOLDEN` is set. An empty text has no file.
#[track_caller]
pub fn assert_golden(name: &str, actual: &str) {
    let path = folder().join(name);
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected == actual {
        return;
    }
    if std::env::var_os("UPDATE_GOLDEN").is_none() {
        panic!("{name} differs; UPDATE_GOLDEN=1 accepts it\n{}", differences(&expected, actual));
    }
    if actual.is_empty() { fs::remove_file(&path) } else { fs::write(&path, actual) }.expect("a writable file");
}

/// The HTML with a line for each element that begins, which shows what a change changed.
pub fn broken(html: &str) -> String {
    if html.is_empty() { String::new() } else { html.replace("><", ">\n<") + "\n" }
}

/// The first lines that differ.
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

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}
