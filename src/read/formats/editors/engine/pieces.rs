//! Pieces of content whose names and fields each site invents: components of Strapi, slices of Prismic, sets of
//! Statamic, blocks of Wagtail, records of DatoCMS.
//!
//! A common name gives the kind of a piece. Its fields are shown in their order: texts in any form, pictures, players,
//! files, links, documents of editors, lists of pieces.

use crate::json::Value;
use crate::model::{Block, Code, Details, Embed, Heading, Inline, List, ListItem, Media, Quote};
use crate::read::Context;
use crate::read::formats::editors::engine::addresses::{find_address, is_address, is_addressing, unwrapped};
use crate::read::formats::editors::engine::boxes;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::node::{self, number};
use crate::read::formats::editors::engine::piece_names::{ABOUT, kind_of, name_of};
use crate::read::formats::editors::engine::recognised::{self, Form};
use crate::read::formats::editors::engine::styled;
use crate::read::formats::editors::engine::tables;
use crate::read::formats::editors::engine::things::{ALTS, addressed, array, is_list_of_objects, line, rows, thing};
use crate::read::values::dialect::Dialect;
use crate::read::values::layout::lay_out;
use crate::report::WarningCode;
use crate::text::keys::Keys;

/// Reads a piece field by field, and skips fields that are already taken.
struct Piece<'t, 'd> {
    fields: &'t Value<'t>,
    taken: Vec<&'t Value<'t>>,
    d: &'d Dialect<'t>,
}

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
    let (before, kind) = (out.len(), kind_of(name));
    cx.nested(fields, |cx| read(fields, kind, d, cx, out));
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
            None => cx.nested(item, |cx| thing("", item, d, cx, out)),
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

impl<'t> Piece<'t, '_> {
    /// Takes and returns the first of these fields with content.
    fn take(&mut self, names: &str) -> Option<&'t Value<'t>> {
        let found = Keys(names).find_map(|name| {
            let value = self.fields.get(name)?;
            let says = match value {
                Value::String(text) => !text.trim().is_empty(),
                Value::Array(items) => !items.is_empty(),
                Value::Object(_) => true,
                _ => false,
            };
            says.then_some(value)
        })?;
        self.taken.push(found);
        Some(found)
    }

    /// Reads the first of these fields as running text.
    fn read_line(&mut self, names: &str, cx: &mut Context) -> Vec<Inline<'t>> {
        self.take(names).map(|value| line(value, self.d, cx)).unwrap_or_default()
    }

    fn read(&mut self, kind: Kind, cx: &mut Context, out: &mut Vec<Block<'t>>) {
        match kind {
            Kind::Quote | Kind::PullQuote => {
                let mut body = Vec::new();
                if let Some(value) = self.take("quote text body content message value quotation") {
                    thing("text", value, self.d, cx, &mut body);
                }
                let attribution =
                    self.read_line("attribution author cite citation source name author_name person title", cx);
                match body.is_empty() {
                    false => out.push(Block::Quote(Quote { body, attribution: attribution.into() })),
                    true if !attribution.is_empty() => out.push(Block::paragraph(attribution)),
                    true => {}
                }
            }
            Kind::Heading => {
                let content = self.read_line("heading title text headline content value", cx);
                let level = number(self.fields, "level size", 6).unwrap_or(2).clamp(2, 6) as u8;
                if !content.is_empty() {
                    out.push(Block::Heading(Heading { level, content }));
                }
            }
            Kind::Code => {
                if let Some(at @ Value::String(code)) = self.take("code content text body value snippet source") {
                    let text = cx.body(&**code, at);
                    let language = self.take("language lang mode").and_then(|language| cx.label(language));
                    let caption = self.read_line("caption title filename", cx);
                    out.push(Block::Code(Code { text, language, caption }));
                }
            }
            Kind::Callout => {
                let title = self.read_line("title heading", cx);
                let mut body = Vec::new();
                self.rest(kind, cx, &mut body);
                return boxes::callout(title, body, out);
            }
            Kind::Details if self.fields.members().iter().all(|(_, value)| !is_list_of_objects(value)) => {
                let summary = self.read_line("question title heading summary label name", cx);
                let mut body = Vec::new();
                self.rest(kind, cx, &mut body);
                match body.is_empty() {
                    false => out.push(Block::Details(Details { summary: summary.into(), open: false, body })),
                    // The content of this box comes after its title.
                    true if !summary.is_empty() => out.push(Block::Heading(Heading { level: 3, content: summary })),
                    true => {}
                }
                return;
            }
            Kind::List | Kind::Ordered | Kind::Tasks => {
                let sign = self.fields.str("style").or(self.fields.str("listType")).or(self.fields.str("format"));
                let ordered = kind == Kind::Ordered
                    || matches!(sign, Some("ordered" | "number" | "numbered" | "ol" | "decimal"))
                    || self.fields.get("ordered").and_then(Value::as_bool) == Some(true);
                let items = self.take("items children content list").map_or(&[][..], Value::items);
                let list = List { ordered, items: self.items(items, cx), ..List::default() };
                if !list.items.is_empty() {
                    out.push(Block::List(list));
                }
            }
            Kind::Table => {
                const HEADED: &str = "first_row_is_table_header withHeadings has_header hasHeader header_row headerRow";
                let headed = Keys(HEADED).any(|name| self.fields.get(name).and_then(Value::as_bool) == Some(true));
                let cells = self
                    .take("data rows content cells table body")
                    .filter(|rows| rows.items().iter().all(Value::is_array));
                let mut rows = cells.map(|cells| rows(cells.items(), self.d, cx)).unwrap_or_default();
                if let Some(first) = rows.first_mut().filter(|_| headed) {
                    first.iter_mut().for_each(|cell| cell.header = true);
                }
                tables::table(rows, out);
            }
            Kind::Divider => out.push(Block::Divider),
            Kind::Image | Kind::File | Kind::Video | Kind::Audio | Kind::Embed | Kind::Button | Kind::Bookmark => {
                self.linked(kind, cx, out);
            }
            _ => {}
        }
        self.rest(kind, cx, out);
    }

    /// Returns the items of a list: strings, or objects with content.
    fn items(&mut self, values: &'t [Value<'t>], cx: &mut Context) -> Vec<ListItem<'t>> {
        let mut items = Vec::new();
        for value in values {
            if !cx.spend(value) {
                break;
            }
            let checked = ["checked", "done"].iter().find_map(|name| value.get(name)).and_then(Value::as_bool);
            let mut item = ListItem { checked, body: Vec::new() };
            match value {
                Value::String(_) => item.body.append(&mut recognised::blocks(value, None, cx)),
                _ => cx.nested(value, |cx| thing("text", value, self.d, cx, &mut item.body)),
            }
            if !item.body.is_empty() {
                items.push(item);
            }
        }
        items
    }

    /// Adds a piece that represents something with an address: its own, or that of one of its fields.
    fn linked(&mut self, kind: Kind, cx: &mut Context, out: &mut Vec<Block<'t>>) {
        const TARGETS: &str = "image file media picture photo asset video audio src url href link button embed video_url \
            videoUrl embed_url link_url image_url buttonUrl button_url source";
        let own = find_address(self.fields);
        let found = Keys(TARGETS).filter_map(|name| self.fields.get(name)).find_map(|value| {
            let inner = unwrapped(value);
            let address = if inner.is_object() {
                find_address(inner)
            } else {
                Some(inner).filter(|inner| inner.as_str().is_some_and(is_addressing))
            };
            address.map(|address| (value, inner, address))
        });
        let (field, inner, address) = match (own, found) {
            (Some(address), None) => (address, self.fields, address),
            (_, Some(found)) => found,
            (None, None) => return,
        };
        self.taken.push(field);
        let before = out.len();
        let object = if inner.is_object() { inner } else { self.fields };
        addressed(kind, address, object, self.d, cx, out);
        if std::ptr::eq(object, self.fields) {
            // These of its members were read with it.
            const SAID: &str = "caption label text title buttonText name filename description credit credits copyright \
                asset-name asset-alt asset-caption legend alt altText alternativeText alt_text";
            let title = out.get(before).is_none_or(|block| !matches!(block, Block::Figure(_)));
            for (name, value) in self.fields.members() {
                let said = title
                    || Keys("caption legend credit credits copyright alt altText alternativeText alt_text name")
                        .has(name);
                if Keys(SAID).has(name) && said {
                    self.taken.push(value);
                }
            }
            return;
        }
        match out.get_mut(before) {
            Some(Block::Figure(figure)) => {
                if figure.image.alt.is_empty() {
                    let alt = self.take(ALTS).and_then(|alt| cx.label(alt));
                    figure.image.alt = alt.unwrap_or_default();
                }
                if figure.caption.is_empty() {
                    figure.caption = self.read_line("caption legend description", cx);
                }
                if figure.credit.is_empty() {
                    figure.credit = self.read_line("credit credits copyright", cx).into();
                }
            }
            Some(Block::Embed(Embed { caption, .. }) | Block::Media(Media { caption, .. })) if caption.is_empty() => {
                *caption = self.read_line("caption legend description title", cx);
            }
            Some(Block::Card(card)) => {
                let title = self.read_line("label text title buttonText button_text name", cx);
                if !title.is_empty() {
                    card.title = title.into();
                }
            }
            _ => {}
        }
    }

    /// Adds all other fields in their order.
    fn rest(&mut self, kind: Kind, cx: &mut Context, out: &mut Vec<Block<'t>>) {
        for (name, value) in self.fields.members() {
            if self.taken.iter().any(|taken| std::ptr::eq(*taken, value)) || Keys(ABOUT).has(name) {
                continue;
            }
            match value {
                Value::String(text) if kind == Kind::Html && text.contains('<') => {
                    out.append(&mut recognised::blocks(value, Some(Form::Html), cx));
                }
                _ => thing(name, value, self.d, cx, out),
            }
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
            boxes::callout(Vec::new(), body, out);
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

/// Adds the content of fields of which only the kind is known.
pub(super) fn read<'t>(fields: &'t Value<'t>, kind: Kind, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let before = out.len();
    Piece { fields, taken: Vec::new(), d }.read(kind, cx, out);
    if out.len() == before + 1 {
        lay_out(out.get_mut(before..).unwrap_or(&mut []), convert::find_layout_of(fields, kind));
    }
}
