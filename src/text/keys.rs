//! Lists of names, each of which is one text with spaces between the names.
//!
//! The crate writes all lists of members, kinds and other names this way: `first(value, "headline title")`. A slice of
//! texts would need an address and a length for each name in the browser's module.

use crate::text::ascii::next_part;

/// The names of such a list.
pub(crate) struct Keys<'k>(pub &'k str);

impl Keys<'_> {
    /// Returns whether the list contains a name.
    pub fn has(&self, name: &str) -> bool {
        self.index_of(name).is_some()
    }

    /// Returns the position of a name in the list.
    pub fn index_of(&self, name: &str) -> Option<usize> {
        let name = name.as_bytes();
        // How much of the name has matched since the last space; more than its length after a mismatch.
        let (mut index, mut found) = (0, 0);
        for byte in self.0.as_bytes() {
            if *byte == b' ' {
                if found == name.len() {
                    break;
                }
                (index, found) = (index + 1, 0);
            } else {
                found = if name.get(found) == Some(byte) { found + 1 } else { usize::MAX };
            }
        }
        (found == name.len() && found > 0).then_some(index)
    }
}

impl<'k> Iterator for Keys<'k> {
    type Item = &'k str;

    fn next(&mut self) -> Option<&'k str> {
        if self.0.is_empty() { None } else { Some(next_part(&mut self.0, b' ')) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_a_whole() {
        assert!(Keys("strong em").has("em") && Keys("b").has("b"));
        assert!(!Keys("strong em").has("e") && !Keys("strong em").has("strong em") && !Keys("a b").has(""));
        assert_eq!((Keys("a b c").index_of("c"), Keys("").index_of("a")), (Some(2), None));
        assert_eq!(Keys("a bc").collect::<Vec<_>>(), ["a", "bc"]);
    }
}
