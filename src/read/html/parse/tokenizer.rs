//! Splits HTML text into tokens: the states of HTML, section 13.2.5, that affect what readers see.
//!
//! Comments, document types, processing instructions and CDATA sections produce no tokens. Tokens are unchanged slices
//! of the input; their character references are decoded later, and only where the text is used.

use crate::read::html::parse::tags::{LONGEST, Tag};

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read::html) enum Token<'t> {
    /// Text, with its character references.
    Text(&'t str),
    /// A start tag; its attributes were added to the list of the caller.
    Start(Tag, SelfClosing),
    /// An end tag.
    End(Tag),
}

/// Whether a tag ends in `/>`, which only matters in foreign content.
pub(in crate::read::html) type SelfClosing = bool;

/// An attribute: its name as written, and its value with its character references.
pub(in crate::read::html) type Attribute<'t> = (&'t str, &'t str);

/// Splits HTML into tokens.
#[derive(Debug)]
pub(in crate::read::html) struct Tokenizer<'t> {
    html: &'t str,
    /// The start of the next token.
    at: usize,
    /// The start of the last token.
    start: usize,
    /// The name of the last tag, as written.
    name: &'t str,
}

impl<'t> Tokenizer<'t> {
    /// Creates a tokenizer of `html`.
    pub fn new(html: &'t str) -> Tokenizer<'t> {
        Tokenizer { html, at: 0, start: 0, name: "" }
    }

    /// Creates a tokenizer of a part of `html`; offsets are those in the whole.
    pub fn within(html: &'t str, from: usize, to: usize) -> Tokenizer<'t> {
        Tokenizer { html: html.get(..to).unwrap_or(html), at: from, start: from, name: "" }
    }

    /// Returns the start of the next token, in bytes.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Returns the name of the last tag, as written.
    pub fn name(&self) -> &'t str {
        self.name
    }

    /// Returns whether an end tag follows, after white space.
    pub fn is_before_end_tag(&self) -> bool {
        self.rest().trim_start().starts_with("</")
    }

    /// Returns a tokenizer of the input between two places.
    pub fn part(&self, from: usize, to: usize) -> Tokenizer<'t> {
        Tokenizer::within(self.html, from, to)
    }

    /// Returns the start of the last token, in bytes.
    pub fn offset(&self) -> usize {
        self.start
    }

    /// Returns the next token. A tag that is cut off by the end of the input is not a token.
    pub fn next(&mut self, attributes: &mut Vec<Attribute<'t>>) -> Option<Token<'t>> {
        loop {
            self.start = self.at;
            let text = self.text();
            if !text.is_empty() {
                return Some(Token::Text(text));
            }
            let rest = self.rest();
            match self.byte(1)? {
                b'/' if self.byte(2).is_some_and(|c| c.is_ascii_alphabetic()) => {
                    self.at += 2;
                    let seen = attributes.len();
                    let (tag, _) = self.tag(attributes)?;
                    attributes.truncate(seen);
                    return Some(Token::End(tag));
                }
                b'!' if rest.starts_with("<!--") => self.comment(),
                b'/' | b'?' | b'!' => {
                    self.at += 2;
                    self.take_until(|c| c == b'>');
                    self.at += 1;
                }
                _ => {
                    self.at += 1;
                    let (tag, self_closing) = self.tag(attributes)?;
                    return Some(Token::Start(tag, self_closing));
                }
            }
        }
    }

    /// Returns the content of a raw text element up to its end tag, which is consumed.
    pub fn raw_text(&mut self, tag: Tag) -> &'t str {
        let start = self.at;
        let mut comment = Comment::None;
        loop {
            self.take_until(|c| matches!(c, b'<' | b'>'));
            let rest = self.rest();
            let ended = rest.is_empty() || tag != Tag::Plaintext && rest.starts_with("</") && is_tag(rest, 2, tag);
            if ended && comment != Comment::WithScript || rest.is_empty() {
                break;
            }
            if tag == Tag::Script {
                comment.update(self.html.get(start..self.at).unwrap_or(""), rest, ended);
            }
            self.at += 1;
        }
        let content = self.html.get(start..self.at).unwrap_or("");
        self.next(&mut Vec::new());
        content
    }

    fn rest(&self) -> &'t str {
        self.html.get(self.at..).unwrap_or("")
    }

    /// Returns the text up to the next tag or comment; a `<` that begins neither is text.
    fn text(&mut self) -> &'t str {
        let start = self.at;
        loop {
            self.take_until(|c| c == b'<');
            let is_markup = match self.byte(1) {
                None => true,
                Some(b'/') => self.byte(2).is_some(),
                Some(next) => matches!(next, b'!' | b'?') || next.is_ascii_alphabetic(),
            };
            if is_markup {
                break;
            }
            self.at += 1;
        }
        if self.byte(1).is_none() {
            self.at = self.html.len();
        }
        self.html.get(start..self.at).unwrap_or("")
    }

    /// Returns the byte at a distance from here.
    fn byte(&self, distance: usize) -> Option<u8> {
        self.html.as_bytes().get(self.at + distance).copied()
    }

    /// Skips a comment: to `-->` or `--!>`, or at once at `<!-->` and `<!--->`.
    fn comment(&mut self) {
        self.at += 4;
        let start = self.at;
        loop {
            self.take_until(|c| c == b'>');
            let comment = self.html.get(start..self.at).unwrap_or("");
            let at_once = matches!(comment, "" | "-");
            self.at += 1;
            if at_once || self.at > self.html.len() || comment.ends_with("--") || comment.ends_with("--!") {
                return;
            }
        }
    }

    /// Reads a tag from its name to its `>`.
    fn tag(&mut self, attributes: &mut Vec<Attribute<'t>>) -> Option<(Tag, SelfClosing)> {
        let name = self.take_until(|c| is_space(c) || matches!(c, b'/' | b'>'));
        self.name = name;
        let mut self_closing = false;
        loop {
            self.take_until(|c| !is_space(c));
            match self.byte(0)? {
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
        self.at += usize::from(self.byte(0) == Some(b'='));
        self.take_until(|c| is_space(c) || matches!(c, b'/' | b'>' | b'='));
        let name = self.html.get(start..self.at)?;
        self.take_until(|c| !is_space(c));
        if self.byte(0)? != b'=' {
            return Some((name, ""));
        }
        self.at += 1;
        self.take_until(|c| !is_space(c));
        let quote = self.byte(0)?;
        if !matches!(quote, b'"' | b'\'') {
            return Some((name, self.take_until(|c| is_space(c) || c == b'>')));
        }
        self.at += 1;
        let value = self.take_until(if quote == b'"' { |c| c == b'"' } else { |c| c == b'\'' });
        self.byte(0)?;
        self.at += 1;
        Some((name, value))
    }

    /// Returns the text up to the first byte that `ends` it; all such bytes are ASCII.
    fn take_until(&mut self, ends: fn(u8) -> bool) -> &'t str {
        let start = self.at;
        while let Some(byte) = self.byte(0)
            && !ends(byte)
        {
            self.at += 1;
        }
        self.html.get(start..self.at).unwrap_or("")
    }
}

/// Returns whether a byte is white space of HTML; CR is not yet normalised to LF.
pub(in crate::read::html) fn is_space(c: u8) -> bool {
    matches!(c, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

/// Returns whether a character is white space of HTML, like [`is_space`].
pub(in crate::read::html) fn is_space_char(c: char) -> bool {
    u8::try_from(c).is_ok_and(is_space)
}

/// Returns whether the name of `tag` is at `at`, and ends there.
fn is_tag(text: &str, at: usize, tag: Tag) -> bool {
    let mut end = at;
    while let Some(byte) = text.as_bytes().get(end) {
        if is_space(*byte) || matches!(byte, b'/' | b'>') {
            return text.get(at..end).is_some_and(|name| Tag::of(name) == tag);
        }
        if end > at + LONGEST {
            break;
        }
        end += 1;
    }
    false
}

/// The comment state in a script (HTML, section 13.2.5.17 and after): a script that is opened in a comment must be
/// closed before the outer script.
#[derive(Clone, Copy, PartialEq)]
enum Comment {
    /// Not in a comment.
    None,
    /// In a comment.
    Open,
    /// In a script in a comment.
    WithScript,
}

impl Comment {
    /// Updates the state at a `<` or `>` from the text before and after it; `ended` says whether an end tag begins
    /// here.
    fn update(&mut self, before: &str, rest: &str, ended: bool) {
        *self = match *self {
            _ if rest.starts_with('>') && before.ends_with("--") => Comment::None,
            Comment::None if rest.starts_with("<!--") => Comment::Open,
            Comment::Open if rest.starts_with('<') && is_tag(rest, 1, Tag::Script) => Comment::WithScript,
            Comment::WithScript if ended => Comment::Open,
            same => same,
        };
    }
}
