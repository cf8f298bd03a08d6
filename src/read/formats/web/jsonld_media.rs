//! Pictures, videos, sounds and ratings in JSON-LD.

use crate::json::Value;
use crate::model::{
    Block, Embed, EmbedKind, Figure, Image, Inline, Layout, Media, MediaKind, Rating, Source, plain_text,
};
use crate::read::Context;
use crate::read::formats::web::jsonld_graph::{Graph, find_reference, is_a, label_of, warn_unresolved, words};
use crate::read::values::lenient::{first, label, link, member, word};
use crate::text::{Text, ascii, template};

/// Reads the first picture that has an address.
pub(super) fn read_figure<'t>(
    graph: &Graph<'t>,
    node: &'t Value<'t>,
    names: &str,
    cx: &mut Context,
) -> Option<Figure<'t>> {
    let pictures = first(node, names).map_or(&[][..], Value::one_or_many);
    pictures.iter().find_map(|value| picture(graph, cx.follow(value, graph.resolve(value), u8::MAX)?, cx))
}

/// Reads a picture: an address, or an object with one.
fn picture<'t>(graph: &Graph<'t>, value: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let place = match find_reference(value) {
        // Expanded JSON-LD writes addresses as references; one with a fragment is the id of a node.
        Some(id) if id.contains('#') || !id.contains("://") => {
            warn_unresolved(value, cx);
            return None;
        }
        Some(_) => word(value)?,
        None if value.is_object() => word(first(value, "url contentUrl")?)?,
        None => value,
    };
    let src = Some(cx.media_url(place)?);
    let size = read_pixels(value, "width").zip(read_pixels(value, "height"));
    let alt = first(value, "description").and_then(|alt| label_of(alt, cx)).unwrap_or_default();
    let owner = first(value, "creator").and_then(|owner| owner.one_or_many().first()).map(|owner| graph.resolve(owner));
    let owner = owner.filter(|owner| find_reference(owner).is_none());
    Some(Figure {
        image: Image { src, alt, size, ..Image::default() },
        caption: words(first(value, "caption"), cx),
        credit: words(first(value, "creditText copyrightNotice").or(owner), cx).into(),
        ..Figure::default()
    })
}

/// Reads a number of pixels: a number, "640px", or an object with this as its name.
fn read_pixels(value: &Value, name: &str) -> Option<u32> {
    let side = member(value, name)?;
    let side = first(side, "value name").unwrap_or(side);
    let number = side.as_int().or_else(|| ascii::integer(side.as_str()?.trim_end_matches("px").trim()))?;
    u32::try_from(number).ok().filter(|number| (1..=20_000).contains(number))
}

/// Adds the videos and sounds of a node.
pub(super) fn read_players<'t>(graph: &Graph<'t>, node: &'t Value<'t>, out: &mut Vec<Block<'t>>, cx: &mut Context) {
    for (name, kind, embed) in [
        ("video", MediaKind::Video, EmbedKind::Video),
        ("audio", MediaKind::Audio, EmbedKind::Audio),
        ("associatedMedia", MediaKind::Audio, EmbedKind::Audio),
    ] {
        for value in graph.all(node, name, cx) {
            if !cx.spend(value) {
                break;
            }
            out.extend(read_media(value, kind, embed, cx));
        }
    }
}

/// Reads a video or sound that is the article itself.
pub(super) fn read_itself<'t>(node: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let sound = is_a(node, "AudioObject");
    let (kind, embed) = if sound { (MediaKind::Audio, EmbedKind::Audio) } else { (MediaKind::Video, EmbedKind::Video) };
    let mut block = read_media(node, kind, embed, cx);
    // The article's description is its caption.
    if let Some(Block::Media(Media { caption, .. }) | Block::Embed(Embed { caption, .. })) = &mut block {
        caption.clear();
    }
    block
}

/// Reads a video or sound: as a player if its file is known, otherwise as a link to its player.
fn read_media<'t>(value: &'t Value<'t>, kind: MediaKind, embed: EmbedKind, cx: &mut Context) -> Option<Block<'t>> {
    let title = first(value, "name").and_then(|name| label_of(name, cx));
    let mut caption = words(first(value, "caption description"), cx);
    if title.as_ref().is_some_and(|title| plain_text(&caption) == **title) {
        caption.clear();
    }
    if let Some(src) = first(value, "contentUrl").and_then(|src| cx.media_url(src)) {
        let poster = first(value, "thumbnailUrl").and_then(word).and_then(|src| cx.media_url(src));
        let sources = vec![Source { src, media_type: label(value, "encodingFormat", cx) }];
        return Some(Block::Media(Media { kind, sources, poster, title, caption, ..Media::default() }));
    }
    let url = link(value, "url embedUrl", cx)?;
    Some(Block::Embed(Embed {
        kind: embed,
        url,
        provider: None,
        title,
        body: Vec::new(),
        caption,
        layout: Layout::Inline,
    }))
}

/// Reads the rating of a review: in stars up to ten, otherwise in words.
pub(super) fn read_rating<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let given = label(value, "ratingValue", cx)?;
    let best = label(value, "bestRating", cx);
    let out_of = best.as_deref().map_or(Some(50), parse_tenths);
    match (parse_tenths(&given), out_of) {
        (Some(stars), Some(most @ 10..=100)) if stars <= most => {
            Some(Block::Rating(Rating { tenths: stars, best: most / 10 }))
        }
        _ => {
            let of = best.map(|best| template::concat(&["/", &best])).unwrap_or_default();
            Some(Block::paragraph(vec![Inline::Text(Text::Owned(template::concat(&[&given, of.as_str()])))]))
        }
    }
}

/// Parses the tenths of a decimal number; `core`'s parser of floats is too large for the browser's module.
fn parse_tenths(number: &str) -> Option<u32> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let tenth = fraction.chars().next()?.to_digit(10)?;
    ascii::integer(whole).filter(|whole| (0..1000).contains(whole)).map(|whole| whole as u32 * 10 + tenth)
}
