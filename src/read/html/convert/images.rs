//! Pictures: which of an element's many addresses is the picture, and whether it is in a line or a block.

use crate::model::{Block, Candidate, Figure, Image, Inline};
use crate::read::html::convert::chain_facts::find_declaration;
use crate::read::html::convert::line::Line;
use crate::read::html::convert::{Reader, custom};
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::Element;
use crate::read::values::focus::read_text;
use crate::read::values::image::{MAX_PIXELS, described, split_srcset};
use crate::read::values::spans::Wrap;
use crate::text::ascii;
use crate::text::keys::Keys;
use crate::url::Purpose;

/// Attributes in which scripts that load pictures late keep the address.
const LATE: [&str; 9] = [
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-full-src",
    "data-orig-file",
    "data-image",
    "data-old-src",
    "data-lazyload",
    "data-lazy",
];

/// Attributes in which scripts that load pictures late keep the candidates.
const LATE_SETS: [&str; 3] = ["srcset", "data-srcset", "data-lazy-srcset"];

/// Attributes in which WordPress and Squarespace keep the focus of a picture.
const FOCUS: [&str; 2] = ["data-object-position", "data-image-focal-point"];

/// The words in the file names of placeholder pictures: those that mark a placeholder, and those that may occur beside
/// them.
const STAND_INS: &str = "blank placeholder spacer 1x1 transparent";
const BESIDE: &str = "img image pic picture photo lazy loading lazyload pixel px gif grey gray white black empty dummy \
                      default bg";

/// The beginning of a GIF of one pixel in Base64.
const EMPTY_GIF: &str = "R0lGODlhAQAB";

/// The width from which a candidate is large enough, if no other address is given.
const WIDE_ENOUGH: u32 = 800;

/// The most nodes between a picture and its replacement for browsers without scripts.
const NEAR: usize = 9;

/// The largest side, in pixels, of a picture that is in a line of text like a letter.
const SMALL: u32 = 32;

impl<'t, 'r> Reader<'t, 'r, '_> {
    /// Reads the picture of an `img` or `picture`; `None` for tracking pixels.
    pub fn picture(&mut self, id: usize) -> Option<Figure<'t>> {
        let tree = self.tree;
        let img = if tree.tag(id) == Some(Tag::Img) { id } else { tree.find_tag(id, Tag::Img)? };
        let (element, offset) = (tree.element(img)?, tree.node(img).offset);
        if self.is_pixel(element) {
            return None;
        }
        let mut image = Image {
            alt: self.make_label(self.attribute(element, "alt").unwrap_or("")),
            size: self.size(element),
            ..Image::default()
        };
        let style = || read_text(find_declaration(self.attribute(element, "style")?, "object-position")?, image.size);
        let named = FOCUS.iter().find_map(|name| read_text(self.attribute(element, name)?, image.size));
        image.focus = named.or_else(style);
        let alone = !self.precedes_noscript(img);
        self.read_address(element, offset, alone && id == img, &mut image);
        for source in tree.children(id) {
            if image.src.is_some() || tree.tag(id) != Some(Tag::Picture) {
                break;
            }
            if let Some(source) = tree.element(source).filter(|element| element.tag == Tag::Source) {
                self.read_address(source, offset, false, &mut image);
            }
        }
        if image.src.is_none() && id != img {
            self.read_address(element, offset, alone, &mut image);
        }
        if image.src.is_none() {
            if alone {
                self.warn_of_inline(element, offset);
            }
            if image.alt.is_empty() {
                return None;
            }
        }
        let mut figure = Figure { image, ..Figure::default() };
        // Drupal and others write the caption into an attribute, as HTML.
        if let Some(caption) = self.attribute(element, "data-caption") {
            let caption = self.make_label(&custom::text_of(caption));
            figure.caption.extend((!caption.is_empty()).then(|| Inline::label(caption)));
        }
        for wrap in self.read_wraps(tree.node(img).chain) {
            if let Wrap::Link(url) = wrap {
                figure.link = Some(url.as_ref().clone());
            }
        }
        Some(figure)
    }

    /// Adds a picture to the line if it is as small as a letter; otherwise ends the line and adds it as a block.
    pub fn place_picture(&mut self, figure: Figure<'t>, id: usize, line: &mut Line<'t>, out: &mut Vec<Block<'t>>) {
        let small = figure.image.size.is_some_and(|(width, height)| width <= SMALL && height <= SMALL);
        let is_inline = |element: &Element| {
            let class = self.tree.attribute(element, "class").unwrap_or_default();
            class.split_ascii_whitespace().any(|name| matches!(name, "inline" | "inline-image" | "image-inline"))
        };
        let is_sign = |element: &Element| self.has_class(element, &["emoji", "smiley", "latex"]) || is_inline(element);
        if small || self.tree.element(id).is_some_and(is_sign) {
            line.push(self.tree.node(id).chain, Inline::Image(figure.image));
        } else {
            self.end_paragraph(line, out);
            let mut block = [Block::Figure(figure)];
            let img = if self.tree.tag(id) == Some(Tag::Picture) { self.tree.find_tag(id, Tag::Img) } else { None };
            if let Some(img) = self.tree.element(img.unwrap_or(id)) {
                self.lay_out(img, &mut block);
            }
            // Blogger floats the link around a picture.
            for inline in self.tree.chain(self.tree.node(id).chain) {
                if let Some(inline) = self.tree.inlines.get(inline) {
                    self.lay_out(&inline.element, &mut block);
                }
            }
            out.extend(block);
        }
    }

    /// Reads content for browsers without scripts: a picture, if the one beside it has no usable address.
    pub fn read_noscript(&mut self, id: usize, line: &mut Line<'t>, out: &mut Vec<Block<'t>>) {
        let Some(img) = self.tree.find_tag(id, Tag::Img) else { return };
        let end = self.tree.node(id).end;
        let (mut before, mut after) = (None, None);
        for step in 1..NEAR {
            before = before.or(self.find_address_of(id.saturating_sub(step)));
            after = after.or(self.find_address_of(end + step - 1));
        }
        let own = self.find_address_of(img).flatten();
        let is_same = |other: Option<&str>| {
            other.is_some() && (own.is_none() || own.map(find_file_name) == other.map(find_file_name))
        };
        let doubled = match before {
            Some(None) => false,
            before => is_same(before.flatten()) || is_same(after.flatten()),
        };
        if !doubled && let Some(figure) = self.picture(img) {
            self.place_picture(figure, img, line, out);
        }
    }

    /// Returns the usable address of a picture, if it has one; the outer `None` means that the node is not a picture.
    fn find_address_of(&self, id: usize) -> Option<Option<&'r str>> {
        let element = self.tree.element(id).filter(|element| element.tag == Tag::Img)?;
        Some(
            self.find_usable(element, &["src"])
                .or_else(|| self.find_usable(element, &LATE))
                .or_else(|| self.find_usable(element, &LATE_SETS)),
        )
    }

    /// Returns the first of these attributes that is an address and not a placeholder.
    fn find_usable(&self, element: &Element, names: &[&str]) -> Option<&'r str> {
        for name in names {
            if let Some(url) = self.attribute(element, name)
                && !is_stand_in(url)
            {
                return Some(url);
            }
        }
        None
    }

    /// Finds the address and the candidates of a picture in all attributes that scripts use. A placeholder is the
    /// picture if there is no other.
    fn read_address(&mut self, element: &Element, offset: usize, alone: bool, image: &mut Image<'t>) {
        let purpose = self.cx.media_purpose();
        let mut largest = 0;
        let mut fallback = None;
        let set = self.find_usable(element, &LATE_SETS).unwrap_or("");
        for (url, width) in split_srcset(set) {
            if let Ok(src) = self.cx.resolve(url, purpose, self.at) {
                // The first that is wide enough, otherwise the widest.
                if width > largest && largest < WIDE_ENOUGH {
                    largest = width;
                    fallback = Some(src.clone());
                }
                image.candidates.push(Candidate { src, width });
            }
        }
        let (real, late) = (self.find_usable(element, &["src"]), self.find_usable(element, &LATE));
        let chosen = if self.has_class(element, &["lazy", "lazyload", "lazyloaded", "lazyloading"]) {
            late.or(real)
        } else {
            real.or(late)
        };
        let mut only = None;
        if fallback.is_none() && chosen.is_none() {
            // A set without widths; a picture in a `data:` address, if the host allows it; or a placeholder that is the
            // only address.
            let src = self.first_attribute(element, &["src", "data-src"]).filter(|src| !src.starts_with("about:"));
            let src = src.filter(|src| purpose == Purpose::MediaOrData || !src.starts_with("data:"));
            only = Some(find_densest(set))
                .filter(|url| !url.is_empty())
                .or(src.filter(|src| alone || src.starts_with("data:")));
        }
        image.src = chosen.or(only).and_then(|url| self.url(url, purpose, offset)).or(fallback);
    }

    /// Warns about a `data:` picture that is not shown, unless it is an empty one.
    fn warn_of_inline(&mut self, element: &Element, offset: usize) {
        let src = self.attribute(element, "src").filter(|src| src.starts_with("data:") && !src.contains(EMPTY_GIF));
        if let Some(src) = src {
            let purpose = self.cx.media_purpose();
            _ = self.url(src, purpose, offset);
        }
    }

    /// Returns whether a `noscript` that may hold the real picture follows.
    fn precedes_noscript(&self, id: usize) -> bool {
        (id..id + NEAR).any(|near| self.tree.tag(near) == Some(Tag::Noscript))
    }

    /// Returns width and height, if both are given in pixels.
    pub fn size(&self, element: &Element) -> Option<(u32, u32)> {
        let (width, height) = (self.read_pixels(element, "width")?, self.read_pixels(element, "height")?);
        let most = MAX_PIXELS as u32;
        (width > 0 && height > 0 && width <= most && height <= most).then_some((width, height))
    }

    fn read_pixels(&self, element: &Element, name: &str) -> Option<u32> {
        parse_leading_number(self.attribute(element, name)?)
    }

    /// Returns whether a picture or a frame is too small to be seen. One side of 0 says nothing about a picture:
    /// editors write it for an unknown side.
    pub fn is_pixel(&self, element: &Element) -> bool {
        let sides = ["width", "height"].map(|name| self.read_pixels(element, name));
        let unknown = element.tag == Tag::Img && sides.iter().any(|side| side.is_some_and(|pixels| pixels > 2));
        sides.into_iter().flatten().any(|pixels| pixels <= 2 && !(unknown && pixels == 0))
    }
}

/// Returns the integer that a value begins with (HTML, section 2.3.4.2), without fraction and unit; `None` for a
/// percentage.
pub(in crate::read::html) fn parse_leading_number(value: &str) -> Option<u32> {
    let value = value.trim();
    let (digits, unit) = value.split_at(value.bytes().take_while(u8::is_ascii_digit).count());
    if unit.ends_with('%') { None } else { ascii::integer(digits).and_then(|number| u32::try_from(number).ok()) }
}

/// Returns the last segment of an address's path.
fn find_file_name(url: &str) -> &str {
    let (path, _) = ascii::cut(url, b"?#");
    ascii::rsplit_once(path, b'/').map_or(path, |(_, name)| name)
}

/// Returns whether an address is that of a placeholder picture: its file name consists only of such words.
pub(in crate::read::html) fn is_stand_in(url: &str) -> bool {
    if url.starts_with("data:") || url.starts_with("about:") {
        return true;
    }
    let name = find_file_name(url).to_ascii_lowercase();
    let mut rest = ascii::rsplit_once(&name, b'.').map_or(name.as_str(), |(stem, _)| stem);
    let mut found = false;
    while !rest.is_empty() {
        let (word, tail) = ascii::cut(rest, b"-_.+ ");
        rest = tail.get(1..).unwrap_or("");
        let stands = Keys(STAND_INS).has(word);
        found |= stands;
        if !stands && !Keys(BESIDE).has(word) && !ascii::all(word, |c| c.is_ascii_digit() || c == b'x') {
            return false;
        }
    }
    found
}

/// Returns the candidate with the highest density in a `srcset` without widths.
fn find_densest(set: &str) -> &str {
    let (mut best, mut most) = ("", -1);
    for (url, descriptor) in described(set) {
        // "1.5x" in tenths; a candidate without a descriptor is "1x".
        let density = descriptor.strip_suffix("x").unwrap_or("1");
        let (whole, fraction) = ascii::split_once(density, b'.').unwrap_or((density, "0"));
        let tenth = ascii::integer(fraction.get(..1).unwrap_or("0")).unwrap_or(0);
        let tenths = ascii::integer(whole).unwrap_or(0) * 10 + tenth;
        if tenths > most && !is_stand_in(url) {
            (best, most) = (url, tenths);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_are_told_by_whole_file_names() {
        for url in [
            "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
            "about:blank",
            "/img/blank.gif",
            "https://e.org/a/1x1.png?v=3",
            "https://e.org/transparent-1x1.gif",
            "https://e.org/lazy_placeholder.svg",
            "https://e.org/placeholder-300x200.png",
            "Spacer.GIF",
        ] {
            assert!(is_stand_in(url), "{url}");
        }
        for url in [
            "https://e.org/1x1/photo.jpg",
            "https://placeholder.example/pier.jpg",
            "https://pointblank.example/blank/pier.jpg",
            "https://e.org/semi-transparent.png",
            "https://e.org/pier.jpg?placeholder=blur",
            "https://e.org/metadata:1/a.jpg",
            "https://e.org/blanket.jpg",
            "https://e.org/white.jpg",
            "https://e.org/",
        ] {
            assert!(!is_stand_in(url), "{url}");
        }
    }

    #[test]
    fn the_densest_candidate_is_taken() {
        assert_eq!(find_densest("a.jpg 1x, b.jpg 2x"), "b.jpg");
        assert_eq!(find_densest("a.jpg, b.jpg 1.5x"), "b.jpg");
        assert_eq!(find_densest(" a.jpg "), "a.jpg");
        assert_eq!(find_densest("blank.gif 3x, a.jpg"), "a.jpg");
        assert_eq!(find_densest(""), "");
    }
}
