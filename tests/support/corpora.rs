//! The corpora: about a thousand real articles. They are no part of the project.
#![allow(clippy::expect_used, reason = "a test")]

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The folder that they are in, where they stand beside the project.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora")
}

/// A file of theirs.
///
/// # Errors
///
/// It is not there.
pub fn file(name: &str) -> io::Result<Vec<u8>> {
    fs::read(folder().join(name))
}

/// Their index: a line for each article, its fields with tabs between them.
pub fn index() -> String {
    fs::read_to_string(folder().join("INDEX.tsv")).expect("the index of the corpora")
}
