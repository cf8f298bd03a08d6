//! Pieces of content whose names and fields each site makes up for itself: components of Strapi, slices of Prismic, sets of
//! Statamic, blocks of Wagtail, records of DatoCMS.
//!
//! The name says what a piece is, as far as it is a usual one. Its fields are shown in their order: texts in whatever form
//! they are, pictures, players, files, links, documents of editors, lists of pieces.

use crate::json::Value;
use crate::model::{
    Aside, AsideKind, Block, Card, CardKind, Cell, Code, Details, Embed, Figure, Heading, Image, Inline, List,
    ListItem, Media, MediaKind, Quote, Row, Source,
};
use crate::read::Context;
use crate::read::formats::editors::engine::boxes;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::kind::{self as node, Kind, find_str, kind_of_name, number};
use crate::read::formats::editors::engine::pictures;
use crate::read::formats::editors::engine::recognised::{self, Form};
use crate::read::formats::editors::engine::tables;
use crate::read::html;
use crate::read::values::dialect::Dialect;
use crate::read::values::link::display_name;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::text::{self, Text, ascii};
use crate::url::{Purpose, SafeUrl};

/// Words in the names of pieces, and what such pieces are.
const WORDS: &[(&str, Kind)] = &[
    ("quote blockquote quotation testimonial pullquote", Kind::Quote),
    ("gallery slider slideshow carousel images", Kind::Gallery),
    ("callout alert notice warning info tip hint admonition", Kind::Callout),
    ("video youtube vimeo", Kind::Video),
    ("embed oembed tweet iframe social", Kind::Embed),
    ("audio podcast", Kind::Audio),
    ("image picture photo figure media", Kind::Image),
    ("code snippet", Kind::Code),
    ("button cta action", Kind::Button),
    ("divider separator rule", Kind::Divider),
    ("file download attachment document", Kind::File),
    ("html raw", Kind::Html),
    ("markdown", Kind::Markdown),
    ("accordion toggle collapsible faq", Kind::Details),
    ("heading subheading headline title header", Kind::Heading),
    ("text paragraph prose rich richtext content body wysiwyg copy", Kind::Paragraph),
];

/// Where pieces say what they are.
const NAMES: &str = "__component blockType slice_type component _type type __typename kind layout acf_fc_layout";

/// Fields that say something of a piece and are no part of it.
const ABOUT: &str = "id _id _uid uid uuid key _key documentId sys slug locale lang language createdAt updatedAt publishedAt \
    created_at updated_at published_at _createdAt _updatedAt style styles class className anchor theme color background \
    backgroundColor textColor layout align alignment textAlign position order sort size variant variation version \
    slice_label target rel mime mimeType contentType ext hash provider format formats template blockName collection \
    __component blockType slice_type component _type type __typename kind acf_fc_layout alt language \
    link_type width height dimensions";

/// Fields that are text even if it is one word.
const TEXTS: &str = "title heading headline subheading subtitle name label intro lead text summary description excerpt quote \
    attribution author caption credit value message content body html markdown question answer footer cite source code";

/// What a piece is, by its name: the last part of `shared.rich-text`, or the words of it.
pub(in crate::read) fn kind_of(name: &str) -> Kind {
    let name = name.rsplit('.').next().unwrap_or(name);
    let name = name.strip_suffix("Record").unwrap_or(name);
    let kind = kind_of_name(name);
    if !matches!(kind, Kind::Unknown | Kind::Styled | Kind::Link | Kind::Text | Kind::Label | Kind::Group) {
        return kind;
    }
    let mut words = String::new();
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() || c.is_ascii_uppercase() {
            words.push(' ');
        }
        words.push(c.to_ascii_lowercase());
    }
    let is = |list: &str| words.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| Keys(list).has(word));
    let other = if kind == Kind::Group { kind } else { Kind::Unknown };
    WORDS.iter().find(|(list, _)| is(list)).map_or(other, |(_, kind)| *kind)
}

/// The name of what a piece is, if it says so.
pub(in crate::read) fn name_of<'t>(piece: &'t Value<'t>) -> Option<&'t str> {
    Keys(NAMES).find_map(|name| piece.str(name))
}

/// What stands in the wrappers that systems put around things: `data`, `attributes`, `fields`, `node`.
pub(in crate::read) fn unwrapped<'t>(value: &'t Value<'t>) -> &'t Value<'t> {
    let mut inner = value;
    for _ in 0..4 {
        let next = ["data", "attributes", "fields", "node"].iter().find_map(|name| inner.get(name));
        match next {
            Some(next) if next.is_object() && inner.members().len() < 6 && find_address(inner).is_none() => {
                inner = next
            }
            Some(next) if next.is_array() && inner.members().len() == 1 => inner = next,
            _ => break,
        }
    }
    inner
}

/// Reads a piece field by field; the fields that were taken already are left out.
struct Piece<'t, 'd> {
    fields: &'t Value<'t>,
    taken: Vec<&'t Value<'t>>,
    d: &'d Dialect<'t>,
}

/// Adds what a piece of this name says in its fields. `place` is what a warning is about.
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
    let mut piece = Piece { fields, taken: Vec::new(), d };
    cx.nested(fields, |cx| piece.read(kind, cx, out));
    if kind == Kind::Unknown && out.len() > before {
        cx.warn(WarningCode::UnknownBlock, fields, &["unknown block ", name, ", shown as what is in it"]);
    } else if out.len() == before && kind != Kind::Divider && !cx.is_spent() {
        cx.warn(WarningCode::EmptyBlock, fields, &["an empty block, left out: ", name]);
    }
}

/// Adds a list of pieces, each of which says what it is; other items are read by what they are.
pub(in crate::read) fn list<'t>(items: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    for item in items {
        match name_of(item).filter(|_| item.is_object()) {
            Some(name) if item.get("slice_type").is_some() => slice(name, item, d, cx, out),
            Some(name) => piece(name, item, d, cx, out),
            None => cx.nested(item, |cx| thing("", item, d, cx, out)),
        }
        if cx.is_spent() {
            break;
        }
    }
}

/// Adds a slice of Prismic's: the fields that it has once, and those that are repeated.
fn slice<'t>(name: &str, slice: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
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
        // The same name says what each of them is.
        cx.nested(items, |cx| array(name, items.items(), d, cx, out));
        if kind_of(name) == Kind::Unknown && fields.is_none() && out.len() > before {
            cx.warn(WarningCode::UnknownBlock, slice, &["unknown block ", name, ", shown as what is in it"]);
        }
    }
}

/// The picture that an item of a gallery is or holds as its one thing.
fn picture_of<'t>(item: &'t Value<'t>) -> Option<&'t Value<'t>> {
    let inner = unwrapped(item);
    if is_picture(inner) {
        return Some(inner);
    }
    let mut things = inner.members().iter().filter(|(_, value)| value.is_object() || value.is_array());
    let (_, thing) = things.next()?;
    let only = things.next().is_none() && inner.members().len() < 5;
    Some(unwrapped(thing)).filter(|thing| only && is_picture(thing))
}

impl<'t> Piece<'t, '_> {
    /// The first of these fields that says anything, which is taken then.
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

    /// The first of these fields as running text.
    fn line(&mut self, names: &str, cx: &mut Context) -> Vec<Inline<'t>> {
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
                    self.line("attribution author cite citation source name author_name person title", cx);
                match body.is_empty() {
                    false => out.push(Block::Quote(Quote { body, attribution })),
                    true if !attribution.is_empty() => out.push(Block::paragraph(attribution)),
                    true => {}
                }
            }
            Kind::Heading => {
                let content = self.line("heading title text headline content value", cx);
                let level = number(self.fields, "level size", 6).unwrap_or(2).clamp(2, 6) as u8;
                if !content.is_empty() {
                    out.push(Block::Heading(Heading { level, content }));
                }
            }
            Kind::Code => {
                if let Some(Value::String(code)) = self.take("code content text body value snippet source") {
                    let text = text::body(code).into_owned().into();
                    let language = self.take("language lang mode").and_then(|language| cx.label(language));
                    let caption = self.line("caption title filename", cx);
                    out.push(Block::Code(Code { text, language, caption }));
                }
            }
            Kind::Callout => {
                let title = self.line("title heading", cx);
                let mut body = Vec::new();
                self.rest(kind, cx, &mut body);
                return boxes::callout(title, body, out);
            }
            Kind::Details if self.fields.members().iter().all(|(_, value)| !is_list_of_objects(value)) => {
                let summary = self.line("question title heading summary label name", cx);
                let mut body = Vec::new();
                self.rest(kind, cx, &mut body);
                match body.is_empty() {
                    false => out.push(Block::Details(Details { summary, open: false, body })),
                    // What opens stands behind its title.
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
                let mut rows = cells.map(|rows| self::rows(rows.items(), self.d, cx)).unwrap_or_default();
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

    /// The items of a list: strings, or objects with what they say.
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

    /// Adds what a piece is that stands for something with an address, which is its own or that of one of its fields.
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
            // What it says of itself was read with it.
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
                    figure.caption = self.line("caption legend description", cx);
                }
                if figure.credit.is_empty() {
                    figure.credit = self.line("credit credits copyright", cx);
                }
            }
            Some(Block::Embed(Embed { caption, .. }) | Block::Media(Media { caption, .. })) if caption.is_empty() => {
                *caption = self.line("caption legend description title", cx);
            }
            Some(Block::Card(card)) => {
                let title = self.line("label text title buttonText button_text name", cx);
                if !title.is_empty() {
                    card.title = title;
                }
            }
            _ => {}
        }
    }

    /// Adds all fields that were not taken, in their order.
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

/// A value as running text: a string in whatever form, a document's text, the name of a thing.
pub(in crate::read) fn line<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    match value {
        Value::String(_) | Value::Number(_) => recognised::inlines(value, cx),
        _ => {
            let mut blocks = Vec::new();
            match find_str(unwrapped(value), "name title label text fullName displayName headline html markdown value")
            {
                Some(name) if cx.document(value).is_none() => return recognised::inlines(name, cx),
                _ => thing("text", value, d, cx, &mut blocks),
            }
            flat(blocks)
        }
    }
}

/// The running text of blocks, with breaks between them.
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

/// Adds what a value of a field of this name is.
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

/// Adds what a string is: an address of something, or text.
fn string<'t>(
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
    if matches!(name, "title" | "heading" | "headline" | "subheading") && form.is_none() {
        let content = recognised::inlines(value, cx);
        if !content.is_empty() {
            out.push(Block::Heading(Heading { level: 3, content }));
        }
        return;
    }
    out.append(&mut recognised::blocks(value, form, cx));
}

/// Whether a value is a list with objects.
fn is_list_of_objects(value: &Value) -> bool {
    value.items().iter().any(Value::is_object)
}

/// Adds what a list holds: pictures make a gallery, rows of cells a table, words a list.
fn array<'t>(name: &str, items: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let is_row = |item: &Value| !item.items().is_empty() && item.items().iter().all(|cell| !cell.is_array());
    let is_word = |item: &Value| item.as_str().is_some_and(|text| !text.contains('\n') && !is_address(text.trim()));
    if items.len() > 1 && items.iter().all(is_row) {
        return tables::table(rows(items, d, cx), out);
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
            out.push(Block::Gallery(figures, Vec::new()));
        }
        return;
    }
    if items.len() > 1 && items.iter().all(is_word) && !matches!(name, "paragraphs" | "body" | "content" | "text") {
        let mut list = List::default();
        for item in items {
            let content = recognised::inlines(item, cx);
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
    self::list(items, d, cx, out);
}

/// The rows of a table whose cells are strings or things.
fn rows<'t>(items: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context) -> Vec<Row<'t>> {
    let mut rows: Vec<Row> = Vec::new();
    for item in cx.within(items) {
        let mut row = Row::new();
        for cell in cx.within(item.items()) {
            let mut body = Vec::new();
            match cell {
                Value::String(_) | Value::Number(_) => body.append(&mut recognised::blocks(cell, None, cx)),
                _ => thing("text", cell, d, cx, &mut body),
            }
            row.push(Cell { body, ..Cell::default() });
        }
        rows.push(row);
    }
    rows
}

/// Where objects keep the address of what they are.
const ADDRESSES: &str = "url src href sourceUrl source_url mediaItemUrl contentUrl download_url filename link uri";

/// The address of what an object is.
fn find_address<'t>(object: &'t Value<'t>) -> Option<&'t Value<'t>> {
    Keys(ADDRESSES).filter_map(|name| object.get(name)).find(|value| value.as_str().is_some_and(is_addressing))
}

/// Whether a text can be an address, of this site or another one.
pub(in crate::read) fn is_addressing(text: &str) -> bool {
    let text = text.trim();
    is_address(text) || text.starts_with('/') && !text.contains([' ', '\n'])
}

/// Whether a text is an address as a whole.
pub(in crate::read) fn is_address(text: &str) -> bool {
    let whole = !text.contains([' ', '\n', '<', '"']);
    whole && (text.starts_with("https://") || text.starts_with("http://") || text.starts_with("//") && text.len() > 4)
}

/// Whether an address ends in one of these, before its query.
fn ends_in(address: &str, endings: &str) -> bool {
    let path = ascii::cut(address, b"?#").0;
    let name = path.rsplit('/').next().unwrap_or("");
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.len() < 6 && Keys(endings).has(&ending.to_ascii_lowercase())
}

/// The endings of the names of files.
const PICTURES: &str = "jpg jpeg png gif webp avif svg bmp";
const FILMS: &str = "mp4 webm m4v mov ogv m3u8";
const SOUNDS: &str = "mp3 m4a ogg oga wav aac flac opus";
const FILES: &str = "pdf doc docx xls xlsx ppt pptx odt ods odp zip csv txt rtf epub gpx";

/// What is found at an address, by its name and by what its object says.
fn kind_at(address: &str, object: &Value) -> Kind {
    let mime = find_str(object, "mime mimeType mime_type contentType content_type filemime").and_then(Value::as_str);
    let mime = mime.unwrap_or("");
    let of = |kind: &str, endings| mime.starts_with(kind) || mime.is_empty() && ends_in(address, endings);
    let sized = || number(object, "width", i64::MAX).is_some() && number(object, "height", i64::MAX).is_some();
    let described =
        || ["alternativeText", "altText", "alt", "dimensions"].iter().any(|name| object.get(name).is_some());
    match () {
        () if of("image/", PICTURES) => Kind::Image,
        () if of("video/", FILMS) => Kind::Video,
        () if of("audio/", SOUNDS) => Kind::Audio,
        () if mime.starts_with("application/") || ends_in(address, FILES) => Kind::File,
        () if SafeUrl::new(address, Purpose::Media, None).is_ok_and(|url| html::provider(url).1.is_some()) => {
            Kind::Embed
        }
        () if sized() || described() => Kind::Image,
        () => Kind::Unknown,
    }
}

/// Whether an object is a picture.
pub(in crate::read) fn is_picture(object: &Value) -> bool {
    find_address(object).and_then(Value::as_str).is_some_and(|address| kind_at(address, object) == Kind::Image)
}

/// Whether an object is a film, a sound or another file than a picture.
pub(in crate::read) fn is_other(object: &Value) -> bool {
    let kind = find_address(object).and_then(Value::as_str).map(|address| kind_at(address, object));
    matches!(kind, Some(Kind::Video | Kind::Audio | Kind::File | Kind::Embed))
}

/// Adds a piece of this name that is nothing but a string.
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
            let content = recognised::inlines(value, cx);
            convert::styled(kind, const { &Value::Null }, name, content, out);
        }
        Kind::Code if !text.is_empty() => {
            let text = text::body(text).into_owned().into();
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

/// The picture that a value is: an object, or an address alone.
pub(in crate::read) fn picture<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    if value.as_str().is_some() {
        let image = Image { src: Some(cx.media_url(value)?), ..Image::default() };
        return Some(Figure { image, ..Figure::default() });
    }
    let object = unwrapped(value);
    picture_at(find_address(object)?, object, d, cx)
}

/// The picture at an address, of which an object says more.
pub(in crate::read) fn picture_at<'t>(
    address: &'t Value<'t>,
    object: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
) -> Option<Figure<'t>> {
    let src = cx.media_url(address)?;
    let size = object.get("dimensions").unwrap_or(object);
    let described = Keys(ALTS).find_map(|name| object.get(name)).filter(|alt| alt.as_str().is_some());
    let sides = number(size, "width", 20_000).zip(number(size, "height", 20_000));
    let mut figure = Figure::default();
    let alt = described.and_then(|alt| cx.label(alt)).unwrap_or_default();
    figure.image = Image { src: Some(src), alt, size: sides, candidates: Vec::new() };
    figure.caption =
        Keys(CAPTIONS).find_map(|name| object.get(name)).map(|caption| line(caption, d, cx)).unwrap_or_default();
    let credit = Keys("credit credits copyright").find_map(|name| object.get(name));
    figure.credit = credit.map(|credit| line(credit, d, cx)).unwrap_or_default();
    if described.is_none() && figure.caption.is_empty() && object.is_object() {
        cx.missing_alt(address);
    }
    Some(figure)
}

/// Where the text of a picture stands, and its caption.
const ALTS: &str = "alt altText alternativeText alt_text asset-alt";
const CAPTIONS: &str = "caption asset-caption legend";

/// Adds what is found at an address. `object` says more of it; `Null` where there is none.
pub(in crate::read) fn addressed<'t>(
    kind: Kind,
    address: &'t Value<'t>,
    object: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    if !cx.spend(address) {
        return;
    }
    let found = kind_at(address.as_str().unwrap_or("").trim(), object);
    let kind = match (kind, found) {
        (Kind::Image | Kind::Gallery, Kind::Unknown) => Kind::Image,
        (Kind::Embed | Kind::Video, Kind::Unknown) => Kind::Embed,
        (Kind::Audio | Kind::File | Kind::Button, Kind::Unknown) => kind,
        (Kind::Button, _) => Kind::Button,
        (_, found) => found,
    };
    let label = |names: &str, cx: &mut Context| {
        let name = Keys(names).find_map(|name| object.get(name)).filter(|name| !name.is_array());
        name.map(|name| line(name, d, cx)).unwrap_or_default()
    };
    match kind {
        Kind::Image => {
            out.extend(picture_at(address, object, d, cx).map(Block::Figure));
        }
        Kind::Video | Kind::Audio => {
            let Some(src) = cx.media_url(address) else { return };
            let kind = if kind == Kind::Video { MediaKind::Video } else { MediaKind::Audio };
            let title = find_str(object, "title").and_then(|title| cx.label(title));
            let media_type = find_str(object, "mime mimeType contentType").and_then(|mime| cx.label(mime));
            let caption = label("caption", cx);
            let sources = vec![Source { src, media_type }];
            out.push(Block::Media(Media { kind, sources, title, caption, ..Media::default() }));
        }
        Kind::Embed => {
            let Some(url) = cx.link(address) else { return };
            let (url, known) = html::provider(url);
            let (kind, provider) = known.unzip();
            let title = find_str(object, "title").and_then(|title| cx.label(title));
            let caption = label("caption", cx);
            let provider = provider.map(Text::Borrowed);
            out.push(Block::Embed(Embed {
                kind: kind.unwrap_or_default(),
                url,
                provider,
                title,
                body: Vec::new(),
                caption,
            }));
        }
        _ => {
            let Some(url) = cx.link(address) else { return };
            let mut title = label("label text title buttonText name filename asset-name", cx);
            if title.is_empty() {
                let name = if kind == Kind::File { file_name(&url) } else { display_name(&url) };
                title.push(Inline::Text(name.into()));
            }
            let description = label("description caption", cx);
            let kind = match kind {
                Kind::File => CardKind::File,
                Kind::Button => CardKind::Button,
                _ => CardKind::Link,
            };
            out.push(Block::Card(Card { kind, url, title, description, source: None, image: None }));
        }
    }
}

/// The last part of an address, which is what a file is called.
fn file_name(url: &SafeUrl) -> String {
    let name = ascii::cut(url.page(), b"?").0.rsplit('/').next().unwrap_or("");
    if name.contains('.') { name.to_owned() } else { display_name(url) }
}

/// Where texts stand in an object that is nothing but a text.
const TEXT_OF: &[(&str, Option<Form>)] = &[
    ("html", Some(Form::Html)),
    ("processed", Some(Form::Html)),
    ("rendered", Some(Form::Html)),
    ("markdown", Some(Form::Markdown)),
];

/// Adds what an object is: a picture or another thing with an address, a text, a question with its answer, a piece.
fn object<'t>(name: &str, value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let inner = unwrapped(value);
    if inner.is_array() {
        return thing(name, inner, d, cx, out);
    }
    for (member, form) in TEXT_OF {
        if let Some(text @ Value::String(_)) = inner.get(member)
            && cx.spend(text)
        {
            return out.append(&mut recognised::blocks(text, *form, cx));
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
        return out.push(Block::Aside(Aside { kind: AsideKind::Question, title, body }));
    }
    if let Some(address) = find_address(inner) {
        return addressed(kind_of(name), address, inner, d, cx, out);
    }
    match name_of(inner) {
        Some(kind) => piece(kind, inner, d, cx, out),
        None => Piece { fields: inner, taken: Vec::new(), d }.read(kind_of(name), cx, out),
    }
}

/// Adds a document or fields of which nothing is known but that they hold content.
pub(in crate::read) fn record<'t>(record: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let name = name_of(record).or_else(|| node::type_name(record)).unwrap_or("without a type");
    let fields = match unwrapped(record) {
        inner if inner.is_object() => inner,
        _ => record,
    };
    // Records are often nothing but a field with a picture, which `atoms` knows from everywhere.
    if kind_of(name) == Kind::Image
        && find_address(fields).is_none()
        && !fields.members().iter().any(|(_, value)| is_picture(unwrapped(value)))
    {
        return out.extend(pictures::figure(fields, d, cx).map(Block::Figure));
    }
    piece(name, fields, d, cx, out);
}

/// Adds what a reference of Contentstack's stands for: a picture or file, whose address it says itself, or an entry.
pub(in crate::read) fn reference<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let attributes = node.get("attrs").unwrap_or(node);
    let id = find_str(attributes, "asset-uid entry-uid").and_then(Value::as_str);
    let target = id.and_then(|id| d.linked.get(id));
    let is_link = attributes.str("display-type") == Some("link");
    let address = find_str(attributes, "asset-link src href url");
    let before = out.len();
    match (target, address) {
        _ if is_link => convert::inside(node, d, cx, out),
        (Some(target), None) => record(target, d, cx, out),
        (_, Some(address)) => {
            let mime = find_str(attributes, "asset-type").and_then(Value::as_str).unwrap_or("");
            let kind = match () {
                () if mime.starts_with("image") || attributes.get("asset-alt").or(attributes.get("alt")).is_some() => {
                    Kind::Image
                }
                () if mime.starts_with("video") => Kind::Video,
                () if mime.starts_with("audio") => Kind::Audio,
                () => Kind::File,
            };
            addressed(kind, address, attributes, d, cx, out);
        }
        (None, None) => {
            let id = id.unwrap_or("without id");
            cx.warn(WarningCode::Unresolved, node, &["a reference to something that is not in the input: ", id]);
        }
    }
    if out.len() == before {
        convert::inside(node, d, cx, out);
    } else if let (Some(Block::Figure(figure)), Some(caption)) =
        (out.get_mut(before), find_str(attributes, "asset-caption caption"))
    {
        figure.caption = cx.plain(caption);
    }
}
