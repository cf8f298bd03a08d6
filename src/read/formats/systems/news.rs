//! The answers of news services: lists of articles with little more than their beginnings.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Article, Named};
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::editors::engine::addressed;
use crate::read::formats::editors::engine::recognised;
use crate::read::formats::systems::beginnings::without_count;
use crate::read::formats::systems::facts;
use crate::read::values::collection::{Links, choose};
use crate::read::values::dedupe::{describe, illustrate};
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::{self, date, first, label, own_address};
use crate::read::values::paragraphs::read_paragraphs;
use crate::report::WarningCode;
use crate::url::{Purpose, SafeUrl};

/// Returns whether a list holds objects with all of these members, even if they are `null`.
fn are(list: &[Value], names: &[&str]) -> bool {
    list.first().is_some_and(|item| names.iter().all(|name| lenient::has(item, name)))
}

/// Reads the article of a list that the options select, and adds the others as related links.
fn read_of<'t>(
    list: &'t [Value<'t>],
    url: &str,
    title: fn(&'t Value<'t>) -> Option<&'t Value<'t>>,
    read: fn(&'t Value<'t>, &mut Article<'t>, &mut Context),
    cx: &mut Context,
) -> Read<'t> {
    if list.is_empty() {
        return Err(Error::new(ErrorCode::NoSuchArticle, &["the list of articles is empty"]));
    }
    let chosen = choose(list.iter().collect(), cx)?;
    let mut article = Article { url: own_address(chosen, url, cx), ..Article::default() };
    article.headline = title(chosen).map(|title| facts::headline(title, cx)).unwrap_or_default().into();
    read(chosen, &mut article, cx);
    let mut links = Links::of(article.url.as_ref());
    for other in list.iter().filter(|other| !std::ptr::eq(*other, chosen)) {
        let address = lenient::read_absolute(other, url, cx);
        let name = title(other).and_then(|title| lenient::word(title)).and_then(|title| cx.label(title));
        if address.is_some() {
            links.add(other, name, address, cx);
        }
    }
    links.add_to(&mut article.related);
    Ok((article, list.len()))
}

/// Adds a text that the service may cut off, and warns if it is cut.
fn beginning<'t>(value: Option<&'t Value<'t>>, article: &mut Article<'t>, cx: &mut Context) {
    let Some(at @ Value::String(text)) = value else { return };
    let (text, cut) = without_count(text);
    match recognised::find_form(text) {
        recognised::Form::Plain => article.body = read_paragraphs(cx.lines_within(at, text), at, cx),
        form => article.body = recognised::blocks_of(text, at, form, cx),
    }
    if cut {
        cx.warn(WarningCode::Truncated, at, &["the text is cut off here: its server gives only its beginning"]);
    }
}

/// Returns whether this is an answer of NewsAPI (newsapi.org/docs/endpoints).
pub(super) fn is_newsapi(tree: &Value) -> bool {
    are(tree.list("articles"), &["urlToImage", "publishedAt", "title"])
}

/// Returns whether this is an answer of GNews (docs.gnews.io).
pub(super) fn is_gnews(tree: &Value) -> bool {
    lenient::has(tree, "totalArticles") && are(tree.list("articles"), &["title", "publishedAt", "url"])
}

/// Reads an article of NewsAPI.
pub(super) fn read_newsapi<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    read_of(
        tree.list("articles"),
        "url",
        |item| item.get("title"),
        |item, article, cx| {
            beginning(first(item, "content description"), article, cx);
            facts::fill(item, article, cx);
        },
        cx,
    )
}

/// Reads an article of GNews.
pub(super) fn read_gnews<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    read_newsapi(tree, cx)
}

/// Returns the articles of the New York Times: `response` in its search, `results` in its other services.
fn nyt<'t>(tree: &'t Value<'t>) -> &'t [Value<'t>] {
    let found = tree.list("response docs");
    if are(found, &["web_url", "headline"]) {
        return found;
    }
    let results = tree.list("results");
    if are(results, &["abstract", "byline", "published_date", "title"]) { results } else { &[] }
}

/// Returns whether this is an answer of the New York Times (developer.nytimes.com).
pub(super) fn is_nyt(tree: &Value) -> bool {
    !nyt(tree).is_empty()
}

/// Reads an article of the New York Times, which has only the first paragraph or a summary.
pub(super) fn read_nyt<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let title = |item: &'t Value<'t>| item.at("headline main").or_else(|| item.get("title"));
    read_of(
        nyt(tree),
        "web_url url",
        title,
        |item, article, cx| {
            // Pictures are on another host, which older answers omit.
            let home = SafeUrl::new("https://static01.nyt.com/", Purpose::Media, None).ok();
            let base = std::mem::replace(&mut cx.base, home);
            let text = first(item, "lead_paragraph abstract snippet");
            article.body = text.map(|text| recognised::blocks(text, None, cx)).unwrap_or_default();
            if let Some(text) = text {
                cx.warn(
                    WarningCode::Truncated,
                    text,
                    &["the article is cut off here: its server gives only its beginning"],
                );
            }
            article.kicker = first(item, "section_name section")
                .or_else(|| item.at("headline kicker"))
                .map(|name| cx.plain(name))
                .unwrap_or_default()
                .into();
            article.date_published = date(item, "pub_date published_date", cx);
            for word in item.list("keywords") {
                article.keywords.extend(label(word, "value", cx));
            }
            if let Some(source) = label(item, "source", cx) {
                article.source = Some(Named { name: source, url: None });
            }
            // An address within that host, which looks like a word.
            let picture = item.list("multimedia").first().and_then(|file| Some((file, file.get("url")?)));
            // Most popular articles list the sizes of each picture, the largest last.
            let media = item.list("media").first();
            let picture = picture.or_else(|| {
                let file = media?.list("media-metadata").last()?;
                Some((file, file.get("url")?))
            });
            if let Some((file, address)) = picture.filter(|(_, address)| address.as_str().is_some()) {
                let mut figure = addressed::picture_at(address, file, &Dialect::default(), cx);
                if let Some((figure, media)) = figure.as_mut().zip(media) {
                    figure.caption = lenient::read_plain(media, "caption", cx);
                    figure.credit = lenient::read_plain(media, "copyright", cx).into();
                }
                illustrate(article, figure);
            }
            facts::fill(item, article, cx);
            cx.base = base;
        },
        cx,
    )
}

/// Returns the items of the Associated Press's Media API.
fn ap<'t>(tree: &'t Value<'t>) -> Vec<&'t Value<'t>> {
    let data = tree.get("data").unwrap_or(tree);
    let mut items: Vec<&Value> = data.list("items").iter().map(|item| item.get("item").unwrap_or(item)).collect();
    items.extend(data.get("item").filter(|item| item.is_object()));
    items.retain(|item| item.get("altids").is_some() && item.get("type").is_some());
    items
}

/// Returns whether this is an answer of the Associated Press (developer.ap.org/ap-media-api).
pub(super) fn is_ap(tree: &Value) -> bool {
    !ap(tree).is_empty()
}

/// Reads an item of the Associated Press, whose text is at another address.
pub(super) fn read_ap<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let items = ap(tree);
    let count = items.len();
    let item = choose(items, cx)?;
    let mut article = Article { lang: lenient::read_lang(item, "language", cx), ..Article::default() };
    article.headline = first(item, "headline headline_extended title")
        .map(|title| facts::headline(title, cx))
        .unwrap_or_default()
        .into();
    article.date_published = date(item, "firstcreated versioncreated", cx);
    article.date_modified =
        date(item, "versioncreated", cx).filter(|date| article.date_published.as_ref() != Some(date));
    for byline in item.get("bylines").map_or(&[][..], Value::one_or_many) {
        article
            .authors
            .extend(first(byline, "by name byline").and_then(|name| lenient::author(name, article.lang.as_ref(), cx)));
    }
    for subject in item.list("subject") {
        article.keywords.extend(label(subject, "name", cx));
    }
    article.source = label(item, "provider", cx).map(|name| Named { name, url: None });
    for name in ["body_nitf", "body", "caption", "description_caption", "description_summary"] {
        if let Some(text) = item.get(name).filter(|text| text.as_str().is_some() && article.body.is_empty()) {
            article.body = recognised::blocks(text, None, cx);
        }
    }
    if let Some(linked) = item.at("renditions nitf href").filter(|_| article.body.is_empty()) {
        cx.warn(WarningCode::Unresolved, linked, &["the text is not in the input, but only its address"]);
    }
    let summary = first(item, "description_summary headline_extended").map(|text| recognised::read_inlines(text, cx));
    describe(&mut article, summary.unwrap_or_default());
    pictures(item, &mut article, cx);
    Ok((article, count))
}

/// Reads the item's own picture, or the first associated one; their addresses need a key of the service.
fn pictures<'t>(item: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let renditions = |item: &'t Value<'t>| {
        ["preview", "main", "thumbnail"]
            .iter()
            .find_map(|name| item.get("renditions")?.get(name))
            .filter(|file| file.str("mimetype").is_none_or(|kind| kind.starts_with("image/")))
    };
    let own = renditions(item);
    let other = item
        .get("associations")
        .unwrap_or(const { &Value::Null })
        .members()
        .iter()
        .find_map(|(_, item)| renditions(item));
    if let Some(file) = own.or(other)
        && let Some(figure) = facts::picture("image", file, item, cx)
    {
        illustrate(article, Some(figure));
    }
}
