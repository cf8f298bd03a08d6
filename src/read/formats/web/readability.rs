//! The results of Mozilla's Readability.

use crate::json::Value;
use crate::model::Named;
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::web::fields::Fields;
use crate::read::values::lenient::{count_members, has_text, label};
use crate::text::keys::Keys;
use crate::text::lang::Dir;

const FIELDS: Fields = Fields {
    lang: "lang",
    headline: "title",
    description: "excerpt",
    published: "publishedTime",
    authors: "byline",
    html: "content",
    plain: "textContent",
    ..Fields::NONE
};

/// Returns whether there are fields of its result; some may be `null`, and many programs pass on only some of them.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    const TELLING: &str = "textContent length siteName publishedTime dir";
    const ALL: &str = "title byline dir lang content textContent length excerpt siteName publishedTime url";
    let telling = count_members(tree, TELLING);
    let own = telling + count_members(tree, "byline excerpt");
    // Other formats have bylines and excerpts too.
    let alone = || tree.members().iter().all(|(name, _)| Keys(ALL).has(name));
    own >= 2 && (telling > 0 || alone()) && (has_text(tree, "content") || has_text(tree, "textContent"))
}

/// Reads the page. Its result does not include the page's address, so relative URLs need the host's base.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let mut article = FIELDS.read(tree, cx);
    // This is the attribute of the page, which may be "auto" or anything else.
    article.dir = tree.str("dir").and_then(Dir::parse);
    article.source = label(tree, "siteName", cx).map(|name| Named { name, url: None });
    FIELDS.finish(tree, &mut article, cx);
    Ok((article, 1))
}
