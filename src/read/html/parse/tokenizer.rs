//! HTML text to tokens: the states of HTML, section 13.2.5, as far as they matter to what a reader sees.
//!
//! Comments, document types, processing instructions and CDATA sections make no tokens. Slices of the input are handed
//! on as they are; character references in them are decoded later, and only where the text is used.

use crate::read::html::parse::tags::{LONGEST, Tag};

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read::html) enum Token<'t> {
    /// Text, with its character references.
    Text(&'t str),
    /// A start tag; its attributes were added to the list that was handed in.
    Start(Tag, SelfClosing),
    /// An end tag.
    End(Tag),
}

/// Whether a tag ends in `/>`, which counts in foreign content only.
pub(in crate::read::html) type SelfClosing = bool;

/// An attribute: its name as it is written, and its value with its character references.
pub(in crate::read::html) type Attribute<'t> = (&'t str, &'t str);

/// Cuts HTML into tokens.
#[derive(Debug)]
pub(in crate::read::html) struct Tokenizer<'t> {
    html: &'t str,
    /// Where the next token begins.
    at: usize,
    /// Where the last token began.
    start: usize,
    /// The name of the last tag, as it is written.
    name: &'t str,
}

impl<'t> Tokenizer<'t> {
    /// The tokens of `html`.
    pub fn new(html: &'t str) -> Tokenizer<'t> {
        Tokenizer { html, at: 0, start: 0, name: "" }
    }

    /// The tokens of a part of `html`, which know where they stand in the whole.
    pub fn within(html: &'t str, from: usize, to: usize) -> Tokenizer<'t> {
        Tokenizer { html: html.get(..to).unwrap_or(html), at: from, start: from, name: "" }
    }

    /// Where the next token begins, in bytes.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The name of the last tag, as it is written.
    pub fn name(&self) -> &'t str {
        self.name
    }

    /// Whether an end tag comes next, behind white space.
    pub fn is_before_end_tag(&self) -> bool {
        self.rest().trim_start().starts_with("</")
    }

    /// The part of the input between two places.
    pub fn part(&self, from: usize, to: usize) -> Tokenizer<'t> {
        Tokenizer::within(self.html, from, to)
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

    /// The content of an element that holds text only, up to its end tag, which is consumed.
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

    /// The text up to the next tag or comment; a `<` that begins neither is text.
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

    /// The byte at a distance from here.
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

    /// A tag from its name on, to behind its `>`.
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

    /// The text up to the first byte that `ends` it; all such bytes are ASCII.
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

/// White space as HTML defines it; CR stands for the LF that it would have become.
pub(in crate::read::html) fn is_space(c: u8) -> bool {
    matches!(c, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

/// As [`is_space`], for characters.
pub(in crate::read::html) fn is_space_char(c: char) -> bool {
    u8::try_from(c).is_ok_and(is_space)
}

/// Whether the name of `tag` stands at `at`, and ends there.
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

/// Where in a comment a script's text is (HTML, section 13.2.5.17 and after): in a comment, a script that is opened
/// there is closed first.
#[derive(Clone, Copy, PartialEq)]
enum Comment {
    /// Not in one.
    None,
    /// In one.
    Open,
    /// In one, and in a script there.
    WithScript,
}

impl Comment {
    /// Goes on over a `<` or `>` with what stands before it and after it; `ended` says whether an end tag begins here.
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
