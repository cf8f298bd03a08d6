//! The formats of others, by where they come from: a feature each, and a stub of the same name where it is left out.

#[cfg(feature = "editors")]
pub(super) mod editors;
#[cfg(not(feature = "editors"))]
#[path = "../stubs/editors.rs"]
pub(super) mod editors;

#[cfg(feature = "publishers")]
pub(super) mod publishers;
#[cfg(not(feature = "publishers"))]
#[path = "../stubs/publishers.rs"]
pub(super) mod publishers;

#[cfg(feature = "web")]
pub(super) mod web;
#[cfg(not(feature = "web"))]
#[path = "../stubs/web.rs"]
pub(super) mod web;

#[cfg(feature = "formats")]
pub(super) mod systems;
#[cfg(not(feature = "formats"))]
#[path = "../stubs/systems.rs"]
pub(super) mod systems;

#[cfg(feature = "formats")]
pub(super) mod envelope;
#[cfg(not(feature = "formats"))]
#[path = "../stubs/envelope.rs"]
pub(super) mod envelope;
