//! The budget of an article: how many nodes and bytes may still be read, and how deeply blocks may be nested.

use super::{Context, MAX_NESTING};
use crate::json::Value;
use crate::report::WarningCode;
use crate::text::ascii;
use crate::text::swar;

impl Context<'_> {
    /// Takes one node from the budget. Returns false if it is used up, and warns the first time.
    pub fn spend(&mut self, value: &Value) -> bool {
        match self.nodes_left {
            0 => false,
            1 => {
                self.nodes_left = 0;
                let limit = ascii::decimal(self.options.max_nodes as u64);
                self.warn(
                    WarningCode::Truncated,
                    value,
                    &["the article is cut off here: it has more than ", &limit, " nodes"],
                );
                false
            }
            _ => {
                self.nodes_left -= 1;
                true
            }
        }
    }

    /// Takes bytes that are read in `value`, or written because of it, from the budget. Returns false if it is used up,
    /// and warns the first time; then no nodes are left either.
    pub fn pay(&mut self, value: &Value, bytes: usize) -> bool {
        let left = self.bytes_left.checked_sub(bytes);
        self.bytes_left = left.unwrap_or(0);
        if left.is_none() && self.nodes_left > 0 {
            self.nodes_left = 0;
            self.warn(WarningCode::Truncated, value, &["the article is cut off here: it repeats itself"]);
        }
        left.is_some()
    }

    /// Follows a reference in `place`, if the budget allows. The parts of the target that are read, up to this many
    /// levels deep, are taken from the budget, since many references may have one target.
    pub fn follow<'v, 't>(&mut self, place: &Value, target: &'v Value<'t>, levels: u8) -> Option<&'v Value<'t>> {
        // Weighing the target takes as long as reading it.
        (!self.is_spent() && self.pay(place, weight(target, levels))).then_some(target)
    }

    /// Returns as many of these values as the budget has nodes for, and takes these.
    pub fn within<'v, 't>(&mut self, values: &'v [Value<'t>]) -> &'v [Value<'t>] {
        let mut count = 0;
        while let Some(value) = values.get(count)
            && self.spend(value)
        {
            count += 1;
        }
        values.get(..count).unwrap_or(&[])
    }

    /// Takes one node for each line feed in a text from the budget; returns false like `spend`.
    pub fn spend_lines(&mut self, value: &Value, text: &str) -> bool {
        self.lines_within(value, text).len() == text.len()
    }

    /// Returns as much of a text as the budget allows, and takes its bytes and one node for each line feed.
    pub fn lines_within<'t>(&mut self, value: &Value, text: &'t str) -> &'t str {
        if !self.pay(value, text.len()) {
            return "";
        }
        let mut rest = text;
        while let Some(behind) = rest.get(swar::first_line(rest).len() + 1..) {
            if !self.spend(value) {
                return text.get(..text.len() - behind.len() - 1).unwrap_or("");
            }
            rest = behind;
        }
        text
    }

    /// Returns whether the budget of nodes is used up.
    pub fn is_spent(&self) -> bool {
        self.nodes_left == 0
    }

    /// Reads values nested in `value`, unless they are nested too deeply.
    pub fn nested<T: Default>(&mut self, value: &Value, read: impl FnOnce(&mut Self) -> T) -> T {
        if !self.enter() {
            self.warn(WarningCode::TooDeep, value, &["nested too deeply, left out"]);
            return T::default();
        }
        let content = read(self);
        self.leave();
        content
    }

    /// Returns whether the current block is not inside another one.
    pub fn is_outermost(&self) -> bool {
        self.nesting == 0
    }

    /// Goes one level deeper; [`Context::leave`] must follow. Returns false if that is too deep; then nothing must
    /// follow.
    pub fn enter(&mut self) -> bool {
        let fits = self.nesting < MAX_NESTING;
        self.nesting += usize::from(fits);
        fits
    }

    /// Goes back one level.
    pub fn leave(&mut self) {
        self.nesting -= 1;
    }
}

/// Returns the cost of reading a value up to this many levels deep: its texts, and the names that its members are found
/// by.
fn weight(value: &Value, levels: u8) -> usize {
    const NAMES: usize = 16;
    let mut sum = NAMES + value.as_str().map_or(0, str::len);
    if levels > 0 {
        for item in value.items() {
            sum += weight(item, levels - 1);
        }
        for (name, member) in value.members() {
            sum += name.len() + weight(member, levels - 1);
        }
    }
    sum
}
