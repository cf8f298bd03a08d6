//! The usual facts around a text: headline, dates, authors, lead picture, topics, standfirst, source.
//!
//! Values are names, addresses, or objects with these in any wrapper.

use crate::json::Value;
use crate::model::{Article, Block, Date, DateTime, Figure, Inline, Named, plain_text};
use crate::read::Context;
use crate::read::formats::editors::engine::addressed;
use crate::read::formats::editors::engine::addresses::{self, unwrapped};
use crate::read::formats::editors::engine::entry::localized;
use crate::read::formats::editors::engine::recognised::{self, Form};
use crate::read::formats::editors::engine::things;
use crate::read::formats::systems::people::{authors, is_id};
use crate::read::formats::systems::spelled::{get, named};
use crate::read::values::date_words;
use crate::read::values::dedupe::{adds_something, describe, illustrate};
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::{self, first, label, link, site};
use crate::report::WarningCode;
use crate::text::Label;
use crate::text::keys::Keys;

/// The usual names, the most specific first. Any spelling counts.
pub(super) const TITLES: &str = "title headline titleHtml htmlTitle webTitle subject heading displayText name";
pub(super) const PUBLISHED: &str = "datePublished publishedAt publishedDate publishDate publicationDate publishedTimestamp \
    published pubDate dateTime date dateGmt firstPublishedAt firstPublishedDate timePublished releaseDate _firstPublishedAt publishOn lastPublished \
    publishAt publishUp publishedUtc startPublish dateCreated createdAt created createdUtc createdOn createdDate createdDateTime createDate \
    creationDate effective timestamp time";
const MODIFIED: &str = "dateModified updatedAt updated updateDate modifiedAt modified lastModified dateUpdated editedAt changed \
    modifiedUtc";
const AUTHORS: &str = "authors author byline publishedBylines user creator writer writtenBy by authorName \
    userCreated createdByAlias createdBy displayUsername creators authorNames owner account attributedTo";
const PICTURES: &str = "image featuredImage featureImage leadImage \
    coverImage heroImage teaserImage headerImage listingImage cover hero urlToImage imageUrl picture photo banner visual thumbnailImage \
    assetUrl thumbnail thumbnailUrl multimedia enclosure originalImage previewImage thumbnails photo";
const TAGS: &str = "tags keywords tagList labels labelNames topics categories category subjects hashtags tag";
const DESCRIPTIONS: &str = "subtitle dek deck standfirst subheadline lead leadData description excerpt summary summaryHtml \
    alternativeHeadline previewText blurb abstract digest customExcerpt intro teaser teaserText snippet brief";
const ADDRESSES: &str = "canonical_url canonicalUrl html_url htmlUrl web_url webUrl permalink fullUrl absolute_url published_url post_url mediumUrl link url Url";

/// Reads the facts around the text of an object. The body must already be read, so that nothing is repeated. Returns
/// which members were used for which facts.
pub(super) fn fill<'t>(
    object: &'t Value<'t>,
    article: &mut Article<'t>,
    cx: &mut Context,
) -> Vec<(&'t str, &'static str)> {
    let mut taken = Vec::new();
    if article.lang.is_none() {
        article.lang = lenient::read_lang(object, "lang language locale langcode", cx);
    }
    if article.headline.is_empty()
        && let Some((name, title)) = says(object, TITLES)
    {
        article.headline = headline(title, cx).into();
        taken.push((name, "the headline"));
    }
    taken.extend(date_and_authors(object, article, cx));
    if article.date_modified.is_none() {
        article.date_modified = dated(object, MODIFIED, cx).map(|(_, date)| date);
    }
    if article.keywords.is_empty() {
        article.keywords = keywords(object, cx);
    }
    if article.source.is_none() {
        let source = object.get("source").or_else(|| object.get("publisher")).filter(|source| source.is_object());
        let name = source.and_then(|source| label(source, "name title", cx)).or_else(|| {
            let name = first(object, "source site_name siteName publication publisher")?;
            name.as_str().and_then(|_| cx.label(name))
        });
        article.source = match name {
            Some(name) => Some(Named { name, url: source.and_then(|source| link(source, "url", cx)) }),
            None => site(None, article.url.as_ref()),
        };
    }
    standfirst(object, article, cx);
    if article.image.is_none() {
        for (name, value) in Keys(PICTURES).filter_map(|name| named(object, name)) {
            let figure = picture(name, value, object, cx);
            if figure.is_some() {
                illustrate(article, figure);
                taken.push((name, "the picture"));
                break;
            }
        }
    }
    taken
}

/// Reads the date and the authors, if the article has none; returns which members were used.
pub(super) fn date_and_authors<'t>(
    object: &'t Value<'t>,
    article: &mut Article<'t>,
    cx: &mut Context,
) -> Vec<(&'t str, &'static str)> {
    let mut taken = Vec::new();
    if article.date_published.is_none() {
        let found = dated(object, PUBLISHED, cx);
        taken.extend(found.as_ref().map(|(name, _)| (*name, "the date")));
        article.date_published = found.map(|(_, date)| date);
    }
    if article.authors.is_empty() {
        for (name, value) in Keys(AUTHORS).filter_map(|name| named(object, name)) {
            article.authors = authors(value, article, cx);
            if !article.authors.is_empty() {
                taken.push((name, "the author"));
                break;
            }
        }
    }
    taken
}

/// Reads the article's own address: the first that is absolute.
pub(super) fn address(object: &Value, article: &mut Article, cx: &mut Context) {
    article.url = lenient::own_address(object, ADDRESSES, cx);
}

/// Returns the first of these members with content.
pub(super) fn says<'v, 't>(object: &'v Value<'t>, names: &str) -> Option<(&'v str, &'v Value<'t>)> {
    Keys(names).filter_map(|name| named(object, name)).find(|(_, value)| match value {
        Value::String(text) => !text.trim().is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    })
}

/// Reads a headline: a string with its markup, or the content of an object or a document.
pub(super) fn headline<'t>(value: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    match value {
        Value::String(text) if text.contains(['<', '&']) => recognised::read_inlines(value, cx),
        Value::String(_) | Value::Number(_) => cx.plain(value),
        Value::Object(_) if !std::ptr::eq(localized(value), value) => headline(localized(value), cx),
        _ => match first(value, "rendered html main default value text") {
            Some(text @ Value::String(_)) => recognised::read_inlines(text, cx),
            _ => things::line(value, &Dialect::default(), cx),
        },
    }
}

/// Returns the first of these members that is a date.
fn dated<'t>(object: &'t Value<'t>, names: &'static str, cx: &mut Context) -> Option<(&'t str, Date<'t>)> {
    for (name, value) in Keys(names).filter_map(|name| named(object, name)) {
        let value =
            lenient::first(value, "date datetime iso start value").filter(|_| value.is_object()).unwrap_or(value);
        let known = match value {
            Value::String(text) => {
                // Drupal's views export the element `time`.
                let text = text.split("datetime=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or(text);
                date_words::parse(text).or_else(|| DateTime::parse(text.trim()))
            }
            Value::Number(_) => value.as_int().filter(|number| *number > 1_000_000).and_then(DateTime::from_epoch),
            _ => None,
        };
        if let Some(date) = known {
            return Some((name, Date::Known(date)));
        }
    }
    // Words instead of a date are shown unchanged, if the member's name leaves no doubt.
    let (name, value) = says(object, "date published pubDate publishedAt").filter(|_| Keys(names).has("date"))?;
    Some((name, cx.date(Some(value).filter(|value| value.as_str().is_some())?)?))
}

/// Reads the topics of an article: names in a list, or words between commas.
fn keywords<'t>(object: &'t Value<'t>, cx: &mut Context) -> Vec<Label<'t>> {
    for value in Keys(TAGS).filter_map(|name| get(object, name)) {
        let mut out = Vec::new();
        for tag in unwrapped(value).one_or_many() {
            match unwrapped(tag) {
                at @ Value::String(words) if words.contains('<') => {
                    let text = plain_text(&recognised::read_inlines(at, cx));
                    for word in text.split(',') {
                        out.extend(cx.name(word.trim().to_owned(), at));
                    }
                }
                at @ Value::String(words) => {
                    for word in cx.lines_within(at, words).split(',') {
                        out.extend(cx.name(word, at).filter(|word| !is_id(word)));
                    }
                }
                tag => out.extend(
                    first(tag, "name title label value titleHtml tag text")
                        .filter(|name| name.as_str().is_some())
                        .and_then(|name| cx.label(name)),
                ),
            }
        }
        if !out.is_empty() {
            return out;
        }
    }
    Vec::new()
}

/// Reads the standfirst: the first member that adds something to headline and text.
pub(super) fn standfirst<'t>(object: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let mut shown = "";
    for (name, value) in Keys(DESCRIPTIONS).filter_map(|name| named(object, name)) {
        let content = match localized(value) {
            value @ Value::String(_) => recognised::read_inlines(value, cx),
            value @ (Value::Object(_) | Value::Array(_)) => things::line(value, &Dialect::default(), cx),
            _ => continue,
        };
        if shown.is_empty() {
            if describe(article, content) {
                shown = name;
            }
        } else if adds_something(article, &content) {
            cx.warn(WarningCode::NotShown, value, &["beside the ", shown, ", which is shown"]);
        }
    }
}

/// Reads the lead picture: an address, an object or the first of a list, with the text alternative beside it.
pub(super) fn picture<'t>(
    name: &str,
    value: &'t Value<'t>,
    object: &'t Value<'t>,
    cx: &mut Context,
) -> Option<Figure<'t>> {
    let d = Dialect::default();
    let value = unwrapped(value);
    let value = value.items().first().unwrap_or(value);
    let inner = unwrapped(value);
    let inner =
        first(inner, "default original large medium thumbnail url").filter(|inner| inner.is_object()).unwrap_or(inner);
    let mut figure = match inner {
        Value::String(address) if addresses::is_addressing(address) => addressed::picture(inner, &d, cx)?,
        Value::String(html) if html.contains("<img") => {
            let figure = recognised::blocks(inner, Some(Form::Html), cx).into_iter().find_map(|block| match block {
                Block::Figure(figure) => Some(figure),
                _ => None,
            });
            return figure;
        }
        Value::String(id) if is_id(id) => {
            cx.warn(WarningCode::Unresolved, value, &["only the id of a picture, which is not in the input"]);
            return None;
        }
        Value::Object(_) if !addresses::is_other(inner) => addressed::picture(inner, &d, cx)?,
        _ => return None,
    };
    if figure.image.alt.is_empty() {
        let alt = ["_alt", "Alt", "_alt_text", "AltText"].iter().find_map(|end| {
            object.members().iter().find(|(member, _)| member.strip_prefix(name) == Some(end)).map(|(_, alt)| alt)
        });
        figure.image.alt = alt.filter(|alt| alt.as_str().is_some()).and_then(|alt| cx.label(alt)).unwrap_or_default();
    }
    if figure.caption.is_empty() && !std::ptr::eq(value, inner) {
        figure.caption = value.get("caption").map(|caption| things::line(caption, &d, cx)).unwrap_or_default();
        figure.credit = value.get("credit").map(|credit| things::line(credit, &d, cx)).unwrap_or_default().into();
    }
    Some(figure)
}

/// Removes the first heading of a body if it only repeats the headline.
pub(super) fn without_title(article: &mut Article) {
    let Some(Block::Heading(heading)) = article.body.first() else { return };
    let same = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if same(&plain_text(&heading.content)) == same(&plain_text(&article.headline)) {
        article.body.remove(0);
    }
}
