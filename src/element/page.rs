//! Writes a whole page with an article, piece by piece.

use super::markup::{Attribute, Element, Markup};
use super::options::ElementOptions;
use super::{close_element, open_element, write_head};
use crate::error::Error;
use crate::model::{Article, Candidate, plain_text};
use crate::output::html::HtmlSink;
use crate::pipeline::parse;
use crate::platform;
use crate::read::read;
use crate::render::{Attr, Sink, Tag, UrlAttr, find_direction, render};
use crate::report::Report;
use crate::url::SafeUrl;
use std::fmt;
use std::io::{self, Write};

/// The least number of bytes written at a time, except the last.
const PIECE: usize = 16 << 10;

/// The reason why there is no page or only a part of it.
#[derive(Debug)]
#[non_exhaustive]
pub enum PageError {
    /// There is no article; nothing was written.
    Article(Error),
    /// The page could not be written completely.
    Write(io::Error),
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            PageError::Article(error) => error.fmt(f),
            PageError::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PageError {}

/// Writes a whole page with an article: its head, and the element in its body. The page is written piece by piece while
/// the article is rendered, and only after the article has been read.
///
/// If [`ElementOptions::base`] is set, the page loads the widget's script.
///
/// # Errors
///
/// [`PageError::Article`] as for [`render_html`](crate::render_html), before anything is written; [`PageError::Write`]
/// if `out` fails.
///
/// ```
/// use article_widget::{ElementOptions, render_page};
/// let mut page = Vec::new();
/// render_page(br#"{ "lang": "fi", "headline": "Sade", "body": "Satoi." }"#, &ElementOptions::new(), &mut page)?;
/// assert!(page.starts_with(br#"<!doctype html><html lang="fi""#) && page.ends_with(b"</html>"));
/// # Ok::<(), article_widget::PageError>(())
/// ```
pub fn render_page(json: &[u8], options: &ElementOptions, out: &mut dyn Write) -> Result<Report, PageError> {
    let tree = parse(json, &options.article).map_err(PageError::Article)?;
    let (article, mut report) = read(&tree, &options.article).map_err(PageError::Article)?;
    let mut page = open_page(&article, options);
    page.push_str(&open_element(&article, &report, options));
    let mut pieces = Pieces { sink: HtmlSink::behind(page), out, failed: Ok(()) };
    report.warnings.append(&mut render(&article, &options.article, &platform::locales(), &mut pieces));
    pieces.failed.map_err(PageError::Write)?;
    let mut rest = Markup::new(close_element(pieces.sink.finish(), &article, json, options));
    rest.close(Element::Body);
    rest.close(Element::Html);
    pieces.out.write_all(rest.finish().as_bytes()).map_err(PageError::Write)?;
    Ok(report)
}

/// Writes the page up to the article's element.
fn open_page(article: &Article, options: &ElementOptions) -> String {
    let mut out = Markup::new(String::from("<!doctype html>"));
    out.open(Element::Html);
    let host = &options.article;
    if let Some(lang) = host.host_lang.as_ref().or(article.lang.as_ref()).or(host.lang.as_ref()) {
        out.attribute(Attribute::Lang, lang.as_str());
    }
    if let Some(dir) = find_direction(article, host) {
        out.attribute(Attribute::Dir, dir.as_str());
    }
    out.open(Element::Head);
    out.open(Element::Meta);
    out.attribute(Attribute::Charset, "utf-8");
    for (name, content) in [
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
        ("description", &plain_text(&article.description)),
    ] {
        if !content.is_empty() {
            out.open(Element::Meta);
            out.attribute(Attribute::Name, name);
            out.attribute(Attribute::Content, content);
        }
    }
    out.open(Element::Title);
    out.text(&plain_text(&article.headline));
    out.close(Element::Title);
    let mut out = Markup::new(out.finish() + &write_head(article, options));
    if let Some(address) = options.file("article-widget.js") {
        out.open(Element::Script);
        out.attribute(Attribute::Type, "module");
        out.attribute(Attribute::Src, &address);
        out.nonce(options.nonce.as_deref());
        out.close(Element::Script);
    }
    out.close(Element::Head);
    out.open(Element::Body);
    out.finish()
}

/// A sink that writes HTML piece by piece. It keeps its first error and writes nothing after it.
struct Pieces<'w> {
    sink: HtmlSink,
    out: &'w mut dyn Write,
    failed: io::Result<()>,
}

impl Sink for Pieces<'_> {
    fn open(&mut self, tag: Tag) {
        self.sink.open(tag);
    }

    fn attr(&mut self, name: Attr, value: &str) {
        self.sink.attr(name, value);
    }

    fn url(&mut self, name: UrlAttr, url: &SafeUrl) {
        self.sink.url(name, url);
    }

    fn srcset(&mut self, candidates: &[Candidate]) {
        self.sink.srcset(candidates);
    }

    fn text(&mut self, text: &str) {
        self.sink.text(text);
    }

    fn close(&mut self) {
        self.sink.close();
        if let Some(piece) = self.sink.take(PIECE)
            && self.failed.is_ok()
        {
            self.failed = self.out.write_all(piece.as_bytes());
        }
    }
}
