//! Apple News Format: `components`, each with a `role`, nested in containers.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Author, Figure, Related, plain_text};
use crate::read::Context;
use crate::read::formats::publishers::apple_components::AppleNews;
use crate::read::formats::publishers::apple_layout::Layouts;
use crate::read::formats::publishers::apple_text::words_of;
use crate::read::formats::publishers::engine::convert::{read_elements, take_leading_figure};
use crate::read::formats::publishers::engine::picture::picture;
use crate::read::values::collection::Links;
use crate::read::values::dedupe::{describe, illustrate};
use crate::read::values::lenient::{self, byline, first, make_label};
use crate::read::values::list::read_list;
use crate::read::values::references::Index;
use crate::text::keys::Keys;
use crate::text::lang::Lang;
use crate::text::template;
use crate::url::{Purpose, SafeUrl};

/// The most authors with whom bylines are compared.
const MAX_NAMES: usize = 50;

/// Returns whether a tree is an article in this format: components and members that only Apple's documents have.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    tree.get("components").is_some_and(Value::is_array)
        && Keys("identifier layout componentTextStyles").any(|name| tree.get(name).is_some())
}

/// Reads the article.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let metadata = tree.get("metadata").unwrap_or(&Value::Null);
    let mut article = Article {
        lang: tree.get("language").and_then(|lang| cx.lang(lang)),
        url: cx.link_of(metadata, "canonicalURL"),
        headline: lenient::read_plain(tree, "title", cx).into(),
        date_published: lenient::date(metadata, "datePublished dateCreated", cx),
        date_modified: lenient::date(metadata, "dateModified", cx),
        keywords: read_list(metadata, "keywords", cx, |keyword, cx| cx.label(keyword)),
        authors: read_list(metadata, "authors", cx, |name, cx| lenient::author(name, None, cx)),
        ..Article::default()
    };
    article.keywords.dedup();
    cx.set_base(article.url.as_ref(), tree);
    if article.headline.is_empty() {
        let title = tree.get("components").and_then(|all| titled(all, 0));
        article.headline = title.map(|title| words_of(title, cx)).unwrap_or_default().into();
    }
    let headline = plain_text(&article.headline);
    let styles = tree.get("textStyles").map(Index::of_members).unwrap_or_default();
    let component_styles = tree.get("componentStyles").map(Index::of_members).unwrap_or_default();
    let layouts = Layouts::new(tree);
    let mut vocabulary = AppleNews { layouts, styles, component_styles, headline, authors: Vec::new() };
    if article.authors.is_empty() {
        let lang = article.lang.clone();
        article.authors = tree.get("components").map(|all| read_bylines(all, 0, lang.as_ref(), cx)).unwrap_or_default();
    }
    let names = article.authors.iter().take(MAX_NAMES).map(|author| author.name.to_string());
    vocabulary.authors = names.collect();
    article.body = tree.get("components").map(|all| read_elements(&vocabulary, all, cx)).unwrap_or_default();
    let description = first(tree, "subtitle").or(metadata.get("excerpt")).map(|text| cx.plain(text));
    describe(&mut article, description.unwrap_or_default());
    if let Some(figure) = take_leading_figure(&mut article.body) {
        article.image = Some(figure);
    } else if let Some(url) = metadata.get("thumbnailURL") {
        let image = picture(url, &[(url.as_str().unwrap_or("").into(), 0)], Some("".into()), None, cx);
        illustrate(&mut article, image.map(|image| Figure { image, ..Figure::default() }));
    }
    article.related = read_related(tree, metadata, article.url.as_ref(), cx);
    Ok((article, 1))
}

/// Returns the first component that is a title, for documents without one.
fn titled<'t>(components: &'t Value<'t>, depth: usize) -> Option<&'t Value<'t>> {
    components.items().iter().filter(|_| depth < 8).find_map(|component| match component.str("role") {
        Some("title") => component.get("text").map(|_| component),
        _ => titled(component.get("components")?, depth + 1),
    })
}

/// Reads the authors in the components, for metadata without authors.
fn read_bylines<'t>(components: &'t Value<'t>, depth: usize, lang: Option<&Lang>, cx: &mut Context) -> Vec<Author<'t>> {
    let mut authors = Vec::new();
    for component in components.items().iter().filter(|_| depth < 8) {
        if let Some("author" | "byline") = component.str("role") {
            authors.extend(match component.str("format") {
                Some("html" | "markdown") => {
                    let words = words_of(component, cx);
                    make_label(&words, component, cx).and_then(|name| byline(name, lang))
                }
                _ => component.get("text").and_then(|text| lenient::author(text, lang, cx)),
            });
        }
        authors.extend(
            component.get("components").map(|inner| read_bylines(inner, depth + 1, lang, cx)).unwrap_or_default(),
        );
    }
    authors
}

/// Reads the links to articles in the components and the metadata.
fn read_related<'t>(
    tree: &'t Value<'t>,
    metadata: &'t Value<'t>,
    own: Option<&SafeUrl>,
    cx: &mut Context,
) -> Vec<Related<'t>> {
    let mut links = Links::of(own);
    read_article_links(tree, 0, &mut links, cx);
    for link in metadata.list("links") {
        let (headline, url) = (cx.label_of(link, "title"), cx.link_of(link, "URL"));
        if let Some(item) = links.add(link, headline, url, cx) {
            item.sponsored = link.str("relationship") == Some("promoted");
        }
    }
    links.block(None, None).into_iter().collect()
}

/// Adds the links of the role `article_link`: a container with the title and the picture of another article.
fn read_article_links<'t>(container: &'t Value<'t>, depth: usize, links: &mut Links<'t>, cx: &mut Context) {
    for component in container.list("components").iter().filter(|_| depth < 8) {
        if component.str("role") != Some("article_link") {
            read_article_links(component, depth + 1, links, cx);
            continue;
        }
        let inner = component.list("components");
        let headline = inner.iter().find(|part| part.get("text").is_some()).and_then(|part| {
            let words = words_of(part, cx);
            make_label(&words, part, cx)
        });
        let id = component.str("articleIdentifier").map(|id| template::concat(&["https://apple.news/", id]));
        let url = id.and_then(|url| cx.judge(&url, Purpose::Link, component));
        let image = inner.iter().find_map(|part| Some((part, part.str("URL")?)));
        let image = image.and_then(|(at, url)| picture(at, &[(url.into(), 0)], Some("".into()), None, cx));
        if let Some(item) = links.add(component, headline, url, cx) {
            item.image = image;
        }
    }
}
