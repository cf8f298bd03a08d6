//! The project's own article JSON: running text.

use super::Context;
use super::spans::{Spans, Wrap};
use crate::json::Value;
use crate::model::{Inline, Mark, is_blank};
use crate::report::WarningCode;
use crate::text;

/// The running text in the member `name`; nothing without one.
pub(super) fn field<'t>(object: &'t Value<'t>, name: &str, cx: &mut Context) -> Vec<Inline<'t>> {
    object.get(name).map(|value| text(value, cx)).unwrap_or_default()
}

/// Running text: a string, a span, or an array of both.
pub(super) fn text<'t>(value: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let mut spans = Spans::default();
    runs(value, &[], &mut spans, cx);
    let content = spans.finish();
    if is_blank(&content) { Vec::new() } else { content }
}

/// Adds the runs of a value, all of them in `wraps`.
fn runs<'t>(value: &'t Value<'t>, wraps: &[Wrap<'t>], spans: &mut Spans<'t>, cx: &mut Context) {
    match value {
        Value::String(run) => {
            let in_link = wraps.iter().any(|wrap| matches!(wrap, Wrap::Link(_)));
            spans.push_lines(wraps, if in_link { text::link(run) } else { text::body(run) });
        }
        Value::Number(number) => spans.push_lines(wraps, number.to_text().into()),
        Value::Array(items) => {
            items.iter().filter(|_| !cx.is_spent()).collect::<Vec<_>>().into_iter().for_each(|item| {
                if cx.spend(item) {
                    cx.nested(item, |cx| runs(item, wraps, spans, cx));
                }
            })
        }
        Value::Object(_) => span(value, wraps, spans, cx),
        Value::Null => {}
        other => cx.wrong_type(other, "text"),
    }
}

/// Adds a span: its text in its own wraps and those around it.
fn span<'t>(value: &'t Value<'t>, around: &[Wrap<'t>], spans: &mut Spans<'t>, cx: &mut Context) {
    cx.only(value, &["text", "marks", "url", "title", "lang", "dir", "ruby", "note"]);
    let mut wraps = around.to_vec();
    wraps.extend(cx.link_of(value, "url").map(Wrap::Link));
    let lang = value.get("lang").and_then(|lang| cx.lang(lang));
    let dir = value.get("dir").and_then(|dir| cx.dir(dir));
    if lang.is_some() || dir.is_some() {
        wraps.push(Wrap::Span(lang, dir));
    }
    for name in value.get("marks").map_or(&[][..], Value::one_or_many) {
        wraps.extend(mark(name, value, cx));
    }
    if let Some(number) = cx.integer_of(value, "note", 1, 10_000) {
        spans.push(wraps.clone(), Inline::NoteMark(number as u32));
    }
    let Some(content) = value.get("text") else {
        if value.get("note").is_none() {
            cx.warnings.warn_member(WarningCode::MissingField, value, "text", &["a span without text"]);
        }
        return;
    };
    match value.get("ruby") {
        None => cx.nested(content, |cx| runs(content, &wraps, spans, cx)),
        Some(reading) => {
            let ruby =
                cx.nested(content, |cx| Some(Inline::Ruby { base: text(content, cx), reading: text(reading, cx) }));
            ruby.into_iter().for_each(|ruby| spans.push(wraps.clone(), ruby));
        }
    }
}

/// The wrap of a mark's name; `abbr` takes the span's title.
fn mark<'t>(name: &Value, span: &'t Value<'t>, cx: &mut Context) -> Option<Wrap<'t>> {
    let Some(text) = name.as_str() else {
        cx.wrong_type(name, "the name of a mark");
        return None;
    };
    let mark = match text {
        "abbr" => return Some(Wrap::Abbreviation(cx.label_of(span, "title").unwrap_or_default())),
        "strong" => Mark::Strong,
        "em" => Mark::Em,
        "b" => Mark::B,
        "i" => Mark::I,
        "u" => Mark::U,
        "s" => Mark::S,
        "sub" => Mark::Sub,
        "sup" => Mark::Sup,
        "code" => Mark::Code,
        "mark" => Mark::Mark,
        "small" => Mark::Small,
        "q" => Mark::Q,
        "bdi" => Mark::Bdi,
        "cite" => Mark::Cite,
        "dfn" => Mark::Dfn,
        "del" => Mark::Del,
        "ins" => Mark::Ins,
        "kbd" => Mark::Kbd,
        "samp" => Mark::Samp,
        "var" => Mark::Var,
        _ => {
            cx.warn(WarningCode::UnknownMark, name, &["unknown mark ", text, ", its text is shown without it"]);
            return None;
        }
    };
    Some(Wrap::Mark(mark))
}
