//! What Mozilla's Readability makes of a page.

use super::Context;
use super::repeats::describe;
use super::shapes::{author, date, first, label, lang, text, words};
use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Named};

/// Whether there are the fields that its result always has.
pub(super) fn detect(tree: &Value) -> bool {
    ["content", "textContent", "length"].iter().all(|name| tree.get(name).is_some())
}

/// Reads the page. Its own address is not among the fields: relative URLs need the host's base.
pub(super) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let lang = lang(tree, &["lang"], cx);
    let mut article = Article {
        dir: first(tree, &["dir"]).filter(|dir| dir.as_str() != Some("auto")).and_then(|dir| cx.dir(dir)),
        headline: words(tree, &["title"], cx),
        date_published: date(tree, &["publishedTime"], cx),
        source: label(tree, &["siteName"], cx).map(|name| Named { name, url: None }),
        authors: first(tree, &["byline"]).and_then(|byline| author(byline, lang.as_ref(), cx)).into_iter().collect(),
        body: text(tree, "content", &["textContent"], cx),
        lang,
        ..Article::default()
    };
    let excerpt = words(tree, &["excerpt"], cx);
    describe(&mut article, excerpt);
    Ok((article, 1))
}
