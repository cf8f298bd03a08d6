//! Renders an article, in the JSON of its publisher, as safe and accessible HTML.
//!
//! **The promise:** for every input, the output consists of a closed set of elements and attributes, without scripts,
//! styles, event handlers or unsafe URLs. Content that cannot be shown becomes a [`Warning`] with a code and a path.
//!
//! ```
//! use article_widget::{Options, render_html};
//!
//! let json = br#"{ "headline": "Rain", "body": [{ "type": "paragraph", "text": "It rained." }, { "type": "rain" }] }"#;
//! let rendered = render_html(json, &Options::new().heading_level(1))?;
//! assert!(rendered.html.contains("<p>It rained.</p>"));
//! assert_eq!(rendered.report.warnings[0].path, "/body/1/type");
//! # Ok::<(), article_widget::Error>(())
//! ```
//!
//! # Entry points
//!
//! | output | function |
//! |---|---|
//! | HTML and a report | [`render_html`] |
//! | the element `<article-widget>` with its shadow root, and the head of its page | [`render_element`] |
//! | a whole page, piece by piece | [`render_page`] |
//! | only a report | [`check`] |
//! | operations for your own player | [`render_json`] with a [`Batch`] |
//! | output of another kind | [`render_json`] with your own [`Sink`](render::Sink) |
//! | the typed article | [`json::parse`], then [`read`](fn@read): a [`model::Article`] |
//! | output from an article that you built | [`render::render`] |
//! | nodes in a web page, from Rust | `mount` and `mount_value`, on `wasm32` with the feature `mount` |
//! | the report as JSON | [`to_json`] |
//!
//! [`Options`] choose what is shown and how. [`formats`] lists the formats that are recognised; the JSON Schema
//! [`SCHEMA`] describes our own. The output needs the style sheet [`STYLE_SHEET`], which is `article-widget.css` in the
//! npm package, or your own: every element has a `part` name.
//!
//! # Features
//!
//! | feature | adds | default |
//! |---|---|---|
//! | `formats` | all other formats: `web`, `editors` and `publishers` | yes |
//! | `web` | JSON-LD, JSON Feed, WordPress, Ghost, Readability, Mercury; implies `html` | with `formats` |
//! | `html` | HTML in articles of our own format | with `web` |
//! | `labels` | labels in every language; only English without it | yes |
//! | `mount` | `mount` for Rust web apps; has no effect natively | yes |
//! | `icu` | dates in the article's language on native targets; ISO 8601 without it | no |
//! | `cli` | the command-line tool | no |
//!
//! A document in an omitted format is an error with the code [`ErrorCode::MissingFeature`].
#![cfg_attr(not(feature = "formats"), allow(dead_code, reason = "only readers of other formats use it"))]

pub mod json;
pub mod model;
pub mod render;

#[cfg(feature = "web")]
mod account;
#[cfg(not(feature = "web"))]
#[path = "account/absent.rs"]
mod account;
mod element;
mod error;
mod options;
mod output;
mod pipeline;
mod platform;
mod read;
#[cfg(feature = "html")]
mod renditions;
#[cfg(not(feature = "html"))]
#[path = "renditions/absent.rs"]
mod renditions;
mod report;
mod text;
mod url;

pub use element::{
    Canonical, ElementOptions, PageError, RenderedElement, SCHEMA, STYLE_SHEET, Styles, THEMES, hash_styles,
    render_element, render_page,
};
pub use error::{Error, ErrorCode};
pub use options::{Options, Part, Parts, RelatedLook, Zone};
pub use output::batch::{Batch, Op};
pub use output::html::HtmlSink;
pub use output::report_json::to_json;
pub use pipeline::{Rendered, check, render_html, render_json, render_tree};
#[cfg(all(not(target_arch = "wasm32"), feature = "icu"))]
pub use platform::Icu;
pub use read::{formats, read};
pub use report::{Report, Warning, WarningCode};
pub use text::lang::{Dir, Lang};
pub use text::{Label, Text};
pub use url::{MAX_DATA_URL, MAX_URL, Purpose, SafeUrl, UrlError};

#[cfg(all(target_arch = "wasm32", any(feature = "bundle", feature = "mount")))]
mod wasm;
#[cfg(all(target_arch = "wasm32", any(feature = "bundle", feature = "mount")))]
pub use wasm::*;

/// The examples of README.md, which are compiled as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
