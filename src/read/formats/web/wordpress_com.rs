//! WordPress.com (REST API, versions 1.1 and 1.2): one post or page, alone or in a list.

use crate::json::Value;
use crate::model::Figure;
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::web::fields::Fields;
use crate::read::formats::web::wordpress_fields::{add_term, read_excerpt, read_named, read_size};
use crate::read::native::media;
use crate::read::values::dedupe::describe;
use crate::read::values::lenient::{first, has, label};

const FIELDS: Fields = Fields {
    url: "URL",
    headline: "title",
    markup: true,
    published: "date",
    modified: "modified",
    html: "content",
    image: read_picture,
    caption: |post| read_thumbnail(post)?.get("caption"),
    ..Fields::NONE
};

/// Returns the posts of an answer.
fn find_posts<'t>(tree: &'t Value<'t>) -> &'t [Value<'t>] {
    tree.get("posts").unwrap_or(tree).one_or_many()
}

/// Returns whether this is a post or a list of posts: only this format has both `ID` and `URL` in this spelling.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    let is_post = |post: &Value| ["ID", "URL", "title"].iter().all(|name| has(post, name));
    find_posts(tree).first().is_some_and(is_post)
}

/// Reads a post.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let posts = find_posts(tree);
    let (post, mut article) = FIELDS.read_of(posts, cx)?;
    article.authors.extend(post.get("author").and_then(|value| read_named(value, cx)));
    for (category, name) in [(true, "categories"), (false, "tags")] {
        for (_, value) in post.get(name).map_or(&[][..], Value::members) {
            add_term(category, value, &mut article, cx);
        }
    }
    let excerpt = read_excerpt(post.get("excerpt"), cx);
    FIELDS.finish(post, &mut article, cx);
    describe(&mut article, excerpt);
    Ok((article, posts.len()))
}

/// Returns the details of the featured picture: its attachment, otherwise its own object.
fn read_thumbnail<'t>(post: &'t Value<'t>) -> Option<&'t Value<'t>> {
    let thumbnail = post.get("post_thumbnail")?;
    let id = thumbnail.get("ID").and_then(Value::as_number)?.to_text();
    post.get("attachments").and_then(|all| all.get(&id)).or(Some(thumbnail))
}

/// Reads the featured picture.
fn read_picture<'t>(post: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let about = read_thumbnail(post).unwrap_or(&Value::Null);
    let mut figure = media::read_figure(first(post, "featured_image").or(about.get("URL"))?, cx)?;
    figure.image.alt = label(about, "alt", cx).unwrap_or_default();
    figure.image.size = read_size(about);
    Some(figure)
}
