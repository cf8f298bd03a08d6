//! Draft.js raw content: flat blocks whose styles and entities are ranges of UTF-16 units.

use super::lists::Lists;
use super::node::{Dialect, Kind, find_str, kind_of_name};
use super::runs::{self, Runs};
use super::spans::Wrap;
use super::{Context, atoms, nodes, parent};
use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block, Code, Inline, ListItem};
use crate::report::WarningCode;
use crate::text;

/// The most ranges of a block that are looked at.
const MAX_RANGES: usize = 500;

/// Whether a value is raw content.
pub(super) fn is_body(value: &Value) -> bool {
    value.get("blocks").is_some_and(Value::is_array) && value.get("entityMap").is_some()
}

/// Whether there is raw content.
pub(super) fn detect(tree: &Value) -> bool {
    parent::find_body(tree, is_body, None).is_some()
}

/// Reads raw content, or an entry with some.
pub(super) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    parent::read(tree, is_body, false, blocks, cx)
}

fn blocks<'t>(content: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let (mut out, mut lists) = (Vec::new(), Lists::default());
    for block in content.get("blocks").map_or(&[][..], Value::items) {
        if !cx.spend(block) {
            break;
        }
        let name = block.str("type").unwrap_or("unstyled");
        let kind = kind_of_name(name);
        if kind == Kind::Item {
            let level = block.get("depth").and_then(Value::as_int).unwrap_or(0).saturating_add(1);
            let checked = block.at(&["data", "checked"]).and_then(Value::as_bool);
            let body = runs::paragraph(inlines(block, content, cx)).into_iter().collect();
            lists.push(level, name.starts_with("ordered"), ListItem { checked, body }, &mut out);
            continue;
        }
        lists.finish(&mut out);
        match kind {
            Kind::Code => out.extend(
                block
                    .str("text")
                    .filter(|text| !text.is_empty())
                    .map(|text| Block::Code(Code { text: text::body(text), ..Code::default() })),
            ),
            Kind::Heading => out.extend(nodes::heading(block, name, inlines(block, content, cx))),
            Kind::Quote => {
                let body: Vec<_> = runs::paragraph(inlines(block, content, cx)).into_iter().collect();
                out.extend(nodes::quote(body).map(Block::Quote));
            }
            _ if name == "atomic" => out.extend(atomic(block, content, d, cx)),
            _ => out.extend(runs::paragraph(inlines(block, content, cx))),
        }
    }
    lists.finish(&mut out);
    out
}

/// A block that stands for its entity.
fn atomic<'t>(block: &'t Value<'t>, content: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let range = block.get("entityRanges").and_then(|ranges| ranges.items().first());
    match range.and_then(|range| entity(range, content)) {
        Some((name, data)) => match kind_of_name(name) {
            Kind::Unknown => {
                cx.warn(WarningCode::UnknownBlock, block, &["unknown block ", name, ", shown as its text"]);
                super::unknown::blocks(data, d, cx)
            }
            kind => atoms::card(kind, data, d, cx),
        },
        None => {
            cx.warn(WarningCode::Unresolved, block, &["a block whose entity is not in the document"]);
            Vec::new()
        }
    }
}

/// The type and the data of a range's entity.
fn entity<'t>(range: &Value, content: &'t Value<'t>) -> Option<(&'t str, &'t Value<'t>)> {
    let key = range.get("key")?;
    let key = key.as_str().map_or_else(|| key.as_number().map(|n| n.to_text()), |key| Some(key.to_owned()))?;
    let entity = content.get("entityMap")?.get(&key)?;
    Some((entity.str("type")?, entity.get("data")?))
}

/// The running text of a block, cut wherever a range begins or ends.
fn inlines<'t>(block: &'t Value<'t>, content: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let text = block.str("text").unwrap_or("");
    let mut ranges: Vec<(i64, i64, Wrap)> = Vec::new();
    for name in ["inlineStyleRanges", "entityRanges"] {
        for range in block.get(name).map_or(&[][..], Value::items).iter().take(MAX_RANGES) {
            let at = |name| range.get(name).and_then(Value::as_int).unwrap_or(0);
            let mut wraps = Vec::new();
            if let Some(style) = range.get("style") {
                runs::mark(style.as_str().unwrap_or(""), style, &mut wraps, cx);
            } else if let Some((_, data)) = entity(range, content)
                && let Some(url) = find_str(data, &["url", "href"]).and_then(|url| cx.link(url))
            {
                wraps.push(Wrap::Link(url));
            }
            ranges
                .extend(wraps.into_iter().map(|wrap| (at("offset"), at("offset").saturating_add(at("length")), wrap)));
        }
    }
    let mut cuts: Vec<i64> = ranges.iter().flat_map(|(start, end, _)| [*start, *end]).collect();
    cuts.push(i64::MAX);
    cuts.sort_unstable();
    cuts.dedup();
    let (mut runs, mut unit, mut start, mut cut) = (Runs::default(), 0, 0, cuts.into_iter().peekable());
    for (end, length) in text.char_indices().map(|(end, c)| (end, c.len_utf16() as i64)).chain([(text.len(), 0)]) {
        if length == 0 || cut.next_if(|cut| *cut <= unit).is_some() {
            while cut.next_if(|cut| *cut <= unit).is_some() {}
            let wraps: Vec<Wrap> = wraps_before(&ranges, unit);
            runs.text(&wraps, text.get(start..end).unwrap_or(""));
            start = end;
        }
        unit += length;
    }
    runs.take()
}

/// The wraps around the unit before `unit`.
fn wraps_before<'t>(ranges: &[(i64, i64, Wrap<'t>)], unit: i64) -> Vec<Wrap<'t>> {
    let mut wraps = Vec::new();
    for (_, _, wrap) in ranges.iter().filter(|(start, end, _)| *start < unit && unit <= *end) {
        runs::add(&mut wraps, wrap.clone());
    }
    wraps
}
