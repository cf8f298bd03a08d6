//! Lists of paragraphs whose marks are ranges: Tumblr's Neue Post Format (github.com/tumblr/docs, npf-spec.md) and the
//! paragraphs of Medium.

use crate::json::Value;
use crate::model::{Block, Figure, Image, ListItem};
use crate::read::Context;
use crate::read::formats::editors::engine::addressed;
use crate::read::formats::editors::engine::inline_nodes::push_paragraph;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::lists::Lists;
use crate::read::formats::editors::engine::node::find_str;
use crate::read::formats::editors::engine::styled;
use crate::read::formats::editors::engine::things;
use crate::read::formats::editors::prismic::{Ranges, read_inlines};
use crate::read::values::dialect::Dialect;
use crate::text::keys::Keys;
use crate::text::template;

/// The types of Medium's paragraphs.
const MEDIUM: &str = "P H1 H2 H3 H4 ULI OLI BQ PQ PRE IMG IFRAME MIXTAPE_EMBED";

/// The types of Tumblr's blocks.
const TUMBLR: &str = "text image link audio video poll paywall";

/// Returns the paragraphs of Medium, or a list itself.
fn paragraphs<'t>(value: &'t Value<'t>) -> &'t [Value<'t>] {
    value.at("bodyModel paragraphs").unwrap_or(value).items()
}

/// Returns whether a value is such a list.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let all = paragraphs(value);
    let of = |names: &str| all.iter().all(|node| node.str("type").is_some_and(|name| Keys(names).has(name)));
    let tumblr = |node: &Value| {
        ["formatting", "subtype", "media"].iter().any(|name| node.get(name).is_some()) || node.members().len() == 2
    };
    !all.is_empty()
        && (value.get("bodyModel").is_some()
            || of(MEDIUM)
            || of(TUMBLR) && all.iter().all(|node| node.get("spans").is_none()) && all.iter().any(tumblr))
}

/// Adds the content of such a list.
pub(in crate::read) fn blocks<'t>(body: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut lists = Lists::default();
    for node in paragraphs(body) {
        if !cx.spend(node) {
            break;
        }
        let kind = node.str("type").unwrap_or("");
        let name = node.str("subtype").unwrap_or(kind);
        let ranges = if node.get("markups").is_some() {
            Ranges { list: "markups", points: false }
        } else {
            Ranges { list: "formatting", points: true }
        };
        if let "ULI" | "OLI" | "ordered-list-item" | "unordered-list-item" = name {
            let mut item = ListItem::default();
            push_paragraph(read_inlines(node, &ranges, cx), &mut item.body);
            if !item.body.is_empty() {
                lists.push(1, name.starts_with(['O', 'o']), item, out);
            }
            continue;
        }
        lists.finish(out);
        match name {
            "IMG" => read_picture(node, &ranges, out, cx),
            "PRE" => styled::push_code(node, d, cx, out),
            "BQ" | "PQ" | "quote" | "indented" => {
                let kind = if name == "PQ" { Kind::PullQuote } else { Kind::Quote };
                styled::push_styled(kind, node, name, read_inlines(node, &ranges, cx), out);
            }
            "heading1" | "heading2" | "H1" | "H2" | "H3" | "H4" => {
                styled::push_styled(Kind::Heading, node, "heading2", read_inlines(node, &ranges, cx), out);
            }
            "image" => {
                // All are sizes of one picture.
                if let Some(file) = node.get("media").and_then(|media| media.one_or_many().first())
                    && let Some(address) = file.get("url")
                    && let Some(mut figure) = addressed::picture_at(address, file, d, cx)
                {
                    figure.image.alt = node.get("alt_text").and_then(|alt| cx.label(alt)).unwrap_or_default();
                    figure.caption = node.get("caption").map(|text| things::line(text, d, cx)).unwrap_or_default();
                    out.push(Block::Figure(figure));
                }
            }
            "video" | "audio" | "link" | "IFRAME" | "MIXTAPE_EMBED" => {
                let kind = match name {
                    "link" | "MIXTAPE_EMBED" => Kind::Bookmark,
                    "audio" => Kind::Audio,
                    _ => Kind::Embed,
                };
                let target = node.at("media").filter(|media| media.is_object()).unwrap_or(node);
                match find_str(node, "url href").or_else(|| find_str(target, "url href")) {
                    Some(address) => addressed::addressed(kind, address, node, d, cx, out),
                    None => things::thing("", node.at("iframe mediaResource").unwrap_or(node), d, cx, out),
                }
            }
            _ if node.get("text").is_none() => {
                cx.unknown_block(node, name);
                things::thing("", node, d, cx, out);
            }
            _ => push_paragraph(read_inlines(node, &ranges, cx), out),
        }
    }
    lists.finish(out);
}

/// Adds a picture of Medium, which is stored by its id.
fn read_picture<'t>(node: &'t Value<'t>, ranges: &Ranges, out: &mut Vec<Block<'t>>, cx: &mut Context) {
    let caption = read_inlines(node, ranges, cx);
    let id = node.at("metadata id").and_then(Value::as_str).unwrap_or("");
    let url = template::concat(&["https://miro.medium.com/v2/", id]);
    let src = cx.judge(&url, cx.media_purpose(), node).filter(|_| !id.is_empty());
    let alt = node.at("metadata alt").and_then(|alt| cx.label(alt)).unwrap_or_default();
    let image = Image { src, alt, ..Image::default() };
    if image.src.is_some() || !caption.is_empty() {
        out.push(Block::Figure(Figure { image, caption, ..Figure::default() }));
    }
}
