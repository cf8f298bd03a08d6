//! Estimates how long an article takes to read.

use super::Renderer;
use super::block::blocks;
use super::names::{Attr, Tag, UrlAttr};
use super::sink::Sink;
use crate::model::{Block, Candidate};
use crate::url::SafeUrl;

/// Milliseconds per word: 238 a minute (Brysbaert 2019, silent reading of English non-fiction).
const WORD: u32 = 252;

/// Milliseconds per Han character or Kana: 400 a minute.
const HAN: u32 = 150;

/// Milliseconds per letter of a script without spaces between words (Thai, Lao, Khmer, Burmese): about four make a
/// word.
const UNSPACED: u32 = 60;

/// Milliseconds per picture, and how many pictures count: a custom of publishing systems.
const PICTURE: u32 = 12_000;
const PICTURES: u32 = 15;

/// How many blocks are read; any further ones are assumed to be similar.
const SAMPLE: usize = 200;

/// Returns the minutes that a body takes to read, rounded.
pub(super) fn estimate_minutes(r: &Renderer, body: &[Block]) -> u32 {
    let sample = body.get(..SAMPLE).unwrap_or(body);
    let mut reader = Reader::default();
    blocks(&mut r.write_elsewhere(&mut reader), sample);
    let words = u64::from(reader.milliseconds) * body.len() as u64 / sample.len().max(1) as u64;
    let pictures = u64::from(reader.pictures.min(PICTURES) * PICTURE);
    ((words + pictures + 30_000) / 60_000) as u32
}

/// A sink that counts the reading time of its text.
#[derive(Default)]
struct Reader {
    milliseconds: u32,
    pictures: u32,
}

impl Sink for Reader {
    fn open(&mut self, tag: Tag) {
        self.pictures += u32::from(tag == Tag::Img);
    }

    fn attr(&mut self, _: Attr, _: &str) {}

    fn url(&mut self, _: UrlAttr, _: &SafeUrl) {}

    fn srcset(&mut self, _: &[Candidate]) {}

    /// Uses the first bytes of characters (UTF-8): tables of Unicode properties would cost more than all of this.
    fn text(&mut self, text: &str) {
        let (mut before, mut in_word) = (0, false);
        for byte in text.as_bytes() {
            let (begins, time) = match (before, byte) {
                // Han; Kana and more Han, without punctuation.
                (_, 0xE4..=0xE9) | (0xE3, 0x81..) => (false, HAN),
                // Thai, Lao; Burmese, Khmer.
                (0xE0, 0xB8..=0xBB) | (0xE1, 0x80..=0x82 | 0x9E | 0x9F) => (false, UNSPACED),
                (_, 0..=b' ') => (false, 0),
                _ if in_word => (true, 0),
                // Letters and digits, without the blocks of punctuation and symbols.
                (_, b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0xC3..=0xDF | 0xEA..) | (0xE0 | 0xE1, _) => (true, WORD),
                _ => (false, 0),
            };
            in_word = begins;
            self.milliseconds += time;
            before = *byte;
        }
    }

    fn close(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> u32 {
        let mut reader = Reader::default();
        reader.text(text);
        reader.milliseconds
    }

    #[test]
    fn words_and_characters_take_their_time() {
        for (text, words) in [
            ("", 0),
            (" \n", 0),
            ("It rained.", 2),
            ("It — “rained”, didn’t it?", 4),
            ("Über 1,000 Häuser", 3),
            ("Шёл дождь, снег.", 3),
            ("وهطل المطر", 2),
            ("बारिश हुई", 2),
            ("비가 왔다", 2),
            ("ዝናብ ዘነበ", 2),
        ] {
            assert_eq!(time(text), words * WORD, "{text}");
        }
        for (text, characters) in [("下雨了。", 3), ("雨が降った、", 5), ("「㐂」", 1)] {
            assert_eq!(time(text), characters * HAN, "{text}");
        }
        assert_eq!(time("用 Rust 写"), 2 * HAN + WORD);
        assert_eq!(time("ฝนตก"), 4 * UNSPACED);
        assert_eq!(time("မိုးရွာ"), 7 * UNSPACED);
    }
}
