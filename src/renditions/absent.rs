//! Stub for builds without the feature `html`, which show pictures in the widths that articles list.

use crate::model::{Candidate, Image};
use crate::url::SafeUrl;
use std::borrow::Cow;

/// No other widths.
pub(crate) fn find(_: &Image, _: Option<(u32, u32)>, _: &[(String, String)]) -> Vec<Candidate> {
    Vec::new()
}

/// The address as it is.
pub(crate) fn find_usual<'s>(src: &'s SafeUrl, _: &[(String, String)]) -> Cow<'s, SafeUrl> {
    Cow::Borrowed(src)
}

/// Width and height of a picture, as they are said.
pub(crate) fn own_size(image: &Image) -> Option<(u32, u32)> {
    image.size
}

/// No templates are known.
pub(crate) fn find_widths(_: &str) -> Option<&str> {
    None
}
