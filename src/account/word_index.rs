//! Finds the words of a row of letters by the letters that follow.

use super::letters::Row;
use super::set::hash;

/// The fewest letters, in bytes, by which a text is looked up anywhere. A shorter text must be a whole text or a word
/// of a short line.
pub(super) const GRAM: usize = 8;

/// An index of words by the letters that follow.
pub(super) struct Words {
    /// The last word of each hash, and for each word the previous one of the same hash; the numbers are one too high.
    last: Vec<u32>,
    before: Vec<u32>,
    starts: Vec<u32>,
}

impl Words {
    /// Indexes the words of a row.
    pub fn new(row: &Row) -> Words {
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

    /// Returns the places of words that may continue like this.
    pub fn places(&self, sought: &[u8]) -> impl Iterator<Item = usize> {
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
