//! What several tests share.
#![allow(dead_code, reason = "each test uses a part of it")]

pub mod fixtures;
pub mod shown;
pub mod structure;
pub mod tree;
