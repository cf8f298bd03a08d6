//! The JSON tree: what every reader walks, wherever the JSON came from.
//!
//! Bytes are read by [`parse`](fn@parse); JS values, and whatever else serde has a deserializer for, come through one visitor,
//! [`Seed`]. Strings are borrowed from the input where it has them unescaped.

mod parse;
mod tree;
mod visit;

pub use parse::parse;
pub use tree::{Number, Value};
pub use visit::{MAX_DEPTH, Seed};
