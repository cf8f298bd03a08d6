#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "formats"), allow(dead_code, reason = "what only the other formats use"))]

pub mod json;
pub mod model;
pub mod render;

#[cfg(feature = "web")]
mod account;
#[cfg(not(feature = "web"))]
#[path = "account/absent.rs"]
mod account;
mod error;
mod options;
mod output;
mod pipeline;
mod platform;
mod read;
mod report;
mod text;
mod url;

pub use error::{Error, ErrorCode};
pub use options::{Options, Part, Parts, RelatedLook, Zone, options_from_json};
pub use output::batch::{Batch, Op};
pub use output::html::HtmlSink;
pub use output::report_json::to_json;
pub use pipeline::{Rendered, check, render_html, render_json, render_tree};
#[cfg(all(not(target_arch = "wasm32"), feature = "icu"))]
pub use platform::Icu;
pub use read::read;
pub use report::{Report, Warning, WarningCode};
pub use text::Text;
pub use text::lang::{Dir, Lang};
pub use url::{MAX_DATA_URL, MAX_URL, Purpose, SafeUrl, UrlError};

#[cfg(all(target_arch = "wasm32", any(feature = "bundle", feature = "mount")))]
mod wasm;
#[cfg(all(target_arch = "wasm32", any(feature = "bundle", feature = "mount")))]
pub use wasm::*;
