//! The documents of publishers' own systems.

mod apple_components;
mod apple_layout;
mod apple_news;
mod apple_text;
mod arc_ans;
mod arc_elements;
mod bbc;
mod bbc_cps;
mod bbc_optimo;
mod bbc_optimo_text;
mod candy_xml;
mod engine;
mod guardian;
mod guardian_atoms;
mod guardian_capi;
mod guardian_elements;
mod ninjs;

use crate::read::capabilities::reader_of_publishers as reader;
use crate::read::format::Format;

/// The publishers' formats in the order in which they are tried.
pub(in crate::read) const FORMATS: &[Format] = &[
    Format { name: "guardian-dcr", detect: guardian::detect, read: reader(guardian::read) },
    Format { name: "bbc-optimo", detect: bbc_optimo::detect, read: reader(bbc_optimo::read) },
    Format { name: "bbc-cps", detect: bbc_cps::detect, read: reader(bbc_cps::read) },
    Format { name: "apple-news", detect: apple_news::detect, read: reader(apple_news::read) },
    Format { name: "arc-ans", detect: arc_ans::detect, read: reader(arc_ans::read) },
    Format { name: "guardian-capi", detect: guardian_capi::detect, read: reader(guardian_capi::read) },
    Format { name: "ninjs", detect: ninjs::detect, read: reader(ninjs::read) },
];
