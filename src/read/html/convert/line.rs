//! A line of running text while it is read; white space collapses as in CSS.

use crate::model::Inline;
use crate::read::html::parse::tokenizer::{is_space, is_space_char};
use crate::text::{Cleaner, Text};

/// The pieces of a paragraph so far, each with its chain of elements.
#[derive(Debug, Default)]
pub(in crate::read::html) struct Line<'t> {
    pieces: Vec<(usize, Inline<'t>)>,
    /// Whether the last text ends with a space, which absorbs white space after it.
    spaced: bool,
}

impl<'t> Line<'t> {
    /// Adds text. White space at the line's start and after white space is removed (CSS Text, section 4.1.1), across
    /// the boundaries of elements.
    pub fn text(&mut self, chain: usize, text: Text<'t>, in_link: bool, cleaner: &mut Cleaner) {
        let text = collapse(text, self.spaced || self.is_at_start());
        if text.is_empty() {
            return;
        }
        self.spaced = text.ends_with(' ');
        let text = if in_link { cleaner.label(text) } else { cleaner.body(text) };
        self.pieces.push((chain, Inline::Text(text)));
    }

    /// Adds a piece other than text.
    pub fn push(&mut self, chain: usize, piece: Inline<'t>) {
        self.spaced = false;
        self.pieces.push((chain, piece));
    }

    /// Adds a line break. Returns true for the second in a row, which is not added: it ends the paragraph.
    pub fn push_break(&mut self, chain: usize) -> bool {
        self.trim_end();
        match self.pieces.last() {
            None => false,
            Some((_, Inline::Break)) => true,
            Some(_) => {
                self.push(chain, Inline::Break);
                false
            }
        }
    }

    /// Returns whether the line shows nothing.
    pub fn is_blank(&self) -> bool {
        self.pieces.iter().all(|(_, piece)| match piece {
            Inline::Text(text) => {
                text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{AD}'))
            }
            Inline::Break | Inline::WordBreak => true,
            _ => false,
        })
    }

    /// Returns the last piece and its chain.
    pub fn last(&self) -> Option<&(usize, Inline<'t>)> {
        self.pieces.last()
    }

    /// Takes the pieces without spaces and breaks at their end; empty if they show nothing.
    pub fn take(&mut self) -> Vec<(usize, Inline<'t>)> {
        self.trim_end();
        while matches!(self.pieces.last(), Some((_, Inline::Break | Inline::WordBreak))) {
            self.pieces.pop();
            self.trim_end();
        }
        let line = std::mem::take(self);
        if line.is_blank() { Vec::new() } else { line.pieces }
    }

    fn is_at_start(&self) -> bool {
        matches!(self.pieces.last(), None | Some((_, Inline::Break)))
    }

    /// Removes the space at the end of a line (CSS Text, section 4.1.2).
    fn trim_end(&mut self) {
        if let Some((_, Inline::Text(text))) = self.pieces.last_mut()
            && text.ends_with(' ')
        {
            match text {
                Text::Borrowed(text) => *text = text.trim_end_matches(' '),
                Text::Owned(text) => text.truncate(text.trim_end_matches(' ').len()),
            }
            if text.is_empty() {
                self.pieces.pop();
            }
        }
        self.spaced = false;
    }
}

/// Collapses each run of white space to one space, and removes it at the start if `at_start`.
fn collapse(text: Text<'_>, at_start: bool) -> Text<'_> {
    let mut space = at_start;
    let is_collapsed = text.bytes().all(|c| {
        let fits = !is_space(c) || c == b' ' && !space;
        space = c == b' ';
        fits
    });
    if is_collapsed {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut space = at_start;
    let mut rest = &*text;
    while !rest.is_empty() {
        let word = rest.find(is_space_char).unwrap_or(rest.len());
        if word > 0 {
            space = false;
        }
        let (word, tail) = rest.split_at(word);
        out.push_str(word);
        rest = tail.trim_start_matches(is_space_char);
        if rest.len() < tail.len() && !space {
            out.push(' ');
            space = true;
        }
    }
    Text::Owned(out)
}
