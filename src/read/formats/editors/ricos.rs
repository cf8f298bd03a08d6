//! Ricos, the rich content of Wix: nodes whose details are in a member of the node's type, such as `imageData`
//! (dev.wix.com/docs/ricos).

use crate::json::Value;
use crate::model::{Block, Details, Figure, Gallery, Image};
use crate::read::Context;
use crate::read::formats::editors::engine::addressed;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::inline_nodes::inlines;
use crate::read::formats::editors::engine::kind::{Kind, kind_of_name};
use crate::read::formats::editors::engine::node::{children, find_str, number};
use crate::read::formats::editors::engine::recognised::{self, Form};
use crate::read::formats::editors::engine::things;
use crate::read::values::dialect::Dialect;
use crate::text::template;

/// Returns whether a value is such a document.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let nodes = value.list("nodes");
    let named = |node: &Value| node.str("type").is_some_and(|name| name.bytes().all(|c| !c.is_ascii_lowercase()));
    !nodes.is_empty() && nodes.iter().all(named)
}

/// Adds the content of a document.
pub(in crate::read) fn blocks<'t>(body: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    for node in body.list("nodes") {
        if !cx.spend(node) {
            break;
        }
        cx.nested(node, |cx| read_node(node, d, cx, out));
    }
}

fn read_node<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let name = node.str("type").unwrap_or("");
    let data = node.members().iter().find(|(member, _)| member.ends_with("Data")).map_or(node, |(_, data)| data);
    match name {
        "IMAGE" | "GIF" => {
            out.extend(read_picture(data.get("image").unwrap_or(data), node, data, d, cx).map(Block::Figure))
        }
        "GALLERY" => {
            let mut gallery = Gallery::default();
            for item in cx.within(data.list("items")) {
                let picture = item.at("image media").or_else(|| item.get("image")).unwrap_or(item);
                gallery.figures.extend(read_picture(picture, item, item, d, cx));
            }
            out.extend((!gallery.figures.is_empty()).then_some(Block::Gallery(gallery)));
        }
        "COLLAPSIBLE_LIST" => {
            for item in cx.within(children(node)) {
                let mut details = Details { summary: Vec::new().into(), open: false, body: Vec::new() };
                if let [title, bodies @ ..] = children(item) {
                    let lines = children(title).iter().flat_map(|line| inlines(children(line), d, cx));
                    details.summary = lines.collect::<Vec<_>>().into();
                    bodies.iter().for_each(|body| blocks(body, d, cx, &mut details.body));
                }
                out.push(Block::Details(details));
            }
        }
        "HTML" if data.str("html").is_some() => {
            let html = data.get("html").map(|html| recognised::blocks(html, Some(Form::Html), cx));
            out.append(&mut html.unwrap_or_default());
        }
        "VIDEO" | "AUDIO" | "FILE" | "EMBED" | "LINK_PREVIEW" | "BUTTON" | "HTML" | "APP_EMBED" => {
            let address = ["video src url", "audio src url", "src url", "link url", "url", "src"];
            match address.iter().filter_map(|names| data.at(names)).find(|address| address.as_str().is_some()) {
                Some(address) => {
                    let kind = if name == "HTML" { Kind::Embed } else { kind_of_name(name) };
                    addressed::addressed(kind, address, data, d, cx, out);
                }
                None => cx.missing_address(node),
            }
        }
        _ => convert::blocks(std::slice::from_ref(node), d, cx, out),
    }
}

/// Reads a picture by its address or by its id among the files of Wix; `about` holds its description.
fn read_picture<'t>(
    picture: &'t Value<'t>,
    node: &'t Value<'t>,
    about: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
) -> Option<Figure<'t>> {
    let file = picture.get("src").unwrap_or(picture);
    let src = match (find_str(file, "url"), file.str("id")) {
        (Some(url), _) => cx.media_url(url),
        (None, Some(id)) => {
            let url = template::concat(&["https://static.wixstatic.com/media/", id]);
            cx.judge(&url, cx.media_purpose(), file)
        }
        _ => None,
    };
    let alt = find_str(about, "altText title").and_then(|alt| cx.label(alt)).unwrap_or_default();
    let size = number(picture, "width", 20_000).zip(number(picture, "height", 20_000));
    let caption = match about.get("caption") {
        Some(caption) => things::line(caption, d, cx),
        None => inlines(children(node).first().map_or(&[], children), d, cx),
    };
    let image = Image { src, alt, size, ..Image::default() };
    (image.src.is_some() || !image.alt.is_empty()).then(|| Figure { image, caption, ..Figure::default() })
}
