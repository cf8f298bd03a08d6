//! Mobiledoc 0.3 (Ghost until version 5): sections of markers, with tables of markups, atoms and cards. In version 0.2,
//! the markups precede the sections, cards are inside them, and markers have no type, since there are no atoms.

use crate::error::Error;
use crate::json::{Number, Value};
use crate::model::{Article, Block, Figure, Image, Inline, List, ListItem};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::inline_nodes::{self, Runs};
use crate::read::formats::editors::engine::kind::{Kind, kind_of_name};
use crate::read::formats::editors::engine::lists;
use crate::read::formats::editors::engine::marks;
use crate::read::formats::editors::engine::styled;
use crate::read::formats::editors::engine::unknown;
use crate::read::values::dialect::Dialect;
use crate::read::values::spans::{Wrap, wrap};
use crate::report::WarningCode;

/// Returns whether a value is a document: sections, and one of the tables.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let table = |name| value.get(name).is_some_and(Value::is_array);
    table("sections") && (table("markups") || table("cards") || table("atoms") || find_old(value).is_some())
}

/// Returns the markups and the sections of a document of version 0.2.
fn find_old<'t>(doc: &'t Value<'t>) -> Option<(&'t [Value<'t>], &'t [Value<'t>])> {
    match doc.get("sections")?.items() {
        [Value::Array(markups), Value::Array(sections)] => {
            let typed = sections.first()?.items().first()?.as_int().is_some();
            typed.then_some((markups, sections))
        }
        _ => None,
    }
}

/// Returns whether there is a document.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads a document, or an entry with one.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, true, blocks, cx)
}

/// Returns the entry of a table of the document; `place` is its number.
fn find_entry<'t>(doc: &'t Value<'t>, table: &str, place: Option<&Value>, cx: &mut Context) -> Option<&'t Value<'t>> {
    let place = place?;
    if !cx.pay(place, 8 * doc.members().len()) {
        return None;
    }
    let entries = match find_old(doc) {
        Some((markups, _)) => markups,
        None => doc.get(table)?.items(),
    };
    cx.follow(place, entries.get(usize::try_from(place.as_int()?).ok()?)?, u8::MAX)
}

/// Adds the content of a document.
pub(in crate::read) fn blocks<'t>(doc: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let sections = find_old(doc).map_or(doc.list("sections"), |(_, sections)| sections);
    for section in sections {
        if !cx.spend(section) {
            break;
        }
        match (section.items().first().and_then(Value::as_int), section.items()) {
            (Some(1), [_, tag, markers, ..]) => {
                // Tags are in any case: Mobiledoc's parser takes them from elements, whose names are in capitals.
                let (tag, content) = (tag.as_str().unwrap_or("p"), read_inlines(markers, doc, cx));
                styled::push_styled(kind_of_name(tag), markers, tag, content, out);
            }
            (Some(2), [_, src, ..]) => {
                let image = |src| Image { src: Some(src), ..Image::default() };
                out.extend(
                    cx.media_url(src).map(|src| Block::Figure(Figure { image: image(src), ..Figure::default() })),
                );
                cx.missing_alt(section);
            }
            (Some(3), [_, tag, items, ..]) => {
                let mut list =
                    List { ordered: tag.as_str().is_some_and(|tag| tag.eq_ignore_ascii_case("ol")), ..List::default() };
                for item in items.items() {
                    let mut body = Vec::new();
                    inline_nodes::push_paragraph(read_inlines(item, doc, cx), &mut body);
                    lists::add(&mut list.items, ListItem { checked: None, body });
                }
                if !list.items.is_empty() {
                    out.push(Block::List(list));
                }
            }
            (Some(10), [_, name @ Value::String(_), payload, ..]) => read_card(name, payload, d, cx, out),
            (Some(10), [_, place, ..]) => match find_entry(doc, "cards", Some(place), cx).map(Value::items) {
                Some([name, payload, ..]) => read_card(name, payload, d, cx, out),
                _ => cx.warn(WarningCode::Unresolved, section, &["a card that is not in the document"]),
            },
            _ => cx.warn(WarningCode::UnknownBlock, section, &["an unknown section, left out"]),
        }
    }
}

/// Adds the card of a name.
fn read_card<'t>(name: &Value, payload: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let kind = kind_of_name(name.as_str().unwrap_or(""));
    match kind {
        Kind::Unknown | Kind::Styled => {
            unknown::node(payload, (name, name.as_str().unwrap_or("without a name")), d, cx, out)
        }
        kind => convert::block(payload, kind, d, cx, out),
    }
}

/// The type of text markers.
const TEXT: Value = Value::Number(Number::Int(0));

/// Returns the running text of markers: each opens markups, shows text or an atom, and closes some.
fn read_inlines<'t>(markers: &'t Value<'t>, doc: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let mut runs = Runs::default();
    // For each open markup: whether it added a wrap, which it does not if it is unknown or already there.
    let (mut open, mut wraps): (Vec<bool>, Vec<Wrap>) = Default::default();
    for marker in markers.items() {
        let (kind, opened, closed, content) = match marker.items() {
            [kind, opened, closed, content, ..] => (kind, opened, closed, content),
            [opened, closed, content] => (&TEXT, opened, closed, content),
            _ => {
                cx.wrong_type(marker, "a marker");
                continue;
            }
        };
        if !cx.spend(marker) {
            break;
        }
        for place in opened.items() {
            let before = wraps.len();
            match find_entry(doc, "markups", Some(place), cx) {
                Some(markup) => add_mark(markup, &mut wraps, cx),
                None => cx.warn(WarningCode::Unresolved, place, &["a markup that is not in the document"]),
            }
            open.push(wraps.len() > before);
        }
        match (kind.as_int(), content) {
            (Some(0), Value::String(text)) => runs.text(&wraps, cx.lines_within(marker, text), marker, cx),
            (Some(1), place) => match find_entry(doc, "atoms", Some(place), cx).map(Value::items) {
                Some([name, ..]) if name.as_str() == Some("soft-return") => runs.push(&wraps, Inline::Break),
                Some([_, at @ Value::String(text), ..]) => runs.text(&wraps, cx.lines_within(marker, text), at, cx),
                _ => cx.warn(WarningCode::Unresolved, marker, &["an atom that is not in the document"]),
            },
            _ => cx.warn(WarningCode::UnknownBlock, marker, &["an unknown marker, left out"]),
        }
        let closed = closed.as_int().and_then(|closed| usize::try_from(closed).ok()).unwrap_or(0);
        let left = open.len().saturating_sub(closed);
        while open.len() > left {
            if open.pop() == Some(true) {
                wraps.pop();
            }
        }
    }
    runs.take(markers, cx)
}

/// Adds the wrap of a markup: its tag, and for a link its attributes as a flat list of names and values.
fn add_mark<'t>(markup: &'t Value<'t>, wraps: &mut Vec<Wrap<'t>>, cx: &mut Context) {
    let tag = markup.items().first().and_then(Value::as_str).unwrap_or("");
    if !tag.eq_ignore_ascii_case("a") {
        return marks::add_mark(tag, markup, wraps, cx);
    }
    let attributes = markup.items().get(1).map_or(&[][..], Value::items);
    let href = attributes.iter().position(|name| name.as_str().is_some_and(|name| name.eq_ignore_ascii_case("href")));
    match href.and_then(|place| attributes.get(place + 1)) {
        Some(url) => {
            if let Some(url) = cx.link(url) {
                wrap(wraps, Wrap::link(url));
            }
        }
        None => cx.missing_address(markup),
    }
}
