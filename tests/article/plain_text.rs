//! Our own format: HTML in plain text, and a title instead of a headline.
#![allow(clippy::expect_used, reason = "a test")]

use article_widget::{Options, check};

fn report(json: &str) -> (String, Vec<String>) {
    let report = check(json.as_bytes(), &Options::default()).expect("an article");
    let warnings = report.warnings.iter().map(|warning| format!("{} {}", warning.code.as_str(), warning.path));
    (report.headline, warnings.collect())
}

#[test]
fn html_in_plain_text_is_told() {
    for (json, path) in [
        (r#"{"headline":"Regn","body":"<p>Det <b>regnet</b>.</p>"}"#, "/body"),
        (r#"{"headline":"Regn","body":["Tørt.","En<br>to"]}"#, "/body/1"),
        (r#"{"headline":"Regn","description":"<em>I dag</em>","body":"Tørt."}"#, "/description"),
        (r#"{"headline":"Regn","body":[{"type":"list","items":["<b>en</b>"]}]}"#, "/body/0/items/0"),
        (r#"{"headline":"Regn","body":"<img src='a.jpg'>"}"#, "/body"),
    ] {
        assert_eq!(report(json).1, [format!("html {path}")], "{json}");
    }
    for json in [r#"{"headline":"Sum","body":"If x < y, use the <b> tag."}"#, r#"{"headline":"A < B","body":"1 </ 2"}"#]
    {
        assert_eq!(report(json).1, [""; 0], "{json}");
    }
}

#[test]
fn a_title_stands_for_the_headline_where_there_is_none() {
    assert_eq!(report(r#"{"title":"Regn","body":["Tørt."]}"#), ("Regn".to_owned(), vec![]));
    let both = report(r#"{"title":"Sol","headline":"Regn","body":["Tørt."]}"#);
    assert_eq!(both, ("Regn".to_owned(), vec!["unknown-field /title".to_owned()]));
}
