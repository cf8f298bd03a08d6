//! Other formats: documents of each, in their variants and versions.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/mod.rs"]
mod support;

mod editors;
mod editors_inputs;
mod envelope;
mod golden;
mod jsonld;
mod limits;
mod publishers;
mod sentinels;
mod source_url;
mod systems;
mod variants;
mod versions;
mod web;
