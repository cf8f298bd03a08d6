//! The npm package's first module knows the own format alone: what it leaves to the one that knows all formats.
#![allow(clippy::expect_used, reason = "a test")]

use article_widget::{Options, check};
use std::fs;
use std::path::Path;

/// The JSON files of a folder of tests, by name.
fn samples(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let files = fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path());
    let json = files.filter(|file| file.extension().is_some_and(|kind| kind == "json"));
    json.map(|file| (file.display().to_string(), fs::read(&file).expect("a readable file"))).collect()
}

/// Whether the first module shows an article itself: it reads it as its own format, and nothing in it is doubtful.
fn is_own(json: &[u8]) -> bool {
    let mut options = Options::default();
    options.format = Some("article".to_owned());
    check(json, &options).is_ok_and(|report| !report.doubts_format())
}

#[test]
fn articles_in_other_formats_are_left_to_the_other_module() {
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
