//! Processes text eight bytes at a time, for the scans over every byte of an article.

/// A word of 1 in every byte.
const ONES: u64 = 0x0101_0101_0101_0101;

/// The high bit of every byte.
const HIGH: u64 = ONES << 7;

/// Returns a word with the same byte eight times.
pub(crate) fn all_of(byte: u8) -> u64 {
    ONES * u64::from(byte)
}

/// Returns the words of some bytes, and how many bytes these cover.
fn words(bytes: &[u8]) -> (impl Iterator<Item = u64>, usize) {
    let (chunks, _) = bytes.as_chunks::<8>();
    (chunks.iter().map(|chunk| u64::from_le_bytes(*chunk)), chunks.len() * 8)
}

/// Marks the high bit of each byte that is less than `limit`, which is at most 0x80. Some bytes above the first of
/// these, and some that are not ASCII, may be marked wrongly.
fn less_than(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(all_of(limit))
}

/// Marks the high bit of each byte equal to the given ASCII byte, with the same errors.
fn equal_to_ascii(word: u64, byte: u8) -> u64 {
    less_than(word ^ all_of(byte), 1)
}

/// Marks the high bit of each byte equal to the given one. Some bytes above the first of these may be marked wrongly.
pub(crate) fn equal_to(word: u64, byte: u8) -> u64 {
    let differs = word ^ all_of(byte);
    less_than(differs, 1) & !differs & HIGH
}

/// Marks the high bit of each byte that is at least `limit`, which is more than 0x80.
pub(crate) fn at_least(word: u64, limit: u8) -> u64 {
    ((word & !HIGH) + all_of(limit.wrapping_neg())) & word & HIGH
}

/// Returns how many bytes precede the first control character or one of two other ASCII characters.
pub(crate) fn plain_length(bytes: &[u8], one: u8, other: u8) -> usize {
    let mut length = 0;
    for word in words(bytes).0 {
        let found = (less_than(word, 0x20) | equal_to_ascii(word, one) | equal_to_ascii(word, other)) & !word & HIGH;
        if found != 0 {
            return length + found.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    while let Some(byte) = bytes.get(length)
        && *byte >= 0x20
        && *byte != one
        && *byte != other
    {
        length += 1;
    }
    length
}

/// Returns a text up to its first line feed.
pub(crate) fn first_line(text: &str) -> &str {
    let mut end = 0;
    loop {
        end += plain_length(text.as_bytes().get(end..).unwrap_or(&[]), b'\n', b'\n');
        match text.as_bytes().get(end) {
            None | Some(b'\n') => return text.get(..end).unwrap_or(text),
            Some(_) => end += 1,
        }
    }
}

/// Returns whether every byte passes. Within whole words only control characters and the bytes that `suspects` marks,
/// like [`equal_to`], are judged, by their place; a few others may be judged too.
pub(crate) fn all(bytes: &[u8], suspects: impl Fn(u64) -> u64, passes: fn(&[u8], usize) -> bool) -> bool {
    let (words, rest) = words(bytes);
    let mut start = 0;
    for word in words {
        let mut judged = (less_than(word, 0x20) | equal_to_ascii(word, 0x7F)) & !word & HIGH;
        if word & HIGH != 0 {
            judged |= suspects(word);
        }
        while judged != 0 {
            if !passes(bytes, start + judged.trailing_zeros() as usize / 8) {
                return false;
            }
            judged &= judged - 1;
        }
        start += 8;
    }
    (rest..bytes.len()).all(|place| passes(bytes, place))
}

/// Returns the length of a text in UTF-16 code units: one per character, two for characters of four bytes.
pub(crate) fn utf16_length(text: &str) -> usize {
    let (words, rest) = words(text.as_bytes());
    let mut length = text.len();
    for word in words {
        // Continuation bytes do not count; the first of four bytes counts twice.
        let (goes_on, begins) = (word & !(word << 1) & HIGH, word & word << 1);
        let four = begins & begins << 2 & HIGH;
        length = length + four.count_ones() as usize - goes_on.count_ones() as usize;
    }
    for byte in text.as_bytes().get(rest..).unwrap_or(&[]) {
        length = length + usize::from(*byte >= 0xF0) - usize::from(byte & 0xC0 == 0x80);
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_wherever_they_are() {
        for length in 0..40 {
            for ending in ["\"", "\\", "\n", "\0", "é\"x"] {
                let text = ["x".repeat(length), ending.to_owned()].concat();
                let place = length + ending.len() - ending.trim_start_matches('é').len();
                assert_eq!(plain_length(text.as_bytes(), b'"', b'\\'), place, "{text}");
            }
            let text = ["é".repeat(length), "x".repeat(length)].concat();
            assert_eq!(plain_length(text.as_bytes(), b'"', b'\\'), text.len());
        }
    }

    #[test]
    fn controls_and_suspects_are_judged() {
        let passes = |bytes: &[u8], place: usize| !matches!(bytes.get(place), Some(0x7F | 0xC3));
        for length in 0..40 {
            let text = |suspect| ["新~ ".repeat(length), suspect, "x".repeat(length)].concat();
            assert!(!all(text("\u{7F}".to_owned()).as_bytes(), |word| equal_to(word, 0xC3), passes), "{length}");
            assert!(!all(text("é".to_owned()).as_bytes(), |word| equal_to(word, 0xC3), passes), "{length}");
            assert!(
                all(text("\n\u{A0}".to_owned()).as_bytes(), |word| equal_to(word, 0xC2) | equal_to(word, 0xC3), passes),
                "{length}"
            );
        }
    }

    #[test]
    fn bytes_of_at_least_a_limit_are_marked() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut bytes = *b"aZ\x00\x7F\x80\xBF\xC3 ";
                bytes[place] = byte;
                let marked = at_least(u64::from_le_bytes(bytes), 0xEF) >> (8 * place) & 0xFF;
                assert_eq!(marked, if byte >= 0xEF { 0x80 } else { 0 }, "{byte}");
            }
        }
    }

    #[test]
    fn lengths_are_those_of_javascript() {
        for text in ["", "a", "é", "新", "🏴", "a🏴新é", "新闻🏴 and a naïve 🏴🏴 text, longer than a word"]
        {
            for start in 0..8 {
                let text = ["y".repeat(start), text.to_owned()].concat();
                assert_eq!(utf16_length(&text), text.encode_utf16().count(), "{text}");
            }
        }
    }
}
