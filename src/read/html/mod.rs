//! Converts HTML to the same blocks and inlines of the model as every other format.
//!
//! ```text
//! HTML ─► tokens ─► tree, of blocks, pictures and texts in chains of running text ─► Blocks and Inlines
//! ```
//!
//! This is a part of the sanitizer: HTML goes no further than the model. Elements, attributes and styles without an
//! equivalent in the model are dropped; text is dropped only if browsers do not show it or a warning says so. Browsers
//! and servers run the same code, so both show the same. Time and memory are linear in the length of the HTML: depth
//! and open elements are bounded, and nodes are taken from the article's budget.
//!
//! The tokenizer is the project's own: html5gum follows the standard to the letter, but costs 32.5 KB of the browser's
//! module after brotli. This whole reader, with the tree and the conversion to the model, costs 25.

mod convert;
#[cfg(feature = "markdown")]
pub(super) mod markdown;
mod parse;

use crate::json::Value;
use crate::model::{Block, EmbedKind, Inline};
use crate::read::Context;
use crate::text::Text;
use crate::url::{Purpose, SafeUrl};
#[cfg(feature = "editors")]
pub(super) use convert::providers::decode_percent;
use convert::{Reader, providers};
use parse::{builder, entities};

/// Reads HTML as blocks. `at` is the value that holds it, for warnings: they name the value and the offset in bytes.
pub(in crate::read) fn blocks<'t>(html: &'t str, at: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    let tree = builder::build(html, at, cx);
    let blocks = Reader::new(html, &tree, at, cx).body(0);
    cx.warn_of_shortened(at);
    blocks
}

/// Reads HTML as running text, with line breaks where blocks begin or end. `at` is the value that holds it, for
/// warnings.
pub(super) fn inlines<'t>(html: &'t str, at: &Value, cx: &mut Context) -> Vec<Inline<'t>> {
    let tree = builder::build(html, at, cx);
    let content = Reader::new(html, &tree, at, cx).phrase(0);
    cx.warn_of_shortened(at);
    content
}

/// Returns the page for readers if the address is that of a player, otherwise the address; also the kind of its content
/// and its provider's name, if known.
pub(super) fn provider(url: SafeUrl) -> (SafeUrl, Option<(EmbedKind, &'static str)>) {
    let page =
        providers::find_page(&url).and_then(|page| SafeUrl::new(&page, Purpose::Media, None).ok()).unwrap_or(url);
    let known = providers::find_provider(&page);
    (page, known)
}

/// Returns the page for readers if the address is that of a player, otherwise the address.
pub(crate) fn page(url: SafeUrl) -> SafeUrl {
    provider(url).0
}

/// Decodes the character references of a text.
pub(crate) fn decode(text: &str) -> Text<'_> {
    entities::decode(text, entities::Place::Text)
}
