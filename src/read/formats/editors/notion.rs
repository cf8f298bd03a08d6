//! Notion's pages, as its API returns them (developers.notion.com/reference/page), with the blocks in the same answer.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Article, Author};
use crate::read::Context;
use crate::read::formats::editors::engine::addressed;
use crate::read::formats::editors::engine::node::find_str;
use crate::read::formats::editors::notion_blocks::{file, find_blocks, read_nodes};
use crate::read::formats::editors::notion_text::read_inlines;
use crate::read::values::dedupe::illustrate;
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::date;
use crate::report::WarningCode;
use crate::text::keys::Keys;

/// Returns whether a value is a page: its properties include a title.
fn is_page(value: &Value) -> bool {
    value.str("object") == Some("page") && find_title(value).is_some()
}

/// Returns the title of a page, whatever the name of its property.
fn find_title<'t>(page: &'t Value<'t>) -> Option<&'t Value<'t>> {
    let properties = page.get("properties")?.members();
    properties
        .iter()
        .find(|(_, property)| property.str("type") == Some("title"))
        .and_then(|(_, property)| property.get("title"))
}

/// Returns the page and its blocks in a value or its members.
fn split_parts<'t>(tree: &'t Value<'t>) -> (Option<&'t Value<'t>>, &'t [Value<'t>]) {
    let mut members: Vec<&Value> = vec![tree];
    members.extend(tree.members().iter().map(|(_, member)| member));
    members.extend(tree.list("results").first());
    let page = members.iter().copied().find(|member| is_page(member));
    let blocks = members.iter().map(|member| find_blocks(member)).find(|blocks| !blocks.is_empty());
    (page, blocks.unwrap_or(&[]))
}

/// Returns whether there are blocks, or a page.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    let (page, blocks) = split_parts(tree);
    page.is_some() || !blocks.is_empty()
}

/// Reads blocks, and the page around them.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let (page, nodes) = split_parts(tree);
    if page.is_none() && nodes.is_empty() {
        return Err(Error::new(ErrorCode::WrongFormat, &["no page and no blocks of this format in it"]));
    }
    let mut article = Article::default();
    if let Some(page) = page {
        read_properties(page, &mut article, cx);
    }
    let d = Dialect::default();
    read_nodes(nodes, &d, cx, &mut article.body);
    if let (Some(page), true) = (page, nodes.is_empty()) {
        cx.warn(WarningCode::Unresolved, page, &["only a page: its blocks are not in the input"]);
    }
    if let Some(more @ Value::Bool(true)) = tree.get("has_more") {
        cx.warn(
            WarningCode::Truncated,
            more,
            &["the article is cut off here: there are more blocks than this answer has"],
        );
    }
    if let Some(cover) = page.and_then(|page| page.get("cover")) {
        let figure = file(cover).and_then(|address| addressed::picture(address, &d, cx));
        illustrate(&mut article, figure);
    }
    Ok((article, 1))
}

/// Reads the properties of a page. They are columns of a database, which each site invents, so only the usual ones are
/// read.
fn read_properties<'t>(page: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let address = page.get("public_url").or_else(|| page.get("url"));
    article.url = address.and_then(|url| cx.link(url));
    article.headline = find_title(page).map(|title| read_inlines(title.items(), cx)).unwrap_or_default().into();
    article.date_modified = date(page, "last_edited_time", cx);
    for (name, property) in page.get("properties").unwrap_or(&Value::Null).members() {
        let name = name.to_ascii_lowercase();
        let kind = property.str("type").unwrap_or("");
        let Some(value) = property.get(kind) else { continue };
        let named = |words: &str| name.split(' ').any(|word| Keys(words).has(word));
        match kind {
            "date"
                if article.date_published.is_none()
                    && named("date published publish publication posted day datum fecha") =>
            {
                article.date_published = date(value, "start", cx);
            }
            "people" | "rich_text" | "select" | "created_by" if named("author authors writer by autor auteur") => {
                for person in value.one_or_many() {
                    let label = find_str(person, "name plain_text").and_then(|name| cx.label(name));
                    article.authors.extend(label.map(|name| Author { name, ..Author::default() }));
                }
            }
            "multi_select" => {
                for tag in value.items() {
                    article.keywords.extend(cx.label_of(tag, "name"));
                }
            }
            "rich_text" if article.description.is_empty() && named("description summary excerpt subtitle abstract") => {
                article.description = read_inlines(value.items(), cx);
            }
            _ => {}
        }
    }
    if article.date_published.is_none() {
        article.date_published = date(page, "created_time", cx);
    }
}
