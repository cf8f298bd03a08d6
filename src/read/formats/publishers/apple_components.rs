//! The components of Apple News Format, by their roles.

use crate::json::Value;
use crate::model::{
    AsideKind, Block, CardKind, Cell, EmbedKind, Figure, Inline, Layout, MediaKind, Row, Table, plain_text,
};
use crate::read::Context;
use crate::read::formats::publishers::apple_layout::Layouts;
use crate::read::formats::publishers::apple_text::{self, words_of};
use crate::read::formats::publishers::engine::convert::{self, Names, Shape, Vocabulary, full};
use crate::read::formats::publishers::engine::picture::picture;
use crate::read::values::references::Index;
use crate::report::WarningCode;
use crate::text::template;
use crate::url::Purpose;

const NAMES: Names = Names {
    kind: "role",
    shapes: &[
        ("body", Shape::Text),
        ("caption", Shape::Text),
        ("illustrator", Shape::Text),
        ("photographer", Shape::Text),
        ("htmltable", Shape::Text),
        ("intro", Shape::Lead),
        ("title", Shape::Heading(2)),
        ("heading", Shape::Heading(2)),
        ("heading1", Shape::Heading(2)),
        ("heading2", Shape::Heading(3)),
        ("heading3", Shape::Heading(4)),
        ("heading4", Shape::Heading(5)),
        ("heading5", Shape::Heading(6)),
        ("heading6", Shape::Heading(6)),
        ("quote", Shape::Quote),
        ("pullquote", Shape::PullQuote),
        ("photo", Shape::Figure),
        ("image", Shape::Figure),
        ("figure", Shape::Figure),
        ("portrait", Shape::Figure),
        ("logo", Shape::Figure),
        ("gallery", Shape::Gallery),
        ("mosaic", Shape::Gallery),
        ("video", Shape::Media(MediaKind::Video)),
        ("audio", Shape::Media(MediaKind::Audio)),
        ("music", Shape::Media(MediaKind::Audio)),
        ("embedvideo", Shape::Embed(EmbedKind::Video)),
        ("embedwebvideo", Shape::Embed(EmbedKind::Video)),
        ("podcast", Shape::Embed(EmbedKind::Audio)),
        ("tweet", Shape::Embed(EmbedKind::Post)),
        ("instagram", Shape::Embed(EmbedKind::Post)),
        ("facebook_post", Shape::Embed(EmbedKind::Post)),
        ("tiktok", Shape::Embed(EmbedKind::Post)),
        ("link_button", Shape::Card(CardKind::Button)),
        ("divider", Shape::Divider),
        ("aside", Shape::Aside(AsideKind::Aside)),
        ("chapter", Shape::Group),
        ("container", Shape::Group),
        ("header", Shape::Group),
        ("section", Shape::Group),
        ("advertisement", Shape::Dropped),
        ("banner_advertisement", Shape::Dropped),
        ("medium_rectangle_advertisement", Shape::Dropped),
        ("large_banner_advertisement", Shape::Dropped),
        ("double_height_banner_advertisement", Shape::Dropped),
        ("half_page_advertisement", Shape::Dropped),
        ("replica_advertisement", Shape::Dropped),
        ("flexible_spacer", Shape::Dropped),
        ("arkit", Shape::NotShown),
    ],
    url: "URL",
    title: "title text",
    caption: "caption",
    text: "text html",
    attribution: "attribution",
    items: "components items",
};

/// The most columns of a table of records: each is searched for in each record.
const MAX_COLUMNS: usize = 50;

/// The components of one document.
pub(super) struct AppleNews<'t> {
    pub layouts: Layouts<'t>,
    pub styles: Index<'t>,
    /// The styles of components by name.
    pub component_styles: Index<'t>,
    /// The headline, which components must not repeat.
    pub headline: String,
    /// The authors, whom components must not repeat.
    pub authors: Vec<String>,
}

impl<'t> Vocabulary<'t> for AppleNews<'t> {
    fn names(&self) -> &'static Names {
        &NAMES
    }

    fn layout(&self, element: &'t Value<'t>) -> Option<Layout> {
        self.layouts.of(element)
    }

    fn figure(&self, element: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
        let url = element.get("URL")?;
        let caption = match element.get("caption") {
            Some(caption @ Value::Object(_)) => self.blocks_of(caption, cx),
            Some(caption) => cx.plain(caption),
            None => Vec::new(),
        };
        let alt = element.get("accessibilityCaption").and_then(|alt| cx.label(alt));
        let alt = alt.or_else(|| full(&caption).then(Default::default));
        let image = picture(url, &[(url.as_str()?.into(), 0)], alt, None, cx).unwrap_or_default();
        let worth_showing = image.src.is_some() || !image.alt.is_empty() || full(&caption);
        worth_showing.then(|| Figure { image, caption, ..Figure::default() })
    }

    fn special(&self, kind: &str, element: &'t Value<'t>, cx: &mut Context) -> Option<Vec<Block<'t>>> {
        if element.get("hidden").and_then(Value::as_bool) == Some(true) {
            cx.warn(WarningCode::NotShown, element, &["left out, because its publisher hides it"]);
            return Some(Vec::new());
        }
        if let Some(picture) = self.read_fill(kind, element, cx) {
            let mut blocks = vec![Block::Figure(picture)];
            blocks.append(&mut convert::inner(self, element, NAMES.items, cx));
            return Some(blocks);
        }
        // The comparison ignores markup.
        let words = match (kind, element.str("format")) {
            ("author" | "byline" | "title" | "heading" | "heading1", Some("html")) => {
                plain_text(&words_of(element, cx))
            }
            _ => element.str("text").unwrap_or("").to_owned(),
        };
        let text = words.as_str();
        match kind {
            "author" | "byline" if self.authors.iter().any(|name| convert::contains(text, name)) => Some(Vec::new()),
            "author" | "byline" => Some(convert::shaped(self, Shape::Text, element, cx)),
            "title" | "heading" | "heading1" if convert::is_same(&self.headline, text) => Some(Vec::new()),
            "body" | "intro" if text.trim().is_empty() => Some(Vec::new()),
            "container" | "section" | "header" if element.get("components").is_none() => Some(Vec::new()),
            // It is among the related links.
            "article_link" => Some(Vec::new()),
            "mosaic" => {
                let mut blocks = convert::shaped(self, Shape::Gallery, element, cx);
                if let [Block::Gallery(gallery)] = blocks.as_mut_slice() {
                    gallery.columns = Some(3);
                }
                Some(blocks)
            }
            "map" | "place" => Some(read_map(self, element, cx)),
            "datatable" => Some(read_data_table(self, element, cx)),
            _ => None,
        }
    }

    fn inlines(&self, value: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
        match value {
            Value::Object(_) => self.blocks_of(value, cx),
            _ => cx.plain(value),
        }
    }

    fn line(&self, value: &'t Value<'t>, element: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
        // Only the text has the component's format.
        let text = element.get("text").filter(|text| std::ptr::eq(*text, value) && value.as_str().is_some());
        match text {
            Some(text) => convert::running(apple_text::blocks(text, element, &self.styles, cx)),
            None => self.inlines(value, cx),
        }
    }

    fn blocks(&self, value: &'t Value<'t>, element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
        apple_text::blocks(value, element, &self.styles, cx)
    }
}

impl<'t> AppleNews<'t> {
    /// Reads the picture behind a group of components; a picture behind texts is only named, since it may be a texture.
    fn read_fill(&self, kind: &str, element: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
        let style = match element.get("style")? {
            Value::String(name) => self.component_styles.get(name)?,
            style => style,
        };
        let fill = style.get("fill")?;
        let url = fill.get("URL")?;
        let group = matches!(kind, "container" | "section" | "header" | "chapter");
        if group && fill.str("type") == Some("image") {
            let image = picture(url, &[(url.as_str()?.into(), 0)], Some("".into()), None, cx)?;
            return image.src.is_some().then(|| Figure { image, ..Figure::default() });
        }
        cx.warn(
            WarningCode::NotShown,
            fill,
            &["what is behind a component is not shown: ", url.as_str().unwrap_or("")],
        );
        None
    }

    /// Reads the running text of formatted text: an object with `text` and `format`.
    fn blocks_of(&self, formatted: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
        let blocks = formatted.get("text").map(|text| apple_text::blocks(text, formatted, &self.styles, cx));
        convert::running(blocks.unwrap_or_default())
    }
}

/// Reads a place on a map.
fn read_map<'t>(vocabulary: &AppleNews<'t>, element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let number = |name| Some(element.get(name)?.as_number()?.to_text());
    let place = number("latitude").zip(number("longitude"));
    let caption = vocabulary.inlines(element.get("caption").unwrap_or(&Value::Null), cx);
    let url = place.map(|(latitude, longitude)| {
        template::concat(&["https://www.openstreetmap.org/?mlat=", &latitude, "&mlon=", &longitude, "&zoom=9"])
    });
    match url.and_then(|url| cx.judge(&url, Purpose::Link, element)) {
        Some(url) => {
            let title = cx.name(plain_text(&caption), element);
            let items = cx.within(element.list("items"));
            let body = items.iter().filter_map(|item| item.get("caption")).map(|caption| cx.plain(caption));
            let body = body.filter(|content| full(content)).map(Block::paragraph).collect();
            vec![Block::Embed(crate::model::Embed {
                kind: EmbedKind::Map,
                url,
                provider: None,
                title,
                body,
                caption: Vec::new(),
                layout: Layout::Inline,
            })]
        }
        None => full(&caption).then(|| Block::paragraph(caption)).into_iter().collect(),
    }
}

/// Reads a table of records, one row each, with a column for each descriptor.
fn read_data_table<'t>(vocabulary: &AppleNews<'t>, element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let data = element.get("data").unwrap_or(&Value::Null);
    let columns = data.list("descriptors");
    if let Some(column) = columns.get(MAX_COLUMNS) {
        cx.warn(WarningCode::Truncated, column, &["the table is cut off at this column"]);
    }
    let columns = columns.get(..MAX_COLUMNS).unwrap_or(columns);
    let cell = |value: Option<&'t Value<'t>>, header, cx: &mut Context| {
        let content = value.map(|value| vocabulary.inlines(value, cx)).unwrap_or_default();
        let body = if full(&content) { vec![Block::paragraph(content)] } else { Vec::new() };
        Cell { header, body, ..Cell::default() }
    };
    let mut head = Row::new();
    for column in columns {
        head.push(cell(column.get("label"), true, cx));
    }
    let mut rows: Vec<Row> = Vec::new();
    for record in cx.within(data.list("records")) {
        let mut row = Row::new();
        for column in cx.within(columns) {
            row.push(cell(column.str("key").and_then(|key| record.get(key)), false, cx));
        }
        rows.push(row);
    }
    if columns.is_empty() || rows.is_empty() {
        cx.warn(WarningCode::MissingField, element, &["a table without descriptors or records"]);
    }
    if columns.is_empty() {
        return Vec::new();
    }
    vec![Block::Table(Table { head: vec![head], rows, ..Table::default() })]
}
