//! Code that several tests share.
#![allow(dead_code, reason = "each test uses a part of it")]

pub mod corpora;
pub mod fixtures;
pub mod html5;
pub mod html_body;
pub mod kept;
pub mod outline;
pub mod sentinels;
pub mod shown;
pub mod structure;
pub mod tree;
