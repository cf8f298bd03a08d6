//! The article's facts as JSON-LD of schema.org: a `NewsArticle` and, if the article has breadcrumbs, a
//! `BreadcrumbList`.

use super::options::Canonical;
use crate::model::{Article, Date, Named, plain_text};
use crate::output::report_json::string;
use crate::text::ascii::push_integer;
use crate::url::SafeUrl;

/// The most pictures in the facts: the lead picture in all its sizes.
const MAX_PICTURES: usize = 8;

/// Returns the facts as a JSON object.
pub(super) fn facts(article: &Article, canonical: &Canonical) -> String {
    let url = match canonical {
        Canonical::At(url) => Some(url),
        _ => article.url.as_ref(),
    };
    let mut out = Object::of("NewsArticle");
    if let Some(url) = url {
        out.text("url", url.as_str());
        out.text("mainEntityOfPage", url.as_str());
    }
    out.text("headline", &plain_text(&article.headline));
    out.text("description", &plain_text(&article.description));
    out.text("datePublished", &date(article.date_published.as_ref()));
    out.text("dateModified", &date(article.date_modified.as_ref()));
    out.text("inLanguage", article.lang.as_ref().map_or("", |lang| lang.as_str()));
    out.list(
        "image",
        article.image.iter().flat_map(|figure| {
            let sizes = figure.image.candidates.iter().map(|candidate| &candidate.src);
            figure.image.src.iter().chain(sizes).take(MAX_PICTURES).map(|url| quoted(url.as_str()))
        }),
    );
    out.list("author", article.authors.iter().map(|author| thing("Person", &author.name, author.url.as_ref())));
    if let Some(source) = &article.source {
        out.member("publisher", &thing("Organization", &source.name, source.url.as_ref()));
    }
    out.list("keywords", article.keywords.iter().map(|keyword| quoted(keyword)));
    let mut graph = format!("{{\"@context\":\"https://schema.org\",\"@graph\":[{}", out.finish());
    if !article.breadcrumb.is_empty() {
        graph.push(',');
        graph.push_str(&breadcrumb(&article.breadcrumb));
    }
    graph.push_str("]}");
    graph
}

/// Returns the breadcrumbs as a JSON object.
fn breadcrumb(crumbs: &[Named]) -> String {
    let mut out = Object::of("BreadcrumbList");
    out.list(
        "itemListElement",
        crumbs.iter().zip(1..).map(|(crumb, number)| {
            let mut item = Object::of("ListItem");
            let mut position = String::new();
            push_integer(&mut position, number);
            item.member("position", &position);
            item.text("name", &crumb.name);
            item.text("item", crumb.url.as_ref().map_or("", SafeUrl::as_str));
            item.finish()
        }),
    );
    out.finish()
}

/// Returns an object with a name and, if it has one, an address.
fn thing(kind: &str, name: &str, url: Option<&SafeUrl>) -> String {
    let mut out = Object::of(kind);
    out.text("name", name);
    out.text("url", url.map_or("", SafeUrl::as_str));
    out.finish()
}

/// Formats a date in ISO 8601; empty if it could not be read.
fn date(date: Option<&Date>) -> String {
    match date {
        Some(Date::Known(date)) => date.to_iso(),
        _ => String::new(),
    }
}

/// Formats a text as JSON.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    string(&mut out, text);
    out
}

/// A JSON object that is being written.
struct Object(String);

impl Object {
    /// Starts an object of a schema.org type.
    fn of(kind: &str) -> Object {
        Object(format!("{{\"@type\":\"{kind}\""))
    }

    /// Adds a member whose value is JSON.
    fn member(&mut self, name: &str, json: &str) {
        self.0.push_str(",\"");
        self.0.push_str(name);
        self.0.push_str("\":");
        self.0.push_str(json);
    }

    /// Adds a member with text, unless it is empty.
    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.member(name, &quoted(text));
        }
    }

    /// Adds a member with a list of JSON values, unless it is empty.
    fn list(&mut self, name: &str, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.collect();
        if !items.is_empty() {
            self.member(name, &format!("[{}]", items.join(",")));
        }
    }

    /// Returns the finished object.
    fn finish(mut self) -> String {
        self.0.push('}');
        self.0
    }
}
