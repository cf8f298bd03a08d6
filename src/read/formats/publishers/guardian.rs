//! The Guardian's article pages (dotcom-rendering's `FEArticle`).

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Author, Block, Entry, Named, Related};
use crate::read::Context;
use crate::read::formats::publishers::engine::byline;
use crate::read::formats::publishers::engine::convert::{self, read_elements};
use crate::read::formats::publishers::engine::picture::picture;
use crate::read::formats::publishers::guardian_elements::Guardian;
use crate::read::values::collection::Links;
use crate::read::values::lenient::{self, count_members, first};
use crate::read::values::list::read_list;
use crate::text::keys::Keys;
use crate::text::lang::Dir;
use crate::text::template;
use crate::url::Purpose;

/// Returns whether a tree is such a page: blocks, and some members that only these pages have.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    const OWN: &str = "webPublicationDate pageId mainMediaElements webTitle standfirst guardianBaseURL";
    tree.get("blocks").is_some_and(Value::is_array) && count_members(tree, OWN) >= 2
}

/// Reads the article.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    if cx.base.is_none() {
        let home = tree.str("guardianBaseURL").unwrap_or("https://www.theguardian.com");
        cx.base = cx.judge(home, Purpose::Link, tree);
    }
    let url = first(tree, "canonicalUrl webURL").and_then(|url| cx.link(url));
    let mut article = Article {
        lang: tree.get("lang").and_then(|lang| cx.lang(lang)),
        dir: tree.get("isRightToLeftLang").and_then(Value::as_bool).filter(|rtl| *rtl).map(|_| Dir::Rtl),
        breadcrumb: read_section(tree, cx).into_iter().collect(),
        headline: lenient::read_plain(tree, "headline webTitle", cx).into(),
        description: convert::read_inlines_of(tree, "standfirst trailText", cx),
        date_published: lenient::date(tree, "webPublicationDate", cx),
        date_modified: find_linked_data(tree).and_then(|data| lenient::date(data, "dateModified", cx)),
        source: cx.label_of(tree, "publication").map(|name| Named { name, url: cx.base.clone() }),
        authors: read_authors(tree, cx),
        keywords: read_tags(tree, "Keyword").filter_map(|tag| cx.label_of(tag, "title")).collect(),
        url,
        ..Article::default()
    };
    let lead = tree.get("mainMediaElements").map(|media| read_elements(&Guardian, media, cx)).unwrap_or_default();
    for block in lead {
        match block {
            Block::Figure(figure) if article.image.is_none() => article.image = Some(figure),
            block => article.body.push(block),
        }
    }
    if let Some(stars) = tree.get("starRating") {
        article.body.extend(convert::read_rating(stars, 0.0, 5.0, cx));
    }
    article.body.extend(read_body(tree, cx));
    article.related = read_related(tree, &article, cx);
    Ok((article, 1))
}

/// Returns the page's data for search engines about the article.
fn find_linked_data<'t>(tree: &'t Value<'t>) -> Option<&'t Value<'t>> {
    tree.get("linkedData")?.items().iter().find(|data| data.get("dateModified").is_some())
}

/// Reads the section of the article.
fn read_section<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Option<Named<'t>> {
    let name = cx.label_of(tree, "sectionLabel")?;
    let path = tree.get("sectionUrl").filter(|path| path.as_str().is_some_and(|path| !path.is_empty()));
    let url = path.and_then(|path| {
        cx.judge(&template::concat(&["/", path.as_str()?.trim_start_matches('/')]), Purpose::Link, path)
    });
    Some(Named { name, url })
}

/// Returns the tags of one type.
fn read_tags<'t>(tree: &'t Value<'t>, kind: &'static str) -> impl Iterator<Item = &'t Value<'t>> {
    tree.list("tags").iter().filter(move |tag| tag.str("type") == Some(kind))
}

/// Reads the authors in the byline, with their pages if they have one.
fn read_authors<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Vec<Author<'t>> {
    let known: Vec<Author> = read_tags(tree, "Contributor")
        .filter_map(|tag| {
            let name = cx.label_of(tag, "title")?;
            let url = tag.str("id").and_then(|id| cx.judge(&template::concat(&["/", id]), Purpose::Link, tag));
            Some(Author { name, url, role: None })
        })
        .collect();
    let Some(value) = tree.get("byline").or_else(|| tree.at("author byline")) else { return known };
    let found = cx.label(value).map(|text| byline::read_authors(&text, &known)).unwrap_or_default();
    if found.is_empty() { lenient::author(value, None, cx).into_iter().collect() } else { found }
}

/// Reads the body: the elements of one block, or the entries of a live blog, the pinned one first.
fn read_body<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let blocks = tree.list("blocks");
    let design = tree.at("format design").and_then(Value::as_str).unwrap_or("");
    if blocks.len() < 2 && !matches!(design, "LiveBlogDesign" | "DeadBlogDesign") {
        return cx.within(blocks).iter().flat_map(|block| read_block_elements(block, cx)).collect();
    }
    let is_listed = |pinned: &&Value| blocks.iter().any(|block| block.get("id") == pinned.get("id"));
    let pinned = tree.get("pinnedPost").filter(|pinned| !is_listed(pinned));
    pinned.into_iter().chain(cx.within(blocks)).map(|block| read_entry(block, cx)).collect()
}

fn read_block_elements<'t>(block: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    block.get("elements").map(|all| read_elements(&Guardian, all, cx)).unwrap_or_default()
}

/// Reads an entry of a live blog.
fn read_entry<'t>(block: &'t Value<'t>, cx: &mut Context) -> Block<'t> {
    Block::Entry(Entry {
        date: lenient::date(block, "blockFirstPublished blockCreatedOn", cx),
        title: lenient::read_plain(block, "title", cx).into(),
        authors: read_list(block, "contributors", cx, |value, cx| {
            Some(Author { name: cx.label_of(value, "name")?, ..Author::default() })
        }),
        body: read_block_elements(block, cx),
    })
}

/// Reads the related articles of the page.
fn read_related<'t>(tree: &'t Value<'t>, article: &Article<'t>, cx: &mut Context) -> Vec<Related<'t>> {
    let mut out = Vec::new();
    let packages = Keys("storyPackage onwards relatedContent").filter_map(|name| tree.get(name));
    for package in packages.flat_map(Value::one_or_many) {
        let title = lenient::label(package, "heading displayname", cx);
        let mut links = Links::of(article.url.as_ref());
        for item in package.list("trails") {
            let (headline, url) = (lenient::label(item, "headline linkText", cx), cx.link_of(item, "url"));
            let Some(link) = links.add(item, headline, url, cx) else { continue };
            link.image = item.get("image").and_then(|image| {
                let src = image.as_str().or_else(|| image.str("src"))?;
                picture(image, &[(src.into(), 0)], Some("".into()), None, cx)
            });
            link.date_published = lenient::date(item, "webPublicationDate", cx);
            link.sponsored = item.at("format theme").and_then(Value::as_str) == Some("Labs");
        }
        out.extend(links.block(title, None));
    }
    out
}
