//! The command-line tool, and native dates.
#![cfg(not(target_arch = "wasm32"))]

mod intl;
mod tool;
