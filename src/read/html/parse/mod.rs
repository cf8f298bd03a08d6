//! Parses HTML into a tree.

mod active_formatting;
pub(super) mod builder;
pub(super) mod custom;
pub(super) mod entities;
mod excluded;
mod open_blocks;
pub(super) mod tags;
pub(super) mod tokenizer;
pub(super) mod tree;
