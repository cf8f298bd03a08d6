//! The size of a picture from its address.

use crate::text::ascii;

/// Returns width and height of a picture whose address contains them, as at Sanity and Storyblok.
pub(super) fn size(url: &str) -> Option<(u32, u32)> {
    let (path, query) = ascii::cut(url, b"?#");
    let whole = if url.starts_with("https://cdn.sanity.io/images/") {
        let (_, name) = ascii::rsplit_once(path, b'/')?;
        let (stem, _) = ascii::rsplit_once(name, b'.')?;
        parse_size(ascii::rsplit_once(stem, b'-')?.1)?
    } else if url.contains(".storyblok.com/f/") {
        // https://a.storyblok.com/f/SPACE/WIDTHxHEIGHT/…
        parse_size(ascii::nth_part(path, 5, b'/'))?
    } else {
        return None;
    };
    let of = |name: &str| {
        let mut pairs = query.split(['?', '&']);
        pairs.find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    };
    let sides = |rect: &str| {
        let side = |number| parse_side(ascii::nth_part(rect, number, b','));
        side(2).zip(side(3))
    };
    // For a part of the picture, the size of the part; for one that is cropped to a size, that of the result.
    let whole = of("rect").map(|rect| rect.replace("%2C", ",")).and_then(|rect| sides(&rect)).unwrap_or(whole);
    let number = |name| of(name).and_then(parse_side);
    let asked = of("fit").filter(|fit| *fit == "crop").and_then(|_| number("w").zip(number("h")));
    // Storyblok crops to …/m/800x600, unless a side is 0.
    let asked = asked.or_else(|| parse_size(ascii::cut(path.split_once("/m/")?.1, b"/").0));
    Some(asked.map_or(whole, |sides| within(whole, sides)))
}

/// Returns the largest size of this shape that a picture has.
fn within(whole: (u32, u32), (width, height): (u32, u32)) -> (u32, u32) {
    let wide = whole.0.min(scale(width, whole.1, height));
    (wide, scale(height, wide, width))
}

/// Scales a height in proportion to a change of width; the result is at least one pixel.
pub(crate) fn scale(height: u32, width: u32, before: u32) -> u32 {
    let (width, before) = (u64::from(width), u64::from(before.max(1)));
    ((u64::from(height) * width + before / 2) / before).max(1) as u32
}

/// Parses two numbers with an `x` between them.
pub(crate) fn parse_size(text: &str) -> Option<(u32, u32)> {
    let (width, height) = ascii::split_once(text, b'x')?;
    parse_side(width).zip(parse_side(height))
}

/// Parses a number of pixels within the limits of a picture's side.
pub(super) fn parse_side(text: &str) -> Option<u32> {
    ascii::integer(text).filter(|number| (1..=20_000).contains(number)).map(|number| number as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_tell_sizes() {
        for (url, found) in [
            ("https://cdn.sanity.io/images/p/d/a1-2000x1333.jpg?w=640", Some((2000, 1333))),
            ("https://cdn.sanity.io/images/p/d/a1-2000x1333.jpg?rect=10,20,1200,900", Some((1200, 900))),
            ("https://cdn.sanity.io/images/p/d/a1-2000x1333.jpg?w=320&h=240&fit=crop", Some((1777, 1333))),
            ("https://cdn.sanity.io/images/p/d/a1-2000x1333.jpg?w=320&h=160&fit=crop", Some((2000, 1000))),
            ("https://cdn.sanity.io/images/p/d/a1-0x1333.jpg", None),
            ("https://a-us.storyblok.com/f/1/1600x900/ab/pier.jpg", Some((1600, 900))),
            ("https://a.storyblok.com/f/1/1600x900/ab/pier.jpg/m/800x600/smart", Some((1200, 900))),
            ("https://a.storyblok.com/f/1/1600x900/ab/pier.jpg/m/800x0", Some((1600, 900))),
            ("https://a.storyblok.com/f/1/x/pier.jpg", None),
            ("https://e.org/a-2000x1333.jpg", None),
        ] {
            assert_eq!(size(url), found, "{url}");
        }
    }
}
