//! Clusters: a character and the marks on it, or characters that browsers keep together (Unicode UAX #29, section 3).
//! Real clusters are short; an endless one takes a browser endless time, and is wider than any box.

use super::extenders::{is_extender, is_never_extender};

/// The most characters after the first one of a cluster: twice what Unicode's languages and emoji need.
const MAX_EXTENDERS: u8 = 20;

/// The fewest bytes of one character more than that: none of them is ASCII.
const SHORTEST: usize = 2 * (MAX_EXTENDERS as usize + 1);

/// The cluster at the end of the text so far. Consecutive texts are followed as one, since they may be in one line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cluster {
    before: char,
    extenders: u8,
}

impl Cluster {
    /// Follows a text. Returns false if a cluster in it has too many characters; then nothing was followed.
    pub fn passes(&mut self, text: &str) -> bool {
        let start = *self;
        let mut rest = text;
        if self.extenders == 0 {
            rest = unsettled(text);
            if rest.len() < text.len() {
                *self = Cluster::default();
            }
        }
        for c in rest.chars() {
            // Nearly all characters stand alone.
            if self.extenders == 0 && is_never_extender(c) {
                self.before = c;
            } else if !self.takes(c) {
                *self = start;
                return false;
            }
        }
        true
    }

    /// Follows a text, and returns it without the excess characters.
    pub fn shorten(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            if self.takes(c) {
                out.push(c);
            }
        }
        out
    }

    /// Returns whether a character may follow, and follows it if so.
    pub fn takes(&mut self, c: char) -> bool {
        let extends = !c.is_ascii()
            && (is_extender(c) || self.extenders > 0 && joins(self.before) || is_leading(c) && is_leading(self.before));
        let extenders = if extends { self.extenders + 1 } else { 0 };
        let fits = extenders <= MAX_EXTENDERS;
        if fits {
            *self = Cluster { before: c, extenders };
        }
        fits
    }
}

/// Returns the part of a text in which a cluster may be too long or may continue after its end: all of it if it has
/// enough consecutive non-ASCII bytes, otherwise the part after the last ASCII byte.
fn unsettled(text: &str) -> &str {
    let mut rest = text;
    loop {
        let bytes = rest.as_bytes();
        let near = bytes.get(..SHORTEST).unwrap_or(bytes);
        match near.iter().rposition(|byte| byte.is_ascii()) {
            Some(place) => rest = rest.get(place + 1..).unwrap_or(""),
            None => return if near.len() == SHORTEST { text } else { rest },
        }
    }
}

/// Returns whether the next character belongs to the cluster, whatever it is: after a zero width joiner, and after a
/// linker of consonants (`Indic_Conjunct_Break`).
fn joins(c: char) -> bool {
    matches!(c, '\u{200D}' | '\u{DCA}' | '\u{1039}' | '\u{17D2}' | '\u{1A60}' | '\u{1B44}' | '\u{1BAB}' | '\u{A9C0}')
        || matches!(c, '\u{900}'..'\u{D80}' if c as u32 & 0x7F == 0x4D)
}

/// Returns whether this is an initial consonant of a Hangul syllable; several of these make one cluster.
fn is_leading(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{A960}'..='\u{A97C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shortened(text: &str) -> String {
        let mut cluster = Cluster::default();
        if cluster.passes(text) { text.to_owned() } else { cluster.shorten(text) }
    }

    #[test]
    fn marks_on_one_letter_are_at_most_twenty() {
        for base in ["a", "新", "ب", "क", "🏴"] {
            for mark in [
                "\u{301}",
                "\u{20DD}",
                "\u{FE0F}",
                "\u{64B}",
                "\u{E49}",
                "\u{F90}",
                "\u{E0100}",
                "\u{1F3FB}",
                "\u{200D}",
                "\u{11134}",
            ] {
                let text = [base, &mark.repeat(500), "b"].concat();
                assert_eq!(shortened(&text), [base, &mark.repeat(20), "b"].concat(), "{base} {mark:?}");
            }
        }
    }

    #[test]
    fn chains_of_other_kinds_end() {
        for unit in [
            "\u{200D}👩",
            "\u{94D}\u{915}",
            "\u{1B44}\u{1B13}",
            "\u{1100}",
            "\u{1161}",
            "\u{11A8}",
            "\u{600}",
            "\u{200F}",
        ] {
            let short = shortened(&["क", &unit.repeat(3000)].concat());
            let mut longest = 0;
            let mut cluster = Cluster::default();
            for c in short.chars() {
                cluster.takes(c);
                longest = longest.max(cluster.extenders);
            }
            assert!(longest <= MAX_EXTENDERS, "{unit:?}: {longest}");
            assert!(short.chars().count() < 3000 * unit.chars().count(), "{unit:?}");
        }
    }

    #[test]
    fn texts_in_a_row_are_followed_as_one() {
        let mut cluster = Cluster::default();
        assert!(cluster.passes("a"));
        for _ in 0..20 {
            assert!(cluster.passes("\u{301}"));
        }
        assert!(!cluster.passes("\u{301}"));
        assert!(cluster.passes("b\u{301}"));
    }

    #[test]
    fn real_clusters_are_left_alone() {
        for text in [
            "👩🏻\u{200D}❤\u{FE0F}\u{200D}💋\u{200D}👨🏿",
            "👨\u{200D}👩\u{200D}👧\u{200D}👦".repeat(40).as_str(),
            "कार्त्स्न्य",
            "བསྒྲུབས",
            "각\u{1100}\u{1161}\u{11A8}".repeat(40).as_str(),
            "ក្រុមប្រឹក្សា",
            "z\u{351}\u{36B}\u{343}a\u{30D}\u{342}lgo",
            "ක්\u{200D}රියා".repeat(40).as_str(),
            "รู้ที่นี่น้ำ".repeat(40).as_str(),
            "می\u{200C}خواهم",
            "新闻".repeat(400).as_str(),
        ] {
            assert_eq!(shortened(text), text);
        }
    }

    /// The quick check and the check of each character agree.
    #[test]
    fn a_glance_sees_what_a_look_sees() {
        let parts = ["a", "é", "新闻", "\u{301}", "\u{301}\u{302}\u{303}\u{304}\u{305}", "क\u{94D}", "\u{200D}"];
        let mut random = 1_u32;
        for _ in 0..2000 {
            let mut text = String::new();
            for _ in 0..30 {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(parts[(random >> 16) as usize % parts.len()]);
            }
            let mut looked = Cluster::default();
            let fits = text.chars().all(|c| looked.takes(c));
            let mut glanced = Cluster::default();
            assert_eq!(glanced.passes(&text), fits, "{text:?}");
            if fits {
                assert_eq!(glanced.extenders, looked.extenders, "{text:?}");
            }
        }
    }
}
