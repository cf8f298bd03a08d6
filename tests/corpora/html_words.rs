//! Bodies of the corpora compared with html5ever, a strictly conforming parser: all words that a browser shows are
//! kept.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::corpora;
use crate::support::html_body::{text_of, with_body};
use crate::support::kept::{gone, lost, words};
use crate::support::{html5, outline};
use article_widget::json::{self, Value};
use std::path::Path;

/// Passes each piece of HTML in the files of a family to `visit`, with the file's name.
fn each_html(folder: &Path, visit: &mut dyn FnMut(&str, &str)) {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = std::fs::read(&file).expect("a readable file");
        if name.ends_with(".html") {
            visit(&name, &String::from_utf8_lossy(&bytes));
        } else if let Ok(tree) = json::parse(&bytes) {
            strings(&tree, &mut |html| visit(&name, html));
        }
    }
}

/// Passes each string of HTML in a tree to `visit`.
fn strings(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) if text.contains("</") => visit(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, visit)),
        Value::Object(members) => members.iter().for_each(|(_, value)| strings(value, visit)),
        _ => {}
    }
}

pub fn words_of_real_bodies_come_out_in_order() {
    let show = std::env::var("SHOW_LOST").unwrap_or_default();
    let (mut all_words, mut all_lost, mut all_found, mut failures) = (0, 0, 0, Vec::new());
    for family in ["readability", "readability-extra", "mercury", "wordpress", "ghost", "jsonfeed", "html-pastes"] {
        let (mut bodies, mut family_words, mut family_lost) = (0, 0, 0);
        each_html(&corpora::folder().join(family), &mut |name, html| {
            let shown = html5::visible_text(html);
            let expected = words(&shown);
            let mut text = String::new();
            let explained = with_body(html, |blocks, warnings| {
                text_of(blocks, &mut text);
                !warnings.is_empty()
            });
            let found = words(&text);
            let lost = lost(&expected, &found);
            let gone = gone(&lost, &text);
            if !gone.is_empty() && !explained {
                failures.push(format!("{family}/{name}: lost without a warning: {gone:?}"));
            }
            all_found += found.len();
            bodies += 1;
            family_words += expected.len();
            family_lost += lost.len();
            if !lost.is_empty() && (show == family || show == "all") {
                println!(
                    "{family}/{name}: {} of {} words: {}",
                    lost.len(),
                    expected.len(),
                    lost[..lost.len().min(30)].join(" ")
                );
            }
        });
        let share = 100.0 * (1.0 - family_lost as f64 / family_words as f64);
        println!("{family}: {share:.3} % of {family_words} words in {bodies} bodies");
        failures.extend((share < 99.5).then(|| format!("{family}: {share:.3} %")));
        all_words += family_words;
        all_lost += family_lost;
    }
    let share = 100.0 * (1.0 - all_lost as f64 / all_words as f64);
    let added = 100.0 * (all_found + all_lost - all_words) as f64 / all_words as f64;
    println!("all: {share:.3} % of {all_words} words; {added:.3} % more that a browser does not show");
    failures.extend((added > 0.1).then(|| format!("added: {added:.3} %")));
    failures.extend((share < 99.9).then(|| format!("all: {share:.3} %")));
    assert_eq!(failures, [""; 0]);
}

pub fn payloads_against_sanitizers_are_read() {
    let bytes = corpora::file("sanitizer/payloads.json").expect("a readable file");
    let tree = json::parse(&bytes).expect("JSON");
    let mut payloads = 0;
    for payload in tree.items().iter().filter_map(|item| item.str("payload")) {
        // The whole payload, and one cut off in the middle.
        for html in [payload, payload.get(..payload.len() / 2).unwrap_or("")] {
            with_body(html, |blocks, _| {
                let markup = outline::outline_blocks(blocks).to_lowercase();
                assert!(!markup.contains("<a javascript:") && !markup.contains("<figure javascript:"), "{html}");
            });
        }
        payloads += 1;
    }
    println!("{payloads} payloads");
    assert!(payloads > 2000);
}
