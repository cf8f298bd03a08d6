//! Compares two texts word by word, in order.
#![allow(clippy::indexing_slicing, reason = "a test")]

/// Splits a text into runs of letters and digits.
pub fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// How many words may be missing or added in one place before the rest counts as lost.
const WINDOW: usize = 600;

/// Returns the words of `expected` that do not follow each other in `found`. After a difference, the comparison
/// continues at the nearest place where a few words agree again.
pub fn lost<'w>(expected: &[&'w str], found: &[&str]) -> Vec<&'w str> {
    let agree = |a: usize, b: usize| {
        let (expected, found) = (&expected[a.min(expected.len())..], &found[b.min(found.len())..]);
        let length = expected.len().clamp(1, 4);
        expected.get(..length) == found.get(..length)
    };
    let (mut a, mut b) = (0, 0);
    let mut lost = Vec::new();
    while a < expected.len() {
        if found.get(b) == Some(&expected[a]) {
            (a, b) = (a + 1, b + 1);
            continue;
        }
        let steps = (1..WINDOW).flat_map(|sum| (0..=sum).map(move |missing| (missing, sum - missing)));
        let Some((missing, added)) = steps.into_iter().find(|(missing, added)| agree(a + missing, b + added)) else {
            lost.extend(&expected[a..]);
            return lost;
        };
        lost.extend(&expected[a..(a + missing).min(expected.len())]);
        (a, b) = (a + missing, b + added);
    }
    lost
}

/// Returns the lost words that are nowhere in a text: captions and credits may change their order.
pub fn gone<'w>(lost: &[&'w str], text: &str) -> Vec<&'w str> {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    lost.iter().filter(|word| !letters.contains(**word)).copied().collect()
}
