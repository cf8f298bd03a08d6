//! Trees to articles: the format is found, and its reader fills the model. Nothing here knows of rendering.

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

/// Puts what is written in a text in another language into the tree: documents that are stored as text, references to
/// files, and shortcodes.
pub(crate) fn unfold(tree: &mut Value, options: &Options) {
    formats::editors::unfold(tree);
    formats::editors::resolve(tree, options);
    formats::web::render_shortcodes(tree);
}

/// The most characters of a headline.
const MAX_HEADLINE: usize = 5000;

/// The most bytes of the authors' names in a report.
const MAX_NAMES: usize = 1 << 16;

/// What the accounting asks the readers.
#[cfg(feature = "web")]
const TOOLS: Tools = Tools {
    decode: html::decode,
    page: html::page,
    is_date: |text| DateTime::parse(text).is_some() || values::date_words::parse(text).is_some(),
};
#[cfg(not(feature = "web"))]
const TOOLS: Tools = Tools;

/// Reads the article that a tree holds.
///
/// # Errors
///
/// [`ErrorCode::UnknownFormat`], [`ErrorCode::WrongFormat`], [`ErrorCode::NoSuchArticle`] or
/// [`ErrorCode::EmptyArticle`]; whatever costs less than the whole article is a warning of the report.
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
    // What no reader has told of is told of the whole.
    cx.warn_of_shortened(tree);
    let headline = shorten(&mut article.headline, document, &mut cx);
    if !cx.is_spent() {
        account(tree, &article, format.name, cx.base.as_ref(), cx.trace, TOOLS, &mut cx.warnings);
    }
    // The accounting knows a byline as it is written.
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

/// The names of authors, as far as a report has room for them.
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

/// Shortens a headline that is longer than any, to its text alone. Gives its text.
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

/// Takes what stands around the body from the budget too, whatever the format, and cuts off what is beyond it.
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
