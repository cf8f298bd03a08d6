//! The source itself: which files use which, and lists that stand in two places.
#![cfg(not(target_arch = "wasm32"))]

mod circles;
