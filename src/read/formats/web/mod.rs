//! The formats of sites, feeds and page parsers: most have HTML bodies.

mod fields;
mod ghost;
mod jsonfeed;
mod jsonld;
mod jsonld_graph;
mod jsonld_media;
mod jsonld_things;
mod mercury;
mod readability;
mod shortcode_tag;
mod shortcodes;
mod wordpress;
mod wordpress_com;
mod wordpress_fields;

use crate::read::format::Format;
pub(crate) use shortcodes::render as render_shortcodes;

/// The web's formats in the order in which they are tried.
pub(in crate::read) const FORMATS: &[Format] = &[
    Format { name: "jsonld", detect: jsonld::detect, read: jsonld::read },
    Format { name: "jsonfeed", detect: jsonfeed::detect, read: jsonfeed::read },
    Format { name: "wordpress", detect: wordpress::detect, read: wordpress::read },
    Format { name: "ghost", detect: ghost::detect, read: ghost::read },
    Format { name: "readability", detect: readability::detect, read: readability::read },
    Format { name: "mercury", detect: mercury::detect, read: mercury::read },
];
