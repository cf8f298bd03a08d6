//! The project's own article JSON: pictures, video and sound.

use crate::json::Value;
use crate::model::{Figure, Image, Media, MediaKind, Source, Track, TrackKind};
use crate::read::Context;
use crate::read::native::inline;
use crate::read::values::image::{read_size, read_srcset};
use crate::read::values::layout::read_layout;
use crate::read::values::list::read_list;
use crate::report::WarningCode;

/// Reads a picture with caption and credit, or a bare address.
pub(in crate::read) fn read_figure<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let image = read_image(value, cx)?;
    if image.src.is_some() && value.is_object() && value.get("alt").is_none() {
        cx.warnings.warn_member(WarningCode::MissingAlt, value, "alt", &["an image without a text"]);
    }
    let figure = Figure {
        image,
        link: cx.link_of(value, "url"),
        caption: inline::field(value, "caption", cx),
        credit: inline::field(value, "credit", cx).into(),
        layout: read_layout(value, cx),
    };
    Some(figure)
}

/// Reads a picture, or a bare address. `None` without an address, unless there is text to show instead.
pub(in crate::read) fn read_image<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Image<'t>> {
    if value.as_str().is_some() {
        return Some(Image { src: Some(cx.media_url(value)?), ..Image::default() });
    }
    if !cx.is_object(value) {
        return None;
    }
    cx.only(value, "type src srcset alt width height caption credit url layout");
    let src = value.get("src").and_then(|src| cx.media_url(src));
    let candidates = match value.get("srcset") {
        Some(place @ Value::String(text)) => read_srcset(text, place, cx),
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
    worth_showing.then(|| Image { src, candidates, alt, size: read_size(value, cx), focus: None })
}

/// Reads a video or a sound.
pub(in crate::read) fn read_media<'t>(kind: MediaKind, value: &'t Value<'t>, cx: &mut Context) -> Option<Media<'t>> {
    let mut sources = read_list(value, "sources", cx, read_source);
    if value.get("sources").is_none()
        && let Some(src) = value.get("src").and_then(|src| cx.media_url(src))
    {
        sources.push(Source { src, media_type: None });
    }
    Some(Media {
        kind,
        sources,
        tracks: read_list(value, "tracks", cx, read_track),
        poster: value.get("poster").and_then(|poster| cx.media_url(poster)),
        title: cx.label_of(value, "title"),
        size: read_size(value, cx),
        caption: inline::field(value, "caption", cx),
        credit: inline::field(value, "credit", cx).into(),
        layout: read_layout(value, cx),
    })
}

/// Reads a file of a video or sound.
fn read_source<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Source<'t>> {
    if !cx.is_object(value) {
        return None;
    }
    cx.only(value, "src type");
    let src = value.get("src").and_then(|src| cx.media_url(src))?;
    Some(Source { src, media_type: cx.label_of(value, "type") })
}

/// Reads a track of a video or sound.
fn read_track<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Track<'t>> {
    if !cx.is_object(value) {
        return None;
    }
    cx.only(value, "src kind lang label");
    let src = value.get("src").and_then(|src| cx.media_url(src))?;
    let kind = cx.choice_of(value, "kind", TrackKind::NAMES).and_then(|kind| TrackKind::ALL.get(kind)).copied();
    let lang = value.get("lang").and_then(|lang| cx.lang(lang));
    Some(Track { src, kind: kind.unwrap_or_default(), lang, label: cx.label_of(value, "label") })
}
