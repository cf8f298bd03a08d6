//! The project's own format: its output, its schema, names and headings, and the JSON reader.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/mod.rs"]
mod support;

mod golden;
mod headings;
mod json;
mod names;
mod plain_text;
mod schema;
