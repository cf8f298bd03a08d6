//! Documents around a body: the entry of a content system whose one field holds what an editor wrote.

use super::node::{Dialect, find, find_str};
use super::repeats::{describe, illustrate};
use super::{Context, atoms, contentful, unknown};
use crate::error::{Error, ErrorCode};
use crate::json::{Number, Value};
use crate::model::{Article, Author, Block, Figure};
use crate::report::WarningCode;
use crate::text::Text;
use crate::url::Purpose;

/// A body, and the entry around it if there is one.
pub(super) struct Found<'t> {
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
pub(super) fn find_body<'t>(tree: &'t Value<'t>, is: fn(&Value) -> bool, select: Option<&str>) -> Option<Found<'t>> {
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
                entries
                    .iter()
                    .enumerate()
                    .find(|(place, entry)| is_selected(*place, entry, select))
                    .map(|(_, entry)| entry)?
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
    let id = find(entry, &["id", "_id", "documentId", "slug"]).or_else(|| entry.at(&["sys", "id"]));
    let numbered = || id.and_then(Value::as_number).map(Number::to_text);
    select.parse() == Ok(place) || id.and_then(Value::as_str) == Some(select) || numbered().as_deref() == Some(select)
}

/// Reads the body that `is` finds, and the entry around it.
pub(super) fn read<'t>(
    tree: &'t Value<'t>,
    is: fn(&Value) -> bool,
    html: bool,
    blocks: fn(&'t Value<'t>, &Dialect<'t>, &mut Context) -> Vec<Block<'t>>,
    cx: &mut Context,
) -> Result<(Article<'t>, usize), Error> {
    let select = cx.options.select.as_deref();
    let found = find_body(tree, is, select).ok_or_else(|| match select {
        Some(id) => Error::new(ErrorCode::NoSuchArticle, &["none of the articles has the place or the id ", id]),
        None => Error::new(ErrorCode::WrongFormat, &["nothing in it that this format's editor wrote"]),
    })?;
    let d = Dialect { html, linked: contentful::linked(tree, found.body) };
    let Some(entry) = found.entry else {
        return Ok((Article { body: blocks(found.body, &d, cx), ..Article::default() }, found.count));
    };
    let mut article = head(entry, &d, cx);
    article.body = blocks(found.body, &d, cx);
    let names = ["description", "excerpt", "custom_excerpt", "summary", "subtitle", "dek", "standfirst"];
    let plain = Dialect::default();
    let description = member(entry, &names).map(|text| unknown::rich(text, &plain, cx)).unwrap_or_default();
    describe(&mut article, description);
    let picture = picture(entry, &d, cx);
    illustrate(&mut article, picture);
    Ok((article, found.count))
}

/// All of an article but its body.
fn head<'t>(entry: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Article<'t> {
    let url = member(entry, &["url", "canonicalUrl", "canonical_url"])
        .filter(|url| url.as_str().is_some_and(|s| s.contains("://")));
    let url = url.and_then(|value| cx.judge(value.as_str()?, Purpose::Media, value));
    if cx.base.is_none() {
        cx.base.clone_from(&url);
    }
    let lang = member(entry, &["lang", "language", "locale", "__i18n_lang"]).filter(|lang| lang.as_str().is_some());
    let text = |names| member(entry, names).filter(|text| !text.is_object());
    let date = |names| find_str(entry, names);
    Article {
        lang: lang.and_then(|lang| cx.lang(lang)),
        url,
        headline: text(&["title", "headline", "name"]).map(|title| unknown::rich(title, d, cx)).unwrap_or_default(),
        date_published: date(&["publishedAt", "published_at", "datePublished", "publishDate", "publishedDate", "date"])
            .and_then(|date| cx.date(date)),
        date_modified: date(&["updatedAt", "updated_at", "_updatedAt", "dateModified"]).and_then(|date| cx.date(date)),
        authors: names(entry, &["authors", "author"], d, cx)
            .into_iter()
            .map(|name| Author { name, ..Author::default() })
            .collect(),
        keywords: names(entry, &["tags", "keywords", "categories"], d, cx),
        ..Article::default()
    }
}

/// The first of these members that an entry has.
fn member<'t>(entry: &'t Value<'t>, names: &[&str]) -> Option<&'t Value<'t>> {
    names.iter().find_map(|name| entry.get(name))
}

/// The names of one or several authors or tags, as they stand there or in what is referred to.
fn names<'t>(entry: &'t Value<'t>, members: &[&str], d: &Dialect<'t>, cx: &mut Context) -> Vec<Text<'t>> {
    let values =
        member(entry, members).map(|value| value.get("data").unwrap_or(value)).map_or(&[][..], Value::one_or_many);
    let mut out = Vec::new();
    for value in values {
        let known = contentful::target(value, d).unwrap_or(value);
        let inner = known.get("attributes").unwrap_or(known);
        match find_str(inner, &["name", "title", "fullName", "label"]) {
            Some(name) => out.extend(cx.label(name)),
            None if value.is_object() => cx.warn(WarningCode::Unresolved, value, &["a reference without a name"]),
            None => out.extend(cx.label(value)),
        }
    }
    out
}

/// The lead picture.
fn picture<'t>(entry: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let names = [
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
    let value = member(entry, &names)?;
    let data = value.at(&["data", "attributes"]).unwrap_or(value);
    let known = contentful::target(data, d).unwrap_or(data);
    if let Value::String(_) = known {
        return cx.media_url(known).map(|src| Figure {
            image: crate::model::Image { src: Some(src), ..Default::default() },
            ..Figure::default()
        });
    }
    atoms::figure(known.get("fields").unwrap_or(known), d, cx)
}
