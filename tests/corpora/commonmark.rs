//! CommonMark's specification: the Markdown of each example as a body, compared with its HTML.
#![allow(clippy::expect_used, reason = "a test")]

use article_widget::model::Block;
use article_widget::{Options, json, read};
use serde_json::Value;
use std::path::Path;

/// How many of a hundred examples must make the same article.
const SHARE: usize = 98;

/// Returns the blocks of a text in a member of this name.
fn blocks(name: &str, text: &str) -> String {
    let document = serde_json::json!({ "title": "T", name: text }).to_string();
    let tree = json::parse(document.as_bytes()).expect("JSON");
    let body: Vec<Block> = read(&tree, &Options::default()).map(|(article, _)| article.body).unwrap_or_default();
    format!("{body:?}")
}

pub fn markdown_makes_the_article_of_its_html() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/suites/commonmark/examples.json");
    let Ok(bytes) = std::fs::read(path) else { return };
    let examples: Vec<Value> = serde_json::from_slice(&bytes).expect("JSON");
    let mut other = Vec::new();
    for example in &examples {
        let half = |name: &str| example.get(name).and_then(Value::as_str).unwrap_or("");
        let (markdown, html) = (blocks("markdown", half("markdown")), blocks("html", half("html")));
        if markdown != html {
            other.push(format!(
                "{} {}\n{:?}\n{:?}\n{markdown}\n{html}",
                example["example"],
                example["section"],
                half("markdown"),
                half("html")
            ));
        }
    }
    let same = examples.len() - other.len();
    assert!(same * 100 >= examples.len() * SHARE, "{same} of {}\n{}", examples.len(), other.join("\n\n"));
}
