//! The project's own article JSON: the blocks of a body.

use crate::json::Value;
use crate::model::{
    Aside, AsideKind, Block, CardKind, Code, Definition, Details, Heading, Inline, List, ListItem, MediaKind, Note,
    Paragraph, Quote,
};
use crate::read::Context;
use crate::read::capabilities;
use crate::read::native::{card, inline, media, table};
use crate::read::values::list::read_list;
use crate::read::values::paragraphs::push_paragraphs;
use crate::report::WarningCode;
use crate::text::Text;
use crate::text::keys::Keys;

/// A body: text with a blank line between paragraphs, one block, or an array of blocks and strings.
pub(in crate::read) fn blocks<'t>(value: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let mut out = Vec::new();
    push_blocks(&mut out, value, cx);
    out
}

/// Adds the blocks of a body.
fn push_blocks<'t>(out: &mut Vec<Block<'t>>, value: &'t Value<'t>, cx: &mut Context) {
    for item in value.one_or_many() {
        if !cx.spend(item) {
            break;
        }
        let before = out.len();
        if cx.is_outermost() {
            cx.body_items.push(before);
        }
        cx.nested(item, |cx| push_block(out, item, cx));
        if out.len() == before && matches!(item, Value::String(_)) && !cx.is_spent() {
            cx.warn(WarningCode::EmptyBlock, item, &["an empty paragraph, left out"]);
        }
    }
}

/// Adds the blocks that one value stands for: mostly one.
fn push_block<'t>(out: &mut Vec<Block<'t>>, value: &'t Value<'t>, cx: &mut Context) {
    match value {
        Value::String(text) => match capabilities::error_for_text(text) {
            Some(needed) => cx.needs(needed),
            None => push_paragraphs(out, text, value, cx),
        },
        Value::Object(_) => match value.str("type") {
            Some(kind) => push_typed(out, kind, value, cx),
            None if value.get("html").is_some() => push_html(out, value, cx),
            None => {
                cx.warnings.warn_member(
                    WarningCode::MissingField,
                    value,
                    "type",
                    &["a block without a type, shown as its text"],
                );
                push_fallback(out, value, cx);
            }
        },
        Value::Null => {}
        other => cx.wrong_type(other, "a block"),
    }
}

/// A type of block.
struct Type {
    name: &'static str,
    /// The fields that such a block may have, with spaces between them; empty where its reader says it.
    fields: &'static str,
    read: for<'t> fn(&'t Value<'t>, &mut Context) -> Option<Block<'t>>,
}

/// The types of blocks, but for HTML.
#[rustfmt::skip]
const TYPES: &[Type] = &[
    Type { name: "paragraph", fields: "type text lead dropCap", read: read_paragraph },
    Type { name: "heading", fields: "type text level", read: read_heading },
    Type { name: "list", fields: "type ordered start reversed items", read: read_list_block },
    Type { name: "quote", fields: QUOTE, read: |value, cx| read_quote(value, cx).map(Block::Quote) },
    Type { name: "pullquote", fields: QUOTE, read: |value, cx| read_quote(value, cx).map(Block::PullQuote) },
    Type { name: "image", fields: "", read: |value, cx| media::read_figure(value, cx).map(Block::Figure) },
    Type { name: "gallery", fields: "type images caption", read: read_gallery },
    Type { name: "video", fields: media::MEDIA, read: |value, cx| read_player(MediaKind::Video, value, cx) },
    Type { name: "audio", fields: media::MEDIA, read: |value, cx| read_player(MediaKind::Audio, value, cx) },
    Type { name: "table", fields: "type caption head rows foot", read: |value, cx| table::read_table(value, cx).map(Block::Table) },
    Type { name: "code", fields: "type text language caption", read: read_code },
    Type { name: "divider", fields: "type", read: |_, _| Some(Block::Divider) },
    Type { name: "aside", fields: ASIDE, read: |value, cx| aside(AsideKind::Aside, value, cx) },
    Type { name: "keypoints", fields: ASIDE, read: |value, cx| aside(AsideKind::KeyPoints, value, cx) },
    Type { name: "callout", fields: ASIDE, read: |value, cx| aside(AsideKind::Callout, value, cx) },
    Type { name: "correction", fields: ASIDE, read: |value, cx| aside(AsideKind::Correction, value, cx) },
    Type { name: "question", fields: ASIDE, read: |value, cx| aside(AsideKind::Question, value, cx) },
    Type { name: "details", fields: "type summary open text body", read: read_details },
    Type { name: "definitions", fields: "type items", read: read_definitions },
    Type { name: "embed", fields: "type kind url title provider text body caption", read: card::read_embed },
    Type { name: "card", fields: card::CARD, read: |value, cx| card::read_card(CardKind::Link, value, cx) },
    Type { name: "file", fields: card::CARD, read: |value, cx| card::read_card(CardKind::File, value, cx) },
    Type { name: "button", fields: card::CARD, read: |value, cx| card::read_card(CardKind::Button, value, cx) },
    Type { name: "entry", fields: "type title datePublished author text body", read: card::read_entry },
    Type { name: "rating", fields: "", read: |value, cx| card::read_rating(value, cx).map(Block::Rating) },
    Type { name: "product", fields: "type name url image rating price text body", read: card::read_product },
    Type { name: "notes", fields: "type items", read: read_notes },
];

/// The fields of quotations.
const QUOTE: &str = "type text body attribution url";

/// The fields of boxes.
const ASIDE: &str = "type title text body";

/// Adds the block of a type's name.
fn push_typed<'t>(out: &mut Vec<Block<'t>>, kind: &str, value: &'t Value<'t>, cx: &mut Context) {
    if kind == "html" {
        return push_html(out, value, cx);
    }
    let Some(found) = TYPES.iter().find(|known| known.name == kind) else {
        let place = value.get("type").unwrap_or(value);
        cx.unknown_block(place, kind);
        return push_fallback(out, value, cx);
    };
    if !found.fields.is_empty() {
        cx.only(value, found.fields);
    }
    match (found.read)(value, cx) {
        Some(block) => out.push(block),
        None if cx.is_spent() => {}
        None => cx.warn(WarningCode::EmptyBlock, value, &["an empty block, left out: ", kind]),
    }
}

/// Adds what HTML says.
fn push_html<'t>(out: &mut Vec<Block<'t>>, value: &'t Value<'t>, cx: &mut Context) {
    cx.only(value, "type html");
    match value.get("html") {
        Some(at @ Value::String(html)) => out.append(&mut crate::read::html::blocks(html, at, cx)),
        Some(other) => cx.wrong_type(other, "a string of HTML"),
        None => {}
    }
}

/// Adds the text of a block that has no better form.
fn push_fallback<'t>(out: &mut Vec<Block<'t>>, value: &'t Value<'t>, cx: &mut Context) {
    for (name, member) in value.members() {
        if !Keys("title text content body items caption children").has(name) {
            continue;
        }
        for item in member.one_or_many() {
            match item {
                Value::String(text) => push_paragraphs(out, text, item, cx),
                Value::Object(_) => cx.nested(item, |cx| push_fallback(out, item, cx)),
                _ => {}
            }
        }
    }
}

/// A video or a sound that has anything to play.
fn read_player<'t>(kind: MediaKind, value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let media = media::read_media(kind, value, cx)?;
    (!media.sources.is_empty()).then_some(Block::Media(media))
}

fn read_paragraph<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let content = content(value, "text", cx)?;
    let (lead, drop_cap) = (cx.flag_of(value, "lead"), cx.flag_of(value, "dropCap"));
    Some(Block::Paragraph(Paragraph { content, lead, drop_cap }))
}

fn read_heading<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let level = cx.integer_of(value, "level", 2, 6).unwrap_or(2) as u8;
    Some(Block::Heading(Heading { level, content: content(value, "text", cx)? }))
}

fn read_list_block<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let ordered = cx.flag_of(value, "ordered");
    let start = cx.integer_of(value, "start", -99_999, 999_999).map(|start| start as i32);
    let reversed = cx.flag_of(value, "reversed");
    let items = read_list_items(value, ordered, cx);
    (!items.is_empty()).then_some(Block::List(List { ordered, start, reversed, items }))
}

fn read_list_items<'t>(value: &'t Value<'t>, ordered: bool, cx: &mut Context) -> Vec<ListItem<'t>> {
    read_list(value, "items", cx, |item, cx| read_list_item(item, ordered, cx))
}

/// An item: running text, or an object with text, blocks and items of its own.
fn read_list_item<'t>(value: &'t Value<'t>, ordered: bool, cx: &mut Context) -> Option<ListItem<'t>> {
    if !value.is_object() {
        let content = inline::read_text(value, cx);
        return (!content.is_empty()).then(|| ListItem { checked: None, body: vec![Block::paragraph(content)] });
    }
    cx.only(value, "text body items ordered checked");
    let mut body = body(value, cx);
    let ordered = if value.get("ordered").is_some() { cx.flag_of(value, "ordered") } else { ordered };
    let items = cx.nested(value, |cx| read_list_items(value, ordered, cx));
    if !items.is_empty() {
        body.push(Block::List(List { ordered, items, ..List::default() }));
    }
    let checked = value.get("checked").map(|_| cx.flag_of(value, "checked"));
    (!body.is_empty()).then_some(ListItem { checked, body })
}

fn read_quote<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Quote<'t>> {
    let body = body(value, cx);
    let attribution = inline::field(value, "attribution", cx);
    let attribution = match cx.link_of(value, "url") {
        Some(url) if attribution.is_empty() => {
            vec![Inline::Link(url.clone(), vec![Inline::Text(Text::Owned(url.host().to_owned()))])]
        }
        Some(url) => vec![Inline::Link(url, attribution)],
        None => attribution,
    };
    (!body.is_empty()).then_some(Quote { body, attribution: attribution.into() })
}

fn read_gallery<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let images = read_list(value, "images", cx, media::read_figure);
    let caption = inline::field(value, "caption", cx);
    (!images.is_empty()).then_some(Block::Gallery(images, caption))
}

fn read_code<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let text = match value.get("text")? {
        Value::String(text) => cx.body(&**text, value),
        other => {
            cx.wrong_type(other, "a string");
            return None;
        }
    };
    let (language, caption) = (cx.label_of(value, "language"), inline::field(value, "caption", cx));
    (!text.is_empty()).then_some(Block::Code(Code { text, language, caption }))
}

fn aside<'t>(kind: AsideKind, value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let aside = Aside { kind, title: inline::field(value, "title", cx).into(), body: body(value, cx) };
    (!aside.title.is_empty() || !aside.body.is_empty()).then_some(Block::Aside(aside))
}

fn read_details<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let details = Details {
        summary: inline::field(value, "summary", cx).into(),
        open: cx.flag_of(value, "open"),
        body: body(value, cx),
    };
    (!details.summary.is_empty() || !details.body.is_empty()).then_some(Block::Details(details))
}

fn read_definitions<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let items = read_list(value, "items", cx, |item, cx| {
        if !cx.is_object(item) {
            return None;
        }
        cx.only(item, "term text body");
        let term = content(item, "term", cx)?;
        Some(Definition { terms: vec![term.into()], descriptions: vec![body(item, cx)] })
    });
    (!items.is_empty()).then_some(Block::Definitions(items))
}

fn read_notes<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let mut notes = read_list(value, "items", cx, |item, cx| {
        let body = if item.is_object() {
            cx.only(item, "text body");
            body(item, cx)
        } else {
            vec![Block::paragraph(inline::read_text(item, cx))]
        };
        Some(Note { number: 0, body })
    });
    let mut number = 0;
    for note in &mut notes {
        number += 1;
        note.number = number;
    }
    (!notes.is_empty()).then_some(Block::Notes(notes))
}

/// Running text that makes a block what it is: nothing when it is missing or empty.
pub(in crate::read) fn content<'t>(value: &'t Value<'t>, name: &str, cx: &mut Context) -> Option<Vec<Inline<'t>>> {
    let content = inline::field(value, name, cx);
    (!content.is_empty()).then_some(content)
}

/// What a block holds: its `text` as one paragraph, or its `body` of blocks, or both.
pub(in crate::read) fn body<'t>(value: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let mut body = Vec::new();
    if let Some(text) = content(value, "text", cx) {
        body.push(Block::paragraph(text));
    }
    if let Some(value) = value.get("body") {
        push_blocks(&mut body, value, cx);
    }
    body
}
