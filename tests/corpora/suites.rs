//! Conformance data of others, which is not part of the project: JSON texts, and HTML that every browser reads alike.
#![allow(clippy::expect_used, reason = "a test")]

use crate::support::html5::visible_text;
use article_widget::{Options, json, render_html};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// How many of the html5lib cases show the text that html5ever finds. The other 39 are:
///
/// - text between the rows of a table, which stays in its place (6);
/// - `details`, whose summary is our own label (2), and controls, which no text keeps (5);
/// - names of characters that the small table does not have (11), and marked sections in HTML, SVG and MathML (2);
/// - `select`, `plaintext` and `svg` that are left open, and what comes after or in them (13).
const SAME_TEXT: usize = 1707;

fn folder(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/suites").join(name);
    folder.is_dir().then_some(folder)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

/// Texts of JSONTestSuite: `y_` must be accepted and `n_` refused.
pub fn json_texts_are_accepted_or_refused() {
    let Some(folder) = folder("json/test_parsing") else { return };
    let (mut accepted, mut refused, mut wrong) = (0, 0, Vec::new());
    for file in files(&folder) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read = json::parse(&fs::read(&file).expect("a text")).is_ok();
        match (name.as_bytes().first(), read) {
            (Some(b'y'), true) => accepted += 1,
            (Some(b'n'), false) => refused += 1,
            (Some(b'i'), _) => {}
            _ => wrong.push(name),
        }
    }
    assert_eq!((accepted, refused, wrong), (95, 188, Vec::<String>::new()));
}

/// Returns the inputs of a file of tree construction, except those that scripts change.
fn inputs(file: &Path) -> Vec<String> {
    let bytes = fs::read(file).expect("a file");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let cases = text.split("#data\n").skip(1);
    cases.filter_map(|case| case.split("\n#errors").next().map(str::to_owned)).collect()
}

fn words(html: &str) -> String {
    visible_text(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text that readers see of the trees of html5lib is that which html5ever finds.
pub fn trees_of_html_show_the_text_that_html5ever_finds() {
    let Some(folder) = folder("html5lib/tree-construction") else { return };
    let (mut all, mut other) = (0, Vec::new());
    for file in files(&folder).iter().filter(|file| file.extension().is_some_and(|end| end == "dat")) {
        for input in inputs(file) {
            let document = serde_json::json!({ "headline": "", "body": { "html": input } }).to_string();
            let shown = render_html(document.as_bytes(), &Options::default()).map(|done| words(&done.html));
            let (shown, expected) = (shown.unwrap_or_default(), words(&input));
            all += 1;
            if shown.replace(' ', "") != expected.replace(' ', "") {
                other
                    .push(format!("{:?} {input:?}\n  {shown:?}\n  {expected:?}", file.file_name().unwrap_or_default()));
            }
        }
    }
    let same = all - other.len();
    if env::var_os("EXPLAIN").is_some() {
        eprintln!("{}", other.join("\n"));
    }
    eprintln!("{same} of {all} show the same text");
    assert!(same >= SAME_TEXT, "{same} of {all}; EXPLAIN=1 names the others");
}

/// Every case of `../shared/cases` passes, by its own runner, which needs Python.
#[cfg(feature = "cli")]
pub fn every_case_passes() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let runner = shared.join("tools/run-cases");
    if !runner.is_file() || !shared.join("cases").is_dir() {
        return;
    }
    let mut command = std::process::Command::new(runner);
    let done =
        command.arg(env!("CARGO_BIN_EXE_article-widget")).arg(shared.join("cases")).output().expect("the runner");
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{told}{}", String::from_utf8_lossy(&done.stderr));
}
