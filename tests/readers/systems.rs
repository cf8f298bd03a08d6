//! Content systems, news services, and documents of unknown formats; errors about documents without articles.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use crate::support::shown::{shown_value, shown_with};
use article_widget::{ErrorCode, Options, check};
use serde_json::{Value, json};

/// Returns the format, the headline and the warnings' codes of a document.
fn facts(document: &Value) -> (&'static str, String, Option<String>, Vec<String>) {
    let report = check(document.to_string().as_bytes(), &Options::default())
        .unwrap_or_else(|error| panic!("{error}: {document}"));
    (report.format, report.headline, report.date_published, report.author)
}

/// Returns the message of the error that a document causes.
fn refusal(document: &Value) -> String {
    let error = check(document.to_string().as_bytes(), &Options::default()).expect_err("no article");
    assert_eq!(error.code(), ErrorCode::UnknownFormat, "{document}");
    error.message().to_owned()
}

#[test]
fn objects_with_a_title_and_a_text_are_articles() {
    let title = "Low tide";
    for (document, text) in [
        (json!({ "title": title, "content": "<p>Mud <b>all</b> over.</p>" }), "<p>Mud <b>all</b> over.</p>"),
        (json!({ "title": title, "content": "Mud **all** over." }), "<p>Mud <strong>all</strong> over.</p>"),
        (
            json!({ "title": title, "content": "Mud all over.\n\nBirds, too." }),
            "<p>Mud all over.</p><p>Birds, too.</p>",
        ),
        (json!({ "title": title, "content": "{\"ops\":[{\"insert\":\"Mud.\\n\"}]}" }), "<p>Mud.</p>"),
        (json!({ "title": title, "body_markdown": "Mud *all* over.", "id": 3 }), "<p>Mud <em>all</em> over.</p>"),
        (json!({ "title": { "rendered": "Low &amp; tide" }, "html": "<p>Mud.</p>" }), "<p>Mud.</p>"),
        (json!({ "name": title, "text": "<p>Mud.</p>", "status": "published" }), "<p>Mud.</p>"),
        (
            json!({ "name": title, "body": "Mud all over", "id": 9, "published_at": "2026-01-02" }),
            "<p>Mud all over</p>",
        ),
        (json!({ "title": title, "metadata": { "content": "<p>Mud.</p>" } }), "<p>Mud.</p>"),
        (
            json!({ "data": { "title": title, "date": "2026-01-02" }, "content": "Mud **all** over.", "slug": "a" }),
            "<p>Mud <strong>",
        ),
        (
            json!({ "title": { "en": title, "fr": "Marée" }, "content": { "en": "<p>Mud.</p>", "fr": "<p>Vase.</p>" } }),
            "<p>Mud.</p>",
        ),
        (json!({ "title": title, "paragraphs": ["Mud.", "Birds."] }), "<p>Mud.</p><p>Birds.</p>"),
        (json!({ "title": title, "sections": [{ "heading": "Six", "text": "Mud." }] }), ">Six</h3><p>Mud.</p>"),
        (json!({ "headline": title, "content": "<p>Mud.</p>" }), "<p>Mud.</p>"),
        (json!({ "headline": title, "body": "<p>Mud.</p>", "id": 1, "slug": "low" }), "<p>Mud.</p>"),
        (
            json!({ "posts": [{ "title": title, "content": "<p>Mud.</p>" }, { "title": "x", "content": "<p>y</p>" }] }),
            "<p>Mud.</p>",
        ),
        (
            json!({ "data": { "blog": { "edges": [{ "node": { "title": title, "content": { "html": "<p>Mud.</p>" } } }] } } }),
            "<p>Mud.</p>",
        ),
    ] {
        let shown = shown_value(&document);
        if document["content"].as_str().is_none_or(|text| !text.starts_with('{')) {
            assert_eq!(shown.report.format, "generic", "{document}");
            let guess = shown
                .report
                .warnings
                .iter()
                .find(|warning| warning.code.as_str() == "guessed")
                .expect("what was guessed");
            assert!(
                guess.message.contains(" as the headline") && guess.message.contains(" as the text"),
                "{}",
                guess.message
            );
        }
        assert!(shown.html.contains(text), "{document}\n{}", shown.html);
        assert!(!shown.html.contains("&lt;"), "{}", shown.html);
    }
}

#[test]
fn what_stands_around_a_text_has_many_names() {
    let document = json!({ "title": "Low tide", "content": "<p>Mud.</p>", "excerpt": "At six.", "pubDate": "Fri, 02 Jan 2026 10:00:00 GMT",
        "user": { "first_name": "Ana", "last_name": "Lima" }, "image": { "thumbnail": { "url": "https://e.org/m.jpg" } },
        "categories": [{ "name": "sea" }], "source": { "name": "The Shore" }, "link": "https://e.org/low" });
    assert_eq!(
        facts(&document),
        ("generic", "Low tide".into(), Some("2026-01-02T10:00:00Z".into()), vec!["Ana Lima".into()])
    );
    shown_value(&document).shows(&["At six.", "The Shore", "https://e.org/m.jpg", "<li>sea</li>"]);
    // Values that are only ids are reported.
    let ids = json!({ "title": "Low", "content": "<p>Mud.</p>", "author": "0b5c7e1a-0000-4000-8000-00000000000a", "image": "0b5c7e1a-0000-4000-8000-00000000000b" });
    let paths: Vec<_> =
        shown_value(&ids).report.warnings.iter().map(|w| format!("{} {}", w.code.as_str(), w.path)).collect();
    assert_eq!(paths, ["unresolved /author", "unresolved /image", "guessed "]);
}

#[test]
fn texts_in_several_forms_are_shown_once() {
    let document = json!({ "title": "Low", "body_html": "<p>Mud <b>all</b> over.</p>", "body_markdown": "Mud **all** over.",
        "text": "Mud all over.", "blocks": [{ "type": "image", "url": "https://e.org/m.jpg", "alt": "Mud" }] });
    let shown = shown_value(&document);
    assert_eq!(shown.html.matches("over").count(), 1, "{}", shown.html);
    shown.shows(&["https://e.org/m.jpg"]);
    let other = json!({ "title": "Low", "content": "<p>Mud.</p>", "text": "Quite another text." });
    shown_value(&other).warns(&[
        "not-shown /text: beside the content, which is shown",
        "guessed : an unknown format, read by the names of its members: content as the text (HTML), title as the headline",
    ]);
}

#[test]
fn front_matter_is_no_text() {
    for (text, title, date) in [
        ("---\ntitle: Ebbe\ndate: 2026-01-02\n---\nSchlick **überall**.", "Ebbe", Some("2026-01-02")),
        ("+++\ntitle = \"Ebbe\"\n+++\nSchlick **überall**.", "Ebbe", None),
    ] {
        let document = json!({ "slug": "ebbe", "markdown": text });
        assert_eq!(facts(&document), ("generic", title.into(), date.map(str::to_owned), vec![]), "{text}");
        shown_value(&document).shows(&["<p>Schlick <strong>überall</strong>.</p>"]);
    }
    // A rule at the start of a text stays a rule.
    shown_value(&json!({ "title": "Ebbe", "markdown": "---\nSchlick\n\n---\nVögel" }))
        .shows(&["Schlick", "<hr", "Vögel"]);
}

#[test]
fn of_a_list_of_documents_one_is_chosen() {
    let list = json!([{ "id": 1, "title": "Low", "content": "<p>Mud.</p>", "url": "https://e.org/low" },
        { "id": 2, "title": "High", "content": "<p>Foam.</p>", "url": "https://e.org/high" }]);
    for select in ["1", "2"] {
        let (options, _) = Options::from_json(json!({ "select": select }).to_string().as_bytes()).expect("options");
        let shown = shown_with(list.to_string().as_bytes(), &options);
        assert_eq!((shown.report.headline.as_str(), shown.report.articles), ("High", 2));
        shown.shows(&["<p>Foam.</p>", "https://e.org/low"]);
    }
}

#[test]
fn an_error_says_what_it_saw() {
    for (document, message) in [
        (
            json!({ "foo": 1, "bar": { "a": 2 } }),
            "no known format of articles: an object with the members \"bar\", \"foo\"; name one with the option format",
        ),
        (
            json!([{ "a": 1 }]),
            "no known format of articles: an array of objects with the members \"a\"; name one with the option format",
        ),
        (json!([]), "no known format of articles: an empty array; name one with the option format"),
        (json!({}), "no known format of articles: an object without members; name one with the option format"),
        (
            json!([1]),
            "no known format of articles: an array of other things than objects; name one with the option format",
        ),
        (json!("a"), "no known format of articles: a string; name one with the option format"),
        (
            json!({ "a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1 }),
            "no known format of articles: an object with the members \"a\", \"b\", \"c\", \"d\", \"e\", \"f\" …; name one with the option format",
        ),
    ] {
        assert_eq!(refusal(&document), message);
    }
}

#[test]
fn a_server_that_refuses_is_quoted() {
    for document in [
        json!({ "code": "rest_no_route", "message": "No such tide", "data": { "status": 404 } }),
        json!({ "error": { "code": 404, "message": "No such tide" } }),
        json!({ "error": "No such tide" }),
        json!({ "errors": [{ "message": "No such tide" }], "data": null }),
        json!({ "status": "error", "code": "keyInvalid", "message": "No such tide" }),
        json!({ "title": "Not Found", "status": 404, "detail": "No such tide" }),
        json!({ "fault": { "faultstring": "No such tide", "detail": { "errorcode": "x" } } }),
    ] {
        assert_eq!(
            refusal(&document),
            "the answer of a server without an article, which says: No such tide",
            "{document}"
        );
    }
}

#[test]
fn what_is_no_article_is_not_taken_for_one() {
    for document in [
        json!({ "name": "tide", "version": "1.0.0", "description": "Tells the tide.", "main": "index.js", "author": "Ana" }),
        json!({ "name": "tide", "description": "Tells the tide.", "created_at": "2026-01-02T00:00:00Z" }),
        json!({ "title": "Tide", "url": "https://e.org" }),
        json!({ "title": "Tide", "content": "https://e.org/tide.json" }),
        json!({ "openapi": "3.0.0", "info": { "title": "Tides", "description": "An API", "version": "1" }, "paths": {} }),
        json!({ "title": "", "content": "" }),
    ] {
        refusal(&document);
    }
}
