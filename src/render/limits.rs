//! Limits of the output: bytes of HTML, depth, and columns.
//!
//! All output passes through here, so no reader and no renderer needs its own limits. Output beyond a limit is left out
//! with its elements closed, and a warning says so. Both sinks are measured as HTML, so that they show the same.

use super::names::{Attr, Tag, UrlAttr};
use super::sink::{Sink, srcset_text};
use crate::model::Candidate;
use crate::report::{Warning, WarningCode};
use crate::text::{ascii, template};
use crate::url::SafeUrl;

/// The maximum nesting of elements: HTML parsers flatten elements deeper than 512 (Chromium), and the page has elements
/// around the article.
const MAX_DEPTH: usize = 200;

/// The most columns of a table: browsers lay out every column, even an empty one.
pub(super) const MAX_COLUMNS: u32 = 1000;

/// The most warnings about limits.
const MAX_WARNINGS: usize = 20;

/// The most bytes of an element without its attributes: `<blockquote></blockquote>` and `<figcaption></figcaption>`.
const ELEMENT: usize = 25;

/// The most bytes of an attribute without its value: ` aria-labelledby=""`.
const ATTRIBUTE: usize = 19;

/// A sink with limits.
pub(super) struct Limited<'r> {
    out: &'r mut dyn Sink,
    /// How many bytes are left.
    left: usize,
    /// Whether something did not fit; everything after it is left out too.
    pub is_full: bool,
    /// The number of open elements.
    depth: usize,
    /// How many of these, the innermost, are left out.
    hidden: usize,
    /// How many blocks of the body precede each item of the input's body, if known.
    items: Option<&'r [usize]>,
    /// The number of the current block of the body.
    pub block: Option<usize>,
    /// Warnings about output that was left out.
    pub warnings: Vec<Warning>,
}

impl<'r> Limited<'r> {
    pub fn new(out: &'r mut dyn Sink, max_output: usize, items: Option<&'r [usize]>) -> Limited<'r> {
        Limited { out, left: max_output, is_full: false, depth: 0, hidden: 0, items, block: None, warnings: Vec::new() }
    }

    /// Warns that something is left out of the current block.
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

    /// Takes bytes from those left. Returns false if there are too few, and warns the first time.
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

    /// Takes these bytes and those of a text.
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

    /// Adds text, or as much of it as fits with an ellipsis.
    pub fn text(&mut self, text: &str) {
        let (room, was_full) = (self.left, self.is_full);
        if self.take_text(0, text) {
            self.out.text(text);
        } else if self.hidden == 0 && !was_full {
            // A character takes at most six bytes, the ellipsis three.
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

/// Returns an upper bound for the bytes of a text in HTML: an escape takes up to six bytes. The last byte of U+00A0
/// also occurs in other characters.
fn html_length(text: &str) -> usize {
    let mut escaped = 0;
    // A count of one byte lets compilers count many bytes at once.
    for chunk in text.as_bytes().chunks(255) {
        let mut count = 0_u8;
        for byte in chunk {
            count += u8::from(matches!(byte, b'"' | b'&' | b'\'' | b'<' | b'>' | 0xA0));
        }
        escaped += usize::from(count);
    }
    text.len() + 5 * escaped
}
