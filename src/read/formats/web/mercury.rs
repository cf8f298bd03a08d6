//! The results of Mercury, Postlight's parser of web pages.

use crate::json::Value;
use crate::model::{Figure, Inline};
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::web::fields::Fields;
use crate::read::native::media;
use crate::read::values::lenient::{count_members, first, has_text, label, site};
use crate::report::WarningCode;
use crate::text::lang::Dir;
use crate::text::{Text, template};

const FIELDS: Fields = Fields {
    url: "url",
    headline: "title",
    description: "dek excerpt",
    published: "date_published",
    authors: "author",
    html: "content",
    plain: "excerpt",
    image: read_picture,
    ..Fields::NONE
};

/// Returns whether there are fields of its result; some may be `null`, or omitted because they were.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    const OWN: &str =
        "word_count date_published lead_image_url url domain next_page_url rendered_pages total_pages dek";
    has_text(tree, "content") && count_members(tree, OWN) >= 3
}

/// Reads the page.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let mut article = FIELDS.read(tree, cx);
    // The value is "bidi" or empty if the title has no clear direction.
    article.dir = tree.str("direction").and_then(Dir::parse);
    if article.source.is_none() {
        article.source = site(label(tree, "domain", cx), None);
    }
    FIELDS.finish(tree, &mut article, cx);
    // This is the only markup that it adds to its plain text.
    if let Some(Inline::Text(text)) = article.description.first_mut()
        && let Some(cut) = text.strip_suffix("&hellip;")
    {
        *text = Text::Owned(template::concat(&[cut, "…"]));
    }
    if let Some(next) = first(tree, "next_page_url") {
        cx.warn(WarningCode::Truncated, next, &["only this page of the article is shown"]);
    }
    Ok((article, 1))
}

fn read_picture<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    media::read_figure(first(tree, "lead_image_url")?, cx)
}
