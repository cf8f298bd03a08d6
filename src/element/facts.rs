//! Estimates whether an article is long.

use crate::model::{Block, Inline};

/// The length of running text, in bytes, from which blocks out of sight are not laid out; compare `isLong` in
/// `www/render/time-slicing.js`.
const LONG: usize = 100_000;

/// Returns whether a body is about that long, by its paragraphs and the number of its other blocks.
pub(super) fn is_long(body: &[Block]) -> bool {
    let mut left = LONG;
    body.iter().any(|block| {
        let length = match block {
            Block::Paragraph(paragraph) => length(&paragraph.content),
            _ => 1000,
        };
        left = left.saturating_sub(length);
        left == 0
    })
}

/// Returns a lower bound for the length of running text in bytes.
fn length(content: &[Inline]) -> usize {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.len(),
            Inline::Marked(_, content) | Inline::Link(_, content) => length(content),
            _ => 0,
        })
        .sum()
}
