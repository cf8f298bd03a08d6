//! The texts that an article shows, as one row of letters.
//!
//! Texts are compared by their letters and digits alone: readers collapse white space, set quotation marks and take
//! markup off. Mostly the input says them in the order in which they are shown, so that each stands where the last one
//! ended. A text that does not is looked up: a long one by the letters that a word begins with, a short one by its hash,
//! since three letters are found in any text.
//!
//! Most texts of an article are pieces of the input's own strings, though, and where these lie is enough to know them: the
//! row of letters is made at the first text that is not found so.

use super::set::{Set, hash};
use crate::text::Text;
use std::cell::OnceCell;

/// The least letters, in bytes, by which a text is looked up anywhere; a shorter one has to be a text or a word of a
/// short line by itself.
const GRAM: usize = 8;

/// The most letters, in bytes, of a line whose words are looked up one by one: names, labels, titles.
const SHORT_LINE: usize = 80;

/// How far behind the last text a short one is looked for, in bytes.
const NEAR: usize = 1000;

/// The most places that are looked at for one text.
const MAX_PLACES: usize = 200;

/// The most letters in one place of a text that may be missing.
const AT_ONCE: usize = 16;

/// The letters after which two texts that agree so far are the same.
const AGREED: usize = 48;

/// The texts that an article shows.
pub(super) struct Shown<'a> {
    /// Decodes references to characters.
    decode: fn(&str) -> Text<'_>,
    /// The texts themselves, and nothing where a line ends.
    said: Vec<Option<&'a str>>,
    /// Where those that have letters begin in memory, in that order, with their length and number.
    places: Vec<(usize, usize, u32)>,
    /// The number of the text that was last found by its place, where the cursor has not gone there yet.
    last: Option<u32>,
    /// All letters and digits, once they are needed.
    row: Row,
    is_made: bool,
    /// Where each text begins in them.
    texts: Vec<u32>,
    /// Where each line begins in them.
    lines: Vec<u32>,
    /// Where the last text ended that was found.
    cursor: usize,
    /// The letters of the text that is looked for.
    sought: Row,
    /// Short texts.
    short: OnceCell<Set>,
    /// The words by the letters that they and what follows begin with.
    words: OnceCell<Words>,
}

/// Letters and where words begin in them.
#[derive(Default)]
struct Row {
    letters: Vec<u8>,
    words: Vec<u32>,
}

impl Row {
    fn clear(&mut self) {
        self.letters.clear();
        self.words.clear();
    }

    /// Adds the letters and digits of a text, in small letters where they are ASCII.
    fn push(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let (mut place, mut in_word) = (0, false);
        while let Some(&byte) = bytes.get(place) {
            let length = match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => 1,
                0xC2..=0xFF => letter_length(bytes.get(place..).unwrap_or(&[])),
                _ => 0,
            };
            if length == 0 {
                in_word = false;
                place += match byte {
                    0..0x80 => 1,
                    0xF0.. => 4,
                    0xE0.. => 3,
                    _ => 2,
                };
                continue;
            }
            // Words that a tag parted begin with a capital.
            let parted =
                byte.is_ascii_uppercase() && place > 0 && bytes.get(place - 1).is_some_and(u8::is_ascii_lowercase);
            if !in_word || parted {
                in_word = true;
                self.words.push(self.letters.len() as u32);
            }
            if length == 1 {
                self.letters.push(byte.to_ascii_lowercase());
            } else {
                self.letters.extend_from_slice(bytes.get(place..place + length).unwrap_or(&[]));
            }
            place += length;
        }
    }

    /// Adds the letters of a text that may be HTML, without its tags.
    fn push_markup(&mut self, text: &str, decode: fn(&str) -> Text<'_>) {
        let mut rest = text;
        while let Some(place) = rest.find('<') {
            let (before, tag) = rest.split_at(place);
            self.push(&decode(before));
            let is_tag = tag.as_bytes().get(1).is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, b'/' | b'!'));
            let mut end = if is_tag { tag.find('>').unwrap_or(tag.len()) } else { 0 };
            // The BBC's ids of articles stand between tags.
            if tag.starts_with("<itemMeta") {
                end = tag.find("</").map_or(end, |end| end - 1);
            }
            rest = tag.get(end + 1..).unwrap_or("");
        }
        self.push(&decode(rest));
    }
}

/// Whether a byte is of a letter or a digit, or may be.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// The length of the letter of several bytes that a text begins with; 0 for punctuation, signs and spaces.
fn letter_length(bytes: &[u8]) -> usize {
    match *bytes {
        [0xC2, ..] | [0xE2, 0x80..=0xAF, ..] | [0xE3, 0x80, 0x80..=0x84 | 0x88..=0xBF, ..] => 0,
        [0xEF, 0xB8..=0xBF, ..] => 0,
        [0xF0..=0xFF, ..] => 4,
        [0xE0..=0xEF, ..] => 3,
        _ => 2,
    }
}

impl<'a> Shown<'a> {
    /// No texts yet; `decode` decodes references to characters.
    pub fn new(decode: fn(&str) -> Text<'_>) -> Shown<'a> {
        Shown {
            decode,
            said: Vec::new(),
            places: Vec::new(),
            last: None,
            row: Row::default(),
            is_made: false,
            texts: Vec::new(),
            lines: Vec::new(),
            cursor: 0,
            sought: Row::default(),
            short: OnceCell::new(),
            words: OnceCell::new(),
        }
    }

    /// Adds a text.
    pub fn text(&mut self, text: &'a str) {
        self.said.push(Some(text));
    }

    /// Ends a line.
    pub fn end(&mut self) {
        self.said.push(None);
    }

    /// Says that all texts are there.
    pub fn finish(&mut self) {
        self.end();
        for (number, text) in (0..).zip(self.said.iter().flatten()) {
            if !text.is_empty() {
                self.places.push((text.as_ptr().addr(), text.len(), number));
            }
        }
        self.places.sort_unstable();
    }

    /// Whether a text is shown as it lies in memory: in one piece or in several, with nothing but spaces and signs around
    /// them.
    pub fn has_place(&mut self, text: &str) -> bool {
        let (start, end) = (text.as_ptr().addr(), text.as_ptr().addr() + text.len());
        let first = self.places.partition_point(|(place, ..)| *place < start);
        let (mut at, mut last) = (start, None);
        for &(place, length, number) in self.places.get(first..).unwrap_or(&[]) {
            if place >= end {
                break;
            }
            let before = text.get(at.min(place) - start..place - start).unwrap_or("");
            if before.bytes().any(is_letter) {
                return false;
            }
            at = at.max(place + length);
            last = Some(number);
        }
        let behind = text.get(at - start..).unwrap_or("");
        if last.is_none() || behind.bytes().any(is_letter) {
            return false;
        }
        self.last = last;
        true
    }

    /// Makes the row of letters, or puts its cursor behind the text that was last found without it.
    fn make_row(&mut self) {
        if !self.is_made {
            self.is_made = true;
            for text in std::mem::take(&mut self.said) {
                let end = self.row.letters.len() as u32;
                match text {
                    Some(text) => {
                        self.texts.push(end);
                        self.row.push(text);
                    }
                    None if self.lines.last().copied().unwrap_or(0) < end => self.lines.push(end),
                    None => {}
                }
            }
            self.texts.push(self.row.letters.len() as u32);
        }
        if let Some(number) = self.last.take()
            && let Some(end) = self.texts.get(number as usize + 1)
        {
            self.cursor = *end as usize;
        }
    }

    /// Whether a text is shown; it may have tags and references to characters.
    pub fn holds_markup(&mut self, text: &str) -> bool {
        self.sought.clear();
        self.sought.push_markup(text, self.decode);
        self.finds()
    }

    /// Whether a text is shown that has references to characters.
    pub fn holds_references(&mut self, text: &str) -> bool {
        self.sought.clear();
        self.sought.push(&(self.decode)(text));
        self.finds()
    }

    /// Whether a text is shown as it is written.
    pub fn holds(&mut self, text: &str) -> bool {
        self.sought.clear();
        self.sought.push(text);
        self.finds()
    }

    /// Whether what is sought is there but for a few letters of it.
    fn finds(&mut self) -> bool {
        self.make_row();
        let sought = std::mem::take(&mut self.sought);
        let found = self.finds_row(&sought);
        self.sought = sought;
        found
    }

    fn finds_row(&mut self, sought: &Row) -> bool {
        let letters = sought.letters.as_slice();
        if self.row.letters.get(self.cursor..).is_some_and(|rest| rest.starts_with(letters)) {
            self.cursor += letters.len();
            return true;
        }
        if letters.len() < GRAM {
            return self.follows(letters) || self.short().has(hash(letters));
        }
        // What a reader takes off, such as the "By" of a byline.
        let allowed = 4 + letters.len() / 16;
        let (mut missed, mut at_once, mut place) = (0, 0, 0);
        for &word in &sought.words {
            let word = word as usize;
            if word < place {
                continue;
            }
            missed += word - place;
            at_once += word - place;
            place = word;
            let rest = letters.get(word..).unwrap_or(&[]);
            let found = self.longest(rest);
            place += found;
            if missed > allowed || at_once > AT_ONCE {
                return false;
            }
            if found > 0 {
                at_once = 0;
            }
        }
        let rest = letters.len() - place;
        missed + rest <= allowed && at_once + rest <= AT_ONCE
    }

    /// Whether a short text stands soon behind the last one that was found.
    fn follows(&mut self, sought: &[u8]) -> bool {
        let rest = self.row.letters.get(self.cursor..).unwrap_or(&[]);
        let near = rest.get(..NEAR).unwrap_or(rest);
        let found = near.windows(sought.len().max(1)).position(|letters| letters == sought);
        if let Some(place) = found {
            self.cursor += place + sought.len();
        }
        found.is_some()
    }

    /// How many of these letters are there in one place; the cursor goes behind them.
    fn longest(&mut self, sought: &[u8]) -> usize {
        if sought.len() < GRAM {
            return if self.short().has(hash(sought)) { sought.len() } else { 0 };
        }
        let letters = self.row.letters.as_slice();
        let (mut best, mut end) = (0, 0);
        let words = self.words.get_or_init(|| Words::new(&self.row));
        let behind = letters.get(self.cursor..).unwrap_or(&[]);
        let gram = sought.get(..GRAM).unwrap_or(&[]);
        let near = behind.get(..NEAR).unwrap_or(behind).windows(GRAM).position(|letters| letters == gram);
        let near = self.cursor + near.unwrap_or(0);
        for place in std::iter::once(near).chain(words.places(sought).take(MAX_PLACES)) {
            let rest = letters.get(place..).unwrap_or(&[]);
            let length = rest.iter().zip(sought).take_while(|(a, b)| a == b).count();
            if length > best {
                (best, end) = (length, place + length);
            }
            if best >= AGREED || best == sought.len() {
                break;
            }
        }
        if best < GRAM {
            return 0;
        }
        self.cursor = end;
        best
    }

    /// The short texts, the lines, and the words of short lines.
    fn short(&self) -> &Set {
        self.short.get_or_init(|| {
            let mut set = Set::with_capacity(self.texts.len() * 2 + self.row.words.len());
            let mut add = |start: u32, end: u32| {
                let text = self.row.letters.get(start as usize..end as usize).unwrap_or(&[]);
                if !text.is_empty() && text.len() < GRAM {
                    set.add(hash(text));
                }
            };
            for bounds in self.texts.windows(2) {
                if let [start, end] = *bounds {
                    add(start, end);
                }
            }
            let (mut start, mut word) = (0, 0);
            for &end in &self.lines {
                add(start, end);
                let short = end - start <= SHORT_LINE as u32;
                start = end;
                while let Some(&first) = self.row.words.get(word).filter(|first| **first < end) {
                    word += 1;
                    let ends = self.row.words.get(word..).unwrap_or(&[]).iter().copied().chain([u32::MAX]);
                    for behind in ends.take(GRAM).filter(|_| short) {
                        add(first, behind.min(end));
                        if behind >= end {
                            break;
                        }
                    }
                }
            }
            set
        })
    }
}

/// Where the words stand that go on in a certain way.
struct Words {
    /// The last word of each hash, and for each word the one before it of the same hash; their numbers are one too high.
    last: Vec<u32>,
    before: Vec<u32>,
    starts: Vec<u32>,
}

impl Words {
    fn new(row: &Row) -> Words {
        let size = (row.words.len() * 2).next_power_of_two();
        let mut words = Words { last: vec![0; size], before: vec![0; row.words.len()], starts: row.words.clone() };
        for (number, start) in row.words.iter().enumerate().rev() {
            let Some(gram) = row.letters.get(*start as usize..*start as usize + GRAM) else { continue };
            let slot = hash(gram) as usize & (size - 1);
            if let (Some(last), Some(before)) = (words.last.get_mut(slot), words.before.get_mut(number)) {
                *before = std::mem::replace(last, number as u32 + 1);
            }
        }
        words
    }

    /// Where words begin that may go on like this.
    fn places(&self, sought: &[u8]) -> impl Iterator<Item = usize> {
        let gram = sought.get(..GRAM).unwrap_or(&[]);
        let slot = hash(gram) as usize & (self.last.len() - 1);
        let mut next = self.last.get(slot).copied().unwrap_or(0);
        std::iter::from_fn(move || {
            let number = next.checked_sub(1)? as usize;
            next = self.before.get(number).copied().unwrap_or(0);
            self.starts.get(number).map(|start| *start as usize)
        })
    }
}
