//! Ghost (Content API, version 5): one post or page of a list, the others as related links.

use super::Context;
use super::collection::{Teaser, choose, others};
use super::media;
use super::repeats::{describe, illustrate};
use super::stored::edited;
use super::shapes::{author, date, first, html_inlines, label, link, linked, own_address, site, text, words};
use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Figure};
use crate::report::WarningCode;
use crate::text::Text;

/// Whether there is a list of posts or pages with universal ids, or one with its place in a longer list.
pub(super) fn detect(tree: &Value) -> bool {
    let lists = ["posts", "pages"].into_iter().filter_map(|name| tree.get(name));
    lists.into_iter().any(|list| match list.items().first() {
        Some(post) if post.get("uuid").is_some() => true,
        _ => list.is_array() && tree.at(&["meta", "pagination"]).is_some(),
    })
}

/// Reads a post.
pub(super) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let posts: Vec<&Value> = first(tree, &["posts", "pages"]).map_or(&[][..], Value::items).iter().collect();
    let place = choose(&posts, cx)?;
    let Some(&post) = posts.get(place) else { return Ok(Default::default()) };
    let url = own_address(post, &["url", "canonical_url"], cx);
    let section = post.get("primary_tag").filter(|tag| is_public(tag));
    let mut article = Article {
        kicker: section.map(|tag| linked(words(tag, &["name"], cx), link(tag, &["url"], cx))).unwrap_or_default(),
        headline: words(post, &["title"], cx),
        date_published: date(post, &["published_at"], cx),
        date_modified: date(post, &["updated_at"], cx),
        source: site(None, url.as_ref()),
        body: text(post, "html", &["plaintext"], cx),
        related: others(&posts, place, url.as_ref(), &TEASER, None, cx),
        url,
        ..Article::default()
    };
    let authors = post.get("authors").filter(|authors| authors.is_array()).or_else(|| post.get("primary_author"));
    article.authors =
        authors.map_or(&[][..], Value::one_or_many).iter().filter_map(|value| author(value, None, cx)).collect();
    for tag in post.get("tags").map_or(&[][..], Value::items).iter().filter(|tag| is_public(tag)) {
        let same = section.is_some_and(|section| section.get("slug") == tag.get("slug"));
        article.keywords.extend(label(tag, &["name"], cx).filter(|_| !same));
    }
    if article.body.is_empty() {
        article.body = edited(post, cx);
    }
    if article.body.is_empty() {
        unread(post, cx);
    }
    if let Some(access @ Value::Bool(false)) = post.get("access") {
        cx.warn(WarningCode::Truncated, access, &["the article is cut off here: the rest is for members of the site"]);
    }
    let excerpt = words(post, &["custom_excerpt", "excerpt"], cx);
    describe(&mut article, excerpt);
    let picture = picture(post, cx);
    illustrate(&mut article, picture);
    Ok((article, posts.len()))
}

/// What a link to another post is made of.
const TEASER: Teaser = Teaser { headline: title, url: &["url"], date: &["published_at"], image: picture };

fn title<'t>(post: &'t Value<'t>, cx: &mut Context) -> Option<Text<'t>> {
    label(post, &["title"], cx)
}

/// Warns when there is only the document of the editor, as a string: it is not read.
fn unread(post: &Value, cx: &mut Context) {
    if let Some(document) = ["lexical", "mobiledoc"].iter().find_map(|name| post.get(name)) {
        cx.warn(WarningCode::NotShown, document, &["a document of the editor is not shown: ask for the post's html"]);
    }
}

/// The picture with its caption, which is HTML.
fn picture<'t>(post: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let mut figure = media::figure(first(post, &["feature_image"])?, cx)?;
    figure.image.alt = label(post, &["feature_image_alt"], cx).unwrap_or_default();
    figure.caption = html_inlines(post.get("feature_image_caption"), cx);
    Some(figure)
}

/// Whether readers may see a tag: internal ones begin with a hash sign.
fn is_public(tag: &Value) -> bool {
    tag.str("visibility") != Some("internal") && !tag.str("name").is_some_and(|name| name.starts_with('#'))
}
