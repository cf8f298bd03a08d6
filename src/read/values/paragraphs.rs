//! Paragraphs of plain text, separated by blank lines.

use crate::json::Value;
use crate::model::Block;
use crate::read::Context;
use crate::read::values::spans::lines;

/// Reads plain text as paragraphs, which are separated by blank lines.
pub(in crate::read) fn read_paragraphs<'t>(text: &'t str, place: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    let mut out = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        out.push(Block::paragraph(lines(cx.body(next_paragraph(&mut rest), place))));
    }
    out
}

/// Adds the paragraphs of plain text until the budget is used up; the first is covered by its value's own node.
pub(in crate::read) fn push_paragraphs<'t>(out: &mut Vec<Block<'t>>, text: &'t str, place: &Value, cx: &mut Context) {
    cx.tell_html(place, text);
    let mut rest = text.trim();
    while !rest.is_empty() {
        let paragraph = cx.body(next_paragraph(&mut rest), place);
        if !cx.spend_lines(place, &paragraph) {
            break;
        }
        out.push(Block::paragraph(lines(paragraph)));
        if !rest.is_empty() && !cx.spend(place) {
            break;
        }
    }
}

/// Takes the first paragraph from a text.
fn next_paragraph<'t>(rest: &mut &'t str) -> &'t str {
    let (paragraph, tail) = rest.split_at(blank_line(rest));
    *rest = tail.trim();
    paragraph.trim()
}

/// Returns the start of the first blank line (a line feed, spaces, and a line feed), or the end of the text.
fn blank_line(text: &str) -> usize {
    let (mut end, mut blank) = (text.len(), false);
    for (index, c) in text.char_indices() {
        match c {
            '\n' if blank => return end,
            '\n' => (end, blank) = (index, true),
            _ => blank = blank && c.is_whitespace(),
        }
    }
    text.len()
}
