//! The reader of HTML: each kind of markup and its form in the model.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::outline;
use article_widget::json::Value;
use article_widget::{Options, Purpose, Report, SafeUrl, read};

/// Returns an article with this HTML as its body.
fn article(html: &str) -> Value<'_> {
    let html = Value::Object(vec![("html".into(), Value::String(html.into()))]);
    Value::Object(vec![("headline".into(), Value::String("H".into())), ("body".into(), html)])
}

/// Returns the outline of the body, and the report; relative URLs are resolved against `https://e.org/`.
fn read_body(html: &str) -> (String, Report) {
    let tree = article(html);
    let mut options = Options::default();
    options.base_url = SafeUrl::new("https://e.org/", Purpose::Link, None).ok();
    let (article, report) = read(&tree, &options).expect("it has a headline");
    (outline::outline_blocks(&article.body), report)
}

/// Checks the outline of each HTML, and that there are no warnings.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        let (outline, report) = read_body(html);
        assert_eq!(outline, *expected, "{html}");
        assert_eq!(report.warnings, [], "{html}");
    }
}

/// Checks the outline of each HTML, and its only warning by path and message.
#[track_caller]
fn check_warned(cases: &[(&str, &str, &str)]) {
    for (html, expected, warning) in cases {
        let (outline, report) = read_body(html);
        assert_eq!(outline, *expected, "{html}");
        let warnings: Vec<_> =
            report.warnings.iter().map(|warning| format!("{} {}", warning.path, warning.message)).collect();
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
fn amp_has_names_of_its_own() {
    check(&[
        (
            "<p>a</p><amp-img src=/b.jpg alt=c width=400 height=300><noscript><img src=/b.jpg alt=c></noscript></amp-img><p>d</p>",
            "<p>a</p><figure b.jpg 'c' 400x300></figure><p>d</p>",
        ),
        ("<amp-video src=/v.mp4></amp-video>", "<video https://e.org/v.mp4></video>"),
        ("<amp-carousel><amp-img src=/b.jpg alt=c></amp-img></amp-carousel>", "<figure b.jpg 'c'></figure>"),
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
        (
            "<b style='font-weight:normal'><span style='font-weight:700;font-style:italic'>a</span></b>",
            "<p><b><i>a</i></b></p>",
        ),
        (
            "<span style='text-decoration:underline'>a</span><span style='text-decoration: line-through'>b</span>",
            "<p><u>a</u><s>b</s></p>",
        ),
        ("E=mc<span style='vertical-align: super'>2</span>", "<p>E=mc<sup>2</sup></p>"),
        ("<b>a</b><b>b</b>", "<p><b>ab</b></p>"),
        (
            "<strike>a</strike><tt>b</tt><big>c</big><acronym title=D>d</acronym>",
            "<p><s>a</s><code>b</code>c<abbr 'D'>d</abbr></p>",
        ),
        (
            "<p lang=fr>a</p><div dir=rtl><p>b</p>c</div>",
            "<p><span fr>a</span></p><p><span rtl>b</span></p><p><span rtl>c</span></p>",
        ),
        ("<p dir=ltr>a</p>", "<p>a</p>"),
        ("<p dir=ltr>a</p><p>שלום</p>", "<p><span ltr>a</span></p><p>שלום</p>"),
        ("<time datetime=2024-01-03>3 Jan</time>", "<p><time 2024-01-03>3 Jan</time></p>"),
        ("<a href='#top'>a</a> <a name=x>b</a>", "<p>a b</p>"),
        (
            "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>",
            "<p><ruby>漢<rt>kan</rt></ruby><ruby>字<rt>ji</rt></ruby></p>",
        ),
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

#[test]
fn lists_nest_and_count() {
    check(&[
        ("<ul><li>a<li>b</ul>", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        (
            "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>",
            "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>",
        ),
        ("<ol start=3 reversed><li value=9>a</li></ol>", "<ol 3 reversed><li><p>a</p></li></ol>"),
        ("<ul start=3><li><p>a</p><p>b</p></li><li></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        (
            "<li>a</li> <li>b</li><p>c</p><li>d</li>",
            "<ul><li><p>a</p></li><li><p>b</p></li></ul><p>c</p><ul><li><p>d</p></li></ul>",
        ),
        ("<ul>x<li>a</li>y</ul>", "<ul><li><p>x</p></li><li><p>a</p><p>y</p></li></ul>"),
        (
            "<ul><li><input type=checkbox checked> a</li><li><p><input type=checkbox>b</p></li></ul>",
            "<ul><li done><p>a</p></li><li to-do><p>b</p></li></ul>",
        ),
        (
            "<ul><li role=checkbox aria-checked=true><img src=x alt=checked><p>a</p></li></ul>",
            "<ul><li done><p>a</p></li></ul>",
        ),
        ("<ul><li>a<p>b<li>c</p></ul>d", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul><p>d</p>"),
        (
            "<dl><dt>a<dt>b<dd>c<dd>d<dt>e</dl>",
            "<dl><dt>a</dt><dt>b</dt><dd><p>c</p></dd><dd><p>d</p></dd><dt>e</dt></dl>",
        ),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><dt>a</dt><dd><p>b</p></dd></dl>"),
    ]);
}

#[test]
fn quotations_say_who_spoke() {
    check(&[
        ("<blockquote>a</blockquote>", "<quote><p>a</p></quote>"),
        (
            "<blockquote><p>a</p><footer>— <cite>B</cite></footer></blockquote>",
            "<quote><p>a</p><by>— <cite>B</cite></by></quote>",
        ),
        ("<blockquote><p>a</p><cite>B</cite></blockquote>", "<quote><p>a</p><by><cite>B</cite></by></quote>"),
        ("<figure><blockquote>a</blockquote><figcaption>B</figcaption></figure>", "<quote><p>a</p><by>B</by></quote>"),
        (
            "<figure class=wp-block-pullquote><blockquote><p>a</p><cite>B</cite></blockquote></figure>",
            "<pullquote><p>a</p><by><cite>B</cite></by></pullquote>",
        ),
        ("<aside class='c-pullquote'>a</aside>", "<pullquote><p>a</p></pullquote>"),
        ("<aside><p>a</p></aside>", "<aside><p>a</p></aside>"),
        (
            "<details open><summary>a <b>b</b></summary><p>c</p></details>",
            "<details open><summary>a <b>b</b></summary><p>c</p></details>",
        ),
    ]);
}

#[test]
fn program_text_keeps_its_spaces() {
    check(&[
        ("<pre>\n a\n  b\n</pre>", "<code> a\n  b</code>"),
        ("<pre><code class='hljs language-rust'>fn <b>f</b>() {}&lt;</code></pre>", "<code rust>fn f() {}<</code>"),
        ("<pre class=lang-js>a<br>b</pre>", "<code js>a\nb</code>"),
        ("<figure><pre>a</pre><figcaption>C</figcaption></figure>", "<code>a<caption>C</caption></code>"),
        ("<xmp><b>a</b></xmp>b", "<code><b>a</b></code><p>b</p>"),
        ("<pre class=wp-block-verse>a\n  b</pre>", "<p>a<br>b</p>"),
        ("<p>a <code>b  c</code></p>", "<p>a <code>b c</code></p>"),
    ]);
}

#[test]
fn tables_keep_their_cells() {
    check(&[
        (
            "<table><caption>C</caption><thead><tr><th>a<th>b<tbody><tr><td>1<td align=right>2<tfoot><tr><td colspan=2>x</table>",
            "<table><caption>C</caption><thead><tr><th><p>a</p></th><th><p>b</p></th></tr></thead>\
             <tr><td><p>1</p></td><td end><p>2</p></td></tr><tfoot><tr><td cols=2><p>x</p></td></tr></tfoot></table>",
        ),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=999>1</td><td style='text-align: center'><p>2</p><p>3</p></td></tr></table>",
            "<table><thead><tr><th><p>a</p></th><th><p>b</p></th></tr></thead><tr><td rows=200><p>1</p></td><td center><p>2</p><p>3</p></td></tr></table>",
        ),
        ("<table><tr><td><p>a</p>b</td></tr></table>", "<p>a</p><p>b</p>"),
        (
            "<table><tr><th colspan=2>T</th></tr><tr><th>a<th>b</tr><tr><td>1<td>2</table>",
            "<table><caption>T</caption><thead><tr><th><p>a</p></th><th><p>b</p></th></tr></thead><tr><td><p>1</p></td><td><p>2</p></td></tr></table>",
        ),
        (
            "<table>x<tr>y<td>a</td><td>b</td></tr></table>",
            "<p>x</p><p>y</p><table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>",
        ),
        (
            "<table><tr><td>a<table><tr><td>1<td>2</table></td><td>b</td></tr></table>",
            "<table><tr><td><p>a</p><table><tr><td><p>1</p></td><td><p>2</p></td></tr></table></td><td><p>b</p></td></tr></table>",
        ),
        ("<table><td><b>a<td>b</table>", "<table><tr><td><p><b>a</b></p></td><td><p>b</p></td></tr></table>"),
        ("<td>a</td>b", "<p>ab</p>"),
    ]);
}

#[test]
fn pictures_stand_by_themselves_or_in_the_line() {
    check(&[
        (
            "<p>a<img src=/i.jpg alt='x &amp; y' width=600 height=400>b</p>",
            "<p>a</p><figure i.jpg 'x & y' 600x400></figure><p>b</p>",
        ),
        ("<p>a<img src=/i.png width=16 height=16 alt=':)'>b</p>", "<p>a<img i.png ':)' 16x16>b</p>"),
        ("<p>a <img class=emoji src=/i.png> b</p>", "<p>a <img i.png> b</p>"),
        ("<a href=/big.jpg><img src=/i.jpg></a>", "<figure i.jpg → https://e.org/big.jpg></figure>"),
        (
            "<figure><a href=/u><img src=/i.jpg></a><figcaption>C <span class=credit>D</span></figcaption></figure>",
            "<figure i.jpg → https://e.org/u><caption>C</caption><credit>D</credit></figure>",
        ),
        (
            "<picture><source srcset='/a.webp 400w, /b.webp 800w'><img src=/i.jpg srcset='/c.jpg 900w'></picture>",
            "<figure i.jpg 900w></figure>",
        ),
        (
            "<picture><source data-srcset='/a.webp 400w, /b.webp 900w'><img alt=x></picture>",
            "<figure b.webp 'x' 400w 900w></figure>",
        ),
        ("<img src='data:image/gif;base64,R0lGOD' data-src=/i.jpg>", "<figure i.jpg></figure>"),
        ("<img class=lazyload src=/small.jpg data-src=/i.jpg>", "<figure i.jpg></figure>"),
        ("<img src=/blank.gif><noscript><img src=/i.jpg></noscript>", "<figure i.jpg></figure>"),
        ("<img src=/blank.gif data-src=/i.jpg><noscript><img src=/i.jpg></noscript>", "<figure i.jpg></figure>"),
        ("<noscript><img src=/i.jpg?w=9></noscript><img data-src=/i.jpg>", "<figure i.jpg></figure>"),
        ("<p>a</p><noscript>Please enable JavaScript</noscript>", "<p>a</p>"),
        ("<img src=/t.gif width=1 height=1>a", "<p>a</p>"),
        (
            "<div class=wp-caption><img src=/i.jpg><p class=wp-caption-text>C</p></div>",
            "<figure i.jpg><caption>C</caption></figure>",
        ),
        ("<p>a</p><img src=''>", "<p>a</p>"),
    ]);
}

#[test]
fn no_picture_is_lost_for_a_size_of_0_a_word_or_a_set_without_widths() {
    assert_eq!(read_body("<img srcset='/a.jpg 1x, /b.jpg 2x'>").0, "<figure b.jpg></figure>");
    check(&[
        ("<img src=/i.jpg width=800 height=0>", "<figure i.jpg></figure>"),
        ("<img src=/i.jpg width=0 height=600>", "<figure i.jpg></figure>"),
        ("<img src=/1x1/i.jpg>", "<figure 1x1/i.jpg></figure>"),
        ("<img src=/i.jpg?placeholder=blur>", "<figure i.jpg?placeholder=blur></figure>"),
        ("<img src=/semi-transparent.png>", "<figure semi-transparent.png></figure>"),
        ("<img src=/transparent.png data-src=/i.jpg>", "<figure i.jpg></figure>"),
        ("<img src=/placeholder.jpg>", "<figure placeholder.jpg></figure>"),
        ("<img data-srcset=/a.jpg>", "<figure a.jpg></figure>"),
        ("<picture><source srcset=/a.jpg><img alt=x></picture>", "<figure a.jpg 'x'></figure>"),
        ("<picture><source srcset=/a.jpg><img src=/blank.gif alt=x></picture>", "<figure a.jpg 'x'></figure>"),
    ]);
    check_warned(&[
        ("<p>a</p><img src=/i.jpg width=0 height=0>", "<p>a</p>", "/body/html@17 not shown: /i.jpg"),
        (
            "<p>a</p><img src='data:image/png;base64,iVBORw0KGgo='>",
            "<p>a</p>",
            "/body/html@8 not a URL that is shown: data:image/png;base64,iVBORw0KGgo=",
        ),
    ]);
}

#[test]
fn links_within_the_text_lead_to_its_headings() {
    check(&[
        ("<p><a href=#one>Go</a></p><h2 id=one>First</h2>", "<p><a #place-4>Go</a></p><h2><anchor 4>First</h2>"),
        (
            "<p><a href=#one>Go</a></p><h2><a name=one></a>First</h2>",
            "<p><a #place-4>Go</a></p><h2><anchor 4>First</h2>",
        ),
        (
            "<p><a href='#what-is-it'>Go</a></p><h2>What <b>is</b> it?</h2><h2>Other</h2>",
            "<p><a #place-4>Go</a></p><h2><anchor 4>What <b>is</b> it?</h2><h2>Other</h2>",
        ),
        ("<p><a href=#>Up</a> <a href=#top>top</a></p>", "<p>Up top</p>"),
    ]);
    check_warned(&[
        (
            "<p><a href=#one>Go</a></p><p id=one>First</p>",
            "<p>Go</p><p>First</p>",
            "/body/html@3 a link within the page, its text is shown: #one",
        ),
        ("<p><a href=#one>Go</a></p>", "<p>Go</p>", "/body/html@3 a link within the page, its text is shown: #one"),
    ]);
}

#[test]
fn the_file_block_of_wordpress_is_a_file() {
    let button = "<a href=/t.pdf class='wp-block-file__button' download>Download</a>";
    let (outline, _) = read_body(&format!("<div class=wp-block-file><a href=/t.pdf>Tides</a>{button}</div>"));
    assert!(outline.contains("Tides") && !outline.contains("Download"), "{outline}");
    let (outline, _) = read_body(&format!("<div class=wp-block-file>{button}</div>"));
    assert!(outline.contains("t.pdf"), "{outline}");
}

#[test]
fn pictures_that_belong_together_are_a_gallery() {
    let gallery = "<gallery><figure a.jpg><caption>A</caption></figure><figure b.jpg></figure></gallery>";
    check(&[
        (
            "<figure class=wp-block-gallery><ul><li><figure><img src=/a.jpg><figcaption>A</figcaption></figure></li><li><figure><img src=/b.jpg></figure></li></ul></figure>",
            &gallery.replace("<gallery>", "<gallery of 3>"),
        ),
        (
            "<div class=gallery><dl><dt><img src=/a.jpg></dt><dd>A</dd></dl><dl><dt><img src=/b.jpg></dt></dl></div>",
            gallery,
        ),
        (
            "<figure class=kg-gallery-card><div><img src=/a.jpg></div><div><img src=/b.jpg></div><figcaption>C</figcaption></figure>",
            "<gallery of 3><figure a.jpg></figure><figure b.jpg></figure><caption>C</caption></gallery>",
        ),
        ("<ul class=gallery><li>a</li></ul>", "<p>a</p>"),
    ]);
}

#[test]
fn players_lead_to_the_page_for_readers() {
    check(&[
        (
            "<iframe src='https://www.youtube-nocookie.com/embed/abc?rel=0' title='A film'></iframe>",
            "<embed Video https://www.youtube.com/watch?v=abc YouTube A film></embed>",
        ),
        ("<iframe src=//player.vimeo.com/video/12?h=3></iframe>", "<embed Video https://vimeo.com/12 Vimeo></embed>"),
        (
            "<iframe data-src=https://open.spotify.com/embed/track/9></iframe>",
            "<embed Audio https://open.spotify.com/track/9 Spotify></embed>",
        ),
        (
            "<iframe src='https://www.facebook.com/plugins/post.php?width=5&href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1'></iframe>",
            "<embed Post https://www.facebook.com/a/posts/1 Facebook></embed>",
        ),
        (
            "<iframe src=https://www.instagram.com/p/Ab1/embed/captioned/></iframe>",
            "<embed Post https://www.instagram.com/p/Ab1 Instagram></embed>",
        ),
        (
            "<iframe src='https://www.google.com/maps/embed?pb=1'></iframe>",
            "<embed Map https://www.google.com/maps/embed?pb=1 Google Maps></embed>",
        ),
        (
            "<p>a<iframe src=https://youtube.com/embed/x></iframe>b</p>",
            "<p>a</p><embed Video https://www.youtube.com/watch?v=x YouTube></embed><p>b</p>",
        ),
        (
            "<figure><iframe src=https://youtube.com/embed/x></iframe><figcaption>C</figcaption></figure>",
            "<embed Video https://www.youtube.com/watch?v=x YouTube><caption>C</caption></embed>",
        ),
        (
            "<blockquote class=twitter-tweet><p>Hi</p>— A <a href=https://twitter.com/a/status/1>May 1</a></blockquote><script src=//x></script>",
            "<embed Post https://twitter.com/a/status/1 X><p>Hi</p><p>— A <a https://twitter.com/a/status/1>May 1</a></p></embed>",
        ),
        ("<iframe src=https://t.example/p width=1 height=1></iframe>a", "<p>a</p>"),
        (
            "<object data=https://www.youtube.com/v/x><embed src=https://www.youtube.com/v/x></object>",
            "<embed Video https://www.youtube.com/watch?v=x YouTube></embed>",
        ),
        (
            "<video poster=/p.jpg><source src=/v.mp4 type=video/mp4><source src=/v.webm>No video</video>",
            "<video https://e.org/v.mp4 https://e.org/v.webm></video>",
        ),
        (
            "<figure><audio src=/a.mp3></audio><figcaption>C</figcaption></figure>",
            "<audio https://e.org/a.mp3><caption>C</caption></audio>",
        ),
        (
            "<video src=/v.mp4 crossorigin><track src=/en.vtt srclang=en label=English default>\
             <track src=/c.vtt kind=CHAPTERS><track src=/m.vtt kind=metadata><track kind=captions></video>",
            "<video https://e.org/v.mp4><subtitles https://e.org/en.vtt en>English</subtitles>\
             <chapters https://e.org/c.vtt ></chapters></video>",
        ),
    ]);
}

#[test]
fn footnotes_and_their_marks_are_bound() {
    check(&[
        (
            "<p>a<sup data-fn=u1 class=fn><a href=#u1 id=u1-link>1</a></sup></p><ol class=wp-block-footnotes><li id=u1>n <a href=#u1-link>↩︎</a></li></ol>",
            "<p>a<note-mark 1></p><notes><note 1><p>n</p></note></notes>",
        ),
        (
            "a<sup><a href=#fn2>[b]</a></sup><hr><ol><li id=fn1>x</li><li id=fn2>y <a href=#fnref2>^</a></li></ol>",
            "<p>a<note-mark 2></p><notes><note 1><p>x</p></note><note 2><p>y</p></note></notes>",
        ),
    ]);
    check_warned(&[(
        "<a href=#fn1>1</a><ol><li>x</li></ol>",
        "<p>1</p><ol><li><p>x</p></li></ol>",
        "/body/html@0 a link within the page, its text is shown: #fn1",
    )]);
}

#[test]
fn cards_of_editors_are_cards() {
    check(&[
        (
            "<figure class='kg-card kg-bookmark-card'><a class=kg-bookmark-container href=https://x.org/><div><div class=kg-bookmark-title>T</div>\
             <div class=kg-bookmark-description>D</div><div><span class=kg-bookmark-author>A</span><span class=kg-bookmark-publisher>P</span></div></div>\
             <div class=kg-bookmark-thumbnail><img src=/i.jpg></div></a></figure>",
            "<card Link https://x.org/>T<description>D</description></card>",
        ),
        (
            "<div class='kg-card kg-button-card'><a href=https://x.org/>Go</a></div>",
            "<card Button https://x.org/>Go</card>",
        ),
        (
            "<div class=wp-block-button><a href=https://x.org/><b>Go</b></a></div>",
            "<card Button https://x.org/><b>Go</b></card>",
        ),
        (
            "<div class=kg-callout-card><div>!</div><div>Mind <b>it</b></div></div>",
            "<aside><p>! Mind <b>it</b></p></aside>",
        ),
        (
            "<div class=kg-toggle-card><div><h4>T</h4><button><svg/></button></div><div>c</div></div>",
            "<details><summary>T</summary><p>c</p></details>",
        ),
        (
            "<div class=kg-audio-card><audio src=/a.mp3></audio><div class=kg-audio-title>T</div><span>0:00</span></div>",
            "<audio https://e.org/a.mp3><caption>T</caption></audio>",
        ),
        (
            "<figure class=wp-block-embed><div>\nhttps://vimeo.com/1\n</div><figcaption>C</figcaption></figure>",
            "<embed Video https://vimeo.com/1 Vimeo><caption>C</caption></embed>",
        ),
    ]);
}

#[test]
fn what_is_not_shown_is_left_out() {
    check(&[
        ("<style>p{}</style><!DOCTYPE html><?php echo 1 ?>a<![CDATA[b]]>", "<p>a</p>"),
        ("<head><title>T</title><meta charset=utf-8></head><body>a</body>", "<p>a</p>"),
        (
            "a<span hidden>b</span><div style='color:red; display: none'>c</div><template><p>d</p></template>",
            "<p>a</p>",
        ),
        ("<svg><title>t</title><path/></svg>a<svg viewBox='0 0 1 1'/>b", "<p>ab</p>"),
        ("<svg><g><p>a</p>", "<p>a</p>"),
        (
            "<!--[if mso]><p>x</p><![endif]--><p class=MsoListParagraph><![if !supportLists]>·<![endif]> a</p>",
            "<p>· a</p>",
        ),
        ("a<!-->b<!--->c<!-- -- > --!>d<!-- <p> ", "<p>abcd</p>"),
        ("a < b <c <3 </ x>d", "<p>a < b d</p>"),
        ("a <b", "<p>a</p>"),
        ("<a href='x\">a</a>", ""),
        ("&lt;b&gt; &#x1F600; &notit; &hellip", "<p><b> 😀 ¬it; &hellip</p>"),
    ]);
}

#[test]
fn what_is_lost_is_named() {
    check_warned(&[
        ("a<img src=/i.jpg hidden>", "<p>a</p>", "/body/html@10 not shown: /i.jpg"),
        ("a<p hidden>bcd</p>", "<p>a</p>", "/body/html@11 not shown: bcd"),
        ("a<title>bcd</title>", "<p>a</p>", "/body/html@8 not shown: bcd"),
        ("<p>a<script>x</script>b</p>", "<p>ab</p>", "/body/html@4 a script is never run or shown"),
        ("<script><!--<script></script>--></script>a", "<p>a</p>", "/body/html@0 a script is never run or shown"),
        ("<a href=javascript:x>a</a>", "<p>a</p>", "/body/html@0 not a URL that is shown: javascript:x"),
        ("<a href='java&Tab;script&colon;x'>a</a>", "<p>a</p>", "/body/html@0 not a URL that is shown: java\tscript:x"),
        (
            "<img src=file:///a.png alt=A>",
            "<figure - 'A'></figure>",
            "/body/html@0 not a URL that is shown: file:///a.png",
        ),
        (
            "<iframe src=https://x.org/w></iframe>",
            "<embed Page https://x.org/w></embed>",
            "/body/html@0 a frame is shown as a link to it: https://x.org/w",
        ),
        ("a<select><option>b</select>", "<p>a</p>", "/body/html@1 a form's field is not shown"),
        (
            "<form>a<textarea>b</textarea><button>c</button></form>",
            "<p>a c</p>",
            "/body/html@7 a form's field is not shown",
        ),
        ("a<svg><text>b</text></svg>", "<p>a</p>", "/body/html@1 a drawing (svg) with text in it is not shown"),
        ("a<object data=x.swf></object>", "<p>a</p>", "/body/html@1 an object is not shown"),
        (
            "<video src=/v.mp4><track src=/a.vtt><track src=/b.vtt></video>",
            "<video https://e.org/v.mp4></video>",
            "/body/html@18 a track is not shown, since its player has no crossorigin",
        ),
        ("a<math><mi>x</mi><mo>=</mo><mn>2</mn></math>", "<p>ax=2</p>", "/body/html@1 a formula is shown as its text"),
        (
            "<p>&nosuch;</p>",
            "<p>&nosuch;</p>",
            "/body/html@3 unknown character reference, shown as it is written: &nosuch;",
        ),
    ]);
}

#[test]
fn elements_of_ones_own_are_what_they_stand_for() {
    check(&[
        (
            "<p>a<figure class=media><oembed url='https://www.youtube.com/watch?v=abcdefghijk'></oembed></figure>",
            "<p>a</p><embed Video https://www.youtube.com/watch?v=abcdefghijk YouTube></embed>",
        ),
        (
            "<lite-youtube videoid=abcdefghijk></lite-youtube>",
            "<embed Video https://www.youtube.com/watch?v=abcdefghijk YouTube></embed>",
        ),
        (
            "<amp-vimeo data-videoid=27246366 layout=responsive></amp-vimeo><p>b",
            "<embed Video https://vimeo.com/27246366 Vimeo></embed><p>b</p>",
        ),
        ("<my-player src=/a.mp4></my-player>", "<video https://e.org/a.mp4></video>"),
        ("a<x-player data-video=/v.mp4></x-player>", "<p>a</p><video https://e.org/v.mp4></video>"),
        ("<my-picture src=/a.jpg alt=A></my-picture>", "<figure a.jpg 'A'></figure>"),
        ("<p>a <my-word lang=en class=x>b</my-word>", "<p>a b</p>"),
        ("<my-box data-kind=note><p>a</my-box>", "<p>a</p>"),
    ]);
    check_warned(&[
        (
            "<p>a<drupal-media data-entity-uuid=1-2></drupal-media>",
            "<p>a</p>",
            "/body/html@4 an element that is not known is not shown: drupal-media",
        ),
        (
            "<iframe srcdoc='&lt;p>a'></iframe><p>b",
            "<p>b</p>",
            "/body/html@0 a frame with a page of its own is not shown",
        ),
        (
            "<noscript><iframe src=https://x.org/></noscript><p>c</p>",
            "<p>c</p>",
            "/body/html@22 not shown: https://x.org/",
        ),
    ]);
}

#[test]
fn what_is_left_open_ends_with_what_is_around_it() {
    check(&[
        ("<p>a</p><noscript><!-- b</noscript><p>c</p>", "<p>a</p><p>c</p>"),
        ("<noscript><noscript><p>x</noscript><p>c</p>", "<p>c</p>"),
        ("<div><svg><path></div>a", "<p>a</p>"),
        ("<p>a <a href=/b><svg><use></a> c</p>", "<p>a c</p>"),
        ("<p>a<svg><a><path></a></svg>b</p>", "<p>ab</p>"),
    ]);
}

#[test]
fn styles_and_classes_say_what_they_say_in_browsers() {
    check(&[
        (
            "<p><a href=/a style='display:block'>a</a><a href=/b style='display: Block'>b</a>",
            "<p><a a>a</a><br><a b>b</a></p>",
        ),
        ("<p style='white-space: pre-wrap'>a\nb</p><p>c\nd</p>", "<p>a<br>b</p><p>c d</p>"),
        ("<p style='DISPLAY:NONE'>a</p><p style='visibility:hidden'>b</p>c", "<p>c</p>"),
        ("<h2>a<span aria-hidden=true>#</span></h2><h2>b <a href=#b>¶</a></h2>", "<h2>a</h2><h2>b</h2>"),
        ("<pre class=reverse-order>a\n b</pre><pre class=wp-block-verse>c\nd</pre>", "<code>a\n b</code><p>c<br>d</p>"),
        ("<p>a <datalist><option>b</option></datalist> c", "<p>a c</p>"),
    ]);
}
