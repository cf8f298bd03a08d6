//! The article around its body: breadcrumb, header with metadata line, lead picture, footer.

use super::labels::Label;
use super::names::{Attr, Tag};
use super::{Renderer, block, date, find_direction, inline, media, reading_time, related};
use crate::model::{Article, Author, Date, Named};
use crate::options::Part;
use crate::text::template;
use crate::url::SafeUrl;

/// Writes the whole article.
pub(super) fn write_article(r: &mut Renderer, article: &Article) {
    let parts = r.options.parts;
    let headline_id = r.make_id("headline");
    let named = parts.has(Part::Header) && !article.headline.is_empty();
    r.start(Tag::Article, "article");
    if let Some(lang) = r.lang {
        r.attr(Attr::Lang, lang.as_str());
    }
    if let Some(dir) = find_direction(article, r.options) {
        r.attr(Attr::Dir, dir.as_str());
    }
    if named {
        r.attr(Attr::AriaLabelledby, &headline_id);
    } else {
        r.levels = 0;
    }
    if parts.has(Part::Breadcrumb) {
        write_breadcrumb(r, &article.breadcrumb);
    }
    if parts.has(Part::Header) {
        write_header(r, article, &headline_id);
    }
    if let Some(figure) = article.image.as_ref().filter(|_| parts.has(Part::Image)) {
        media::write_lead(r, figure);
    }
    if parts.has(Part::Body) && !article.body.is_empty() {
        r.element(Tag::Div, "body", |r| block::body(r, &article.body));
    }
    write_footer(r, article);
    r.close();
}

/// Writes the breadcrumb (WAI-ARIA Authoring Practices, breadcrumb pattern).
fn write_breadcrumb(r: &mut Renderer, crumbs: &[Named]) {
    if crumbs.is_empty() {
        return;
    }
    let id = r.make_id("breadcrumb");
    r.start(Tag::Nav, "breadcrumb");
    r.attr(Attr::Id, &id);
    r.attr(Attr::AriaLabel, r.label(Label::Breadcrumb));
    r.write_labelled_by(&id);
    r.start(Tag::Ol, "");
    for (index, crumb) in crumbs.iter().enumerate() {
        r.start(Tag::Li, "");
        let linked = crumb.url.as_ref().is_some_and(|url| r.open_link(url, "", ""));
        if !linked {
            r.start(Tag::Span, "");
            if index + 1 == crumbs.len() {
                r.attr(Attr::AriaCurrent, "page");
            }
        }
        r.text(&crumb.name);
        r.close_link();
        r.close();
    }
    r.close();
    r.close();
}

/// Writes kicker, headline, standfirst and metadata line.
fn write_header(r: &mut Renderer, article: &Article, headline_id: &str) {
    let shown = |part| r.options.parts.has(part);
    let timed = shown(Part::ReadingTime) && shown(Part::Body);
    let minutes = if timed { reading_time::estimate_minutes(r, &article.body) } else { 0 };
    let has_metadata = minutes >= WORTH_SAYING
        || article.date_published.is_some()
        || article.date_modified.is_some()
        || article.source.is_some()
        || !article.authors.is_empty();
    if article.kicker.is_empty() && article.headline.is_empty() && article.description.is_empty() && !has_metadata {
        return;
    }
    r.element(Tag::Header, "header", |r| {
        inline::write_element(r, Tag::P, "kicker", &article.kicker);
        if !article.headline.is_empty() {
            r.start(r.tag_below(0), "headline");
            r.attr(Attr::Id, headline_id);
            inline::write_inlines(r, &article.headline);
            r.close();
        }
        inline::write_element(r, Tag::P, "description", &article.description);
        if has_metadata {
            r.element(Tag::Div, "metadata", |r| write_metadata(r, article, minutes));
        }
    });
}

/// The shortest reading time that is shown, in minutes.
const WORTH_SAYING: u32 = 2;

/// Writes the metadata line; the date of the update only if it differs.
fn write_metadata(r: &mut Renderer, article: &Article, minutes: u32) {
    if let Some(published) = &article.date_published {
        write_dated(r, "published", Label::Published, published);
    }
    let unchanged =
        |modified: &Date| article.date_published.as_ref().is_some_and(|date| date::is_same_minute(date, modified));
    if let Some(modified) = article.date_modified.as_ref().filter(|modified| !unchanged(modified)) {
        write_dated(r, "modified", Label::Modified, modified);
    }
    if let Some(source) = &article.source {
        r.element(Tag::Span, "source", |r| {
            write_labelled(r, Label::Source, |r| write_name(r, &source.name, source.url.as_ref(), ""));
        });
    }
    write_authors(r, &article.authors);
    if minutes >= WORTH_SAYING {
        r.text(" ");
        r.write_text_element(Tag::Span, "reading-time", &r.labels.count(Label::ReadingTime, minutes, r.locales));
    }
}

/// Writes a date with its label.
fn write_dated(r: &mut Renderer, part: &str, label: Label, value: &Date) {
    r.element(Tag::Span, part, |r| write_labelled(r, label, |r| date::write_date(r, value)));
    r.text(" ");
}

/// Writes authors with their label, as the contact of the article (HTML, section 4.3.10).
pub(super) fn write_authors(r: &mut Renderer, authors: &[Author]) {
    if authors.is_empty() {
        return;
    }
    r.text(" ");
    r.element(Tag::Address, "authors", |r| {
        write_labelled(r, Label::Authors, |r| {
            for (index, author) in authors.iter().enumerate() {
                if index > 0 {
                    r.text(r.label(Label::ListSeparator));
                }
                write_name(r, &author.name, author.url.as_ref(), "author");
                if let Some(role) = &author.role {
                    r.text(" ");
                    r.write_text_element(Tag::Span, "role", role);
                }
            }
        });
    });
}

/// Writes a name, isolated from the text around it (Unicode UAX #9), as a link if it has an address.
fn write_name(r: &mut Renderer, name: &str, url: Option<&SafeUrl>, rel: &str) {
    match url {
        Some(url) => r.write_link(url, "", rel, |r| r.write_text_element(Tag::Bdi, "", name)),
        None => r.write_text_element(Tag::Bdi, "", name),
    }
}

/// Writes a label with its value instead of `{}`.
fn write_labelled(r: &mut Renderer, label: Label, value: impl FnOnce(&mut Renderer)) {
    let (before, after) = template::split_template(r.label(label));
    r.text(before);
    value(r);
    r.text(after);
}

/// Writes the footer below the body: keywords and related links.
fn write_footer(r: &mut Renderer, article: &Article) {
    let parts = r.options.parts;
    let keywords = if parts.has(Part::Keywords) { article.keywords.as_slice() } else { &[] };
    let blocks = if parts.has(Part::Related) { article.related.as_slice() } else { &[] };
    if keywords.is_empty() && blocks.iter().all(|block| block.items.is_empty()) {
        return;
    }
    r.element(Tag::Footer, "footer", |r| {
        if !keywords.is_empty() {
            r.start(Tag::Ul, "keywords");
            r.attr(Attr::AriaLabel, r.label(Label::Keywords));
            for keyword in keywords {
                r.write_text_element(Tag::Li, "", keyword);
            }
            r.close();
        }
        let mut number = 0;
        for block in blocks {
            if !block.items.is_empty() {
                number += 1;
                related::write_related(r, block, number);
            }
        }
    });
}
