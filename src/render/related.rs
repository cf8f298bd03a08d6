//! Related links.

use super::labels::Label;
use super::names::{Attr, Tag};
use super::{Renderer, date, media};
use crate::model::{Related, RelatedItem};
use crate::options::RelatedLook;

/// Writes a block of related links as a landmark with its own name.
pub(super) fn write_related(r: &mut Renderer, block: &Related, number: u32) {
    let id = r.numbered_id("related-", number);
    let part = match r.options.related {
        RelatedLook::List => "related",
        RelatedLook::Cards => "related related-cards",
        RelatedLook::Compact => "related related-compact",
        RelatedLook::Carousel => "related related-carousel",
    };
    r.start(Tag::Nav, part);
    r.write_labelled_by(&id);
    r.element(Tag::Div, "related-header", |r| {
        let below_headline = (r.levels >> 1) & 1;
        r.start(r.tag_below(below_headline), "related-title");
        r.attr(Attr::Id, &id);
        r.text(block.title.as_deref().unwrap_or(r.label(Label::Related)));
        r.close();
        write_more(r, block);
    });
    r.start(Tag::Ul, "related-list");
    if r.options.related == RelatedLook::Carousel {
        // A scrolling region is a named tab stop.
        r.attr(Attr::Tabindex, "0");
        r.write_labelled_by(&id);
    }
    for item in &block.items {
        r.element(Tag::Li, "related-item", |r| write_item(r, item));
    }
    r.close();
    r.close();
}

/// Writes the link to more of these links.
fn write_more(r: &mut Renderer, block: &Related) {
    let Some(more) = &block.more else { return };
    let Some(url) = &more.url else { return };
    let text = if more.name.is_empty() { r.label(Label::More) } else { &more.name };
    r.text(" ");
    r.write_link(url, "related-more", "", |r| r.text(text));
}

/// Writes one link. Its picture is in the link and decorative.
fn write_item(r: &mut Renderer, item: &RelatedItem) {
    let rel = if item.sponsored { "sponsored" } else { "" };
    r.write_link(&item.url, "related-link", rel, |r| {
        if let Some(image) = item.image.as_ref().filter(|image| image.src.is_some()) {
            media::write_decoration(r, image, "related-image");
        }
        r.write_text_element(Tag::Span, "related-headline", &item.headline);
    });
    if !item.sponsored && item.source.is_none() && item.date_published.is_none() {
        return;
    }
    r.text(" ");
    r.element(Tag::Span, "related-metadata", |r| {
        if item.sponsored {
            r.write_text_element(Tag::Span, "sponsored", r.label(Label::Sponsored));
            r.text(" ");
        }
        if let Some(source) = &item.source {
            r.write_text_element(Tag::Bdi, "related-source", source);
            r.text(" ");
        }
        if let Some(published) = &item.date_published {
            date::write_date(r, published);
        }
    });
}
