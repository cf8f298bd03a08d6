//! Notes taken while an article is read: which article of a list it is, and which texts and addresses its HTML holds.

use super::shape::is_address;
use crate::json::Value;
use crate::text::background;
use crate::text::keys::Keys;

/// Attributes whose addresses no reader follows or sees.
const SILENT: &str = "xmlns itemtype itemid profile vocab resource typeof about";

/// The kind of content at a place in HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A text with character references.
    Text,
    /// A text in which `&` is a literal character.
    Raw,
    /// The address in an attribute, with character references.
    Address,
    /// One of several addresses of a picture or player, of which one is enough.
    Choice,
}

/// A place in HTML, by its address in memory; the tree does not move while it is read and accounted for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Markup {
    /// The address of its first byte.
    pub start: usize,
    /// Its length in bytes.
    pub length: usize,
    /// The kind of its content.
    pub kind: Kind,
    /// The number of the picture or the player.
    pub group: u32,
}

/// Notes taken while an article is read.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    /// The addresses in memory of the article chosen from lists, and of everything chosen within it.
    chosen: Vec<usize>,
    /// The addresses in memory of the articles that were not asked for.
    others: Vec<usize>,
    /// The places in HTML; sorted by address after [`sort`](Trace::sort).
    markup: Vec<Markup>,
    /// The number of the picture or player being read.
    group: u32,
}

impl Trace {
    /// Creates a trace without notes.
    pub fn new() -> Trace {
        Trace::default()
    }

    /// Notes that this is the article that was asked for; its siblings in an array are other articles.
    pub fn choose(&mut self, article: &Value) {
        self.chosen.push(std::ptr::from_ref(article).addr());
    }

    /// Notes that this is an article that was not asked for.
    pub fn leave_out(&mut self, article: &Value) {
        self.others.push(std::ptr::from_ref(article).addr());
    }

    /// Returns whether this is the article that was asked for.
    pub(super) fn is_chosen(&self, value: &Value) -> bool {
        self.chosen.contains(&std::ptr::from_ref(value).addr())
    }

    /// Returns whether this is an article that was not asked for.
    pub(super) fn is_left_out(&self, value: &Value) -> bool {
        self.others.binary_search(&std::ptr::from_ref(value).addr()).is_ok()
    }

    /// Notes a text or address in HTML.
    pub fn note(&mut self, piece: &str, kind: Kind) {
        self.markup.push(Markup { start: piece.as_ptr().addr(), length: piece.len(), kind, group: self.group });
    }

    /// Starts a new picture or player.
    pub fn begin(&mut self) {
        self.group += 1;
    }

    /// Notes an attribute if its value is an address; `choice` says whether the element is a picture or one of its
    /// sources.
    pub fn attribute(&mut self, name: &str, value: &str, choice: bool) {
        if value.len() < 4 || Keys(SILENT).has(name) || name.starts_with("xmlns:") {
            return;
        }
        if name == "style" {
            return background::find(value)
                .into_iter()
                .filter(|address| is_address(address))
                .for_each(|address| self.note(address, Kind::Address));
        }
        let is_set = name.ends_with("srcset");
        let value = if is_set { value.split_ascii_whitespace().next().unwrap_or("") } else { value.trim() };
        if !value.bytes().any(|c| c.is_ascii_whitespace()) && is_address(value) {
            let choice = choice && (is_set || name == "src");
            self.note(value, if choice { Kind::Choice } else { Kind::Address });
        }
    }

    /// Sorts the notes and removes duplicates: the same HTML may have been read twice.
    pub(super) fn sort(&mut self) {
        self.others.sort_unstable();
        self.markup.sort_unstable_by_key(|markup| (markup.start, usize::MAX - markup.length));
        self.markup.dedup_by_key(|markup| markup.start);
    }

    /// Returns the numbers of the notes about a text.
    pub(super) fn of(&self, text: &str) -> std::ops::Range<usize> {
        let start = text.as_ptr().addr();
        let first = self.markup.partition_point(|markup| markup.start < start);
        let rest = self.markup.get(first..).unwrap_or(&[]);
        first..first + rest.partition_point(|markup| markup.start < start + text.len())
    }

    /// Returns a note by its number.
    pub(super) fn at(&self, place: usize) -> Markup {
        self.markup.get(place).copied().unwrap_or(Markup { start: 0, length: 0, kind: Kind::Raw, group: 0 })
    }
}
