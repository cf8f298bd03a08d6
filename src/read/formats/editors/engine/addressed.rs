//! Content at an address: pictures, videos, sounds, embeds, files and links, with details in the object around it.

use crate::json::Value;
use crate::model::{Block, Card, CardKind, Embed, Figure, Image, Inline, Layout, Media, MediaKind, Source};
use crate::read::Context;
use crate::read::formats::editors::engine::addresses::{file_name, find_address, kind_at, unwrapped};
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::node::{find_str, number};
use crate::read::formats::editors::engine::things::line;
use crate::read::formats::editors::engine::versions;
use crate::read::html;
use crate::read::values::dialect::Dialect;
use crate::read::values::link::display_name;
use crate::text::Label;
use crate::text::keys::Keys;

/// Reads a picture: an object, or a bare address.
pub(in crate::read) fn picture<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    if value.as_str().is_some() {
        let image = Image { src: Some(cx.media_url(value)?), ..Image::default() };
        return Some(Figure { image, ..Figure::default() });
    }
    let object = unwrapped(value);
    picture_at(find_address(object)?, object, d, cx)
}

/// Reads the picture at an address; `object` has its details.
pub(in crate::read) fn picture_at<'t>(
    address: &'t Value<'t>,
    object: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
) -> Option<Figure<'t>> {
    let src = cx.media_url(address)?;
    let size = object.get("dimensions").or(object.at("details image")).unwrap_or(object);
    let described = Keys(ALTS).find_map(|name| object.get(name)).filter(|alt| alt.as_str().is_some());
    let sides = number(size, "width", 20_000).zip(number(size, "height", 20_000));
    let mut figure = Figure::default();
    let alt = described.and_then(|alt| cx.label(alt)).unwrap_or_default();
    figure.image = Image { src: Some(src), alt, size: sides, ..Image::default() };
    versions::read(&mut figure.image, object, &|name| object.get(name), cx);
    figure.caption =
        Keys(CAPTIONS).find_map(|name| object.get(name)).map(|caption| line(caption, d, cx)).unwrap_or_default();
    let credit = Keys("credit credits copyright").find_map(|name| object.get(name));
    figure.credit = credit.map(|credit| line(credit, d, cx)).unwrap_or_default().into();
    if described.is_none() && figure.caption.is_empty() && object.is_object() {
        cx.missing_alt(address);
    }
    Some(figure)
}

/// Members with the text alternative of a picture, and with its caption.
pub(super) const ALTS: &str = "alt altText alternativeText alt_text asset-alt";
pub(super) const CAPTIONS: &str = "caption asset-caption legend";

/// Adds the content at an address. `object` has its details, or is `Null`.
pub(in crate::read) fn addressed<'t>(
    kind: Kind,
    address: &'t Value<'t>,
    object: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    if !cx.spend(address) {
        return;
    }
    let found = kind_at(address.as_str().unwrap_or("").trim(), object);
    let kind = match (kind, found) {
        (Kind::Image | Kind::Gallery, Kind::Unknown) => Kind::Image,
        (Kind::Embed | Kind::Video, Kind::Unknown) => Kind::Embed,
        (Kind::Audio | Kind::File | Kind::Button, Kind::Unknown) => kind,
        (Kind::Button, _) => Kind::Button,
        (_, found) => found,
    };
    let label = |names: &str, cx: &mut Context| {
        let name = Keys(names).find_map(|name| object.get(name)).filter(|name| !name.is_array());
        name.map(|name| line(name, d, cx)).unwrap_or_default()
    };
    match kind {
        Kind::Image => {
            out.extend(picture_at(address, object, d, cx).map(Block::Figure));
        }
        Kind::Video | Kind::Audio => {
            let Some(src) = cx.media_url(address) else { return };
            let kind = if kind == Kind::Video { MediaKind::Video } else { MediaKind::Audio };
            let title = find_str(object, "title").and_then(|title| cx.label(title));
            let media_type = find_str(object, "mime mimeType contentType").and_then(|mime| cx.label(mime));
            let caption = label("caption", cx);
            let sources = vec![Source { src, media_type }];
            out.push(Block::Media(Media { kind, sources, title, caption, ..Media::default() }));
        }
        Kind::Embed => {
            let Some(url) = cx.link(address) else { return };
            let (url, known) = html::provider(url);
            let (kind, provider) = known.unzip();
            let title = find_str(object, "title").and_then(|title| cx.label(title));
            let caption = label("caption", cx);
            let provider = provider.map(Label::new);
            out.push(Block::Embed(Embed {
                kind: kind.unwrap_or_default(),
                url,
                provider,
                title,
                body: Vec::new(),
                caption,
                layout: Layout::Inline,
            }));
        }
        _ => {
            let Some(url) = cx.link(address) else { return };
            let mut title = label("label text title buttonText name filename asset-name", cx);
            if title.is_empty() {
                let name = if kind == Kind::File { file_name(&url) } else { display_name(&url) };
                title.push(Inline::Text(name.into()));
            }
            let description = label("description caption", cx);
            let kind = match kind {
                Kind::File => CardKind::File,
                Kind::Button => CardKind::Button,
                _ => CardKind::Link,
            };
            out.push(Block::Card(Card { kind, url, title: title.into(), description, source: None, image: None }));
        }
    }
}
