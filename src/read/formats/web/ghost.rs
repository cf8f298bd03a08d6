//! Ghost (Content API, version 5): one post or page of a list, the others as related links.

use crate::json::Value;
use crate::model::Figure;
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::editors::read_edited;
use crate::read::formats::web::fields::Fields;
use crate::read::native::media;
use crate::read::values::lenient::{author, count_members, first, has, label, link, linked, read_words};
use crate::report::WarningCode;
use crate::text::keys::Keys;

const FIELDS: Fields = Fields {
    url: "url canonical_url",
    headline: "title",
    description: "custom_excerpt excerpt",
    published: "published_at",
    modified: "updated_at",
    html: "html",
    plain: "plaintext",
    image: read_picture,
    caption: |post| post.get("feature_image_caption"),
    ..Fields::NONE
};

/// The names of the lists that an answer may hold.
const LISTS: &str = "posts pages";

/// Returns the post in a webhook of Ghost, otherwise the tree.
fn find_sent<'t>(tree: &'t Value<'t>) -> &'t Value<'t> {
    ["post current", "page current"].into_iter().find_map(|names| tree.at(names)).unwrap_or(tree)
}

/// Returns whether there is a list of posts or pages with members that only Ghost has, or with pagination. The API's
/// own client returns posts without the answer around them.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    let tree = find_sent(tree);
    let bare = tree.items().first().unwrap_or(tree);
    if ["uuid", "slug", "title", "feature_image"].iter().all(|name| has(bare, name)) {
        return true;
    }
    const OWN: &str = "uuid html plaintext lexical mobiledoc feature_image";
    let listed = tree.at("meta pagination").is_some();
    Keys(LISTS).filter_map(|name| tree.get(name)).any(|list| {
        list.is_array() && (listed || list.items().first().is_some_and(|post| count_members(post, OWN) > 0))
    })
}

/// Reads a post.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let tree = find_sent(tree);
    let posts = first(tree, LISTS).map_or(tree.one_or_many(), Value::items);
    let (post, mut article) = FIELDS.read_of(posts, cx)?;
    let authors = post.get("authors").filter(|authors| authors.is_array()).or_else(|| post.get("primary_author"));
    for value in authors.map_or(&[][..], Value::one_or_many) {
        article.authors.extend(author(value, None, cx));
    }
    let section = post.get("primary_tag").filter(|tag| is_public(tag));
    if let Some(tag) = section {
        article.kicker = linked(read_words(tag, "name", cx), link(tag, "url", cx)).into();
    }
    for tag in post.list("tags") {
        if is_public(tag) && section.is_none_or(|section| section.get("slug") != tag.get("slug")) {
            article.keywords.extend(label(tag, "name", cx));
        }
    }
    if article.body.is_empty() {
        article.body = read_edited(post, cx);
        let document = first(post, "lexical mobiledoc").filter(|_| article.body.is_empty());
        if let Some(document) = document {
            cx.warn(WarningCode::NotShown, document, &["not a document of the editor that is known here"]);
        }
    }
    if let Some(access @ Value::Bool(false)) = post.get("access") {
        cx.warn(WarningCode::Truncated, access, &["the article is cut off here: the rest is for members of the site"]);
    }
    FIELDS.finish(post, &mut article, cx);
    Ok((article, posts.len()))
}

fn read_picture<'t>(post: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let mut figure = media::read_figure(first(post, "feature_image")?, cx)?;
    figure.image.alt = label(post, "feature_image_alt", cx).unwrap_or_default();
    Some(figure)
}

/// Returns whether a tag is public: internal ones begin with a hash sign.
fn is_public(tag: &Value) -> bool {
    tag.str("visibility") != Some("internal") && !tag.str("name").is_some_and(|name| name.starts_with('#'))
}
