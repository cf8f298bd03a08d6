//! Running text.

use super::{Image, SMALLEST};
use crate::text::lang::{Dir, Lang};
use crate::text::{Cleaner, Label, Text};
use crate::url::SafeUrl;
use std::ops::Deref;

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
    /// The expansion of an abbreviation, then the abbreviation.
    Abbreviation(Label<'a>, Vec<Inline<'a>>),
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
    /// Text that names a point in time, and the point.
    Time(super::DateTime, Vec<Inline<'a>>),
    /// A small picture in a line of text.
    Image(Image<'a>),
    /// The mark of the footnote of this number, counted from 1.
    NoteMark(u32),
    /// A place to which links of the article lead, by its number.
    Anchor(u32),
}

impl<'a> Inline<'a> {
    /// Returns a label as plain text.
    pub fn label(label: Label<'a>) -> Inline<'a> {
        Inline::Text(label.into())
    }
}

/// Running text that is shown beside text of another author, such as a title or a name. It contains no bidi controls,
/// as in a [`Label`]: the only way to make one is to clean running text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RichLabel<'a>(Vec<Inline<'a>>);

impl<'a> RichLabel<'a> {
    /// Returns the running text.
    pub fn into_content(self) -> Vec<Inline<'a>> {
        self.0
    }

    /// Appends running text.
    pub fn append(&mut self, content: Vec<Inline<'a>>) {
        self.0.append(&mut RichLabel::from(content).0);
    }
}

impl<'a> From<Vec<Inline<'a>>> for RichLabel<'a> {
    fn from(mut content: Vec<Inline<'a>>) -> RichLabel<'a> {
        clean(&mut content);
        RichLabel(content)
    }
}

impl<'a> Deref for RichLabel<'a> {
    type Target = [Inline<'a>];

    fn deref(&self) -> &[Inline<'a>] {
        &self.0
    }
}

/// Removes the bidi controls from running text.
fn clean(content: &mut [Inline]) {
    for inline in content {
        match inline {
            Inline::Text(run) => {
                if let Text::Owned(clean) = Cleaner::default().label(&**run) {
                    *run = Text::Owned(clean);
                }
            }
            Inline::Marked(_, content)
            | Inline::Link(_, content)
            | Inline::Abbreviation(_, content)
            | Inline::Span { content, .. }
            | Inline::Time(_, content) => clean(content),
            Inline::Ruby { .. } if SMALLEST => {}
            Inline::Ruby { base, reading } => {
                clean(base);
                clean(reading);
            }
            Inline::Break | Inline::WordBreak | Inline::Image(_) | Inline::NoteMark(_) | Inline::Anchor(_) => {}
        }
    }
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

/// Returns the characters of running text, without marks; a line break is a line feed.
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
            Inline::WordBreak | Inline::NoteMark(_) | Inline::Anchor(_) => {}
            Inline::Image(_) | Inline::Ruby { .. } if SMALLEST => {}
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

/// Returns whether running text shows nothing: no pictures, no marks of notes, and only white space.
pub(crate) fn is_blank(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break | Inline::WordBreak | Inline::Anchor(_) => true,
        Inline::Image(_) | Inline::NoteMark(_) => false,
        Inline::Ruby { .. } if SMALLEST => true,
        Inline::Ruby { base, reading } => is_blank(base) && is_blank(reading),
        Inline::Marked(_, content)
        | Inline::Link(_, content)
        | Inline::Abbreviation(_, content)
        | Inline::Span { content, .. }
        | Inline::Time(_, content) => is_blank(content),
    })
}
