//! Pictures, video and sound.

use super::Renderer;
use super::inline::inlines;
use super::labels::Label;
use super::names::{Attr, Tag, UrlAttr};
use crate::model::{Figure, Image, Inline, Media, MediaKind};

/// How wide a picture in the text is shown, for the choice among its sizes: the article's measure, or the screen.
const SIZES: &str = "(min-width: 48em) 46em, 100vw";

/// Writes the lead picture, which is fetched first.
pub(super) fn lead(r: &mut Renderer, figure: &Figure) {
    r.element(Tag::Figure, &[(Attr::Part, "lead figure")], |r| {
        image(r, &figure.image, "image", &[(Attr::Fetchpriority, "high"), (Attr::Decoding, "async")]);
        caption(r, &figure.caption, &figure.credit);
    });
}

/// Writes a picture of the text, which is fetched when it comes near.
pub(super) fn figure(r: &mut Renderer, figure: &Figure) {
    r.element(Tag::Figure, &[(Attr::Part, "figure")], |r| {
        match &figure.link {
            Some(url) => r.link(url, &[], "", |r| image(r, &figure.image, "image", LAZY)),
            None => image(r, &figure.image, "image", LAZY),
        }
        caption(r, &figure.caption, &figure.credit);
    });
}

const LAZY: &[(Attr, &str)] = &[(Attr::Loading, "lazy"), (Attr::Decoding, "async")];

/// Writes several pictures that belong together.
pub(super) fn gallery(r: &mut Renderer, images: &[Figure], text: &[Inline]) {
    r.element(Tag::Figure, &[(Attr::Part, "gallery")], |r| {
        // Without a stop of its own it could not be scrolled by keyboard everywhere.
        r.element(Tag::Ul, &[(Attr::Part, "gallery-strip"), (Attr::Tabindex, "0")], |r| {
            for image in images {
                r.element(Tag::Li, &[], |r| figure(r, image));
            }
        });
        caption(r, text, &[]);
    });
}

/// Writes a small picture in a line.
pub(super) fn inline(r: &mut Renderer, picture: &Image) {
    image(r, picture, "inline-image", LAZY);
}

/// Writes a picture that says nothing of its own.
pub(super) fn decoration(r: &mut Renderer, picture: &Image, part: &str) {
    let picture = Image { alt: "".into(), ..picture.clone() };
    image(r, &picture, part, LAZY);
}

/// Writes a picture, or its text where it has no address. All that decides on the fetch stands before the address.
fn image(r: &mut Renderer, image: &Image, part: &str, fetch: &[(Attr, &str)]) {
    let Some(src) = &image.src else {
        if !image.alt.is_empty() {
            r.text_element(Tag::Span, &[(Attr::Part, "alt")], &image.alt);
        }
        return;
    };
    r.start(Tag::Img, &[(Attr::Part, part), (Attr::Alt, &image.alt)]);
    size(r, image.size);
    for (name, value) in fetch {
        r.out.attr(*name, value);
    }
    r.out.attr(Attr::Referrerpolicy, "no-referrer");
    if !image.candidates.is_empty() {
        r.out.attr(Attr::Sizes, SIZES);
        r.out.srcset(&image.candidates);
    }
    r.out.url(UrlAttr::Src, src);
    r.out.close();
}

/// Writes the attributes that keep a place free.
fn size(r: &mut Renderer, size: Option<(u32, u32)>) {
    if let Some((width, height)) = size {
        r.out.attr(Attr::Width, &width.to_string());
        r.out.attr(Attr::Height, &height.to_string());
    }
}

/// Writes a caption with its credit.
pub(super) fn caption(r: &mut Renderer, caption: &[Inline], credit: &[Inline]) {
    if caption.is_empty() && credit.is_empty() {
        return;
    }
    r.element(Tag::Figcaption, &[(Attr::Part, "caption")], |r| {
        if !caption.is_empty() {
            r.element(Tag::Span, &[], |r| inlines(r, caption));
        }
        if !credit.is_empty() {
            r.out.text(" ");
            r.element(Tag::Small, &[(Attr::Part, "credit")], |r| inlines(r, credit));
        }
    });
}

/// Writes a video or a sound, of which nothing is fetched before it is played.
pub(super) fn media(r: &mut Renderer, media: &Media) {
    let (tag, label) = match media.kind {
        MediaKind::Video => (Tag::Video, Label::Video),
        MediaKind::Audio => (Tag::Audio, Label::Audio),
    };
    let name = media.title.as_deref().unwrap_or(r.labels.get(label)).to_owned();
    r.element(Tag::Figure, &[(Attr::Part, "media figure")], |r| {
        r.start(
            tag,
            &[(Attr::Part, "player"), (Attr::AriaLabel, &name), (Attr::Controls, ""), (Attr::Preload, "none")],
        );
        if media.kind == MediaKind::Video {
            size(r, media.size);
            if let Some(poster) = &media.poster {
                r.out.url(UrlAttr::Poster, poster);
            }
        }
        for source in &media.sources {
            r.start(Tag::Source, &[]);
            if let Some(media_type) = &source.media_type {
                r.out.attr(Attr::Type, media_type);
            }
            r.out.url(UrlAttr::Src, &source.src);
            r.out.close();
        }
        r.out.close();
        caption(r, &media.caption, &media.credit);
    });
}
