//! The editors' families of the corpora: each document is read in its format with all its words. If a family has the
//! HTML of its own renderer, ours has the same structure.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::corpora;
use crate::support::structure::{structure, texts};
use article_widget::{ErrorCode, Options, Report, render_html};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// A document of the corpora.
struct Document {
    family: &'static str,
    name: String,
    /// The document itself, without its container in the corpora.
    value: Value,
    /// The output of its own renderer, if the corpora have it.
    html: Option<String>,
}

/// Families: their folder, the prefix of their files, their format, and the members of a container that hold the
/// document and its HTML.
const FAMILIES: &[(&str, &str, &str, &str, &str)] = &[
    ("portable-text", "", "portable-text", "input", "output"),
    ("contentful", "", "contentful", "", ""),
    ("lexical", "", "lexical", "lexical", "html"),
    ("prosemirror", "", "prosemirror", "doc", ""),
    ("strapi-blocks", "", "slate", "content", ""),
    ("ghost", "koenig-mobiledoc", "mobiledoc", "mobiledoc", ""),
    ("editorjs", "", "editorjs", "", ""),
];

fn documents() -> Vec<Document> {
    let mut out = Vec::new();
    for (folder, prefix, format, member, html) in FAMILIES {
        let Ok(files) = fs::read_dir(corpora::folder().join(folder)) else { continue };
        let mut paths: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
        paths.sort();
        for path in paths {
            let file = path.file_stem().and_then(|name| name.to_str()).unwrap_or("").to_owned();
            if !file.starts_with(prefix) || path.extension().is_none_or(|kind| kind != "json") {
                continue;
            }
            let value: Value = serde_json::from_slice(&fs::read(&path).expect("readable")).expect("JSON");
            let held = |item: &Value| item.get(member).is_some();
            let items = match &value {
                Value::Array(items) if items.iter().all(held) => items.clone(),
                _ => vec![value],
            };
            for (place, item) in items.into_iter().enumerate() {
                let title = item.get("title").and_then(Value::as_str).unwrap_or("").to_owned();
                let document = item.get(member).unwrap_or(&item).clone();
                out.push(Document {
                    family: format,
                    name: format!("{file}#{place} {title}"),
                    html: item.get(html).and_then(Value::as_str).map(str::to_owned),
                    value: document,
                });
            }
        }
    }
    out
}

fn render(document: &Document) -> Result<(String, Report), article_widget::Error> {
    let json = serde_json::to_vec(&document.value).expect("JSON");
    render_html(&json, &Options::default()).map(|rendered| (rendered.html, rendered.report))
}

/// Collects the text for readers by a plain walk over the members that hold it.
fn words_of(value: &Value, out: &mut String) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| words_of(item, out)),
        Value::Object(members) => {
            // Ghost's editor shows these two only to writers.
            if members.get("type").and_then(Value::as_str).is_some_and(|name| matches!(name, "at-link" | "zwnj")) {
                return;
            }
            for (name, member) in members {
                match member {
                    Value::String(text)
                        if ["text", "value", "code", "calloutText", "caption", "content"].contains(&name.as_str()) =>
                    {
                        out.push_str(&without_tags(text));
                        out.push(' ');
                    }
                    Value::String(_) => {}
                    _ => words_of(member, out),
                }
            }
        }
        _ => {}
    }
}

/// Collects the words of Mobiledoc, which keeps its texts in markers, `[0, [], 0, "text"]`.
fn marker_words(value: &Value, out: &mut String) {
    match value.as_array().map(Vec::as_slice) {
        Some([Value::Number(_), Value::Array(_), Value::Number(_), Value::String(text)]) => {
            out.push_str(text);
            out.push(' ');
        }
        Some(items) => items.iter().for_each(|item| marker_words(item, out)),
        None => value.as_object().into_iter().flatten().for_each(|(_, member)| marker_words(member, out)),
    }
}

fn without_tags(html: &str) -> String {
    texts(html)
}

/// Returns the letters and digits of a text, so that spaces and quotes of the rendering do not count.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Returns the words of a text that are missing in another, which must have them in the same order.
fn missing<'w>(words: &'w str, html: &str) -> Vec<&'w str> {
    let shown = letters(&texts(html));
    let mut rest = shown.as_str();
    let mut out = Vec::new();
    for word in words.split_whitespace().filter(|word| !letters(word).is_empty()) {
        match rest.find(&letters(word)) {
            Some(place) => rest = rest.get(place + letters(word).len()..).unwrap_or(""),
            None => out.push(word),
        }
    }
    out
}

pub fn documents_are_read_in_their_format_with_all_their_words() {
    let mut rows: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    let mut failures = Vec::new();
    for document in documents() {
        let mut words = String::new();
        words_of(&document.value, &mut words);
        marker_words(&document.value, &mut words);
        let [all, read, empty, warned] = rows.entry(document.family).or_default();
        *all += 1;
        match render(&document) {
            Ok((html, report)) => {
                *read += 1;
                *warned += usize::from(!report.warnings.is_empty());
                if report.format != document.family {
                    failures.push(format!("{}: read as {}", document.name, report.format));
                }
                let missing = missing(&words, &html);
                if !missing.is_empty() {
                    failures.push(format!("{}: lost {missing:?} of\n{html}", document.name));
                }
            }
            // Some documents have no content that could be shown.
            Err(error) if error.code() == ErrorCode::EmptyArticle && words.trim().is_empty() => *empty += 1,
            Err(error) => failures.push(format!("{}: {} {error}", document.name, error.code().as_str())),
        }
    }
    eprintln!("{:14} documents  read  empty  with warnings", "format");
    for (family, [all, read, empty, warned]) in rows {
        eprintln!("{family:14} {all:9} {read:5} {empty:6} {warned:14}");
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

/// The differences between our structure and the suite's own, and why ours is right.
const DIFFERENCES: &[(&str, &str)] = &[
    ("to-html--012", "Sanity's references to pictures need a project's name, which the input does not hold"),
    ("to-html--025", "the same"),
    ("to-html--051", "the same"),
    ("to-html--015", "underlined text is a u element, in the suite a span with a style"),
    ("to-html--018", "an annotation named highlight is a mark element; the suite's test draws a border"),
    ("to-html--052", "the same"),
    ("to-html--062", "several spaces are one, as everywhere in HTML; the suite turns them into no-break spaces"),
    ("to-html--050", "the language of program text is shown"),
];

pub fn structure_agrees_with_the_expected_html() {
    let (mut agree, mut all, mut failures) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    for document in documents() {
        let Some(expected) = &document.html else { continue };
        *all.entry(document.family).or_insert(0) += 1;
        let ours = render(&document).map(|(html, _)| html).unwrap_or_default();
        let (ours, expected) = (structure(&ours), structure(expected));
        let known = DIFFERENCES.iter().find(|(name, _)| document.name.starts_with(name));
        match (ours == expected, known) {
            (true, None) => *agree.entry(document.family).or_insert(0) += 1,
            (true, Some((name, _))) => failures.push(format!("{name} agrees now: take it off the list")),
            (false, Some((name, why))) => eprintln!("{name}: {why}"),
            (false, None) => failures.push(format!("{}\n  ours     {ours}\n  expected {expected}", document.name)),
        }
    }
    for (family, all) in all {
        eprintln!("{family}: {} of {all} agree with the expected HTML", agree.get(family).unwrap_or(&0));
    }
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
}
