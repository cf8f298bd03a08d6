//! Server rendering: the whole element `<article-widget>` with its shadow root, the head of its page, and the page.

mod attributes;
mod facts;
mod json_ld;
mod markup;
mod options;
mod page;
mod report_attribute;
mod sheets;

pub use options::{Canonical, ElementOptions, Styles};
pub use page::{PageError, render_page};
pub use sheets::{SCHEMA, STYLE_SHEET, THEMES, hash_styles};

use crate::error::Error;
use crate::model::Article;
use crate::options::RelatedLook;
use crate::output::html::HtmlSink;
use crate::pipeline::parse;
use crate::platform;
use crate::read::read;
use crate::render::{Locales, render};
use crate::report::Report;
use markup::{Attribute, Element, Markup};

/// An article as an element, the markup for the head of its page, and its report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RenderedElement {
    /// One element `<article-widget>`: it is readable without scripts, and the widget's script adopts it unchanged.
    pub html: String,
    /// Markup for the page's head: links that fetch the widget's files early, `<link rel="canonical">` if it is asked
    /// for, and the article's facts as JSON-LD.
    pub head: String,
    /// The article's facts and the warnings.
    pub report: Report,
}

/// Renders article JSON (UTF-8) as the element `<article-widget>`, with a declarative shadow root.
///
/// The HTML is safe to put into a page unchanged.
///
/// # Errors
///
/// The same as for [`render_html`](crate::render_html).
///
/// ```
/// use article_widget::{ElementOptions, render_element};
/// let options = ElementOptions::new().base("/assets/");
/// let element = render_element(br#"{ "lang": "ga", "headline": "B\u00e1isteach", "body": "Th\u00e1inig s\u00ed." }"#, &options)?;
/// assert!(element.html.starts_with(r#"<article-widget report="#));
/// assert!(element.html.contains(r#"<link rel="stylesheet" href="/assets/article-widget.css">"#));
/// assert!(element.head.contains(r#"<link rel="modulepreload" href="/assets/article-widget.js">"#));
/// # Ok::<(), article_widget::Error>(())
/// ```
pub fn render_element(json: &[u8], options: &ElementOptions) -> Result<RenderedElement, Error> {
    render_element_by(json, options, &platform::locales())
}

/// Renders like [`render_element`], with dates and numbers by `locales`.
pub(crate) fn render_element_by(
    json: &[u8],
    options: &ElementOptions,
    locales: &dyn Locales,
) -> Result<RenderedElement, Error> {
    let tree = parse(json, &options.article)?;
    let (article, mut report) = read(&tree, &options.article)?;
    let head = write_head(&article, options);
    let mut sink = HtmlSink::behind(open_element(&article, &report, options));
    report.warnings.append(&mut render(&article, &options.article, locales, &mut sink));
    let html = close_element(sink.finish(), &article, json, options);
    Ok(RenderedElement { html, head, report })
}

/// Writes everything before the article: the element's start tag, its shadow root and its style.
fn open_element(article: &Article, report: &Report, options: &ElementOptions) -> String {
    let mut out = Markup::new(String::with_capacity(32 << 10));
    out.open(Element::ArticleWidget);
    out.attribute(Attribute::Report, &report_attribute::report(report));
    attributes::write_attributes(&mut out, options);
    out.open(Element::Template);
    out.attribute(Attribute::Shadowrootmode, "open");
    write_styles(&mut out, options);
    // The widget has the same box around the article.
    out.open(Element::Div);
    if facts::is_long(&article.body) {
        out.attribute(Attribute::Long, "");
    }
    out.finish()
}

/// Writes everything after the article: the content of the element itself, which is shown where HTML has no shadow
/// roots or another article fails, and the article's JSON if it is asked for.
fn close_element(html: String, article: &Article, json: &[u8], options: &ElementOptions) -> String {
    let mut out = Markup::new(html);
    out.close(Element::Div);
    out.close(Element::Template);
    match &options.fallback {
        Some(html) => out.raw(html),
        None => write_fallback(&mut out, article),
    }
    if options.inline_article {
        out.open(Element::Script);
        out.attribute(Attribute::Type, "application/json");
        out.data(std::str::from_utf8(json).unwrap_or_default().trim_start_matches('\u{FEFF}'));
        out.close(Element::Script);
    }
    out.close(Element::ArticleWidget);
    out.finish()
}

/// Writes a link to the article, if it has an address.
fn write_fallback(out: &mut Markup, article: &Article) {
    let Some(url) = &article.url else { return };
    out.open(Element::A);
    out.attribute(Attribute::Href, url.as_str());
    let headline = crate::model::plain_text(&article.headline);
    out.text(if headline.is_empty() { url.as_str() } else { &headline });
    out.close(Element::A);
}

/// Writes the style sheets that the article needs: the one of every article, and the second if an option needs it (as
/// in `www/loading/stylesheet.js`).
fn write_styles(out: &mut Markup, options: &ElementOptions) {
    for (file, text) in options.sheets() {
        if let Some(address) = options.linked(file) {
            out.open(Element::Link);
            out.attribute(Attribute::Rel, "stylesheet");
            out.attribute(Attribute::Href, &address);
            out.nonce(options.nonce.as_deref());
        } else if options.styles == Styles::Inline {
            out.open(Element::Style);
            out.nonce(options.nonce.as_deref());
            out.sheet(text);
            out.close(Element::Style);
        }
    }
}

/// Writes the markup for the head of the article's page.
fn write_head(article: &Article, options: &ElementOptions) -> String {
    let mut out = Markup::new(String::new());
    for (file, _) in options.sheets() {
        if let Some(address) = options.linked(file) {
            write_link(&mut out, "preload", &address, options);
        }
    }
    if let Some(address) = options.file("article-widget.js") {
        write_link(&mut out, "modulepreload", &address, options);
    }
    let canonical = match &options.canonical {
        Canonical::None => None,
        Canonical::OfArticle => article.url.as_ref(),
        Canonical::At(url) => Some(url),
    };
    if let Some(url) = canonical {
        out.open(Element::Link);
        out.attribute(Attribute::Rel, "canonical");
        out.attribute(Attribute::Href, url.as_str());
    }
    if options.json_ld {
        out.open(Element::Script);
        out.attribute(Attribute::Type, "application/ld+json");
        out.nonce(options.nonce.as_deref());
        out.data(&json_ld::facts(article, &options.canonical));
        out.close(Element::Script);
    }
    out.finish()
}

/// Writes a link that fetches a file early.
fn write_link(out: &mut Markup, rel: &str, address: &str, options: &ElementOptions) {
    out.open(Element::Link);
    out.attribute(Attribute::Rel, rel);
    if rel == "preload" {
        out.attribute(Attribute::As, "style");
    }
    out.attribute(Attribute::Href, address);
    out.nonce(options.nonce.as_deref());
}

impl ElementOptions {
    /// Returns the style sheets that are needed, with their file names.
    fn sheets(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let themed = self.theme.as_deref().is_some_and(|theme| {
            theme.split_ascii_whitespace().any(|word| matches!(word, "news" | "magazine" | "minimal" | "inherit"))
        });
        let more = themed || self.article.related != RelatedLook::List;
        let sheets = [("article-widget.css", STYLE_SHEET), ("article-widget-themes.css", THEMES)];
        sheets.into_iter().take(if more { 2 } else { 1 })
    }

    /// Returns the address of one of the widget's files, if their folder is known.
    fn file(&self, name: &str) -> Option<String> {
        let base = self.base.as_deref()?;
        Some([base, if base.ends_with('/') { "" } else { "/" }, name].concat())
    }

    /// Returns the address of a style sheet, if style sheets are linked.
    fn linked(&self, name: &str) -> Option<String> {
        if self.styles == Styles::Link { self.file(name) } else { None }
    }
}
