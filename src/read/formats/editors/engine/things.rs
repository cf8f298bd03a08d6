//! Values in fields that each site invents: the kind of a string, a list or an object is recognised by its content.

use crate::json::Value;
use crate::model::{Aside, AsideKind, Block, Cell, Gallery, Heading, Inline, List, ListItem, Row};
use crate::read::Context;
use crate::read::formats::editors::engine::addressed::{addressed, picture};
use crate::read::formats::editors::engine::addresses::{find_address, is_address, is_picture, unwrapped};
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::node::find_str;
use crate::read::formats::editors::engine::piece_fields;
use crate::read::formats::editors::engine::piece_names::{TEXTS, kind_of, name_of};
use crate::read::formats::editors::engine::pieces::{self, named, piece};
use crate::read::formats::editors::engine::recognised::{self, Form};
use crate::read::formats::editors::engine::tables;
use crate::read::values::dialect::Dialect;
use crate::text::keys::Keys;

/// Reads a value as running text: a string in any form, a document's text, or the name of an object.
pub(in crate::read) fn line<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    match value {
        Value::String(_) | Value::Number(_) => recognised::read_inlines(value, cx),
        _ => {
            let mut blocks = Vec::new();
            match find_str(unwrapped(value), "name title label text fullName displayName headline html markdown value")
            {
                Some(name) if cx.document(value).is_none() => return recognised::read_inlines(name, cx),
                _ => thing("text", value, d, cx, &mut blocks),
            }
            flat(blocks)
        }
    }
}

/// Returns the running text of blocks, separated by line breaks.
pub(in crate::read) fn flat(blocks: Vec<Block>) -> Vec<Inline> {
    let mut out = Vec::new();
    for block in blocks {
        let mut content = match block {
            Block::Paragraph(paragraph) => paragraph.content,
            Block::Heading(heading) => heading.content,
            _ => continue,
        };
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.append(&mut content);
    }
    out
}

/// Adds the content of a field of this name.
pub(in crate::read) fn thing<'t>(
    name: &str,
    value: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    match value {
        Value::String(text) => string(name, text, value, d, cx, out),
        Value::Array(items) if items.is_empty() => {}
        Value::Array(_) | Value::Object(_) => match cx.document(value) {
            Some(document) => cx.nested(value, |cx| (document.blocks)(value, d, cx, out)),
            None if value.is_array() => cx.nested(value, |cx| array(name, value.items(), d, cx, out)),
            None => cx.nested(value, |cx| object(name, value, d, cx, out)),
        },
        _ => {}
    }
}

/// Adds a string: the content at its address, or its text.
pub(super) fn string<'t>(
    name: &str,
    text: &'t str,
    value: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let text = text.trim();
    if is_address(text) {
        return addressed(Kind::Unknown, value, &Value::Null, d, cx, out);
    }
    let form = match name {
        "html" | "body_html" | "content_html" => Some(Form::Html),
        "markdown" | "md" => Some(Form::Markdown),
        _ => None,
    };
    let worded = text.contains([' ', '\n', '<']) || !text.is_ascii() || Keys(TEXTS).has(name);
    if !worded || text.is_empty() || !cx.spend(value) {
        return;
    }
    if matches!(name, "title" | "heading" | "headline" | "subheading" | "header") && form.is_none() {
        let content = recognised::read_inlines(value, cx);
        if !content.is_empty() {
            out.push(Block::Heading(Heading { level: 3, content }));
        }
        return;
    }
    out.append(&mut recognised::blocks(value, form, cx));
}

/// Returns whether a value is a list with objects.
pub(super) fn is_list_of_objects(value: &Value) -> bool {
    value.items().iter().any(Value::is_object)
}

/// Adds a list: pictures become a gallery, rows of cells a table, words a list.
pub(super) fn array<'t>(
    name: &str,
    items: &'t [Value<'t>],
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let is_row = |item: &Value| !item.items().is_empty() && item.items().iter().all(|cell| !cell.is_array());
    let is_word = |item: &Value| item.as_str().is_some_and(|text| !text.contains('\n') && !is_address(text.trim()));
    if items.len() > 1 && items.iter().all(is_row) {
        return tables::push_table(rows(items, d, cx), out);
    }
    if items.len() > 1 && items.iter().all(|item| picture_of(item).is_some()) {
        let mut figures = Vec::new();
        for item in items {
            let Some(object) = picture_of(item).filter(|_| cx.spend(item)) else { continue };
            let mut figure = picture(object, d, cx);
            if let Some(figure) =
                figure.as_mut().filter(|figure| figure.caption.is_empty() && !std::ptr::eq(object, item))
            {
                figure.caption = ["caption", "title", "text"]
                    .iter()
                    .find_map(|name| item.get(name))
                    .map(|text| line(text, d, cx))
                    .unwrap_or_default();
            }
            figures.extend(figure);
        }
        if !figures.is_empty() {
            out.push(Block::Gallery(Gallery { figures, ..Gallery::default() }));
        }
        return;
    }
    if items.len() > 1 && items.iter().all(is_word) && !matches!(name, "paragraphs" | "body" | "content" | "text") {
        let mut list = List::default();
        for item in items {
            let content = recognised::read_inlines(item, cx);
            if cx.spend(item) && !content.is_empty() {
                list.items.push(ListItem { checked: None, body: vec![Block::paragraph(content)] });
            }
        }
        if !list.items.is_empty() {
            out.push(Block::List(list));
        }
        return;
    }
    if items.iter().all(|item| !item.is_object()) {
        for item in items {
            thing("text", item, d, cx, out);
        }
        return;
    }
    pieces::read_list(items, d, cx, out);
}

/// Returns the cells of a row that is an object.
pub(super) fn cells_of<'t>(row: &'t Value<'t>) -> Option<&'t Value<'t>> {
    row.get("cells").or_else(|| row.get("values"))
}

/// Returns the rows of a table whose cells are strings or other values.
pub(super) fn rows<'t>(items: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context) -> Vec<Row<'t>> {
    let mut rows: Vec<Row> = Vec::new();
    for item in cx.within(items) {
        let mut row = Row::new();
        for cell in cx.within(cells_of(item).unwrap_or(item).items()) {
            let mut body = Vec::new();
            match cell {
                Value::String(_) | Value::Number(_) => body.append(&mut recognised::blocks(cell, None, cx)),
                _ => thing("text", cell.get("content").unwrap_or(cell), d, cx, &mut body),
            }
            row.push(Cell { body, header: cell.str("type") == Some("header"), ..Cell::default() });
        }
        rows.push(row);
    }
    rows
}

/// Members with the text of an object that is only a text.
pub(super) const TEXT_OF: &[(&str, Option<Form>)] = &[
    ("html", Some(Form::Html)),
    ("processed", Some(Form::Html)),
    ("rendered", Some(Form::Html)),
    ("markup", Some(Form::Html)),
    ("markdown", Some(Form::Markdown)),
];

/// Adds an object: a picture or something else with an address, a text, a question with its answer, or a piece.
pub(super) fn object<'t>(
    name: &str,
    value: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let inner = unwrapped(value);
    if inner.is_array() {
        return thing(name, inner, d, cx, out);
    }
    for (member, form) in TEXT_OF {
        if let Some(text @ Value::String(_)) = inner.get(member)
            && cx.spend(text)
        {
            let mut blocks = recognised::blocks(text, *form, cx);
            // An empty frame beside the address of its player says nothing.
            if !blocks.is_empty() || find_address(inner).is_none() {
                return out.append(&mut blocks);
            }
        }
    }
    let about = |name: &str| matches!(name, "value" | "type" | "name" | "format" | "id" | "summary");
    if let Some(text @ Value::String(_)) = inner.get("value")
        && inner.members().iter().all(|(name, _)| about(name))
    {
        return named("text", text, d, cx, out);
    }
    let body = ["json", "raw", "value", "document"]
        .iter()
        .filter_map(|name| inner.get(name))
        .find(|body| cx.document(body).is_some());
    if let Some(body) = body {
        return thing(name, body, d, cx, out);
    }
    if let (Some(question), Some(answer)) = (inner.get("question"), inner.get("answer")) {
        let (title, mut body) = (line(question, d, cx), Vec::new());
        thing("answer", answer, d, cx, &mut body);
        return out.push(Block::Aside(Aside {
            kind: AsideKind::Question,
            title: title.into(),
            body,
            ..Aside::default()
        }));
    }
    if let Some(address) = find_address(inner) {
        return addressed(kind_of(name), address, inner, d, cx, out);
    }
    if let Some((kind, fields)) = framed(inner) {
        return piece(kind, fields, d, cx, out);
    }
    match name_of(inner) {
        Some(kind) => piece(kind, inner, d, cx, out),
        None => piece_fields::read_fields(inner, kind_of(name), d, cx, out),
    }
}

/// Returns the name and the fields of a piece that keeps them apart, as Umbraco, Sitecore and Builder do.
fn framed<'t>(value: &'t Value<'t>) -> Option<(&'t str, &'t Value<'t>)> {
    let component = value.get("component").unwrap_or(value);
    [(value, "contentType", "properties"), (value, "componentName", "fields"), (component, "name", "options")]
        .iter()
        .find_map(|(of, name, fields)| Some((of.str(name)?, of.get(fields).filter(|fields| fields.is_object())?)))
}

/// Returns the picture of a gallery item: the item itself, or its only object.
pub(super) fn picture_of<'t>(item: &'t Value<'t>) -> Option<&'t Value<'t>> {
    let inner = unwrapped(item);
    if is_picture(inner) {
        return Some(inner);
    }
    let mut things = inner.members().iter().filter(|(_, value)| value.is_object() || value.is_array());
    let (_, thing) = things.next()?;
    let only = things.next().is_none() && inner.members().len() < 5;
    Some(unwrapped(thing)).filter(|thing| only && is_picture(thing))
}
