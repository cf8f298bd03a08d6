//! JSON Feed (versions 1 and 1.1, jsonfeed.org): one item of a feed, the others as related links.

use crate::json::Value;
use crate::model::{Article, Block, Card, CardKind, Figure, Inline, Media, MediaKind, Named, RichLabel, Source};
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::web::fields::Fields;
use crate::read::native::media;
use crate::read::values::lenient::{author, count_members, file_size, first, label, link, read_lang};
use crate::read::values::link::display_name;
use crate::text::{Label, Text};
use crate::url::SafeUrl;

const FIELDS: Fields = Fields {
    url: "url id",
    lang: "language",
    headline: "title",
    description: "summary",
    published: "date_published",
    modified: "date_modified",
    authors: AUTHORS,
    keywords: "tags",
    html: "content_html",
    plain: "content_text",
    image: read_picture,
    ..Fields::NONE
};

const AUTHORS: &str = "authors author";

/// Returns whether the version is an address of the specification, the items look like those of a feed, or the tree is
/// a single item.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    let item = tree.get("items").and_then(|items| items.items().first());
    tree.str("version").is_some_and(|version| version.contains("://jsonfeed.org/version/"))
        || is_item(tree)
        || item.is_some_and(|item| is_item(item) || count_members(tree, "home_page_url feed_url") > 0)
}

fn is_item(tree: &Value) -> bool {
    tree.str("content_html").is_some() || tree.str("content_text").is_some()
}

/// Reads an item, and the feed's facts about all items.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let (feed, items) =
        if is_item(tree) { (&Value::Null, std::slice::from_ref(tree)) } else { (tree, tree.list("items")) };
    let (item, mut article) = FIELDS.read_of(items, cx)?;
    let home = link(feed, "home_page_url", cx);
    if let Some(name) = label(feed, "title", cx) {
        article.source = Some(Named { name, url: home.clone() });
    }
    if article.lang.is_none() {
        article.lang = read_lang(feed, "language", cx);
    }
    if first(item, AUTHORS).is_none() {
        for value in first(feed, AUTHORS).map_or(&[][..], Value::one_or_many) {
            article.authors.extend(author(value, None, cx));
        }
    }
    for block in &mut article.related {
        block.more = home.clone().map(|url| Named { name: Text::default().into(), url: Some(url) });
    }
    read_attachments(item, &mut article.body, cx);
    find_linked(item, &mut article, cx);
    FIELDS.finish(item, &mut article, cx);
    Ok((article, items.len()))
}

fn read_picture<'t>(item: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    media::read_figure(first(item, "image banner_image")?, cx)
}

/// Adds the attachments.
fn read_attachments<'t>(item: &'t Value<'t>, body: &mut Vec<Block<'t>>, cx: &mut Context) {
    for file in item.list("attachments") {
        if !cx.spend(file) {
            break;
        }
        add_attachments(file, body, cx);
    }
}

/// Adds a file: a sound or video with a player, any other one as a download.
pub(super) fn add_attachments<'t>(file: &'t Value<'t>, body: &mut Vec<Block<'t>>, cx: &mut Context) {
    let Some(url) = first(file, "url source_url").and_then(|url| cx.media_url(url)) else { return };
    let title = label(file, "title", cx);
    let media_type = label(file, "mime_type", cx);
    let kind = match media_type.as_deref().and_then(|kind| kind.split('/').next()) {
        Some("audio") => MediaKind::Audio,
        Some("video") => MediaKind::Video,
        _ => {
            let title = title.unwrap_or_else(|| Label::new(find_file_name(&url)));
            let size = file.get("size_in_bytes").and_then(file_size);
            return body.push(make_card(CardKind::File, url, vec![Inline::label(title)].into(), size));
        }
    };
    let source = Source { src: url, media_type };
    match body.last_mut() {
        // Attachments with the same title are one recording in several formats (JSON Feed 1.1, attachments).
        Some(Block::Media(last)) if last.title.is_some() && last.title == title => last.sources.push(source),
        _ => body.push(Block::Media(Media { kind, sources: vec![source], title, ..Media::default() })),
    }
}

fn make_card<'t>(kind: CardKind, url: SafeUrl, title: RichLabel<'t>, source: Option<Label<'t>>) -> Block<'t> {
    Block::Card(Card { kind, url, title, description: Vec::new(), source, image: None })
}

/// Returns the last segment of an address.
fn find_file_name(url: &SafeUrl) -> String {
    let name = url.page().split('?').next().and_then(|path| path.rsplit('/').next()).unwrap_or("");
    if name.is_empty() { display_name(url) } else { name.to_owned() }
}

/// Adds the page that the item is about, unless it is the item itself.
fn find_linked<'t>(item: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let Some(url) = link(item, "external_url", cx) else { return };
    if article.url.as_ref().is_none_or(|own| own.page() != url.page()) {
        let host = Label::new(display_name(&url));
        let mut title = article.headline.clone();
        if title.is_empty() {
            title = vec![Inline::label(host.clone())].into();
        }
        article.body.push(make_card(CardKind::Link, url, title, Some(host)));
    }
}
