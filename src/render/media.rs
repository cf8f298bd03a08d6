//! Pictures, video and sound.

use super::Renderer;
#[cfg(feature = "html")]
use super::focus;
use super::inline::write_element;
use super::labels::Label;
use super::names::{Attr, Tag, UrlAttr};
use crate::model::{Figure, Gallery, Image, Inline, Layout, Media, MediaKind, Track};
use crate::renditions;
use crate::text::{ascii, template};

/// How wide a picture is shown (`sizes`), by the style sheet, and 1.1 times its em there, if the height of the window
/// limits tall pictures. Browsers that support `auto` know the width of lazy pictures and use that instead.
type Place = (&'static str, u64);
const LEAD: Place = ("(min-width: 50em) 49em, 100vw", 54);
const TEXT: Place = ("(min-width: 38em) 36em, 100vw", 40);
const GRID: Place = ("(min-width: 38em) 20em, 50vw", 0);
const STRIP: Place = ("(min-width: 35em) 28em, 80vw", 0);
const SMALL: &str = "15em";

/// Returns the place of a picture in a layout; `inline` if the layout does not say.
fn place_in(layout: Layout, inline: Place) -> Place {
    match layout {
        Layout::Inline => inline,
        Layout::Wide => LEAD,
        Layout::Full => ("100vw", 133),
        Layout::Half => ("(min-width: 40em) 20em, 100vw", 22),
        Layout::Thumbnail => ("12em", 0),
    }
}

/// Writes the lead picture.
pub(super) fn write_lead(r: &mut Renderer, figure: &Figure) {
    write_picture(r, figure, "lead figure", figure.layout, LEAD);
}

/// Writes a picture of the text.
pub(super) fn write_figure(r: &mut Renderer, figure: &Figure) {
    write_picture(r, figure, "figure", figure.layout, TEXT);
}

/// Writes a picture with its caption, and with its link if it has one.
fn write_picture(r: &mut Renderer, figure: &Figure, part: &str, layout: Layout, inline: Place) {
    let (place, most) = place_in(layout, inline);
    let (mut part, mut sizes) = (part.to_owned(), String::new());
    match figure.image.size {
        // The width of a tall picture in tenths of its height, for the limit of its height. Long strips, such as
        // comics, keep their size, because nobody could read them.
        Some((width, height)) if width < height && width * 10 >= height * 3 => {
            let tenths = u64::from(width * 10 / height);
            part.push_str(" tall-");
            ascii::push_integer(&mut part, tenths);
            if most > 0 {
                // A width of 90 % of the window's height in tenths, in windows in which that is less than the em. Without
                // `min()`, which WebKit does not know in `sizes`.
                sizes.push_str("(max-height: ");
                ascii::push_integer(&mut sizes, most / tenths);
                sizes.push_str("0em) and (min-aspect-ratio: ");
                ascii::push_integer(&mut sizes, tenths * 9);
                sizes.push_str("/100) ");
                ascii::push_integer(&mut sizes, tenths * 9);
                sizes.push_str("svh, ");
            }
        }
        _ => {}
    }
    sizes.push_str(place);
    r.start_laid_out(Tag::Figure, &part, layout);
    let linked = figure.link.as_ref().is_some_and(|url| r.open_link(url, "", ""));
    write_image(r, &figure.image, &figure.image.alt, "image", &sizes);
    if linked {
        r.close_link();
    }
    caption(r, &figure.caption, &figure.credit);
    r.close();
}

/// Writes several pictures that belong together.
pub(super) fn write_gallery(r: &mut Renderer, gallery: &Gallery) {
    let count = gallery.figures.len();
    let rows = gallery.columns.map_or(0, |columns| count.div_ceil(usize::from(columns.max(1))));
    r.start_laid_out(Tag::Figure, "gallery", gallery.layout);
    r.start(Tag::Ul, if rows > 0 { "gallery-grid" } else { "gallery-strip" });
    r.attr(Attr::AriaLabel, r.label(Label::Pictures));
    if rows == 0 {
        // Without its own tab stop, some browsers could not scroll it by keyboard.
        r.attr(Attr::Tabindex, "0");
    }
    for (number, figure) in gallery.figures.iter().enumerate() {
        r.start(Tag::Li, "");
        // Rows are equal, or the first rows have one picture more: none has a hole.
        if let Some(least) = count.checked_div(rows) {
            let more = number < (count - least * rows) * (least + 1);
            r.attr(Attr::Part, &template::concat(&["of-", &ascii::decimal((least + usize::from(more)) as u64)]));
        }
        write_picture(r, figure, "figure", Layout::Inline, if rows > 0 { GRID } else { STRIP });
        r.close();
    }
    r.close();
    caption(r, &gallery.caption, &[]);
    r.close();
}

/// Writes a small picture in a line.
pub(super) fn write_inline_image(r: &mut Renderer, picture: &Image) {
    write_image(r, picture, &picture.alt, "inline-image", SMALL);
}

/// Writes a decorative picture.
pub(super) fn write_decoration(r: &mut Renderer, picture: &Image, part: &str) {
    write_image(r, picture, "", part, SMALL);
}

/// Writes a picture, or its text alternative if it has no address. All attributes that affect the fetch precede the
/// address.
fn write_image(r: &mut Renderer, image: &Image, alt: &str, part: &str, sizes: &str) {
    let Some(src) = &image.src else {
        if !alt.is_empty() {
            r.write_text_element(Tag::Span, "alt", alt);
        }
        return;
    };
    #[cfg(feature = "html")]
    let part = &focus::find_parts(image, part);
    r.start(Tag::Img, part);
    r.attr(Attr::Alt, alt);
    let own = renditions::own_size(image);
    write_size(r, own);
    // The first picture of an article is the one that readers wait for, wherever it is. Others are fetched when they
    // come near the viewport.
    let is_first = sizes != SMALL && !std::mem::replace(&mut r.is_pictured, true);
    let (name, value, auto) =
        if is_first { (Attr::Fetchpriority, "high", "") } else { (Attr::Loading, "lazy", "auto, ") };
    r.attr(name, value);
    r.attr(Attr::Decoding, "async");
    r.attr(Attr::Referrerpolicy, "no-referrer");
    let made = if r.out.is_full { Vec::new() } else { renditions::find(image, own, &r.options.images) };
    let candidates = if made.is_empty() { &image.candidates } else { &made };
    if !candidates.is_empty() {
        r.attr(Attr::Sizes, &template::concat(&[auto, sizes]));
        r.out.srcset(candidates);
    }
    r.url(UrlAttr::Src, src);
    r.close();
}

/// Writes the attributes that reserve space.
fn write_size(r: &mut Renderer, size: Option<(u32, u32)>) {
    if let Some((width, height)) = size {
        r.number(Attr::Width, width);
        r.number(Attr::Height, height);
    }
}

/// Writes a caption with its credit.
pub(super) fn caption(r: &mut Renderer, caption: &[Inline], credit: &[Inline]) {
    if caption.is_empty() && credit.is_empty() {
        return;
    }
    r.element(Tag::Figcaption, "caption", |r| {
        write_element(r, Tag::Span, "", caption);
        if !credit.is_empty() {
            r.text(" ");
            write_element(r, Tag::Small, "credit", credit);
        }
    });
}

/// Writes a video or a sound; nothing of it is fetched before it is played.
pub(super) fn write_media(r: &mut Renderer, media: &Media) {
    let (tag, label) = match media.kind {
        MediaKind::Video => (Tag::Video, Label::Video),
        MediaKind::Audio => (Tag::Audio, Label::Audio),
    };
    let name = media.title.as_deref().unwrap_or(r.label(label));
    r.start_laid_out(Tag::Figure, "media figure", media.layout);
    r.start(tag, "player");
    r.attr(Attr::AriaLabel, name);
    r.attr(Attr::Controls, "");
    r.attr(Attr::Preload, "none");
    // Browsers fetch tracks of other origins only if the media is fetched with CORS (HTML, section 4.8.11.11.3).
    if !media.tracks.is_empty() {
        r.attr(Attr::Crossorigin, "anonymous");
    }
    if media.kind == MediaKind::Video {
        write_size(r, media.size);
        if let Some(poster) = &media.poster {
            r.url(UrlAttr::Poster, &renditions::find_usual(poster, &r.options.images));
        }
    }
    for source in &media.sources {
        r.start(Tag::Source, "");
        if let Some(media_type) = &source.media_type {
            r.attr(Attr::Type, media_type);
        }
        r.url(UrlAttr::Src, &source.src);
        r.close();
    }
    for track in &media.tracks {
        write_track(r, track);
    }
    r.close();
    match &media.title {
        // A title is visible to all readers if there is no caption.
        Some(title) if media.caption.is_empty() => caption(r, &[Inline::Text(title.clone().into())], &media.credit),
        _ => caption(r, &media.caption, &media.credit),
    }
    r.close();
}

/// Writes a track. None is on by default, since browsers would fetch it at once.
fn write_track(r: &mut Renderer, track: &Track) {
    r.start(Tag::Track, "");
    r.attr(Attr::Kind, track.kind.as_str());
    if let Some(lang) = track.lang.as_ref().or(r.lang) {
        r.attr(Attr::Srclang, lang.as_str());
    }
    if let Some(label) = &track.label {
        r.attr(Attr::Label, label);
    }
    r.url(UrlAttr::Src, &track.src);
    r.close();
}
