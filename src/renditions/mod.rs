//! The same picture in other widths, if its address allows asking for them: by the host's own templates, or by the
//! rules of known hosts.
//!
//! Sizes listed in a document take precedence. Every address that is made here is judged like any other.

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

/// The requested widths, in pixels: each is a quarter to a half more than the one before it.
const WIDTHS: &str = "320,480,640,800,1024,1280,1600,2048,2560";

/// The largest width that is requested, in pixels.
const WIDEST: u32 = 2560;

/// The width of a video's poster.
const USUAL: u32 = 1280;

/// The most widths of a picture.
const MAX_CANDIDATES: usize = 12;

/// Returns other widths of a picture with an address and without candidates, by the host's templates or by its address.
/// `size` is the size of the picture itself, if it is known.
pub(crate) fn find(image: &Image, size: Option<(u32, u32)>, templates: &[(String, String)]) -> Vec<Candidate> {
    let Some(src) = image.src.as_ref().filter(|_| image.candidates.is_empty()) else { return Vec::new() };
    let own = size.map(|(width, _)| width);
    if let Some((template, path)) = template::find(src, templates) {
        return list(find_widths(template).unwrap_or(""), own, &|width| template::fill(template, path, src, width));
    }
    if let Some(found) = hosts::find(src, own) {
        let mut candidates = list(found.steps, own, &|width| found.make(width));
        if !found.steps.is_empty() {
            // Such hosts make only these widths, and some refuse those wider than the picture.
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

/// Returns the address of a picture in one usual width, for places without a choice; unchanged if the picture is
/// narrower.
pub(crate) fn find_usual<'s>(src: &'s SafeUrl, templates: &[(String, String)]) -> Cow<'s, SafeUrl> {
    let image = Image { src: Some(src.clone()), ..Image::default() };
    let made = find(&image, own_size(&image), templates).into_iter().find(|candidate| candidate.width >= USUAL);
    made.map_or(Cow::Borrowed(src), |candidate| Cow::Owned(candidate.src))
}

/// Returns the width and height of a picture, as given by the article or by its address.
pub(crate) fn own_size(image: &Image) -> Option<(u32, u32)> {
    image.size.or_else(|| {
        let src = image.src.as_ref()?;
        address::size(src.as_str()).or_else(|| hosts::find(src, None)?.size())
    })
}

/// Returns candidates of these widths, separated by commas, or of the default widths; none is wider than the picture.
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
    // A single candidate is no choice.
    if candidates.len() < 2 { Vec::new() } else { candidates }
}
