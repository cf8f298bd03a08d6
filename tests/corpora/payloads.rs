//! Every payload of the corpus of attacks on sanitizers, in every place of an article, in four formats. The output is
//! in the closed tables, is the same tree for a parser and for the player, and does not change when it is read again.
//! Each payload is put into one of the documents, or into all of them with `HOSTILE=all`.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::corpora;
use crate::support::fixtures::render;
use crate::support::structure::texts;
use crate::support::tree;
use article_widget::render::{Attr, IsoDates, Tag, UrlAttr};
use article_widget::{Batch, Op, Options, Part, Parts, render_json};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Reads the payloads.
fn payloads() -> Vec<String> {
    let json = corpora::file("sanitizer/payloads.json").expect("a readable file");
    let list: Vec<Value> = serde_json::from_slice(&json).expect("a list");
    let payloads: Vec<_> = list.iter().filter_map(|entry| Some(entry["payload"].as_str()?.to_owned())).collect();
    assert!(payloads.len() >= 2520, "{} payloads", payloads.len());
    payloads
}

/// Reads the documents of `tests/hostile`, in which `PAYLOAD` marks the places for the payload.
fn templates() -> Vec<(&'static str, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let read = |name| serde_json::from_slice(&fs::read(folder.join(name)).expect("a template")).expect("JSON");
    ["own.json", "wordpress.json", "portable-text.json", "jsonfeed.json", "media.json"]
        .map(|name| (name, read(name)))
        .into()
}

/// Puts the payload into all strings of a document.
fn filled(template: &Value, payload: &str) -> Value {
    match template {
        Value::String(text) => text.replace("PAYLOAD", payload).into(),
        Value::Array(items) => items.iter().map(|item| filled(item, payload)).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, member)| (name.clone(), filled(member, payload))).collect()
        }
        other => other.clone(),
    }
}

/// Checks that all operations of a batch are in the closed tables, and their values are allowed.
#[track_caller]
fn assert_closed(batch: &Batch, about: &str) {
    let mut open = Vec::new();
    for op in batch.iter() {
        match op {
            Op::Open(name) => {
                assert!(Tag::NAMES.contains(&name), "{about}: {name}");
                open.push(name);
            }
            Op::Attribute("id", id) => assert!(id.starts_with("article-"), "{about}: {id}"),
            Op::Attribute("href", url) => {
                let schemes = ["https://", "http://", "mailto:", "tel:", "#article-"];
                assert!(schemes.iter().any(|scheme| url.starts_with(scheme)), "{about}: {url}");
            }
            Op::Attribute("src" | "poster", url) => {
                assert!(url.starts_with("https://") || url.starts_with("http://"), "{about}: {url}");
            }
            Op::Attribute("srcset", candidates) => {
                for candidate in candidates.split(", ") {
                    let (url, width) = candidate.split_once(' ').expect("a width");
                    assert!(url.starts_with("https://") || url.starts_with("http://"), "{about}: {url}");
                    assert!(
                        width.strip_suffix('w').is_some_and(|width| width.parse::<u32>().is_ok()),
                        "{about}: {width}"
                    );
                }
            }
            Op::Attribute(name, _) => {
                assert!(Attr::NAMES.contains(&name) || UrlAttr::NAMES.contains(&name), "{about}: {name}");
                assert!(!name.starts_with("on") && name != "style", "{about}: {name}");
            }
            Op::Text(text) => assert!(!text.is_empty(), "{about}"),
            Op::Close => drop(open.pop()),
        }
    }
    assert!(open.is_empty(), "{about}: {open:?} are open");
}

pub fn payloads_everywhere_give_the_same_closed_tree() {
    let templates = templates();
    let all = std::env::var("HOSTILE").is_ok_and(|part| part == "all");
    for (index, payload) in payloads().iter().enumerate() {
        for (_, (name, template)) in
            templates.iter().enumerate().filter(|(place, _)| all || index % 4 == *place || index % 60 == 0)
        {
            let about = format!("{name} with {payload:?}");
            let json = filled(template, payload).to_string();
            let mut batch = Batch::default();
            let report = render_json(json.as_bytes(), &Options::default(), &IsoDates, &mut batch).expect("an article");
            let format =
                if matches!(*name, "own.json" | "media.json") { "article" } else { name.trim_end_matches(".json") };
            assert_eq!(report.format, format, "{about}");
            let (html, same) = render(json.as_bytes(), &Options::default()).expect("an article");
            assert_eq!(report, same, "{about}");
            assert_closed(&batch, &about);
            assert_eq!(tree::of_html(&html), tree::of_batch(&batch), "{about}\n{html}");
        }
    }
}

pub fn a_second_pass_changes_nothing() {
    let mut options = Options::default();
    options.parts = Parts::of(&[Part::Body]);
    // Headings of the text are below the headline, so `h2` stays `h2` only with this option.
    options.heading_level = 1;
    let body_of = |html: &str| {
        let json =
            json!({ "headline": "H", "url": "https://publisher.example/", "body": { "html": html } }).to_string();
        let (html, _) = render(json.as_bytes(), &options).expect("an article");
        let start = html.find("<div part=\"body\">").map(|start| start + "<div part=\"body\">".len());
        start.and_then(|start| html[start..].strip_suffix("</div></article>")).unwrap_or_default().to_owned()
    };
    let mut changed = Vec::new();
    for payload in payloads() {
        let first = body_of(&payload);
        let second = body_of(&first);
        let third = body_of(&second);
        let same = second == third && words(&first) == words(&second) && urls(&first) == urls(&second);
        // A first reading converts some elements for good.
        if !same || first != second && !CHANGING.iter().any(|html| first.contains(html)) {
            changed.push(format!("{payload:?}\n1: {first}\n2: {second}\n3: {third}"));
        }
    }
    assert!(changed.is_empty(), "{} changed:\n{}", changed.len(), changed.join("\n"));
}

/// Output that is read back differently: the link of an embed and the text of a picture that cannot be shown, both as
/// paragraphs; and an empty first line of code, which generators write unintentionally.
const CHANGING: [&str; 3] = ["<figure part=\"embed", "<span part=\"alt\">", "<code>\n"];

/// Returns the words of the HTML.
fn words(html: &str) -> Vec<String> {
    texts(html).split_whitespace().map(str::to_owned).collect()
}

/// Returns the URLs of the HTML in their order.
fn urls(html: &str) -> Vec<&str> {
    let after = |name: &'static str| html.match_indices(name).map(move |(at, _)| at + name.len());
    let starts = [" href=\"", " src=\"", " srcset=\"", " poster=\""].into_iter().flat_map(after);
    let mut starts: Vec<_> = starts.collect();
    starts.sort_unstable();
    starts.into_iter().filter_map(|start| html[start..].split('"').next()).collect()
}
