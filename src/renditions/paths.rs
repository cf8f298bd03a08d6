//! Widths in the path of an address.

use super::address::{parse_side, parse_size};
use super::hosts::Template;
use super::query;
use crate::text::ascii;
use crate::text::keys::Keys;

const W: &str = Template::WIDTH;
const H: &str = Template::HEIGHT;

/// Returns the template at Storyblok: `/f/SPACE/SIZE/ID/NAME/m/640x0/filters:…`; a height of 0 keeps the proportion.
pub(super) fn storyblok(url: &str) -> Option<Template> {
    let (url, query) = ascii::cut(url, b"?");
    // The older service has the size before the file.
    if ascii::nth_part(url, 3, b'/') != "f" {
        return None;
    }
    let (file, made) = url.split_once("/m/").unwrap_or((url.strip_suffix("/m").unwrap_or(url), ""));
    let (first, rest) = ascii::cut(made, b"/");
    // A cropped part or a frame does not scale with the width.
    if first.contains(':') && !first.starts_with("filters:") || rest.contains("filters:fill") || first == "fit-in" {
        return None;
    }
    let sides = parse_size(first);
    let filters = if first.starts_with("filters:") { made } else { rest };
    let filters = filters.strip_prefix('/').unwrap_or(filters);
    let mut out = Template::new(&[file, "/m/", W, "x", if sides.is_some() { H } else { "0" }]);
    out.push(&[if filters.is_empty() { "" } else { "/" }, filters, query]);
    out.sides = sides;
    Some(out)
}

/// The names of Cloudinary's parameters that may begin a transformation.
const CLOUDINARY: &str =
    "a ac af ar b bo br c co cs d dl dn dpr du e eo f fl fn fps g h ki l o p pg q r so sp t u vc vs w x y z";

/// Returns the template at Cloudinary: `/image/upload/c_limit,w_640/v1/NAME`. The width is replaced in the last
/// transformation that has one, otherwise added in a new one at the end. `None` for signed addresses, and for layers,
/// which have widths too.
pub(super) fn cloudinary(url: &str) -> Option<Template> {
    let (before, rest) = url.split_once("/image/")?;
    let (kind, mut rest) = ascii::split_once(rest, b'/')?;
    let is_part = |part: &str| ascii::split_once(part, b'_').is_some_and(|(name, _)| Keys(CLOUDINARY).has(name));
    let mut transformations: Vec<&str> = Vec::new();
    loop {
        let (segment, tail) = ascii::cut(rest, b"/");
        if segment.starts_with("s--") || segment.split(',').any(|part| part.starts_with("l_") || part.starts_with("u_"))
        {
            return None;
        }
        if tail.is_empty() || !segment.split(',').all(is_part) {
            break;
        }
        transformations.push(segment);
        rest = tail.get(1..)?;
    }
    let number = |segment: &str, name: &str| {
        let value = segment.split(',').find_map(|part| part.strip_prefix(name))?;
        parse_side(value)
    };
    let place = transformations.iter().rposition(|segment| number(segment, "w_").is_some());
    let mut out = Template::new(&[before, "/image/", kind, "/"]);
    for (index, segment) in transformations.iter().enumerate() {
        if Some(index) != place {
            out.push(&[segment, "/"]);
            continue;
        }
        out.sides = number(segment, "w_").zip(number(segment, "h_"));
        for (index, part) in segment.split(',').filter(|part| !part.starts_with("dpr_")).enumerate() {
            out.push(&[if index > 0 { "," } else { "" }]);
            match part.get(..2) {
                Some("w_") => out.push(&["w_", W]),
                Some("h_") if out.sides.is_some() => out.push(&["h_", H]),
                _ => out.push(&[part]),
            }
        }
        out.push(&["/"]);
    }
    if place.is_none() {
        out.push(&["c_limit,w_", W, "/"]);
    }
    out.push(&[rest]);
    Some(out)
}

/// Returns the template at Shopify: `?width=640`; a requested size at the end of the file's name is removed.
pub(super) fn shopify(url: &str) -> Option<Template> {
    let (path, query) = ascii::cut(url, b"?");
    let (stem, ending) = ascii::rsplit_once(path, b'.')?;
    let (name, suffix) = ascii::rsplit_once(stem, b'_').unwrap_or((stem, ""));
    let (width, height) = ascii::split_once(suffix, b'x').unwrap_or(("", ""));
    let is_number = |text| ascii::integer(text).is_some();
    let is_size = is_number(width) && (height.is_empty() || is_number(height));
    let whole = if is_size { [name, ".", ending, query].concat() } else { url.to_owned() };
    query::template(&whole, "width height", "")
}

/// Returns the template at Squarespace: `?format=750w`.
pub(super) fn squarespace(url: &str) -> Option<Template> {
    let mut out = query::template(url, "format", "")?;
    out.push(&["w"]);
    Some(out)
}

/// Returns the template at Ghost: `/content/images/size/w600/2026/05/NAME`.
pub(super) fn ghost(url: &str) -> Option<Template> {
    let (before, mut rest) = url.split_once("/content/images/")?;
    let is_whole = !rest.starts_with("size/");
    if let Some(sized) = rest.strip_prefix("size/") {
        rest = ascii::split_once(sized, b'/')?.1;
    }
    // Pictures of articles are in folders of a year and a month.
    let folder =
        rest.strip_prefix("format/").and_then(|rest| ascii::split_once(rest, b'/')).map_or(rest, |(_, rest)| rest);
    let year = ascii::cut(folder, b"/").0;
    if year.len() != 4 || ascii::integer(year).is_none() {
        return None;
    }
    let mut out = Template::new(&[before, "/content/images/size/w", W, "/", rest]);
    out.is_whole = is_whole;
    Some(out)
}

/// Returns the template at Wikimedia: `/wikipedia/commons/thumb/a/ab/NAME/500px-NAME`, for raster pictures.
pub(super) fn wikimedia(url: &str) -> Option<Template> {
    let (url, _) = ascii::cut(url, b"?");
    if let Some((before, rest)) = url.split_once("/thumb/") {
        let (name, thumb) = ascii::rsplit_once(rest, b'/')?;
        let (pixels, behind) = thumb.split_once("px-")?;
        // The names of document pages before the width are kept.
        let (page, width) = ascii::rsplit_once(pixels, b'-').map_or(("", pixels), |(page, width)| (page, width));
        let width = parse_side(width)?;
        let dash = if page.is_empty() { "" } else { "-" };
        let mut out = Template::new(&[before, "/thumb/", name, "/", page, dash, W, "px-", behind]);
        out.most = Some(width);
        return Some(out);
    }
    // https://upload.wikimedia.org/wikipedia/commons/a/ab/NAME
    let project = ascii::nth_part(url, 3, b'/');
    let wiki = ascii::nth_part(url, 4, b'/');
    let before = ["https://upload.wikimedia.org/", project, "/", wiki, "/"].concat();
    let file = url.strip_prefix(before.as_str())?;
    let name = ascii::rsplit_once(file, b'/')?.1;
    let ending = ascii::rsplit_once(name, b'.')?.1.to_ascii_lowercase();
    if !matches!(ending.as_str(), "jpg" | "jpeg" | "png" | "webp") || ascii::nth_part(file, 1, b'/').len() != 2 {
        return None;
    }
    let mut out = Template::new(&[&before, "thumb/", file, "/", W, "px-", name]);
    (out.is_whole, out.is_strict) = (true, true);
    Some(out)
}

/// Returns the template at the BBC's `ichef`: `/news/640/cpsprodpb/…`, `/ace/standard/640/…`, `/images/ic/640x360/…`.
pub(super) fn ichef(url: &str) -> Option<Template> {
    let (before, path) = url.split_once(".co.uk/")?;
    if !before.starts_with("https://ichef") && !before.starts_with("http://ichef") {
        return None;
    }
    let (mut head, mut rest) = (String::new(), path);
    for _ in 0..3 {
        let (segment, tail) = ascii::split_once(rest, b'/')?;
        let is_pixels = segment.len() > 1 && segment.len() < 5 && ascii::integer(segment).is_some();
        let sides = parse_size(segment);
        let is_free = segment.strip_suffix("xn").and_then(ascii::integer).is_some();
        // A second number is a height with its own rules.
        if is_pixels && ascii::integer(ascii::cut(tail, b"/").0).is_some() {
            return None;
        }
        if is_pixels || is_free || sides.is_some() {
            let mut out = Template::new(&[before, ".co.uk/", &head, W]);
            let [by, height] = if sides.is_some() { ["x", H] } else { [if is_free { "xn" } else { "" }, ""] };
            out.push(&[by, height, "/", tail]);
            out.sides = sides;
            return Some(out);
        }
        head.push_str(segment);
        head.push('/');
        rest = tail;
    }
    None
}

/// Returns the template at the Guardian's `media`: `/ID/0_0_5000_3000/1000.jpg`, where `master/5000.jpg` is the whole
/// crop. `None` for portraits, whose files have other widths.
pub(super) fn guardian(url: &str) -> Option<Template> {
    let (folder, name) = ascii::rsplit_once(ascii::cut(url, b"?").0, b'/')?;
    let (width, kind) = ascii::split_once(name, b'.')?;
    let crop = ascii::nth_part(folder, 4, b'/');
    let side = |number| parse_side(ascii::nth_part(crop, number, b'_'));
    if side(2)? < side(3)? {
        return None;
    }
    let mut out = Template::new(&[folder.strip_suffix("/master").unwrap_or(folder), "/", W, ".", kind]);
    out.most = Some(parse_side(width)?);
    Some(out)
}
