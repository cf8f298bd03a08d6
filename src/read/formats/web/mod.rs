//! What sites, feeds and readers of pages give: mostly HTML bodies.

pub(in crate::read) mod ghost;
pub(in crate::read) mod jsonfeed;
pub(in crate::read) mod jsonld;
pub(in crate::read) mod jsonld_graph;
pub(in crate::read) mod mercury;
pub(in crate::read) mod readability;
pub(in crate::read) mod wordpress;
