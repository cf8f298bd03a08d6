//! Letters and digits of texts, without spaces, signs and tags.

use crate::text::Text;

/// Letters, and the places where words begin.
#[derive(Default)]
pub(super) struct Row {
    pub letters: Vec<u8>,
    pub words: Vec<u32>,
}

impl Row {
    /// Removes all letters.
    pub fn clear(&mut self) {
        self.letters.clear();
        self.words.clear();
    }

    /// Adds the letters and digits of a text; ASCII letters become lower case.
    pub fn push(&mut self, text: &str) {
        let (mut rest, mut in_word) = (text.as_bytes(), false);
        while let Some(&byte) = rest.first() {
            let length = match byte {
                0..0x80 => {
                    let run = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
                    self.push_ascii(rest.get(..run).unwrap_or(&[]), in_word);
                    in_word = run > 0;
                    run.max(1)
                }
                _ => {
                    let letter = letter_length(rest);
                    if letter > 0 && !in_word {
                        self.words.push(self.letters.len() as u32);
                    }
                    in_word = letter > 0;
                    self.letters.extend_from_slice(rest.get(..letter).unwrap_or(&[]));
                    match byte {
                        0xF0.. => 4,
                        0xE0.. => 3,
                        _ => 2,
                    }
                }
            };
            rest = rest.get(length..).unwrap_or(&[]);
        }
    }

    /// Adds letters and digits of ASCII, which begin a word unless they continue one.
    fn push_ascii(&mut self, letters: &[u8], continues: bool) {
        let start = self.letters.len();
        self.letters.extend_from_slice(letters);
        if !continues && !letters.is_empty() {
            self.words.push(start as u32);
        }
        // Words that were separated only by a tag begin with a capital.
        for (place, pair) in letters.windows(2).enumerate() {
            if let [before, letter] = pair
                && before.is_ascii_lowercase()
                && letter.is_ascii_uppercase()
            {
                self.words.push((start + place + 1) as u32);
            }
        }
        self.letters.iter_mut().skip(start).for_each(u8::make_ascii_lowercase);
    }

    /// Adds the letters of a text that may be HTML, without its tags.
    pub fn push_markup(&mut self, text: &str, decode: fn(&str) -> Text<'_>) {
        let (mut rest, mut may_close) = (text, true);
        while let Some(place) = rest.find('<') {
            let (before, tag) = rest.split_at(place);
            self.push(&decode(before));
            let is_tag = tag.as_bytes().get(1).is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, b'/' | b'!'));
            // The BBC puts ids of articles between tags.
            let meta = may_close && tag.starts_with("<itemMeta");
            let end = match if meta { tag.find("</") } else { None } {
                Some(closing) => closing - 1,
                None if is_tag => tag.find('>').unwrap_or(tag.len()),
                None => 0,
            };
            may_close &= !meta || tag.get(end + 1..).is_some_and(|rest| rest.starts_with("</"));
            rest = tag.get(end + 1..).unwrap_or("");
        }
        self.push(&decode(rest));
    }
}

/// Returns whether a byte belongs to a letter or digit, or may belong to one.
pub(super) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Returns the length of the multi-byte letter that a text begins with; 0 for punctuation, signs and spaces.
fn letter_length(bytes: &[u8]) -> usize {
    match *bytes {
        [0xC2, ..] | [0xE2, 0x80..=0xAF, ..] | [0xE3, 0x80, 0x80..=0x84 | 0x88..=0xBF, ..] => 0,
        [0xEF, 0xB8..=0xBF, ..] => 0,
        [0xF0..=0xFF, ..] => 4,
        [0xE0..=0xEF, ..] => 3,
        _ => 2,
    }
}
