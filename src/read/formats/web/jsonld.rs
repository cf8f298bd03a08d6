//! schema.org in JSON-LD, which pages contain for search engines: the article of a page's graph.
//!
//! A page has one or several scripts, nested or flat, with references by `@id`. Texts are plain, but many publishers
//! escape them twice, so that they contain character references and even tags.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Article, Aside, AsideKind, Block, Entry, Figure, Named, plain_text};
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::web::fields::Fields;
use crate::read::formats::web::jsonld_graph::{
    Graph, breadcrumb, is_a, is_escaped, is_html, label_of, nodes, words, words_of,
};
use crate::read::formats::web::jsonld_media::{read_figure, read_players, read_rating};
use crate::read::formats::web::jsonld_things as things;
use crate::read::html;
use crate::read::values::collection::{Links, choose};
use crate::read::values::dedupe::{adds_something, describe_by, illustrate};
use crate::read::values::lenient::{date, first, link, member, word};
use crate::read::values::spans;
use crate::report::WarningCode;
use crate::text::ascii;

/// The suffixes of article types.
const ARTICLES: &str = "Article BlogPosting MediaPosting ForumPosting Report Review";

/// Members of which an article has at least one.
const WORDS: &str = "headline name alternativeHeadline description articleBody reviewBody text";

/// The suffixes of types whose content readers would miss, if they are beside the article.
const CONTENT: &str = "Article Posting Report Review VideoObject AudioObject Recipe HowTo FAQPage QAPage Product Event";

/// Returns whether any node of the graph is an article, or something that stands for one.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    let nodes = nodes(tree);
    nodes.iter().any(|node| is_a(node, ARTICLES)) || !things::find(&nodes).is_empty()
}

const FIELDS: Fields = Fields {
    url: "url mainEntityOfPage @id",
    lang: "inLanguage",
    published: "datePublished uploadDate dateCreated",
    modified: "dateModified",
    ..Fields::NONE
};

/// Reads the article.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let graph = Graph::new(tree);
    let mut articles: Vec<&Value> = Vec::new();
    // A review is often beside the article that contains it. A node that only refers to an article by its id does not
    // count.
    for end in ["Article BlogPosting MediaPosting ForumPosting Report", "Review"] {
        for &node in &graph.nodes {
            if is_a(node, end) && first(node, WORDS).is_some() {
                articles.push(node);
            }
        }
    }
    if articles.is_empty() {
        articles = things::find(&graph.nodes);
    }
    if articles.is_empty() {
        return Err(Error::new(ErrorCode::WrongFormat, &["no node has the type of an article, such as NewsArticle"]));
    }
    let count = articles.len();
    let node = choose(articles, cx)?;
    let mut article = FIELDS.read(node, cx);
    if article.lang.is_none() {
        article.lang = graph.lang(node, cx);
    }
    article.breadcrumb = breadcrumb(&graph.nodes, cx);
    article.headline = words(first(node, "headline name alternativeHeadline"), cx).into();
    if let Some(publisher) = graph.all(node, "publisher sourceOrganization provider", cx).first()
        && let Some(name) = label_of(publisher, cx)
    {
        article.source = Some(Named { name, url: link(publisher, "url", cx) });
    }
    article.authors = graph.authors(node, article.lang.as_ref(), cx);
    read_keywords(&graph, node, &mut article, cx);
    if article.kicker.is_empty() {
        // The subject of a review, or the series of an episode.
        article.kicker =
            words(graph.all(node, "itemReviewed partOfSeries", cx).first().and_then(|item| first(item, "name")), cx)
                .into();
    }
    let figure = read_figure(&graph, node, "image thumbnailUrl", cx);
    article.body = read_body(&graph, node, &article, figure.as_ref(), cx);
    let read = |value, cx: &mut Context| words(Some(value), cx);
    for names in ["alternativeHeadline", "description abstract"] {
        describe_by(&mut article, node, names, &read, cx);
    }
    if let (Some(_), Some(name)) = (first(node, "headline"), first(node, "name")) {
        let text = words(Some(name), cx);
        if adds_something(&article, &text) {
            cx.warn(WarningCode::NotShown, name, &["beside the headline, which is shown"]);
        }
    }
    illustrate(&mut article, figure);
    read_related(&graph, node, &mut article, cx);
    for &other in &graph.nodes {
        let reference = other.str("@id").is_some() && other.members().len() == 2;
        let holds = member(other, "mainEntity").is_some_and(|entity| std::ptr::eq(entity, node));
        if !reference && !holds && !std::ptr::eq(other, node) && is_a(other, CONTENT) {
            cx.warn(WarningCode::NotShown, other, &["not shown, because it stands beside the article"]);
        }
    }
    Ok((article, count))
}

/// Reads the body: review, text, video, updates of a live blog, corrections.
fn read_body<'t>(
    graph: &Graph<'t>,
    node: &'t Value<'t>,
    article: &Article<'t>,
    figure: Option<&Figure<'t>>,
    cx: &mut Context,
) -> Vec<Block<'t>> {
    let mut body = Vec::new();
    body.extend(graph.all(node, "reviewRating", cx).first().and_then(|value| read_rating(value, cx)));
    body.extend(read_prose(first(node, "articleBody reviewBody text"), cx));
    read_players(graph, node, &mut body, cx);
    things::read(graph, node, article, &mut body, cx);
    for update in graph.all(node, "liveBlogUpdate", cx) {
        if !cx.spend(update) {
            break;
        }
        let mut text = read_prose(first(update, "articleBody text description"), cx);
        let picture = read_figure(graph, update, "image", cx);
        let repeated = |picture: &Figure| figure.is_some_and(|lead| lead.image.src == picture.image.src);
        text.extend(picture.filter(|picture| !repeated(picture)).map(Block::Figure));
        read_players(graph, update, &mut text, cx);
        let mut title = words(first(update, "headline name"), cx);
        if plain_text(&title) == plain_text(&article.headline) {
            title.clear();
        }
        let authors = graph.authors(update, article.lang.as_ref(), cx);
        if !title.is_empty() || !text.is_empty() {
            let date = date(update, "datePublished dateModified", cx);
            body.push(Block::Entry(Entry { date, title: title.into(), authors, body: text }));
        }
    }
    for (name, kind) in [("correction", AsideKind::Correction), ("backstory", AsideKind::Aside)] {
        for value in graph.all(node, name, cx) {
            let body_of = first(value, "text description").or(Some(value));
            let aside = Aside { kind, title: Vec::new().into(), body: read_prose(body_of, cx), ..Aside::default() };
            body.extend((!aside.body.is_empty()).then_some(Block::Aside(aside)));
        }
    }
    body
}

/// Reads the paragraphs of plain text, one per line; HTML is recognised and read as such.
pub(super) fn read_prose<'t>(value: Option<&'t Value<'t>>, cx: &mut Context) -> Vec<Block<'t>> {
    if let Some(Value::Array(parts)) = value {
        let mut out = Vec::new();
        for part in parts {
            out.extend(read_prose_of(part, cx));
        }
        return out;
    }
    value.map(|value| read_prose_of(value, cx)).unwrap_or_default()
}

fn read_prose_of<'t>(value: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let Some(at @ Value::String(text)) = word(value) else { return Vec::new() };
    if is_html(text) {
        return html::blocks(text, at, cx);
    }
    let mut out = Vec::new();
    for line in text.split('\n') {
        let line = line.trim();
        if line.is_empty() || !cx.spend(at) {
            continue;
        }
        let content = if is_escaped(line) { html::inlines(line, at, cx) } else { spans::lines(cx.body(line, at)) };
        out.push(Block::paragraph(content));
    }
    out
}

/// The most keywords: each is compared with all earlier ones.
const MAX_KEYWORDS: usize = 200;

/// Adds the section above the headline, unless it is in the breadcrumb, and the keywords: a list of words or terms, or
/// one text with commas.
fn read_keywords<'t>(graph: &Graph<'t>, node: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let mut values = graph.all(node, "articleSection", cx);
    if article.breadcrumb.is_empty() && !values.is_empty() {
        article.kicker = words(Some(values.remove(0)), cx).into();
    }
    for name in ["keywords", "recipeCategory", "recipeCuisine"] {
        values.extend(graph.all(node, name, cx));
    }
    for value in values {
        let Some(words) = words_of(value, cx) else { continue };
        for keyword in words.split([',', '，', '、']) {
            let keyword = cx.name(keyword.to_owned(), value).unwrap_or_default();
            if article.keywords.len() == MAX_KEYWORDS {
                let limit = ascii::decimal(MAX_KEYWORDS as u64);
                cx.warn(WarningCode::Truncated, value, &["the keywords are cut off after ", &limit]);
                return;
            }
            if !keyword.is_empty() && !article.keywords.contains(&keyword) {
                article.keywords.push(keyword);
            }
        }
    }
}

/// Adds the links of the article and of its page.
fn read_related<'t>(graph: &Graph<'t>, node: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let mut links = Links::of(article.url.as_ref());
    for &page in &graph.nodes {
        if !std::ptr::eq(page, node) && !is_a(page, "WebPage") {
            continue;
        }
        for name in ["relatedLink", "significantLink", "citation"] {
            for value in graph.all(page, name, cx) {
                let headline = first(value, "headline name").and_then(|name| label_of(name, cx));
                let url = link(value, "url @id", cx);
                let Some(link) = links.add(value, headline, url, cx) else { continue };
                link.date_published = date(value, "datePublished", cx);
                link.image = read_figure(graph, value, "image", cx).map(|figure| figure.image);
            }
        }
    }
    links.add_to(&mut article.related);
}
