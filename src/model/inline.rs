//! Running text.

use super::Image;
use crate::text::Text;
use crate::text::lang::{Dir, Lang};
use crate::url::SafeUrl;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline<'a> {
    /// Plain text.
    Text(Text<'a>),
    /// A line break.
    Break,
    /// A place at which a long word may break (`wbr`).
    WordBreak,
    /// Marked text.
    Marked(Mark, Vec<Inline<'a>>),
    /// A link.
    Link(SafeUrl, Vec<Inline<'a>>),
    /// The full form of an abbreviation, then the abbreviation.
    Abbreviation(Text<'a>, Vec<Inline<'a>>),
    /// Text with its pronunciation above it (`ruby`).
    Ruby {
        /// The text.
        base: Vec<Inline<'a>>,
        /// The pronunciation.
        reading: Vec<Inline<'a>>,
    },
    /// Text in another language or direction.
    Span {
        /// Its language.
        lang: Option<Lang>,
        /// Its direction.
        dir: Option<Dir>,
        /// The text.
        content: Vec<Inline<'a>>,
    },
    /// Text that names a point in time, and that point.
    Time(super::DateTime, Vec<Inline<'a>>),
    /// A small picture in a line of text.
    Image(Image<'a>),
    /// The mark of the footnote of this number, counted from 1.
    NoteMark(u32),
}

/// A kind of marked text, named as its HTML element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the HTML element of its name")]
pub enum Mark {
    Strong,
    Em,
    B,
    I,
    U,
    S,
    Sub,
    Sup,
    Code,
    Mark,
    Small,
    Q,
    Bdi,
    Cite,
    Dfn,
    Del,
    Ins,
    Kbd,
    Samp,
    Var,
}

/// The characters of running text, without marks; a line break is a line feed.
pub fn plain_text(content: &[Inline]) -> String {
    let mut out = String::new();
    push_plain_text(content, &mut out);
    out
}

fn push_plain_text(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Break => out.push('\n'),
            Inline::WordBreak | Inline::NoteMark(_) => {}
            Inline::Image(image) => out.push_str(&image.alt),
            Inline::Ruby { base, .. } => push_plain_text(base, out),
            Inline::Marked(_, content)
            | Inline::Link(_, content)
            | Inline::Abbreviation(_, content)
            | Inline::Span { content, .. }
            | Inline::Time(_, content) => push_plain_text(content, out),
        }
    }
}

/// Whether running text shows nothing: no pictures, no marks of notes, and no characters but white space.
pub(crate) fn is_blank(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text(text) => text.trim_start().is_empty(),
        Inline::Break | Inline::WordBreak => true,
        Inline::Image(_) | Inline::NoteMark(_) => false,
        Inline::Ruby { base, reading } => is_blank(base) && is_blank(reading),
        Inline::Marked(_, content)
        | Inline::Link(_, content)
        | Inline::Abbreviation(_, content)
        | Inline::Span { content, .. }
        | Inline::Time(_, content) => is_blank(content),
    })
}
