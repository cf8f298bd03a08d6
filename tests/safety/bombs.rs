//! Inputs that are small to send but meant to be large to show. Each is refused or cut off at a limit, with a warning,
//! in negligible time, and both outputs agree on the rest.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::fixtures::render;
use crate::support::tree;
use article_widget::render::IsoDates;
use article_widget::{Batch, Error, Options, Report, render_json};
use serde_json::json;

/// Renders both ways and returns the HTML; the trees are compared if a parser's own limits allow it.
fn shown(json: &str) -> Result<(String, Report), Error> {
    let mut batch = Batch::default();
    let one = render_json(json.as_bytes(), &Options::default(), &IsoDates, &mut batch);
    let (html, report) = render(json.as_bytes(), &Options::default())?;
    assert_eq!(one.expect("shown both ways"), report);
    assert!(batch.ops.len() < 300_000, "{} operations", batch.ops.len());
    assert!(html.len() < 16 << 20, "{} bytes", html.len());
    assert!(depth(&batch) < 200, "{} levels: parsers flatten what is deeper than 512", depth(&batch));
    assert!(tree::of_html(&html) == tree::of_batch(&batch), "the trees differ");
    Ok((html, report))
}

/// Returns the nesting depth of a batch.
fn depth(batch: &Batch) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for op in batch.iter() {
        match op {
            article_widget::Op::Open(_) => depth += 1,
            article_widget::Op::Close => depth -= 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Returns the codes of the warnings.
fn codes(report: &Report) -> Vec<&str> {
    report.warnings.iter().map(|warning| warning.code.as_str()).collect()
}

#[test]
fn deep_json_loses_its_depths_only() {
    for (open, close) in [
        ("[", "]"),
        ("{\"type\":\"quote\",\"body\":[", "]}"),
        ("{\"type\":\"list\",\"items\":[", "]}"),
        ("{\"text\":", "}"),
    ] {
        let depth = 100_000;
        let json =
            format!("{{\"headline\":\"H\",\"body\":[{}\"x\"{},\"after\"]}}", open.repeat(depth), close.repeat(depth));
        let (html, report) = shown(&json).expect("an article");
        assert!(html.contains("<p>after</p>"), "{open}");
        assert!(!report.warnings.is_empty(), "{open}");
    }
}

#[test]
fn deep_html_loses_its_depths_only() {
    for tag in [
        "div",
        "blockquote",
        "b",
        "ul><li",
        "table><tr><td",
        "span",
        "a href=https://e.example/",
        "details",
        "figure",
        "font",
        "x-y",
        "svg",
        "ruby",
    ] {
        let html = format!("{}deep</p><p>after", format!("<{tag}>").repeat(30_000));
        let (html, _) = shown(&json!({ "headline": "H", "body": { "html": html } }).to_string()).expect("an article");
        assert!(html.contains("H</h2>"), "{tag}");
    }
}

#[test]
fn many_of_everything_end_at_a_limit() {
    let items: Vec<_> =
        (0..100_000).map(|n| json!({ "headline": format!("h{n}"), "url": format!("https://e.example/{n}") })).collect();
    let bombs = [
        json!({ "headline": "H", "body": "x", "related": [{ "items": items[..50_000] }] }),
        json!({ "headline": "H", "body": vec!["x"; 100_000] }),
        json!({ "headline": "H", "body": [{ "type": "list", "items": vec!["x"; 100_000] }] }),
        json!({ "headline": "H", "body": [{ "type": "table", "rows": vec![vec!["x"; 400]; 400] }] }),
        json!({ "headline": "H", "body": { "html": "<p>x".repeat(200_000) } }),
        json!({ "headline": "H", "body": { "html": "<br>".repeat(200_000) } }),
        json!({ "headline": "H", "body": { "html": "x<img src=https://e.example/a alt=b>".repeat(50_000) } }),
        json!({ "headline": "H", "body": "x", "breadcrumb": vec!["x"; 100_000], "keywords": vec!["x"; 100_000] }),
        json!({ "headline": "H", "body": "x", "author": vec!["x"; 100_000] }),
    ];
    for bomb in bombs {
        let bomb = bomb.to_string();
        let (html, report) = shown(&bomb).unwrap_or_else(|error| panic!("{error}: {}", &bomb[..80]));
        assert!(codes(&report).contains(&"truncated"), "{:?}: {}", codes(&report), &bomb[..80]);
        assert!(html.matches('<').count() < 300_000);
    }
}

#[test]
fn many_references_are_what_they_stand_for() {
    let (html, _) = shown(&json!({ "headline": "H", "body": { "html": "&amp;".repeat(200_000) } }).to_string())
        .expect("an article");
    assert!(html.matches("&amp;").count() == 200_000);
    let nested = "&amp;amp;".repeat(100_000);
    let (html, _) = shown(&json!({ "headline": "H", "body": { "html": nested } }).to_string()).expect("an article");
    assert!(html.matches("&amp;amp;").count() == 100_000, "references are read once");
    shown(&json!({ "headline": "H", "body": { "html": "&#x".repeat(300_000) } }).to_string()).expect("an article");
    shown(
        &json!({ "headline": "H", "body": { "html": "&CounterClockwiseContourIntegra".repeat(100_000) } }).to_string(),
    )
    .expect("an article");
}

#[test]
fn huge_values_are_refused_or_kept_out_of_attributes() {
    let long = "x".repeat(3 << 20);
    let url = format!("https://e.example/{long}");
    let (html, report) = shown(&json!({ "headline": "H", "body": [{ "type": "image", "src": url, "alt": "b" }, { "type": "paragraph", "text": { "text": "t", "url": "https://e.example/" } }] }).to_string()).expect("an article");
    assert!(!html.contains(&long) && codes(&report).contains(&"unsafe-url"), "{:?}", codes(&report));
    shown(&json!({ "headline": long, "body": "x" }).to_string()).expect("an article");
    shown(&json!({ "headline": "H", "body": { "html": format!("<a title=\"{long}\" href=/x>a</a>") } }).to_string())
        .expect("an article");
    shown(&json!({ "headline": "H", "body": { "html": format!("<{long}>a") } }).to_string()).expect("an article");
    shown(&json!({ "headline": "H", "body": [{ "type": long, "text": "a" }] }).to_string()).expect("an article");
    let many: String = (0..100_000).map(|n| format!("a{n}=b ")).collect();
    shown(&json!({ "headline": "H", "body": { "html": format!("<p {many}>a") } }).to_string()).expect("an article");
    let error = shown(&json!({ "headline": "x".repeat(4 << 20) }).to_string()).expect_err("too large");
    assert_eq!(error.to_string(), "the input is larger than 4194304 bytes");
}
