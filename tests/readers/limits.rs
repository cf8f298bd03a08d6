//! No list and no text of any format exceeds the limit of nodes: each of them is made extremely long in each document.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test")]

use article_widget::{Options, render_html};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The limit of nodes, and the number of items and lines.
const LIMIT: usize = 50;
const MANY: usize = 1000;

/// Collects the paths of all non-empty lists and all texts.
fn places(value: &Value, path: &str, out: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            if !items.is_empty() {
                out.push(path.to_owned());
            }
            items.iter().enumerate().for_each(|(place, item)| places(item, &format!("{path}/{place}"), out));
        }
        Value::Object(members) => {
            for (name, member) in members {
                places(member, &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), out);
            }
        }
        Value::String(_) => out.push(path.to_owned()),
        _ => {}
    }
}

/// Returns an item with unique addresses, so that it does not count as a duplicate.
fn renamed(item: &Value, number: usize) -> Value {
    match item {
        Value::String(text) if text.contains("://") => Value::String(format!("{text}{number}")),
        Value::Array(items) => items.iter().map(|item| renamed(item, number)).collect(),
        Value::Object(members) => members.iter().map(|(name, item)| (name.clone(), renamed(item, number))).collect(),
        other => other.clone(),
    }
}

/// Returns longer forms of a value.
fn grown(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(items) => {
            let copies = 0..MANY / items.len() + 1;
            vec![copies.flat_map(|n| items.iter().map(move |item| renamed(item, n))).collect()]
        }
        Value::String(text) => {
            ["\n\nx", "<br>\nx", ", x"].iter().map(|line| (text.clone() + &line.repeat(MANY)).into()).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn no_list_and_no_text_passes_the_limit_of_nodes() {
    let (options, _) = Options::from_json(format!(r#"{{"maxNodes":{LIMIT}}}"#).as_bytes()).expect("options");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    let mut passed = Vec::new();
    for entry in fs::read_dir(folder).expect("the documents") {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let mut document: Value = serde_json::from_slice(&fs::read(&path).unwrap()).expect("JSON");
        let mut all = Vec::new();
        places(&document, "", &mut all);
        for place in all {
            let before = document.pointer(&place).unwrap().clone();
            for value in grown(&before) {
                *document.pointer_mut(&place).unwrap() = value;
                let Ok(rendered) = render_html(document.to_string().as_bytes(), &options) else { continue };
                let elements = rendered.html.matches('<').count() - rendered.html.matches("</").count();
                if elements > 10 * LIMIT {
                    passed.push(format!("{} {place}: {elements} elements", path.display()));
                }
            }
            *document.pointer_mut(&place).unwrap() = before;
        }
    }
    assert!(passed.is_empty(), "{passed:#?}");
}
