//! The project's own article JSON: the blocks of a body.

use crate::json::Value;
use crate::model::{
    Aside, AsideKind, Block, CardKind, Code, Definition, Details, Gallery, Heading, Inline, List, ListItem, MediaKind,
    Note, Paragraph, Quote,
};
use crate::read::Context;
use crate::read::capabilities::{self, BlockReader, rare};
use crate::read::native::{card, inline, media, table};
use crate::read::values::layout::{MAX_COLUMNS, read_layout};
use crate::read::values::list::{next_item, read_list};
use crate::read::values::paragraphs::push_paragraphs;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::text::{Text, ascii};

/// Reads a body: text with a blank line between paragraphs, one block, or an array of blocks and strings.
pub(in crate::read) fn blocks<'t>(value: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let mut out = Vec::new();
    push_blocks(&mut out, value, cx);
    out
}

/// Adds the blocks of a body.
fn push_blocks<'t>(out: &mut Vec<Block<'t>>, value: &'t Value<'t>, cx: &mut Context) {
    let mut rest = value.one_or_many();
    while let Some(item) = next_item(&mut rest, cx) {
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

/// Adds the blocks of one value: usually one.
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

/// The types of blocks except HTML, one per line: the name, and the fields that such a block may have; no fields if the
/// reader checks them itself.
const TYPES: &str = "\
paragraph type text lead dropCap
heading type text level
list type ordered start reversed items
quote type text body attribution url
pullquote type text body attribution url
image
gallery type images caption columns layout
video type src sources tracks poster title width height caption credit layout
audio type src sources tracks poster title width height caption credit layout
table type caption head rows foot layout
code type text language caption
divider type
aside type title text body layout
keypoints type title text body layout
callout type title text body layout
correction type title text body layout
question type title text body layout
details type summary open text body
definitions type items
embed type kind url title provider text body caption layout
card type url title description source image
file type url title description source image
button type url title description source image
entry type title datePublished author text body
rating
product type name url image rating price text body
notes type items";

/// The readers of these types, in the same order.
static READERS: [BlockReader; 27] = [
    read_paragraph,
    read_heading,
    read_list_block,
    |value, cx| read_quote(value, cx).map(Block::Quote),
    |value, cx| read_quote(value, cx).map(Block::PullQuote),
    |value, cx| media::read_figure(value, cx).map(Block::Figure),
    read_gallery,
    rare(|value, cx| read_player(MediaKind::Video, value, cx)),
    rare(|value, cx| read_player(MediaKind::Audio, value, cx)),
    |value, cx| table::read_table(value, cx).map(Block::Table),
    read_code,
    |_, _| Some(Block::Divider),
    |value, cx| aside(AsideKind::Aside, value, cx),
    |value, cx| aside(AsideKind::KeyPoints, value, cx),
    |value, cx| aside(AsideKind::Callout, value, cx),
    |value, cx| aside(AsideKind::Correction, value, cx),
    |value, cx| aside(AsideKind::Question, value, cx),
    read_details,
    rare(read_definitions),
    card::read_embed,
    rare(|value, cx| card::read_card(CardKind::Link, value, cx)),
    rare(|value, cx| card::read_card(CardKind::File, value, cx)),
    rare(|value, cx| card::read_card(CardKind::Button, value, cx)),
    rare(card::read_entry),
    rare(|value, cx| card::read_rating(value, cx).map(Block::Rating)),
    rare(card::read_product),
    read_notes,
];

/// Adds a block, read by the reader of its type.
fn push_typed<'t>(out: &mut Vec<Block<'t>>, kind: &str, value: &'t Value<'t>, cx: &mut Context) {
    if kind == "html" {
        return push_html(out, value, cx);
    }
    let mut rest = TYPES;
    for read in &READERS {
        let (name, fields) = ascii::cut(ascii::next_part(&mut rest, b'\n'), b" ");
        if name != kind {
            continue;
        }
        if !fields.is_empty() {
            cx.only(value, fields);
        }
        return match read(value, cx) {
            Some(block) => out.push(block),
            None if cx.is_spent() => {}
            None => cx.warn(WarningCode::EmptyBlock, value, &["an empty block, left out: ", kind]),
        };
    }
    let place = value.get("type").unwrap_or(value);
    cx.unknown_block(place, kind);
    push_fallback(out, value, cx);
}

/// Adds the blocks of HTML.
fn push_html<'t>(out: &mut Vec<Block<'t>>, value: &'t Value<'t>, cx: &mut Context) {
    cx.only(value, "type html");
    match value.get("html") {
        Some(at @ Value::String(html)) => out.append(&mut crate::read::html::blocks(html, at, cx)),
        Some(other) => cx.wrong_type(other, "a string of HTML"),
        None => {}
    }
}

/// Adds the text of a block of an unknown type.
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

/// Reads a video or a sound; `None` without anything to play.
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

/// Reads an item: running text, or an object with text, blocks and nested items.
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
    let gallery = Gallery {
        figures: read_list(value, "images", cx, media::read_figure),
        caption: inline::field(value, "caption", cx),
        columns: cx.integer_of(value, "columns", 1, MAX_COLUMNS).map(|columns| columns as u8),
        layout: read_layout(value, cx),
    };
    (!gallery.figures.is_empty()).then_some(Block::Gallery(gallery))
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
    let title = inline::field(value, "title", cx).into();
    let aside = Aside { kind, title, body: body(value, cx), layout: read_layout(value, cx) };
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

/// Reads the running text that a block requires; `None` if it is missing or empty.
pub(in crate::read) fn content<'t>(value: &'t Value<'t>, name: &str, cx: &mut Context) -> Option<Vec<Inline<'t>>> {
    let content = inline::field(value, name, cx);
    (!content.is_empty()).then_some(content)
}

/// Reads the content of a block: its `text` as one paragraph, its `body` of blocks, or both.
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
