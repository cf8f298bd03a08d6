//! Pieces of content whose names and fields each site invents: components of Strapi, slices of Prismic, sets of
//! Statamic, blocks of Wagtail, records of DatoCMS.
//!
//! A common name gives the kind of a piece. Its fields are shown in their order: texts in any form, pictures, players,
//! files, links, documents of editors, lists of pieces.

use crate::json::Value;
use crate::model::{Block, Code};
use crate::read::Context;
use crate::read::formats::editors::engine::addressed::addressed;
use crate::read::formats::editors::engine::addresses::{is_address, unwrapped};
use crate::read::formats::editors::engine::boxes;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::node;
use crate::read::formats::editors::engine::piece_fields::read_fields;
use crate::read::formats::editors::engine::piece_names::{kind_of, name_of};
use crate::read::formats::editors::engine::recognised::{self, Form};
use crate::read::formats::editors::engine::styled;
use crate::read::formats::editors::engine::things::{array, thing};
use crate::read::values::dialect::Dialect;
use crate::report::WarningCode;

/// Adds the content of a piece's fields. Warnings are about `fields`.
pub(in crate::read) fn piece<'t>(
    name: &str,
    fields: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    if !cx.spend(fields) {
        return;
    }
    // Butter keeps the fields apart from the name.
    let inner = fields.get("fields").filter(|inner| inner.is_object() && fields.members().len() < 5);
    let fields = inner.unwrap_or(fields);
    let (before, kind) = (out.len(), kind_of(name));
    cx.nested(fields, |cx| read_fields(fields, kind, d, cx, out));
    if kind == Kind::Unknown && out.len() > before {
        cx.warn(WarningCode::UnknownBlock, fields, &["unknown block ", name, ", shown as what is in it"]);
    } else if out.len() == before && kind != Kind::Divider && !cx.is_spent() {
        cx.warn(WarningCode::EmptyBlock, fields, &["an empty block, left out: ", name]);
    }
}

/// Adds a list of pieces with names; other items are read by their content.
pub(in crate::read) fn read_list<'t>(
    items: &'t [Value<'t>],
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    for item in items {
        match name_of(item).filter(|_| item.is_object()) {
            Some(name) if item.get("slice_type").is_some() => read_slice(name, item, d, cx, out),
            Some(name) => piece(name, item, d, cx, out),
            None => match (item.str("collection"), item.get("item").filter(|fields| fields.is_object())) {
                // Directus names the collection of a block beside the block.
                (Some(name), Some(fields)) => cx.nested(item, |cx| piece(name, fields, d, cx, out)),
                _ => cx.nested(item, |cx| thing("", item, d, cx, out)),
            },
        }
        if cx.is_spent() {
            break;
        }
    }
}

/// Adds a Prismic slice: its single fields, and the repeated ones.
fn read_slice<'t>(name: &str, slice: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let before = out.len();
    let fields = slice.get("primary").filter(|fields| !fields.members().is_empty());
    let items = slice.get("items").filter(|items| !items.items().is_empty());
    if fields.is_none() && items.is_none() {
        return piece(name, slice, d, cx, out);
    }
    if let Some(fields) = fields {
        piece(name, fields, d, cx, out);
    }
    if let Some(items) = items {
        // The name applies to each of them.
        cx.nested(items, |cx| array(name, items.items(), d, cx, out));
        if kind_of(name) == Kind::Unknown && fields.is_none() && out.len() > before {
            cx.warn(WarningCode::UnknownBlock, slice, &["unknown block ", name, ", shown as what is in it"]);
        }
    }
}

/// Adds a piece of this name that is only a string.
pub(in crate::read) fn named<'t>(
    name: &str,
    value: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let text = value.as_str().unwrap_or("").trim();
    let kind = kind_of(name);
    if is_address(text) {
        return addressed(kind, value, const { &Value::Null }, d, cx, out);
    }
    match kind {
        Kind::Heading | Kind::Quote | Kind::PullQuote => {
            let content = recognised::read_inlines(value, cx);
            styled::push_styled(kind, const { &Value::Null }, name, content, out);
        }
        Kind::Code if !text.is_empty() => {
            let text = cx.body(text, value);
            out.push(Block::Code(Code { text, language: None, caption: Vec::new() }));
        }
        Kind::Html => out.append(&mut recognised::blocks(value, Some(Form::Html), cx)),
        Kind::Markdown => out.append(&mut recognised::blocks(value, Some(Form::Markdown), cx)),
        Kind::Callout => {
            let body = recognised::blocks(value, None, cx);
            boxes::push_callout(Vec::new(), body, out);
        }
        _ => out.append(&mut recognised::blocks(value, None, cx)),
    }
}

/// Adds a document or fields that are only known to be content.
pub(in crate::read) fn record<'t>(record: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let name = name_of(record).or_else(|| node::type_name(record)).unwrap_or("without a type");
    let fields = match unwrapped(record) {
        inner if inner.is_object() => inner,
        _ => record,
    };
    piece(name, fields, d, cx, out);
}
