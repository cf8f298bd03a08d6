//! Pictures: which of an element's many addresses is the picture, and whether it stands in a line or by itself.

use super::line::Line;
use super::tags::Tag;
use super::tree::Element;
use super::{Reader, label};
use crate::model::{Block, Candidate, Figure, Image, Inline};
use crate::read::media::{MAX_PIXELS, candidates};
use crate::read::spans::Wrap;
use crate::url::SafeUrl;

/// Where scripts that load pictures late find the address.
const LATE: [&str; 7] =
    ["data-src", "data-lazy-src", "data-original", "data-full-src", "data-orig-file", "data-image", "data-old-src"];

/// Where scripts that load pictures late find the candidates.
const LATE_SETS: [&str; 3] = ["srcset", "data-srcset", "data-lazy-srcset"];

/// What is in the addresses of the pictures that stand in for others until these are loaded.
const PLACEHOLDERS: [&str; 7] = ["data:", "about:", "blank.", "placeholder", "spacer", "1x1", "transparent."];

/// The width from which on a candidate is large enough to be shown where no other address is given.
const WIDE_ENOUGH: u32 = 800;

/// The most pixels of a picture that stands in a line of text as a letter does.
const SMALL: u32 = 32;

impl<'t, 'r> Reader<'t, 'r, '_> {
    /// The picture of an `img` or `picture`; nothing for those that only count readers.
    pub fn picture(&mut self, id: usize) -> Option<Figure<'t>> {
        let tree = self.tree;
        let img = (id..tree.node(id).end).find(|id| tree.tag(*id) == Some(Tag::Img))?;
        let element = tree.element(img)?;
        let size = self.size(element);
        if self.is_pixel(element) {
            return None;
        }
        let (src, mut candidates) = self.addresses(element, tree.node(img).offset);
        let mut src = src;
        if src.is_none() && candidates.is_empty() && tree.tag(id) == Some(Tag::Picture) {
            let sources =
                tree.children(id).filter_map(|id| tree.element(id)).filter(|element| element.tag == Tag::Source);
            for source in sources {
                (src, candidates) = self.addresses(source, tree.node(img).offset);
                if src.is_some() {
                    break;
                }
            }
        }
        let alt = self.attribute(element, "alt").unwrap_or_default();
        let alt = label(alt);
        let link = self.wraps(tree.node(img).chain).into_iter().find_map(|wrap| match wrap {
            Wrap::Link(url) => Some(url),
            _ => None,
        });
        let image = Image { src, candidates, alt, size };
        (image.src.is_some() || !image.alt.is_empty()).then(|| Figure { image, link, ..Figure::default() })
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
        let tree = self.tree;
        let Some(img) = tree.descendants(id).find(|id| tree.tag(*id) == Some(Tag::Img)) else { return };
        let is_img = |id: &usize| tree.tag(*id) == Some(Tag::Img);
        let before = (id.saturating_sub(8)..id).rev().find(is_img);
        let end = tree.node(id).end;
        let after = (end..tree.nodes.len().min(end + 8)).find(is_img);
        let is_shown = |id: usize| tree.element(id).is_some_and(|element| self.has_address(element));
        let doubled = match (before, after) {
            (Some(before), _) if !is_shown(before) => false,
            (before, after) => {
                before.into_iter().chain(after).any(|other| is_shown(other) && self.same_picture(img, other))
            }
        };
        if !doubled && let Some(figure) = self.picture(img) {
            self.place_picture(figure, img, line, out);
        }
    }

    /// Whether two pictures have the same file name, size and quality aside, or the same text.
    fn same_picture(&self, one: usize, other: usize) -> bool {
        let name = |id: usize| {
            let element = self.tree.element(id)?;
            let src = self.usable(element, &["src"]).or_else(|| self.usable(element, &LATE))?;
            let path = src.split(['?', '#']).next()?;
            Some(path.rsplit('/').next()?.to_owned())
        };
        name(one).is_none_or(|one| name(other).is_none_or(|other| one == other))
    }

    /// Whether a picture has an address that can be shown.
    fn has_address(&self, element: &Element) -> bool {
        self.usable(element, &["src"])
            .or_else(|| self.usable(element, &LATE))
            .or_else(|| self.usable(element, &LATE_SETS))
            .is_some()
    }

    /// The first of an element's attributes that holds an address and no stand-in.
    fn usable(&self, element: &Element, names: &[&str]) -> Option<&'r str> {
        let is_real = |url: &&str| !PLACEHOLDERS.iter().any(|part| url.contains(part));
        names.iter().filter_map(|name| self.attribute(element, name)).find(is_real)
    }

    /// The address and the candidates of a picture, from wherever its page's scripts look for them.
    fn addresses(&mut self, element: &Element, offset: usize) -> (Option<SafeUrl>, Vec<Candidate>) {
        let set = self.usable(element, &LATE_SETS);
        let purpose = self.cx.media_purpose();
        let set = set.unwrap_or_default();
        let judged =
            |(url, width)| SafeUrl::new(url, purpose, self.cx.base.as_ref()).ok().map(|src| Candidate { src, width });
        let candidates: Vec<Candidate> = candidates(set).into_iter().filter_map(judged).collect();
        let late = self.usable(element, &LATE);
        let lazy = self.has_class(element, &["lazy"]);
        let own = self.attribute(element, "src");
        let real = self.usable(element, &["src"]);
        let chosen = if lazy { late.or(real) } else { real.or(late) };
        let largest = || {
            let wide = candidates
                .iter()
                .filter(|candidate| candidate.width >= WIDE_ENOUGH)
                .min_by_key(|candidate| candidate.width);
            wide.or(candidates.iter().max_by_key(|candidate| candidate.width)).map(|candidate| candidate.src.clone())
        };
        let src = match chosen {
            Some(url) => self.url(url, purpose, offset).or_else(largest),
            None => largest().or_else(|| {
                // What is left is a stand-in, or a picture carried inline where the host allows it.
                let own = own.filter(|own| self.cx.options.data_images && own.starts_with("data:"))?;
                self.url(own, purpose, offset)
            }),
        };
        (src, candidates)
    }

    /// Width and height, if both are said in pixels.
    pub fn size(&self, element: &Element) -> Option<(u32, u32)> {
        let pixels = |name| self.pixels(element, name).filter(|pixels| (1..=MAX_PIXELS as u32).contains(pixels));
        Some((pixels("width")?, pixels("height")?))
    }

    fn pixels(&self, element: &Element, name: &str) -> Option<u32> {
        let value = self.attribute(element, name)?;
        value.trim().trim_end_matches("px").split('.').next()?.parse().ok()
    }

    /// Whether a picture or a frame is so small that nobody is meant to see it.
    pub fn is_pixel(&self, element: &Element) -> bool {
        ["width", "height"].iter().any(|name| self.pixels(element, name).is_some_and(|pixels| pixels <= 2))
    }
}
