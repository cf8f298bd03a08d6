//! The corpora: about a thousand real articles. They are not part of the project.
#![allow(clippy::expect_used, reason = "a test")]

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Returns their folder, which is beside the project.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora")
}

/// Reads one of their files.
///
/// # Errors
///
/// The file does not exist.
pub fn file(name: &str) -> io::Result<Vec<u8>> {
    fs::read(folder().join(name))
}

/// Reads their index: one line per article, with fields separated by tabs.
pub fn index() -> String {
    fs::read_to_string(folder().join("INDEX.tsv")).expect("the index of the corpora")
}
