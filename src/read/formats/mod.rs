//! Other formats, by origin: a feature for each, and a stub of the same name for builds without it.

#[cfg(feature = "editors")]
pub(super) mod editors;
#[cfg(not(feature = "editors"))]
#[path = "../stubs/editors.rs"]
pub(super) mod editors;

#[cfg(any(feature = "publishers", feature = "editors"))]
pub(super) mod publishers;
#[cfg(not(any(feature = "publishers", feature = "editors")))]
#[path = "../stubs/publishers.rs"]
pub(super) mod publishers;

#[cfg(feature = "web")]
pub(super) mod web;
#[cfg(not(feature = "web"))]
#[path = "../stubs/web.rs"]
pub(super) mod web;

#[cfg(feature = "editors")]
pub(super) mod systems;
#[cfg(not(feature = "editors"))]
#[path = "../stubs/systems.rs"]
pub(super) mod systems;

#[cfg(any(feature = "publishers", feature = "editors"))]
pub(super) mod envelope;
#[cfg(not(any(feature = "publishers", feature = "editors")))]
#[path = "../stubs/envelope.rs"]
pub(super) mod envelope;
