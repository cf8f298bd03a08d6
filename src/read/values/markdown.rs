//! Markdown as articles carry it (CommonMark's usual part): paragraphs, headings, quotations, lists, rules and the
//! marks of running text. What else looks like Markdown stays text.

use crate::json::Value;
use crate::model::{Block, Heading, Inline, List, ListItem, Mark, Quote, is_blank};
use crate::read::Context;
use crate::read::values::spans::{Spans, Wrap};
use crate::read::values::text_match::is_letter;
use crate::text;
use crate::url::Purpose;

/// Reads Markdown as blocks. `at` is the value that holds it, for warnings.
pub(in crate::read) fn blocks<'t>(markdown: &'t str, at: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    let mut out: Vec<Block> = Vec::new();
    let mut paragraph: Option<(usize, usize)> = None;
    let mut start = 0;
    for line in markdown.split_inclusive('\n').chain(["\n"]) {
        let end = start + line.len();
        let content = line.trim();
        let marker = marker(content);
        if let Some((from, to)) = paragraph.take_if(|_| content.is_empty() || marker.is_some()) {
            out.extend(text(markdown.get(from..to).unwrap_or(""), at, cx).map(Block::paragraph));
        }
        match marker {
            Some((kind, rest)) => push(&mut out, kind, rest, at, cx),
            None if content.is_empty() => {}
            None => paragraph = Some((paragraph.map_or(start, |(from, _)| from), end)),
        }
        start = end;
    }
    out
}

/// What a line begins with.
#[derive(Clone, Copy, PartialEq)]
enum Marker {
    Heading(u8),
    Item { ordered: bool },
    Quote,
    Rule,
}

/// The marker at the start of a line, and what follows it.
fn marker(line: &str) -> Option<(Marker, &str)> {
    let is_rule =
        |c| line.len() >= 3 && line.chars().all(|other| other == c || other == ' ') && line.matches(c).count() >= 3;
    if is_rule('*') || is_rule('-') || is_rule('_') {
        return Some((Marker::Rule, ""));
    }
    let level = line.bytes().take_while(|c| *c == b'#').count();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (kind, length) = match line.bytes().next()? {
        b'#' if level <= 6 => (Marker::Heading(level as u8), level),
        b'>' => return Some((Marker::Quote, line.get(1..)?.trim())),
        b'-' | b'*' | b'+' => (Marker::Item { ordered: false }, 1),
        b'0'..=b'9' if digits <= 9 && matches!(line.as_bytes().get(digits), Some(b'.' | b')')) => {
            (Marker::Item { ordered: true }, digits + 1)
        }
        _ => return None,
    };
    let rest = line.get(length..)?;
    rest.starts_with([' ', '\t']).then(|| (kind, rest.trim().trim_end_matches('#').trim_end()))
}

/// Adds a line with a marker: to the list that goes on, or as a block of its own.
fn push<'t>(out: &mut Vec<Block<'t>>, kind: Marker, rest: &'t str, at: &Value, cx: &mut Context) {
    let content = text(rest, at, cx);
    let body: Vec<Block> = content.clone().map(Block::paragraph).into_iter().collect();
    match (kind, out.last_mut()) {
        (Marker::Rule, _) => out.push(Block::Divider),
        (Marker::Heading(level), _) => {
            out.extend(content.map(|content| Block::Heading(Heading { level: (level + 1).min(6), content })));
        }
        (Marker::Item { ordered }, Some(Block::List(list))) if list.ordered == ordered => {
            list.items.push(ListItem { checked: None, body });
        }
        (Marker::Item { ordered }, _) => {
            out.push(Block::List(List { ordered, items: vec![ListItem { checked: None, body }], ..List::default() }));
        }
        (Marker::Quote, Some(Block::Quote(quote))) => quote.body.extend(body),
        (Marker::Quote, _) => out.push(Block::Quote(Quote { body, attribution: Vec::new() })),
    }
}

/// Running text, unless it is empty.
fn text<'t>(markdown: &'t str, at: &Value, cx: &mut Context) -> Option<Vec<Inline<'t>>> {
    let mut spans = Spans::default();
    runs(markdown.trim(), &[], &mut spans, at, cx);
    let content = spans.finish();
    (!is_blank(&content)).then_some(content)
}

/// Adds the runs of a text, all of them in `wraps`.
fn runs<'t>(markdown: &'t str, wraps: &[Wrap<'t>], spans: &mut Spans<'t>, at: &Value, cx: &mut Context) {
    let mut rest = markdown;
    let mut plain = 0;
    let mut unclosed = Unclosed::default();
    while let Some(found) = rest.get(plain..).and_then(|tail| tail.find(['*', '_', '`', '[', '!', '\\', '~'])) {
        let start = plain + found;
        let (before, tail) = rest.split_at(start);
        let Some((wrap, content, after)) = marked(before, tail, &mut unclosed, at, cx) else {
            // A backslash hides the character behind it.
            let hidden = tail.strip_prefix('\\').filter(|next| next.starts_with(|c: char| c.is_ascii_punctuation()));
            if hidden.is_some() {
                spans.push_lines(wraps, text::body(before));
                (rest, plain) = (tail.get(1..).unwrap_or(""), 1);
            } else {
                plain = start + 1;
            }
            continue;
        };
        spans.push_lines(wraps, text::body(before));
        let inside: Vec<Wrap> = wraps.iter().cloned().chain(wrap.clone()).collect();
        match wrap {
            Some(Wrap::Mark(Mark::Code)) => spans.push_lines(&inside, text::body(content)),
            _ => cx.nested(at, |cx| runs(content, &inside, spans, at, cx)),
        }
        (rest, plain) = (after, 0);
    }
    spans.push_lines(wraps, text::body(rest));
}

/// The delimiters that nothing closes in the rest of a text, so that it is not searched for them again and again.
#[derive(Default)]
struct Unclosed(Vec<&'static str>);

impl Unclosed {
    /// Splits a text at the delimiter that closes something.
    fn split<'t>(&mut self, text: &'t str, delimiter: &'static str) -> Option<(&'t str, &'t str)> {
        if self.0.contains(&delimiter) {
            return None;
        }
        let parts = text.split_once(delimiter);
        if parts.is_none() {
            self.0.push(delimiter);
        }
        parts
    }
}

/// A marked run at the start of `tail`: its wrap, its content and what follows.
fn marked<'t>(
    before: &str,
    tail: &'t str,
    unclosed: &mut Unclosed,
    at: &Value,
    cx: &mut Context,
) -> Option<(Option<Wrap<'t>>, &'t str, &'t str)> {
    let picture = tail.starts_with("![");
    if picture || tail.starts_with('[') {
        let (content, after) = unclosed.split(tail.get(if picture { 2 } else { 1 }..)?, "](")?;
        let (target, after) = unclosed.split(after, ")")?;
        let url = target.split_ascii_whitespace().next().unwrap_or("").trim_matches(['<', '>']);
        let link = if picture { None } else { cx.judge(url, Purpose::Link, at).map(Wrap::Link) };
        return Some((link, content, after));
    }
    const MARKS: &[(&str, Mark)] = &[
        ("**", Mark::Strong),
        ("__", Mark::Strong),
        ("~~", Mark::S),
        ("*", Mark::Em),
        ("_", Mark::Em),
        ("`", Mark::Code),
    ];
    let (delimiter, mark) = MARKS.iter().find(|(delimiter, _)| tail.starts_with(delimiter))?;
    // An underscore inside a word is one.
    if delimiter.starts_with('_') && before.ends_with(is_letter) {
        return None;
    }
    let (content, after) = unclosed.split(tail.strip_prefix(delimiter)?, delimiter)?;
    let tight = !content.is_empty() && content.trim() == content;
    tight.then_some((Some(Wrap::Mark(*mark)), content, after))
}
