//! HTML to the model: the same blocks and inlines as from everything else.
//!
//! ```text
//! HTML ─► tokens ─► tree, of blocks, pictures and texts in chains of running text ─► Blocks and Inlines
//! ```
//!
//! It is a part of the sanitizer: nothing of the HTML goes further than the model. Elements, attributes and styles that
//! the model has no word for are left behind; text is not, unless browsers do not show it either or a warning says so.
//! Browsers and servers run the same code, so both show the same. Time and memory are linear in the HTML's length:
//! depth and open elements are bounded, and nodes are taken from the article's budget.
//!
//! A tokenizer of our own, because html5gum, which is one to the letter of the standard, costs 32.5 KB of the browser's
//! module after brotli, and this whole reader, with the tree and the way into the model, 25.

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
pub(super) use convert::embeds::decode_percent;
use convert::{Reader, embeds};
use parse::{builder, entities};

/// Reads HTML as blocks. `at` is the value that holds it, for warnings: they name the value and the offset in bytes.
pub(in crate::read) fn blocks<'t>(html: &'t str, at: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    let tree = builder::build(html, at, cx);
    let blocks = Reader::new(html, &tree, at, cx).body(0);
    cx.warn_of_shortened(at);
    blocks
}

/// Reads HTML as running text: where a block begins or ends, there is a line break. `at` is the value that holds it,
/// for warnings.
pub(super) fn inlines<'t>(html: &'t str, at: &Value, cx: &mut Context) -> Vec<Inline<'t>> {
    let tree = builder::build(html, at, cx);
    let content = Reader::new(html, &tree, at, cx).phrase(0);
    cx.warn_of_shortened(at);
    content
}

/// What an address shows and its provider's name, if the provider is known, and the page for readers where it is a
/// player's.
pub(super) fn provider(url: SafeUrl) -> (SafeUrl, Option<(EmbedKind, &'static str)>) {
    let page = embeds::page(&url).and_then(|page| SafeUrl::new(&page, Purpose::Media, None).ok()).unwrap_or(url);
    let known = embeds::provider(&page);
    (page, known)
}

/// The page for readers of an address that is a player's, else the address.
pub(crate) fn page(url: SafeUrl) -> SafeUrl {
    provider(url).0
}

/// Text with its references to characters decoded.
pub(crate) fn decode(text: &str) -> Text<'_> {
    entities::decode(text, entities::Place::Text)
}
