//! Arc XP's ANS: stories, and galleries, videos, sounds and pictures that stand for themselves.

use crate::error::Error;
use crate::json::Value;
use crate::model::{
    Article, Aside, AsideKind, Author, Block, CardKind, Cell, Embed, EmbedKind, Figure, Inline, List, ListItem,
    MediaKind, Named, Related, Row, Table,
};
use crate::read::Context;
use crate::read::article::list;
use crate::read::formats::collection::Links;
use crate::read::formats::publishers::element::{self, Names, Shape, Vocabulary, card, elements, full, inner, shaped};
use crate::read::formats::publishers::picture::picture;
use crate::read::formats::shapes::first;
use crate::report::WarningCode;
use crate::url::{Purpose, SafeUrl};

const NAMES: Names = Names {
    kind: "type",
    shapes: &[
        ("text", Shape::Text),
        ("raw_html", Shape::Text),
        ("header", Shape::Heading(0)),
        ("blockquote", Shape::Quote),
        ("pullquote", Shape::PullQuote),
        ("image", Shape::Figure),
        ("gallery", Shape::Gallery),
        ("video", Shape::Media(MediaKind::Video)),
        ("audio", Shape::Media(MediaKind::Audio)),
        ("code", Shape::Code),
        ("divider", Shape::Divider),
        ("correction", Shape::Aside(AsideKind::Correction)),
        ("endorsement", Shape::Text),
        ("element_group", Shape::Group),
        ("content_zone", Shape::Dropped),
        ("variant", Shape::Dropped),
        ("custom_embed", Shape::NotShown),
    ],
    url: &["source_url", "url", "canonical_url"],
    title: &["title"],
    text: &["content", "text", "embed_html", "endorsement"],
    attribution: &["citation"],
    items: &["content_elements", "streams", "items"],
};

/// The types that stand for themselves.
const ARTICLES: [&str; 6] = ["story", "collection", "gallery", "video", "audio", "image"];

/// Whether a tree is ANS content: one of its types with a version of the format, all of which begin with a zero.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    tree.str("type").is_some_and(|kind| ARTICLES.contains(&kind))
        && tree.str("version").is_some_and(|v| v.starts_with("0."))
}

/// Reads the story.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let taxonomy = tree.get("taxonomy").unwrap_or(&Value::Null);
    let own = first(tree, &["canonical_url", "website_url"]).and_then(Value::as_str);
    let url = own.and_then(|url| SafeUrl::new(url, Purpose::Link, cx.base.as_ref()).ok());
    if cx.base.is_none() {
        cx.base.clone_from(&url);
    }
    let mut article = Article {
        lang: tree.get("language").filter(|lang| lang.as_str() != Some("")).and_then(|lang| cx.lang(lang)),
        breadcrumb: section(taxonomy, cx).into_iter().collect(),
        kicker: label(tree).map(|text| cx.plain(text)).unwrap_or_default(),
        headline: basic(tree, "headlines").map(|title| element::inlines(title, cx)).unwrap_or_default(),
        description: basic(tree, "subheadlines")
            .or_else(|| basic(tree, "description"))
            .map(|text| element::inlines(text, cx))
            .unwrap_or_default(),
        date_published: first(tree, &["publish_date", "first_publish_date", "display_date", "created_date"])
            .and_then(|date| cx.date(date)),
        date_modified: cx.date_of(tree, "last_updated_date"),
        source: source(tree, cx),
        authors: credits(tree, cx),
        keywords: list(taxonomy, "tags", cx, |tag, cx| {
            first(tag, &["text", "name", "slug"]).and_then(|text| cx.label(text))
        }),
        url,
        ..Article::default()
    };
    let story = matches!(tree.str("type"), Some("story" | "collection"));
    if story {
        article.body = inner(&Ans, tree, &["content_elements"], cx);
        if let Some(note) = tree.get("editor_note") {
            let body = element::blocks(note, cx);
            article.body.insert(0, Block::Aside(Aside { kind: AsideKind::Callout, title: Vec::new(), body }));
        }
        for correction in tree.get("corrections").map_or(&[][..], Value::items) {
            article.body.extend(shaped(&Ans, Shape::Aside(AsideKind::Correction), correction, cx));
        }
    } else {
        article.body = elements(&Ans, tree, cx);
    }
    if let Some(lead) = tree.at(&["promo_items", "basic"]) {
        match lead.str("type") {
            Some("image") => article.image = Ans.figure(lead, cx),
            _ => article.body.splice(0..0, elements(&Ans, lead, cx)).for_each(drop),
        }
    }
    article.related = related(tree, article.url.as_ref(), cx);
    Ok((article, 1))
}

/// The usual one of several versions of a text.
fn basic<'t>(tree: &'t Value<'t>, name: &str) -> Option<&'t Value<'t>> {
    let texts = tree.get(name)?;
    if texts.is_object() { first(texts, &["basic"]) } else { Some(texts) }
}

/// The line above the headline, unless it is only for the system's users.
fn label<'t>(tree: &'t Value<'t>) -> Option<&'t Value<'t>> {
    let label = tree.at(&["label", "basic"])?;
    label.get("text").filter(|_| label.get("display").and_then(Value::as_bool) != Some(false))
}

/// The section that the story stands in.
fn section<'t>(taxonomy: &'t Value<'t>, cx: &mut Context) -> Option<Named<'t>> {
    let list = ["sections", "sites"].iter().find_map(|name| taxonomy.get(name)?.items().first());
    let section = first(taxonomy, &["primary_section", "primary_site"])
        .filter(|section| section.get("name").is_some())
        .or(list)?;
    let name = cx.label_of(section, "name")?;
    let path = first(section, &["_id", "path"]).and_then(Value::as_str).filter(|path| path.starts_with('/'));
    let url = path.and_then(|path| SafeUrl::new(path, Purpose::Link, cx.base.as_ref()).ok());
    Some(Named { name, url })
}

/// Who distributes the story.
fn source<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Option<Named<'t>> {
    let holder = ["distributor", "source"]
        .iter()
        .filter_map(|name| tree.get(name))
        .find(|holder| holder.get("name").is_some())?;
    Some(Named { name: cx.label_of(holder, "name")?, url: None })
}

/// The names that the credits give, in whatever role: `by` is the plain one.
fn credits<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Vec<Author<'t>> {
    let mut authors = Vec::new();
    for (role, people) in tree.get("credits").map_or(&[][..], Value::members) {
        for person in people.items() {
            let Some(name) = first(person, &["byline", "name"]).and_then(|name| cx.label(name)) else {
                cx.warn(WarningCode::Unresolved, person, &["an author who is not in the input"]);
                continue;
            };
            let role = (role != "by").then(|| crate::text::label(role));
            let url =
                person.get("url").and_then(|url| SafeUrl::new(url.as_str()?, Purpose::Link, cx.base.as_ref()).ok());
            authors.push(Author { name, url, role });
        }
    }
    authors
}

/// The stories that the editors relate to this one.
fn related<'t>(tree: &'t Value<'t>, own: Option<&SafeUrl>, cx: &mut Context) -> Vec<Related<'t>> {
    let mut links = Links::of(own);
    for item in tree.at(&["related_content", "basic"]).map_or(&[][..], Value::items) {
        let content = item.at(&["referent", "referent_properties"]).unwrap_or(item);
        let headline = basic(content, "headlines").and_then(|title| cx.label(title));
        let url = first(content, &["canonical_url", "website_url"]).and_then(|url| cx.link(url));
        let Some(link) = links.add(item, headline, url, cx) else { continue };
        let image = content.at(&["promo_items", "basic"]).filter(|lead| lead.str("type") == Some("image"));
        link.image = image.and_then(|image| Ans.figure(image, cx)).map(|figure| figure.image);
        link.date_published = first(content, &["publish_date", "display_date"]).and_then(|date| cx.date(date));
        link.sponsored = content.at(&["owner", "sponsored"]).and_then(Value::as_bool) == Some(true);
    }
    links.block(None, None).into_iter().collect()
}

/// The story elements.
struct Ans;

impl<'t> Vocabulary<'t> for Ans {
    fn names(&self) -> &'static Names {
        &NAMES
    }

    fn figure(&self, element: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
        let is_picture = element.str("type").is_none_or(|kind| kind == "image");
        let url = element.str("url").filter(|_| is_picture)?;
        let alt = element.get("alt_text").and_then(|alt| cx.label(alt));
        let image = picture(element, &[(url.into(), 0)], alt, crate::read::media::size(element, cx), cx)?;
        let caption =
            first(element, &["caption", "subtitle"]).map(|caption| element::inlines(caption, cx)).unwrap_or_default();
        let names: Vec<_> = credits(element, cx).into_iter().map(|author| author.name.into_owned()).collect();
        let credit = if names.is_empty() { Vec::new() } else { vec![Inline::Text(names.join(", ").into())] };
        Some(Figure { image, link: None, caption, credit })
    }

    fn special(&self, kind: &str, element: &'t Value<'t>, cx: &mut Context) -> Option<Vec<Block<'t>>> {
        Some(match kind {
            "quote" => {
                let shape = if element.str("subtype") == Some("pullquote") { Shape::PullQuote } else { Shape::Quote };
                shaped(self, shape, element, cx)
            }
            "list" => ans_list(element, cx).map(Block::List).into_iter().collect(),
            "link_list" => {
                let title = element.get("title").map(|title| cx.plain(title)).unwrap_or_default();
                let body = inner(self, element, &["items"], cx);
                vec![Block::Aside(Aside { kind: AsideKind::Aside, title, body })]
            }
            "table" => table(element, cx).map(Block::Table).into_iter().collect(),
            "interstitial_link" => {
                let title = element.get("content").map(|text| element::inlines(text, cx)).unwrap_or_default();
                let description = element.get("description").map(|text| self.inlines(text, cx)).unwrap_or_default();
                match element.get("url").and_then(|url| cx.link(url)) {
                    Some(url) => vec![card(CardKind::Link, url, title, description)],
                    None => [title, description].into_iter().filter(|text| full(text)).map(Block::paragraph).collect(),
                }
            }
            "oembed_response" => oembed(element.get("raw_oembed")?, cx),
            "numeric_rating" => {
                let bound = |name| element.get(name).and_then(Value::as_number).map(|number| number.as_f64());
                let rating = element.get("numeric_rating")?;
                element::rating(rating, bound("min").unwrap_or(0.0), bound("max").unwrap_or(5.0), cx)
                    .into_iter()
                    .collect()
            }
            "video" | "gallery" if element.get("embed_html").is_none() && element.get("streams").is_none() => {
                let mut blocks = shaped(
                    self,
                    if kind == "video" { Shape::Media(MediaKind::Video) } else { Shape::Gallery },
                    element,
                    cx,
                );
                blocks.extend(transcript(element, cx));
                blocks
            }
            "video" => {
                let mut blocks = shaped(self, Shape::Media(MediaKind::Video), element, cx);
                let poster =
                    element.at(&["promo_image", "url"]).or_else(|| element.at(&["promo_items", "basic", "url"]));
                let poster = poster.and_then(|poster| cx.media_url(poster));
                if let Some(Block::Media(media)) = blocks.last_mut() {
                    media.poster = poster;
                }
                blocks.extend(transcript(element, cx));
                blocks
            }
            "reference" | "promo_reference" | "story" => reference(element, cx),
            _ => return None,
        })
    }

    fn inlines(&self, text: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
        element::inlines(text.get("content").unwrap_or(text), cx)
    }
}

/// What is said in a video, behind a fold.
fn transcript<'t>(element: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let body = element.get("transcript").map(|text| element::blocks(text, cx)).filter(|body| !body.is_empty())?;
    Some(Block::Details(crate::model::Details { body, ..Default::default() }))
}

/// A list; its items are texts and lists.
fn ans_list<'t>(element: &'t Value<'t>, cx: &mut Context) -> Option<List<'t>> {
    let mut items: Vec<ListItem> = Vec::new();
    for item in element.get("items").map_or(&[][..], Value::items) {
        let body = elements(&Ans, item, cx);
        match (body.as_slice(), items.last_mut()) {
            // A list between the items belongs to the one before it.
            ([Block::List(_)], Some(last)) => last.body.extend(body),
            ([], _) => {}
            _ => items.push(ListItem { checked: None, body }),
        }
    }
    let ordered = element.str("list_type") == Some("ordered");
    (!items.is_empty()).then_some(List { ordered, items, ..List::default() })
}

fn table<'t>(element: &'t Value<'t>, cx: &mut Context) -> Option<Table<'t>> {
    let mut row = |cells: &'t Value<'t>, header: bool| -> Row<'t> {
        let cell = |cell: &'t Value<'t>| Cell { header, body: elements(&Ans, cell, cx), ..Cell::default() };
        cells.items().iter().map(cell).collect()
    };
    let head: Vec<Row> = element.get("header").map(|cells| row(cells, true)).into_iter().collect();
    let rows: Vec<Row> =
        element.get("rows").map_or(&[][..], Value::items).iter().map(|cells| row(cells, false)).collect();
    (!head.is_empty() || !rows.is_empty()).then_some(Table { head, rows, ..Table::default() })
}

/// An answer of an oEmbed service: the page that it is about, else what its markup shows.
fn oembed<'t>(answer: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let html = answer.get("html").map(|html| element::blocks(html, cx)).unwrap_or_default();
    let page = first(answer, &["url", "_id"]).and_then(Value::as_str).filter(|url| url.contains("://"));
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
    let body = element::embedded(html);
    let caption = answer.get("description").map(|text| cx.plain(text)).unwrap_or_default();
    let title = first(answer, &["title", "author_name"]).and_then(|title| cx.label(title));
    vec![Block::Embed(Embed { kind, url, provider, title, body, caption })]
}

/// Something elsewhere: its address or its headline where the reference has one.
fn reference<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
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
