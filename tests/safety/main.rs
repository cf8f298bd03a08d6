//! Properties that hold for every input.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/mod.rs"]
mod support;

mod bombs;
mod disguise;
mod limits;
mod properties;
mod text;
