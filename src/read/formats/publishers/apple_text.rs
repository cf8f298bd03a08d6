//! Apple News Format: a component's text, which is plain text with ranges, HTML or Markdown.

use crate::json::Value;
use crate::model::{Block, Inline, Mark};
use crate::read::Context;
use crate::read::formats::publishers::engine::convert;
use crate::read::html::markdown;
use crate::read::values::paragraphs::read_paragraphs;
use crate::read::values::references::Index;
use crate::read::values::spans::{Spans, Wrap, wrap};
use crate::report::WarningCode;
use crate::text::keys::Keys;

/// The most ranges that are kept.
const MAX_RANGES: usize = 1000;

/// The most ranges at one place; further ones are ignored.
const MAX_OPEN: usize = 20;

/// A range of text with a mark or a link, in UTF-16 units.
struct Range<'t> {
    from: usize,
    to: usize,
    wrap: Wrap<'t>,
}

/// Reads the text of a component without its ranges: most are plain, some HTML or Markdown.
pub(in crate::read) fn words_of<'t>(component: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let Some(text) = component.get("text") else { return Vec::new() };
    match component.str("format") {
        Some("html" | "markdown") => convert::running(blocks(text, component, &Index::default(), cx)),
        _ => cx.plain(text),
    }
}

/// Reads the blocks of a text; `owner` has its format, `styles` are the named ones.
pub(in crate::read) fn blocks<'t>(
    value: &'t Value<'t>,
    owner: &'t Value<'t>,
    styles: &Index<'t>,
    cx: &mut Context,
) -> Vec<Block<'t>> {
    let Some(plain) = value.as_str() else {
        cx.wrong_type(value, "a string");
        return Vec::new();
    };
    let format = if owner.str("html").is_some() { "html" } else { owner.str("format").unwrap_or("none") };
    match format {
        "html" => return convert::blocks(value, cx),
        "markdown" => return markdown::blocks(plain, value, cx),
        "none" => {}
        _ => cx.warnings.warn_member(
            WarningCode::InvalidValue,
            owner,
            "format",
            &["expected one of: none, html, markdown"],
        ),
    }
    let ranges = find_ranges(owner, styles, cx);
    let plain = cx.lines_within(value, plain);
    if ranges.is_empty() { read_paragraphs(plain, value, cx) } else { read_ranged(plain, ranges, value, cx) }
}

/// Returns the links and styles of ranges of the text.
fn find_ranges<'t>(owner: &'t Value<'t>, styles: &Index<'t>, cx: &mut Context) -> Vec<Range<'t>> {
    let mut ranges = Vec::new();
    let members = Keys("additions inlineTextStyles").filter_map(|name| owner.get(name));
    for addition in members.flat_map(|list| list.items()).take(MAX_RANGES) {
        let at = |name| addition.get(name).and_then(Value::as_int).and_then(|n| usize::try_from(n).ok());
        let (Some(from), Some(length)) = (at("rangeStart"), at("rangeLength")) else { continue };
        let style = match addition.get("textStyle") {
            Some(place @ Value::String(name)) => styles.get(name).and_then(|style| cx.follow(place, style, 2)),
            style => style,
        };
        let mut wraps = style.map(find_marks).unwrap_or_default();
        wraps.extend(cx.link_of(addition, "URL").map(Wrap::link));
        ranges.extend(wraps.into_iter().map(|wrap| Range { from, to: from.saturating_add(length), wrap }));
    }
    ranges
}

/// Returns the marks of a style.
fn find_marks<'t>(style: &'t Value<'t>) -> Vec<Wrap<'t>> {
    let says = |name: &str, values: &[&str]| style.str(name).is_some_and(|value| values.contains(&value));
    let drawn = |name| style.get(name).is_some_and(|value| value.is_object() || value.as_bool() == Some(true));
    let heavy = style.get("fontWeight").and_then(Value::as_int).is_some_and(|weight| weight >= 600);
    let marks = [
        (heavy || says("fontWeight", &["bold", "bolder", "semibold", "heavy", "black"]), Mark::Strong),
        (says("fontStyle", &["italic", "oblique"]), Mark::Em),
        (drawn("underline"), Mark::U),
        (drawn("strikethrough"), Mark::S),
        (says("verticalAlignment", &["superscript"]), Mark::Sup),
        (says("verticalAlignment", &["subscript"]), Mark::Sub),
    ];
    marks.into_iter().filter(|(on, _)| *on).map(|(_, mark)| Wrap::Mark(mark)).collect()
}

/// Reads plain text with its ranges, split into paragraphs at blank lines.
fn read_ranged<'t>(plain: &'t str, ranges: Vec<Range<'t>>, value: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    let mut out = Vec::new();
    let mut units = 0;
    let mut open = Open::new(ranges);
    open.go_to(0);
    for paragraph in plain.split("\n\n") {
        let mut spans = Spans::default();
        let (mut start, mut unit) = (0, units);
        for (index, c) in paragraph.char_indices() {
            if unit >= open.edge {
                spans.push_lines(&open.wraps, cx.body(paragraph.get(start..index).unwrap_or(""), value), value, cx);
                start = index;
                open.go_to(unit);
            }
            unit += c.len_utf16();
        }
        spans.push_lines(&open.wraps, cx.body(paragraph.get(start..).unwrap_or(""), value), value, cx);
        let content: Vec<Inline> = spans.finish();
        out.extend(convert::full(&content).then(|| Block::paragraph(content)));
        units = unit + 2;
    }
    out
}

/// The ranges at one place of the text, which moves from its start to its end.
struct Open<'t> {
    /// The ranges that begin later, the next one last.
    ahead: Vec<Range<'t>>,
    here: Vec<Range<'t>>,
    /// The wraps of the text here.
    wraps: Vec<Wrap<'t>>,
    /// The next place where a range begins or ends, in UTF-16 units.
    edge: usize,
}

impl<'t> Open<'t> {
    fn new(mut ahead: Vec<Range<'t>>) -> Open<'t> {
        ahead.sort_by_key(|range| range.from);
        ahead.reverse();
        Open { ahead, here: Vec::new(), wraps: Vec::new(), edge: 0 }
    }

    fn go_to(&mut self, at: usize) {
        self.here.retain(|range| range.to > at);
        while let Some(range) = self.ahead.pop_if(|range| range.from <= at) {
            if range.to > at && self.here.len() < MAX_OPEN {
                self.here.push(range);
            }
        }
        self.wraps.clear();
        for range in &self.here {
            wrap(&mut self.wraps, range.wrap.clone());
        }
        let next = self.ahead.last().map_or(usize::MAX, |range| range.from);
        self.edge = self.here.iter().map(|range| range.to).fold(next, usize::min);
    }
}
