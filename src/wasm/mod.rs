//! The interface to the browser: the exports for the npm package's JavaScript, and `mount` for Rust web apps.

#[cfg(feature = "mount")]
mod apply_ops;
#[cfg(feature = "bundle")]
mod arena;
#[cfg(feature = "bundle")]
mod bundle;
#[cfg(feature = "bundle")]
mod heap;
#[cfg(feature = "mount")]
mod mount;

#[cfg(feature = "bundle")]
pub use crate::wasm::bundle::*;
#[cfg(feature = "mount")]
pub use crate::wasm::mount::*;
