//! Finds the article in a document of an unknown format, by the names of its members and the look of their values.

use crate::json::Value;
use crate::model::DateTime;
use crate::read::format::Document;
use crate::read::formats::editors::DOCUMENTS;
use crate::read::formats::editors::engine::addresses::{self, unwrapped};
use crate::read::formats::editors::engine::entry::localized;
use crate::read::formats::editors::engine::recognised::{self, Form};
use crate::read::formats::systems::beginnings::front_matter;
use crate::read::formats::systems::facts::{self, TITLES, says};
use crate::read::formats::systems::spelled::{get, named};
use crate::read::native::article;
use crate::read::values::lenient::has;
use crate::text::keys::Keys;

/// Members with the text of an article, best first, grouped by the form that the name implies. Any spelling counts.
pub(super) const HTML: &str = "bodyHtml contentHtml textHtml html cooked extractHtml";
pub(super) const MARKDOWN: &str = "bodyMarkdown contentMarkdown markdown md bodyMd contentMd selftext";
pub(super) const ANY: &str = "content body richText richContent fullText introText story blocks sections paragraphs bodyContent \
    contentBlocks bodyBlocks canvasLayout dynamicZone zone components flexibleContent";
pub(super) const PLAIN: &str = "text bodyText contentText plainText leadParagraph extract";

/// Members that replace a missing text.
pub(super) const SUMMARIES: &str = "truncated_body_text description summary excerpt abstract snippet digest brief";

/// Members with the other fields of an object that has its title beside them.
pub(super) const HOLDERS: &str = "fields attributes data metadata acf content elements properties fieldData customFields history \
    body record htmlBodyPart markdownBodyPart";

/// Members in which answers wrap their content.
const WRAPPERS: &str = "data result results response attributes fields items item _items docs posts post articles article \
    entries entry documents document nodes node edges hits news_item stories story pages page records rows list blog \
    publication props pageProps payload fieldData elements post_view parse query thread sitecore route feed snippet \
    object objects news channel children content value properties";

/// How many items of a list are examined.
const LOOKED_AT: usize = 100;

/// How many levels of wrappers are searched.
const LEVELS: u8 = 7;

/// Returns the type of document of an editor, if a value is one.
pub(super) fn document(value: &Value) -> Option<&'static Document> {
    let holds = value.is_object() || value.is_array();
    DOCUMENTS.iter().find(|document| holds && (document.is)(value))
}

/// Returns whether a value can be the text of an article.
pub(super) fn is_text(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.trim().is_empty() && !addresses::is_address(text.trim()),
        Value::Array(items) => {
            let content = |item: &Value| {
                item.is_object() || item.as_str().is_some_and(|text| text.contains([' ', '.']) || !text.is_ascii())
            };
            !items.is_empty() && items.iter().any(content)
        }
        Value::Object(_) if !std::ptr::eq(localized(value), value) => is_text(localized(value)),
        Value::Object(_) => {
            let inner = unwrapped(value);
            document(value).is_some()
                || document(inner).is_some()
                || inner.is_array() && is_text(inner)
                || matches!(inner.members(), [(_, only)] if (only.is_object() || only.is_array()) && is_text(only))
                || inner.get("items").is_some_and(|items| items.items().first().is_some_and(Value::is_object))
                || Keys("html markup markdown rendered processed value raw json text content data *").any(|name| {
                    get(inner, name).is_some_and(|text| {
                        text.as_str().is_some_and(|text| !text.trim().is_empty()) || document(text).is_some()
                    })
                })
        }
        _ => false,
    }
}

/// Returns the first of these members that is a text.
pub(super) fn text_in<'v, 't>(object: &'v Value<'t>, names: &str) -> Option<(&'v str, &'v Value<'t>)> {
    Keys(names).filter_map(|name| named(object, name)).find(|(_, value)| is_text(value))
}

/// Members whose texts are not the text of an article, however long.
const NEVER: &str =
    "message detail details error error_description bio copyright license schema css script template query note";

/// How long a text without markup must be to be an article's, in bytes.
const LONG: usize = 200;

/// Returns the longest text of an object, for texts with names of their own, such as `texto_noticia`.
pub(super) fn longest<'v, 't>(object: &'v Value<'t>) -> Option<(&'v str, &'v Value<'t>)> {
    let length = |value: &Value| match value {
        Value::String(text) if text.contains(' ') && !addresses::is_address(text.trim()) => {
            let told = text.len() >= LONG || recognised::find_form(text) != Form::Plain;
            if told { text.len() } else { 0 }
        }
        Value::Array(_) | Value::Object(_) if document(value).is_some() => LONG,
        _ => 0,
    };
    let names = object.members().iter().map(|(name, _)| name.as_ref());
    let others = names.filter(|name| !Keys(NEVER).has(name) && !Keys(SUMMARIES).has(name) && !name.contains("meta"));
    let texts = others.filter_map(|name| named(object, name)).map(|text| (length(text.1), text));
    texts.filter(|(length, _)| *length > 0).max_by_key(|(length, _)| *length).map(|(_, text)| text)
}

/// Returns whether an object has a date.
fn has_date(object: &Value) -> bool {
    Keys(facts::PUBLISHED).any(|name| match get(object, name) {
        Some(Value::Number(number)) => number.to_text().len() > 8,
        Some(Value::String(date)) => DateTime::parse(date.trim()).is_some() || date.len() > 9,
        _ => false,
    })
}

/// Returns whether an object is an article: it has a title, and a text or at least a date and a summary. If `loose`, any
/// long text is enough.
fn is_article(object: &Value, loose: bool) -> bool {
    // Some systems put all fields into the content, and repeat the title beside it.
    if get(object, "content").is_some_and(|content| content.is_object() && is_article(content, false)) {
        return false;
    }
    let head = head_of(object);
    let Some((name, title)) = says(head, TITLES) else { return is_titled(object) || is_post(object) };
    let named = is_vague(name);
    let whole = !title.is_array() || document(title).is_some();
    let texts = texts_of(object);
    let text = [HTML, MARKDOWN, ANY].iter().any(|names| text_in(texts, names).is_some());
    let plain = text_in(texts, PLAIN).map(|(_, value)| value);
    // If both are one level down, the inner object is the article.
    whole
        && (std::ptr::eq(head, object) || std::ptr::eq(texts, object))
        && (text && (!named || has_date(object) || has_prose(texts))
            || plain.is_some_and(|text| {
                !named || text.as_str().is_none_or(|text| recognised::find_form(text) == Form::Html)
            })
            || loose && longest(texts).is_some()
            || has_date(object)
                && text_in(object, SUMMARIES).is_some()
                && (!named || object.get("datePublished").is_some()))
}

/// Returns whether the name of a title says nothing about its object: people and files have such names, too.
pub(super) fn is_vague(title: &str) -> bool {
    ["name", "subject", "heading"].iter().any(|name| title.eq_ignore_ascii_case(name))
}

/// Members that hold the title of a text: its former front matter.
const HEADS: &str = "frontmatter frontMatter data attributes metadata meta matter TitlePart";

/// Returns the object with the title: the object itself, or the member that was its front matter.
pub(super) fn head_of<'v, 't>(object: &'v Value<'t>) -> &'v Value<'t> {
    if says(object, TITLES).is_some() {
        return object;
    }
    let held = Keys(HEADS)
        .filter_map(|name| object.get(name))
        .find(|inner| inner.is_object() && says(inner, "title headline").is_some());
    held.unwrap_or(object)
}

/// Returns whether an object is a post without a title: it has a text, a date and an author.
fn is_post(object: &Value) -> bool {
    let texts = texts_of(object);
    let text = [HTML, MARKDOWN, ANY, PLAIN].iter().any(|names| text_in(texts, names).is_some());
    text && (has_date(object) || has_date(texts)) && says(object, "account author attributedTo user blogName").is_some()
        || text && has_date(object) && get(object, "fromId").is_some()
}

/// Returns whether the text of an object begins with front matter that has a title.
fn is_titled(object: &Value) -> bool {
    [MARKDOWN, ANY, PLAIN]
        .iter()
        .filter_map(|names| text_in(object, names))
        .filter_map(|(_, text)| text.as_str())
        .any(|text| front_matter(text).0.lines().any(|line| line.starts_with("title")))
}

/// Returns the object with the texts: the object itself, or the member with its fields.
pub(super) fn texts_of<'v, 't>(object: &'v Value<'t>) -> &'v Value<'t> {
    let has_text = |object: &Value| [HTML, MARKDOWN, ANY, PLAIN].iter().any(|names| text_in(object, names).is_some());
    if has_text(object) {
        return object;
    }
    let held = Keys(HOLDERS).filter_map(|name| get(object, name)).find(|inner| inner.is_object() && has_text(inner));
    // The text of a forum's topic is its first post.
    let first = held.or_else(|| object.at("post_stream posts")?.items().first());
    let long = |inner: &&Value| inner.is_object() && longest(inner).is_some();
    first.or_else(|| Keys(HOLDERS).filter_map(|name| get(object, name)).find(long)).unwrap_or(object)
}

/// Returns whether one of the texts is more than a word.
fn has_prose(object: &Value) -> bool {
    [HTML, MARKDOWN, ANY].iter().any(|names| {
        Keys(names).filter_map(|name| get(object, name)).any(|value| match value {
            Value::String(text) => text.trim().contains([' ', '\n', '<', '.']) || !text.is_ascii(),
            other => document(other).is_some() || has(other, "value") || other.members().len() == 1,
        })
    })
}

/// An article in an answer, the values around it, and the list that contains it.
pub(super) struct Found<'t> {
    pub article: &'t Value<'t>,
    pub around: Vec<&'t Value<'t>>,
    pub list: &'t [Value<'t>],
}

/// Finds the article in a tree.
pub(super) fn find<'t>(tree: &'t Value<'t>) -> Option<Found<'t>> {
    find_that(tree, false).or_else(|| find_that(tree, true))
}

/// Finds an object that is an article; if `loose`, one with any long text.
fn find_that<'t>(tree: &'t Value<'t>, loose: bool) -> Option<Found<'t>> {
    let (mut value, mut around, mut list) = (tree, Vec::new(), &[][..]);
    for _ in 0..LEVELS {
        if is_article(value, loose) {
            return Some(Found { article: value, around, list });
        }
        around.push(value);
        value = match value {
            Value::Array(items) => {
                let first =
                    items.iter().take(LOOKED_AT).find(|item| is_article(wrapped(item), loose)).or(items.first())?;
                list = items;
                first
            }
            Value::Object(members) => {
                let holds = |value: &&Value| value.is_object() || value.items().first().is_some_and(Value::is_object);
                let mut holding = members.iter().map(|(_, value)| value).filter(holds);
                let named = Keys(WRAPPERS).filter_map(|name| get(value, name)).find(|inner| match inner {
                    Value::Array(items) => items.first().is_some_and(Value::is_object),
                    inner => inner.is_object(),
                });
                match (named, holding.next(), holding.next()) {
                    (Some(inner), ..) => inner,
                    (None, Some(only), None) => only,
                    _ => return None,
                }
            }
            _ => return None,
        };
    }
    None
}

/// Returns the article in an item of a list: the item itself, or a value one level down.
pub(super) fn wrapped<'t>(item: &'t Value<'t>) -> &'t Value<'t> {
    let inner = ["node", "attributes", "fields", "data", "article", "post"].iter().find_map(|name| item.get(name));
    if is_article(item, true) { item } else { inner.filter(|inner| inner.is_object()).unwrap_or(item) }
}

/// Returns whether a document with names of our own format is rather an object of another system: it has a text under
/// another name, or it has unknown members and its text is markup.
pub(in crate::read) fn suits_better(tree: &Value) -> bool {
    if !is_article(tree, false) || !has_prose(texts_of(tree)) {
        return false;
    }
    let foreign = tree.members().iter().filter(|(name, value)| !value.is_null() && !article::knows(name)).count();
    // A text of another name stands in the place of an empty body.
    match tree.get("body").filter(|body| !body.is_null() && body.as_str() != Some("")) {
        None => [HTML, MARKDOWN, ANY].iter().any(|names| text_in(texts_of(tree), names).is_some()),
        Some(Value::String(text)) if has(tree, "headline") => foreign > 0 && recognised::find_form(text) != Form::Plain,
        Some(Value::String(_)) => foreign > usize::from(has(tree, "title")),
        // Drupal lists the values of each field.
        Some(body) => {
            let listed = || body.one_or_many().first().is_some_and(|first| has(first, "value"));
            let named = || matches!(body.members(), [(name, only)] if only.is_object() && name != "html");
            !has(tree, "headline") && (document(body).is_some() || listed() || named() && is_text(body))
        }
    }
}
