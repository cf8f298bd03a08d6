//! Text: how it is cleaned, searched and put together, and its language.

pub(crate) mod ascii;
mod clean;
pub(crate) mod keys;
pub(crate) mod lang;
pub(crate) mod swar;
pub(crate) mod template;

pub use clean::Text;
pub(crate) use clean::{body, is_plain_line, label, link};
