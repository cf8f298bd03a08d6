//! The fields of a piece: those that its kind gives a meaning, then all others in their order.

use crate::json::Value;
use crate::model::{Block, Cell, Code, Details, Embed, Figure, Heading, Inline, List, ListItem, Media, Quote};
use crate::read::Context;
use crate::read::formats::editors::engine::addressed::{ALTS, addressed};
use crate::read::formats::editors::engine::addresses::{find_address, is_addressing, unwrapped};
use crate::read::formats::editors::engine::boxes;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::inline_nodes::push_paragraph;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::node::number;
use crate::read::formats::editors::engine::piece_names::ABOUT;
use crate::read::formats::editors::engine::recognised::{self, Form};
use crate::read::formats::editors::engine::tables;
use crate::read::formats::editors::engine::things::{self, is_list_of_objects, line, thing};
use crate::read::values::dialect::Dialect;
use crate::read::values::focus::read_focus;
use crate::read::values::layout::lay_out;
use crate::renditions::own_size;
use crate::text::keys::Keys;

/// The fields with the speaker of a quotation; some are those of the systems' own examples.
const SPEAKERS: &str = "attribution author cite citation source name author_name attribute_name name_of_the_author \
    quote_author person title";

/// Adds the content of fields of which only the kind is known.
pub(super) fn read_fields<'t>(
    fields: &'t Value<'t>,
    kind: Kind,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let before = out.len();
    Piece { fields, taken: Vec::new(), d }.read(kind, cx, out);
    let made = out.get_mut(before..).unwrap_or(&mut []);
    if let [Block::Figure(Figure { image, .. })] = made
        && image.focus.is_none()
    {
        image.focus = read_focus(&|name| fields.get(name), own_size(image));
    }
    if made.len() == 1 {
        lay_out(made, convert::find_layout_of(fields, kind));
    }
}

/// Returns whether a field is about the piece: `columns` may be their number or their content.
fn is_about(name: &str, value: &Value) -> bool {
    Keys(ABOUT).has(name) && !(name == "columns" && is_list_of_objects(value))
}

/// Reads a piece field by field, and skips fields that are already taken.
struct Piece<'t, 'd> {
    fields: &'t Value<'t>,
    taken: Vec<&'t Value<'t>>,
    d: &'d Dialect<'t>,
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
                let attribution = self.read_line(SPEAKERS, cx);
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
                return boxes::push_callout(title, body, out);
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
                // Prismic has a head and a body, in the field or in an object in it.
                let table = if self.fields.at("body rows").is_some() {
                    self.taken.extend(self.fields.get("head"));
                    self.taken.extend(self.fields.get("body"));
                    Some(self.fields)
                } else {
                    self.take("data rows content cells table body")
                };
                let mut rows = Vec::new();
                // Wagtail's typed tables name their columns.
                if let Some(columns) = self.fields.get("columns").filter(|columns| is_list_of_objects(columns)) {
                    self.taken.push(columns);
                    let mut head = Vec::new();
                    for column in cx.within(columns.items()) {
                        let mut cell = Cell { header: true, ..Cell::default() };
                        push_paragraph(line(column.get("heading").unwrap_or(column), self.d, cx), &mut cell.body);
                        head.push(cell);
                    }
                    rows.push(head);
                }
                let table = table.unwrap_or(const { &Value::Null });
                for part in [table.at("head rows"), table.at("body rows"), Some(table)].into_iter().flatten() {
                    if part.items().iter().all(|row| row.is_array() || things::cells_of(row).is_some()) {
                        rows.append(&mut things::rows(part.items(), self.d, cx));
                    }
                }
                if let Some(first) = rows.first_mut().filter(|_| headed) {
                    first.iter_mut().for_each(|cell| cell.header = true);
                }
                tables::push_table(rows, out);
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
            videoUrl embed_url link_url image_url buttonUrl button_url button_link buttonLink cta_link ctaLink source";
        let own = find_address(self.fields);
        let found = Keys(TARGETS).filter_map(|name| self.fields.get(name)).find_map(|value| {
            let inner = match unwrapped(value) {
                // Craft gives a list even for one picture.
                Value::Array(items) if items.len() == 1 => items.first().unwrap_or(value),
                inner => inner,
            };
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
            if let Some(Block::Figure(figure)) = out.get_mut(before) {
                // The other addresses are other sizes.
                let sizes =
                    Keys("preview_url thumb thumbnail preview remote_url").filter_map(|name| self.fields.get(name));
                self.taken.extend(sizes);
                if figure.image.alt.is_empty() {
                    let alt =
                        self.take("description").filter(|alt| alt.as_str().is_some()).and_then(|alt| cx.label(alt));
                    figure.image.alt = alt.unwrap_or_default();
                }
            }
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
                let title = self.read_line(
                    "label text title buttonText button_text button_label link_text link_label cta_text cta_label name",
                    cx,
                );
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
            if self.taken.iter().any(|taken| std::ptr::eq(*taken, value)) || is_about(name, value) {
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
