//! The parts of an article to show.

use crate::json::Value;
use crate::text::ascii;
use crate::text::keys::Keys;

/// A set of the parts of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts(u8);

/// A part of an article that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The breadcrumb.
    Breadcrumb = 1,
    /// Kicker, headline, standfirst and metadata line.
    Header = 2,
    /// The lead picture.
    Image = 4,
    /// The text.
    Body = 8,
    /// The keywords.
    Keywords = 16,
    /// The related links.
    Related = 32,
    /// The reading time in the metadata line, unless it is below two minutes.
    ReadingTime = 64,
}

/// The names of the parts, in the order of their bits.
const PARTS: &str = "breadcrumb header image body keywords related reading-time";

impl Parts {
    /// Every part.
    pub const ALL: Parts = Parts(127);

    /// Returns the set of these parts.
    pub fn of(parts: &[Part]) -> Parts {
        Parts(parts.iter().fold(0, |set, part| set | *part as u8))
    }

    /// Reads a list of parts, or their names separated by spaces.
    pub(super) fn read(value: &Value) -> Option<Parts> {
        let mut set = 0;
        for names in value.one_or_many() {
            let mut rest = names.as_str()?;
            while !rest.is_empty() {
                let (name, tail) = ascii::cut(rest, b" \t\r\n");
                rest = tail.get(1..).unwrap_or("");
                if !name.is_empty() {
                    set |= 1 << Keys(PARTS).index_of(name)?;
                }
            }
        }
        Some(Parts(set))
    }

    /// Returns the names of the parts, separated by spaces.
    pub(crate) fn names(self) -> String {
        let names = Keys(PARTS).enumerate().filter(|(bit, _)| self.0 >> bit & 1 != 0);
        names.map(|(_, name)| name).collect::<Vec<_>>().join(" ")
    }

    /// Returns whether a part is shown.
    pub fn has(self, part: Part) -> bool {
        self.0 & part as u8 != 0
    }
}
