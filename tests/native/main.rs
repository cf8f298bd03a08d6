//! The command-line tool, and dates natively.
#![cfg(not(target_arch = "wasm32"))]

mod intl;
mod tool;
