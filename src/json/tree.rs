//! The tree and its accessors.

use crate::text::ascii;
use std::borrow::Cow;

/// A JSON value (RFC 8259) with strings borrowed from the input where possible.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(Cow<'a, str>),
    /// An array.
    Array(Vec<Value<'a>>),
    /// An object: its members in the order of the input, repeated names included.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
    /// A value deeper than [`MAX_DEPTH`](super::MAX_DEPTH), which was skipped.
    TooDeep,
}

/// A JSON number, exact for 64-bit integers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// An integer.
    Int(i64),
    /// Any other number; never NaN or infinite when it came from JSON text.
    Float(f64),
}

impl Number {
    /// Returns the number as a float.
    pub fn as_f64(self) -> f64 {
        match self {
            Number::Int(n) => n as f64,
            Number::Float(n) => n,
        }
    }

    /// Formats the number for readers: integers in full, others with at most six decimals and 16 digits.
    pub fn to_text(self) -> String {
        match self {
            Number::Int(n) => signed(n < 0, n.unsigned_abs()),
            Number::Float(n) => decimal(n),
        }
    }
}

/// The number up to which floats represent every integer.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Writes a float by integer arithmetic, because `core`'s float printing costs 12 KB of the browser's module.
fn decimal(n: f64) -> String {
    let (number, mut unit, mut below) = (n.abs(), 1_000_000_u64, 1.0);
    // Keeps only as many decimals as the float has digits for.
    while unit > 1 && number * unit as f64 > EXACT {
        unit /= 10;
    }
    let mut zeros = 0;
    while number / below > EXACT {
        (below, zeros) = (below * 10.0, zeros + 1);
    }
    let digits = (number * unit as f64 / below + 0.5) as u64;
    let mut out = String::from(if n < 0.0 && digits > 0 { "-" } else { "" });
    ascii::push_integer(&mut out, digits / unit);
    let mut fraction = digits % unit;
    if fraction > 0 {
        out.push('.');
    }
    while fraction > 0 {
        fraction *= 10;
        ascii::push_integer(&mut out, fraction / unit);
        fraction %= unit;
    }
    for _ in 0..zeros {
        out.push('0');
    }
    out
}

fn signed(negative: bool, number: u64) -> String {
    let mut out = String::from(if negative { "-" } else { "" });
    ascii::push_integer(&mut out, number);
    out
}

impl<'a> Value<'a> {
    /// Returns the member `name` of an object; the last one if the name is repeated, as in JavaScript. `null` counts as
    /// absent.
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        let mut members = self.members().iter().rev();
        // Most names already differ in length.
        let (_, value) = members.find(|(key, _)| key.len() == name.len() && key == name)?;
        if value.is_null() { None } else { Some(value) }
    }

    /// Returns the value at a chain of member names, which are separated by spaces.
    pub fn at(&self, names: &str) -> Option<&Value<'a>> {
        let (mut value, mut rest) = (self, names);
        while !rest.is_empty() {
            value = value.get(ascii::next_part(&mut rest, b' '))?;
        }
        Some(value)
    }

    /// Returns the items of the array at a chain of member names, which are separated by spaces; empty if there is no
    /// array.
    pub fn list(&self, names: &str) -> &[Value<'a>] {
        self.at(names).map_or(&[], Value::items)
    }

    /// Returns the members of an object; empty for any other value.
    pub fn members(&self) -> &[(Cow<'a, str>, Value<'a>)] {
        match self {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// Returns the items of an array; empty for any other value.
    pub fn items(&self) -> &[Value<'a>] {
        match self {
            Value::Array(items) => items,
            _ => &[],
        }
    }

    /// Returns the items of an array; any other value except `null` is a list of one.
    pub fn one_or_many(&self) -> &[Value<'a>] {
        match self {
            Value::Array(items) => items,
            Value::Null => &[],
            one => std::slice::from_ref(one),
        }
    }

    /// Returns the text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the value of a number.
    pub fn as_number(&self) -> Option<Number> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Returns the value of a number that is an integer.
    pub fn as_int(&self) -> Option<i64> {
        match self.as_number()? {
            Number::Int(n) => Some(n),
            Number::Float(n) if n.fract() == 0.0 && n.abs() < 9e15 => Some(n as i64),
            Number::Float(_) => None,
        }
    }

    /// Returns the value of a Boolean.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    /// Returns whether this is an object.
    pub fn is_object(&self) -> bool {
        matches!(self, Value::Object(_))
    }

    /// Returns whether this is an array.
    pub fn is_array(&self) -> bool {
        matches!(self, Value::Array(_))
    }

    /// Returns whether this is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// Returns the string member `name`.
    pub fn str(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    /// Returns the kind of this value, as messages name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "a Boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
            Value::TooDeep => "a value nested too deeply",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_a_reader_would() {
        for (number, text) in [
            (Number::Int(-3), "-3"),
            (Number::Float(1.5), "1.5"),
            (Number::Float(-0.25), "-0.25"),
            (Number::Float(100.0), "100"),
            (Number::Float(0.1 + 0.2), "0.3"),
            (Number::Float(10.05), "10.05"),
            (Number::Float(36_218_605_311_890.32), "36218605311890.32"),
            (Number::Float(12_345_678_901.1), "12345678901.1"),
            (Number::Float(1e15), "1000000000000000"),
            (Number::Float(9_007_199_254_740_993.0), "9007199254740992"),
            (Number::Float(12_345_678_901_234_567_890.0), "12345678901234570000"),
            (Number::Float(-1e20), "-100000000000000000000"),
            (Number::Float(1e21), "1000000000000000000000"),
            (Number::Float(0.000_000_1), "0"),
        ] {
            assert_eq!(number.to_text(), text);
        }
    }

    #[test]
    fn the_last_of_repeated_members_counts() {
        let value = Value::Object(vec![("a".into(), Value::Bool(false)), ("a".into(), Value::Bool(true))]);
        assert_eq!(value.get("a"), Some(&Value::Bool(true)));
    }
}
