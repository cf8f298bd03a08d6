#![doc = include_str!("../README.md")]

pub mod json;
pub mod model;

mod error;
mod lang;
mod options;
mod read;
mod report;
mod text;
mod url;

pub use error::{Error, ErrorCode};
pub use lang::{Dir, Lang};
pub use options::{Options, Part, Parts, Zone};
pub use read::read;
pub use report::{Report, Warning, WarningCode};
pub use text::Text;
pub use url::{MAX_DATA_URL, MAX_URL, Purpose, SafeUrl, UrlError};
