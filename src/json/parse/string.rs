//! Strings of JSON text, with their escapes (RFC 8259, section 7).

use super::{Expected, Parser};
use crate::text::swar;
use std::borrow::Cow;

impl<'a> Parser<'a> {
    /// Parses a string, which is borrowed if nothing in it is escaped.
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, Expected> {
        if !self.take(b'"') {
            return Err("a string");
        }
        let plain = self.plain();
        if self.take(b'"') {
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        loop {
            if !self.take(b'\\') {
                return Err("the end of a string");
            }
            text.push(self.escape()?);
            text.push_str(self.plain());
            if self.take(b'"') {
                return Ok(Cow::Owned(text));
            }
        }
    }

    /// Takes the characters of a string that are not escaped.
    fn plain(&mut self) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or("");
        let length = swar::plain_length(rest.as_bytes(), b'"', b'\\');
        self.at += length;
        rest.get(..length).unwrap_or("")
    }

    /// Parses an escape after its backslash.
    fn escape(&mut self) -> Result<char, Expected> {
        let escape = self.peek();
        self.at += 1;
        Ok(match escape {
            b'"' | b'\\' | b'/' => char::from(escape),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.hex()?;
                let low = if (0xD800..0xDC00).contains(&unit) { self.low_surrogate() } else { None };
                let point = low.map_or(unit, |low| 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
                char::from_u32(point).unwrap_or('\u{FFFD}')
            }
            _ => return Err("an escape"),
        })
    }

    /// Parses the second half of a surrogate pair, if it follows.
    fn low_surrogate(&mut self) -> Option<u32> {
        let before = self.at;
        if self.take(b'\\') && self.take(b'u') {
            let unit = self.hex().ok().filter(|unit| (0xDC00..0xE000).contains(unit));
            if unit.is_some() {
                return unit;
            }
        }
        self.at = before;
        None
    }

    /// Parses four hexadecimal digits.
    fn hex(&mut self) -> Result<u32, Expected> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit << 4 | char::from(self.peek()).to_digit(16).ok_or("four hexadecimal digits")?;
            self.at += 1;
        }
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use crate::json::{Value, parse};
    use std::borrow::Cow;

    #[test]
    fn unescaped_strings_are_borrowed() {
        let value = parse(br#"{"a":["x"]}"#).expect("parses");
        let Some(Value::String(Cow::Borrowed("x"))) = value.get("a").map(|a| &a.items()[0]) else {
            panic!("owned: {value:?}");
        };
    }

    #[test]
    fn half_a_surrogate_pair_becomes_the_replacement_character() {
        let value = parse(br#"["a\ud83dz","\ud83d\ude00","\\ud83d","\ude00","\ud83d\u0041"]"#).expect("parses");
        let texts: Vec<_> = value.items().iter().filter_map(Value::as_str).collect();
        assert_eq!(texts, ["a\u{FFFD}z", "\u{1F600}", "\\ud83d", "\u{FFFD}", "\u{FFFD}A"]);
    }

    #[test]
    fn strings_are_scanned_alike_wherever_they_end() {
        for length in 0..40 {
            for ending in ["\"", "\\n\"", "é\""] {
                let text = format!("\"{}{ending}", "x".repeat(length));
                let expected = format!("{}{}", "x".repeat(length), ending.trim_end_matches('"').replace("\\n", "\n"));
                assert_eq!(parse(text.as_bytes()).expect("parses"), Value::String(expected.into()));
            }
        }
    }
}
