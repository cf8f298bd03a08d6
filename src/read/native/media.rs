//! The project's own article JSON: pictures, video and sound.

use crate::json::Value;
use crate::model::{Candidate, Figure, Image, Media, MediaKind, Source, Track, TrackKind};
use crate::read::Context;
use crate::read::native::article::list;
use crate::read::native::inline;
use crate::report::WarningCode;
use crate::text::ascii;

/// The fields of video and sound.
pub(in crate::read) const MEDIA: &str = "type src sources tracks poster title width height caption credit";

/// The most pixels that a picture may claim to be wide or high.
pub(in crate::read) const MAX_PIXELS: i64 = 20_000;

/// The most candidates of a `srcset` that are kept.
const MAX_CANDIDATES: usize = 12;

/// A picture with caption and credit, or a bare address.
pub(in crate::read) fn figure<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let image = image(value, cx)?;
    if image.src.is_some() && value.is_object() && value.get("alt").is_none() {
        cx.warnings.warn_member(WarningCode::MissingAlt, value, "alt", &["an image without a text"]);
    }
    let figure = Figure {
        image,
        link: cx.link_of(value, "url"),
        caption: inline::field(value, "caption", cx),
        credit: inline::field(value, "credit", cx),
    };
    Some(figure)
}

/// A picture, or a bare address. Without an address it is none, unless there is text to show in its place.
pub(in crate::read) fn image<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Image<'t>> {
    if value.as_str().is_some() {
        return Some(Image { src: Some(cx.media_url(value)?), ..Image::default() });
    }
    if !cx.is_object(value) {
        return None;
    }
    cx.only(value, "type src srcset alt width height caption credit url");
    let src = value.get("src").and_then(|src| cx.media_url(src));
    let candidates = match value.get("srcset") {
        Some(place @ Value::String(text)) => srcset(text, place, cx),
        Some(other) => {
            cx.wrong_type(other, "a string");
            Vec::new()
        }
        None => Vec::new(),
    };
    let alt = cx.label_of(value, "alt").unwrap_or_default();
    if value.get("src").is_none() {
        cx.warnings.warn_member(WarningCode::MissingField, value, "src", &["an image without an address"]);
    }
    let worth_showing = src.is_some() || !alt.is_empty() || value.get("caption").is_some();
    worth_showing.then(|| Image { src, candidates, alt, size: size(value, cx) })
}

/// Width and height, if both are there.
pub(in crate::read) fn size(value: &Value, cx: &mut Context) -> Option<(u32, u32)> {
    let width = cx.integer_of(value, "width", 1, MAX_PIXELS);
    let height = cx.integer_of(value, "height", 1, MAX_PIXELS);
    Some((width? as u32, height? as u32))
}

/// The candidates of a `srcset` that say their width, each judged on its own.
pub(in crate::read) fn srcset(text: &str, value: &Value, cx: &mut Context) -> Vec<Candidate> {
    let described = candidates(text);
    if described.is_empty() && !text.trim().is_empty() {
        cx.warn(WarningCode::InvalidValue, value, &["no candidate of srcset has a width, such as 800w"]);
    }
    let mut judged = Vec::new();
    for (url, width) in described {
        if let Some(src) = cx.judge(url, cx.media_purpose(), value) {
            judged.push(Candidate { src, width });
        }
    }
    judged
}

/// The addresses of a `srcset` that say their width, and their widths.
pub(in crate::read) fn candidates(text: &str) -> Vec<(&str, u32)> {
    let mut candidates = Vec::new();
    for (url, descriptor) in described(text) {
        let width = descriptor.strip_suffix("w").and_then(ascii::integer).unwrap_or(0);
        if (1..=MAX_PIXELS).contains(&width) && candidates.len() < MAX_CANDIDATES {
            candidates.push((url, width as u32));
        }
    }
    candidates
}

/// The addresses of a `srcset` with their descriptors (HTML, section 4.8.4.2.1).
pub(in crate::read) fn described(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = between_candidates(text);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (url, tail) = ascii::cut(rest, b" \t\n\x0C\r");
        let (url, descriptor, tail) = match url.strip_suffix(",") {
            Some(url) => (url, "", tail),
            None => {
                let (descriptor, tail) = ascii::cut(tail, b",");
                (url, descriptor.trim(), tail)
            }
        };
        rest = between_candidates(tail);
        Some((url, descriptor))
    })
}

/// The text behind the commas and spaces at its start.
fn between_candidates(text: &str) -> &str {
    let mut rest = text;
    while let Some(b',' | b' ' | b'\t' | b'\n' | b'\x0C' | b'\r') = rest.as_bytes().first() {
        rest = rest.get(1..).unwrap_or("");
    }
    rest
}

/// A video or a sound.
pub(in crate::read) fn media<'t>(kind: MediaKind, value: &'t Value<'t>, cx: &mut Context) -> Option<Media<'t>> {
    let mut sources = list(value, "sources", cx, source);
    if value.get("sources").is_none()
        && let Some(src) = value.get("src").and_then(|src| cx.media_url(src))
    {
        sources.push(Source { src, media_type: None });
    }
    Some(Media {
        kind,
        sources,
        tracks: list(value, "tracks", cx, track),
        poster: value.get("poster").and_then(|poster| cx.media_url(poster)),
        title: cx.label_of(value, "title"),
        size: size(value, cx),
        caption: inline::field(value, "caption", cx),
        credit: inline::field(value, "credit", cx),
    })
}

/// A file of a video or sound.
fn source<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Source<'t>> {
    if !cx.is_object(value) {
        return None;
    }
    cx.only(value, "src type");
    let src = value.get("src").and_then(|src| cx.media_url(src))?;
    Some(Source { src, media_type: cx.label_of(value, "type") })
}

/// A track of a video or sound.
fn track<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Track<'t>> {
    if !cx.is_object(value) {
        return None;
    }
    cx.only(value, "src kind lang label");
    let src = value.get("src").and_then(|src| cx.media_url(src))?;
    let kind = cx.choice_of(value, "kind", TrackKind::NAMES).and_then(|kind| TrackKind::ALL.get(kind)).copied();
    let lang = value.get("lang").and_then(|lang| cx.lang(lang));
    Some(Track { src, kind: kind.unwrap_or_default(), lang, label: cx.label_of(value, "label") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;

    #[test]
    fn srcset_keeps_what_says_its_width() {
        let options = Options::default();
        let mut cx = Context::new(&options);
        let text = ", https://e.org/a,b.jpg 320w,https://e.org/c.jpg 2x, javascript:1 9w,\n https://e.org/d.jpg\t640w";
        let found: Vec<_> =
            srcset(text, &Value::Null, &mut cx).into_iter().map(|c| (c.src.as_str().to_owned(), c.width)).collect();
        assert_eq!(found, [("https://e.org/a,b.jpg".to_owned(), 320), ("https://e.org/d.jpg".to_owned(), 640)]);
    }
}
