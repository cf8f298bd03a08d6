//! How long an article is.

use crate::model::{Block, Inline};

/// From how many characters on blocks out of sight are not laid out, as `isLong` in `www/render/time-slicing.js` has it.
const LONG: usize = 100_000;

/// Whether a body is that long, by its running text.
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

/// How many bytes running text has, at least.
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
