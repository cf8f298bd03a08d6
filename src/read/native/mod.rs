//! The reader of the project's own format.

pub(super) mod article;
pub(super) mod block;
pub(super) mod card;
pub(super) mod inline;
pub(super) mod media;
pub(super) mod table;
