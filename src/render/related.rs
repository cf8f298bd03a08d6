//! Related links.

use super::labels::Label;
use super::names::{Attr, Tag};
use super::{Renderer, date, heading_tag, media};
use crate::model::{Related, RelatedItem};

/// Writes a block of related links: a landmark with a name of its own.
pub(super) fn related(r: &mut Renderer, block: &Related, number: usize) {
    let id = r.id(&["related-", &number.to_string()].concat());
    let title = block.title.as_deref().unwrap_or(r.labels.get(Label::Related)).to_owned();
    r.element(Tag::Nav, &[(Attr::Part, "related"), (Attr::AriaLabelledby, &id)], |r| {
        r.element(Tag::Div, &[(Attr::Part, "related-header")], |r| {
            let tag = heading_tag(r.options.heading_level + 1);
            r.text_element(tag, &[(Attr::Part, "related-title"), (Attr::Id, &id)], &title);
            more(r, block);
        });
        r.element(Tag::Ul, &[(Attr::Part, "related-list")], |r| {
            for item in &block.items {
                r.element(Tag::Li, &[(Attr::Part, "related-item")], |r| self::item(r, item));
            }
        });
    });
}

/// Writes the link to more of them.
fn more(r: &mut Renderer, block: &Related) {
    let Some(more) = &block.more else { return };
    let Some(url) = &more.url else { return };
    let text = if more.name.is_empty() { r.labels.get(Label::More).to_owned() } else { more.name.clone().into_owned() };
    r.out.text(" ");
    r.link(url, &[(Attr::Part, "related-more")], "", |r| r.out.text(&text));
}

/// Writes one link. Its picture stands in the link and says nothing that the headline does not.
fn item(r: &mut Renderer, item: &RelatedItem) {
    let rel = if item.sponsored { "sponsored" } else { "" };
    r.link(&item.url, &[(Attr::Part, "related-link")], rel, |r| {
        if let Some(image) = item.image.as_ref().filter(|image| image.src.is_some()) {
            media::decoration(r, image, "related-image");
        }
        r.text_element(Tag::Span, &[(Attr::Part, "related-headline")], &item.headline);
    });
    if !item.sponsored && item.source.is_none() && item.date_published.is_none() {
        return;
    }
    r.out.text(" ");
    r.element(Tag::Span, &[(Attr::Part, "related-metadata")], |r| {
        if item.sponsored {
            let label = r.labels.get(Label::Sponsored).to_owned();
            r.text_element(Tag::Span, &[(Attr::Part, "sponsored")], &label);
            r.out.text(" ");
        }
        if let Some(source) = &item.source {
            r.text_element(Tag::Bdi, &[(Attr::Part, "related-source")], source);
            r.out.text(" ");
        }
        if let Some(published) = &item.date_published {
            date::date(r, published);
        }
    });
}
