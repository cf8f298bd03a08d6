//! The JSON tree: what every reader walks, wherever the JSON came from.
//!
//! One serde visitor ([`visit`](self)) fills the tree from bytes, from text and from JS values, so that no reader
//! knows the difference. Strings are borrowed from the input where it has them unescaped.

mod parse;
mod tree;
mod visit;

pub use parse::parse;
pub use tree::{Number, Value};
pub use visit::{MAX_DEPTH, Seed};
