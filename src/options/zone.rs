//! The time zone of the dates.

use crate::model::parse_offset;
use crate::text::ascii;

/// The time zone in which instants are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Minutes ahead of UTC.
    Offset(i16),
    /// A name of the IANA time zone database, such as `Asia/Shanghai`.
    Named(String),
}

impl Zone {
    /// Reads an offset such as `+08:00` or `UTC`, or the name of an IANA zone; `None` for any other text.
    pub fn parse(text: &str) -> Option<Zone> {
        let text = text.trim();
        if let Some(offset) = parse_offset(text) {
            return Some(Zone::Offset(offset));
        }
        let named = ascii::split_once(text, b'/').is_some()
            && ascii::all(text, |c| c.is_ascii_alphanumeric() || matches!(c, b'/' | b'_' | b'-' | b'+'));
        (named && text.len() < 64).then(|| Zone::Named(text.to_owned()))
    }
}
