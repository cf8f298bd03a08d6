//! What an article may come to, whatever it holds: so many bytes of HTML, so deep, so many columns.
//!
//! All output goes through here, so that no reader and no renderer has to think of it. What is beyond a limit is left out
//! with its elements closed, and a warning says so. Both sinks are measured as HTML, so that they show the same.

use super::names::{Attr, Tag, UrlAttr};
use super::sink::{Sink, srcset_text};
use crate::model::Candidate;
use crate::report::{Warning, WarningCode};
use crate::text::{ascii, template};
use crate::url::SafeUrl;

/// How deep elements may be nested: parsers of HTML flatten what is deeper than 512 (Chromium), and the page has elements
/// around the article.
const MAX_DEPTH: usize = 200;

/// The most columns of a table: browsers lay out every one of them, however little stands in it.
pub(super) const MAX_COLUMNS: u32 = 1000;

/// The most warnings about limits.
const MAX_WARNINGS: usize = 20;

/// What an element takes without its attributes, at most: `<blockquote></blockquote>` and `<figcaption></figcaption>`.
const ELEMENT: usize = 25;

/// What an attribute takes without its value, at most: ` aria-labelledby=""`.
const ATTRIBUTE: usize = 19;

/// A sink with limits.
pub(super) struct Limited<'r> {
    out: &'r mut dyn Sink,
    /// How many more bytes there may be.
    left: usize,
    /// Whether there was something that did not fit: what comes behind it is left out too.
    pub is_full: bool,
    /// How many elements are open.
    depth: usize,
    /// How many of these are left out: the innermost.
    hidden: usize,
    /// The blocks of the body that come before each item of the input's body, where that is known.
    items: Option<&'r [usize]>,
    /// The number of the block of the body that is being written.
    pub block: Option<usize>,
    /// What was left out.
    pub warnings: Vec<Warning>,
}

impl<'r> Limited<'r> {
    pub fn new(out: &'r mut dyn Sink, max_output: usize, items: Option<&'r [usize]>) -> Limited<'r> {
        Limited { out, left: max_output, is_full: false, depth: 0, hidden: 0, items, block: None, warnings: Vec::new() }
    }

    /// Warns that something is left out of the block that is being written.
    #[inline(never)]
    pub fn warn(&mut self, code: WarningCode, message: &str) {
        if self.warnings.len() == MAX_WARNINGS {
            return;
        }
        let mut path = String::new();
        if let (Some(items), Some(block)) = (self.items, self.block) {
            path.push_str("/body");
            let mut begun = 0;
            for before in items {
                begun += u64::from(*before <= block);
            }
            if begun > 0 {
                path.push('/');
                ascii::push_integer(&mut path, begun - 1);
            }
        }
        self.warnings.push(Warning { code, path, message: message.to_owned() });
    }

    /// Takes bytes from what is left; false, with a warning the first time, where they are too many.
    fn take(&mut self, bytes: usize) -> bool {
        if self.hidden > 0 || self.is_full {
            return false;
        }
        self.is_full = self.left < bytes;
        if self.is_full {
            self.warn(WarningCode::Truncated, "the article is cut off here: it has more than maxOutput bytes");
        }
        self.left = self.left.saturating_sub(bytes);
        !self.is_full
    }

    /// Likewise so many bytes and a text.
    #[inline(never)]
    fn take_text(&mut self, bytes: usize, text: &str) -> bool {
        self.take(bytes + html_length(text))
    }

    pub fn open(&mut self, tag: Tag) {
        self.depth += 1;
        if self.depth > MAX_DEPTH && self.hidden == 0 {
            self.warn(WarningCode::TooDeep, "nested too deeply, left out");
        } else if self.take(ELEMENT) {
            return self.out.open(tag);
        }
        self.hidden += 1;
    }

    pub fn attr(&mut self, name: Attr, value: &str) {
        if self.take_text(ATTRIBUTE, value) {
            self.out.attr(name, value);
        }
    }

    pub fn url(&mut self, name: UrlAttr, url: &SafeUrl) {
        if self.take_text(ATTRIBUTE, url.as_str()) {
            self.out.url(name, url);
        }
    }

    pub fn srcset(&mut self, candidates: &[Candidate]) {
        if self.take_text(ATTRIBUTE, &srcset_text(candidates)) {
            self.out.srcset(candidates);
        }
    }

    /// Adds text, or as much of it as fits and an ellipsis.
    pub fn text(&mut self, text: &str) {
        let (room, was_full) = (self.left, self.is_full);
        if self.take_text(0, text) {
            self.out.text(text);
        } else if self.hidden == 0 && !was_full {
            // Six bytes for a character at most, and an ellipsis.
            let characters = room.saturating_sub(3) / 6;
            if characters > 0 {
                self.out.text(&template::shortened(text, characters));
            }
        }
    }

    pub fn close(&mut self) {
        self.depth -= 1;
        match self.hidden {
            0 => self.out.close(),
            _ => self.hidden -= 1,
        }
    }
}

/// How many bytes a text takes in HTML, at most: what is escaped takes up to six. The last byte of U+00A0 is that of
/// others too.
fn html_length(text: &str) -> usize {
    let mut length = text.len();
    for byte in text.as_bytes() {
        if matches!(byte, b'"' | b'&' | b'\'' | b'<' | b'>' | 0xA0) {
            length += 5;
        }
    }
    length
}
