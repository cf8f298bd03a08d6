//! JSON Feed (versions 1 and 1.1, jsonfeed.org): one item of a feed, the others as related links.

use super::Context;
use super::card::address;
use super::collection::{Teaser, choose, others};
use super::media;
use super::repeats::{describe, illustrate};
use super::shapes::{author, date, first, label, lang, link, own_address, site, text, words};
use crate::error::Error;
use crate::json::Value;
use crate::lang::Lang;
use crate::model::{Article, Author, Block, Card, CardKind, Figure, Inline, Media, MediaKind, Named, Source};
use crate::text::Text;
use crate::url::SafeUrl;

/// Whether the version is an address of the specification.
pub(super) fn detect(tree: &Value) -> bool {
    tree.str("version").is_some_and(|version| version.contains("://jsonfeed.org/version/"))
}

/// Reads an item.
pub(super) fn read<'t>(feed: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let items: Vec<&Value> = feed.get("items").map_or(&[][..], Value::items).iter().collect();
    let place = choose(&items, cx)?;
    let Some(&item) = items.get(place) else { return Ok(Default::default()) };
    let own = own_address(item, &["url", "id"], cx);
    let home = link(feed, &["home_page_url"], cx);
    if cx.base.is_none() {
        cx.base.clone_from(&home);
    }
    let url = own.or_else(|| link(item, &["url"], cx));
    let lang = lang(item, &["language"], cx).or_else(|| lang(feed, &["language"], cx));
    let name = label(feed, &["title"], cx);
    let mut article = Article {
        headline: words(item, &["title"], cx),
        date_published: date(item, &["date_published"], cx),
        date_modified: date(item, &["date_modified"], cx),
        source: match &home {
            Some(_) => name.map(|name| Named { name, url: home.clone() }),
            None => site(name, url.as_ref()),
        },
        authors: authors(feed, item, lang.as_ref(), cx),
        body: text(item, "content_html", &["content_text"], cx),
        keywords: item.get("tags").map_or(&[][..], Value::items).iter().filter_map(|tag| cx.label(tag)).collect(),
        related: others(&items, place, url.as_ref(), &TEASER, home, cx),
        lang,
        url,
        ..Article::default()
    };
    attachments(item, &mut article.body, cx);
    linked(item, &mut article, cx);
    let summary = words(item, &["summary"], cx);
    describe(&mut article, summary);
    let picture = picture(item, cx);
    illustrate(&mut article, picture);
    Ok((article, items.len()))
}

/// Those who wrote the item, else those of the feed.
fn authors<'t>(feed: &'t Value<'t>, item: &'t Value<'t>, lang: Option<&Lang>, cx: &mut Context) -> Vec<Author<'t>> {
    let names = ["authors", "author"];
    let authors = first(item, &names).or_else(|| first(feed, &names)).map_or(&[][..], Value::one_or_many);
    authors.iter().filter_map(|value| author(value, lang, cx)).collect()
}

/// Adds the attachments: sounds and videos to be played, all else to be fetched.
fn attachments<'t>(item: &'t Value<'t>, body: &mut Vec<Block<'t>>, cx: &mut Context) {
    for file in item.get("attachments").map_or(&[][..], Value::items) {
        let Some(url) = file.get("url").and_then(|url| cx.media_url(url)) else { continue };
        let title = label(file, &["title"], cx);
        let media_type = label(file, &["mime_type"], cx);
        let kind = match media_type.as_deref().and_then(|kind| kind.split('/').next()) {
            Some("audio") => MediaKind::Audio,
            Some("video") => MediaKind::Video,
            _ => {
                let title = title.unwrap_or_else(|| Text::Owned(file_name(&url)));
                body.push(file_card(url, title, size(file)));
                continue;
            }
        };
        let source = Source { src: url, media_type };
        match body.last_mut() {
            // Attachments of the same title are the same thing in several formats (JSON Feed 1.1, attachments).
            Some(Block::Media(last)) if last.title.is_some() && last.title == title => last.sources.push(source),
            _ => body.push(Block::Media(Media { kind, sources: vec![source], title, ..Media::default() })),
        }
    }
}

fn file_card<'t>(url: SafeUrl, title: Text<'t>, source: Option<Text<'t>>) -> Block<'t> {
    let title = vec![Inline::Text(title)];
    Block::Card(Card { kind: CardKind::File, url, title, description: Vec::new(), source, image: None })
}

/// The last segment of an address.
fn file_name(url: &SafeUrl) -> String {
    let name = url.page().split('?').next().and_then(|path| path.rsplit('/').next()).unwrap_or("");
    if name.is_empty() { address(url) } else { name.to_owned() }
}

/// The size of a file in words.
fn size(file: &Value) -> Option<Text<'static>> {
    let bytes = file.get("size_in_bytes")?.as_int().filter(|bytes| *bytes > 0)?;
    let (number, unit) =
        if bytes < 1_000_000 { ((bytes + 999) / 1000, " kB") } else { ((bytes + 500_000) / 1_000_000, " MB") };
    Some(Text::Owned([&number.to_string(), unit].concat()))
}

/// Adds the page that the item is about, unless it is the item's own.
fn linked<'t>(item: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let Some(url) = link(item, &["external_url"], cx) else { return };
    if article.url.as_ref().is_some_and(|own| own.page() == url.page()) {
        return;
    }
    let source = Some(Text::Owned(address(&url)));
    let title = match article.headline.is_empty() {
        true => vec![Inline::Text(Text::Owned(address(&url)))],
        false => article.headline.clone(),
    };
    let card = Card { kind: CardKind::Link, url, title, description: Vec::new(), source, image: None };
    article.body.push(Block::Card(card));
}

/// What a link to another item is made of.
const TEASER: Teaser =
    Teaser { headline: title, url: &["url", "external_url"], date: &["date_published"], image: picture };

fn title<'t>(item: &'t Value<'t>, cx: &mut Context) -> Option<Text<'t>> {
    label(item, &["title"], cx)
}

fn picture<'t>(item: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    first(item, &["image", "banner_image"]).and_then(|image| media::figure(image, cx))
}
