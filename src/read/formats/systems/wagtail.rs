//! Wagtail's pages (docs.wagtail.org, API version 2): fields that each site invents, and streams of typed blocks.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Article, Block, Figure, Inline, List, ListItem};
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::editors::engine::addressed;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::piece_names;
use crate::read::formats::editors::engine::pieces;
use crate::read::formats::editors::engine::recognised;
use crate::read::formats::editors::engine::things;
use crate::read::formats::systems::facts;
use crate::read::values::collection::{Links, choose};
use crate::read::values::dedupe::{describe, illustrate};
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::{date, has, label, read_lang};
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::text::template::concat;

/// Returns whether an object is a page: its `meta` has its model and its addresses.
fn is_page(value: &Value) -> bool {
    let meta = value.get("meta").unwrap_or(const { &Value::Null });
    let model = meta.str("type").is_some_and(|name| name.contains('.'));
    model
        && value.get("title").is_some()
        && ["detail_url", "html_url", "first_published_at", "slug"].iter().any(|name| has(meta, name))
}

/// Returns the pages of an answer.
fn pages<'t>(tree: &'t Value<'t>) -> &'t [Value<'t>] {
    let all = tree.get("items").unwrap_or(tree).one_or_many();
    if all.iter().all(is_page) { all } else { &[] }
}

/// Returns whether there are pages.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    !pages(tree).is_empty()
}

/// Returns whether a value is a stream: blocks with a type and a value.
fn is_stream(value: &Value) -> bool {
    let block = |block: &Value| block.str("type").is_some() && has(block, "value");
    !value.items().is_empty() && value.items().iter().all(block)
}

/// Fields with their own reader, or without text of the page.
const TAKEN: &str = "id meta title date published_date publication_date first_published_at last_published_at author authors \
    tags categories subtitle intro introduction description search_description summary excerpt image main_image \
    feed_image header_image hero_image cover_image featured_image listing_image thumbnail slug seo_title";

/// Reads a page.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let all = pages(tree);
    if all.is_empty() {
        return Err(Error::new(ErrorCode::WrongFormat, &["no page of this format in it"]));
    }
    let page = choose(all.iter().collect(), cx)?;
    let meta = page.get("meta").unwrap_or(page);
    let mut article = Article::default();
    facts::address(meta, &mut article, cx);
    article.headline = page.get("title").map(|title| cx.plain(title)).unwrap_or_default().into();
    article.date_published =
        date(page, "date published_date publication_date", cx).or_else(|| date(meta, "first_published_at", cx));
    article.lang = read_lang(meta, "locale", cx);
    let d = Dialect { html: true, ..Dialect::default() };
    for (name, value) in page.members() {
        // A rendition is the same picture in another size.
        let source = name.strip_suffix("_rendition").or_else(|| name.strip_suffix("_thumbnail")).unwrap_or(name);
        if Keys(TAKEN).has(source) {
            continue;
        }
        match value {
            _ if is_stream(value) => stream(value, &d, cx, &mut article.body),
            Value::String(_) | Value::Object(_) | Value::Array(_) => {
                things::thing(name, value, &d, cx, &mut article.body)
            }
            _ => {}
        }
    }
    facts::fill(page, &mut article, cx);
    for name in ["intro", "introduction", "search_description"] {
        if let Some(text) = page.get(name) {
            let text = things::line(text, &d, cx);
            describe(&mut article, text);
        }
    }
    for name in ["feed_image", "header_image", "listing_image"] {
        // The site chose the size of the rendition.
        let rendition = page.get(&concat(&[name, "_rendition"]));
        if article.image.is_none()
            && let Some(value) = rendition.or_else(|| page.get(name))
        {
            let figure = picture(value, &d, cx);
            illustrate(&mut article, figure);
        }
    }
    let mut links = Links::of(article.url.as_ref());
    for other in all.iter().filter(|other| !std::ptr::eq(*other, page)) {
        if let Some(url) = other.at("meta html_url").and_then(|url| cx.link(url)) {
            links.add(other, label(other, "title", cx), Some(url), cx);
        }
    }
    links.add_to(&mut article.related);
    Ok((article, all.len()))
}

/// Reads the picture in a field: an object of the API, whose file is in its `meta`, or a rendition.
fn picture<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    match value.at("meta download_url") {
        Some(address) => addressed::picture_at(address, value, d, cx),
        None => addressed::picture(value, d, cx),
    }
}

/// Adds a stream of blocks.
fn stream<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    // In a list of one type of value, each is called an item.
    if value.items().iter().all(|item| item.str("type") == Some("item") && item.str("value").is_some()) {
        let mut list = List::default();
        for item in cx.within(value.items()) {
            let body = item.get("value").map(|text| recognised::blocks(text, None, cx)).unwrap_or_default();
            if !body.is_empty() {
                list.items.push(ListItem { checked: None, body });
            }
        }
        return out.extend((!list.items.is_empty()).then_some(Block::List(list)));
    }
    for block in value.items() {
        if !cx.spend(block) {
            break;
        }
        let (name, content) = (block.str("type").unwrap_or(""), block.get("value"));
        let Some(content) = content else {
            if !matches!(piece_names::kind_of(name), Kind::Divider) {
                continue;
            }
            out.push(Block::Divider);
            continue;
        };
        cx.nested(block, |cx| read_block(name, content, d, cx, out));
    }
}

/// Adds a block by its type. Pictures, documents and pages are only numbers, unless the site adds details.
fn read_block<'t>(name: &str, content: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let kind = piece_names::kind_of(name);
    match content {
        Value::Number(_) if matches!(kind, Kind::Heading | Kind::Paragraph) => {
            out.extend(cx.label(content).map(|text| Block::paragraph(vec![Inline::Text(text.into())])))
        }
        Value::Number(_) => unresolved(content, name, cx),
        Value::String(_) => pieces::named(name, content, d, cx, out),
        _ if is_stream(content) => stream(content, d, cx, out),
        Value::Object(_) if content.at("meta download_url").is_some() => {
            if let Some(address) = content.at("meta download_url") {
                let kind = if kind == Kind::File { kind } else { Kind::Image };
                addressed::addressed(kind, address, content, d, cx, out);
            }
        }
        Value::Object(members) => {
            for (field, value) in members {
                let referring =
                    matches!(piece_names::kind_of(field), Kind::Image | Kind::File | Kind::Video | Kind::Audio);
                if value.as_number().is_some() && (referring || field.ends_with("page")) {
                    unresolved(value, field, cx);
                }
            }
            match name {
                // The name `item` does not give a kind.
                "item" => things::thing("", content, d, cx, out),
                _ => pieces::piece(name, content, d, cx, out),
            }
        }
        Value::Array(_) => things::thing(name, content, d, cx, out),
        _ => {}
    }
}

/// Warns about a number instead of a picture, a document or a page.
fn unresolved(number: &Value, name: &str, cx: &mut Context) {
    let message = &["only a number: what it stands for is not in the input: ", name];
    cx.warn(WarningCode::Unresolved, number, message);
}
