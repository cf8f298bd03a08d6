//! The whole pipeline from JSON bytes to a sink.

use crate::error::{Error, ErrorCode};
use crate::json;
use crate::model::Candidate;
use crate::options::Options;
use crate::output::html::HtmlSink;
use crate::platform;
use crate::read::{read, unfold};
use crate::render::{Attr, Locales, Sink, Tag, UrlAttr, render};
use crate::report::Report;
use crate::text::ascii;
use crate::url::SafeUrl;

/// An article as HTML, and its report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rendered {
    /// One `article` element with all its content.
    pub html: String,
    /// The article's facts and the warnings.
    pub report: Report,
}

/// Renders article JSON (UTF-8) as HTML, for servers and tools.
///
/// The HTML is safe to put into a page unchanged. `article-widget.css` styles it, inside a shadow root or not.
///
/// # Errors
///
/// If there is no article to show: the bytes are not JSON, are in no known format, or have neither headline nor body.
/// Everything else is a warning of the report.
///
/// ```
/// use article_widget::{Options, render_html};
/// let json = br#"{ "headline": "Rain & wind", "body": "First paragraph.\n\nSecond one." }"#;
/// let rendered = render_html(json, &Options::default())?;
/// assert!(rendered.html.contains(">Rain &amp; wind</h2>"));
/// assert!(rendered.html.contains("<p>First paragraph.</p><p>Second one.</p>"));
/// assert!(rendered.report.warnings.is_empty());
/// # Ok::<(), article_widget::Error>(())
/// ```
pub fn render_html(json: &[u8], options: &Options) -> Result<Rendered, Error> {
    render_html_by(json, options, &platform::locales())
}

/// Renders like [`render_html`], with dates and numbers by `locales`.
pub(crate) fn render_html_by(json: &[u8], options: &Options, locales: &dyn Locales) -> Result<Rendered, Error> {
    let mut sink = if options.plain { HtmlSink::plain() } else { HtmlSink::default() };
    let report = render_json(json, options, locales, &mut sink)?;
    Ok(Rendered { html: sink.finish(), report })
}

/// Reports the article's facts and what could not be shown, without producing output.
///
/// # Errors
///
/// The same as for [`render_html`].
pub fn check(json: &[u8], options: &Options) -> Result<Report, Error> {
    render_json(json, options, &platform::locales(), &mut Nowhere)
}

/// Renders article JSON (UTF-8) into any sink.
///
/// # Errors
///
/// The same as for [`render_html`]; then nothing was written to the sink.
pub fn render_json(
    json: &[u8],
    options: &Options,
    locales: &dyn Locales,
    sink: &mut dyn Sink,
) -> Result<Report, Error> {
    let tree = parse(json, options)?;
    render_tree(&tree, options, locales, sink)
}

/// Renders a tree into any sink.
///
/// # Errors
///
/// The same as for [`render_html`].
pub fn render_tree(
    tree: &json::Value,
    options: &Options,
    locales: &dyn Locales,
    sink: &mut dyn Sink,
) -> Result<Report, Error> {
    let (article, mut report) = read(tree, options)?;
    report.warnings.append(&mut render(&article, options, locales, sink));
    Ok(report)
}

/// A sink that discards everything.
struct Nowhere;

impl Sink for Nowhere {
    fn open(&mut self, _: Tag) {}
    fn attr(&mut self, _: Attr, _: &str) {}
    fn url(&mut self, _: UrlAttr, _: &SafeUrl) {}
    fn srcset(&mut self, _: &[Candidate]) {}
    fn text(&mut self, _: &str) {}
    fn close(&mut self) {}
}

/// Parses article JSON to a tree.
pub(crate) fn parse<'a>(bytes: &'a [u8], options: &Options) -> Result<json::Value<'a>, Error> {
    if bytes.len() > options.max_bytes {
        let limit = ascii::decimal(options.max_bytes as u64);
        return Err(Error::new(ErrorCode::TooLarge, &["the input is larger than ", &limit, " bytes"]));
    }
    let mut tree = json::parse(bytes)?;
    unfold(&mut tree, options);
    Ok(tree)
}
