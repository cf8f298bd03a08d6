//! The same picture in other widths, where its address tells how to ask for them: by the host's own templates, and for
//! hosts that are known to resize.
//!
//! Sizes that a document lists come first. What is made here is an address like any other: each is judged anew.

mod address;
mod hosts;
mod paths;
mod query;
mod template;
#[cfg(test)]
mod tests;

#[cfg(feature = "editors")]
pub(crate) use address::{parse_size, scale};
pub(crate) use template::widths as find_widths;

use crate::model::{Candidate, Image};
use crate::text::ascii;
use crate::url::{Purpose, SafeUrl};
use std::borrow::Cow;

/// The widths that are asked for, in pixels: each is a quarter to a half more than the one before it.
const WIDTHS: &str = "320,480,640,800,1024,1280,1600,2048,2560";

/// The most pixels that a picture is asked for in.
const WIDEST: u32 = 2560;

/// The width of a picture before a film.
const USUAL: u32 = 1280;

/// The most widths of a picture.
const MAX_CANDIDATES: usize = 12;

/// The other widths of a picture that has an address and lists none, by the host's templates or by its address; `size` is
/// its own, where that is known.
pub(crate) fn find(image: &Image, size: Option<(u32, u32)>, templates: &[(String, String)]) -> Vec<Candidate> {
    let Some(src) = image.src.as_ref().filter(|_| image.candidates.is_empty()) else { return Vec::new() };
    let own = size.map(|(width, _)| width);
    if let Some((template, path)) = template::find(src, templates) {
        return list(find_widths(template).unwrap_or(""), own, &|width| template::fill(template, path, src, width));
    }
    if let Some(found) = hosts::find(src, own) {
        let mut candidates = list(found.steps, own, &|width| found.make(width));
        if !found.steps.is_empty() {
            // Such hosts make these widths and no others, and some of them refuse one that is wider than the picture.
            let most = found.width(own);
            candidates.retain(|candidate| candidate.width < most.or(own).unwrap_or(u32::MAX));
            candidates.extend(most.filter(|most| *most <= WIDEST).map(|width| Candidate { src: src.clone(), width }));
            if candidates.len() < 2 {
                candidates.clear();
            }
        }
        return candidates;
    }
    Vec::new()
}

/// The address of a picture that is shown where there is no choice, in a width for most places: as it is, where it is narrower.
pub(crate) fn find_usual<'s>(src: &'s SafeUrl, templates: &[(String, String)]) -> Cow<'s, SafeUrl> {
    let image = Image { src: Some(src.clone()), ..Image::default() };
    let made = find(&image, own_size(&image), templates).into_iter().find(|candidate| candidate.width >= USUAL);
    made.map_or(Cow::Borrowed(src), |candidate| Cow::Owned(candidate.src))
}

/// Width and height of a picture, as they are said or as its address tells them.
pub(crate) fn own_size(image: &Image) -> Option<(u32, u32)> {
    image.size.or_else(|| {
        let src = image.src.as_ref()?;
        address::size(src.as_str()).or_else(|| hosts::find(src, None)?.size())
    })
}

/// The candidates of these widths, separated by commas, or of those that suit: none wider than the picture.
fn list(steps: &str, own: Option<u32>, make: &dyn Fn(u32) -> String) -> Vec<Candidate> {
    let (mut candidates, own) = (Vec::new(), own.unwrap_or(u32::MAX));
    let (mut rest, mut done) = (if steps.is_empty() { WIDTHS } else { steps }, false);
    while !rest.is_empty() && !done && candidates.len() < MAX_CANDIDATES {
        let step = ascii::integer(ascii::next_part(&mut rest, b',')).unwrap_or(0) as u32;
        let width = step.min(own);
        done = width == own;
        let url = make(if steps.is_empty() { width } else { step });
        if width > 0
            && let Ok(src) = SafeUrl::new(&url, Purpose::Media, None)
        {
            candidates.push(Candidate { src, width });
        }
    }
    // One alone is no choice.
    if candidates.len() < 2 { Vec::new() } else { candidates }
}
