//! The JSON tree that every reader walks, whatever the source of the JSON.
//!
//! [`parse`](fn@parse) reads bytes. JS values, and any other source with a serde deserializer, come through one
//! visitor, [`Seed`]. Strings are borrowed from the input if they are not escaped there.

mod parse;
mod tree;
mod visit;

pub use parse::parse;
pub use tree::{Number, Value};
pub use visit::{MAX_DEPTH, Seed};
