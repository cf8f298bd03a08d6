//! What Mercury, the parser of Postlight, makes of a page.

use super::Context;
use super::media;
use super::repeats::{describe, illustrate};
use super::shapes::{author, date, first, has, label, own_address, site, text, words};
use crate::error::Error;
use crate::json::Value;
use crate::lang::Dir;
use crate::model::{Article, Inline};
use crate::report::WarningCode;
use crate::text::Text;

/// Whether there are the fields that its result always has, though some may be `null`.
pub(super) fn detect(tree: &Value) -> bool {
    ["content", "date_published", "lead_image_url", "word_count"].iter().all(|name| has(tree, name))
}

/// Reads the page.
pub(super) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let url = own_address(tree, &["url"], cx);
    let mut article = Article {
        // It is "bidi" or empty where the title has no clear direction.
        dir: tree.str("direction").and_then(Dir::parse),
        headline: words(tree, &["title"], cx),
        date_published: date(tree, &["date_published"], cx),
        source: site(None, url.as_ref()).or_else(|| site(label(tree, &["domain"], cx), None)),
        authors: first(tree, &["author"]).and_then(|byline| author(byline, None, cx)).into_iter().collect(),
        body: text(tree, "content", &["excerpt"], cx),
        url,
        ..Article::default()
    };
    let dek = label(tree, &["dek", "excerpt"], cx).map(|dek| match dek.strip_suffix("&hellip;") {
        // The one piece of markup that it adds to its plain text.
        Some(cut) => Text::Owned([cut, "…"].concat()),
        None => dek,
    });
    describe(&mut article, dek.map(Inline::Text).into_iter().collect());
    let picture = first(tree, &["lead_image_url"]).and_then(|image| media::figure(image, cx));
    illustrate(&mut article, picture);
    if let Some(next) = first(tree, &["next_page_url"]) {
        cx.warn(WarningCode::Truncated, next, &["only this page of the article is shown"]);
    }
    Ok((article, 1))
}
