//! Values that a document refers to by keys.

use crate::json::Value;

/// Values by their keys.
#[derive(Clone, Default)]
pub(in crate::read) struct Index<'t>(Vec<(&'t str, u64, &'t Value<'t>)>);

impl<'t> Index<'t> {
    /// Keeps for each key the value with the most members, and the first of several with equally many.
    pub fn new(values: Vec<(&'t str, &'t Value<'t>)>) -> Index<'t> {
        let mut sorted = Vec::with_capacity(values.len());
        for (key, value) in values {
            let emptiness = u64::MAX - value.members().len() as u64;
            sorted.push((key, (emptiness << 32) | sorted.len() as u64, value));
        }
        sorted.sort_unstable_by_key(|(key, order, _)| (*key, *order));
        sorted.dedup_by_key(|(key, ..)| *key);
        Index(sorted)
    }

    /// Returns the members of an object by their names.
    pub fn of_members(object: &'t Value<'t>) -> Index<'t> {
        let mut members = Vec::new();
        for (name, value) in object.members() {
            members.push((name.as_ref(), value));
        }
        Index::new(members)
    }

    /// Returns the value of a key.
    pub fn get(&self, key: &str) -> Option<&'t Value<'t>> {
        let place = self.0.binary_search_by(|(other, ..)| (*other).cmp(key)).ok()?;
        self.0.get(place).map(|(.., value)| *value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_value_of_a_key_counts() {
        let of = |members: usize| Value::Object(vec![("a".into(), Value::Null); members]);
        let (one, two, other) = (of(1), of(2), of(2));
        let index = Index::new(vec![("b", &one), ("a", &one), ("b", &two), ("b", &other)]);
        assert!(index.get("b").is_some_and(|value| std::ptr::eq(value, &raw const two)));
        assert_eq!((index.get("a"), index.get("c")), (Some(&one), None));
    }
}
