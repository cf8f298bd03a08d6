//! Cleans, searches and combines texts, and reads language tags.

pub(crate) mod ascii;
#[cfg(feature = "html")]
pub(crate) mod background;
pub(crate) mod char_set;
mod clean;
mod cluster;
mod extenders;
pub(crate) mod keys;
mod label;
pub(crate) mod lang;
pub(crate) mod swar;
pub(crate) mod template;

pub(crate) use clean::Cleaner;
pub use clean::Text;
pub(crate) use cluster::Cluster;
pub(crate) use extenders::is_extender;
pub use label::Label;
