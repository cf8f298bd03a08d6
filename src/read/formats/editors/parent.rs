//! Documents around a body: the entry of a content system whose one field holds what an editor wrote.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Article, Author, Block, Figure, Image};
use crate::read::Context;
use crate::read::formats::editors::atoms;
use crate::read::formats::editors::atoms::rich_value;
use crate::read::formats::editors::contentful;
use crate::read::formats::editors::node::{Dialect, find, find_str};
use crate::read::formats::repeats::{describe, illustrate};
use crate::read::formats::shapes::{self, date, first, own_address};
use crate::report::WarningCode;
use crate::text::Text;

/// A body, and the entry around it if there is one.
pub(in crate::read) struct Found<'t> {
    /// What the editor wrote.
    pub body: &'t Value<'t>,
    /// The entry whose field it is.
    pub entry: Option<&'t Value<'t>>,
    /// How many entries the input holds.
    pub count: usize,
}

/// Members in which answers of content systems wrap their entries.
const WRAPPERS: &[&str] = &[
    "data",
    "result",
    "attributes",
    "fields",
    "items",
    "docs",
    "posts",
    "entry",
    "article",
    "post",
    "document",
    "editorState",
];

/// Members that are the body where several could be.
const BODIES: &[&str] = &["body", "content", "text", "richText", "lexical", "mobiledoc"];

/// Finds the first body that is one, in the tree or in an entry somewhere in its wrappers.
pub(in crate::read) fn find_body<'t>(
    tree: &'t Value<'t>,
    is: fn(&Value) -> bool,
    select: Option<&str>,
) -> Option<Found<'t>> {
    let (mut value, mut count) = (tree, 1);
    for _ in 0..6 {
        if is(value) {
            return Some(Found { body: value, entry: None, count });
        }
        let named = BODIES.iter().filter_map(|name| value.get(name)).find(|member| is(member));
        let body = named.or_else(|| value.members().iter().map(|(_, member)| member).find(|member| is(member)));
        if let Some(body) = body {
            return Some(Found { body, entry: Some(value), count });
        }
        value = match value {
            Value::Array(entries) => {
                count = entries.len();
                let mut place = 0;
                while !is_selected(place, entries.get(place)?, select) {
                    place += 1;
                }
                entries.get(place)?
            }
            // GraphQL names the query in `data`: its only member.
            Value::Object(members) => match (WRAPPERS.iter().find_map(|name| value.get(name)), members.as_slice()) {
                (Some(wrapped), _) => wrapped,
                (None, [(_, only)]) => only,
                _ => return None,
            },
            _ => return None,
        };
    }
    None
}

/// Whether an entry of a list is the one that the options ask for: the first without them.
fn is_selected(place: usize, entry: &Value, select: Option<&str>) -> bool {
    let Some(select) = select else { return place == 0 };
    let id = find(entry, "id _id documentId slug").or_else(|| entry.at(&["sys", "id"]));
    let id = match id {
        Some(Value::String(id)) => id == select,
        Some(Value::Number(id)) => id.to_text() == select,
        _ => false,
    };
    id || place.to_string() == select
}

/// How a format adds the blocks of a body.
type Blocks = for<'t> fn(&'t Value<'t>, &Dialect<'t>, &mut Context, &mut Vec<Block<'t>>);

/// Reads the body that `is` finds, and the entry around it. `html` says whether strings in cards are HTML.
pub(in crate::read) fn read<'t>(
    tree: &'t Value<'t>,
    is: fn(&Value) -> bool,
    html: bool,
    blocks: Blocks,
    cx: &mut Context,
) -> Result<(Article<'t>, usize), Error> {
    let select = cx.options.select.as_deref();
    let found = find_body(tree, is, select).ok_or_else(|| match select {
        Some(id) => Error::new(ErrorCode::NoSuchArticle, &["none of the articles has the place or the id ", id]),
        None => Error::new(ErrorCode::WrongFormat, &["nothing in it that this format's editor wrote"]),
    })?;
    let d = Dialect { html, linked: contentful::linked(tree, found.body) };
    let mut article = Article::default();
    if let Some(entry) = found.entry {
        head(entry, &d, cx, &mut article);
    }
    blocks(found.body, &d, cx, &mut article.body);
    if let Some(entry) = found.entry {
        let names = &["description", "excerpt", "custom_excerpt", "summary", "subtitle", "dek", "standfirst"];
        let description = first(entry, names).map(|text| rich_value(text, &Dialect::default(), cx)).unwrap_or_default();
        describe(&mut article, description);
        let picture = picture(entry, &d, cx);
        illustrate(&mut article, picture);
    }
    Ok((article, found.count))
}

/// Reads what stands around a body, but for what could repeat it.
fn head<'t>(entry: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, article: &mut Article<'t>) {
    article.url = own_address(entry, &["url", "canonicalUrl", "canonical_url"], cx);
    article.lang = shapes::lang(entry, &["lang", "language", "locale", "__i18n_lang"], cx);
    if let Some(title) = first(entry, &["title", "headline", "name"]) {
        article.headline = rich_value(title, d, cx);
    }
    let published = &["publishedAt", "published_at", "datePublished", "publishDate", "publishedDate", "date"];
    article.date_published = date(entry, published, cx);
    article.date_modified = date(entry, &["updatedAt", "updated_at", "_updatedAt", "dateModified"], cx);
    for name in names(entry, &["authors", "author"], d, cx) {
        article.authors.push(Author { name, ..Author::default() });
    }
    article.keywords = names(entry, &["tags", "keywords", "categories"], d, cx);
}

/// The names of one or several authors or tags, as they stand there or in what is referred to.
fn names<'t>(entry: &'t Value<'t>, members: &[&str], d: &Dialect<'t>, cx: &mut Context) -> Vec<Text<'t>> {
    let mut out = Vec::new();
    let Some(values) = first(entry, members) else { return out };
    for value in values.get("data").unwrap_or(values).one_or_many() {
        let known = contentful::target(value, d).unwrap_or(value);
        let inner = known.get("attributes").unwrap_or(known);
        match find_str(inner, "name title fullName label") {
            Some(name) => out.extend(cx.label(name)),
            None if value.is_object() => cx.warn(WarningCode::Unresolved, value, &["a reference without a name"]),
            None => out.extend(cx.label(value)),
        }
    }
    out
}

/// The lead picture.
fn picture<'t>(entry: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    const NAMES: &[&str] = &[
        "mainImage",
        "heroImage",
        "coverImage",
        "featuredImage",
        "cover",
        "hero",
        "image",
        "feature_image",
        "thumbnail",
    ];
    let value = first(entry, NAMES)?;
    let data = value.at(&["data", "attributes"]).unwrap_or(value);
    let known = contentful::target(data, d).unwrap_or(data);
    if known.as_str().is_some() {
        let image = Image { src: Some(cx.media_url(known)?), ..Image::default() };
        return Some(Figure { image, ..Figure::default() });
    }
    atoms::figure(known.get("fields").unwrap_or(known), d, cx)
}
