//! JSON bytes to the tree.

use super::{Seed, Value};
use crate::error::{Error, ErrorCode};
use serde::de::DeserializeSeed;
use std::borrow::Cow;

/// Reads JSON bytes (RFC 8259: UTF-8; a byte order mark is allowed) into a tree that borrows from them.
///
/// # Errors
///
/// [`ErrorCode::InvalidEncoding`] for bytes that are not UTF-8, [`ErrorCode::InvalidJson`] for anything that is not
/// one JSON value; both say where.
pub fn parse(bytes: &[u8]) -> Result<Value<'_>, Error> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Error::new(ErrorCode::InvalidEncoding, &["not UTF-8 at byte ", &error.valid_up_to().to_string()])
    })?;
    match read(text) {
        Ok(value) => Ok(value),
        Err(error) => match without_lone_surrogates(text) {
            Some(mended) => read(&mended).map(owned).map_err(invalid),
            None => Err(invalid(error)),
        },
    }
}

/// Reads one value and nothing behind it.
fn read(text: &str) -> Result<Value<'_>, serde_json::Error> {
    let mut source = serde_json::Deserializer::from_str(text);
    let value = Seed::default().deserialize(&mut source)?;
    source.end()?;
    Ok(value)
}

/// An error of the parser, as an error of ours.
fn invalid(error: serde_json::Error) -> Error {
    Error::new(ErrorCode::InvalidJson, &[&error.to_string()])
}

/// The text with each escaped half of a surrogate pair that stands alone replaced by U+FFFD; nothing if there is none.
///
/// JavaScript and Python write such strings, and serde refuses the whole document for one of them.
fn without_lone_surrogates(text: &str) -> Option<String> {
    let mut mended = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('\\') {
        let (before, escape) = rest.split_at(start);
        mended.push_str(before);
        let length = match (surrogate(escape), escape.get(6..).and_then(surrogate)) {
            (Some(Half::High), Some(Half::Low)) => 12,
            (Some(_), _) => {
                mended.push_str("\\uFFFD");
                rest = escape.get(6..).unwrap_or("");
                continue;
            }
            (None, _) => 1 + escape.chars().nth(1).map_or(0, char::len_utf8),
        };
        mended.push_str(escape.get(..length).unwrap_or(escape));
        rest = escape.get(length..).unwrap_or("");
    }
    mended.push_str(rest);
    (mended != text).then_some(mended)
}

/// Which half of a surrogate pair an escape stands for.
enum Half {
    High,
    Low,
}

/// The half that `text` begins with, when it begins with `\uD800` to `\uDFFF`.
fn surrogate(text: &str) -> Option<Half> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    match u32::from_str_radix(digits, 16).ok()? {
        0xD800..=0xDBFF => Some(Half::High),
        0xDC00..=0xDFFF => Some(Half::Low),
        _ => None,
    }
}

/// The tree with its own strings.
fn owned(value: Value<'_>) -> Value<'static> {
    match value {
        Value::Null => Value::Null,
        Value::Bool(truth) => Value::Bool(truth),
        Value::Number(number) => Value::Number(number),
        Value::String(text) => Value::String(Cow::Owned(text.into_owned())),
        Value::Array(items) => Value::Array(items.into_iter().map(owned).collect()),
        Value::Object(members) => Value::Object(
            members.into_iter().map(|(name, value)| (Cow::Owned(name.into_owned()), owned(value))).collect(),
        ),
        Value::TooDeep => Value::TooDeep,
    }
}

#[cfg(test)]
mod tests {
    use super::super::MAX_DEPTH;
    use super::*;

    fn message(bytes: &[u8]) -> String {
        parse(bytes).expect_err("must not parse").to_string()
    }

    #[test]
    fn unescaped_strings_are_borrowed() {
        let value = parse(br#"{"a":["x"]}"#).expect("parses");
        let Some(Value::String(Cow::Borrowed("x"))) = value.get("a").map(|a| &a.items()[0]) else {
            panic!("owned: {value:?}");
        };
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(parse(b"\xEF\xBB\xBFtrue").expect("parses"), Value::Bool(true));
    }

    #[test]
    fn errors_say_what_and_where() {
        assert_eq!(message(b"\"\xFF\""), "not UTF-8 at byte 1");
        assert_eq!(message(b"<html>"), "expected value at line 1 column 1");
        assert_eq!(message(br#"{"a":"#), "EOF while parsing a value at line 1 column 5");
        assert_eq!(message(b"1 2"), "trailing characters at line 1 column 3");
    }

    #[test]
    fn deep_nesting_is_skipped_without_recursion() {
        let depth = 200_000;
        let text = format!("[1,{}{}]", "[".repeat(depth), "]".repeat(depth));
        let value = parse(text.as_bytes()).expect("parses");
        let mut inner = &value.items()[1];
        let mut levels = 0;
        while let [next] = inner.items() {
            inner = next;
            levels += 1;
        }
        assert_eq!((inner, levels), (&Value::TooDeep, u32::from(MAX_DEPTH)));
    }

    #[test]
    fn half_a_surrogate_pair_becomes_the_replacement_character() {
        let value = parse(br#"["a\ud83dz","\ud83d\ude00","\\ud83d","\ude00"]"#).expect("parses");
        let texts: Vec<_> = value.items().iter().filter_map(Value::as_str).collect();
        assert_eq!(texts, ["a\u{FFFD}z", "\u{1F600}", "\\ud83d", "\u{FFFD}"]);
    }
}
