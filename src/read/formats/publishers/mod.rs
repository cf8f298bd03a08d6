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
