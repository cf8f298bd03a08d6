//! Stub for builds without the feature `html`, which show pictures only in the widths that articles list.

use crate::model::{Candidate, Image};
use crate::url::SafeUrl;
use std::borrow::Cow;

/// Returns no other widths.
pub(crate) fn find(_: &Image, _: Option<(u32, u32)>, _: &[(String, String)]) -> Vec<Candidate> {
    Vec::new()
}

/// Returns the address unchanged.
pub(crate) fn find_usual<'s>(src: &'s SafeUrl, _: &[(String, String)]) -> Cow<'s, SafeUrl> {
    Cow::Borrowed(src)
}

/// Returns the width and height that the article gives for a picture.
pub(crate) fn own_size(image: &Image) -> Option<(u32, u32)> {
    image.size
}

/// Returns no widths: templates are unknown.
pub(crate) fn find_widths(_: &str) -> Option<&str> {
    None
}
