//! Arc XP's story elements.

use crate::json::Value;
use crate::model::{
    Aside, AsideKind, Author, Block, CardKind, Cell, Embed, EmbedKind, Figure, Gallery, Inline, Layout, List, ListItem,
    MediaKind, Row, Table,
};
use crate::read::Context;
use crate::read::formats::publishers::engine::convert::{
    self, Names, Shape, Vocabulary, card, full, inner, read_elements, shaped,
};
use crate::read::formats::publishers::engine::picture::picture;
use crate::read::values::image::read_size;
use crate::read::values::lenient::{self, first};
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::url::Purpose;

const NAMES: Names = Names {
    kind: "type",
    shapes: &[
        ("text", Shape::Text),
        ("raw_html", Shape::Text),
        ("header", Shape::Heading(0)),
        ("blockquote", Shape::Quote),
        ("pullquote", Shape::PullQuote),
        ("image", Shape::Figure),
        ("video", Shape::Media(MediaKind::Video)),
        ("audio", Shape::Media(MediaKind::Audio)),
        ("code", Shape::Code),
        ("divider", Shape::Divider),
        ("correction", Shape::Aside(AsideKind::Correction)),
        ("endorsement", Shape::Text),
        ("content_zone", Shape::Dropped),
        ("variant", Shape::Dropped),
        ("custom_embed", Shape::NotShown),
    ],
    url: "source_url url canonical_url",
    title: "title headlines",
    caption: "caption description",
    text: "content text embed_html endorsement",
    attribution: "citation",
    items: "content_elements streams items",
};

/// The story elements.
pub(in crate::read) struct Ans;

impl<'t> Vocabulary<'t> for Ans {
    fn names(&self) -> &'static Names {
        &NAMES
    }

    fn figure(&self, element: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
        let is_picture = element.str("type").is_none_or(|kind| kind == "image");
        let url = element.str("url").filter(|_| is_picture)?;
        let alt = element.get("alt_text").and_then(|alt| cx.label(alt));
        let image = picture(element, &[(url.into(), 0)], alt, read_size(element, cx), cx)?;
        let caption = convert::read_inlines_of(element, "caption subtitle", cx);
        let mut names = String::new();
        for author in read_credits(element, cx) {
            names.push_str(if names.is_empty() { "" } else { ", " });
            names.push_str(&author.name);
        }
        let credit = if names.is_empty() { Vec::new() } else { vec![Inline::Text(names.into())] };
        Some(Figure { image, caption, credit: credit.into(), ..Figure::default() })
    }

    fn special(&self, kind: &str, element: &'t Value<'t>, cx: &mut Context) -> Option<Vec<Block<'t>>> {
        Some(match kind {
            "quote" => {
                let shape = if element.str("subtype") == Some("pullquote") { Shape::PullQuote } else { Shape::Quote };
                shaped(self, shape, element, cx)
            }
            "list" => read_list(element, cx).map(Block::List).into_iter().collect(),
            "link_list" => {
                let title = lenient::read_plain(element, "title", cx);
                let mut body: Vec<Block> = Keys("subtitle description")
                    .filter_map(|name| element.get(name))
                    .map(|text| self.inlines(text, cx))
                    .filter(|text| full(text))
                    .map(Block::paragraph)
                    .collect();
                body.extend(inner(self, element, "items", cx));
                vec![Block::Aside(Aside { kind: AsideKind::Aside, title: title.into(), body, ..Aside::default() })]
            }
            "table" => read_table(element, cx).map(Block::Table).into_iter().collect(),
            "interstitial_link" => {
                let title = convert::read_inlines_of(element, "content", cx);
                let description = element.get("description").map(|text| self.inlines(text, cx)).unwrap_or_default();
                match element.get("url").and_then(|url| cx.link(url)) {
                    Some(url) => vec![card(CardKind::Link, url, title, description)],
                    None => [title, description].into_iter().filter(|text| full(text)).map(Block::paragraph).collect(),
                }
            }
            "oembed_response" => read_oembed(element.get("raw_oembed")?, cx),
            "numeric_rating" => {
                let bound = |name| element.get(name).and_then(Value::as_number).map(|number| number.as_f64());
                let rating = element.get("numeric_rating")?;
                convert::read_rating(rating, bound("min").unwrap_or(0.0), bound("max").unwrap_or(5.0), cx)
                    .into_iter()
                    .collect()
            }
            "gallery" => {
                let mut blocks = shaped(self, Shape::Gallery, element, cx);
                let title = first(element, NAMES.title).map(|title| self.inlines(title, cx)).unwrap_or_default();
                if let (Some(Block::Gallery(Gallery { caption, .. })), true) = (blocks.last_mut(), full(&title)) {
                    let end = if caption.is_empty() { None } else { Some(Inline::Break) };
                    caption.splice(0..0, title.into_iter().chain(end));
                }
                blocks
            }
            "element_group" => {
                let title = element.get("title").map(|title| self.inlines(title, cx)).unwrap_or_default();
                let mut blocks: Vec<Block> = convert::heading(3, title).into_iter().collect();
                blocks.extend(inner(self, element, NAMES.items, cx));
                blocks
            }
            "video" => {
                let mut blocks = shaped(self, Shape::Media(MediaKind::Video), element, cx);
                let poster = element.at("promo_image url").or_else(|| element.at("promo_items basic url"));
                let poster = poster.and_then(|poster| cx.media_url(poster));
                if let (Some(Block::Media(media)), Some(poster)) = (blocks.last_mut(), poster) {
                    media.poster = Some(poster);
                }
                blocks.extend(read_transcript(element, cx));
                blocks
            }
            "reference" | "promo_reference" | "story" => read_reference(element, cx),
            _ => return None,
        })
    }

    fn inlines(&self, text: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
        let text = Keys("content basic").find_map(|name| text.get(name)).unwrap_or(text);
        convert::inlines(text, cx)
    }
}

/// Reads the transcript of a video as a box that opens.
fn read_transcript<'t>(element: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let body = element.get("transcript").map(|text| convert::blocks(text, cx)).filter(|body| !body.is_empty())?;
    Some(Block::Details(crate::model::Details { body, ..Default::default() }))
}

/// Reads a list; its items are texts and lists.
fn read_list<'t>(element: &'t Value<'t>, cx: &mut Context) -> Option<List<'t>> {
    let mut items: Vec<ListItem> = Vec::new();
    for item in element.list("items") {
        let body = read_elements(&Ans, item, cx);
        match (body.as_slice(), items.last_mut()) {
            // A list between the items belongs to the item before it.
            ([Block::List(_)], Some(last)) => last.body.extend(body),
            ([], _) => {}
            _ => items.push(ListItem { checked: None, body }),
        }
    }
    let ordered = element.str("list_type") == Some("ordered");
    (!items.is_empty()).then_some(List { ordered, items, ..List::default() })
}

fn read_row<'t>(cells: &'t Value<'t>, header: bool, cx: &mut Context) -> Row<'t> {
    let mut row = Row::new();
    for cell in cx.within(cells.items()) {
        row.push(Cell { header, body: read_elements(&Ans, cell, cx), ..Cell::default() });
    }
    row
}

fn read_table<'t>(element: &'t Value<'t>, cx: &mut Context) -> Option<Table<'t>> {
    let head: Vec<Row> = element.get("header").map(|cells| read_row(cells, true, cx)).into_iter().collect();
    let mut rows: Vec<Row> = Vec::new();
    for cells in cx.within(element.list("rows")) {
        rows.push(read_row(cells, false, cx));
    }
    (!head.is_empty() || !rows.is_empty()).then_some(Table { head, rows, ..Table::default() })
}

/// Reads the answer of an oEmbed service: the page that it is about, otherwise its markup.
fn read_oembed<'t>(answer: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let html = convert::blocks_of(answer, "html", cx);
    let page = first(answer, "url _id").and_then(Value::as_str).filter(|url| url.contains("://"));
    let url = page.and_then(|page| cx.judge(page, Purpose::Link, answer)).or_else(|| {
        html.iter().find_map(|block| match block {
            Block::Embed(embed) => Some(embed.url.clone()),
            _ => None,
        })
    });
    let Some(url) = url else { return html };
    let provider = cx.label_of(answer, "provider_name");
    let kind = match (answer.str("type"), provider.as_deref()) {
        (Some("video"), _) => EmbedKind::Video,
        (_, Some("Twitter" | "X" | "Instagram" | "Facebook" | "TikTok" | "Reddit")) => EmbedKind::Post,
        _ => EmbedKind::Page,
    };
    let body = convert::embedded(html);
    let caption = lenient::read_plain(answer, "description", cx);
    let title = first(answer, "title author_name").and_then(|title| cx.label(title));
    vec![Block::Embed(Embed { kind, url, provider, title, body, caption, layout: Layout::Inline })]
}

/// Reads a reference: its address or its headline, if it has one.
fn read_reference<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let referent = element.get("referent").unwrap_or(element);
    let content = referent.get("referent_properties").unwrap_or(element);
    let title = basic(content, "headlines").map(|title| cx.plain(title)).unwrap_or_default();
    let address = content.str("canonical_url").or_else(|| referent.str("id")).filter(|id| id.contains("://"));
    match address.and_then(|url| cx.judge(url, Purpose::Link, element)) {
        Some(url) => vec![card(CardKind::Link, url, title, Vec::new())],
        None => {
            cx.warn(WarningCode::Unresolved, element, &["a reference to something that is not in the input"]);
            full(&title).then(|| Block::paragraph(title)).into_iter().collect()
        }
    }
}

/// Returns the usual version of a text.
pub(in crate::read) fn basic<'t>(tree: &'t Value<'t>, name: &str) -> Option<&'t Value<'t>> {
    let texts = tree.get(name)?;
    if texts.is_object() { first(texts, "basic") } else { Some(texts) }
}

/// Reads the names in the credits, in any role; the plain one is `by`.
pub(in crate::read) fn read_credits<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Vec<Author<'t>> {
    let mut authors = Vec::new();
    for (role, people) in tree.get("credits").map_or(&[][..], Value::members) {
        for person in people.items() {
            let Some(name) = first(person, "byline name").and_then(|name| cx.label(name)) else {
                cx.warn(WarningCode::Unresolved, person, &["an author who is not in the input"]);
                continue;
            };
            let role = if role == "by" { None } else { cx.name(&**role, person) };
            let url = person.get("url").and_then(|url| cx.resolve(url.as_str()?, Purpose::Link, url).ok());
            authors.push(Author { name, url, role });
        }
    }
    authors
}
