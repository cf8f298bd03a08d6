//! The sink that writes a batch: all operations as numbers and all text as one string, so that an article crosses the
//! boundary between WebAssembly and JavaScript only once.
//!
//! Each operation is one number; its two lowest bits give its kind:
//!
//! | bits 0–1 | operation | the other bits |
//! |---|---|---|
//! | 0 | close | 0 |
//! | 1 | open | 2–31: the number of the tag |
//! | 2 | attribute | 2–9: the number of the attribute, 10–31: the length of its value |
//! | 3 | text | 2–31: its length |
//!
//! Lengths count UTF-16 code units, as in JavaScript. The string holds values and texts in the order of the operations.
//! Attributes with URLs have the highest numbers.

use crate::model::Candidate;
use crate::render::{Attr, Sink, Tag, UrlAttr, srcset_text};
use crate::text::swar::utf16_length;
use crate::url::SafeUrl;

const CLOSE: u32 = 0;
const OPEN: u32 = 1;
const ATTRIBUTE: u32 = 2;
const TEXT: u32 = 3;

/// The longest value of an attribute, in UTF-16 code units.
const MAX_VALUE: usize = (1 << 22) - 1;

/// A batch of operations that a player turns into nodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The operations.
    pub ops: Vec<u32>,
    /// All values and texts.
    pub text: String,
}

/// An operation of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op<'a> {
    /// Opens the element of this name.
    Open(&'static str),
    /// Adds an attribute to the element.
    Attribute(&'static str, &'a str),
    /// Adds a text node.
    Text(&'a str),
    /// Closes the element.
    Close,
}

impl Batch {
    /// Returns the operations with their texts: a player for Rust programs and tests.
    pub fn iter(&self) -> impl Iterator<Item = Op<'_>> {
        let mut rest = self.text.as_str();
        self.ops.iter().map(move |op| {
            let operand = op >> 2;
            match op & 3 {
                OPEN => Op::Open(Tag::NAMES.get(operand as usize).copied().unwrap_or("span")),
                ATTRIBUTE => Op::Attribute(attribute_name(operand & 0xFF), take(&mut rest, operand >> 8)),
                TEXT => Op::Text(take(&mut rest, operand)),
                _ => Op::Close,
            }
        })
    }

    fn attribute(&mut self, number: u32, value: &str) {
        let length = utf16_length(value);
        let (value, length) = if length > MAX_VALUE { ("", 0) } else { (value, length) };
        self.ops.push(ATTRIBUTE | number << 2 | (length as u32) << 10);
        self.text.push_str(value);
    }
}

/// Returns the name of the attribute with this number.
fn attribute_name(number: u32) -> &'static str {
    let number = number as usize;
    let urls = number.checked_sub(Attr::NAMES.len()).and_then(|number| UrlAttr::NAMES.get(number));
    Attr::NAMES.get(number).or(urls).copied().unwrap_or("title")
}

/// Takes this many UTF-16 code units from the start of a text.
fn take<'a>(rest: &mut &'a str, length: u32) -> &'a str {
    let mut left = length as usize;
    let end = rest.char_indices().find(|(_, c)| {
        let fits = left > 0;
        left = left.saturating_sub(c.len_utf16());
        !fits
    });
    let (taken, tail) = rest.split_at(end.map_or(rest.len(), |(end, _)| end));
    *rest = tail;
    taken
}

impl Sink for Batch {
    fn open(&mut self, tag: Tag) {
        self.ops.push(OPEN | (tag as u32) << 2);
    }

    fn attr(&mut self, name: Attr, value: &str) {
        self.attribute(name as u32, value);
    }

    fn url(&mut self, name: UrlAttr, url: &SafeUrl) {
        self.attribute(Attr::NAMES.len() as u32 + name as u32, url.as_str());
    }

    fn srcset(&mut self, candidates: &[Candidate]) {
        self.attribute(Attr::NAMES.len() as u32 + UrlAttr::Srcset as u32, &srcset_text(candidates));
    }

    fn text(&mut self, text: &str) {
        let length = (utf16_length(text) as u32) << 2;
        self.text.push_str(text);
        match self.ops.last_mut() {
            Some(last) if *last & 3 == TEXT => *last += length,
            _ if length > 0 => self.ops.push(TEXT | length),
            _ => {}
        }
    }

    fn close(&mut self) {
        self.ops.push(CLOSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_reads_back_as_it_was_written() {
        let mut batch = Batch::default();
        batch.open(Tag::A);
        batch.url(UrlAttr::Href, &SafeUrl::fragment("x"));
        batch.attr(Attr::Title, "naïve 🏴");
        batch.text("新");
        batch.text("闻🏴!");
        batch.text("");
        batch.close();
        let ops: Vec<_> = batch.iter().collect();
        assert_eq!(
            ops,
            [
                Op::Open("a"),
                Op::Attribute("href", "#x"),
                Op::Attribute("title", "naïve 🏴"),
                Op::Text("新闻🏴!"),
                Op::Close
            ]
        );
        assert_eq!(batch.ops.last(), Some(&CLOSE));
    }
}
