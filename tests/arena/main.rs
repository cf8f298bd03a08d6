//! The heap of the npm package's module.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../../src/wasm/arena.rs"]
mod arena;
mod articles;
mod memory;
