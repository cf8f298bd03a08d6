//! Selects the platform's dates, numbers and check of UTF-8; this is the only place that does so.

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

/// Checks that bytes are UTF-8.
///
/// # Errors
///
/// The number of valid bytes before the first invalid one.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, usize> {
    simdutf8::compat::from_utf8(bytes).map_err(|error| error.valid_up_to())
}

/// Checks the same with the standard library, whose code a module has anyway.
#[cfg(target_arch = "wasm32")]
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, usize> {
    std::str::from_utf8(bytes).map_err(|error| error.valid_up_to())
}
