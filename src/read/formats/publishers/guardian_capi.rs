//! The Guardian's Open Platform (open-platform.theguardian.com/documentation): an item, or the results of a search.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Article, Author, Block, Entry, Inline, Named, plain_text};
use crate::read::Context;
use crate::read::format::Read;
use crate::read::html;
use crate::read::native::media;
use crate::read::values::collection::{Links, choose};
use crate::read::values::dedupe::{describe, illustrate};
use crate::read::values::lenient::{self, date, first, html_inlines, label, linked, own_address};
use crate::report::WarningCode;

/// Returns whether an object is an item: its title and its addresses on the web and in the API.
fn is_item(value: &Value) -> bool {
    value.str("webTitle").is_some()
        && ["apiUrl", "webUrl", "webPublicationDate"].iter().filter(|name| value.get(name).is_some()).count() > 1
}

/// Returns the items of an answer.
fn items<'t>(tree: &'t Value<'t>) -> &'t [Value<'t>] {
    let tree = tree.get("response").unwrap_or(tree);
    let inner = ["content", "results"].iter().find_map(|name| tree.get(name)).unwrap_or(tree);
    if inner.one_or_many().iter().all(is_item) { inner.one_or_many() } else { &[] }
}

/// Returns whether there are items.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    !items(tree).is_empty()
}

/// Reads an item.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let all = items(tree);
    if all.is_empty() {
        return Err(Error::new(ErrorCode::WrongFormat, &["no item of this format in it"]));
    }
    let item = choose(all.iter().collect(), cx)?;
    let fields = item.get("fields").unwrap_or(const { &Value::Null });
    let url = own_address(item, "webUrl", cx);
    let mut article = Article {
        headline: html_inlines(first(fields, "headline").or_else(|| item.get("webTitle")), cx).into(),
        date_published: date(item, "webPublicationDate", cx).or_else(|| date(fields, "firstPublicationDate", cx)),
        date_modified: date(fields, "lastModified", cx),
        lang: lenient::read_lang(fields, "lang", cx),
        source: label(fields, "publication", cx).map(|name| Named { name, url: None }),
        url,
        ..Article::default()
    };
    if article.source.is_none() {
        article.source = lenient::site(None, article.url.as_ref());
    }
    article.kicker = label(item, "sectionName", cx)
        .map(|name| linked(vec![Inline::Text(name.into())], None))
        .unwrap_or_default()
        .into();
    contributors(item, fields, &mut article, cx);
    article.body = body(item, fields, cx);
    for name in ["standfirst", "trailText"] {
        let text = html_inlines(fields.get(name), cx);
        describe(&mut article, text);
    }
    main(item, fields, &mut article, cx);
    let mut links = Links::of(article.url.as_ref());
    for other in all.iter().filter(|other| !std::ptr::eq(*other, item)) {
        let headline = label(other, "webTitle", cx);
        let url = other.get("webUrl").and_then(|url| cx.link(url));
        if let Some(link) = links.add(other, headline, url, cx) {
            link.date_published = date(other, "webPublicationDate", cx);
        }
    }
    links.add_to(&mut article.related);
    Ok((article, all.len()))
}

/// Reads the authors: the contributors among the tags, otherwise the byline. Other tags are topics.
fn contributors<'t>(item: &'t Value<'t>, fields: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    for tag in item.list("tags") {
        let Some(name) = label(tag, "webTitle", cx) else { continue };
        match tag.str("type") {
            Some("contributor") => {
                let url = tag.get("webUrl").and_then(|url| cx.link(url));
                article.authors.push(Author { name, url, role: None });
            }
            Some("keyword") => article.keywords.push(name),
            _ => {}
        }
    }
    if article.authors.is_empty() {
        article
            .authors
            .extend(first(fields, "byline").and_then(|name| lenient::author(name, article.lang.as_ref(), cx)));
    }
}

/// Reads the text: the field with all of it, or its blocks, which are entries if there are several.
fn body<'t>(item: &'t Value<'t>, fields: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let blocks = item.list("blocks body");
    let live = blocks.len() > 1;
    if let (Some(at @ Value::String(body)), false) = (first(fields, "body"), live) {
        return html::blocks(body, at, cx);
    }
    let mut out = Vec::new();
    for block in blocks {
        if !cx.spend(block) {
            break;
        }
        let mut body = match first(block, "bodyHtml") {
            Some(at @ Value::String(markup)) => html::blocks(markup, at, cx),
            _ => first(block, "bodyTextSummary").map(|text| vec![Block::paragraph(cx.plain(text))]).unwrap_or_default(),
        };
        if !live {
            out.append(&mut body);
            continue;
        }
        let title = html_inlines(block.get("title"), cx);
        let date = date(block, "firstPublishedDate publishedDate createdDate", cx);
        if !title.is_empty() || !body.is_empty() {
            out.push(Block::Entry(Entry { date, title: title.into(), authors: Vec::new(), body }));
        }
    }
    if out.is_empty()
        && let Some(text) = first(fields, "bodyText")
    {
        out = crate::read::native::block::blocks(text, cx);
    }
    if out.is_empty() {
        cx.warn(WarningCode::Unresolved, item, &["without its text: ask for it with show-fields=body"]);
    }
    out
}

/// Reads the content above the text: a lead picture or a player.
fn main<'t>(item: &'t Value<'t>, fields: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let markup = fields.get("main").or_else(|| item.at("blocks main bodyHtml"));
    let mut above = match markup {
        Some(at @ Value::String(markup)) => html::blocks(markup, at, cx),
        _ => Vec::new(),
    };
    if let Some(Block::Figure(_)) = above.first()
        && let Block::Figure(figure) = above.remove(0)
    {
        illustrate(article, Some(figure));
    }
    above.append(&mut article.body);
    article.body = above;
    if article.image.is_none() {
        let thumbnail = first(fields, "thumbnail").and_then(|address| media::read_figure(address, cx));
        let alone =
            article.body.iter().all(|block| !matches!(block, Block::Figure(_) | Block::Embed(_) | Block::Media(_)));
        illustrate(article, thumbnail.filter(|_| alone));
    }
    if plain_text(&article.description) == plain_text(&article.headline) {
        article.description.clear();
    }
}
