//! Draft.js raw content: flat blocks whose styles and entities are ranges of code points.
//!
//! `convertFromDraftStateToRaw` counts offsets and lengths with its `UnicodeUtils.strlen`, so a surrogate pair counts
//! as one (`encodeInlineStyleRanges`, `encodeEntityRanges` of draft-js).

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block, Code, Inline, ListItem};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::inline_nodes::{self, Runs};
use crate::read::formats::editors::engine::kind::{Kind, kind_of_name};
use crate::read::formats::editors::engine::lists::Lists;
use crate::read::formats::editors::engine::marks;
use crate::read::formats::editors::engine::node::find_str;
use crate::read::formats::editors::engine::styled;
use crate::read::formats::editors::engine::unknown;
use crate::read::values::dialect::Dialect;
use crate::read::values::references::Index;
use crate::read::values::spans::{Wrap, wrap};
use crate::report::WarningCode;

/// The most ranges of a block that are read.
const MAX_RANGES: usize = 500;

/// Returns whether a value is raw content.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    value.get("blocks").is_some_and(Value::is_array) && value.get("entityMap").is_some()
}

/// Returns whether there is raw content.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads raw content, or an entry with some.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, false, blocks, cx)
}

/// Adds the content of raw content.
pub(in crate::read) fn blocks<'t>(
    content: &'t Value<'t>,
    around: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let (mut lists, mut lines): (Lists, Option<(String, &Value)>) = Default::default();
    let d = &Dialect { html: around.html, linked: content.get("entityMap").map(Index::of_members).unwrap_or_default() };
    for block in content.list("blocks") {
        if !cx.spend(block) {
            break;
        }
        let name = block.str("type").unwrap_or("unstyled");
        let kind = kind_of_name(name);
        if kind == Kind::Code {
            lists.finish(out);
            // Each line of program text is a block.
            let text = cx.lines_within(block, block.str("text").unwrap_or(""));
            match &mut lines {
                Some((code, _)) => code.extend(["\n", text]),
                None => lines = Some((text.to_owned(), block)),
            }
            continue;
        }
        read_code(&mut lines, cx, out);
        if kind == Kind::Item {
            let mut item = ListItem { checked: block.at("data checked").and_then(Value::as_bool), body: Vec::new() };
            inline_nodes::push_paragraph(read_inlines(block, d, cx), &mut item.body);
            let level = block.get("depth").and_then(Value::as_int).unwrap_or(0).saturating_add(1);
            lists.push(level, name.starts_with("ordered"), item, out);
            continue;
        }
        lists.finish(out);
        match kind {
            _ if name.starts_with("atomic") => read_atomic(block, d, cx, out),
            _ => styled::push_styled(kind, block, name, read_inlines(block, d, cx), out),
        }
    }
    read_code(&mut lines, cx, out);
    lists.finish(out);
}

/// Adds the lines of program text collected so far.
fn read_code<'t>(lines: &mut Option<(String, &'t Value<'t>)>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let Some((code, first)) = lines.take() else { return };
    let language = find_str(first, "language syntax lang").and_then(|language| cx.label(language));
    if !code.trim().is_empty() {
        let text = cx.body(code, first);
        out.push(Block::Code(Code { text, language, caption: Vec::new() }));
    }
}

/// Adds a block that represents its entity.
fn read_atomic<'t>(block: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let range = block.get("entityRanges").and_then(|ranges| ranges.items().first());
    let entity = range.and_then(|range| find_entity(range, u8::MAX, d, cx));
    // The first editor of Medium's kind keeps a picture in the block, whose type is `atomic:image`.
    let own = || block.str("type")?.strip_prefix("atomic:").zip(block.get("data"));
    let Some((name, data)) = entity.or_else(own) else {
        return cx.warn(WarningCode::Unresolved, block, &["a block whose entity is not in the document"]);
    };
    match kind_of_name(name) {
        Kind::Unknown | Kind::Styled => unknown::node(data, (block, name), d, cx, out),
        kind => convert::block(data, kind, d, cx, out),
    }
}

/// Returns the type and the data of a range's entity, up to this many levels deep.
fn find_entity<'t>(range: &Value, levels: u8, d: &Dialect<'t>, cx: &mut Context) -> Option<(&'t str, &'t Value<'t>)> {
    let key = range.get("key")?;
    let key = key.as_str().map_or_else(|| key.as_number().map(|n| n.to_text()), |key| Some(key.to_owned()))?;
    let entity = cx.follow(range, d.linked.get(&key)?, levels)?;
    Some((entity.str("type")?, entity.get("data")?))
}

/// A range of a block's text, in code points, and its wrap.
struct Range<'t> {
    start: i64,
    end: i64,
    wrap: Wrap<'t>,
}

/// Returns the running text of a block, split where ranges begin or end.
fn read_inlines<'t>(block: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let (text, ranges) = (cx.lines_within(block, block.str("text").unwrap_or("")), find_ranges(block, d, cx));
    let (mut runs, mut unit, mut start, mut cut) = (Runs::default(), 0, 0, next_cut(&ranges, 0));
    for (place, _) in text.char_indices() {
        if unit >= cut {
            push(text.get(start..place).unwrap_or(""), unit, &ranges, &mut runs, block, cx);
            (start, cut) = (place, next_cut(&ranges, unit));
        }
        unit += 1;
    }
    push(text.get(start..).unwrap_or(""), unit, &ranges, &mut runs, block, cx);
    runs.take(block, cx)
}

/// Returns the ranges of styles and links.
fn find_ranges<'t>(block: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Range<'t>> {
    let mut out = Vec::new();
    for name in ["inlineStyleRanges", "entityRanges"] {
        for range in block.list(name).iter().take(MAX_RANGES) {
            let at = |name| range.get(name).and_then(Value::as_int).unwrap_or(0);
            let mut wraps = Vec::new();
            if let Some(style) = range.get("style") {
                marks::add_mark(style.as_str().unwrap_or(""), style, &mut wraps, cx);
            } else if let Some((name, data)) = find_entity(range, 2, d, cx) {
                let data = data.get("mention").unwrap_or(data);
                marks::add_mark(name, data, &mut wraps, cx);
            }
            let (start, end) = (at("offset"), at("offset").saturating_add(at("length")));
            for wrap in wraps {
                out.push(Range { start, end, wrap });
            }
        }
    }
    out
}

/// Returns the first position after `unit` at which a range begins or ends.
fn next_cut(ranges: &[Range], unit: i64) -> i64 {
    let mut next = i64::MAX;
    for range in ranges {
        for cut in [range.start, range.end] {
            if cut > unit && cut < next {
                next = cut;
            }
        }
    }
    next
}

/// Adds the run of text that ends before `unit`.
fn push<'t>(text: &'t str, unit: i64, ranges: &[Range<'t>], runs: &mut Runs<'t>, block: &Value, cx: &mut Context) {
    let mut wraps = Vec::new();
    for range in ranges {
        if range.start < unit && unit <= range.end {
            wrap(&mut wraps, range.wrap.clone());
        }
    }
    runs.text(&wraps, text, block, cx);
}
