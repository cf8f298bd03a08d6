//! Compact sets of characters: the lengths of the runs in the set and of those between them.

/// A set of characters: the alternating lengths of the runs outside and inside it. A byte below `LONG` is a length; any
/// other byte has the high bits of a length, followed by its low byte.
pub(crate) struct CharSet(&'static [u8]);

/// The first byte of a two-byte length.
const LONG: u8 = 0xC0;

/// The largest length that can be encoded.
const MAX: u32 = 0x3FFF;

impl CharSet {
    /// Creates the set of these runs, which [`encode`] wrote.
    pub const fn new(runs: &'static [u8]) -> CharSet {
        CharSet(runs)
    }

    /// Returns whether a character is in the set.
    pub fn has(&self, c: u32) -> bool {
        let (mut rest, mut left, mut inside) = (self.0, c, false);
        loop {
            let [first, tail @ ..] = rest else { return false };
            rest = tail;
            let mut length = u32::from(*first);
            if *first >= LONG {
                let [second, tail @ ..] = rest else { return false };
                rest = tail;
                length = u32::from(first - LONG) << 8 | u32::from(*second);
            }
            if left < length {
                return inside;
            }
            left -= length;
            inside = !inside;
        }
    }
}

/// Returns how many bytes [`encode`] writes for these ranges.
pub(crate) const fn encoded_length(ranges: &[(u32, u32)]) -> usize {
    write(ranges, &mut [])
}

/// Encodes ranges, which are in order and not adjacent.
pub(crate) const fn encode<const N: usize>(ranges: &[(u32, u32)]) -> [u8; N] {
    let mut out = [0; N];
    write(ranges, &mut out);
    out
}

/// Writes the runs that fit, and returns how many bytes all of them take.
#[allow(clippy::indexing_slicing, reason = "run by the compiler alone")]
const fn write(ranges: &[(u32, u32)], out: &mut [u8]) -> usize {
    let (mut length, mut end, mut range) = (0, 0, 0);
    while range < ranges.len() {
        let (first, last) = ranges[range];
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
                // A longer run continues after an empty one of the other kind.
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
        const RANGES: &[(u32, u32)] =
            &[(0, 3), (0x61, 0x61), (0xC0, 0x9999), (0x2_0000, 0x2_FFFF), (0x10_FFFF, 0x10_FFFF)];
        const RUNS: [u8; encoded_length(RANGES)] = encode(RANGES);
        let set = CharSet::new(&RUNS);
        for c in 0..=0x10_FFFF {
            let listed = RANGES.iter().any(|(first, last)| (*first..=*last).contains(&c));
            assert_eq!(set.has(c), listed, "{c:x}");
        }
    }
}
