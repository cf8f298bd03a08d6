//! Selects the platform's dates and numbers; this is the only place that does so.

#[cfg(all(not(target_arch = "wasm32"), feature = "icu"))]
#[path = "icu.rs"]
mod imp;

#[cfg(all(target_arch = "wasm32", feature = "mount"))]
#[path = "intl.rs"]
mod imp;

#[cfg(not(any(all(not(target_arch = "wasm32"), feature = "icu"), all(target_arch = "wasm32", feature = "mount"))))]
#[path = "iso.rs"]
mod imp;

#[cfg(all(not(target_arch = "wasm32"), feature = "icu"))]
pub use imp::Icu;
pub(crate) use imp::locales;
