//! The article around its body: breadcrumb, header with metadata line, lead picture, footer.

use super::labels::Label;
use super::names::{Attr, Tag};
use super::{Renderer, block, date, direction, heading_tag, inline, media, related};
use crate::model::{Article, Author, Date, Named};
use crate::options::Part;

/// Writes the whole article.
pub(super) fn article(mut r: Renderer, article: &Article) {
    let parts = r.options.parts;
    let headline_id = r.id("headline");
    let named = parts.has(Part::Header) && !article.headline.is_empty();
    r.start(Tag::Article, &[(Attr::Part, "article")]);
    if let Some(lang) = r.lang {
        r.out.attr(Attr::Lang, lang.as_str());
    }
    if let Some(dir) = direction(article, r.options) {
        r.out.attr(Attr::Dir, dir.as_str());
    }
    if named {
        r.out.attr(Attr::AriaLabelledby, &headline_id);
    }
    if parts.has(Part::Breadcrumb) {
        breadcrumb(&mut r, &article.breadcrumb);
    }
    if parts.has(Part::Header) {
        header(&mut r, article, &headline_id);
    }
    if let Some(figure) = article.image.as_ref().filter(|_| parts.has(Part::Image)) {
        media::lead(&mut r, figure);
    }
    if parts.has(Part::Body) && !article.body.is_empty() {
        r.element(Tag::Div, &[(Attr::Part, "body")], |r| block::blocks(r, &article.body));
    }
    footer(&mut r, article);
    r.out.close();
}

/// Writes the way from the front page (WAI-ARIA Authoring Practices, breadcrumb pattern).
fn breadcrumb(r: &mut Renderer, crumbs: &[Named]) {
    if crumbs.is_empty() {
        return;
    }
    let label = r.labels.get(Label::Breadcrumb).to_owned();
    r.element(Tag::Nav, &[(Attr::Part, "breadcrumb"), (Attr::AriaLabel, &label)], |r| {
        r.element(Tag::Ol, &[], |r| {
            for (index, crumb) in crumbs.iter().enumerate() {
                r.element(Tag::Li, &[], |r| match &crumb.url {
                    Some(url) => r.link(url, &[], "", |r| r.out.text(&crumb.name)),
                    None if index + 1 == crumbs.len() => {
                        r.text_element(Tag::Span, &[(Attr::AriaCurrent, "page")], &crumb.name);
                    }
                    None => r.text_element(Tag::Span, &[], &crumb.name),
                });
            }
        });
    });
}

/// Writes kicker, headline, standfirst and metadata line.
fn header(r: &mut Renderer, article: &Article, headline_id: &str) {
    let has_metadata = article.date_published.is_some()
        || article.date_modified.is_some()
        || article.source.is_some()
        || !article.authors.is_empty();
    if article.kicker.is_empty() && article.headline.is_empty() && article.description.is_empty() && !has_metadata {
        return;
    }
    r.element(Tag::Header, &[(Attr::Part, "header")], |r| {
        if !article.kicker.is_empty() {
            r.element(Tag::P, &[(Attr::Part, "kicker")], |r| inline::inlines(r, &article.kicker));
        }
        if !article.headline.is_empty() {
            let tag = heading_tag(r.options.heading_level);
            r.element(tag, &[(Attr::Part, "headline"), (Attr::Id, headline_id)], |r| {
                inline::inlines(r, &article.headline)
            });
        }
        if !article.description.is_empty() {
            r.element(Tag::P, &[(Attr::Part, "description")], |r| inline::inlines(r, &article.description));
        }
        if has_metadata {
            r.element(Tag::Div, &[(Attr::Part, "metadata")], |r| metadata(r, article));
        }
    });
}

/// Writes the metadata line; the update only where it differs.
fn metadata(r: &mut Renderer, article: &Article) {
    if let Some(published) = &article.date_published {
        dated(r, "published", Label::Published, published);
    }
    let unchanged =
        |modified: &Date| article.date_published.as_ref().is_some_and(|date| date::same_minute(date, modified));
    if let Some(modified) = article.date_modified.as_ref().filter(|modified| !unchanged(modified)) {
        dated(r, "modified", Label::Modified, modified);
    }
    if let Some(source) = &article.source {
        r.element(Tag::Span, &[(Attr::Part, "source")], |r| {
            labelled(r, Label::Source, |r| named(r, source, ""));
        });
    }
    authors(r, &article.authors);
}

/// Writes a date with its label.
fn dated(r: &mut Renderer, part: &str, label: Label, value: &Date) {
    r.element(Tag::Span, &[(Attr::Part, part)], |r| labelled(r, label, |r| date::date(r, value)));
    r.out.text(" ");
}

/// Writes authors with their label: the contact of the article (HTML, section 4.3.10).
pub(super) fn authors(r: &mut Renderer, authors: &[Author]) {
    if authors.is_empty() {
        return;
    }
    r.out.text(" ");
    r.element(Tag::Address, &[(Attr::Part, "authors")], |r| {
        labelled(r, Label::Authors, |r| {
            for (index, author) in authors.iter().enumerate() {
                if index > 0 {
                    let separator = r.labels.get(Label::ListSeparator).to_owned();
                    r.out.text(&separator);
                }
                named(r, &Named { name: author.name.clone(), url: author.url.clone() }, "author");
                if let Some(role) = &author.role {
                    r.out.text(" ");
                    r.text_element(Tag::Span, &[(Attr::Part, "role")], role);
                }
            }
        });
    });
}

/// Writes a name, isolated from the text around it (Unicode UAX #9), as a link where it has an address.
fn named(r: &mut Renderer, named: &Named, rel: &str) {
    match &named.url {
        Some(url) => r.link(url, &[], rel, |r| r.text_element(Tag::Bdi, &[], &named.name)),
        None => r.text_element(Tag::Bdi, &[], &named.name),
    }
}

/// Writes a label with its value in the place of `{}`.
fn labelled(r: &mut Renderer, label: Label, value: impl FnOnce(&mut Renderer)) {
    let template = r.labels.get(label).to_owned();
    let (before, after) = template.split_once("{}").unwrap_or((&template, ""));
    r.out.text(before);
    value(r);
    r.out.text(after);
}

/// Writes what stands below the body: keywords and related links.
fn footer(r: &mut Renderer, article: &Article) {
    let parts = r.options.parts;
    let keywords = if parts.has(Part::Keywords) { article.keywords.as_slice() } else { &[] };
    let blocks = if parts.has(Part::Related) { article.related.as_slice() } else { &[] };
    let blocks: Vec<_> = blocks.iter().filter(|block| !block.items.is_empty()).collect();
    if keywords.is_empty() && blocks.is_empty() {
        return;
    }
    r.element(Tag::Footer, &[(Attr::Part, "footer")], |r| {
        if !keywords.is_empty() {
            let label = r.labels.get(Label::Keywords).to_owned();
            r.element(Tag::Ul, &[(Attr::Part, "keywords"), (Attr::AriaLabel, &label)], |r| {
                for keyword in keywords {
                    r.text_element(Tag::Li, &[], keyword);
                }
            });
        }
        for (index, block) in blocks.iter().enumerate() {
            related::related(r, block, index + 1);
        }
    });
}
