//! The engine that publishers' systems share: converts elements by their kind, and reads pictures and bylines.

pub(in crate::read) mod byline;
pub(in crate::read) mod convert;
pub(in crate::read) mod kind;
pub(in crate::read) mod picture;
