//! What sites, feeds and readers of pages give: mostly HTML bodies.

pub(in crate::read) mod ghost;
pub(in crate::read) mod jsonfeed;
pub(in crate::read) mod jsonld;
pub(in crate::read) mod jsonld_graph;
mod jsonld_media;
pub(in crate::read) mod mercury;
pub(in crate::read) mod readability;
pub(in crate::read) mod wordpress;
pub(in crate::read) mod wordpress_com;

use crate::read::format::Format;

/// Its formats in the order in which they are tried.
pub(super) const FORMATS: &[Format] = &[
    Format { name: "jsonld", detect: jsonld::detect, read: jsonld::read },
    Format { name: "jsonfeed", detect: jsonfeed::detect, read: jsonfeed::read },
    Format { name: "wordpress", detect: wordpress::detect, read: wordpress::read },
    Format { name: "ghost", detect: ghost::detect, read: ghost::read },
    Format { name: "readability", detect: readability::detect, read: readability::read },
    Format { name: "mercury", detect: mercury::detect, read: mercury::read },
];
