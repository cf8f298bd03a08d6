//! HTML text to tokens: the states of HTML, section 13.2.5, as far as they matter to what a reader sees.
//!
//! Comments, document types, processing instructions and CDATA sections make no tokens. Slices of the input are handed
//! on as they are; character references in them are decoded later, and only where the text is used.

use super::tags::{LONGEST, Tag};

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Text, with its character references.
    Text(&'t str),
    /// A start tag; its attributes were added to the list that was handed in.
    Start(Tag, SelfClosing),
    /// An end tag.
    End(Tag),
}

/// Whether a tag ends in `/>`, which counts in foreign content only.
pub(super) type SelfClosing = bool;

/// An attribute: its name as it is written, and its value with its character references.
pub(super) type Attribute<'t> = (&'t str, &'t str);

/// Cuts HTML into tokens.
#[derive(Debug)]
pub(super) struct Tokenizer<'t> {
    html: &'t str,
    /// Where the next token begins.
    at: usize,
    /// Where the last token began.
    start: usize,
}

impl<'t> Tokenizer<'t> {
    /// The tokens of `html`.
    pub fn new(html: &'t str) -> Tokenizer<'t> {
        Tokenizer { html, at: 0, start: 0 }
    }

    /// Where the last token began, in bytes.
    pub fn offset(&self) -> usize {
        self.start
    }

    /// The next token. A tag that the input ends in is none.
    pub fn next(&mut self, attributes: &mut Vec<Attribute<'t>>) -> Option<Token<'t>> {
        loop {
            self.start = self.at;
            let text = self.text();
            if !text.is_empty() {
                return Some(Token::Text(text));
            }
            let rest = self.rest();
            match rest.as_bytes().get(1)? {
                b'/' if rest.as_bytes().get(2).is_some_and(u8::is_ascii_alphabetic) => {
                    self.at += 2;
                    let seen = attributes.len();
                    let (tag, _) = self.tag(attributes)?;
                    attributes.truncate(seen);
                    return Some(Token::End(tag));
                }
                b'/' | b'?' => self.skip_past(2, ">"),
                b'!' if rest.starts_with("<!--") => self.comment(),
                b'!' => self.skip_past(2, ">"),
                _ => {
                    self.at += 1;
                    let (tag, self_closing) = self.tag(attributes)?;
                    return Some(Token::Start(tag, self_closing));
                }
            }
        }
    }

    /// The content of an element that holds text only, up to its end tag, which is consumed.
    pub fn raw_text(&mut self, tag: Tag) -> &'t str {
        let rest = self.rest();
        let end = match tag {
            Tag::Plaintext => None,
            Tag::Script => end_of_script(rest),
            _ => rest.match_indices("</").map(|(at, _)| at).find(|at| is_tag(rest, at + 2, tag)),
        };
        let (content, tail) = rest.split_at(end.unwrap_or(rest.len()));
        self.at += content.len();
        if !tail.is_empty() {
            self.next(&mut Vec::new());
        }
        content
    }

    fn rest(&self) -> &'t str {
        self.html.get(self.at..).unwrap_or("")
    }

    /// The text up to the next tag or comment; a `<` that begins neither is text.
    fn text(&mut self) -> &'t str {
        let rest = self.rest();
        let is_markup = |at: &usize| match rest.as_bytes().get(at + 1) {
            Some(b'/') => rest.len() > at + 2,
            Some(b'!' | b'?') => true,
            next => next.is_some_and(u8::is_ascii_alphabetic),
        };
        let end = rest.match_indices('<').map(|(at, _)| at).find(is_markup).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or("")
    }

    /// Skips to behind the next `end`, from `skip` bytes on, or to the end of the input.
    fn skip_past(&mut self, skip: usize, end: &str) {
        let found = self.rest().get(skip..).and_then(|rest| rest.find(end));
        self.at = found.map_or(self.html.len(), |at| self.at + skip + at + end.len());
    }

    /// Skips a comment: to `-->` or `--!>`, or at once at `<!-->` and `<!--->`.
    fn comment(&mut self) {
        let rest = self.rest().get(4..).unwrap_or("");
        let length = if rest.starts_with('>') {
            1
        } else if rest.starts_with("->") {
            2
        } else {
            let ends =
                |at: &usize| rest.get(at + 2..).is_some_and(|rest| rest.starts_with('>') || rest.starts_with("!>"));
            // Dashes before the last two belong to the comment, so every pair is looked at.
            let pair = (0..rest.len()).filter(|at| rest.as_bytes().get(*at..at + 2) == Some(b"--")).find(ends);
            pair.map_or(rest.len(), |at| at + if rest.as_bytes().get(at + 2) == Some(&b'!') { 4 } else { 3 })
        };
        self.at += 4 + length;
    }

    /// A tag from its name on, to behind its `>`.
    fn tag(&mut self, attributes: &mut Vec<Attribute<'t>>) -> Option<(Tag, SelfClosing)> {
        let name = self.take_until(|c| is_space(c) || matches!(c, b'/' | b'>'));
        let mut self_closing = false;
        loop {
            self.take_until(|c| !is_space(c));
            match self.html.as_bytes().get(self.at)? {
                b'>' => {
                    self.at += 1;
                    return Some((Tag::of(name), self_closing));
                }
                b'/' => {
                    self.at += 1;
                    self_closing = true;
                }
                _ => {
                    self_closing = false;
                    let attribute = self.attribute()?;
                    attributes.push(attribute);
                }
            }
        }
    }

    fn attribute(&mut self) -> Option<Attribute<'t>> {
        let start = self.at;
        // An equals sign at the start belongs to the name.
        self.at += usize::from(self.html.as_bytes().get(start) == Some(&b'='));
        self.take_until(|c| is_space(c) || matches!(c, b'/' | b'>' | b'='));
        let name = self.html.get(start..self.at)?;
        self.take_until(|c| !is_space(c));
        if self.html.as_bytes().get(self.at)? != &b'=' {
            return Some((name, ""));
        }
        self.at += 1;
        self.take_until(|c| !is_space(c));
        let quote = *self.html.as_bytes().get(self.at)?;
        if !matches!(quote, b'"' | b'\'') {
            return Some((name, self.take_until(|c| is_space(c) || c == b'>')));
        }
        self.at += 1;
        let value = self.take_until(|c| c == quote);
        self.html.as_bytes().get(self.at)?;
        self.at += 1;
        Some((name, value))
    }

    /// The text up to the first byte that `ends` it; all such bytes are ASCII.
    fn take_until(&mut self, ends: impl Fn(u8) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.bytes().position(ends).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or("")
    }
}

/// White space as HTML defines it; CR stands for the LF that it would have become.
pub(super) fn is_space(c: u8) -> bool {
    matches!(c, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

/// As [`is_space`], for characters.
pub(super) fn is_space_char(c: char) -> bool {
    u8::try_from(c).is_ok_and(is_space)
}

/// Whether the name of `tag` stands at `at`, and ends there.
fn is_tag(text: &str, at: usize, tag: Tag) -> bool {
    let rest = text.get(at..).unwrap_or("");
    let end = rest.bytes().take(LONGEST + 1).position(|c| is_space(c) || matches!(c, b'/' | b'>'));
    end.and_then(|end| rest.get(..end)).is_some_and(|name| Tag::of(name) == tag)
}

/// Where the end tag of a script stands, with the exception of HTML, section 13.2.5.17: inside a comment, a script that
/// is opened there is closed first.
fn end_of_script(text: &str) -> Option<usize> {
    let (mut commented, mut nested) = (false, false);
    for (at, found) in text.match_indices(['<', '>']) {
        if found == ">" {
            if text.get(..at).is_some_and(|before| before.ends_with("--")) {
                (commented, nested) = (false, false);
            }
        } else if text.get(at..).is_some_and(|rest| rest.starts_with("<!--")) {
            commented = true;
        } else if commented && is_tag(text, at + 1, Tag::Script) {
            nested = true;
        } else if text.as_bytes().get(at + 1) == Some(&b'/') && is_tag(text, at + 2, Tag::Script) {
            if !nested {
                return Some(at);
            }
            nested = false;
        }
    }
    None
}
