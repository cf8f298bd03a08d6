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
use crate::read::native::article;
use crate::read::values::lenient::has;
use crate::text::keys::Keys;

/// Members with the text of an article, best first, grouped by the form that the name implies.
pub(super) const HTML: &str = "body_html bodyHtml content_html contentHtml textHtml text_html post_html \
    postBody post_body post-body html cooked";
pub(super) const MARKDOWN: &str =
    "body_markdown bodyMarkdown content_markdown contentMarkdown markdown md body_md content_md selftext";
pub(super) const ANY: &str = "content body articleBody article_body post_content richText rich_text richtext mainContent main_content \
    full_text fullText story blocks sections paragraphs contentBlocks content_blocks body_blocks dynamicZone dynamic_zone \
    zone components flexible_content";
pub(super) const PLAIN: &str = "text bodyText body_text content_text contentText plain_text plaintext lead_paragraph";

/// Members that replace a missing text.
pub(super) const SUMMARIES: &str = "truncated_body_text description summary excerpt abstract snippet digest brief postSummary \
    post-summary";

/// Members with the other fields of an object that has its title beside them.
const HOLDERS: &str = "fields attributes data metadata acf content elements fieldData custom_fields body";

/// Members in which answers wrap their content.
const WRAPPERS: &str = "data result results response attributes fields items item _items docs posts post articles article \
    entries entry documents document nodes node edges hits news_item stories story pages page records rows list blog \
    publication props pageProps payload fieldData elements \
    object objects news channel children content value";

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
            document(inner).is_some()
                || inner.is_array() && is_text(inner)
                || Keys("html markdown rendered processed value raw json text content").any(|name| {
                    inner.get(name).is_some_and(|text| {
                        text.as_str().is_some_and(|text| !text.trim().is_empty()) || document(text).is_some()
                    })
                })
        }
        _ => false,
    }
}

/// Returns the first of these members that is a text.
pub(super) fn text_in<'n>(object: &Value, names: &'n str) -> Option<&'n str> {
    Keys(names).find(|name| object.get(name).is_some_and(|value| is_text(value)))
}

/// Returns whether an object has a date.
fn has_date(object: &Value) -> bool {
    Keys(facts::PUBLISHED).any(|name| match object.get(name) {
        Some(Value::String(date)) => DateTime::parse(date.trim()).is_some() || date.len() > 9,
        _ => false,
    })
}

/// Returns whether an object is an article: it has a title, and a text or at least a date and a summary.
fn is_article(object: &Value) -> bool {
    let head = head_of(object);
    let Some(title) = says(head, TITLES) else { return is_titled(object) };
    let named = matches!(title, "name" | "subject" | "heading");
    let whole = head.get(title).is_some_and(|title| !title.is_array() || document(title).is_some());
    let texts = texts_of(object);
    let text = [HTML, MARKDOWN, ANY].iter().any(|names| text_in(texts, names).is_some());
    let plain = text_in(texts, PLAIN).and_then(|name| texts.get(name));
    // If both are one level down, the inner object is the article.
    whole
        && (std::ptr::eq(head, object) || std::ptr::eq(texts, object))
        && (text && (!named || has_date(object) || has_prose(texts))
            || plain.is_some_and(|text| {
                !named || text.as_str().is_some_and(|text| recognised::find_form(text) == Form::Html)
            })
            || has_date(object)
                && text_in(object, SUMMARIES).is_some()
                && (!named || object.get("datePublished").is_some()))
}

/// Members that hold the title of a text: its former front matter.
const HEADS: &str = "frontmatter frontMatter data attributes metadata meta matter";

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

/// Returns whether the text of an object begins with front matter that has a title.
fn is_titled(object: &Value) -> bool {
    [MARKDOWN, ANY, PLAIN]
        .iter()
        .filter_map(|names| text_in(object, names))
        .filter_map(|name| object.str(name))
        .any(|text| front_matter(text).0.lines().any(|line| line.starts_with("title")))
}

/// Returns the object with the texts: the object itself, or the member with its fields.
pub(super) fn texts_of<'v, 't>(object: &'v Value<'t>) -> &'v Value<'t> {
    let has_text = |object: &Value| [HTML, MARKDOWN, ANY, PLAIN].iter().any(|names| text_in(object, names).is_some());
    if has_text(object) {
        return object;
    }
    let held = Keys(HOLDERS).filter_map(|name| object.get(name)).find(|inner| inner.is_object() && has_text(inner));
    held.unwrap_or(object)
}

/// Returns whether one of the texts is more than a word.
fn has_prose(object: &Value) -> bool {
    [HTML, MARKDOWN, ANY].iter().any(|names| {
        Keys(names).filter_map(|name| object.get(name)).any(|value| match value {
            Value::String(text) => text.trim().contains([' ', '\n', '<', '.']) || !text.is_ascii(),
            other => document(other).is_some(),
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
    let (mut value, mut around, mut list) = (tree, Vec::new(), &[][..]);
    for _ in 0..LEVELS {
        if is_article(value) {
            return Some(Found { article: value, around, list });
        }
        around.push(value);
        value = match value {
            Value::Array(items) => {
                let first = items.iter().find(|item| is_article(wrapped(item))).or(items.first())?;
                list = items;
                first
            }
            Value::Object(members) => {
                let named = Keys(WRAPPERS).filter_map(|name| value.get(name)).find(|inner| match inner {
                    Value::Array(items) => items.first().is_some_and(Value::is_object),
                    inner => inner.is_object(),
                });
                match (named, members.as_slice()) {
                    (Some(inner), _) => inner,
                    (None, [(_, only)]) => only,
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
    if is_article(item) { item } else { inner.filter(|inner| inner.is_object()).unwrap_or(item) }
}

/// Returns whether a document with names of our own format is rather an object of another system: it has a text under
/// another name, or it has unknown members and its text is markup.
pub(in crate::read) fn suits_better(tree: &Value) -> bool {
    if !is_article(tree) || !has_prose(texts_of(tree)) {
        return false;
    }
    let foreign = tree.members().iter().filter(|(name, value)| !value.is_null() && !article::knows(name)).count();
    // A text of another name stands in the place of an empty body.
    match tree.get("body").filter(|body| !body.is_null() && body.as_str() != Some("")) {
        None => [HTML, MARKDOWN, ANY].iter().any(|names| text_in(texts_of(tree), names).is_some()),
        Some(Value::String(text)) if has(tree, "headline") => foreign > 0 && recognised::find_form(text) != Form::Plain,
        Some(Value::String(_)) => foreign > usize::from(has(tree, "title")),
        Some(body) => !has(tree, "headline") && document(body).is_some(),
    }
}
