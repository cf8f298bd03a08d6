//! Documents in the answers of servers and in lists, and documents that lack a required member.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use crate::support::shown::shown_value;
use article_widget::{ErrorCode, Options, check};
use serde_json::{Value, json};

/// Returns a document of each format without its own kind of list, with the format.
fn documents() -> Vec<(&'static str, Value)> {
    vec![
        ("article", json!({ "headline": "Tide", "body": "High at six." })),
        ("jsonld", json!({ "@type": "NewsArticle", "headline": "Marea", "articleBody": "Alta a las seis." })),
        (
            "jsonfeed",
            json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Quai", "items": [{ "id": "1", "title": "Marée", "content_text": "Haute." }] }),
        ),
        (
            "wordpress",
            json!({ "id": 3, "title": { "rendered": "Flut" }, "content": { "rendered": "<p>Um sechs.</p>" } }),
        ),
        ("ghost", json!({ "posts": [{ "uuid": "u", "title": "潮", "html": "<p>六時。</p>" }] })),
        ("readability", json!({ "title": "Tide", "content": "<p>High.</p>", "textContent": "High.", "length": 5 })),
        (
            "mercury",
            json!({ "title": "Прилив", "content": "<p>В шесть.</p>", "date_published": null, "lead_image_url": null, "word_count": 2 }),
        ),
        (
            "arc-ans",
            json!({ "type": "story", "version": "0.10.9", "headlines": { "basic": "Locks" }, "content_elements": [] }),
        ),
        (
            "ninjs",
            json!({ "uri": "urn:x:1", "headlines": [{ "value": "Tidevann" }], "bodies": [{ "value": "Klokken seks." }] }),
        ),
        (
            "apple-news",
            json!({ "identifier": "a", "title": "المد", "components": [{ "role": "body", "text": "في السادسة." }] }),
        ),
        (
            "guardian-dcr",
            json!({ "pageId": "a", "webPublicationDate": "2024-03-01T08:00:00Z", "headline": "Tide", "blocks": [] }),
        ),
        (
            "bbc-cps",
            json!({ "metadata": {}, "promo": { "headlines": { "headline": "Llanw" } }, "content": { "blocks": [{ "type": "paragraph", "text": "Am chwech." }] } }),
        ),
    ]
}

fn facts(document: &Value, options: &Options) -> (&'static str, String, usize) {
    let report = check(document.to_string().as_bytes(), options).unwrap_or_else(|error| panic!("{error}: {document}"));
    (report.format, report.headline, report.articles)
}

#[test]
fn html_is_no_name_of_a_format() {
    let (options, warnings) = Options::from_json(br#"{"format":"html"}"#).expect("options");
    assert_eq!(warnings, []);
    for (format, document) in documents() {
        assert_eq!(facts(&document, &options), facts(&document, &Options::default()), "{format}");
    }
}

#[test]
fn documents_are_found_in_answers_and_lists() {
    for (format, document) in documents() {
        let (_, headline, _) = facts(&document, &Options::default());
        for wrapped in [
            json!([document]),
            json!({ "data": document, "status": "ok" }),
            json!({ "result": { "article": document }, "error": null }),
            json!({ "response": [document] }),
            json!({ "props": { "pageProps": { "post": document }, "locale": "en" } }),
            json!({ "whatever": document }),
            json!({ "total": 1, "item": [document] }),
            json!({ "_items": [document], "_meta": { "total": 1 } }),
            json!({ "nodes": [document], "totalCount": 1 }),
            json!({ "data": { "all": { "edges": [{ "node": document, "cursor": "a" }] } } }),
            json!({ "count": 1, "next": null, "results": [document] }),
        ] {
            let found = facts(&wrapped, &Options::default());
            assert_eq!((found.0, found.1.as_str()), (format, headline.as_str()), "{wrapped}");
            let (named, _) = Options::from_json(json!({ "format": format }).to_string().as_bytes()).expect("options");
            if format != "article" {
                assert_eq!(facts(&wrapped, &named).1, headline, "{wrapped}");
            }
        }
    }
}

#[test]
fn of_a_list_the_one_that_was_asked_for_is_read() {
    let page =
        |title: &str| json!({ "id": title, "title": title, "content": "<p>.</p>", "textContent": ".", "length": 1 });
    let list = json!({ "items": [page("Ebb"), page("Flow")] });
    assert_eq!(facts(&list, &Options::default()), ("readability", "Ebb".into(), 2));
    for select in ["1", "Flow"] {
        let (options, _) = Options::from_json(json!({ "select": select }).to_string().as_bytes()).expect("options");
        assert_eq!(facts(&list, &options), ("readability", "Flow".into(), 2));
    }
}

#[test]
fn lists_of_links_and_values_are_no_articles() {
    for document in [
        json!([{ "headline": "Tide", "url": "https://e.org/tide" }]),
        json!({ "data": { "headline": "Tide" } }),
        json!({ "image": { "type": "image", "version": "0.10.1", "url": "https://e.org/a.jpg" }, "type": "author" }),
        json!([[[[[[[[documents().pop().expect("one").1]]]]]]]]),
        json!({ "data": [] }),
        json!({ "data": {} }),
    ] {
        let error = check(document.to_string().as_bytes(), &Options::default()).expect_err("no article");
        assert_eq!(error.code(), ErrorCode::UnknownFormat, "{document}");
    }
}

#[test]
fn what_a_format_requires_may_be_missing() {
    let blocks = json!({ "blocks": [{ "type": "text", "model": { "blocks": [{ "type": "paragraph", "model": { "text": "Glaw.", "blocks": [] } }] } }] });
    for (format, document, text) in [
        (
            "jsonfeed",
            json!({ "title": "Quai", "items": [{ "title": "Pluie", "content_html": "<p>Il pleut.</p>" }] }),
            "Il pleut.",
        ),
        (
            "jsonfeed",
            json!({ "home_page_url": "https://e.org", "items": [{ "id": "1", "title": "Pluie", "summary": "Averses." }] }),
            "Averses.",
        ),
        (
            "readability",
            json!({ "title": "Regen", "byline": null, "excerpt": null, "siteName": "Zeitung", "content": "<p>Es regnet.</p>" }),
            "Es regnet.",
        ),
        ("readability", json!({ "title": "Regen", "textContent": "Es regnet.", "length": 10 }), "Es regnet."),
        (
            "mercury",
            json!({ "title": "Дождь", "url": "https://e.org/a", "domain": "e.org", "dek": null, "content": "<p>Идёт.</p>" }),
            "Идёт.",
        ),
        ("ghost", json!({ "posts": [{ "id": "1", "title": "雨", "html": "<p>降る。</p>" }] }), "降る。"),
        (
            "arc-ans",
            json!({ "headlines": { "basic": "Lluvia" }, "content_elements": [{ "type": "text", "content": "Llueve." }] }),
            "Llueve.",
        ),
        (
            "arc-ans",
            json!({ "type": "story", "headlines": { "basic": "Lluvia" }, "description": { "basic": "Todo el día." } }),
            "Todo el día.",
        ),
        (
            "ninjs",
            json!({ "versioncreated": "2024-03-01", "headline": "Regn", "body_text": "Det regner." }),
            "Det regner.",
        ),
        (
            "guardian-dcr",
            json!({ "pageId": "a", "standfirst": "<p>All day</p>", "headline": "Rain", "blocks": [{ "elements": [
            { "_type": "model.dotcomrendering.pageElements.TextBlockElement", "html": "<p>It rains.</p>" }] }] }),
            "It rains.",
        ),
        ("bbc-optimo", json!({ "content": { "model": blocks } }), "Glaw."),
        (
            "bbc-cps",
            json!({ "promo": { "headlines": { "headline": "Glaw" } }, "content": { "blocks": [{ "type": "paragraph", "text": "Mae'n bwrw." }] } }),
            "bwrw.",
        ),
    ] {
        let shown = shown_value(&document);
        assert_eq!(shown.report.format, format, "{document}");
        shown.shows(&[text]);
    }
}
