//! Notes for the accounting, taken while the tree is built.

use crate::read::html::convert::images::is_stand_in;
use crate::read::html::parse::builder::Builder;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tokenizer::Attribute;

impl Builder<'_, '_, '_> {
    /// Notes the addresses in the attributes of the last start tag, except those of tracking pixels, of tracks for
    /// scripts, and of placeholder pictures.
    pub fn trace(&mut self, tag: Tag) {
        let trace = &mut self.cx.trace;
        if matches!(tag, Tag::Picture | Tag::Video | Tag::Audio) {
            trace.begin();
        }
        let counts = |(name, value): &Attribute| {
            matches!((tag, *name, *value), (Tag::Img | Tag::Iframe, "width" | "height", "1" | "1px"))
                || matches!(
                    (tag, *name, *value),
                    (Tag::Iframe, "width" | "height", "0") | (Tag::Track, "kind", "metadata")
                )
        };
        if !self.attributes.iter().any(counts) {
            for (name, value) in &self.attributes {
                let stands_in =
                    matches!(tag, Tag::Img | Tag::Video) && is_stand_in(value) && !value.starts_with("data:");
                if !stands_in {
                    trace.attribute(name, value, matches!(tag, Tag::Img | Tag::Source));
                }
            }
        }
        if tag == Tag::Img {
            trace.begin();
        }
    }

    /// Returns whether the next text is only for browsers without players or scripts.
    pub fn is_for_old_browsers(&self, text: &str) -> bool {
        self.open.iter().any(|open| match open.tag {
            Tag::Audio | Tag::Video => true,
            Tag::Noscript => text.contains("avaScript") || text.contains("avascript"),
            _ => false,
        })
    }
}
