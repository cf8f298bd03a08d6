//! The engine that publishers' systems share: elements to blocks by their kind, pictures and bylines.

pub(in crate::read) mod byline;
pub(in crate::read) mod convert;
pub(in crate::read) mod kind;
pub(in crate::read) mod picture;
