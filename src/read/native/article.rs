//! The project's own article JSON: the article itself. `www/article.schema.json` describes it.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Author, Named, Related, RelatedItem};
use crate::options::Zone;
use crate::read::Context;
use crate::read::native::{block, inline, media};
use crate::read::values::list::read_list;
use crate::report::WarningCode;
use crate::text::Label;
use crate::text::keys::Keys;
use crate::url::{Purpose, SafeUrl};

/// The fields of an article whose headline is in `title`.
const FIELDS: &str = "$schema lang dir url breadcrumb kicker headline description datePublished dateModified timeZone \
                      source author image body keywords related title";

/// Returns whether an object has a field that only articles have, even if it is `null`: an empty article is an article.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    tree.members().iter().any(|(name, _)| Keys("headline body breadcrumb datePublished related").has(name))
}

/// Returns whether an article may have a member of this name.
pub(in crate::read) fn knows(name: &str) -> bool {
    Keys(FIELDS).has(name)
}

/// Returns whether a tree can only be an article of our format: neither it nor a block of its body has a member unknown
/// to the format. Then the other formats need not be tried, which takes as long as reading a small article.
pub(in crate::read) fn is_plainly_ours(tree: &Value) -> bool {
    let headline = matches!(tree.get("headline"), Some(Value::String(_)));
    headline && tree.members().iter().all(|(name, _)| knows(name)) && tree.get("body").is_some_and(has_our_names)
}

/// Returns whether a body uses only the names of our format.
fn has_our_names(body: &Value) -> bool {
    match body {
        Value::Array(blocks) => blocks.iter().all(|block| match block {
            Value::String(_) => true,
            Value::Object(members) => members.iter().all(|(name, value)| match name.as_ref() {
                "type" => matches!(value, Value::String(_)),
                "text" | "level" | "lead" | "dropCap" | "items" | "ordered" | "src" | "alt" | "width" | "height"
                | "caption" | "credit" | "attribution" => true,
                _ => false,
            }),
            _ => false,
        }),
        Value::Object(members) => {
            members.iter().all(|(name, value)| name == "html" && matches!(value, Value::String(_)))
        }
        _ => false,
    }
}

/// Reads an article.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    // Many call the headline `title`; beside a `headline` that field is unknown.
    let (headline, fields) = match tree.get("headline") {
        None => ("title", FIELDS),
        Some(_) => ("headline", FIELDS.get(..FIELDS.len() - " title".len()).unwrap_or("")),
    };
    cx.only(tree, fields);
    let url = tree.get("url").and_then(|value| read_own_url(value, cx));
    cx.set_base(url.as_ref(), tree);
    if let Some(url) = &url {
        cx.related.push(url.clone());
    }
    let mut article = Article {
        lang: tree.get("lang").and_then(|value| cx.lang(value)),
        dir: tree.get("dir").and_then(|value| cx.dir(value)),
        url,
        breadcrumb: read_list(tree, "breadcrumb", cx, read_named),
        kicker: inline::field(tree, "kicker", cx).into(),
        headline: inline::field(tree, headline, cx).into(),
        description: inline::field(tree, "description", cx),
        date_published: cx.date_of(tree, "datePublished"),
        date_modified: cx.date_of(tree, "dateModified"),
        time_zone: tree.get("timeZone").and_then(|value| read_time_zone(value, cx)),
        source: tree.get("source").and_then(|value| read_named(value, cx)),
        authors: read_list(tree, "author", cx, author),
        image: tree.get("image").and_then(|value| media::read_figure(value, cx)),
        body: tree.get("body").map(|value| block::blocks(value, cx)).unwrap_or_default(),
        body_items: None,
        keywords: read_list(tree, "keywords", cx, |value, cx| cx.label(value)),
        related: read_list(tree, "related", cx, read_related),
    };
    let is_list = tree.get("body").is_some_and(Value::is_array);
    article.body_items = Some(if is_list { std::mem::take(&mut cx.body_items) } else { Vec::new() });
    Ok((article, 1))
}

/// Reads the article's own address, which can only be relative to the host's base.
fn read_own_url(value: &Value, cx: &mut Context) -> Option<SafeUrl> {
    match value.as_str() {
        Some(url) => cx.judge(url, Purpose::Media, value),
        None => {
            cx.wrong_type(value, "a URL");
            None
        }
    }
}

/// Reads the zone of dates without an offset.
fn read_time_zone<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Label<'t>> {
    let zone = cx.label(value)?;
    if Zone::parse(&zone).is_none() {
        cx.warn(WarningCode::InvalidValue, value, &["not a time zone: ", &zone]);
        return None;
    }
    Some(zone)
}

/// Reads a name with its address, or a bare name.
fn read_named<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Named<'t>> {
    if !value.is_object() {
        return Some(Named { name: cx.label(value)?, url: None });
    }
    cx.only(value, "name url");
    let url = cx.link_of(value, "url");
    Some(Named { name: read_required(value, "name", cx)?, url })
}

/// Reads an author, or a bare name.
pub(in crate::read) fn author<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Author<'t>> {
    if !value.is_object() {
        return Some(Author { name: cx.label(value)?, url: None, role: None });
    }
    cx.only(value, "name url role");
    let (url, role) = (cx.link_of(value, "url"), cx.label_of(value, "role"));
    Some(Author { name: read_required(value, "name", cx)?, url, role })
}

/// Reads the label in a required member.
fn read_required<'t>(object: &'t Value<'t>, name: &str, cx: &mut Context) -> Option<Label<'t>> {
    let label = cx.label_of(object, name);
    if label.is_none() {
        cx.warnings.warn_member(WarningCode::MissingField, object, name, &["left out, because it has no ", name]);
    }
    label
}

/// Reads a block of related links.
fn read_related<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Related<'t>> {
    if !cx.is_object(value) {
        return None;
    }
    cx.only(value, "title more items");
    let more = value.get("more").filter(|more| cx.is_object(more)).and_then(|more| {
        cx.only(more, "text url");
        let (name, url) = (cx.label_of(more, "text").unwrap_or_default(), cx.link_of(more, "url"));
        url.map(|url| Named { name, url: Some(url) })
    });
    let items = read_list(value, "items", cx, read_related_item);
    Some(Related { title: cx.label_of(value, "title"), more, items })
}

/// The number of related links that are compared with later ones to find duplicates.
const RELATED_ONCE: usize = 50;

/// Returns whether an address differs from those seen, which are the article's own and earlier links, and adds it to
/// them.
fn is_new(url: &SafeUrl, seen: &mut Vec<SafeUrl>) -> bool {
    for other in seen.iter() {
        if other.page() == url.page() {
            return false;
        }
    }
    if seen.len() < RELATED_ONCE {
        seen.push(url.clone());
    }
    true
}

/// Reads a related link; `None` without a headline or an address.
fn read_related_item<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<RelatedItem<'t>> {
    if !cx.is_object(value) {
        return None;
    }
    cx.only(value, "headline url image datePublished source sponsored");
    let headline = read_required(value, "headline", cx);
    if value.get("url").is_none() {
        cx.warnings.warn_member(WarningCode::MissingField, value, "url", &["left out, because it has no url"]);
    }
    let (headline, url) = (headline?, cx.link_of(value, "url"));
    let Some(url) = url.filter(|url| is_new(url, &mut cx.related)) else {
        cx.warn(WarningCode::SkippedItem, value, &["left out, because it leads nowhere new: ", &headline]);
        return None;
    };
    Some(RelatedItem {
        headline,
        url,
        image: value.get("image").and_then(|image| media::read_image(image, cx)),
        date_published: cx.date_of(value, "datePublished"),
        source: value.get("source").and_then(|source| read_named(source, cx)).map(|source| source.name),
        sponsored: cx.flag_of(value, "sponsored"),
    })
}
