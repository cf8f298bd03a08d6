//! The reader of HTML on hostile input: it keeps to its limits, and nothing panics.
//!
//! `tests/node/growth.test.mjs` limits the cost of such input.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use article_widget::json::Value;
use article_widget::{Options, Report, read};

/// Reads HTML as a body, with a budget of nodes that is never used up; also returns the number of blocks.
fn read_body(html: &str, max_nodes: usize) -> (usize, Report) {
    let html = Value::Object(vec![("html".into(), Value::String(html.into()))]);
    let tree = Value::Object(vec![("headline".into(), Value::String("H".into())), ("body".into(), html)]);
    let mut options = Options::default();
    options.max_nodes = max_nodes;
    let (article, report) = read(&tree, &options).expect("it has a headline");
    (article.body.len(), report)
}

/// Pieces that make a careless parser quadratic.
const PIECES: [&str; 54] = [
    "<div>",
    "<div>a",
    "</div>",
    "</p>",
    "<p>",
    "<b>",
    "<b>a",
    "</b>a",
    "<b><i>a</b>",
    "<p><b>a",
    "<b><p>a</b>",
    "<a href=/x>",
    "<a href=/x>a",
    "<span>a",
    "<span style='font-weight:bold'>a",
    "</span>",
    "<font><b><i><u><s>a</font>",
    "<ul><li>",
    "<ul><li>a",
    "<li>a",
    "<ul>a",
    "<dl><dt>a<dd>",
    "<table><tr><td>",
    "<table><tr><td>a",
    "<table>a",
    "<tr>a",
    "<td>a",
    "<blockquote>a",
    "<blockquote class=twitter-tweet><a href=https://x.org>a",
    "<figure><figcaption>a",
    "<figure><img src=https://e.org/a alt=b>",
    "<img src=data: data-src=https://e.org/a><noscript><img src=https://e.org/a></noscript>",
    "<noscript><img>",
    "<h2>a",
    "<h2><img src=https://e.org/a>",
    "<pre>a",
    "<ruby>a<rt>b",
    "<details><summary>a",
    "a<br>",
    "a<br><br>",
    "<svg>",
    "<svg><p>",
    "<select>",
    "<template>",
    "<!--",
    "<!-- -->",
    "<?",
    "</",
    "<",
    "<a b=",
    "<a b='",
    "&",
    "&amp",
    "&#x1F600;",
];

#[test]
fn nesting_and_nodes_are_bounded() {
    let (blocks, report) = read_body(&["<blockquote>".repeat(100), "a".to_owned()].concat(), usize::MAX);
    assert_eq!(blocks, 1);
    let messages: Vec<_> = report.warnings.iter().map(|warning| warning.message.as_str()).collect();
    assert_eq!(messages, ["nested too deeply, shown as one paragraph"]);

    let (blocks, report) = read_body(&"<p>a</p>".repeat(1000), 100);
    assert!((40..100).contains(&blocks), "{blocks}");
    let messages: Vec<_> = report.warnings.iter().map(|warning| warning.message.as_str()).collect();
    assert_eq!(messages, ["the article is cut off here: it has more than 100 nodes"]);
}

#[test]
fn no_mixture_of_pieces_panics() {
    let mut random: u64 = 42;
    let mut next = |below: usize| {
        // A linear congruential generator (Knuth's MMIX), so that each run uses the same mixtures.
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % below
    };
    for _ in 0..2_000 {
        let html: String = (0..next(40)).map(|_| PIECES[next(PIECES.len())]).collect();
        read_body(&html, 20_000);
        // Cut off at any place.
        let end = (0..=next(html.len() + 1)).rev().find(|end| html.is_char_boundary(*end)).unwrap_or(0);
        read_body(&html[..end], 20_000);
    }
}
