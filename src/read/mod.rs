//! Reads trees into articles: finds the format, whose reader fills the model. This module is independent of rendering.

mod capabilities;
mod context;
mod format;
mod formats;
#[cfg(feature = "html")]
mod html;
#[cfg(not(feature = "html"))]
#[path = "stubs/html.rs"]
mod html;
mod native;
mod registry;
mod values;

use crate::account::{Tools, account};
use crate::error::{Error, ErrorCode};
use crate::json::Value;
#[cfg(feature = "web")]
use crate::model::DateTime;
use crate::model::{Article, Author, Date, Inline, RichLabel, plain_text};
use crate::options::Options;
use crate::report::{Report, WarningCode};
use crate::text::{Text, template};
use context::Context;
use formats::envelope;
use registry::OWN;
pub use registry::formats;

/// Expands notations inside the tree's texts: documents stored as text, references to files, and shortcodes.
pub(crate) fn unfold(tree: &mut Value, options: &Options) {
    formats::editors::unfold(tree);
    formats::editors::resolve(tree, options);
    formats::web::render_shortcodes(tree);
}

/// The longest headline, in characters.
const MAX_HEADLINE: usize = 5000;

/// The most authors and entries of a breadcrumb; WebKit takes minutes to lay out some thousands.
const MAX_ENTRIES: usize = 200;

/// The most bytes of the authors' names in a report.
const MAX_NAMES: usize = 1 << 16;

/// Functions of the readers for the accounting.
#[cfg(feature = "web")]
const TOOLS: Tools = Tools {
    decode: html::decode,
    page: html::page,
    is_date: |text| DateTime::parse(text).is_some() || values::date_words::parse(text).is_some(),
};
#[cfg(not(feature = "web"))]
const TOOLS: Tools = Tools;

/// Reads the article in a tree.
///
/// # Errors
///
/// [`ErrorCode::UnknownFormat`], [`ErrorCode::WrongFormat`], [`ErrorCode::NoSuchArticle`] or
/// [`ErrorCode::EmptyArticle`]; smaller losses than the whole article are warnings of the report.
pub fn read<'t>(tree: &'t Value<'t>, options: &Options) -> Result<(Article<'t>, Report), Error> {
    let (format, document, around) = envelope::find(tree, options)?;
    let mut cx = Context::new(options);
    cx.trace.choose(document);
    #[cfg(feature = "editors")]
    {
        cx.documents = formats::editors::DOCUMENTS;
    }
    cx.escaped = format.name != OWN.name;
    let (mut article, articles) = (format.read)(document, &mut cx)?;
    let articles = articles.max(around);
    if capabilities::OTHERS && format.name != OWN.name {
        limit_surroundings(&mut article, tree, &mut cx);
    }
    shorten_lists(&mut article, document, &mut cx);
    // Texts that no reader has warned about are reported for the whole tree.
    cx.warn_of_shortened(tree);
    let headline = shorten(&mut article.headline, document, &mut cx);
    if !cx.is_spent() {
        account(tree, &article, format.name, cx.base.as_ref(), cx.trace, TOOLS, &mut cx.warnings);
    }
    // The accounting compares bylines as they were written, so dates are taken out of them after it.
    #[cfg(feature = "web")]
    if format.name != OWN.name {
        values::byline_date::take_dates(&mut article);
    }
    let report = Report {
        format: format.name,
        articles,
        headline,
        date_published: article.date_published.as_ref().map(|date| match date {
            Date::Known(date) => date.to_iso(),
            Date::Verbatim(text) => text.as_ref().to_owned(),
        }),
        author: collect_names(&article.authors),
        lang: article.lang.as_ref().map(|lang| lang.as_str().to_owned()),
        warnings: cx.warnings.resolve(tree),
    };
    if format.name == OWN.name
        && let Some(needed) = capabilities::error_for_own(&report, options)
    {
        return Err(needed);
    }
    if let Some(needed) = cx.needed {
        return Err(needed);
    }
    if article.headline.is_empty() && article.body.is_empty() {
        return Err(Error::new(ErrorCode::EmptyArticle, &["the article has no headline and no body"]));
    }
    Ok((article, report))
}

/// Returns the names of authors, up to the limit of a report.
fn collect_names(authors: &[Author]) -> Vec<String> {
    let (mut names, mut room) = (Vec::new(), MAX_NAMES);
    for author in authors {
        room = room.saturating_sub(author.name.len());
        if room == 0 {
            break;
        }
        names.push(author.name.as_ref().to_owned());
    }
    names
}

/// Shortens a headline over the limit to its plain text, and returns its text.
fn shorten(headline: &mut RichLabel, document: &Value, cx: &mut Context) -> String {
    let text = plain_text(headline);
    let short = template::shortened(&text, MAX_HEADLINE);
    if short != text {
        let place = document.get("headline").unwrap_or(document);
        cx.warn(WarningCode::Truncated, place, &["the headline is shortened to 5000 characters"]);
        *headline = vec![Inline::Text(Text::Owned(short.clone()))].into();
    }
    short
}

/// Cuts the lists around the body off at the limit.
fn shorten_lists(article: &mut Article, document: &Value, cx: &mut Context) {
    let Article { authors, breadcrumb, .. } = article;
    if authors.len() > MAX_ENTRIES || breadcrumb.len() > MAX_ENTRIES {
        cx.warn(WarningCode::Truncated, document, &["a list is shortened to 200 entries"]);
        authors.truncate(MAX_ENTRIES);
        breadcrumb.truncate(MAX_ENTRIES);
    }
}

/// Takes the parts around the body from the budget, in every format, and cuts off what exceeds it.
fn limit_surroundings(article: &mut Article, tree: &Value, cx: &mut Context) {
    let mut affordable = |count: usize| {
        let mut left = count;
        while left > 0 && cx.spend(tree) {
            left -= 1;
        }
        count - left
    };
    article.authors.truncate(affordable(article.authors.len()));
    article.breadcrumb.truncate(affordable(article.breadcrumb.len()));
    article.keywords.truncate(affordable(article.keywords.len()));
    let mut blocks = 0;
    for block in &mut article.related {
        block.items.truncate(affordable(block.items.len()));
        blocks += usize::from(!block.items.is_empty());
    }
    article.related.truncate(blocks);
}
