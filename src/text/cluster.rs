//! Clusters: a character and the marks on it, or characters that browsers keep together (Unicode UAX #29, section 3).
//! Real clusters are short; an endless one takes a browser endless time, and is wider than any box.

use super::char_set::{CharSet, encode, encoded_length};

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

/// Returns whether a character is in one of the large ranges without extenders and without leading consonants of Hangul.
fn is_never_extender(c: char) -> bool {
    matches!(c, '\0'..'\u{300}' | '\u{3100}'..'\u{A66F}' | '\u{AC00}'..'\u{D7B0}')
}

/// Returns whether a character continues the cluster before it: marks, vowel signs, selectors, joiners, invisible
/// characters, and the vowels and finals of Hangul.
pub(crate) fn is_extender(c: char) -> bool {
    match c {
        _ if is_never_extender(c) => false,
        '\u{1F3FB}'..='\u{1F3FF}' => true,
        '\u{10000}'.. => FAR.has(c as u32 >> 4),
        _ => NEAR.has(c as u32),
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

const NEAR: CharSet = CharSet::new(&NEAR_RUNS);
static NEAR_RUNS: [u8; encoded_length(NEAR_RANGES)] = encode(NEAR_RANGES);
const FAR: CharSet = CharSet::new(&FAR_RUNS);
static FAR_RUNS: [u8; encoded_length(FAR_RANGES)] = encode(FAR_RANGES);

/// The extenders below U+10000: general category M of Unicode 17, with prepended signs of numbers, joiners, bidi
/// controls and Hangul. The ranges include unassigned characters, and signs of which no word consists, such as the
/// avagraha.
const NEAR_RANGES: &[(u32, u32)] = &[
    (0x300, 0x36F),
    (0x483, 0x489),
    (0x591, 0x5BD),
    (0x5BF, 0x5C7),
    (0x600, 0x605),
    (0x610, 0x61A),
    (0x61C, 0x61C),
    (0x64B, 0x65F),
    (0x670, 0x670),
    (0x6D6, 0x6ED),
    (0x711, 0x711),
    (0x730, 0x74A),
    (0x7A6, 0x7B0),
    (0x7EB, 0x7F3),
    (0x7FD, 0x7FD),
    (0x816, 0x82D),
    (0x859, 0x85B),
    (0x890, 0x89F),
    (0x8CA, 0x903),
    (0x93A, 0x957),
    (0x962, 0x963),
    (0x981, 0x983),
    (0x9BC, 0x9CD),
    (0x9D7, 0x9D7),
    (0x9E2, 0x9E3),
    (0x9FE, 0xA03),
    (0xA3C, 0xA51),
    (0xA70, 0xA71),
    (0xA75, 0xA83),
    (0xABC, 0xACD),
    (0xAE2, 0xAE3),
    (0xAFA, 0xB03),
    (0xB3C, 0xB57),
    (0xB62, 0xB63),
    (0xB82, 0xB82),
    (0xBBE, 0xBCD),
    (0xBD7, 0xBD7),
    (0xC00, 0xC04),
    (0xC3C, 0xC56),
    (0xC62, 0xC63),
    (0xC81, 0xC83),
    (0xCBC, 0xCD6),
    (0xCE2, 0xCE3),
    (0xCF3, 0xD03),
    (0xD3B, 0xD4D),
    (0xD57, 0xD57),
    (0xD62, 0xD63),
    (0xD81, 0xD83),
    (0xDCA, 0xDF3),
    (0xE31, 0xE31),
    (0xE34, 0xE3A),
    (0xE47, 0xE4E),
    (0xEB1, 0xEB1),
    (0xEB4, 0xEBC),
    (0xEC8, 0xECD),
    (0xF18, 0xF39),
    (0xF3E, 0xF3F),
    (0xF71, 0xF87),
    (0xF8D, 0xFC6),
    (0x102B, 0x103E),
    (0x1056, 0x1059),
    (0x105E, 0x1060),
    (0x1062, 0x1064),
    (0x1067, 0x106D),
    (0x1071, 0x1074),
    (0x1082, 0x108D),
    (0x108F, 0x109D),
    (0x1160, 0x11FF),
    (0x135D, 0x135F),
    (0x1712, 0x1715),
    (0x1732, 0x1734),
    (0x1752, 0x1753),
    (0x1772, 0x1773),
    (0x17B4, 0x17D3),
    (0x17DD, 0x17DD),
    (0x180B, 0x180F),
    (0x1885, 0x1886),
    (0x18A9, 0x18A9),
    (0x1920, 0x193B),
    (0x1A17, 0x1A1B),
    (0x1A55, 0x1A7F),
    (0x1AB0, 0x1B04),
    (0x1B34, 0x1B44),
    (0x1B6B, 0x1B82),
    (0x1BA1, 0x1BAD),
    (0x1BE6, 0x1BF3),
    (0x1C24, 0x1C37),
    (0x1CD0, 0x1CE8),
    (0x1CED, 0x1CED),
    (0x1CF4, 0x1CF9),
    (0x1DC0, 0x1DFF),
    (0x200C, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2069),
    (0x20D0, 0x20F0),
    (0x2CEF, 0x2CF1),
    (0x2D7F, 0x2D7F),
    (0x2DE0, 0x2DFF),
    (0x302A, 0x302F),
    (0x3099, 0x309A),
    (0xA66F, 0xA67D),
    (0xA69E, 0xA69F),
    (0xA6F0, 0xA6F1),
    (0xA802, 0xA802),
    (0xA806, 0xA806),
    (0xA80B, 0xA80B),
    (0xA823, 0xA82C),
    (0xA880, 0xA881),
    (0xA8B4, 0xA8F1),
    (0xA8FF, 0xA8FF),
    (0xA926, 0xA92D),
    (0xA947, 0xA953),
    (0xA980, 0xA983),
    (0xA9B3, 0xA9C0),
    (0xA9E5, 0xA9E5),
    (0xAA29, 0xAA36),
    (0xAA43, 0xAA43),
    (0xAA4C, 0xAA4D),
    (0xAA7B, 0xAA7D),
    (0xAAB0, 0xAAB0),
    (0xAAB2, 0xAAB4),
    (0xAAB7, 0xAAB8),
    (0xAABE, 0xAABF),
    (0xAAC1, 0xAAC1),
    (0xAAEB, 0xAAEF),
    (0xAAF5, 0xAAF6),
    (0xABE3, 0xABED),
    (0xD7B0, 0xD7FB),
    (0xFB1E, 0xFB1E),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
];

/// The rows of sixteen characters from U+10000 on that contain extenders. Some rows also contain letters of rarely used
/// scripts; no word consists only of these.
const FAR_RANGES: &[(u32, u32)] = &[
    (0x101F, 0x101F),
    (0x102E, 0x102E),
    (0x1037, 0x1037),
    (0x10A0, 0x10A0),
    (0x10A3, 0x10A3),
    (0x10AE, 0x10AE),
    (0x10D2, 0x10D2),
    (0x10D6, 0x10D6),
    (0x10EA, 0x10EA),
    (0x10EF, 0x10EF),
    (0x10F4, 0x10F5),
    (0x10F8, 0x10F8),
    (0x1100, 0x1100),
    (0x1103, 0x1104),
    (0x1107, 0x1108),
    (0x110B, 0x110C),
    (0x1110, 0x1110),
    (0x1112, 0x1114),
    (0x1117, 0x1118),
    (0x111B, 0x111C),
    (0x1122, 0x1124),
    (0x112D, 0x112E),
    (0x1130, 0x1130),
    (0x1133, 0x1137),
    (0x113B, 0x113E),
    (0x1143, 0x1145),
    (0x114B, 0x114C),
    (0x115A, 0x115D),
    (0x1163, 0x1164),
    (0x116A, 0x116B),
    (0x1171, 0x1172),
    (0x1182, 0x1183),
    (0x1193, 0x1194),
    (0x119D, 0x119E),
    (0x11A0, 0x11A0),
    (0x11A3, 0x11A5),
    (0x11A8, 0x11A9),
    (0x11B6, 0x11B6),
    (0x11C2, 0x11C3),
    (0x11C9, 0x11CB),
    (0x11D3, 0x11D4),
    (0x11D8, 0x11D9),
    (0x11EF, 0x11F0),
    (0x11F3, 0x11F5),
    (0x1344, 0x1345),
    (0x1611, 0x1612),
    (0x16AF, 0x16AF),
    (0x16B3, 0x16B3),
    (0x16F4, 0x16F9),
    (0x16FE, 0x16FF),
    (0x1BC9, 0x1BC9),
    (0x1CF0, 0x1CF4),
    (0x1D16, 0x1D18),
    (0x1D1A, 0x1D1A),
    (0x1D24, 0x1D24),
    (0x1DA0, 0x1DAA),
    (0x1E00, 0x1E02),
    (0x1E08, 0x1E08),
    (0x1E13, 0x1E13),
    (0x1E2A, 0x1E2A),
    (0x1E2E, 0x1E2E),
    (0x1E4E, 0x1E4E),
    (0x1E5E, 0x1E5E),
    (0x1E6E, 0x1E6F),
    (0x1E8D, 0x1E8D),
    (0x1E94, 0x1E94),
    (0xE010, 0xE01E),
];

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
