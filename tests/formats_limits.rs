//! No list of any format passes the limit of nodes: in each document, each list is made as long as nobody can read.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test")]

use article_widget::{options_from_json, render_html};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The paths of all lists that hold something, and of all objects.
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
        _ => {}
    }
}

/// Gives each of the copies an address and a name of its own, where it has them.
fn renamed(item: &Value, number: usize) -> Value {
    match item {
        Value::String(text) if text.contains("://") => Value::String(format!("{text}{number}")),
        Value::Array(items) => items.iter().map(|item| renamed(item, number)).collect(),
        Value::Object(members) => members.iter().map(|(name, item)| (name.clone(), renamed(item, number))).collect(),
        other => other.clone(),
    }
}

#[test]
fn no_list_passes_the_limit_of_nodes() {
    let (options, _) = options_from_json(br#"{"maxNodes":100}"#).expect("options");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    for entry in fs::read_dir(folder).expect("the documents") {
        let path = entry.unwrap().path();
        let document: Value = serde_json::from_slice(&fs::read(&path).unwrap()).expect("JSON");
        let mut lists = Vec::new();
        places(&document, "", &mut lists);
        for list in lists {
            let mut grown = document.clone();
            let items = grown.pointer_mut(&list).unwrap();
            let copies = 2000 / items.as_array().unwrap().len();
            *items =
                (0..copies).flat_map(|n| items.as_array().unwrap().iter().map(move |item| renamed(item, n))).collect();
            let Ok(rendered) = render_html(grown.to_string().as_bytes(), &options) else { continue };
            let elements = rendered.html.matches('<').count() - rendered.html.matches("</").count();
            assert!(elements < 1000, "{} {list}: {elements} elements", path.display());
        }
    }
}
