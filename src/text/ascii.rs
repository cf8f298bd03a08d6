//! Searches for ASCII characters in text, byte by byte, and converts decimal numbers.
//!
//! `core`'s searchers accept any pattern, and each kind of pattern adds code to the browser's module; URLs, dates, tags
//! and templates only need separators of one byte. Every function here was measured there.

/// Splits a text before the first of these ASCII characters; the second part is empty if there is none.
pub(crate) fn cut<'t>(text: &'t str, separators: &[u8]) -> (&'t str, &'t str) {
    let mut end = 0;
    for byte in text.as_bytes() {
        if separators.iter().any(|separator| separator == byte) {
            break;
        }
        end += 1;
    }
    text.split_at(end)
}

/// Splits a text at the first occurrence of an ASCII character.
pub(crate) fn split_once(text: &str, separator: u8) -> Option<(&str, &str)> {
    let (before, rest) = cut(text, &[separator]);
    Some((before, rest.get(1..)?))
}

/// Splits a text at the last occurrence of an ASCII character.
pub(crate) fn rsplit_once(text: &str, separator: u8) -> Option<(&str, &str)> {
    let mut end = text.len();
    while end > 0 {
        end -= 1;
        if text.as_bytes().get(end) == Some(&separator) {
            return Some((text.get(..end)?, text.get(end + 1..)?));
        }
    }
    None
}

/// Takes the text before the first occurrence of an ASCII character, and the character; without one, takes the whole
/// text.
pub(crate) fn next_part<'t>(rest: &mut &'t str, separator: u8) -> &'t str {
    let (part, tail) = cut(rest, &[separator]);
    *rest = tail.get(1..).unwrap_or("");
    part
}

/// Returns the part with this number between such characters, counted from 0; empty after the last one.
pub(crate) fn nth_part(text: &str, number: usize, separator: u8) -> &str {
    let mut rest = text;
    for _ in 0..number {
        next_part(&mut rest, separator);
    }
    next_part(&mut rest, separator)
}

/// Returns whether every byte of a text passes.
pub(crate) fn all(text: &str, passes: fn(u8) -> bool) -> bool {
    for byte in text.as_bytes() {
        if !passes(*byte) {
            return false;
        }
    }
    true
}

/// Parses an integer of 1 to 18 digits, with or without a sign.
pub(crate) fn integer(text: &str) -> Option<i64> {
    let digits = match text.as_bytes().first()? {
        b'-' | b'+' => text.get(1..)?,
        _ => text,
    };
    if digits.is_empty() || digits.len() > 18 || !all(digits, |c| c.is_ascii_digit()) {
        return None;
    }
    let mut number = 0;
    for digit in digits.as_bytes() {
        number = number * 10 + i64::from(digit - b'0');
    }
    Some(if text.starts_with("-") { -number } else { number })
}

/// Adds an integer in decimal digits.
pub(crate) fn push_integer(out: &mut String, number: u64) {
    if number > 9 {
        push_integer(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// Formats an integer in decimal digits.
pub(crate) fn decimal(number: u64) -> String {
    let mut out = String::new();
    push_integer(&mut out, number);
    out
}

/// Replaces each of some ASCII characters with a text.
pub(crate) fn replace(text: &str, characters: &[u8], with: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let (before, tail) = cut(rest, characters);
        out.push_str(before);
        let Some(behind) = tail.get(1..) else { return out };
        out.push_str(with);
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_split_at_ascii_characters() {
        assert_eq!(cut("a/新?b#", b"?#"), ("a/新", "?b#"));
        assert_eq!(cut("新闻", b"?#"), ("新闻", ""));
        assert_eq!(split_once("a:b:c", b':'), Some(("a", "b:c")));
        assert_eq!(rsplit_once("a:b:c", b':'), Some(("a:b", "c")));
        assert_eq!((split_once("a", b':'), rsplit_once("", b':')), (None, None));
        assert_eq!(replace(",a,新,b", b",:", "%2C"), "%2Ca%2C新%2Cb");
    }

    #[test]
    fn integers_are_read_and_written() {
        for (text, number) in
            [("0", Some(0)), ("-12", Some(-12)), ("+007", Some(7)), ("1e3", None), ("", None), ("-", None)]
        {
            assert_eq!(integer(text), number, "{text}");
        }
        assert_eq!(integer("1234567890123456789"), None);
        assert_eq!((decimal(0), decimal(u64::MAX)), ("0".to_owned(), u64::MAX.to_string()));
    }
}
