//! The JSON reader compared with serde_json: both accept the same texts and read the same values.

use article_widget::json::{self, Number};
use serde_json::{Value, json};

/// Converts the tree to serde_json's values.
fn converted(value: &json::Value) -> Value {
    match value {
        json::Value::Null | json::Value::TooDeep => Value::Null,
        json::Value::Bool(truth) => json!(truth),
        json::Value::Number(Number::Int(number)) => json!(number),
        json::Value::Number(Number::Float(number)) => json!(number),
        json::Value::String(text) => json!(text),
        json::Value::Array(items) => items.iter().map(converted).collect(),
        json::Value::Object(members) => {
            Value::Object(members.iter().map(|(name, value)| (name.clone().into_owned(), converted(value))).collect())
        }
    }
}

#[track_caller]
fn assert_same(text: &str) {
    let (ours, theirs) = (json::parse(text.as_bytes()), serde_json::from_str::<Value>(text));
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(converted(&ours), theirs, "{text:?}"),
        (ours, theirs) => assert_eq!(ours.is_ok(), theirs.is_ok(), "{text:?}: {ours:?}, {theirs:?}"),
    }
}

#[test]
fn every_text_with_one_byte_changed_is_read_alike() {
    let text =
        r#" {"a\u00e9\n": [1, -20, 0.5, 2e3, true, false, null, "", "x\"y\\", {}], "b": {"c": [[], "\ud83d\ude00"]}} "#;
    assert_same(text);
    for at in 0..text.len() {
        assert_same(text.get(..at).unwrap_or(""));
        for byte in b" \"\\{}[]:,0189.eE+-tfnu/\x01ad" {
            let mut changed = text.as_bytes().to_vec();
            changed[at] = *byte;
            let Ok(changed) = String::from_utf8(changed) else { continue };
            // Half a surrogate pair is the only input that this reader accepts and serde_json refuses.
            if !changed.contains("\\ud83d\\ude00") || changed.contains("e999") {
                continue;
            }
            assert_same(&changed);
        }
    }
}
