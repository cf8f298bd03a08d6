//! Elements of an editor's or a page's own (`oembed`, `amp-youtube`, `lite-youtube`, `drupal-media` …): which of them stand
//! for something, and by which attributes.

use crate::read::html::parse::tokenizer::Attribute;
use crate::text::keys::Keys;

/// The attribute of the tree that holds an element's name; none is written so.
pub(in crate::read::html) const NAME: &str = "";

/// Attributes that hold an address, the likeliest first.
pub(in crate::read::html) const ADDRESSES: [&str; 12] = [
    "src",
    "data-src",
    "data-url",
    "data-embed-url",
    "data-video-url",
    "video-url",
    "data-href",
    "url",
    "href",
    "file",
    "data-file",
    "permalink",
];

/// Attributes that hold what a provider calls a thing.
pub(in crate::read::html) const IDS: [&str; 13] = [
    "videoid",
    "video-id",
    "data-videoid",
    "data-video-id",
    "video",
    "data-tweetid",
    "tweet-id",
    "tweetid",
    "data-shortcode",
    "shortcode",
    "data-gistid",
    "data-src",
    "id",
];

/// Attributes that say nothing of content.
const PLAIN: Keys = Keys("class style id slot part lang dir title role width height layout hidden is key");

/// Whether an element seems to stand for something that it does not contain. `is_empty` says that it contains nothing.
pub(in crate::read::html) fn stands_for_something(attributes: &[Attribute], is_empty: bool) -> bool {
    attributes.iter().any(|(name, value)| {
        let name = name.to_ascii_lowercase();
        let place = ADDRESSES.iter().position(|address| *address == name);
        // What contains something may well be a link around it, whose address is none of a player.
        let holds_address = place.is_some_and(|place| place < 7 || is_empty) && value.contains('/');
        let says_more =
            !value.trim().is_empty() && !PLAIN.has(&name) && !name.starts_with("on") && !name.starts_with("aria-");
        holds_address || is_empty && says_more
    })
}

/// Whether a value of any attribute looks like an address.
pub(in crate::read::html) fn is_address(value: &str) -> bool {
    ["https://", "http://", "/", "./", "../"].iter().any(|start| value.starts_with(start))
}
