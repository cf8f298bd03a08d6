//! Pictures: which of an element's many addresses is the picture, and whether it stands in a line or by itself.

use super::line::Line;
use super::tags::Tag;
use super::tree::Element;
use super::{Purpose, Reader};
use crate::model::{Block, Candidate, Figure, Image, Inline};
use crate::read::media::{MAX_PIXELS, candidates};
use crate::read::spans::Wrap;
use crate::scan;

/// Where scripts that load pictures late find the address.
const LATE: [&str; 7] =
    ["data-src", "data-lazy-src", "data-original", "data-full-src", "data-orig-file", "data-image", "data-old-src"];

/// Where scripts that load pictures late find the candidates.
const LATE_SETS: [&str; 3] = ["srcset", "data-srcset", "data-lazy-srcset"];

/// What is in the addresses of the pictures that stand in for others until these are loaded.
const PLACEHOLDERS: [&str; 7] = ["data:", "about:", "blank.", "placeholder", "spacer", "1x1", "transparent."];

/// The width from which on a candidate is large enough to be shown where no other address is given.
const WIDE_ENOUGH: u32 = 800;

/// How many nodes may lie between a picture and the one that takes its place without scripts.
const NEAR: usize = 9;

/// The most pixels of a picture that stands in a line of text as a letter does.
const SMALL: u32 = 32;

impl<'t, 'r> Reader<'t, 'r, '_> {
    /// The picture of an `img` or `picture`; nothing for those that only count readers.
    pub fn picture(&mut self, id: usize) -> Option<Figure<'t>> {
        let tree = self.tree;
        let img = if tree.tag(id) == Some(Tag::Img) { id } else { tree.find_tag(id, Tag::Img)? };
        let (element, offset) = (tree.element(img)?, tree.node(img).offset);
        if self.is_pixel(element) {
            return None;
        }
        let mut image = Image {
            alt: self.label(self.attribute(element, "alt").unwrap_or("")),
            size: self.size(element),
            ..Image::default()
        };
        self.address(element, offset, &mut image);
        for source in tree.children(id) {
            if image.src.is_some() || tree.tag(id) != Some(Tag::Picture) {
                break;
            }
            if let Some(source) = tree.element(source).filter(|element| element.tag == Tag::Source) {
                self.address(source, offset, &mut image);
            }
        }
        if image.src.is_none() && image.alt.is_empty() {
            return None;
        }
        let mut figure = Figure { image, ..Figure::default() };
        for wrap in self.wraps(tree.node(img).chain) {
            if let Wrap::Link(url) = wrap {
                figure.link = Some(url.as_ref().clone());
            }
        }
        Some(figure)
    }

    /// Puts a picture into the line when it is as small as a letter; else it stands by itself, and the line ends.
    pub fn place_picture(&mut self, figure: Figure<'t>, id: usize, line: &mut Line<'t>, out: &mut Vec<Block<'t>>) {
        let small = figure.image.size.is_some_and(|(width, height)| width <= SMALL && height <= SMALL);
        let is_sign = |element: &Element| self.has_class(element, &["emoji", "smiley", "latex", "inline"]);
        if small || self.tree.element(id).is_some_and(is_sign) {
            line.push(self.tree.node(id).chain, Inline::Image(figure.image));
        } else {
            self.end_paragraph(line, out);
            out.push(Block::Figure(figure));
        }
    }

    /// What is for browsers without scripts: a picture where the one beside it has no address that can be shown.
    pub fn noscript(&mut self, id: usize, line: &mut Line<'t>, out: &mut Vec<Block<'t>>) {
        let Some(img) = self.tree.find_tag(id, Tag::Img) else { return };
        let end = self.tree.node(id).end;
        let (mut before, mut after) = (None, None);
        for step in 1..NEAR {
            before = before.or(self.address_of(id.saturating_sub(step)));
            after = after.or(self.address_of(end + step - 1));
        }
        let own = self.address_of(img).flatten();
        let is_same =
            |other: Option<&str>| other.is_some() && (own.is_none() || own.map(file_name) == other.map(file_name));
        let doubled = match before {
            Some(None) => false,
            before => is_same(before.flatten()) || is_same(after.flatten()),
        };
        if !doubled && let Some(figure) = self.picture(img) {
            self.place_picture(figure, img, line, out);
        }
    }

    /// The address of a picture, if the node is one, as far as it has one that can be shown.
    fn address_of(&self, id: usize) -> Option<Option<&'r str>> {
        let element = self.tree.element(id).filter(|element| element.tag == Tag::Img)?;
        Some(
            self.usable(element, &["src"])
                .or_else(|| self.usable(element, &LATE))
                .or_else(|| self.usable(element, &LATE_SETS)),
        )
    }

    /// The first of an element's attributes that holds an address and no stand-in.
    fn usable(&self, element: &Element, names: &[&str]) -> Option<&'r str> {
        for name in names {
            if let Some(url) = self.attribute(element, name)
                && !PLACEHOLDERS.iter().any(|part| url.contains(part))
            {
                return Some(url);
            }
        }
        None
    }

    /// Finds the address and the candidates of a picture, wherever its page's scripts look for them.
    fn address(&mut self, element: &Element, offset: usize, image: &mut Image<'t>) {
        let purpose = self.cx.media_purpose();
        let mut largest = 0;
        let mut fallback = None;
        for (url, width) in candidates(self.usable(element, &LATE_SETS).unwrap_or("")) {
            if let Ok(src) = self.cx.resolve(url, purpose, self.at) {
                // The first that is wide enough, else the widest.
                if width > largest && largest < WIDE_ENOUGH {
                    largest = width;
                    fallback = Some(src.clone());
                }
                image.candidates.push(Candidate { src, width });
            }
        }
        let (real, late) = (self.usable(element, &["src"]), self.usable(element, &LATE));
        let chosen = if self.has_class(element, &["lazy"]) { late.or(real) } else { real.or(late) };
        // What is left is a stand-in, or a picture carried inline where the host allows it.
        let inline =
            || self.attribute(element, "src").filter(|src| purpose == Purpose::MediaOrData && src.starts_with("data:"));
        let chosen = if fallback.is_none() { chosen.or_else(inline) } else { chosen };
        image.src = chosen.and_then(|url| self.url(url, purpose, offset)).or(fallback);
    }

    /// Width and height, if both are said in pixels.
    pub fn size(&self, element: &Element) -> Option<(u32, u32)> {
        let (width, height) = (self.pixels(element, "width")?, self.pixels(element, "height")?);
        let most = MAX_PIXELS as u32;
        (width > 0 && height > 0 && width <= most && height <= most).then_some((width, height))
    }

    fn pixels(&self, element: &Element, name: &str) -> Option<u32> {
        leading_number(self.attribute(element, name)?)
    }

    /// Whether a picture or a frame is so small that nobody is meant to see it.
    pub fn is_pixel(&self, element: &Element) -> bool {
        let is_tiny = |name| self.pixels(element, name).is_some_and(|pixels| pixels <= 2);
        is_tiny("width") || is_tiny("height")
    }
}

/// The integer that a value begins with (HTML, section 2.3.4.2), without its fraction and unit; none for a percentage.
pub(super) fn leading_number(value: &str) -> Option<u32> {
    let value = value.trim();
    let (digits, unit) = value.split_at(value.bytes().take_while(u8::is_ascii_digit).count());
    if unit.ends_with('%') { None } else { scan::integer(digits).and_then(|number| u32::try_from(number).ok()) }
}

/// The last part of an address's path.
fn file_name(url: &str) -> &str {
    let (path, _) = scan::cut(url, b"?#");
    scan::rsplit_once(path, b'/').map_or(path, |(_, name)| name)
}
