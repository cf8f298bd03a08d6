//! The documents of publishers' own systems.

pub(in crate::read) mod apple_news;
pub(in crate::read) mod apple_text;
pub(in crate::read) mod arc_ans;
pub(in crate::read) mod arc_elements;
pub(in crate::read) mod bbc;
pub(in crate::read) mod bbc_cps;
pub(in crate::read) mod bbc_optimo;
pub(in crate::read) mod byline;
pub(in crate::read) mod candy_xml;
pub(in crate::read) mod element;
pub(in crate::read) mod guardian;
pub(in crate::read) mod guardian_atoms;
pub(in crate::read) mod guardian_elements;
pub(in crate::read) mod ninjs;
pub(in crate::read) mod picture;
pub(in crate::read) mod shape;

use crate::read::format::Format;

/// Its formats in the order in which they are tried.
pub(super) const FORMATS: &[Format] = &[
    Format { name: "guardian-dcr", detect: guardian::detect, read: guardian::read },
    Format { name: "bbc-optimo", detect: bbc_optimo::detect, read: bbc_optimo::read },
    Format { name: "bbc-cps", detect: bbc_cps::detect, read: bbc_cps::read },
    Format { name: "apple-news", detect: apple_news::detect, read: apple_news::read },
    Format { name: "arc-ans", detect: arc_ans::detect, read: arc_ans::read },
    Format { name: "ninjs", detect: ninjs::detect, read: ninjs::read },
];
