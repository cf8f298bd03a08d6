//! WordPress (REST API, version 2): one post, page or file of the media library, alone or in a list, best with
//! `_embed`.

use crate::json::Value;
use crate::model::{Article, Block, Candidate, Date, Figure};
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::web::fields::{Fields, text};
use crate::read::formats::web::jsonfeed::add_attachments;
use crate::read::formats::web::jsonld_graph::breadcrumb;
use crate::read::formats::web::shortcodes;
use crate::read::formats::web::wordpress_com;
use crate::read::formats::web::wordpress_fields::{add_term, read_excerpt, read_named, read_size};
use crate::read::native::media;
use crate::read::values::collection::Links;
use crate::read::values::dedupe::describe;
use crate::read::values::lenient::{author, date, first, html_inlines, label, link, make_label, read_lang, site};
use crate::report::WarningCode;

const FIELDS: Fields = Fields {
    url: "link",
    lang: "lang",
    headline: "title",
    markup: true,
    published: "date",
    image: read_picture,
    caption: |post| find_featured(post)?.at("caption rendered"),
    ..Fields::NONE
};

/// Returns whether this is a post or a list of posts; requests may omit fields (`_fields`).
pub(in crate::read) fn detect(tree: &Value) -> bool {
    let post = tree.items().first().unwrap_or(tree);
    let rendered = |name| post.get(name).is_some_and(|text| text.get("rendered").is_some());
    rendered("content")
        || rendered("title") && (rendered("excerpt") || post.get("source_url").is_some())
        || wordpress_com::detect(tree)
}

/// Reads a post.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    if wordpress_com::detect(tree) {
        return wordpress_com::read(tree, cx);
    }
    let posts = tree.one_or_many();
    let (post, mut article) = FIELDS.read_of(posts, cx)?;
    let yoast = post.get("yoast_head_json").unwrap_or(&Value::Null);
    if article.lang.is_none() {
        article.lang = read_lang(yoast, "og_locale", cx);
    }
    let schema: Vec<&Value> = yoast.list("schema @graph").iter().collect();
    article.breadcrumb = breadcrumb(&schema, cx);
    article.date_published = read_utc(post, "date_gmt", "date", cx);
    article.date_modified = read_utc(post, "modified_gmt", "modified", cx);
    article.source = site(label(yoast, "og_site_name", cx), article.url.as_ref());
    article.authors = find_embedded(post, "author").iter().filter_map(|value| read_named(value, cx)).collect();
    if article.authors.is_empty() {
        article.authors.extend(yoast.get("author").and_then(|name| author(name, None, cx)));
    }
    let content = post.get("content").unwrap_or(&Value::Null);
    if let Some(protected @ Value::Bool(true)) = content.get("protected") {
        cx.warn(WarningCode::NotShown, protected, &["the text is protected by a password"]);
    }
    article.body = text(content, "rendered", "", cx);
    if let Some(rendered) = content.get("rendered") {
        shortcodes::tell(rendered, cx);
    }
    if post.get("source_url").is_some() {
        read_file(post, &mut article, cx);
    }
    for term in find_embedded(post, "wp:term").iter().flat_map(Value::items) {
        match term.str("taxonomy") {
            Some("category") => add_term(true, term, &mut article, cx),
            Some("post_tag") => add_term(false, term, &mut article, cx),
            _ => {}
        }
    }
    add_suggested(post, &mut article, cx);
    warn_missing(post, "author", "author", cx);
    warn_missing(post, "featured_media", "wp:featuredmedia", cx);
    let excerpt = read_excerpt(post.at("excerpt rendered"), cx);
    FIELDS.finish(post, &mut article, cx);
    describe(&mut article, excerpt);
    Ok((article, posts.len()))
}

/// Returns the embedded resources of a relation.
fn find_embedded<'t>(post: &'t Value<'t>, relation: &str) -> &'t [Value<'t>] {
    post.get("_embedded").and_then(|all| all.get(relation)).map_or(&[], Value::items)
}

/// Reads the description of a file in the media library, without the markup that shows the file on its page.
fn read_file<'t>(post: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    article.body = text(post.get("description").unwrap_or(&Value::Null), "rendered", "", cx);
    if let Some(Block::Figure(_) | Block::Media(_)) = article.body.first() {
        article.body.remove(0);
    }
    if !is_picture(post) {
        let mut body = Vec::new();
        add_attachments(post, &mut body, cx);
        body.append(&mut article.body);
        article.body = body;
    }
}

/// Returns whether a file is a picture.
fn is_picture(file: &Value) -> bool {
    file.str("mime_type").is_none_or(|kind| kind.starts_with("image/"))
}

/// Returns the lead picture of a post, or the picture that the post is.
fn find_featured<'t>(post: &'t Value<'t>) -> Option<&'t Value<'t>> {
    let media = find_embedded(post, "wp:featuredmedia").first().unwrap_or(post);
    Some(media).filter(|media| media.get("source_url").is_some() && is_picture(media))
}

/// Warns if a post has only the id of a value, or an error instead of it.
fn warn_missing(post: &Value, field: &str, relation: &str, cx: &mut Context) {
    let named = |value: &Value| value.get("code").is_none();
    let id = post.get(field).filter(|id| id.as_int().is_some_and(|id| id != 0));
    if let Some(id) = id.filter(|_| !find_embedded(post, relation).iter().any(named)) {
        cx.warn(WarningCode::Unresolved, id, &["only a number: the ", field, " is shown when it is embedded (_embed)"]);
    }
}

/// Reads a date: the one in UTC, which has no offset in the text, otherwise the local one, which stays without an
/// offset.
fn read_utc<'t>(post: &'t Value<'t>, gmt: &str, local: &str, cx: &mut Context) -> Option<Date<'t>> {
    // Drafts have a date of zeros.
    if post.str(gmt).is_none_or(|date| date.starts_with("0000")) {
        return date(post, local, cx);
    }
    date(post, gmt, cx).map(|date| match date {
        Date::Known(date) => Date::Known(date.with_offset(0)),
        date => date,
    })
}

/// The most sizes of a picture that are kept.
const MAX_CANDIDATES: usize = 12;

/// Reads the featured picture.
fn read_picture<'t>(post: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let Some(value) = find_featured(post) else {
        return first(post, "jetpack_featured_media_url").and_then(|image| media::read_figure(image, cx));
    };
    let mut figure = media::read_figure(first(value, "source_url")?, cx)?;
    figure.image.alt = label(value, "alt_text", cx).unwrap_or_default();
    let Some(details) = value.get("media_details") else { return Some(figure) };
    figure.image.size = read_size(details);
    let Some((width, height)) = figure.image.size else { return Some(figure) };
    for (_, other) in details.get("sizes").unwrap_or(&Value::Null).members() {
        let Some((w, h)) = read_size(other) else { continue };
        // Some sizes are crops, which are other pictures; other sizes differ in shape by less than a pixel.
        let same_shape = (u64::from(w) * u64::from(height)).abs_diff(u64::from(h) * u64::from(width))
            <= u64::from(width.max(height));
        let known = w == width
            || figure.image.candidates.len() == MAX_CANDIDATES
            || figure.image.candidates.iter().any(|candidate| candidate.width == w);
        if let Some(src) = other.get("source_url").filter(|_| same_shape && !known).and_then(|src| cx.media_url(src)) {
            figure.image.candidates.push(Candidate { src, width: w });
        }
    }
    if let Some(src) = figure.image.src.clone().filter(|_| !figure.image.candidates.is_empty()) {
        figure.image.candidates.push(Candidate { src, width });
    }
    Some(figure)
}

/// Adds the links that Jetpack suggests.
fn add_suggested<'t>(post: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let mut links = Links::of(article.url.as_ref());
    for item in post.list("jetpack-related-posts") {
        let headline = make_label(&html_inlines(item.get("title"), cx), item, cx);
        let url = link(item, "url", cx);
        if let Some(link) = links.add(item, headline, url, cx) {
            link.image =
                item.at("img src").and_then(|src| media::read_image(src, cx)).filter(|image| image.src.is_some());
        }
    }
    links.add_to(&mut article.related);
}
