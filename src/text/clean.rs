//! Removes or balances characters that must not reach a reader: controls, and bidi controls that reorder the text
//! around them.
//!
//! There are two rules. In body text, bidi controls are kept but balanced, paragraph by paragraph. In labels
//! (headlines, names, link texts), they are removed, because a label is shown beside text of other authors (Unicode TR
//! #36, section 3.1; Unicode UAX #9 for the controls).

use crate::text::cluster::Cluster;
use crate::text::swar;
use std::borrow::Cow;

/// Text that is borrowed from the input if it needs no change.
pub type Text<'a> = Cow<'a, str>;

/// Cleans the texts of an article, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Cleaner {
    cluster: Cluster,
    /// Whether a cluster of a text was shortened.
    shortened: bool,
    /// Whether a label was cut off at its maximum length.
    pub cut: bool,
}

impl Cleaner {
    /// Cleans body text: line ends become LF, controls are removed, bidi controls balanced, clusters shortened.
    pub fn body<'t>(&mut self, text: impl Into<Text<'t>>) -> Text<'t> {
        self.clean(text.into(), false)
    }

    /// Cleans text that is shown beside other authors' text, such as a link's: like body text, but without any bidi
    /// control.
    pub fn label<'t>(&mut self, text: impl Into<Text<'t>>) -> Text<'t> {
        self.clean(text.into(), true)
    }

    fn clean<'t>(&mut self, text: Text<'t>, label: bool) -> Text<'t> {
        let plain = is_plain(&text);
        let mut clean = if plain { text } else { Text::Owned(strip(&text, label)) };
        if !self.cluster.passes(&clean) {
            clean = Text::Owned(self.cluster.shorten(&clean));
            self.shortened = true;
        }
        if plain || label { clean } else { Text::Owned(balance(&clean)) }
    }

    /// Returns whether a text is one line that needs no change; for most texts this check is enough.
    pub fn is_plain_line(&mut self, text: &str) -> bool {
        is_plain_line(text) && self.cluster.passes(text)
    }

    /// Returns whether a label was cut off since the last call.
    pub fn take_cut(&mut self) -> bool {
        std::mem::take(&mut self.cut)
    }

    /// Returns whether a cluster was shortened since the last call.
    pub fn take_shortened(&mut self) -> bool {
        std::mem::take(&mut self.shortened)
    }
}

/// Returns whether a text is one line without suspicious characters; for most texts this check is enough.
fn is_plain_line(text: &str) -> bool {
    swar::all(text.as_bytes(), suspects, |bytes, place| {
        !matches!(bytes.get(place), Some(b'\n')) && is_plain_at(bytes, place)
    })
}

/// Returns whether a text has no suspicious characters: a scan over bytes, since nearly all text passes.
fn is_plain(text: &str) -> bool {
    swar::all(text.as_bytes(), suspects, is_plain_at)
}

/// Marks the bytes of a word, none of them ASCII, that [`is_plain_at`] must examine.
fn suspects(word: u64) -> u64 {
    swar::equal_to(word, 0x9C) | swar::equal_to(word & !swar::all_of(0x20), 0xC2) | swar::at_least(word, 0xEF)
}

/// Returns whether the byte at a place does not begin or end a suspicious character.
fn is_plain_at(bytes: &[u8], place: usize) -> bool {
    match bytes.get(place..).unwrap_or(&[]) {
        [b'\t' | b'\n', ..] => true,
        [0..0x20 | 0x7F, ..] => false,
        // The last byte of U+061C; the lead bytes of U+0080 to U+009F, U+2000 to U+206F, U+F000 to U+FFFF and U+E0000.
        [0x9C, ..] => !matches!(bytes.get(place.wrapping_sub(1)), Some(0xD8)),
        [0xC2, next, ..] => *next >= 0xA0,
        [0xE2, 0x80, 0x8E..=0x8F | 0xA8..=0xAE, ..] | [0xE2, 0x81, 0xA6..=0xAF, ..] => false,
        [0xEF, 0xBB, 0xBF, ..] | [0xEF, 0xBF, 0xB9..=0xBB, ..] | [0xF3, ..] => false,
        _ => true,
    }
}

/// Removes characters that are never shown, and for a label also bidi controls.
fn strip(text: &str, label: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut before, mut tags) = ('\0', 0);
    for c in text.chars() {
        // Tag characters are allowed only after a black flag, where they spell the flag of a region.
        tags = match c {
            '\u{1F3F4}' => MAX_TAGS,
            '\u{E0000}'..='\u{E007F}' if tags > 0 => tags - 1,
            '\u{E0000}'..='\u{E007F}' => continue,
            _ => 0,
        };
        match c {
            '\n' if before == '\r' => {}
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push('\n'),
            '\t' | '\n' => out.push(c),
            '\0'..'\u{20}' | '\u{7F}'..='\u{9F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{206A}'..='\u{206F}' => {}
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}' if label => {}
            _ => out.push(c),
        }
        before = c;
    }
    out
}

/// The most tag characters of a flag: those of regions have six.
const MAX_TAGS: u8 = 8;

/// The maximum nesting of bidi controls.
const MAX_OPEN: usize = 16;

/// Removes closing controls without an opening one and pairs that are nested too deeply, and closes the open controls
/// at the end of each paragraph.
fn balance(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<char> = Vec::new();
    let mut dropped = 0_usize;
    for c in text.chars() {
        let closing = match c {
            '\u{2066}'..='\u{2068}' => '\u{2069}',
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => '\u{202C}',
            '\u{2069}' | '\u{202C}' => {
                if dropped > 0 {
                    dropped -= 1;
                } else if open.last() == Some(&c) {
                    open.pop();
                    out.push(c);
                }
                continue;
            }
            _ => {
                if c == '\n' {
                    dropped = 0;
                    close(&mut open, &mut out);
                }
                out.push(c);
                continue;
            }
        };
        if open.len() < MAX_OPEN {
            open.push(closing);
            out.push(c);
        } else {
            dropped += 1;
        }
    }
    close(&mut open, &mut out);
    out
}

/// Closes all open controls.
fn close(open: &mut Vec<char>, out: &mut String) {
    while let Some(control) = open.pop() {
        out.push(control);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> Text<'_> {
        Cleaner::default().body(text)
    }

    fn label(text: &str) -> Text<'_> {
        Cleaner::default().label(text)
    }

    #[test]
    fn good_text_is_borrowed() {
        for text in ["“新闻” — naïve\tx\ny", "עברית\u{200D}", "🏴 👩‍🚀"] {
            assert!(matches!(body(text), Cow::Borrowed(_)), "{text}");
        }
    }

    /// Text that passes the check is unchanged by cleaning, at every position within eight bytes.
    #[test]
    fn every_character_that_is_plain_is_left_alone() {
        let mut plain = 0;
        for c in '\0'..=char::MAX {
            let text = [&"x".repeat(c as usize % 8), "ا", &String::from(c), "longer than a word"].concat();
            if is_plain(&text) {
                plain += 1;
                assert_eq!(strip(&text, true), text, "{c:?}");
            }
            assert_eq!(is_plain_line(&text), c != '\n' && is_plain(&text), "{c:?}");
        }
        assert!(plain > 0xC_0000, "{plain}");
    }

    #[test]
    fn controls_are_removed_and_line_ends_normalised() {
        assert_eq!(body("a\r\nb\rc\u{0}\u{7}\u{FEFF}\u{9F}d\u{2028}e"), "a\nb\ncd\ne");
    }

    #[test]
    fn bidi_controls_are_balanced_in_the_body_and_removed_from_labels() {
        assert_eq!(body("a\u{202E}b"), "a\u{202E}b\u{202C}");
        assert_eq!(body("a\u{2069}b\u{2067}c\n d"), "ab\u{2067}c\u{2069}\n d");
        assert_eq!(label("  a\u{202E}b\u{200F} "), "  ab ");
    }

    #[test]
    fn bidi_controls_are_nested_to_a_depth() {
        let deep = body(&["\u{2067}a".repeat(50_000), "\u{2069}b".repeat(50_000)].concat()).into_owned();
        assert_eq!(deep.matches('\u{2067}').count(), MAX_OPEN);
        assert_eq!(deep.matches('\u{2069}').count(), MAX_OPEN);
        assert!(deep.ends_with("\u{2069}b"), "what is dropped is dropped in pairs");
    }

    #[test]
    fn what_is_left_out_is_known() {
        let mut cleaner = Cleaner::default();
        assert_eq!(cleaner.body(["a", &"\u{301}".repeat(50_000)].concat()), ["a", &"\u{301}".repeat(20)].concat());
        assert!(cleaner.take_shortened() && !cleaner.take_shortened());
        assert_eq!(cleaner.body("\u{301}b"), "b", "marks go on where the text before ended");
        assert!(cleaner.take_shortened());
    }

    #[test]
    fn tag_characters_stay_in_flags_only() {
        let wales = "🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}";
        assert_eq!(body(wales), wales);
        assert_eq!(body("a\u{E0067}b"), "ab");
        let long = ["🏴", &"\u{E0061}".repeat(50_000), "b"].concat();
        assert_eq!(body(&long), ["🏴", &"\u{E0061}".repeat(8), "b"].concat());
    }
}
