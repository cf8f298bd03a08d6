//! The source itself: which files use which.
#![cfg(not(target_arch = "wasm32"))]

mod circles;
