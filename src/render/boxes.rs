//! Blocks in boxes: asides, details, definitions, embeds, cards, entries, products.

use super::article::write_authors;
use super::block::{blocks, tight};
use super::inline::{write_element, write_inlines};
use super::labels::Label;
use super::names::{Attr, Tag};
use super::{Renderer, date, media};
use crate::model::{
    Aside, AsideKind, Card, CardKind, Definition, Details, Embed, EmbedKind, Entry, Inline, Product, Rating,
};
use crate::text::ascii;

/// Writes a box. Its title is not a heading, because a box is not a section of the article.
pub(super) fn write_aside(r: &mut Renderer, aside: &Aside) {
    let (part, label) = match aside.kind {
        AsideKind::Aside => ("aside", None),
        AsideKind::KeyPoints => ("aside keypoints", Some(Label::KeyPoints)),
        AsideKind::Callout => ("aside callout", None),
        AsideKind::Correction => ("aside correction", Some(Label::Correction)),
        AsideKind::Question => ("aside question", None),
    };
    r.start_laid_out(Tag::Aside, part, aside.layout);
    write_element(r, Tag::P, "aside-title", &aside.title);
    if let (true, Some(label)) = (aside.title.is_empty(), label) {
        r.write_text_element(Tag::P, "aside-title", r.label(label));
    }
    blocks(r, &aside.body);
    r.close();
}

/// Writes a box that opens.
pub(super) fn details(r: &mut Renderer, details: &Details) {
    r.start(Tag::Details, "details");
    if details.open {
        r.attr(Attr::Open, "");
    }
    r.element(Tag::Summary, "summary", |r| {
        if details.summary.is_empty() {
            r.text(r.label(Label::Details));
        }
        write_inlines(r, &details.summary);
    });
    blocks(r, &details.body);
    r.close();
}

/// Writes terms and their definitions.
pub(super) fn write_definitions(r: &mut Renderer, items: &[Definition]) {
    r.element(Tag::Dl, "definitions", |r| {
        for item in items {
            for term in &item.terms {
                r.element(Tag::Dt, "", |r| write_inlines(r, term));
            }
            for description in &item.descriptions {
                r.element(Tag::Dd, "", |r| tight(r, description));
            }
        }
    });
}

/// Writes content of another site as a link to it.
pub(super) fn write_embed(r: &mut Renderer, embed: &Embed) {
    let part = match embed.kind {
        EmbedKind::Page => "embed",
        EmbedKind::Video => "embed embed-video",
        EmbedKind::Audio => "embed embed-audio",
        EmbedKind::Post => "embed embed-post",
        EmbedKind::Map => "embed embed-map",
    };
    let provider = embed.provider.as_deref().unwrap_or(embed.url.host());
    let title = embed.title.as_deref().unwrap_or(embed.url.as_str());
    r.start_laid_out(Tag::Figure, part, embed.layout);
    if !embed.body.is_empty() {
        r.element(Tag::Blockquote, "embed-body", |r| blocks(r, &embed.body));
    }
    r.write_link(&embed.url, "embed-link", "", |r| {
        r.write_text_element(Tag::Span, "embed-provider", provider);
        r.text(" ");
        r.write_text_element(Tag::Bdi, "embed-title", title);
    });
    media::caption(r, &embed.caption, &[]);
    r.close();
}

/// Writes a link as a card or a button.
pub(super) fn write_card(r: &mut Renderer, card: &Card) {
    let part = match card.kind {
        CardKind::Button => {
            return r.element(Tag::P, "button", |r| {
                r.write_link(&card.url, "button-link", "", |r| write_inlines(r, &card.title));
            });
        }
        CardKind::Link => "card",
        CardKind::File => "card file",
    };
    r.element(Tag::Div, part, |r| {
        r.write_link(&card.url, "card-link", "", |r| {
            if let Some(image) = card.image.as_ref().filter(|image| image.src.is_some()) {
                media::write_decoration(r, image, "card-image");
            }
            r.element(Tag::Span, "card-title", |r| write_inlines(r, &card.title));
        });
        write_element(r, Tag::P, "card-description", &card.description);
        if let Some(source) = &card.source {
            r.write_text_element(Tag::P, "card-source", source);
        }
    });
}

/// Writes an entry of a live blog or a timeline.
pub(super) fn write_entry(r: &mut Renderer, entry: &Entry) {
    r.element(Tag::Section, "entry", |r| {
        if let Some(date) = &entry.date {
            r.element(Tag::P, "entry-date", |r| date::write_date(r, date));
        }
        write_heading(r, "entry-title", &entry.title);
        write_authors(r, &entry.authors);
        blocks(r, &entry.body);
    });
}

/// Writes the heading of a box, on the first level below the headline.
fn write_heading(r: &mut Renderer, part: &str, title: &[Inline]) {
    if !title.is_empty() {
        let tag = r.open_section(2);
        r.element(tag, part, |r| write_inlines(r, title));
    }
}

/// Writes a rating as visible stars, and as numbers for everyone.
pub(super) fn write_rating(r: &mut Renderer, rating: Rating) {
    let full = (rating.tenths + 5) / 10;
    let mut number = ascii::decimal((rating.tenths / 10).into());
    if !rating.tenths.is_multiple_of(10) {
        number.push('.');
        ascii::push_integer(&mut number, (rating.tenths % 10).into());
    }
    number.push('/');
    ascii::push_integer(&mut number, rating.best.into());
    r.element(Tag::P, "rating", |r| {
        r.start(Tag::Span, "stars");
        r.attr(Attr::AriaHidden, "true");
        for star in 0..rating.best {
            r.text(if star < full { "★" } else { "☆" });
        }
        r.close();
        r.text(" ");
        r.write_text_element(Tag::Span, "rating-value", &number);
    });
}

/// Writes a product under review.
pub(super) fn write_product(r: &mut Renderer, product: &Product) {
    r.element(Tag::Section, "product", |r| {
        if let Some(image) = &product.image {
            media::write_inline_image(r, image);
        }
        write_heading(r, "product-name", &product.name);
        if let Some(rating) = product.rating {
            write_rating(r, rating);
        }
        if let Some(price) = &product.price {
            r.write_text_element(Tag::P, "price", price);
        }
        blocks(r, &product.body);
        if let Some(url) = &product.url {
            r.element(Tag::P, "button", |r| {
                r.write_link(url, "button-link", "", |r| r.text(url.host()));
            });
        }
    });
}
