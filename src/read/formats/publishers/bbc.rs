//! The common parts of the BBC's two systems: metadata, picture addresses and promotions of other articles.

use crate::json::Value;
use crate::model::{Article, Block, Date, Embed, EmbedKind, Image, Inline, Layout, Named, plain_text};
use crate::read::Context;
use crate::read::formats::publishers::engine::convert;
use crate::read::formats::publishers::engine::picture::picture;
use crate::read::values::collection::Links;
use crate::read::values::image::read_size;
use crate::read::values::lenient::{self, date, first};
use crate::text::keys::Keys;
use crate::text::{Label, Text, ascii, template};
use crate::url::{Purpose, SafeUrl};

/// The site of addresses without a host.
const SITE: &str = "https://www.bbc.com";

/// The requested widths of its image service, in pixels.
const WIDTHS: [u32; 5] = [240, 480, 624, 800, 1024];

/// Reads the facts around an article, which both systems write in the same way.
pub(in crate::read) fn read_metadata<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Article<'t> {
    if cx.base.is_none() {
        cx.base = SafeUrl::new(SITE, Purpose::Link, None).ok();
    }
    let metadata = tree.get("metadata").unwrap_or(&Value::Null);
    let lang = metadata.get("language").or_else(|| metadata.at("passport language"));
    let related = tree.get("relatedContent").unwrap_or(&Value::Null);
    let mut breadcrumb: Vec<Named> =
        Keys("site section").filter_map(|name| read_named(related.get(name)?, cx)).collect();
    let home = metadata.at("passport home").and_then(Value::as_str).and_then(|home| home.rsplit('/').next());
    let brand = cx.name(template::concat(&["BBC ", home.unwrap_or("")]), metadata).unwrap_or_default();
    let source = if breadcrumb.is_empty() { Named { name: brand, url: None } } else { breadcrumb.remove(0) };
    // The site is the first step; a breadcrumb of the site alone is dropped.
    breadcrumb.insert(0, source.clone());
    breadcrumb.dedup();
    if breadcrumb.len() < 2 {
        breadcrumb.clear();
    }
    let about = metadata.at("tags about").or(metadata.get("topics")).map_or(&[][..], Value::items);
    Article {
        lang: lang.and_then(|lang| cx.lang(lang)),
        url: read_address(metadata, cx),
        breadcrumb,
        date_published: date(metadata, "firstPublished", cx),
        date_modified: date(metadata, "lastPublished", cx),
        source: Some(source),
        keywords: about
            .iter()
            .filter_map(|tag| first(tag, "topicName thingLabel").and_then(|name| cx.label(name)))
            .collect(),
        ..Article::default()
    }
}

/// Reads a site or section by its name and path.
fn read_named<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Named<'t>> {
    Some(Named { name: cx.label_of(value, "name")?, url: cx.link_of(value, "uri") })
}

/// Reads the page of an article or a promotion.
fn read_address(value: &Value, cx: &mut Context) -> Option<SafeUrl> {
    let locators = value.get("locators").unwrap_or(value);
    let names = "canonicalUrl assetUri href uri url";
    let url = Keys(names).find_map(|name| locators.get(name)).or(value.get("uri"))?;
    // Paths may lack their slash.
    match url.as_str() {
        Some(path) if !path.contains(':') && !path.starts_with('/') => {
            cx.judge(&template::concat(&["/", path]), Purpose::Link, url)
        }
        _ => cx.link(url),
    }
}

/// Returns a picture by its place in the image service.
pub(in crate::read) fn read_image<'t>(
    at: &'t Value<'t>,
    origin: &str,
    locator: &'t str,
    alt: Option<Label<'t>>,
    cx: &mut Context,
) -> Option<Image<'t>> {
    let size = read_size(at, cx);
    let most = size.map_or(u32::MAX, |(width, _)| width);
    let scheme = if locator.contains("://") { "" } else { "https://" };
    let file = |width: u32| -> (Text, u32) {
        let digits = ascii::decimal(width.into());
        let place = locator.replace("$recipe", &template::concat(&[&digits, "xn"])).replace("$width", &digits);
        let url = match place == locator && scheme == "https://" {
            true => template::concat(&["https://ichef.bbci.co.uk/ace/standard/", &digits, "/", origin, "/", locator]),
            false => template::concat(&[scheme, &place]),
        };
        (url.into(), width)
    };
    let mut files: Vec<_> = WIDTHS.into_iter().filter(|width| *width <= most).map(file).collect();
    if files.is_empty() {
        files.push(file(most));
    }
    picture(at, &files, alt, size, cx)
}

/// Reads a picture of the older system: its `path` is that of the image service after the origin.
pub(in crate::read) fn read_image_of_path<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Image<'t>> {
    let alt = value.get("altText").map(|alt| cx.label(alt).unwrap_or_default());
    match value.str("path").and_then(|path| path.trim_start_matches('/').split_once('/')) {
        Some((origin, locator)) => read_image(value, origin, locator, alt, cx),
        None => picture(value, &[(value.str("href")?.into(), 0)], alt, read_size(value, cx), cx),
    }
}

/// Reads the owner of a picture; the BBC's own pictures need no credit.
pub(in crate::read) fn read_credit<'t>(value: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    value
        .get("copyrightHolder")
        .filter(|owner| owner.as_str() != Some("BBC"))
        .map(|owner| cx.plain(owner))
        .unwrap_or_default()
}

/// Reads a video or sound. Only the BBC's own player plays it, so it becomes a link to its page.
pub(in crate::read) fn read_clip<'t>(
    media: &'t Value<'t>,
    own: Option<&SafeUrl>,
    caption: Vec<Inline<'t>>,
    cx: &mut Context,
) -> Vec<Block<'t>> {
    let audio = media.str("format") == Some("audio");
    let kind = if audio { EmbedKind::Audio } else { EmbedKind::Video };
    let caption = if convert::full(&caption) { caption } else { lenient::read_plain(media, "caption", cx) };
    let title = first(media, "title").and_then(|title| cx.label(title));
    let is_programme = |id: &&str| {
        id.starts_with(['p', 'w', 'm', 'b']) && id.len() >= 8 && id.bytes().all(|c| c.is_ascii_alphanumeric())
    };
    let page =
        media.str("id").filter(is_programme).map(|id| template::concat(&["https://www.bbc.co.uk/programmes/", id]));
    let url = page.and_then(|page| cx.judge(&page, Purpose::Link, media)).or_else(|| own.cloned());
    let caption = if title.as_ref().is_some_and(|title| convert::is_same(title, &plain_text(&caption))) {
        Vec::new()
    } else {
        caption
    };
    match url {
        Some(url) => {
            vec![Block::Embed(Embed {
                kind,
                url,
                provider: Some("BBC".into()),
                title,
                body: Vec::new(),
                caption,
                layout: Layout::Inline,
            })]
        }
        None => title
            .into_iter()
            .map(|title| vec![Inline::label(title)])
            .chain([caption])
            .filter(|text| convert::full(text))
            .map(Block::paragraph)
            .collect(),
    }
}

/// The known details of another article.
pub(in crate::read) struct Promotion<'t> {
    pub headline: Option<Label<'t>>,
    pub url: Option<SafeUrl>,
    image: Option<Image<'t>>,
    date_published: Option<Date<'t>>,
}

/// Reads a promotion of another article.
pub(in crate::read) fn read_promotion<'t>(promo: &'t Value<'t>, cx: &mut Context) -> Promotion<'t> {
    let headlines = promo.get("headlines").unwrap_or(promo);
    let names = "overtyped headline shortHeadline promoHeadline seoHeadline name title";
    let title = first(headlines, names).or_else(|| first(promo, names));
    Promotion {
        headline: title.and_then(|title| cx.label(title)),
        url: read_address(promo, cx),
        image: promo.get("indexImage").and_then(|image| read_image_of_path(image, cx)),
        date_published: date(promo, "timestamp", cx),
    }
}

/// Adds the groups of promotions beside an article.
pub(in crate::read) fn read_groups<'t>(tree: &'t Value<'t>, links: &mut Links<'t>, cx: &mut Context) {
    for group in tree.list("relatedContent groups") {
        for promo in group.list("promos") {
            let Promotion { headline, url, image, date_published } = read_promotion(promo, cx);
            if let Some(link) = links.add(promo, headline, url, cx) {
                (link.image, link.date_published) = (image, date_published);
            }
        }
    }
}

/// Reads a post of a social network.
pub(in crate::read) fn read_post<'t>(at: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let oembed = at.at("embed oembed").or(at.get("oembed")).unwrap_or(&Value::Null);
    let url = first(at, "href id source").or(oembed.get("url")).and_then(|url| cx.link(url));
    let provider = oembed
        .get("provider_name")
        .or(at.get("source"))
        .and_then(Value::as_str)
        .filter(|name| !name.contains('/'))
        .and_then(|name| cx.name(name, at));
    let body = convert::blocks_of(oembed, "html", cx);
    let title = first(oembed, "title author_name").and_then(|title| cx.label(title));
    match url {
        Some(url) => {
            vec![Block::Embed(Embed {
                kind: EmbedKind::Post,
                url,
                provider,
                title,
                body: convert::embedded(body),
                caption: Vec::new(),
                layout: Layout::Inline,
            })]
        }
        None => body,
    }
}
