//! The reader of HTML: what each kind of markup comes to be in the model.

#[path = "support/outline.rs"]
mod outline;

use article_widget::json::Value;
use article_widget::{Options, Purpose, Report, SafeUrl, read};

/// An article with this HTML as its body.
fn article(html: &str) -> Value<'_> {
    let html = Value::Object(vec![("html".into(), Value::String(html.into()))]);
    Value::Object(vec![("headline".into(), Value::String("H".into())), ("body".into(), html)])
}

/// The outline of the body, and the report; relative URLs are resolved against `https://e.org/`.
fn read_body(html: &str) -> (String, Report) {
    let tree = article(html);
    let mut options = Options::default();
    options.base_url = SafeUrl::new("https://e.org/", Purpose::Link, None).ok();
    let (article, report) = read(&tree, &options).expect("it has a headline");
    (outline::blocks(&article.body), report)
}

/// Checks the outline of each HTML, and that there is nothing to warn about.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        let (outline, report) = read_body(html);
        assert_eq!(outline, *expected, "{html}");
        assert_eq!(report.warnings, [], "{html}");
    }
}

/// Checks the outline of each HTML and the only warning that it gives: its path and message.
#[track_caller]
fn check_warned(cases: &[(&str, &str, &str)]) {
    for (html, expected, warning) in cases {
        let (outline, report) = read_body(html);
        assert_eq!(outline, *expected, "{html}");
        let warnings: Vec<_> = report.warnings.iter().map(|warning| format!("{} {}", warning.path, warning.message)).collect();
        assert_eq!(warnings, [*warning], "{html}");
    }
}

#[test]
fn white_space_collapses_across_elements() {
    check(&[
        ("<p>a<b> b</b>", "<p>a<b> b</b></p>"),
        ("<p>a <b> b </b> c</p>", "<p>a <b>b </b>c</p>"),
        (" \n <p>\n a\n\tb </p>\n", "<p>a b</p>"),
        ("<p>a&nbsp; b</p>", "<p>a\u{A0} b</p>"),
        ("<p>a <br> b</p>", "<p>a<br>b</p>"),
        ("a<!-- x --> b", "<p>a b</p>"),
        ("<p> <b> </b> </p><p>&nbsp;</p><p><br></p>", ""),
        ("<p>a<x-y>b</x-y>c <o:p>d</o:p></p>", "<p>abc d</p>"),
    ]);
}

#[test]
fn paragraphs_are_made_of_loose_text() {
    check(&[
        ("a", "<p>a</p>"),
        ("a<p>b</p>c", "<p>a</p><p>b</p><p>c</p>"),
        ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<div>a<br><br>b<br>c</div>", "<p>a</p><p>b<br>c</p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("a</p>b", "<p>a</p><p>b</p>"),
        ("<section><article>a</article><footer>b</footer></section>", "<p>a</p><p>b</p>"),
        ("<p class=has-drop-cap>Abc</p>", "<p drop-cap>Abc</p>"),
    ]);
}

#[test]
fn marks_and_links_go_where_the_text_is() {
    check(&[
        ("<b>1<i>2</b>3</i>", "<p><b>1<i>2</i></b><i>3</i></p>"),
        ("<b><p>x</b>y</p>", "<p><b>x</b>y</p>"),
        ("<p><b>x<p>y</b>z", "<p><b>x</b></p><p><b>y</b>z</p>"),
        ("<a href=/u><p>a</p><p>b</p></a>c", "<p><a u>a</a></p><p><a u>b</a></p><p>c</p>"),
        ("<a href=/u>a<a href=/v>b</a>c", "<p><a u>a</a><a v>b</a>c</p>"),
        ("<b style='font-weight:normal'><span style='font-weight:700;font-style:italic'>a</span></b>", "<p><b><i>a</i></b></p>"),
        ("<span style='text-decoration:underline'>a</span><span style='text-decoration: line-through'>b</span>", "<p><u>a</u><s>b</s></p>"),
        ("E=mc<span style='vertical-align: super'>2</span>", "<p>E=mc<sup>2</sup></p>"),
        ("<b>a</b><b>b</b>", "<p><b>ab</b></p>"),
        ("<strike>a</strike><tt>b</tt><big>c</big><acronym title=D>d</acronym>", "<p><s>a</s><code>b</code>c<abbr 'D'>d</abbr></p>"),
        ("<p lang=fr>a</p><div dir=rtl><p>b</p>c</div>", "<p><span fr>a</span></p><p><span rtl>b</span></p><p><span rtl>c</span></p>"),
        ("<time datetime=2024-01-03>3 Jan</time>", "<p><time 2024-01-03>3 Jan</time></p>"),
        ("<a href='#top'>a</a> <a name=x>b</a>", "<p>a b</p>"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>", "<p><ruby>漢<rt>kan</rt></ruby><ruby>字<rt>ji</rt></ruby></p>"),
    ]);
}

#[test]
fn headings_keep_their_order() {
    check(&[
        ("<h1>a</h1><h2>b</h2><h6>c</h6>", "<h2>a</h2><h2>b</h2><h6>c</h6>"),
        ("<h1>a</h1><h2>b</h2><h1>c</h1>", "<h2>a</h2><h3>b</h3><h2>c</h2>"),
        ("<h2>a<h3>b</h2>c", "<h2>a</h2><h3>b</h3><p>c</p>"),
        ("<h2><img src=/i.png></h2><h2></h2>", "<figure i.png></figure>"),
        ("<h2>a<br>b</h2>", "<h2>a<br>b</h2>"),
    ]);
}
