//! Nodes without running text of their own: pictures, players, and the cards of Ghost's and other editors.

use crate::json::Value;
use crate::model::{Block, Card, CardKind, Embed, Figure, Image, Inline, Media, MediaKind, Product, Rating, Source};
use crate::read::Context;
use crate::read::formats::editors::engine::convert::{callout, inside, styled, within};
use crate::read::formats::editors::engine::inline_nodes::{inlines, paragraph};
use crate::read::formats::editors::engine::kind::{Kind, children, find, find_str, is_on, number};
use crate::read::html;
use crate::read::html::markdown;
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::file_size;
use crate::read::values::link::display_name;
use crate::read::values::paragraphs::read_paragraphs;
use crate::read::values::spans::lines;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::text::{Label, Text, template};
use crate::url::SafeUrl;

/// The most pixels that a picture may claim to be wide or high.
const MAX_PIXELS: i64 = 20_000;

/// Adds the blocks of a card; a warning when it has no content.
pub(in crate::read) fn card<'t>(
    kind: Kind,
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let before = out.len();
    match kind {
        Kind::Image => out.extend(figure(node, d, cx).map(Block::Figure)),
        Kind::Gallery => gallery(node, d, cx, out),
        Kind::Callout => return notice(node, d, cx, out),
        Kind::Button => link(CardKind::Button, node, d, cx, out),
        Kind::Bookmark => link(CardKind::Link, node, d, cx, out),
        Kind::File => link(CardKind::File, node, d, cx, out),
        Kind::Audio => media(MediaKind::Audio, node, d, cx, out),
        Kind::Video => media(MediaKind::Video, node, d, cx, out),
        Kind::Product => product(node, d, cx, out),
        Kind::Embed => match find_str(node, "url source src href embed") {
            Some(url) => embed(node, url, d, cx, out),
            None => body(node, "html", &Dialect { html: true, ..Dialect::default() }, cx, out),
        },
        Kind::Header => return header(node, d, cx, out),
        Kind::Html => body(node, "html content code", &Dialect { html: true, ..Dialect::default() }, cx, out),
        Kind::Markdown => {
            if let Some(at @ Value::String(text)) = find_str(node, "markdown content") {
                out.append(&mut markdown::blocks(text, at, cx));
            }
        }
        Kind::EmailOnly => return cx.warn(WarningCode::NotShown, node, &["shown in newsletters only"]),
        _ => {}
    }
    if out.len() == before && kind != Kind::Image {
        cx.warn(WarningCode::EmptyBlock, node, &["a card without content, left out"]);
    }
    // Slate gives every node children; those of a picture are empty, or its caption.
    inside(node, d, cx, out);
}

/// Adds the blocks of the first of these members, which is HTML or plain text.
pub(in crate::read) fn body<'t>(
    node: &'t Value<'t>,
    names: &str,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    if let Some(value @ Value::String(text)) = find_str(node, names) {
        out.append(&mut if d.html {
            html::blocks(text, value, cx)
        } else {
            read_paragraphs(cx.lines_within(value, text), value, cx)
        });
    }
}

/// Running text from a string that is HTML or plain, or from nodes.
pub(in crate::read) fn rich_value<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    match value {
        Value::String(html) if d.html => html::inlines(html, value, cx),
        Value::String(text) => {
            let text = cx.lines_within(value, text.trim());
            lines(cx.body(text, value))
        }
        Value::Number(_) => cx.plain(value),
        Value::Array(nodes) => inlines(nodes, d, cx),
        _ => inlines(children(value.at("editorState root").or_else(|| value.get("root")).unwrap_or(value)), d, cx),
    }
}

/// Running text in the first of these members.
pub(in crate::read) fn rich<'t>(
    node: &'t Value<'t>,
    names: &str,
    d: &Dialect<'t>,
    cx: &mut Context,
) -> Vec<Inline<'t>> {
    find(node, names).map(|value| rich_value(value, d, cx)).unwrap_or_default()
}

/// A label in the first of these members.
fn label<'t>(node: &'t Value<'t>, names: &str, cx: &mut Context) -> Option<Label<'t>> {
    find_str(node, names).and_then(|value| cx.label(value))
}

/// The address of a file in the first of these members.
fn file(node: &Value, names: &str, cx: &mut Context) -> Option<SafeUrl> {
    find_str(node, names).and_then(|value| cx.media_url(value))
}

/// A link in the first of these members.
fn url(node: &Value, names: &str, cx: &mut Context) -> Option<SafeUrl> {
    find_str(node, names).and_then(|value| cx.link(value))
}

/// A picture's width and height, if both are there.
fn size(node: &Value) -> Option<(u32, u32)> {
    // Contentful keeps them in a file's details.
    let node = node.at("file details image").unwrap_or(node);
    let of = |names| number(node, names, MAX_PIXELS);
    of("width naturalWidth").zip(of("height naturalHeight"))
}

/// A picture with its caption.
pub(in crate::read) fn figure<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let mut figure = Figure::default();
    let address = find_str(node, "src url");
    let described = find(node, "alt altText alternativeText description title").filter(|alt| alt.as_str().is_some());
    figure.image.src = address.and_then(|src| cx.media_url(src));
    figure.image.alt = described.and_then(|alt| cx.label(alt)).unwrap_or_default();
    figure.image.size = size(node);
    figure.caption = rich(node, "caption", d, cx);
    figure.credit = rich(node, "credit attribution", d, cx).into();
    figure.link = url(node, "href", cx);
    match (address, find_str(node, "_ref ref id")) {
        (None, Some(place @ Value::String(id))) => {
            cx.warn(WarningCode::Unresolved, place, &["a reference to a picture that is not in the input: ", id]);
        }
        (None, _) => cx.warn(WarningCode::MissingField, node, &["an image without an address"]),
        _ if figure.image.src.is_some() && described.is_none() && figure.caption.is_empty() => {
            cx.missing_alt(node);
        }
        _ => {}
    }
    let worth_showing = figure.image.src.is_some() || !figure.image.alt.is_empty() || !figure.caption.is_empty();
    worth_showing.then_some(figure)
}

fn gallery<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut images = Vec::new();
    for image in find(node, "images items slides files").map_or(children(node), Value::items) {
        if cx.spend(image) {
            images.extend(figure(image, d, cx));
        }
    }
    if !images.is_empty() {
        out.push(Block::Gallery(images, rich(node, "caption", d, cx)));
    }
}

/// Adds a notice: what stands in it, or Ghost's and Editor.js's texts.
fn notice<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let title = rich(node, "title heading", d, cx);
    let mut content = Vec::new();
    inside(node, d, cx, &mut content);
    body(node, "calloutText message text", d, cx, &mut content);
    if let Some(list) = Keys("text body").find_map(|name| node.get(name)).filter(|list| list.is_array()) {
        within(list, list.items(), d, cx, &mut content);
    }
    if let Some(emoji) = label(node, "calloutEmoji emoji", cx) {
        match content.first_mut() {
            Some(Block::Paragraph(first)) => {
                first.content.insert(0, Inline::Text(Text::Owned(template::concat(&[&emoji, " "]))));
            }
            _ => paragraph(vec![Inline::Text(emoji.into())], &mut content),
        }
    }
    callout(title, content, out);
}

/// Adds a link as a card; without an address only its title.
fn link<'t>(kind: CardKind, node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut title = rich(node, "buttonText title fileTitle label text name fileName", d, cx);
    let Some(url) = url(node, "buttonUrl url src href link", cx) else {
        return paragraph(title, out);
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
        if kind == CardKind::File { file_facts(node, cx) } else { label(node, "publisher site_name author", cx) };
    let picture = find(node, "thumbnail image").filter(|_| kind == CardKind::Link);
    let src = picture.map(|image| find_str(image, "url src").unwrap_or(image)).filter(|src| src.as_str().is_some());
    out.push(Block::Card(Card {
        kind,
        url,
        title: title.into(),
        description,
        source,
        image: src.and_then(|src| cx.media_url(src)).map(|src| Image { src: Some(src), ..Image::default() }),
    }));
}

/// What a file is called, where its title is another one, and how large it is.
fn file_facts<'t>(node: &'t Value<'t>, cx: &mut Context) -> Option<Label<'t>> {
    let name = find_str(node, "fileTitle title").and_then(|_| label(node, "fileName name", cx));
    let size = find(node, "fileSize size").and_then(file_size);
    match (name, size) {
        (Some(name), Some(size)) => Some(Label::new(template::concat(&[&name, " · ", &size]))),
        (name, size) => name.or(size),
    }
}

/// Adds something of another site.
fn embed<'t>(node: &'t Value<'t>, url: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let Some(url) = cx.link(url) else { return };
    let (url, known) = html::provider(url);
    let (kind, name) = known.unzip();
    let (kind, provider) = (kind.unwrap_or_default(), name.map(Label::new));
    let (title, caption) = (label(node, "title", cx), rich(node, "caption", d, cx));
    let mut body = Vec::new();
    for block in
        find_str(node, "html").map(|html| html::blocks(html.as_str().unwrap_or(""), html, cx)).unwrap_or_default()
    {
        match block {
            // What its own markup says beside where to find it.
            Block::Embed(embed) => body.extend(embed.body),
            Block::Media(_) => {}
            block => body.push(block),
        }
    }
    out.push(Block::Embed(Embed { kind, url, provider, title, body, caption }));
}

/// Adds a video or a sound: a file that plays here, or a page of a provider.
fn media<'t>(kind: MediaKind, node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let Some(address) = find_str(node, "src url") else { return };
    let Some(src) = cx.media_url(address) else { return };
    if html::provider(src.clone()).1.is_some() {
        return embed(node, address, d, cx, out);
    }
    out.push(Block::Media(Media {
        kind,
        sources: vec![Source { src, media_type: label(node, "mimeType mime contentType", cx) }],
        poster: file(node, "customThumbnailSrc thumbnailSrc poster", cx),
        title: label(node, "title fileName", cx),
        size: size(node),
        caption: rich(node, "caption", d, cx),
        ..Media::default()
    }));
}

/// Adds Ghost's product card.
fn product<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
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
    if let Some(src) = file(node, "productImageSrc", cx) {
        product.image = Some(Image { src: Some(src), ..Image::default() });
    }
    if !product.name.is_empty() || !product.body.is_empty() {
        out.push(Block::Product(product));
    }
}

/// Adds Ghost's headers, calls to action and sign-up forms: their texts and their button.
fn header<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut title = rich(node, "header text sponsorLabel", d, cx);
    title.append(&mut inlines(children(node), d, cx));
    styled(Kind::Heading, node, "", title, out);
    for name in ["subheader", "textValue", "disclaimer"] {
        body(node, name, d, cx, out);
    }
    let hidden = find(node, "buttonEnabled showButton") == Some(&Value::Bool(false));
    if !hidden && find_str(node, "buttonUrl").is_some() {
        link(CardKind::Button, node, d, cx, out);
    } else if node.get("successMessage").is_some() {
        cx.warn(WarningCode::NotShown, node, &["a form that cannot be sent from here, its text is shown"]);
    }
}
