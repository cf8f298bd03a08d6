//! Nodes without running text: pictures, players, and the cards of Ghost and other editors.

use crate::json::Value;
use crate::model::{Block, Card, CardKind, Embed, Image, Inline, Layout, MediaKind, Product, Rating};
use crate::read::Context;
use crate::read::formats::editors::engine::convert::inside;
use crate::read::formats::editors::engine::inline_nodes::{inlines, push_paragraph};
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::members::{body, label, line_of, rich, url};
use crate::read::formats::editors::engine::node::{children, find, find_str, is_on, number, type_name};
use crate::read::formats::editors::engine::pictures::{self, push_gallery, read_figure};
use crate::read::formats::editors::engine::players::{self, push_media};
use crate::read::formats::editors::engine::styled::push_styled;
use crate::read::formats::editors::engine::unknown;
use crate::read::formats::editors::engine::values::blocks_of;
use crate::read::formats::editors::engine::vocabulary::{LABEL, address, destination, kind_of_file, target};
use crate::read::html;
use crate::read::html::markdown;
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::file_size;
use crate::read::values::link::display_name;
use crate::report::WarningCode;
use crate::text::{Label, template};

/// Adds the blocks of a card, otherwise the content of its other members; warns if it has no content.
pub(in crate::read) fn push_card<'t>(
    kind: Kind,
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let before = out.len();
    push_plain_card(kind, node, d, cx, out);
    let says_itself = matches!(kind, Kind::Image | Kind::EmailOnly) || kind == Kind::Header && out.len() > before;
    if out.len() == before && !says_itself && children(node).is_empty() {
        unknown::blocks(node, d, cx, out);
    }
    if out.len() == before && !says_itself && kind != Kind::Header {
        cx.warn(WarningCode::EmptyBlock, node, &["a card without content, left out"]);
    }
    let named = kind == Kind::Button && ![LABEL, BUTTON].iter().any(|names| find_str(node, names).is_some());
    if !matches!(kind, Kind::Header | Kind::EmailOnly) && !named {
        // Slate gives every node children; those of a picture are empty or its caption.
        inside(node, d, cx, out);
    }
}

/// Adds the blocks of a card by the members of its kind.
pub(in crate::read) fn push_plain_card<'t>(
    kind: Kind,
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    match kind {
        Kind::Image => match pictures::kind_of_upload(node) {
            Some(other @ (Kind::File | Kind::Video | Kind::Audio)) => push_plain_card(other, node, d, cx, out),
            _ => out.extend(read_figure(node, d, cx).map(Block::Figure)),
        },
        Kind::Gallery => push_gallery(node, d, cx, out),
        Kind::Button => push_button(node, d, cx, out),
        Kind::Bookmark => push_link(CardKind::Link, node, d, cx, out),
        Kind::File => match pictures::kind_of_upload(node) {
            Some(other @ (Kind::Video | Kind::Audio)) => push_plain_card(other, node, d, cx, out),
            _ => push_link(CardKind::File, node, d, cx, out),
        },
        Kind::Audio => push_media(MediaKind::Audio, node, d, cx, out),
        Kind::Video => push_media(MediaKind::Video, node, d, cx, out),
        Kind::Product => push_product(node, d, cx, out),
        Kind::Embed => players::push_embed(node, type_name(node).unwrap_or(""), d, cx, out),
        Kind::Header if find(node, GHOSTS).is_some() || !children(node).is_empty() => push_header(node, d, cx, out),
        Kind::Header => push_button(node, d, cx, out),
        Kind::Html => {
            body(node, "html content code body text value", &Dialect { html: true, ..Dialect::default() }, cx, out)
        }
        Kind::Markdown => {
            if let Some(at @ Value::String(text)) = find_str(node, "markdown content text body value md") {
                out.append(&mut markdown::blocks(text, at, cx));
            }
        }
        Kind::EmailOnly => cx.warn(WarningCode::NotShown, node, &["shown in newsletters only"]),
        _ => {}
    }
}

/// Members of calls to action with the name of the button.
const BUTTON: &str = "buttonText buttonLabel linkText linkLabel ctaText ctaLabel btnText";

/// Adds a button, with the texts of the call to action around it.
fn push_button<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let several = find(node, "buttons links actions ctas").filter(|list| list.is_array());
    let says_more = find(node, "heading headline description body content richText").is_some();
    if several.is_none() && find_str(node, BUTTON).is_none() && !says_more {
        return push_link(CardKind::Button, node, d, cx, out);
    }
    push_styled(Kind::Heading, node, "heading3", line_of(node, "title heading headline", d, cx), out);
    blocks_of(node, "text description body content richText message subText subtitle", d, cx, out);
    for item in several.map_or(std::slice::from_ref(node), Value::items) {
        if cx.spend(item) {
            push_link(CardKind::Button, item, d, cx, out);
        }
    }
}

/// Adds a link as a card; without an address only its title.
pub(in crate::read) fn push_link<'t>(
    kind: CardKind,
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let held = destination(node).map_or(node, |(_, holder)| holder);
    let mut title = if kind == CardKind::Button { line_of(node, BUTTON, d, cx) } else { Vec::new() };
    // A button has the name of its link, a card has a title beside its link.
    let order = if kind == CardKind::Button { [held, node] } else { [node, held] };
    for place in order {
        if title.is_empty() {
            title = line_of(place, LABEL, d, cx);
        }
    }
    if title.is_empty() && kind == CardKind::Button {
        title = inlines(children(node), d, cx);
    }
    let url = match kind {
        CardKind::File => address(node).and_then(|(url, _)| cx.link(url)),
        _ => target(node, cx),
    };
    let Some(url) = url else {
        return push_paragraph(title, out);
    };
    if title.is_empty() {
        title.push(Inline::Text(display_name(&url).into()));
    }
    let mut description = rich(node, "description fileCaption", d, cx);
    let caption = rich(node, "caption", d, cx);
    if !description.is_empty() && !caption.is_empty() {
        description.push(Inline::Break);
    }
    description.extend(caption);
    let source =
        if kind == CardKind::File { find_file_facts(node, cx) } else { label(node, "publisher site_name author", cx) };
    let picture = find(node, "thumbnail image picture cover").filter(|_| kind == CardKind::Link);
    let src = picture.map(|image| address(image).map_or(image, |(src, _)| src)).filter(|src| src.as_str().is_some());
    out.push(Block::Card(Card {
        kind,
        url,
        title: title.into(),
        description,
        source,
        image: src.and_then(|src| cx.media_url(src)).map(|src| Image { src: Some(src), ..Image::default() }),
    }));
}

/// Adds a bare link; as a file if its address is that of one.
pub(in crate::read) fn push_bare_link<'t>(url: &'t Value<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let Some(link) = cx.link(url) else { return };
    let (link, known) = html::provider(link);
    if let Some((kind, name)) = known {
        let (provider, title, body, caption) = (Some(Label::new(name)), None, Vec::new(), Vec::new());
        return out.push(Block::Embed(Embed {
            kind,
            url: link,
            provider,
            title,
            body,
            caption,
            layout: Layout::Inline,
        }));
    }
    let file = url.as_str().and_then(|url| kind_of_file(url, &Value::Null)).is_some();
    let kind = if file { CardKind::File } else { CardKind::Link };
    let title = vec![Inline::Text(display_name(&link).into())];
    out.push(Block::Card(Card {
        kind,
        url: link,
        title: title.into(),
        description: Vec::new(),
        source: None,
        image: None,
    }));
}

/// Returns the size of a file, after its name if that differs from its title.
fn find_file_facts<'t>(node: &'t Value<'t>, cx: &mut Context) -> Option<Label<'t>> {
    let name = find_str(node, "fileTitle title").and_then(|_| label(node, "fileName name", cx));
    let size = find(node, "fileSize filesize size").and_then(file_size);
    match (name, size) {
        (Some(name), Some(size)) => Some(Label::new(template::concat(&[&name, " · ", &size]))),
        (name, size) => name.or(size),
    }
}

/// Adds Ghost's product card.
fn push_product<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut product = Product { name: rich(node, "productTitle title name", d, cx).into(), ..Product::default() };
    body(node, "productDescription description", d, cx, &mut product.body);
    product.price = label(node, "price", cx);
    if is_on(node, "productRatingEnabled") {
        product.rating = number(node, "productStarRating", 5).map(|stars| Rating { tenths: stars * 10, best: 5 });
    }
    if is_on(node, "productButtonEnabled") {
        let title = rich(node, "productButton", d, cx);
        match url(node, "productUrl", cx) {
            Some(url) if !title.is_empty() => {
                let (description, source, image) = Default::default();
                product.body.push(Block::Card(Card {
                    kind: CardKind::Button,
                    url,
                    title: title.into(),
                    description,
                    source,
                    image,
                }));
            }
            url => product.url = url,
        }
    }
    if product.url.is_none() && product.body.iter().all(|block| !matches!(block, Block::Card(_))) {
        product.url = find(node, "url link href").and_then(|_| target(node, cx));
    }
    let pictured =
        || find(node, "image picture photo").and_then(|image| address(image).map_or(Some(image), |(src, _)| Some(src)));
    let src = find_str(node, "productImageSrc").or_else(pictured).filter(|src| src.as_str().is_some());
    if let Some(src) = src.and_then(|src| cx.media_url(src)) {
        product.image = Some(Image { src: Some(src), ..Image::default() });
    }
    if !product.name.is_empty() || !product.body.is_empty() {
        out.push(Block::Product(product));
    }
}

/// Members that only Ghost's cards of these kinds have.
const GHOSTS: &str =
    "header subheader textValue sponsorLabel disclaimer buttonUrl showButton buttonEnabled successMessage";

/// Adds Ghost's headers, calls to action and sign-up forms: their texts and their button.
fn push_header<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut title = rich(node, "header text sponsorLabel", d, cx);
    title.append(&mut inlines(children(node), d, cx));
    push_styled(Kind::Heading, node, "", title, out);
    for name in ["subheader", "textValue", "disclaimer"] {
        body(node, name, d, cx, out);
    }
    if let Some(src) = find_str(node, "imageUrl").and_then(|src| pictures::read_picture(src, d, cx)) {
        out.push(Block::Figure(src));
    }
    let hidden = find(node, "buttonEnabled showButton") == Some(&Value::Bool(false));
    if !hidden && find_str(node, "buttonUrl").is_some() {
        push_link(CardKind::Button, node, d, cx, out);
    } else if node.get("successMessage").is_some() {
        cx.warn(WarningCode::NotShown, node, &["a form that cannot be sent from here, its text is shown"]);
    }
}
