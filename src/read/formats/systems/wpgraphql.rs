//! WPGraphQL: posts of WordPress from GraphQL, whose relations are in `node`, `nodes` or `edges`
//! (wpgraphql.com/docs/posts-and-pages).

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Article, Block, Date};
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::systems::facts;
use crate::read::html;
use crate::read::values::answer::unwrap_entry;
use crate::read::values::collection::{Links, choose};
use crate::read::values::lenient::{date, first, html_inlines};

/// Returns whether an object is a post: a title, and a relation or an id that only WPGraphQL writes this way.
fn is_post(value: &Value) -> bool {
    let relation = ["author", "featuredImage"]
        .iter()
        .any(|name| value.get(name).is_some_and(|relation| relation.get("node").is_some()));
    let list = ["categories", "tags"]
        .iter()
        .any(|name| value.get(name).is_some_and(|list| list.get("nodes").is_some() || list.get("edges").is_some()));
    let numbered = value.get("databaseId").is_some()
        || value.str("__typename").is_some_and(|name| matches!(name, "Post" | "Page"));
    let texts = ["content", "excerpt", "editorBlocks"].iter().any(|name| value.get(name).is_some());
    value.str("title").is_some() && (relation || list || numbered && texts)
}

/// Returns the post in an item of a list, which may be in an edge.
fn post<'t>(item: &'t Value<'t>) -> &'t Value<'t> {
    item.get("node").filter(|node| node.get("title").is_some()).unwrap_or(item)
}

/// Returns the posts of an answer.
fn posts<'t>(tree: &'t Value<'t>) -> &'t [Value<'t>] {
    let mut value = tree;
    for _ in 0..6 {
        let all = value.one_or_many();
        if !all.is_empty() && all.iter().all(|item| is_post(post(item))) {
            return all;
        }
        let named =
            ["data", "post", "page", "posts", "pages", "nodes", "edges", "contentNode", "contentNodes", "nodeByUri"];
        let next = named.iter().find_map(|name| value.get(name)).or_else(|| unwrap_entry(value, None));
        match next {
            Some(next) => value = next,
            None => break,
        }
    }
    &[]
}

/// Returns whether there are posts.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    !posts(tree).is_empty()
}

/// Reads a post.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let all: Vec<&Value> = posts(tree).iter().map(post).collect();
    if all.is_empty() {
        return Err(Error::new(ErrorCode::WrongFormat, &["no post of this format in it"]));
    }
    let count = all.len();
    let node = choose(all.clone(), cx)?;
    let mut article = Article::default();
    facts::address(node, &mut article, cx);
    article.headline = html_inlines(node.get("title"), cx).into();
    article.date_published = utc(node, "dateGmt", "date", cx);
    article.date_modified = utc(node, "modifiedGmt", "modified", cx);
    article.body = body(node, cx);
    facts::fill(node, &mut article, cx);
    let mut links = Links::of(article.url.as_ref());
    for other in all {
        if !std::ptr::eq(other, node)
            && let Some(url) = other.get("link").and_then(|link| cx.link(link))
        {
            let title = crate::model::plain_text(&html_inlines(other.get("title"), cx));
            links.add(other, cx.name(title, other), Some(url), cx);
        }
    }
    links.add_to(&mut article.related);
    Ok((article, count))
}

/// Reads the text: rendered as a whole, or block by block.
fn body<'t>(node: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    if let Some(at @ Value::String(content)) = first(node, "content contentRendered") {
        return html::blocks(content, at, cx);
    }
    let mut out = Vec::new();
    for block in first(node, "editorBlocks blocks").map_or(&[][..], Value::items) {
        // A nested block has the id of its parent, and is part of its HTML.
        let inner = block.get("parentClientId").is_some_and(|parent| !parent.is_null());
        if let Some(at @ Value::String(markup)) = first(block, "renderedHtml saveContent").filter(|_| !inner)
            && cx.spend(block)
        {
            out.append(&mut html::blocks(markup, at, cx));
        }
    }
    out
}

/// Reads a date in UTC, which is written without an offset, otherwise the site's local date.
fn utc<'t>(node: &'t Value<'t>, gmt: &str, local: &str, cx: &mut Context) -> Option<Date<'t>> {
    match date(node, gmt, cx) {
        Some(Date::Known(date)) => Some(Date::Known(date.with_offset(0))),
        _ => date(node, local, cx),
    }
}
