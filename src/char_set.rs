//! Sets of characters, small in bytes: the lengths of the runs that are in the set and of those between them.

/// A set of characters: the lengths of the runs outside of it and inside, in turns. A byte below `LONG` is a length; one
/// from there on has the next byte's bits below its own.
pub(crate) struct CharSet(&'static [u8]);

/// The first byte of a length of two.
const LONG: u8 = 0xC0;

/// The greatest length that can be written.
const MAX: u32 = 0x3FFF;

impl CharSet {
    /// The set of these runs, which [`encode`] wrote.
    pub const fn new(runs: &'static [u8]) -> CharSet {
        CharSet(runs)
    }

    /// Whether a character is in the set.
    pub fn has(&self, c: char) -> bool {
        let (mut rest, mut left, mut inside) = (self.0, c as u32, false);
        loop {
            let length = match rest {
                [high @ LONG.., low, tail @ ..] => {
                    rest = tail;
                    u32::from(high - LONG) << 8 | u32::from(*low)
                }
                [length, tail @ ..] => {
                    rest = tail;
                    u32::from(*length)
                }
                [] => return false,
            };
            if left < length {
                return inside;
            }
            left -= length;
            inside = !inside;
        }
    }
}

/// How many bytes [`encode`] writes for these ranges.
pub(crate) const fn encoded_length(ranges: &[(char, char)]) -> usize {
    write(ranges, &mut [])
}

/// The runs of ranges, which are in order and do not meet.
pub(crate) const fn encode<const N: usize>(ranges: &[(char, char)]) -> [u8; N] {
    let mut out = [0; N];
    write(ranges, &mut out);
    out
}

/// Writes the runs as far as there is room, and says how many bytes they take.
#[allow(clippy::indexing_slicing, reason = "run by the compiler alone")]
const fn write(ranges: &[(char, char)], out: &mut [u8]) -> usize {
    let (mut length, mut end, mut range) = (0, 0, 0);
    while range < ranges.len() {
        let (first, last) = (ranges[range].0 as u32, ranges[range].1 as u32);
        assert!(end <= first && first <= last, "the ranges are out of order");
        let mut runs = [first - end, last + 1 - first];
        let mut run = 0;
        while run < 2 {
            let written = if runs[run] > MAX { MAX } else { runs[run] };
            if written >= LONG as u32 {
                if length < out.len() {
                    out[length] = LONG + (written >> 8) as u8;
                }
                length += 1;
            }
            if length < out.len() {
                out[length] = written as u8;
            }
            length += 1;
            runs[run] -= written;
            if runs[run] == 0 {
                run += 1;
            } else {
                // A run that is longer goes on behind an empty one of the other kind.
                if length < out.len() {
                    out[length] = 0;
                }
                length += 1;
            }
        }
        end = last + 1;
        range += 1;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_ranges_and_nothing_else() {
        const RANGES: &[(char, char)] =
            &[('\0', '\u{3}'), ('a', 'a'), ('\u{C0}', '\u{9999}'), ('\u{20000}', '\u{2FFFF}'), (char::MAX, char::MAX)];
        const RUNS: [u8; encoded_length(RANGES)] = encode(RANGES);
        let set = CharSet::new(&RUNS);
        for c in '\0'..=char::MAX {
            let listed = RANGES.iter().any(|(first, last)| (*first..=*last).contains(&c));
            assert_eq!(set.has(c), listed, "{c:?}");
        }
    }
}
