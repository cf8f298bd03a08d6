//! Members that the posts of WordPress and of WordPress.com share.

use crate::json::Value;
use crate::model::{Article, Author, Inline};
use crate::read::Context;
use crate::read::formats::web::jsonld_graph::label_of;
use crate::read::values::lenient::make_label;
use crate::read::values::lenient::{author, first, html_inlines, link, linked};

/// Reads an author, whose name is HTML.
pub(super) fn read_named<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Author<'t>> {
    let author = author(value, None, cx)?;
    let name = first(value, "name").and_then(|name| label_of(name, cx)).unwrap_or_default();
    Some(Author { name, ..author })
}

/// Reads the excerpt without the link to the rest.
pub(super) fn read_excerpt<'t>(excerpt: Option<&'t Value<'t>>, cx: &mut Context) -> Vec<Inline<'t>> {
    let mut excerpt = html_inlines(excerpt, cx);
    let blank = |inline: &Inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        inline => matches!(inline, Inline::Break),
    };
    while excerpt.last().is_some_and(|last| blank(last) || matches!(last, Inline::Link(..))) {
        excerpt.pop();
    }
    excerpt
}

/// Reads width and height in pixels.
pub(super) fn read_size(details: &Value) -> Option<(u32, u32)> {
    let side = |name: &str| u32::try_from(details.get(name)?.as_int()?).ok().filter(|side| (1..=20_000).contains(side));
    Some((side("width")?, side("height")?))
}

/// Adds the first category as the line above the headline, and all other terms as keywords; "Uncategorized" is ignored.
pub(super) fn add_term<'t>(category: bool, term: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    if term.str("slug") == Some("uncategorized") {
        return;
    }
    let name = html_inlines(term.get("name"), cx);
    if category && article.kicker.is_empty() && article.breadcrumb.is_empty() {
        article.kicker = linked(name, link(term, "link", cx)).into();
    } else {
        article.keywords.extend(make_label(&name, term, cx));
    }
}
