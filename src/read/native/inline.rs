//! The project's own article JSON: running text.

use crate::json::Value;
use crate::model::{Inline, Mark, SMALLEST, is_blank};
use crate::read::Context;
use crate::read::capabilities::html_needed;
use crate::read::values::list::next_item;
use crate::read::values::spans::{Spans, Wrap, wrap};
use crate::report::WarningCode;
use crate::text::Label;
use crate::text::keys::Keys;

/// Reads the running text in the member `name`; empty without one.
pub(in crate::read) fn field<'t>(object: &'t Value<'t>, name: &str, cx: &mut Context) -> Vec<Inline<'t>> {
    object.get(name).map(|value| read_text(value, cx)).unwrap_or_default()
}

/// Reads running text: a string, a span, or an array of both.
pub(in crate::read) fn read_text<'t>(value: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let mut spans = Spans::default();
    push_runs(value, &[], &mut spans, cx);
    let content = spans.finish();
    if is_blank(&content) { Vec::new() } else { content }
}

/// Adds the runs of a value, all of them in `wraps`.
fn push_runs<'t>(value: &'t Value<'t>, wraps: &[Wrap<'t>], spans: &mut Spans<'t>, cx: &mut Context) {
    match value {
        Value::String(run) => {
            cx.tell_html(value, run);
            if !run.is_empty() && cx.cleaner.is_plain_line(run) {
                return spans.add(wraps, Inline::Text(run.as_ref().into()), value, cx);
            }
            let in_link = wraps.iter().any(|wrap| matches!(wrap, Wrap::Link(_)));
            let text = cx.run(run, in_link, value);
            if cx.spend_lines(value, &text) {
                spans.push_lines(wraps, text, value, cx);
            }
        }
        Value::Number(number) => spans.push_lines(wraps, number.to_text().into(), value, cx),
        Value::Array(items) => {
            let mut rest = items.as_slice();
            while let Some(item) = next_item(&mut rest, cx) {
                cx.nested(item, |cx| push_runs(item, wraps, spans, cx));
            }
        }
        Value::Object(_) => push_span(value, wraps, spans, cx),
        Value::Null => {}
        other => cx.wrong_type(other, "text"),
    }
}

/// Adds a span: its text in its own wraps and those around it.
fn push_span<'t>(value: &'t Value<'t>, around: &[Wrap<'t>], spans: &mut Spans<'t>, cx: &mut Context) {
    cx.only(value, "text marks url title lang dir ruby note");
    let mut wraps = around.to_vec();
    if let Some(url) = cx.link_of(value, "url") {
        wrap(&mut wraps, Wrap::link(url));
    }
    let lang = value.get("lang").and_then(|lang| cx.lang(lang));
    let dir = value.get("dir").and_then(|dir| cx.dir(dir));
    if lang.is_some() || dir.is_some() {
        wrap(&mut wraps, Wrap::Span(lang, dir));
    }
    if let Some(title) = cx.label_of(value, "title") {
        wrap(&mut wraps, Wrap::abbreviation(title));
    }
    for name in value.get("marks").map_or(&[][..], Value::one_or_many) {
        if let Some(mark) = push_mark(name, value, cx) {
            wrap(&mut wraps, mark);
        }
    }
    if let Some(number) = cx.integer_of(value, "note", 1, 10_000) {
        spans.add(&wraps, Inline::NoteMark(number as u32), value, cx);
    }
    let Some(content) = value.get("text") else {
        if value.get("note").is_none() {
            cx.warnings.warn_member(WarningCode::MissingField, value, "text", &["a span without text"]);
        }
        return;
    };
    match value.get("ruby") {
        None => cx.nested(content, |cx| push_runs(content, &wraps, spans, cx)),
        Some(_) if SMALLEST => cx.needs(html_needed()),
        Some(reading) => {
            let ruby = cx.nested(content, |cx| {
                Some(Inline::Ruby { base: read_text(content, cx), reading: read_text(reading, cx) })
            });
            if let Some(ruby) = ruby {
                spans.add(&wraps, ruby, value, cx);
            }
        }
    }
}

/// Returns the wrap for the name of a mark. A span with a title is an abbreviation already.
fn push_mark<'t>(name: &Value, span: &Value, cx: &mut Context) -> Option<Wrap<'t>> {
    let Some(text) = name.as_str() else {
        cx.wrong_type(name, "the name of a mark");
        return None;
    };
    if text == "abbr" {
        return span.get("title").is_none().then(|| Wrap::abbreviation(Label::default()));
    }
    let mark = Keys(MARK_NAMES).index_of(text).and_then(|index| MARKS.get(index));
    if mark.is_none() {
        cx.unknown_mark(name, text);
    }
    mark.map(|mark| Wrap::Mark(*mark))
}

/// The marks, and their names.
const MARKS: [Mark; 20] = [
    Mark::Strong,
    Mark::Em,
    Mark::B,
    Mark::I,
    Mark::U,
    Mark::S,
    Mark::Sub,
    Mark::Sup,
    Mark::Code,
    Mark::Mark,
    Mark::Small,
    Mark::Q,
    Mark::Bdi,
    Mark::Cite,
    Mark::Dfn,
    Mark::Del,
    Mark::Ins,
    Mark::Kbd,
    Mark::Samp,
    Mark::Var,
];
const MARK_NAMES: &str = "strong em b i u s sub sup code mark small q bdi cite dfn del ins kbd samp var";
