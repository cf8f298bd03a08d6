//! Nodes without running text of their own: pictures, players, and the cards of Ghost's and other editors.

use super::Context;
use super::node::{Dialect, Kind, children, find, find_str, is_on, number};
use super::nodes::{callout, heading, inside};
use super::runs::inlines;
use super::{card, html, markdown, unknown};
use crate::json::Value;
use crate::model::{Block, Card, CardKind, Embed, Figure, Image, Inline, Media, MediaKind, Product, Rating, Source};
use crate::report::WarningCode;
use crate::text::Text;
use crate::url::SafeUrl;

/// The most pixels that a picture may claim to be wide or high.
const MAX_PIXELS: i64 = 20_000;

/// The blocks of a card; nothing, with a warning, when it has no content.
pub(super) fn card<'t>(kind: Kind, node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let block = match kind {
        Kind::Image => figure(node, d, cx).map(Block::Figure),
        Kind::Gallery => gallery(node, d, cx),
        Kind::Callout => notice(node, d, cx),
        Kind::Button => link(CardKind::Button, node, d, cx),
        Kind::Bookmark => link(CardKind::Link, node, d, cx),
        Kind::File => link(CardKind::File, node, d, cx),
        Kind::Audio => media(MediaKind::Audio, node, d, cx),
        Kind::Video => media(MediaKind::Video, node, d, cx),
        Kind::Product => product(node, d, cx),
        Kind::Embed => match embed(node, d, cx) {
            Some(embed) => Some(embed),
            None => return html_of(node, cx),
        },
        Kind::Header => return header(node, d, cx),
        Kind::Html => return html_of(node, cx),
        Kind::Markdown => {
            let text = find_str(node, &["markdown", "content"]);
            return text.and_then(|at| Some(markdown::blocks(at.as_str()?, at, cx))).unwrap_or_default();
        }
        Kind::EmailOnly => {
            cx.warn(WarningCode::NotShown, node, &["shown in newsletters only"]);
            return Vec::new();
        }
        _ => None,
    };
    if block.is_none() && kind != Kind::Image {
        cx.warn(WarningCode::EmptyBlock, node, &["a card without content, left out"]);
    }
    let mut out: Vec<Block> = block.into_iter().collect();
    // Slate gives every node children; those of a picture are empty, or its caption.
    if kind != Kind::Callout {
        out.extend(inside(node, d, cx));
    }
    out
}

/// The blocks of a text that is HTML or plain.
pub(super) fn body<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    match value {
        Value::String(html) if d.html => html::blocks(html, value, cx),
        Value::String(text) => super::block::paragraphs(text),
        _ => super::runs::paragraph(unknown::rich(value, d, cx)).into_iter().collect(),
    }
}

/// Running text in one of these members.
fn rich<'t>(node: &'t Value<'t>, names: &[&str], d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    find(node, names).map(|value| unknown::rich(value, d, cx)).unwrap_or_default()
}

/// A label in one of these members.
fn label<'t>(node: &'t Value<'t>, names: &[&str], cx: &mut Context) -> Option<Text<'t>> {
    find_str(node, names).and_then(|value| cx.label(value))
}

/// A link in one of these members.
fn url(node: &Value, names: &[&str], cx: &mut Context) -> Option<SafeUrl> {
    find_str(node, names).and_then(|value| cx.link(value))
}

fn html_of<'t>(node: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    match find_str(node, &["html", "content", "code"]) {
        Some(value) => html::blocks(value.as_str().unwrap_or(""), value, cx),
        None => {
            cx.warn(WarningCode::EmptyBlock, node, &["a card without content, left out"]);
            Vec::new()
        }
    }
}

/// A picture's width and height, if both are there.
fn size(node: &Value) -> Option<(u32, u32)> {
    // Contentful keeps them in a file's details.
    let node = node.at(&["file", "details", "image"]).unwrap_or(node);
    let of = |names| number(node, names, MAX_PIXELS);
    of(&["width", "naturalWidth"]).zip(of(&["height", "naturalHeight"]))
}

/// A picture with its caption.
pub(super) fn figure<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let address = find_str(node, &["src", "url"]);
    let src = address.and_then(|src| cx.media_url(src));
    let caption = rich(node, &["caption"], d, cx);
    let described = find(node, &["alt", "altText", "alternativeText", "title"]);
    let alt = described.filter(|alt| alt.as_str().is_some()).and_then(|alt| cx.label(alt)).unwrap_or_default();
    let mut size = self::size(node);
    if address.is_none() {
        match find_str(node, &["_ref", "ref", "id"]) {
            Some(place @ Value::String(id)) => {
                size = size.or_else(|| sanity_size(id));
                cx.warn(WarningCode::Unresolved, place, &["a reference to a picture that is not in the input: ", id]);
            }
            _ => cx.warn(WarningCode::MissingField, node, &["an image without an address"]),
        }
    }
    if src.is_some() && described.is_none() && caption.is_empty() {
        cx.warn(WarningCode::MissingAlt, node, &["an image without a text for those who do not see it"]);
    }
    let worth_showing = src.is_some() || !alt.is_empty() || !caption.is_empty();
    let image = Image { src, alt, size, ..Image::default() };
    let link = url(node, &["href"], cx);
    worth_showing.then_some(Figure { image, link, caption, credit: rich(node, &["credit", "attribution"], d, cx) })
}

/// The size that stands in Sanity's name of a picture: `image-2f0c…-800x600-jpg`.
fn sanity_size(name: &str) -> Option<(u32, u32)> {
    let (width, height) = name.strip_prefix("image-")?.rsplit('-').nth(1)?.split_once('x')?;
    let side = |text: &str| text.parse().ok().filter(|side| (1..=MAX_PIXELS as u32).contains(side));
    side(width).zip(side(height))
}

fn gallery<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let images = find(node, &["images", "items", "slides", "files"]).map_or(children(node), Value::items);
    let images: Vec<Figure> =
        images.iter().filter_map(|image| if cx.spend(image) { figure(image, d, cx) } else { None }).collect();
    (!images.is_empty()).then(|| Block::Gallery(images, rich(node, &["caption"], d, cx)))
}

/// A notice: what stands in it, or Ghost's and Editor.js's texts.
fn notice<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let title = rich(node, &["title", "heading"], d, cx);
    let emoji = find_str(node, &["calloutEmoji", "emoji"]).map(|emoji| cx.plain(emoji)).unwrap_or_default();
    let mut body = inside(node, d, cx);
    if let Some(text) = find_str(node, &["calloutText", "message", "text"]) {
        body.extend(self::body(text, d, cx));
    }
    match body.first_mut() {
        Some(Block::Paragraph(first)) if !emoji.is_empty() => {
            let text = std::mem::take(&mut first.content);
            first.content = emoji.into_iter().chain([Inline::Text(" ".into())]).chain(text).collect();
        }
        _ => body.extend(super::runs::paragraph(emoji)),
    }
    callout(title, body)
}

/// A link as a card; without an address only its texts.
fn link<'t>(kind: CardKind, node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let title = rich(node, &["buttonText", "title", "fileTitle", "label", "text", "name", "fileName"], d, cx);
    let Some(url) = url(node, &["buttonUrl", "url", "src", "href", "link"], cx) else {
        return super::runs::paragraph(title);
    };
    let title = if title.is_empty() { vec![Inline::Text(card::address(&url).into())] } else { title };
    let description = rich(node, &["description", "fileCaption", "caption"], d, cx);
    let source = label(node, &["publisher", "site_name", "author", "size", "fileSize"], cx);
    let picture = find(node, &["thumbnail", "image"]).filter(|_| kind == CardKind::Link);
    let src = match picture {
        Some(Value::Object(_)) => picture.and_then(|image| find_str(image, &["url", "src"])),
        other => other.filter(|src| src.as_str().is_some_and(|src| !src.is_empty())),
    };
    let image = src.and_then(|src| cx.media_url(src)).map(|src| Image { src: Some(src), ..Image::default() });
    Some(Block::Card(Card { kind, url, title, description, source, image }))
}

/// Something of another site.
fn embed<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let (url, known) = html::provider(url(node, &["url", "source", "src", "href", "embed"], cx)?);
    let (kind, name) = known.unzip();
    let (kind, provider) = (kind.unwrap_or_default(), name.map(Text::Borrowed));
    let (title, caption) = (label(node, &["title"], cx), rich(node, &["caption"], d, cx));
    Some(Block::Embed(Embed { kind, url, provider, title, body: Vec::new(), caption }))
}

/// A video or a sound: a file that plays here, or a page of a provider.
fn media<'t>(kind: MediaKind, node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let src = find_str(node, &["src", "url"]).and_then(|src| cx.media_url(src))?;
    if html::provider(src.clone()).1.is_some() {
        return embed(node, d, cx);
    }
    let poster = find_str(node, &["customThumbnailSrc", "thumbnailSrc", "poster"]).and_then(|src| cx.media_url(src));
    Some(Block::Media(Media {
        kind,
        sources: vec![Source { src, media_type: label(node, &["mimeType", "mime", "contentType"], cx) }],
        poster,
        title: label(node, &["title", "fileName"], cx),
        size: size(node),
        caption: rich(node, &["caption"], d, cx),
        credit: Vec::new(),
    }))
}

/// Ghost's product card.
fn product<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let name = rich(node, &["productTitle", "title", "name"], d, cx);
    let src = find_str(node, &["productImageSrc"]).and_then(|src| cx.media_url(src));
    let stars = number(node, &["productStarRating"], 5).filter(|_| is_on(node, &["productRatingEnabled"]));
    let url =
        url(node, &["productUrl"], cx).filter(|_| find(node, &["productButtonEnabled"]) != Some(&Value::Bool(false)));
    let text = find_str(node, &["productDescription", "description"]);
    let product = Product {
        image: src.map(|src| Image { src: Some(src), ..Image::default() }),
        rating: stars.map(|stars| Rating { tenths: stars * 10, best: 5 }),
        url,
        price: label(node, &["price"], cx),
        body: text.map(|text| body(text, d, cx)).unwrap_or_default(),
        name,
    };
    (!product.name.is_empty() || !product.body.is_empty()).then_some(Block::Product(product))
}

/// Ghost's headers, calls to action and sign-up forms: their texts and their button.
fn header<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let mut title = rich(node, &["header", "text", "sponsorLabel"], d, cx);
    title.extend(inlines(children(node), d, cx));
    let mut out: Vec<Block> = heading(node, "", title).into_iter().collect();
    for name in ["subheader", "textValue", "disclaimer"] {
        out.extend(find_str(node, &[name]).map(|text| body(text, d, cx)).unwrap_or_default());
    }
    if find(node, &["buttonEnabled", "showButton"]) != Some(&Value::Bool(false))
        && find_str(node, &["buttonUrl"]).is_some()
    {
        out.extend(link(CardKind::Button, node, d, cx));
    } else if node.get("successMessage").is_some() {
        cx.warn(WarningCode::NotShown, node, &["a form that cannot be sent from here, its text is shown"]);
    }
    out
}
