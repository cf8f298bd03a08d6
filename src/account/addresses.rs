//! The addresses that an article shows.

use super::set::{Set, hash};
use crate::read::{decode, page};
use crate::text::ascii;
use crate::url::{Purpose, SafeUrl};

/// The least length of a segment of words that tells a file from all others.
const SPOKEN: usize = 16;

/// The least length of a segment with digits or capitals, as machines coin them: that of a video's id.
const COINED: usize = 11;

/// The addresses that an article shows.
pub(super) struct Addresses<'a> {
    base: Option<&'a SafeUrl>,
    shown: Vec<u32>,
    set: Option<Set>,
}

impl<'a> Addresses<'a> {
    /// No addresses yet; relative ones are resolved against the base.
    pub fn new(base: Option<&'a SafeUrl>) -> Addresses<'a> {
        Addresses { base, shown: Vec::new(), set: None }
    }

    /// Adds an address.
    pub fn add(&mut self, url: &SafeUrl) {
        self.shown.push(key(url.as_str()));
        self.shown.extend(file(url.as_str()));
    }

    /// Whether an address is shown that is written with references to characters.
    pub fn holds_references(&mut self, address: &str) -> bool {
        self.holds(&decode(address))
    }

    /// Whether an address is shown, or another size or page of the same thing.
    pub fn holds(&mut self, address: &str) -> bool {
        let address = address.trim();
        if self.has(key(address)) || file(address).is_some_and(|file| self.has(file)) {
            return true;
        }
        let Ok(url) = SafeUrl::new(address, Purpose::Link, self.base) else { return false };
        self.has(key(url.as_str())) || self.has(key(page(url).as_str()))
    }

    fn has(&mut self, key: u32) -> bool {
        let shown = &self.shown;
        let set = self.set.get_or_insert_with(|| {
            let mut set = Set::with_capacity(shown.len());
            shown.iter().for_each(|key| set.add(*key));
            set
        });
        set.has(key)
    }
}

/// What tells an address from others: without its scheme, `www.`, fragment and the slash at its end.
fn key(address: &str) -> u32 {
    let page = ascii::cut(address, b"#").0;
    let page = ascii::split_once(page, b':').map_or(page, |(_, rest)| rest);
    let page = page.strip_prefix("//").unwrap_or(page);
    let page = page.strip_prefix("www.").unwrap_or(page);
    hash(page.strip_suffix('/').unwrap_or(page).as_bytes())
}

/// What tells a file or a player from others, whatever the server made of it: the longest segment of its path, without
/// size and type, where it is long enough to be its own; else the longest value of its query.
fn file(address: &str) -> Option<u32> {
    let page = ascii::cut(address, b"#").0;
    let page = ascii::split_once(page, b':').map_or(page, |(_, rest)| rest);
    let page = page.strip_prefix("//").map_or(page, |page| ascii::cut(page, b"/?").1);
    let (path, query) = ascii::cut(page, b"?");
    own(path, b'/').or_else(|| own(query, b'=')).map(|segment| hash(segment.as_bytes()))
}

/// The longest of these segments, if it is long enough to be one of a kind.
fn own(segments: &str, separator: u8) -> Option<&str> {
    let (mut longest, mut rest) = ("", segments);
    while !rest.is_empty() {
        let segment = ascii::cut(ascii::next_part(&mut rest, separator), b"&").0;
        let stem = ascii::rsplit_once(segment, b'.').filter(|(_, end)| end.len() < 5).map_or(segment, |(stem, _)| stem);
        let size = |end: &str| ascii::all(end, |c| c.is_ascii_digit() || c == b'x');
        let stem = ascii::rsplit_once(stem, b'-').filter(|(_, end)| size(end)).map_or(stem, |(stem, _)| stem);
        if stem.len() >= longest.len() {
            longest = stem;
        }
    }
    let coined = longest.bytes().any(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
    (longest.len() >= if coined { COINED } else { SPOKEN }).then_some(longest)
}
