//! Relative addresses of articles without a base: the address that they were fetched from is the last resort.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use article_widget::{Options, render_html};

const FETCHED: &str = "https://api.example/v1/articles/7.json?key=1";

/// Returns the addresses in the article's HTML, in order, and the codes of its warnings.
fn addresses(json: &str, options: &str) -> (Vec<String>, Vec<String>) {
    let (options, refused) = Options::from_json(options.as_bytes()).expect("options");
    let rendered = render_html(json.as_bytes(), &options).unwrap_or_else(|error| panic!("{error}: {json}"));
    let html = rendered.html;
    let found = ["href=\"", "src=\""].iter().flat_map(|name| html.match_indices(name).map(|(at, _)| at + name.len()));
    let mut places: Vec<usize> = found.collect();
    places.sort_unstable();
    let text = |at: &usize| html[*at..].split('"').next().unwrap_or_default().to_owned();
    let codes = rendered.report.warnings.iter().chain(&refused).map(|warning| warning.code.as_str().to_owned());
    (places.iter().map(text).filter(|url| !url.starts_with('#')).collect(), codes.collect())
}

fn fetched() -> String {
    format!(r#"{{"sourceUrl": "{FETCHED}"}}"#)
}

#[test]
fn every_format_resolves_against_the_address_it_was_fetched_from() {
    for (format, json) in [
        ("article", r#"{"headline": "Dağ", "body": [{"type": "image", "src": "pics/a.jpg", "alt": "Dağ"}]}"#),
        ("article", r#"{"headline": "Dağ", "body": {"html": "<p>Kar</p><img src='pics/a.jpg' alt='Dağ'>"}}"#),
        ("jsonld", r#"{"@type": "NewsArticle", "headline": "Dağ", "articleBody": "Kar", "image": "pics/a.jpg"}"#),
        (
            "jsonfeed",
            r#"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "title": "Dağ", "content_html": "<p>Kar</p><img src='pics/a.jpg' alt='x'>"}]}"#,
        ),
        (
            "wordpress",
            r#"{"id": 1, "title": {"rendered": "Dağ"}, "content": {"rendered": "<p>Kar</p><img src='pics/a.jpg' alt='x'>"}}"#,
        ),
        (
            "editorjs",
            r#"{"time": 1, "version": "2.30", "blocks": [{"type": "paragraph", "data": {"text": "Kar"}}, {"type": "image", "data": {"file": {"url": "pics/a.jpg"}, "caption": "x"}}]}"#,
        ),
        (
            "prosemirror",
            r#"{"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Kar"}]}, {"type": "image", "attrs": {"src": "pics/a.jpg", "alt": "x"}}]}"#,
        ),
    ] {
        let (found, warnings) = addresses(json, &fetched());
        assert_eq!(found, ["https://api.example/v1/articles/pics/a.jpg"], "{format}: {json}");
        assert!(!warnings.iter().any(|code| code == "unresolved-url"), "{format}: {warnings:?}");
        let (lost, warnings) = addresses(json, "{}");
        assert_eq!(lost, [""; 0], "{format}: without it there is nothing to resolve against");
        assert!(warnings.iter().any(|code| code == "unresolved-url"), "{format}: {warnings:?}");
    }
}

#[test]
fn the_hosts_base_and_the_articles_own_address_come_first() {
    let own = r#"{"url": "https://news.example/2026/rain", "headline": "Rain", "body": {"type": "paragraph", "text": {"text": "More", "url": "more"}}}"#;
    let based = format!(r#"{{"sourceUrl": "{FETCHED}", "baseUrl": "https://host.example/x/"}}"#);
    assert_eq!(addresses(own, &fetched()).0, ["https://news.example/2026/more"]);
    assert_eq!(addresses(own, &based).0, ["https://host.example/x/more"]);
    // A relative address of the article itself is resolved against the address it was fetched from.
    let relative = own.replace("https://news.example", "..");
    assert_eq!(addresses(&relative, &fetched()).0, ["https://api.example/v1/2026/more"]);
    assert_eq!(addresses(&relative, "{}").1, ["unresolved-url", "unresolved-url"]);
}

#[test]
fn an_address_that_no_article_can_be_fetched_from_is_an_unknown_option() {
    for url in
        ["data:application/json,{}", "javascript:alert(1)", "/articles/7.json", "https://user:word@news.example/", ""]
    {
        let json = r#"{"headline": "Rain", "body": {"type": "paragraph", "text": {"text": "More", "url": "more"}}}"#;
        let (found, warnings) = addresses(json, &format!(r#"{{"sourceUrl": "{url}"}}"#));
        assert_eq!(found, [""; 0], "{url}");
        assert_eq!(warnings, ["unresolved-url", "invalid-option"], "{url}");
    }
    assert_eq!(Options::default().source_url, None);
}
