//! Estimates whether an article is long.

use crate::model::{Block, Inline};

/// The number of characters from which blocks out of sight are not laid out; `isLong` in `www/render/time-slicing.js`
/// agrees.
const LONG: usize = 100_000;

/// Returns whether the running text of a body is that long.
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
