//! Arc XP's ANS: stories, and standalone galleries, videos, sounds and pictures.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Aside, AsideKind, Block, Named, Related};
use crate::read::Context;
use crate::read::formats::publishers::arc_elements::{Ans, basic, read_credits};
use crate::read::formats::publishers::engine::convert::{self, Shape, Vocabulary, inner, read_elements, shaped};
use crate::read::values::collection::{Links, choose};
use crate::read::values::lenient::{date, first};
use crate::read::values::list::read_list;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::url::{Purpose, SafeUrl};

/// The types of standalone content.
const ARTICLES: [&str; 6] = ["story", "collection", "gallery", "video", "audio", "image"];

/// Returns the stories of a list, which Arc's searches call `results`, or the single story.
fn find_stories<'t>(tree: &'t Value<'t>) -> &'t [Value<'t>] {
    let results = tree.get("content_elements").filter(|_| tree.str("type") == Some("results"));
    results.unwrap_or(tree).one_or_many()
}

/// Returns whether a tree is ANS content or a list of it: one of its types, with a version of the format, which always
/// begins with a zero, or with headlines by name, `basic` being the usual one.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    find_stories(tree).first().is_some_and(|story| {
        let kind = story.str("type");
        let version = story.str("version").is_some_and(|version| version.starts_with("0."));
        kind.is_none_or(|kind| ARTICLES.contains(&kind))
            && (kind.is_some() && version || story.at("headlines basic").is_some())
    })
}

/// Reads a story.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let stories = find_stories(tree);
    let story = choose(stories.iter().collect(), cx)?;
    let mut article = read_story(story, cx);
    let mut links = Links::of(article.url.as_ref());
    for item in stories.iter().filter(|item| !std::ptr::eq(*item, story)) {
        add_link(item, &mut links, cx);
    }
    links.add_to(&mut article.related);
    Ok((article, stories.len()))
}

fn read_story<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Article<'t> {
    let taxonomy = tree.get("taxonomy").unwrap_or(&Value::Null);
    let own = first(tree, "canonical_url website_url").and_then(Value::as_str);
    let url = own.and_then(|url| cx.resolve(url, Purpose::Link, tree).ok());
    cx.set_base(url.as_ref(), tree);
    let mut article = Article {
        lang: tree.get("language").filter(|lang| lang.as_str() != Some("")).and_then(|lang| cx.lang(lang)),
        breadcrumb: read_section(taxonomy, cx).into_iter().collect(),
        kicker: find_label(tree).map(|text| cx.plain(text)).unwrap_or_default().into(),
        headline: basic(tree, "headlines").map(|title| convert::inlines(title, cx)).unwrap_or_default().into(),
        description: basic(tree, "subheadlines")
            .or_else(|| basic(tree, "description"))
            .map(|text| convert::inlines(text, cx))
            .unwrap_or_default(),
        date_published: date(tree, "publish_date first_publish_date display_date created_date", cx),
        date_modified: date(tree, "last_updated_date", cx),
        source: read_source(tree, cx),
        authors: read_credits(tree, cx),
        keywords: read_list(taxonomy, "tags", cx, |tag, cx| {
            first(tag, "text name slug").and_then(|text| cx.label(text))
        }),
        url,
        ..Article::default()
    };
    if let (Some(shown), Some(other)) = (basic(tree, "subheadlines"), basic(tree, "description"))
        && let (Some(shown), Some(text)) = (shown.as_str(), other.as_str())
        && !convert::is_same(shown, text)
    {
        cx.warn(WarningCode::NotShown, other, &["a description beside the subheadline, which is shown"]);
    }
    let story = matches!(tree.str("type"), None | Some("story" | "collection"));
    if story {
        article.body = inner(&Ans, tree, "content_elements", cx);
        if let Some(note) = tree.get("editor_note") {
            let body = convert::blocks(note, cx);
            article.body.insert(
                0,
                Block::Aside(Aside { kind: AsideKind::Callout, title: Vec::new().into(), body, ..Aside::default() }),
            );
        }
        for correction in tree.list("corrections") {
            article.body.extend(shaped(&Ans, Shape::Aside(AsideKind::Correction), correction, cx));
        }
    } else {
        article.body = read_elements(&Ans, tree, cx);
    }
    if let Some(lead) = tree.at("promo_items basic") {
        match lead.str("type") {
            Some("image") => article.image = Ans.figure(lead, cx),
            _ => article.body.splice(0..0, read_elements(&Ans, lead, cx)).for_each(drop),
        }
    }
    article.related = read_related(tree, article.url.as_ref(), cx);
    article
}

/// Reads the line above the headline, unless it is only for the system's users.
fn find_label<'t>(tree: &'t Value<'t>) -> Option<&'t Value<'t>> {
    let label = tree.at("label basic")?;
    label.get("text").filter(|_| label.get("display").and_then(Value::as_bool) != Some(false))
}

/// Reads the section of the story.
fn read_section<'t>(taxonomy: &'t Value<'t>, cx: &mut Context) -> Option<Named<'t>> {
    let list = Keys("sections sites").find_map(|name| taxonomy.get(name)?.items().first());
    let section =
        first(taxonomy, "primary_section primary_site").filter(|section| section.get("name").is_some()).or(list)?;
    let name = cx.label_of(section, "name")?;
    let path = first(section, "_id path").and_then(Value::as_str).filter(|path| path.starts_with('/'));
    let url = path.and_then(|path| cx.resolve(path, Purpose::Link, section).ok());
    Some(Named { name, url })
}

/// Reads the distributor of the story.
fn read_source<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Option<Named<'t>> {
    let holder =
        Keys("distributor source").filter_map(|name| tree.get(name)).find(|holder| holder.get("name").is_some())?;
    Some(Named { name: cx.label_of(holder, "name")?, url: None })
}

/// Reads the stories that editors relate to this one.
fn read_related<'t>(tree: &'t Value<'t>, own: Option<&SafeUrl>, cx: &mut Context) -> Vec<Related<'t>> {
    let mut links = Links::of(own);
    for item in tree.list("related_content basic") {
        add_link(item, &mut links, cx);
    }
    links.block(None, None).into_iter().collect()
}

/// Adds a link to a story, or to the target of a reference.
fn add_link<'t>(item: &'t Value<'t>, links: &mut Links<'t>, cx: &mut Context) {
    let content = item.at("referent referent_properties").unwrap_or(item);
    let headline = basic(content, "headlines").and_then(|title| cx.label(title));
    let url = first(content, "canonical_url website_url").and_then(|url| cx.link(url));
    let Some(link) = links.add(item, headline, url, cx) else { return };
    let image = content.at("promo_items basic").filter(|lead| lead.str("type") == Some("image"));
    link.image = image.and_then(|image| Ans.figure(image, cx)).map(|figure| figure.image);
    link.date_published = date(content, "publish_date display_date", cx);
    link.sponsored = content.at("owner sponsored").and_then(Value::as_bool) == Some(true);
}
