//! Custom elements of editors and pages (`oembed`, `amp-youtube`, `lite-youtube`, `drupal-media` …): which of them
//! represent content, and in which attributes.

use crate::read::html::parse::tokenizer::Attribute;
use crate::text::keys::Keys;

/// The attribute of the tree that holds an element's name; no attribute in HTML has this name.
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

/// Attributes that hold a provider's id.
pub(in crate::read::html) const IDS: [&str; 14] = [
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
    "data-id",
    "id",
];

/// Attributes without content.
const PLAIN: Keys = Keys("class style id slot part lang dir title role width height layout hidden is key");

/// Returns whether an element seems to represent content that is not inside it. `is_empty` says whether it is empty.
pub(in crate::read::html) fn stands_for_something(attributes: &[Attribute], is_empty: bool) -> bool {
    attributes.iter().any(|(name, value)| {
        let name = name.to_ascii_lowercase();
        let place = ADDRESSES.iter().position(|address| *address == name);
        // An element with content may be a link around it, whose address is not that of a player.
        let holds_address = place.is_some_and(|place| place < 7 || is_empty) && value.contains('/');
        let says_more =
            !value.trim().is_empty() && !PLAIN.has(&name) && !name.starts_with("on") && !name.starts_with("aria-");
        holds_address || is_empty && says_more
    })
}

/// Returns whether an empty box seems to be one that a script fills with a player or a post.
pub(in crate::read::html) fn is_filled_by_script(attributes: &[Attribute]) -> bool {
    let of = |end: &str| attributes.iter().any(|(name, value)| *name == "class" && value.contains(end));
    let holds_json = attributes.iter().any(|(_, value)| address_in_json(value).is_some());
    (of("embed") || of("player") || holds_json)
        && !of("fb-post")
        && attributes.iter().any(|(name, value)| name.starts_with("data-") && !value.trim().is_empty())
}

/// Returns the first address in an object that a box holds for a script, as in Substack's posts.
pub(in crate::read::html) fn address_in_json(value: &str) -> Option<&str> {
    let start = value.starts_with('{').then(|| value.find("https://")).flatten()?;
    let rest = value.get(start..)?;
    rest.get(..rest.find(['"', '&', '\\'])?)
}

/// Returns whether the value of any attribute looks like an address.
pub(in crate::read::html) fn is_address(value: &str) -> bool {
    ["https://", "http://", "/", "./", "../"].iter().any(|start| value.starts_with(start))
}
