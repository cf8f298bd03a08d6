//! Blocks that stand in a box of their own: asides, details, definitions, embeds, cards, entries, products.

use super::article::authors;
use super::block::{blocks, tight};
use super::inline::inlines;
use super::labels::Label;
use super::names::{Attr, Tag};
use super::{Renderer, date, media};
use crate::model::{
    Aside, AsideKind, Card, CardKind, Definition, Details, Embed, EmbedKind, Entry, Inline, Product, Rating,
};

/// Writes a box. Its title is no heading: a box is no section of the article.
pub(super) fn aside(r: &mut Renderer, aside: &Aside) {
    let (part, label) = match aside.kind {
        AsideKind::Aside => ("aside", None),
        AsideKind::KeyPoints => ("aside keypoints", Some(Label::KeyPoints)),
        AsideKind::Callout => ("aside callout", None),
        AsideKind::Correction => ("aside correction", Some(Label::Correction)),
        AsideKind::Question => ("aside question", None),
    };
    r.element(Tag::Aside, &[(Attr::Part, part)], |r| {
        let label = label.map(|label| r.labels.get(label).to_owned());
        match (aside.title.is_empty(), label) {
            (false, _) => r.element(Tag::P, &[(Attr::Part, "aside-title")], |r| inlines(r, &aside.title)),
            (true, Some(label)) => r.text_element(Tag::P, &[(Attr::Part, "aside-title")], &label),
            (true, None) => {}
        }
        blocks(r, &aside.body);
    });
}

/// Writes a box that opens.
pub(super) fn details(r: &mut Renderer, details: &Details) {
    r.start(Tag::Details, &[(Attr::Part, "details")]);
    if details.open {
        r.out.attr(Attr::Open, "");
    }
    r.element(Tag::Summary, &[(Attr::Part, "summary")], |r| {
        if details.summary.is_empty() {
            let label = r.labels.get(Label::Details).to_owned();
            r.out.text(&label);
        }
        inlines(r, &details.summary);
    });
    blocks(r, &details.body);
    r.out.close();
}

/// Writes terms and what they mean.
pub(super) fn definitions(r: &mut Renderer, items: &[Definition]) {
    r.element(Tag::Dl, &[(Attr::Part, "definitions")], |r| {
        for item in items {
            for term in &item.terms {
                r.element(Tag::Dt, &[], |r| inlines(r, term));
            }
            for description in &item.descriptions {
                r.element(Tag::Dd, &[], |r| tight(r, description));
            }
        }
    });
}

/// Writes something of another site as a link to it.
pub(super) fn embed(r: &mut Renderer, embed: &Embed) {
    let part = match embed.kind {
        EmbedKind::Page => "embed",
        EmbedKind::Video => "embed embed-video",
        EmbedKind::Audio => "embed embed-audio",
        EmbedKind::Post => "embed embed-post",
        EmbedKind::Map => "embed embed-map",
    };
    let provider = embed.provider.as_deref().unwrap_or(embed.url.host());
    let title = embed.title.as_deref().unwrap_or(embed.url.as_str());
    r.element(Tag::Figure, &[(Attr::Part, part)], |r| {
        if !embed.body.is_empty() {
            r.element(Tag::Blockquote, &[(Attr::Part, "embed-body")], |r| blocks(r, &embed.body));
        }
        r.link(&embed.url, &[(Attr::Part, "embed-link")], "", |r| {
            r.text_element(Tag::Span, &[(Attr::Part, "embed-provider")], provider);
            r.out.text(" ");
            r.text_element(Tag::Bdi, &[(Attr::Part, "embed-title")], title);
        });
        media::caption(r, &embed.caption, &[]);
    });
}

/// Writes a link as a card or a button.
pub(super) fn card(r: &mut Renderer, card: &Card) {
    let part = match card.kind {
        CardKind::Button => {
            return r.element(Tag::P, &[(Attr::Part, "button")], |r| {
                r.link(&card.url, &[(Attr::Part, "button-link")], "", |r| inlines(r, &card.title));
            });
        }
        CardKind::Link => "card",
        CardKind::File => "card file",
    };
    r.element(Tag::Div, &[(Attr::Part, part)], |r| {
        r.link(&card.url, &[(Attr::Part, "card-link")], "", |r| {
            if let Some(image) = card.image.as_ref().filter(|image| image.src.is_some()) {
                media::decoration(r, image, "card-image");
            }
            r.element(Tag::Span, &[(Attr::Part, "card-title")], |r| inlines(r, &card.title));
        });
        if !card.description.is_empty() {
            r.element(Tag::P, &[(Attr::Part, "card-description")], |r| inlines(r, &card.description));
        }
        if let Some(source) = &card.source {
            r.text_element(Tag::P, &[(Attr::Part, "card-source")], source);
        }
    });
}

/// Writes an entry of a live blog or a timeline.
pub(super) fn entry(r: &mut Renderer, entry: &Entry) {
    r.element(Tag::Section, &[(Attr::Part, "entry")], |r| {
        if let Some(date) = &entry.date {
            r.element(Tag::P, &[(Attr::Part, "entry-date")], |r| date::date(r, date));
        }
        heading(r, "entry-title", &entry.title);
        authors(r, &entry.authors);
        blocks(r, &entry.body);
    });
}

/// Writes the heading of a box, on the first level below the headline.
fn heading(r: &mut Renderer, part: &str, title: &[Inline]) {
    if !title.is_empty() {
        let tag = r.heading(2);
        r.element(tag, &[(Attr::Part, part)], |r| inlines(r, title));
    }
}

/// Writes a rating as stars for the eye and as numbers for everyone.
pub(super) fn rating(r: &mut Renderer, rating: Rating) {
    let full = ((rating.tenths + 5) / 10).min(rating.best) as usize;
    let stars = ["★".repeat(full), "☆".repeat(rating.best as usize - full)].concat();
    let number = match rating.tenths % 10 {
        0 => (rating.tenths / 10).to_string(),
        tenth => [&(rating.tenths / 10).to_string(), ".", &tenth.to_string()].concat(),
    };
    r.element(Tag::P, &[(Attr::Part, "rating")], |r| {
        r.text_element(Tag::Span, &[(Attr::Part, "stars"), (Attr::AriaHidden, "true")], &stars);
        r.out.text(" ");
        r.text_element(Tag::Span, &[(Attr::Part, "rating-value")], &[&number, "/", &rating.best.to_string()].concat());
    });
}

/// Writes a product under review.
pub(super) fn product(r: &mut Renderer, product: &Product) {
    r.element(Tag::Section, &[(Attr::Part, "product")], |r| {
        if let Some(image) = &product.image {
            media::inline(r, image);
        }
        heading(r, "product-name", &product.name);
        if let Some(rating) = product.rating {
            self::rating(r, rating);
        }
        if let Some(price) = &product.price {
            r.text_element(Tag::P, &[(Attr::Part, "price")], price);
        }
        blocks(r, &product.body);
        if let Some(url) = &product.url {
            r.element(Tag::P, &[(Attr::Part, "button")], |r| {
                r.link(url, &[(Attr::Part, "button-link")], "", |r| r.out.text(url.host()));
            });
        }
    });
}
