//! The addresses that an article shows.

use super::set::{Set, hash};
use super::shape::is_file;
use super::tools::Tools;
use crate::text::ascii;
use crate::text::template::concat;
use crate::url::{Purpose, SafeUrl};

/// The shortest segment that identifies a file. A video's id has 11 characters.
const OWN: usize = 10;

/// The most bytes of addresses that are resolved, since each can be as long as the base.
const MAX_RESOLVED: usize = 1 << 24;

/// The addresses that an article shows.
pub(super) struct Addresses<'a> {
    base: Option<&'a SafeUrl>,
    tools: Tools,
    /// How many more bytes of addresses are resolved.
    left: usize,
    shown: Vec<u32>,
    set: Option<Set>,
}

impl<'a> Addresses<'a> {
    /// Creates an empty set; `base` resolves relative addresses.
    pub fn new(base: Option<&'a SafeUrl>, tools: Tools) -> Addresses<'a> {
        Addresses { base, tools, left: MAX_RESOLVED, shown: Vec::new(), set: None }
    }

    /// Adds an address.
    pub fn add(&mut self, url: &SafeUrl) {
        self.shown.push(key(url.as_str()));
        // The readers add the part that an editor chose (Sanity).
        self.shown.extend(url.as_str().rsplit_once("rect=").map(|(whole, _)| key(whole.trim_end_matches(['?', '&']))));
        self.shown.push(hash(path(url.as_str()).as_bytes()));
        self.shown.extend(file(url.as_str()));
    }

    /// Returns whether an address that may contain character references is shown.
    pub fn holds_references(&mut self, address: &str) -> bool {
        self.holds(&(self.tools.decode)(address))
    }

    /// Returns whether an address is shown, or another size or page of the same thing.
    pub fn holds(&mut self, address: &str) -> bool {
        let address = address.trim();
        let full = in_full(address);
        if full.is_some_and(|full| self.has(key(&full))) {
            return true;
        }
        if self.has(key(address)) || file(address).is_some_and(|file| self.has(file)) {
            return true;
        }
        if address.starts_with('/') && !address.starts_with("//") && self.has(hash(path(address).as_bytes())) {
            return true;
        }
        if self.left == 0 {
            return false;
        }
        let Ok(url) = SafeUrl::new(address, Purpose::Link, self.base) else { return false };
        self.left = self.left.saturating_sub(url.as_str().len());
        self.has(key(url.as_str())) || self.has(key((self.tools.page)(url).as_str()))
    }

    fn has(&mut self, key: u32) -> bool {
        let shown = &self.shown;
        self.set.get_or_insert_with(|| Set::new(shown)).has(key)
    }
}

/// Hashes what identifies an address: all of it except the scheme, `www.`, the fragment and a final slash.
fn key(address: &str) -> u32 {
    let page = ascii::cut(address, b"#").0;
    let page = ascii::split_once(page, b':').map_or(page, |(_, rest)| rest);
    let page = page.strip_prefix("//").unwrap_or(page);
    let page = page.strip_prefix("www.").unwrap_or(page);
    hash(page.strip_suffix('/').unwrap_or(page).as_bytes())
}

/// Returns the path of an address with its query.
fn path(address: &str) -> &str {
    let page = ascii::cut(address, b"#").0;
    let page = ascii::split_once(page, b':').map_or(page, |(_, rest)| rest);
    page.strip_prefix("//").map_or(page, |page| ascii::cut(page, b"/?").1)
}

/// Hashes what identifies a file or a player on every server: the longest segment of the path, without size and type,
/// if it is long enough; otherwise the longest value of the query.
fn file(address: &str) -> Option<u32> {
    let (path, query) = ascii::cut(path(address), b"?");
    let named = own(path).or_else(|| own(query)).or_else(|| is_file(path).then_some(path));
    named.map(|name| hash(name.as_bytes()))
}

/// Returns the longest segment or value, if it is long enough to be unique.
fn own(text: &str) -> Option<&str> {
    let (mut longest, mut rest) = ("", text);
    while !rest.is_empty() {
        let (segment, tail) = ascii::cut(rest, b"/?&=%");
        // Most percent-encoded characters are separators.
        rest = tail.get(if tail.starts_with('%') { 3 } else { 1 }..).unwrap_or("");
        let stem = ascii::rsplit_once(segment, b'.').filter(|(_, end)| end.len() < 5).map_or(segment, |(stem, _)| stem);
        let stem = ascii::rsplit_once(stem, b'-').filter(|(_, end)| is_size(end)).map_or(stem, |(stem, _)| stem);
        if stem.len() >= longest.len() {
            longest = stem;
        }
    }
    (longest.len() >= OWN).then_some(longest)
}

/// Returns whether the end of a file's name is a size, such as `300x200`.
fn is_size(end: &str) -> bool {
    ascii::all(end, |c| c.is_ascii_digit() || c == b'x')
}

/// Returns the address of the full-size picture, derived from the address of a smaller one.
fn in_full(address: &str) -> Option<String> {
    let (stem, kind) = ascii::rsplit_once(ascii::cut(address, b"?#").0, b'.')?;
    let (stem, _) = ascii::rsplit_once(stem, b'-').filter(|(_, end)| is_size(end))?;
    Some(concat(&[stem, ".", kind]))
}
