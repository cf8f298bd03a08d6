//! The engine that all editors share: converts trees of nodes to blocks and running text, and reads the entries around
//! them.

pub(in crate::read) mod addressed;
pub(in crate::read) mod addresses;
pub(in crate::read) mod boxes;
pub(in crate::read) mod convert;
pub(in crate::read) mod embedded;
pub(in crate::read) mod entry;
pub(in crate::read) mod inline_nodes;
pub(in crate::read) mod kind;
pub(in crate::read) mod leaf_nodes;
pub(in crate::read) mod linked;
pub(in crate::read) mod lists;
pub(in crate::read) mod marks;
pub(in crate::read) mod members;
pub(in crate::read) mod node;
pub(in crate::read) mod pictures;
pub(in crate::read) mod piece_fields;
pub(in crate::read) mod piece_names;
pub(in crate::read) mod pieces;
pub(in crate::read) mod players;
pub(in crate::read) mod recognised;
pub(in crate::read) mod styled;
pub(in crate::read) mod tables;
pub(in crate::read) mod things;
pub(in crate::read) mod unknown;
pub(in crate::read) mod values;
pub(in crate::read) mod versions;
pub(in crate::read) mod vocabulary;
