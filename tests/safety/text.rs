//! Invisible or reordering characters in addresses that become visible text: browsers read the same address, and none
//! of the characters is in the output.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::fixtures::render;
use crate::support::structure::texts;
use article_widget::Options;
use serde_json::{Value, json};

/// Marks and controls of every kind that `src/text/clean.rs` handles, with their encoding in URLs.
const INVISIBLE: [(char, &str); 13] = [
    ('\u{AD}', "%C2%AD"),
    ('\u{61C}', "%D8%9C"),
    ('\u{200B}', "%E2%80%8B"),
    ('\u{200F}', "%E2%80%8F"),
    ('\u{2028}', "%E2%80%A8"),
    ('\u{202E}', "%E2%80%AE"),
    ('\u{2067}', "%E2%81%A7"),
    ('\u{206A}', "%E2%81%AA"),
    ('\u{206F}', "%E2%81%AF"),
    ('\u{FEFF}', "%EF%BB%BF"),
    ('\u{FFF9}', "%EF%BF%B9"),
    ('\u{FFFB}', "%EF%BF%BB"),
    ('\u{E0041}', "%F3%A0%81%81"),
];

/// Returns documents in which an address without a title is shown as text.
fn documents(url: &str) -> [Value; 4] {
    let feed = |item: Value| {
        let mut item = item;
        item["id"] = "https://publisher.example/one".into();
        json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Feed", "items": [item] })
    };
    [
        feed(
            json!({ "title": "H", "content_text": "One", "attachments": [{ "url": url, "mime_type": "application/pdf" }] }),
        ),
        feed(json!({ "title": "H", "content_html": format!("<p>One</p><iframe src=\"{url}\"></iframe>") })),
        feed(json!({ "content_text": "One", "external_url": url })),
        json!({ "headline": "H", "body": [{ "type": "embed", "kind": "video", "url": url }, { "type": "card", "url": url }] }),
    ]
}

#[test]
fn addresses_that_are_shown_hide_nothing() {
    for (c, encoded) in INVISIBLE {
        for document in documents(&format!("https://e.example/report{c}fdp.exe?a{c}#b{c}")) {
            let (html, _) = render(document.to_string().as_bytes(), &Options::default()).expect("an article");
            let shown = format!("https://e.example/report{encoded}fdp.exe?a{encoded}#b{encoded}");
            assert!(html.contains(&format!("=\"{shown}\"")), "{c:?}: {html}");
            assert!(!html.contains(c), "{c:?}: {html}");
        }
    }
}

#[test]
fn the_last_segment_of_an_address_is_the_name_of_a_file_as_it_is_asked_for() {
    let [feed, ..] = documents("https://e.example/report\u{202E}fdp.exe");
    let (html, _) = render(feed.to_string().as_bytes(), &Options::default()).expect("an article");
    assert!(texts(&html).contains("report%E2%80%AEfdp.exe"), "{html}");
}
