//! `www/article.schema.json` and the reader agree in both directions: valid documents are read without a complaint
//! about their shape, and documents with such a complaint are not valid.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::fixtures::{all, render};
use article_widget::{Options, WarningCode};
use serde_json::{Value, json};
use std::{fs, path::Path};

fn schema() -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/article.schema.json");
    let schema: Value = serde_json::from_slice(&fs::read(path).expect("the schema is there")).expect("is JSON");
    jsonschema::draft202012::new(&schema).expect("is a JSON Schema")
}

/// Returns the reader's complaint about the shape of a document, if any. Properties that a schema cannot check (whether
/// a URL is safe, a date is a date, a text is empty) do not count.
fn complaint(document: &Value) -> Option<String> {
    const SHAPE: &[WarningCode] = &[
        WarningCode::WrongType,
        WarningCode::MissingField,
        WarningCode::UnknownField,
        WarningCode::UnknownBlock,
        WarningCode::UnknownMark,
        WarningCode::InvalidValue,
    ];
    match render(document.to_string().as_bytes(), &Options::default()) {
        Err(error) => Some(error.to_string()),
        Ok((_, report)) => {
            let warning = report.warnings.into_iter().find(|warning| SHAPE.contains(&warning.code));
            warning.map(|warning| format!("{} {}: {}", warning.code.as_str(), warning.path, warning.message))
        }
    }
}

/// Returns the fixtures of our own format that are JSON objects.
fn documents() -> impl Iterator<Item = (String, Value)> {
    let parsed =
        all().into_iter().filter_map(|fixture| Some((fixture.name, serde_json::from_slice(&fixture.json).ok()?)));
    parsed.filter(|(_, document): &(String, Value)| document.is_object())
}

#[test]
fn fixtures_are_valid_where_the_reader_does_not_complain() {
    let schema = schema();
    for (name, document) in documents() {
        // Neither the schema nor the reader checks the contents of an empty headline.
        if name.starts_with("902") || name.starts_with("955") {
            continue;
        }
        let complaint = complaint(&document);
        let error = schema.iter_errors(&document).next().map(|error| error.to_string());
        assert_eq!(complaint.is_some(), error.is_some(), "{name}: reader {complaint:?}, schema {error:?}");
    }
}

#[test]
fn any_value_of_a_wrong_type_is_seen_by_both() {
    let schema = schema();
    let mut compared = 0;
    let mut differences = Vec::new();
    // The schema refuses nulls, which the reader treats as absent members.
    let documents = documents().filter(|(name, document)| !name.starts_with("902") && complaint(document).is_none());
    for (name, document) in documents {
        for with in [json!(true), json!(7), json!("text"), json!(["text"]), json!({ "unheard": "of" })] {
            each_replaced(&document, &with, &mut |changed, pointer| {
                let complaint = complaint(changed);
                // A schema cannot compare a rating's value with its best.
                if with.is_number() && (pointer.ends_with("/value") || pointer.ends_with("/best")) {
                    return;
                }
                let valid = schema.is_valid(changed);
                if complaint.is_none() != valid {
                    differences.push(format!("{name}{pointer} = {with}: valid {valid}, the reader says {complaint:?}"));
                }
                compared += 1;
            });
        }
    }
    assert!(differences.is_empty(), "{} differences\n{}", differences.len(), differences.join("\n"));
    assert!(compared > 2_000, "only {compared} documents were compared");
}

/// Calls `visit` with the document once for each value except the root, which `with` replaces.
fn each_replaced(document: &Value, with: &Value, visit: &mut dyn FnMut(&Value, &str)) {
    let mut pointers = vec![String::new()];
    let mut next = 0;
    while let Some(pointer) = pointers.get(next).cloned() {
        next += 1;
        match document.pointer(&pointer) {
            Some(Value::Array(items)) => pointers.extend((0..items.len()).map(|index| format!("{pointer}/{index}"))),
            Some(Value::Object(members)) => pointers.extend(members.keys().map(|name| format!("{pointer}/{name}"))),
            _ => {}
        }
        if !pointer.is_empty() {
            let mut changed = document.clone();
            if let Some(place) = changed.pointer_mut(&pointer) {
                *place = with.clone();
            }
            visit(&changed, &pointer);
        }
    }
}
