//! Pictures and galleries.

use crate::json::Value;
use crate::model::{Block, Figure, Gallery, Image};
use crate::read::Context;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::linked;
use crate::read::formats::editors::engine::members::{rich, rich_value};
use crate::read::formats::editors::engine::node::{children, find, find_str, number};
use crate::read::formats::editors::engine::versions;
use crate::read::formats::editors::engine::vocabulary::{
    ALT, CAPTION, CREDIT, PICTURES, address, is_address, kind_of_file,
};
use crate::read::values::dialect::Dialect;
use crate::read::values::layout::MAX_COLUMNS;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::url::SafeUrl;

/// The largest width or height of a picture that is accepted, in pixels.
const MAX_PIXELS: i64 = 20_000;

/// The names of galleries in rows.
const GRIDS: &str = "grid masonry mosaic tiles tiled";

/// Returns a picture's width and height, if both are there.
pub(in crate::read) fn find_size(node: &Value) -> Option<(u32, u32)> {
    // Contentful stores them in a file's details, Sanity in an asset's metadata.
    let node = ["file details image", "details image", "asset metadata dimensions", "metadata dimensions"]
        .iter()
        .find_map(|names| node.at(names))
        .unwrap_or(node);
    let of = |names| number(node, names, MAX_PIXELS);
    of("width naturalWidth").zip(of("height naturalHeight"))
}

/// Returns the kind of the file at the address of a node that need not be a picture.
pub(in crate::read) fn kind_of_upload(node: &Value) -> Option<Kind> {
    let (url, holder) = address(node)?;
    kind_of_file(url.as_str()?, holder)
}

/// Reads a picture with its caption, wherever a node stores its address.
pub(in crate::read) fn read_figure<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let found = address(node);
    let holder = found.map_or(node, |(_, holder)| holder);
    let of = |names| find(node, names).or_else(|| find(holder, names));
    let said = |value: Option<&'t Value<'t>>| value.filter(|value| value.as_str().is_some());
    let described = said(of(ALT)).or_else(|| said(of("description title")));
    let mut figure = Figure::default();
    figure.image.src = found.and_then(|(src, _)| cx.media_url(src));
    figure.image.alt = described.and_then(|alt| cx.label(alt)).unwrap_or_default();
    figure.image.size = find_size(node).or_else(|| find_size(holder));
    versions::read(&mut figure.image, holder, &|name| find(node, name).or_else(|| find(holder, name)), cx);
    figure.caption = of(CAPTION).map(|caption| rich_value(caption, d, cx)).unwrap_or_default();
    if figure.caption.is_empty()
        && said(of(ALT)).is_some()
        && let Some(title) = find_str(holder, "title").filter(|title| Some(*title) != described)
    {
        figure.caption = rich_value(title, d, cx);
    }
    let credit = said(of(CREDIT)).filter(|credit| !credit.as_str().is_some_and(is_address));
    figure.credit = credit.map(|credit| rich_value(credit, d, cx)).unwrap_or_default().into();
    figure.link = read_link_of(node, found.map(|(src, _)| src), cx);
    let wanted = || find(node, "fieldtype").and_then(Value::as_str) != Some("asset");
    match (found, find_str(node, "_ref ref id value")) {
        (None, Some(place @ Value::String(id))) => {
            cx.warn(WarningCode::Unresolved, place, &["a reference to a picture that is not in the input: ", id]);
        }
        // An asset that has not been chosen (Storyblok).
        (None, _) if !wanted() => {}
        (None, _) => cx.warn(WarningCode::MissingField, node, &["an image without an address"]),
        _ if figure.image.src.is_some() && described.is_none() && figure.caption.is_empty() => {
            cx.missing_alt(node);
        }
        _ => {}
    }
    let worth_showing = figure.image.src.is_some() || !figure.image.alt.is_empty() || !figure.caption.is_empty();
    worth_showing.then_some(figure)
}

/// Returns the target of a picture, if that is not its own address.
fn read_link_of<'t>(node: &'t Value<'t>, src: Option<&'t Value<'t>>, cx: &mut Context) -> Option<SafeUrl> {
    let link = find_str(node, "href link linkUrl").or_else(|| find_str(node.get("link")?, "url href"))?;
    if src.is_some_and(|src| std::ptr::eq(src, link) || src == link) { None } else { cx.link(link) }
}

/// Adds pictures that belong together: objects, or bare addresses.
pub(in crate::read) fn push_gallery<'t>(
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let mut images = Vec::new();
    let listed = find(node, PICTURES).filter(|list| list.is_array()).map(Value::items);
    for image in listed.or(Some(node.items()).filter(|items| !items.is_empty())).unwrap_or_else(|| children(node)) {
        if cx.spend(image) {
            // An asset of Contentful is a link to it.
            let known = linked::target(image, d).and_then(|target| cx.follow(image, target, 2)).unwrap_or(image);
            images.extend(read_picture(known.get("fields").unwrap_or(known), d, cx));
        }
    }
    if !images.is_empty() {
        // Ghost's pictures have the number of their row of three.
        let rows = || listed.is_some_and(|list| list.iter().all(|image| image.get("row").is_some())).then_some(3);
        let is_grid =
            |name| find_str(node, name).and_then(Value::as_str).is_some_and(|display| Keys(GRIDS).has(display));
        let grid = || Keys("display layout variant style").any(is_grid).then_some(3);
        let columns = number(node, "columns columnCount", MAX_COLUMNS).or_else(rows).or_else(grid);
        let columns = columns.map(|columns| columns as u8);
        out.push(Block::Gallery(Gallery {
            figures: images,
            caption: rich(node, CAPTION, d, cx),
            columns,
            ..Gallery::default()
        }));
    }
}

/// Reads a picture: an object with one, or a bare address.
pub(in crate::read) fn read_picture<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    if value.as_str().is_some() {
        let image = Image { src: Some(cx.media_url(value)?), ..Image::default() };
        return Some(Figure { image, ..Figure::default() });
    }
    read_figure(value, d, cx)
}
