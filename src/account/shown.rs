//! The texts that an article shows, as one row of letters.
//!
//! Texts are compared by their letters and digits alone: readers collapse white space, set quotation marks and remove
//! markup. Most texts of the input follow in the order in which they are shown, so each is expected where the last one
//! ended. Any other text is looked up: a long one by the letters that a word begins with, a short one by its hash,
//! because three letters occur in any text.
//!
//! Most texts of an article are slices of the input's own strings, so their addresses in memory identify them. The row
//! of letters is made only for the first text that is not found this way, nor right after the last one.

use super::letters::{Row, is_letter};
use super::set::{Set, hash};
use super::word_index::{GRAM, Words};
use crate::text::Text;
use std::cell::OnceCell;

/// The longest line, in bytes of letters, whose words are looked up one by one: names, labels, titles.
const SHORT_LINE: usize = 80;

/// How far after the last text a short one is searched for, in bytes.
const NEAR: usize = 1000;

/// How many texts after the last one are examined before the row is made.
const NEXT: u32 = 8;

/// The length of a text that is not examined then, in bytes.
const LONG: usize = 4096;

/// The most places that are examined for one text.
const MAX_PLACES: usize = 200;

/// The most letters that may be missing at one place of a text.
const AT_ONCE: usize = 16;

/// Two texts that agree in this many letters are the same.
const AGREED: usize = 48;

/// The texts that an article shows.
pub(super) struct Shown<'a> {
    /// Decodes character references.
    decode: fn(&str) -> Text<'_>,
    /// The texts themselves; `None` ends a line.
    said: Vec<Option<&'a str>>,
    /// The addresses in memory of those with letters, in that order, with their lengths and places in `said`.
    places: Vec<(usize, usize, u32)>,
    /// The place in `said` of the text last found by its address, until the cursor moves there.
    last: Option<u32>,
    /// All letters and digits; filled when first needed.
    row: Row,
    is_made: bool,
    /// The start of each text in `row`.
    texts: Vec<u32>,
    /// The start of each line in `row`.
    lines: Vec<u32>,
    /// The end of the text last found, in `near` until the row is made.
    cursor: usize,
    /// The letters of the text being searched for.
    sought: Row,
    /// The letters of some texts after the last one found, while the row is not made, and the places of these in `said`.
    near: Row,
    near_start: u32,
    near_end: u32,
    /// The hashes of short texts.
    short: OnceCell<Set>,
    /// The words, by the first letters of the row from each word on.
    words: OnceCell<Words>,
}

impl<'a> Shown<'a> {
    /// Creates an empty collection; `decode` decodes character references.
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
            near: Row::default(),
            near_start: 0,
            near_end: 0,
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

    /// Marks the end of all texts.
    pub fn finish(&mut self) {
        self.end();
        for (number, text) in (0..).zip(&self.said) {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                self.places.push((text.as_ptr().addr(), text.len(), number));
            }
        }
        self.places.sort_unstable();
    }

    /// Returns whether a text is shown, by its address in memory: in one piece or in several with only spaces and signs
    /// around them.
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

    /// Makes the row of letters, and moves its cursor after the text last found without it.
    fn make_row(&mut self) {
        if !self.is_made {
            self.is_made = true;
            for text in std::mem::take(&mut self.said) {
                let end = self.row.letters.len() as u32;
                self.texts.push(end);
                match text {
                    Some(text) => self.row.push(text),
                    None if self.lines.last().copied().unwrap_or(0) < end => self.lines.push(end),
                    None => {}
                }
            }
            self.texts.push(self.row.letters.len() as u32);
            self.cursor += self.texts.get(self.near_start as usize).map_or(0, |start| *start as usize);
        }
        if let Some(number) = self.last.take()
            && let Some(end) = self.texts.get(number as usize + 1)
        {
            self.cursor = *end as usize;
        }
    }

    /// Returns whether a text is shown; it may have tags and character references.
    pub fn holds_markup(&mut self, text: &str) -> bool {
        self.sought.clear();
        self.sought.push_markup(text, self.decode);
        self.finds()
    }

    /// Returns whether a text with character references is shown.
    pub fn holds_references(&mut self, text: &str) -> bool {
        self.sought.clear();
        self.sought.push(&(self.decode)(text));
        self.finds()
    }

    /// Returns whether a text is shown exactly as written.
    pub fn holds(&mut self, text: &str) -> bool {
        self.sought.clear();
        self.sought.push(text);
        self.finds()
    }

    /// Returns whether the sought text is found, except for a few letters.
    fn finds(&mut self) -> bool {
        if !self.is_made && self.is_next() {
            return true;
        }
        self.make_row();
        let sought = std::mem::take(&mut self.sought);
        let found = self.finds_row(&sought);
        self.sought = sought;
        found
    }

    /// Returns whether the sought text follows the one last found, before the row of all is made.
    fn is_next(&mut self) -> bool {
        if let Some(last) = self.last.take() {
            self.near.clear();
            (self.near_start, self.near_end, self.cursor) = (last + 1, last + 1, 0);
        }
        let sought = self.sought.letters.as_slice();
        let most = self.near_end + NEXT;
        while self.near.letters.len() < self.cursor + sought.len() {
            match self.said.get(self.near_end as usize) {
                Some(text) if self.near_end < most && text.is_none_or(|text| text.len() < LONG) => {
                    self.near.push(text.unwrap_or(""));
                    self.near_end += 1;
                }
                _ => return false,
            }
        }
        let follows = self.near.letters.get(self.cursor..).is_some_and(|rest| rest.starts_with(sought));
        if follows {
            self.cursor += sought.len();
        }
        follows
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
        // Readers remove a few letters, such as the "By" of a byline.
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

    /// Returns whether a short text follows soon after the text last found.
    fn follows(&mut self, sought: &[u8]) -> bool {
        let rest = self.row.letters.get(self.cursor..).unwrap_or(&[]);
        let near = rest.get(..NEAR).unwrap_or(rest);
        let found = near.windows(sought.len().max(1)).position(|letters| letters == sought);
        if let Some(place) = found {
            self.cursor += place + sought.len();
        }
        found.is_some()
    }

    /// Returns how many of these letters are found in one place, and moves the cursor after them.
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

    /// Returns the hashes of the short texts, the lines, and the words of short lines.
    fn short(&self) -> &Set {
        self.short.get_or_init(|| {
            let mut hashes = Vec::new();
            let mut add = |start: u32, end: u32| {
                let text = self.row.letters.get(start as usize..end as usize).unwrap_or(&[]);
                if !text.is_empty() && text.len() < GRAM {
                    hashes.push(hash(text));
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
            Set::new(&hashes)
        })
    }
}
