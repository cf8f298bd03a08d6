//! Running text of the BBC's newer system (Optimo): paragraphs of fragments, links and runs in other languages.

use crate::json::Value;
use crate::model::{Inline, Mark};
use crate::read::Context;
use crate::read::formats::publishers::engine::convert::full;
use crate::read::values::spans::{Spans, Wrap, wrap};

/// Returns the blocks in a block.
pub(super) fn blocks<'t>(block: &'t Value<'t>) -> &'t [Value<'t>] {
    block.at("model blocks").or(block.get("blocks")).map_or(&[], Value::items)
}

/// Returns the first block of a type in a block.
pub(super) fn find_child<'t>(block: &'t Value<'t>, kind: &str) -> Option<&'t Value<'t>> {
    blocks(block).iter().find(|child| child.str("type") == Some(kind))
}

/// Returns all running text in a block, with its paragraphs on lines of their own.
pub(super) fn read_inlines<'t>(block: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let mut out = Vec::new();
    for child in cx.within(blocks(block)) {
        let content = match child.str("type") {
            Some("paragraph") => read_paragraph(child, cx),
            _ => cx.nested(child, |cx| read_inlines(child, cx)),
        };
        if !out.is_empty() && full(&content) {
            out.push(Inline::Break);
        }
        out.extend(content);
    }
    if full(&out) { out } else { Vec::new() }
}

/// Returns a paragraph's text: its fragments, or its copy for machines.
pub(super) fn read_paragraph<'t>(block: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let mut spans = Spans::default();
    if blocks(block).is_empty() {
        push_fragment(block, &[], &mut spans, cx);
    }
    push_fragments(block, &[], &mut spans, cx);
    spans.finish()
}

/// Adds the fragments of a paragraph, a link or a run in another language.
fn push_fragments<'t>(block: &'t Value<'t>, around: &[Wrap<'t>], spans: &mut Spans<'t>, cx: &mut Context) {
    for child in cx.within(blocks(block)) {
        let model = child.get("model").unwrap_or(&Value::Null);
        let mut wraps = around.to_vec();
        match child.str("type") {
            Some("fragment") => {
                push_fragment(child, around, spans, cx);
                continue;
            }
            Some("urlLink") => {
                if let Some(url) = cx.link_of(model, "locator") {
                    wrap(&mut wraps, Wrap::link(url));
                }
            }
            Some("inline") => {
                let lang = model.get("language").and_then(|lang| cx.lang(lang));
                if let Some(lang) = lang {
                    wrap(&mut wraps, Wrap::Span(Some(lang), None));
                }
            }
            _ => {}
        }
        cx.nested(child, |cx| push_fragments(child, &wraps, spans, cx));
    }
}

/// Adds a fragment with its marks.
fn push_fragment<'t>(block: &'t Value<'t>, around: &[Wrap<'t>], spans: &mut Spans<'t>, cx: &mut Context) {
    const MARKS: &[(&str, Mark)] = &[("bold", Mark::Strong), ("italic", Mark::Em)];
    let model = block.get("model").unwrap_or(&Value::Null);
    let names = model.list("attributes").iter().filter_map(Value::as_str);
    let marks = names.filter_map(|name| MARKS.iter().find(|(known, _)| *known == name));
    let mut wraps = around.to_vec();
    marks.for_each(|(_, mark)| wrap(&mut wraps, Wrap::Mark(*mark)));
    let text = cx.lines_within(block, model.str("text").unwrap_or(""));
    spans.push_lines(&wraps, cx.body(text, block), block, cx);
}
