//! Other versions of formats, and other spellings of the same content, from specifications and older systems.
#![allow(clippy::expect_used, reason = "a test")]

use crate::support::shown::{shown_value as shown, shown_with};
use article_widget::Options;
use serde_json::{Value, json};

/// Returns a post in the format of WordPress.com.
fn wordpress_com() -> Value {
    json!({ "ID": 31, "site_ID": 7, "title": "Herons &amp; eels", "URL": "https://e.org/herons/", "date": "2024-03-01T08:00:00+01:00",
        "modified": "2024-03-02T08:00:00+01:00", "author": { "ID": 4, "login": "ada", "name": "Ada &amp; Co", "URL": "https://e.org/ada" },
        "content": "<p>They fish at <b>dawn</b>.</p>", "excerpt": "<p>A morning at the weir <a href=\"https://e.org/herons/\">Continue</a></p>",
        "featured_image": "https://e.org/weir.jpg", "post_thumbnail": { "ID": 9, "URL": "https://e.org/weir.jpg", "width": 800, "height": 600 },
        "attachments": { "9": { "ID": 9, "URL": "https://e.org/weir.jpg", "alt": "A weir", "caption": "The weir", "width": 800, "height": 600 } },
        "categories": { "Birds": { "ID": 1, "name": "Birds", "slug": "birds" }, "Fish": { "name": "Fish", "slug": "fish" } },
        "tags": { "eels": { "name": "eels", "slug": "eels" } } })
}

#[test]
fn wordpress_com_has_names_of_its_own() {
    let post = shown(&wordpress_com());
    let report = &post.report;
    assert_eq!((report.format, report.headline.as_str(), report.articles), ("wordpress", "Herons & eels", 1));
    assert_eq!(report.date_published.as_deref(), Some("2024-03-01T08:00:00+01:00"));
    assert_eq!(report.author, ["Ada & Co"]);
    post.shows(&[
        ">Birds</p>",
        "A morning at the weir",
        r#"alt="A weir""#,
        r#"width="800""#,
        "The weir",
        "<b>dawn</b>",
        "Fish",
        "eels",
    ]);
    post.warns(&[]);
    assert!(!post.html.contains("Continue"));
    let mut other = wordpress_com();
    (other["ID"], other["title"], other["URL"]) = (json!(32), json!("Otters"), json!("https://e.org/otters/"));
    let list = json!({ "found": 2, "posts": [other, wordpress_com()], "meta": { "links": {} } });
    let (options, _) = Options::from_json(br#"{"select":"31"}"#).expect("options");
    let listed = shown_with(list.to_string().as_bytes(), &options);
    assert_eq!((listed.report.headline.as_str(), listed.report.articles), ("Herons & eels", 2));
    listed.shows(&["https://e.org/otters/"]);
}

#[test]
fn wordpress_has_files_and_answers_with_what_was_asked_for() {
    let mut file = json!({ "id": 5, "date": "2024-03-01T08:00:00", "type": "attachment", "link": "https://e.org/weir/",
        "title": { "rendered": "The weir" }, "caption": { "rendered": "<p>At <em>dawn</em></p>" }, "alt_text": "A weir",
        "description": { "rendered": "<p class=\"attachment\"><a href=\"https://e.org/weir.jpg\"><img src=\"https://e.org/weir-300x200.jpg\" alt=\"A weir\"></a></p><p>Built in 1840.</p>" },
        "media_type": "image", "mime_type": "image/jpeg", "media_details": { "width": 900, "height": 600 }, "source_url": "https://e.org/weir.jpg" });
    let picture = shown(&file);
    assert_eq!((picture.report.format, picture.report.headline.as_str()), ("wordpress", "The weir"));
    picture.shows(&[r#"src="https://e.org/weir.jpg""#, "<em>dawn</em>", "<p>Built in 1840.</p>"]).warns(&[]);
    assert_eq!(picture.html.matches("<img").count(), 1);
    (file["mime_type"], file["source_url"]) = (json!("video/mp4"), json!("https://e.org/weir.mp4"));
    shown(&file).shows(&["<video", "https://e.org/weir.mp4", "Built in 1840."]);
    (file["mime_type"], file["source_url"]) = (json!("application/pdf"), json!("https://e.org/weir.pdf"));
    shown(&file).shows(&[r#"href="https://e.org/weir.pdf""#, "The weir"]);
    let few = json!([{ "title": { "rendered": "Few" }, "content": { "rendered": "<p>Fields.</p>" } }]);
    assert_eq!(shown(&few).shows(&["<p>Fields.</p>"]).report.format, "wordpress");
}

#[test]
fn mobiledoc_had_its_markups_before_the_sections() {
    let doc = json!({ "version": "0.2.0", "sections": [[["strong"], ["a", ["href", "https://e.org/eels"]]], [
        [1, "h2", [[[], 0, "Eels"]]],
        [1, "p", [[[], 0, "They "], [[0], 1, "swim"], [[], 0, " "], [[1], 1, "far"], [[], 0, "."]]],
        [2, "https://e.org/eel.jpg"],
        [3, "ul", [[[[], 0, "one"]], [[[0], 1, "two"]]]],
        [10, "html", { "html": "<p>A card.</p>" }]]] });
    let shown = shown(&doc);
    assert_eq!(shown.report.format, "mobiledoc");
    shown.shows(&[
        ">Eels</h",
        r#"They <strong>swim</strong> <a"#,
        "https://e.org/eels",
        ">far</a>.",
        "https://e.org/eel.jpg",
        "<li>one</li><li><strong>two</strong></li>",
        "A card.",
    ]);
    let bare = json!({ "version": "0.2.0", "sections": [[], [[1, "p", [[[], 0, "Plain."]]]]] });
    self::shown(&bare).shows(&["<p>Plain.</p>"]).warns(&[]);
}

#[test]
fn jsonld_may_write_all_names_with_a_prefix_or_in_full() {
    for before in ["schema:", "https://schema.org/", "http://schema.org/"] {
        let of = |name: &str| [before, name].concat();
        let value = |value: &str| json!([{ "@value": value }]);
        let article = json!({ "@context": { "schema": "http://schema.org/" }, "@graph": [
            { "@type": of("NewsArticle"), of("headline"): "Locks", of("datePublished"): value("2024-03-01"), of("inLanguage"): "en",
              of("author"): { "@id": "#ada" }, of("articleBody"): value("They open at six."), of("url"): "https://e.org/locks",
              of("image"): { "@type": of("ImageObject"), of("url"): "https://e.org/lock.jpg", of("width"): 640, of("height"): 480 } },
            { "@type": [of("Person")], "@id": "#ada", of("name"): "Ada Ley" },
            { "@type": of("BreadcrumbList"), of("itemListElement"): [
                { of("position"): 2, of("name"): "Locks" },
                { of("position"): 1, of("item"): { "@id": "https://e.org/", of("name"): "Home" } }] }] });
        let shown = shown(&article);
        let report = &shown.report;
        assert_eq!((report.format, report.headline.as_str()), ("jsonld", "Locks"));
        assert_eq!((report.date_published.as_deref(), report.lang.as_deref()), (Some("2024-03-01"), Some("en")));
        assert_eq!(report.author, ["Ada Ley"]);
        shown.shows(&["Home", r#"width="640""#, "https://e.org/lock.jpg", "<p>They open at six.</p>"]).warns(&[]);
    }
    let other =
        json!({ "@type": "NewsArticle", "headline": "Locks", "x:headline": "No", "myschema:articleBody": "Not this." });
    assert!(!shown(&other).html.contains("Not this."));
}

#[test]
fn dates_may_be_written_as_in_mail_or_in_english() {
    let jsonld = |date: &str| json!({ "@type": "NewsArticle", "headline": "H", "datePublished": date });
    let ans = |date: &str| json!({ "type": "story", "version": "0.10.9", "headlines": { "basic": "H" }, "publish_date": date });
    let anf = |date: &str| json!({ "identifier": "a", "title": "H", "components": [{ "role": "body", "text": "T" }], "metadata": { "datePublished": date } });
    for (written, read) in [
        ("Tue, 24 Nov 2026 10:00:00 +0100", "2026-11-24T10:00:00+01:00"),
        ("24 November 2026", "2026-11-24"),
        ("November 24, 2026", "2026-11-24"),
        ("Nov 24, 2026 9:05 pm", "2026-11-24T21:05"),
    ] {
        for document in [jsonld(written), ans(written), anf(written)] {
            let shown = shown(&document);
            assert_eq!(shown.report.date_published.as_deref(), Some(read), "{document}");
            shown.warns(&[]);
        }
    }
    let zone = shown(&jsonld("24 Nov 2026 10:00 CET"));
    zone.shows(&["24 Nov 2026 10:00 CET"]).warns(&["invalid-date /datePublished: not a date: 24 Nov 2026 10:00 CET"]);
}

#[test]
fn what_a_subheadline_takes_the_place_of_is_said() {
    let mut story = json!({ "type": "story", "version": "0.10.9", "headlines": { "basic": "Locks" },
        "subheadlines": { "basic": "They open at six" }, "description": { "basic": "All about locks." } });
    shown(&story)
        .shows(&["They open at six"])
        .warns(&["not-shown /description/basic: a description beside the subheadline, which is shown"]);
    story["description"]["basic"] = json!("They open, at six.");
    shown(&story).warns(&[]);
    story["subheadlines"] = json!({ "basic": "" });
    shown(&story).shows(&["They open, at six."]).warns(&[]);
}

#[test]
fn slate_had_documents_of_nodes_with_leaves() {
    let value = json!({ "object": "value", "document": { "object": "document", "data": {}, "nodes": [
        { "object": "block", "type": "heading-two", "nodes": [{ "object": "text", "leaves": [{ "object": "leaf", "text": "Eels", "marks": [] }] }] },
        { "object": "block", "type": "paragraph", "nodes": [
            { "object": "text", "leaves": [{ "text": "They ", "marks": [] }, { "text": "swim", "marks": [{ "object": "mark", "type": "bold", "data": {} }] }] },
            { "object": "inline", "type": "link", "data": { "href": "https://e.org/eels" }, "nodes": [{ "object": "text", "text": " far", "marks": [{ "type": "italic" }] }] }] }] } });
    let shown = shown(&json!({ "title": "On eels", "body": value }));
    assert_eq!((shown.report.format, shown.report.headline.as_str()), ("slate", "On eels"));
    shown
        .shows(&[">Eels</h", "<p>They <strong>swim</strong><a", "https://e.org/eels", "<em> far</em></a></p>"])
        .warns(&[]);
    assert_eq!(self::shown(&value).report.format, "slate");
}

#[test]
fn items_of_feeds_and_posts_of_webhooks_may_come_alone() {
    let item = json!({ "id": "1", "url": "https://e.org/1", "title": "Locks", "content_html": "<p>Open.</p>", "date_published": "2024-03-01" });
    let alone = shown(&item);
    assert_eq!((alone.report.format, alone.report.headline.as_str()), ("jsonfeed", "Locks"));
    alone.shows(&["<p>Open.</p>"]).warns(&[]);
    let sent = json!({ "post": { "previous": { "title": "Lock" }, "current": { "id": "a", "uuid": "u", "slug": "locks", "title": "Locks",
        "html": "<p>Open.</p>", "feature_image": null, "published_at": "2024-03-01T08:00:00.000Z" } } });
    let hook = shown(&sent);
    assert_eq!((hook.report.format, hook.report.headline.as_str()), ("ghost", "Locks"));
    hook.shows(&["<p>Open.</p>"]).warns(&[]);
}
