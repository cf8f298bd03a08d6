//! HTML bodies.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/mod.rs"]
mod support;

mod hostile;
mod reader;
mod references;
