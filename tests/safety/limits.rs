//! The cost of any article: the bytes of output and of the report are bounded by the limits, not by how far an input of
//! a few hundred kilobytes expands.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::fixtures::render;
use crate::support::tree;
use article_widget::render::IsoDates;
use article_widget::{Batch, Op, Options, Report, render_json, to_json};
use serde_json::{Value, json};

/// Returns options with this limit of output, for a megabyte of input.
fn at_most(max_output: usize) -> Options {
    let mut options = Options::default();
    (options.max_bytes, options.max_output) = (1 << 20, max_output);
    options
}

/// Renders both ways, and checks the result against the limits.
#[track_caller]
fn shown(name: &str, article: &Value, options: &Options) -> (String, Report) {
    let json = article.to_string();
    let (html, report) = render(json.as_bytes(), options).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(html.len() <= options.max_output, "{name}: {} bytes", html.len());
    let said = to_json(Ok(&report));
    assert!(said.len() < 1 << 20, "{name}: a report of {} bytes", said.len());
    for warning in &report.warnings {
        assert!(warning.message.chars().count() < 700, "{name}: {}", warning.message);
        assert!(warning.path.chars().count() < 1200, "{name}: {}", warning.path);
    }
    let mut batch = Batch::default();
    let same = render_json(json.as_bytes(), options, &IsoDates, &mut batch).expect("shown both ways");
    assert!(same == report, "{name}: the reports differ");
    assert!(deepest(&batch) <= 200, "{name}: {} levels", deepest(&batch));
    // Each node costs something limited.
    assert!(batch.ops.len() < 400_000, "{name}: {} operations", batch.ops.len());
    (html, report)
}

/// Returns the nesting depth of a batch.
fn deepest(batch: &Batch) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for op in batch.iter() {
        match op {
            Op::Open(_) => depth += 1,
            Op::Close => depth -= 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn codes(report: &Report) -> Vec<&str> {
    report.warnings.iter().map(|warning| warning.code.as_str()).collect()
}

/// Makes this many values.
fn many<T>(count: usize, make: impl Fn(usize) -> T) -> Vec<T> {
    (0..count).map(make).collect()
}

fn body(body: &Value) -> Value {
    json!({ "headline": "H", "body": body })
}

fn paragraph(text: &Value) -> Value {
    body(&json!([{ "type": "paragraph", "text": text }]))
}

fn html(html: &str) -> Value {
    json!({ "headline": "H", "url": "https://e.org/", "body": { "html": html } })
}

fn nested(depth: usize, inner: Value, wrap: impl Fn(Value) -> Value) -> Value {
    (0..depth).fold(inner, |inner, _| wrap(inner))
}

const MARKS: [&str; 20] = [
    "strong", "em", "b", "i", "u", "s", "sub", "sup", "code", "mark", "small", "q", "bdi", "cite", "dfn", "del", "ins",
    "kbd", "samp", "var",
];

/// Returns documents in which a little input expands to much output, with the most bytes of HTML allowed for each.
fn attacks() -> Vec<(&'static str, Value, usize)> {
    let long = |length: usize| "x".repeat(length);
    let url = |length: usize| format!("https://e.org/{}", "u".repeat(length));
    let base = url(2000) + "/";
    let picture = |_| json!({ "type": "image", "src": "a", "alt": "b", "srcset": (0..12).map(|n| format!("{n} {}w, ", n + 1)).collect::<String>() });
    let span = |n: usize| json!({ "text": "a", "url": format!("https://e.org/{n}") });
    let entry = |n: usize| json!({ "nodeType": "embedded-entry-block", "data": { "target": { "sys": { "type": "Link", "id": n.to_string() } } } });
    let contentful = |content: Vec<Value>, entries: Vec<Value>| {
        json!({
            "items": [{ "sys": { "id": "article" }, "fields": { "title": "H", "body": { "nodeType": "document", "content": content } } }],
            "includes": { "Entry": entries },
        })
    };
    let kb = 1000;
    let mb = 1000 * kb;
    vec![
        // Marks and links around runs.
        (
            "many marks",
            paragraph(&json!({ "marks": vec!["b"; 100_000], "text": many(6000, |_| json!({ "text": "a" })) })),
            200 * kb,
        ),
        (
            "nested links",
            paragraph(&nested(
                20,
                json!(many(6000, |_| json!({ "text": "a" }))),
                |text| json!({ "url": url(8000), "text": text }),
            )),
            200 * kb,
        ),
        (
            "a title around marks",
            html(&format!("<abbr title=\"{}\">{}</abbr>", long(100_000), "<b>a</b>".repeat(18_000))),
            300 * kb,
        ),
        (
            "a title over links",
            html(&format!("<abbr title=\"{}\">{}</abbr>", long(20_000), "<a href=/b>a</a>".repeat(10_000))),
            3 * mb,
        ),
        (
            "a title over links of spans",
            paragraph(&json!({ "marks": ["abbr"], "title": long(20_000), "text": many(10_000, span) })),
            3 * mb,
        ),
        ("marks opened again", paragraph(&json!({ "marks": MARKS, "text": many(6000, span) })), 2 * mb),
        (
            "marks opened again in HTML",
            html(&(MARKS.map(|mark| format!("<{mark}>")).concat() + &"<a href=/b>a</a>c".repeat(4000))),
            2 * mb,
        ),
        ("a long link opened again", html(&format!("<a href=\"{}\">{}", url(8000), "<p>a".repeat(6000))), 3 * mb),
        (
            "readings in readings",
            paragraph(&nested(40, json!("a"), |text| json!({ "marks": MARKS, "ruby": "b", "text": text }))),
            100 * kb,
        ),
        // Addresses.
        ("candidates with a base", json!({ "headline": "H", "url": base, "body": many(900, picture) }), 3 * mb),
        (
            "candidates with a base that is too long",
            json!({ "headline": "H", "url": url(8000) + "/", "body": many(900, picture) }),
            200 * kb,
        ),
        (
            "links with a base",
            json!({ "headline": "H", "url": base, "body": { "html": "<a href=b>a</a>".repeat(6000) } }),
            3 * mb,
        ),
        // Labels.
        ("an author", json!({ "headline": "H", "body": "x", "author": long(900 * kb) }), 10 * kb),
        ("authors", json!({ "headline": "H", "body": "x", "author": vec![long(180); 5000] }), 2 * mb),
        (
            "the text of a picture",
            body(&json!([{ "type": "image", "src": "https://e.org/a", "alt": "'".repeat(900 * kb) }])),
            10 * kb,
        ),
        ("a headline", json!({ "headline": "words ".repeat(170_000), "body": "x" }), 10 * kb),
        (
            "roles",
            json!({ "type": "story", "version": "0.10.7", "headlines": { "basic": "H" }, "content_elements": [], "credits": { long(500 * kb): many(5000, |_| json!({ "name": "a" })) } }),
            10 * mb,
        ),
        // References.
        (
            "one entry again and again",
            contentful(
                many(800, |_| entry(1)),
                vec![json!({ "sys": { "id": "1" }, "fields": { "title": long(100_000) } })],
            ),
            3 * mb,
        ),
        (
            "entries that double",
            contentful(
                vec![entry(0)],
                many(20, |n| {
                    json!({
                        "sys": { "id": n.to_string(), "contentType": { "sys": { "id": "callout" } } },
                        "fields": { "text": long(10_000), "content": { "nodeType": "document", "content": [entry(n + 1), entry(n + 1)] } },
                    })
                }),
            ),
            3 * mb,
        ),
        (
            "one author again and again",
            json!({ "@graph": [{ "@type": "Article", "headline": "H", "author": vec![json!({ "@id": "a" }); 3000] }, { "@id": "a", "name": long(100_000) }] }),
            3 * mb,
        ),
        (
            "one card again and again",
            json!({ "version": "0.3.1", "markups": [], "cards": [["html", { "html": format!("<p>{}", long(100_000)) }]], "sections": vec![json!([10, 0]); 3000] }),
            3 * mb,
        ),
        (
            "one entity again and again",
            json!({ "entityMap": { "0": { "type": "callout", "data": { "text": long(100_000) } } }, "blocks": vec![json!({ "text": " ", "type": "atomic", "entityRanges": [{ "offset": 0, "length": 1, "key": 0 }] }); 5000] }),
            3 * mb,
        ),
        // Tables.
        (
            "cells that span",
            body(
                &json!([{ "type": "table", "rows": vec![vec![json!({ "text": "a", "colspan": 100, "rowspan": 200 }); 10]; 190] }]),
            ),
            500 * kb,
        ),
        ("a wide row", body(&json!([{ "type": "table", "rows": [vec!["a"; 3000]] }])), 100 * kb),
        (
            "tables in tables",
            body(&nested(40, json!("a"), |inner| json!({ "type": "table", "rows": [[{ "body": [inner] }, "b"]] }))),
            100 * kb,
        ),
        // Text that is longer in HTML.
        ("apostrophes", body(&json!("'".repeat(mb))), 3 * mb),
        ("spaces that do not break", body(&json!("a\u{A0}".repeat(300 * kb))), 3 * mb),
    ]
}

#[test]
fn output_is_bounded_whatever_an_article_stands_for() {
    for (name, article, most) in attacks() {
        let (html, _) = shown(name, &article, &at_most(2 << 20));
        assert!(html.len() < most, "{name}: {} bytes", html.len());
    }
}

#[test]
fn the_host_says_how_much_output_there_may_be() {
    for (name, article, _) in attacks() {
        let (html, report) = shown(name, &article, &at_most(20_000));
        assert!(codes(&report).contains(&"truncated") || html.len() < 20_000, "{name}");
    }
}

#[test]
fn both_outputs_are_cut_off_at_the_same_place() {
    let rich = json!({
        "headline": "Rain & \"wind\"", "author": ["A", "B"], "breadcrumb": ["a", { "name": "b", "url": "https://e.org/" }],
        "body": [
            "It rained.", { "type": "paragraph", "text": ["One ", { "text": "two", "marks": ["em", "code"], "url": "https://e.org/?a&b" }, " three"] },
            { "type": "table", "caption": "T", "rows": [["a", "b"], ["c", { "text": "d", "colspan": 2 }]] },
            { "type": "list", "items": ["one", { "text": "two", "items": ["three"] }] },
            { "type": "image", "src": "https://e.org/a.jpg", "srcset": "https://e.org/b.jpg 100w", "alt": "It's", "caption": "C" },
            { "type": "code", "text": "\na < b" },
        ],
        "keywords": ["k"], "related": { "items": [{ "headline": "R", "url": "https://e.org/r" }] },
    });
    let json = rich.to_string();
    let (whole, _) = render(json.as_bytes(), &Options::default()).expect("an article");
    for most in (0..whole.len() + 2000).step_by(17) {
        let options = at_most(most);
        let mut batch = Batch::default();
        render_json(json.as_bytes(), &options, &IsoDates, &mut batch).expect("an article");
        let (html, report) = render(json.as_bytes(), &options).expect("an article");
        assert!(html.len() <= most, "{most}: {html}");
        assert!(tree::of_html(&html) == tree::of_batch(&batch), "{most}: {html}");
        assert!(html == whole || codes(&report).contains(&"truncated"), "{most}: {html}");
    }
}

#[test]
fn a_warning_says_where_the_article_is_cut_off() {
    let cut = |article: &Value, most| {
        let (html, report) = shown("", article, &at_most(most));
        let last = report.warnings.last().expect("a warning").clone();
        (html, last.path, last.message)
    };
    let paragraphs = body(&json!(vec!["x".repeat(1000); 100]));
    let (html, path, message) = cut(&paragraphs, 20_000);
    assert_eq!((path.as_str(), html.matches("<p>").count()), ("/body/19", 20));
    assert!(html.contains("x…</p></div></article>") && html.len() > 15_000, "{html}");
    assert_eq!(message, "the article is cut off here: it has more than maxOutput bytes");
    let items = body(&json!(["a\n\nb\n\nc", { "type": "quote", "body": ["x".repeat(30_000)] }, "after"]));
    assert_eq!(cut(&items, 20_000).1, "/body/1");
    assert_eq!(cut(&body(&json!("x".repeat(30_000))), 20_000).1, "/body");
    assert_eq!(cut(&json!({ "headline": "H", "author": vec!["a".repeat(900); 100] }), 20_000).1, "");
    let post = json!({ "id": 1, "link": "https://e.org/", "title": { "rendered": "H" }, "content": { "rendered": "<p>abc ".repeat(9000) } });
    assert_eq!(cut(&post, 20_000).1, "");
}

#[test]
fn long_labels_end_with_an_ellipsis_and_a_warning() {
    let long = "long ".repeat(2000);
    let (html, report) = shown(
        "",
        &json!({
            "headline": long, "author": [{ "name": long, "role": long }], "keywords": [long], "breadcrumb": [long],
            "body": [{ "type": "image", "src": "https://e.org/a", "alt": long }, { "type": "paragraph", "text": { "text": "a", "marks": ["abbr"], "title": long } }],
        }),
        &Options::default(),
    );
    assert!(html.len() < 25_000 && html.matches('…').count() == 7, "{}: {html}", html.len());
    let told: Vec<_> =
        report.warnings.iter().map(|warning| (warning.path.as_str(), warning.message.as_str())).collect();
    assert_eq!(told.len(), 7);
    assert!(told.contains(&("/headline", "the headline is shortened to 5000 characters")), "{told:?}");
    assert!(told.contains(&("/author/0/role", "a label is shortened to 1000 characters")), "{told:?}");
    assert!(told.contains(&("/body/1/text/title", "a label is shortened to 1000 characters")), "{told:?}");
}

#[test]
fn long_lists_around_the_body_are_cut_off() {
    let many = vec!["c"; 300];
    let article = json!({ "headline": "H", "body": "x", "breadcrumb": many, "author": many });
    let (html, report) = shown("", &article, &Options::default());
    assert_eq!((html.matches("<li>").count(), html.matches("<bdi>c").count()), (200, 200), "{html}");
    let told: Vec<_> =
        report.warnings.iter().map(|warning| (warning.path.as_str(), warning.message.as_str())).collect();
    assert_eq!(told, [("", "a list is shortened to 200 entries")]);
}

/// No browser breaks a line within `ruby`.
#[test]
fn wide_readings_are_in_brackets() {
    let ruby = |base: &Value, reading: &str| {
        let (html, report) = shown("", &paragraph(&json!({ "text": base, "ruby": reading })), &Options::default());
        assert!(report.warnings.is_empty(), "{:?}", report.warnings);
        html
    };
    let (han, kana) = ("字".repeat(15), "よ".repeat(30));
    assert!(ruby(&json!(han), &kana).contains("<ruby>"));
    assert!(ruby(&json!(han + "字"), "よ").contains("字(よ)</p>"));
    assert!(ruby(&json!("字"), &(kana + "よ")).contains("<p>字(よよ"));
    assert!(ruby(&json!(["words ".repeat(6)]), "b").contains("words (b)</p>"));
    let inner = json!({ "text": "東京", "ruby": "とうきょう" });
    assert!(ruby(&inner, "Tokyo").contains("<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>(Tokyo)</p>"));
}

/// The accounting keeps more beginnings of such lines than they have words.
#[test]
fn lines_of_single_letters_are_accounted_for() {
    let letter = |n: usize| char::from_digit(n as u32 * 7 % 36, 36).expect("a digit");
    let line = |n: usize| (0..40).map(|m| format!("{} ", letter(n * 5 + m * m + n * m))).collect::<String>();
    let lines: String = (0..60).map(|n| format!("<p>{}", line(n))).collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{ "id": "1", "title": "H", "content_html": lines, "other": ["Qx! W", "Zy. V"] }],
    });
    let (_, report) = shown("single letters", &feed, &Options::default());
    assert_eq!(codes(&report), ["not-shown"]);
}

#[test]
fn spans_end_with_the_table() {
    let cell = |colspan: u32, rowspan: u32| json!({ "text": "a", "colspan": colspan, "rowspan": rowspan });
    let (html, report) = shown(
        "",
        &body(
            &json!([{ "type": "table", "head": [[cell(2, 9)]], "rows": [[cell(2, 2), cell(2, 200)], [cell(1, 2)], ["b"]] }]),
        ),
        &Options::default(),
    );
    assert!(report.warnings.is_empty(), "{:?}", report.warnings);
    assert!(html.contains("<th scope=\"col\" colspan=\"2\">a</th>"), "{html}");
    assert!(html.contains("<td colspan=\"2\" rowspan=\"2\">a</td><td colspan=\"2\" rowspan=\"3\">a</td>"), "{html}");
    assert!(html.contains("<tr><td rowspan=\"2\">a</td></tr><tr><td>b</td></tr>"), "{html}");
    // Cells from above occupy all columns, so none is left.
    let wide = json!(vec![vec![cell(100, 200); 11]; 3]);
    let (html, report) = shown("", &body(&json!(["x", { "type": "table", "rows": wide }])), &Options::default());
    assert_eq!(html.matches("<td").count(), 10);
    let warning = report.warnings.first().expect("a warning");
    assert_eq!(
        (warning.code.as_str(), warning.path.as_str(), warning.message.as_str()),
        ("truncated", "/body/1", "a table is cut off here: it has more than 1000 columns")
    );
}

#[test]
fn what_stands_too_deep_is_left_out_with_a_warning() {
    let article = body(&json!([
        nested(40, json!("a"), |inner| json!({ "type": "table", "rows": [[{ "body": [inner] }, "b"]] })),
        "after"
    ]));
    let (html, report) = shown("", &article, &Options::default());
    assert!(html.contains("<p>after</p>") && codes(&report).contains(&"too-deep"), "{html}");
}

#[test]
fn a_report_is_short_whatever_it_is_about() {
    let long = |n: usize| format!("{n}{}", "n".repeat(20_000));
    let reports = [
        body(&json!(many(300, |n| json!({ "type": long(n), "text": "a" })))),
        body(&json!([Value::Object(many(300, |n| (long(n), json!(1))).into_iter().collect())])),
        paragraph(&json!({ "text": "a", "marks": many(300, long) })),
        json!({ "title": "H", "n".repeat(1_000_000): many(300, |n| json!({ "_type": format!("t{n}"), "_key": n.to_string(), "children": [{ "_type": "span", "text": "a" }] })) }),
        nested(
            20,
            json!({ "type": "doc", "content": many(300, |_| json!({ "type": "x", "text": "a" })) }),
            |inner| json!({ "~/".repeat(20_000): inner, "title": "H" }),
        ),
        body(&json!(many(300, |_| json!({ "type": "\u{1}".repeat(2000), "text": "a" })))),
    ];
    for article in reports {
        let Ok((_, report)) = render(article.to_string().as_bytes(), &Options::default()) else { continue };
        let said = to_json(Ok(&report));
        assert!(said.len() < 700_000, "{} bytes: {}", said.len(), said.get(..300).unwrap_or_default());
        assert!(!report.warnings.is_empty(), "{said}");
        shown("", &article, &Options::default());
    }
    let unknown = body(&json!([{ "type": long(1), "text": "a" }]));
    let (_, report) = shown("", &unknown, &Options::default());
    let message = &report.warnings[0].message;
    assert!(message.starts_with("unknown block 1nnn") && message.ends_with("n…, shown as its text"), "{message}");
}

#[test]
fn what_is_read_again_and_again_is_cut_off_with_a_warning() {
    for (name, article, _) in attacks() {
        if ["one card again and again", "one entity again and again", "one entry again and again"].contains(&name) {
            let (_, report) = shown(name, &article, &at_most(16 << 20));
            let last = report.warnings.iter().find(|warning| warning.code.as_str() == "truncated").expect("a warning");
            assert_eq!(last.message, "the article is cut off here: it repeats itself", "{name}");
            assert!(!last.path.is_empty(), "{name}");
        }
    }
}

#[test]
fn widths_of_pictures_count_as_output() {
    let long = "a".repeat(7000);
    let address = |number: usize| format!("https://images.ctfassets.net/s/{number}/{long}.jpg");
    let pictures = many(60, |number| json!({ "type": "image", "src": address(number), "alt": "" }));
    let (html, report) = shown("pictures of a known host", &body(&json!(pictures)), &at_most(1 << 18));
    assert!(html.contains(" 320w, ") && codes(&report).contains(&"truncated"), "{:?}", codes(&report));
    let template = format!("https://quay.example/{{width}}/{}", "{url}".repeat(1000));
    let options = at_most(1 << 18).images("https://images.ctfassets.net/", template);
    let (html, _) = shown("a template that makes long addresses", &body(&json!(pictures)), &options);
    assert!(!html.contains("quay.example"));
}
