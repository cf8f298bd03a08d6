//! Character references in texts and attributes are decoded as by html5ever, a strictly conforming parser.
#![allow(clippy::expect_used, reason = "a test")]

use crate::support::html_body::{text_of, with_body};
use crate::support::html5;
use article_widget::model::{Block, Inline};
use article_widget::{Purpose, SafeUrl};

#[test]
fn character_references_are_decoded_as_by_html5ever() {
    let edges = [
        "&amp",
        "&ampx",
        "&copy2",
        "&notit;",
        "&notin;",
        "&#x80;",
        "&#150;",
        "&#0;",
        "&#xD800;",
        "&#x110000;",
        "&#38",
        "&#x26;lt;",
        "&;",
        "&#;",
        "&#x;",
        "&#9;&#10;a",
        "&lt",
        "&LT;",
        "&QUOT;x",
        "&nbsp",
        "&eacute",
        "&Eacute;t&eacute;",
        "&hellip;",
        "&bogus;",
        "& amp;",
        "&amp;amp;",
        "&#128512;",
        "&#x1F600",
        "&sup1;",
        "&frac12",
        "&there4;",
        "&yen=1",
        "&para;graph",
        "&reg.",
        "&Tab;|&NewLine;|&colon;",
    ];
    for edge in edges {
        let html = format!("<p>({edge})</p>");
        let shown = html5::visible_text(&html);
        let mut text = String::new();
        with_body(&html, |blocks, _| text_of(blocks, &mut text));
        let spaces =
            |text: &str| text.split_ascii_whitespace().collect::<Vec<_>>().join(" ").replace(['\u{FFFD}'], "?");
        assert_eq!(spaces(&text), spaces(&shown), "{edge}");
    }
}

#[test]
fn attributes_are_decoded_as_by_html5ever() {
    let edges = [
        "href=/?a=1&amp;b=2",
        "href='/?a&copy=1'",
        "href=\"/?x&lt=1&ltx\"",
        "href=/?&not;&notin;&notit;",
        "href = '/a' HREF=/b",
        "href=/a/b'c\"d",
        "x/href=/a",
        "href='/&#x61;&#98'/",
        "a=\"'>\" href=/q",
        "=x href=/e",
        "href=/a\u{C}b=c",
        "'href=/no' href=/yes",
        "<href=/lt href=/gt",
    ];
    for edge in edges {
        let html = format!("<a {edge}>x</a>");
        let expected = html5::attribute(&html, "href").map(|href| {
            let base = SafeUrl::new("https://e.org/a/b", Purpose::Link, None).ok();
            SafeUrl::new(&href, Purpose::Link, base.as_ref()).expect("a link").as_str().to_owned()
        });
        let found = with_body(&html, |blocks, _| match blocks {
            [Block::Paragraph(paragraph)] => paragraph.content.iter().find_map(|inline| match inline {
                Inline::Link(url, _) => Some(url.as_str().to_owned()),
                _ => None,
            }),
            _ => None,
        });
        assert_eq!(found, expected, "{edge}");
    }
}
