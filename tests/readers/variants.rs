//! Documents that omit usual members or write them differently, as formats allow and publishers do.
#![allow(clippy::expect_used, reason = "a test")]

use crate::support::shown::{assert_facts, shown_value as shown, shown_with};
use article_widget::{ErrorCode, Options, check};
use serde_json::{Value, json};

#[test]
fn entries_show_a_subtitle_beside_an_excerpt() {
    let body = json!([{ "_type": "block", "children": [{ "_type": "span", "text": "葉が落ちる。" }] }]);
    let entry = json!({ "_type": "post", "title": "秋", "subtitle": "静かな庭", "excerpt": "十月の朝。", "summary": "庭の話。", "body": body });
    assert_facts(&entry, "portable-text", "秋", "", &[], "")
        .shows(&["静かな庭<br>十月の朝。", "葉が落ちる。"])
        .warns(&["not-shown /summary: beside the excerpt, which is shown"]);
    let page = json!({ "title": "Tide", "content": "<p>High.</p>", "date_published": null, "lead_image_url": null, "word_count": 1,
        "url": "https://e.org/tide", "domain": "e.org", "dek": "At six", "excerpt": "All about the sea" });
    shown(&page).shows(&["At six"]).warns(&["not-shown /excerpt: beside the dek, which is shown"]);
}

#[test]
fn wordpress_names_authors_in_references_or_for_search_engines() {
    let mut post = json!({ "id": 7, "link": "https://e.org/a/", "title": { "rendered": "Tide" }, "content": { "rendered": "<p>High.</p>" },
        "_embedded": { "author": [{ "id": 1, "name": "Ines &amp; Co" }] } });
    assert_facts(&post, "wordpress", "Tide", "", &["Ines & Co"], "");
    post["_embedded"] = json!({ "author": [{ "code": "rest_user_invalid_id", "message": "Invalid user ID." }] });
    post["yoast_head_json"] = json!({ "author": "Ines Faro" });
    assert_facts(&post, "wordpress", "Tide", "", &["Ines Faro"], "");
}

#[test]
fn ghosts_client_gives_posts_without_what_is_around_them() {
    let post = |id: &str, title: &str| {
        json!({ "id": id, "uuid": id, "slug": id, "title": title, "html": "<p>Fog.</p>",
        "feature_image": null, "url": format!("https://e.org/{id}/"), "published_at": "2024-01-02T03:04:05.000+00:00" })
    };
    assert_facts(&post("a", "Fog"), "ghost", "Fog", "2024-01-02T03:04:05Z", &[], "");
    let list = json!([post("a", "Fog"), post("b", "Sun")]);
    let (options, _) = Options::from_json(br#"{"select":"b"}"#).expect("options");
    let shown = shown_with(list.to_string().as_bytes(), &options);
    assert_eq!((shown.report.headline.as_str(), shown.report.articles), ("Sun", 2));
    shown.shows(&["https://e.org/a/"]);
}

#[test]
fn what_reads_pages_may_leave_out_what_it_did_not_find() {
    let readability = json!({ "title": "Dunes", "content": null, "textContent": null, "length": 0 });
    assert_facts(&readability, "readability", "Dunes", "", &[], "");
    let mercury = json!({ "title": "Dunes", "content": "<p>Sand.</p>", "url": "https://e.org/d", "domain": "e.org", "word_count": 1 });
    assert_facts(&mercury, "mercury", "Dunes", "", &[], "").shows(&["<p>Sand.</p>"]);
}

#[test]
fn entries_may_have_a_value_for_each_language() {
    let body = json!({ "nodeType": "document", "content": [{ "nodeType": "paragraph", "content": [{ "nodeType": "text", "value": "Schnee fällt." }] }] });
    let entry = json!({ "sys": { "id": "e", "locale": "de-AT" }, "fields": { "title": { "de-AT": "Schnee" }, "body": { "de-AT": body } } });
    assert_facts(&entry, "contentful", "Schnee", "", &[], "de-AT").shows(&["<p>Schnee fällt.</p>"]).warns(&[]);
    let sanity = json!({ "_type": "post", "title": { "_type": "localeString", "en": "Snow" },
        "body": [{ "_type": "block", "children": [{ "_type": "span", "text": "It falls." }] }] });
    assert_facts(&sanity, "portable-text", "Snow", "", &[], "");
}

#[test]
fn stories_of_storyblok_say_their_dates_around_the_content() {
    let text = json!({ "type": "doc", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "Wind." }] }] });
    let story = json!({ "story": { "name": "wind", "first_published_at": "2024-05-06T07:08:09.000Z", "lang": "en",
        "content": { "component": "post", "title": "Wind", "long_text": text } } });
    assert_facts(&story, "prosemirror", "Wind", "2024-05-06T07:08:09Z", &[], "en").shows(&["<p>Wind.</p>"]);
}

#[test]
fn slates_paragraphs_need_no_type_and_hygraph_calls_them_raw() {
    let nodes = json!([{ "children": [{ "text": "One." }] }, { "type": "h2", "children": [{ "text": "Two" }] }]);
    shown(&nodes).shows(&["<p>One.</p>", ">Two</h2>"]).warns(&[]);
    let hygraph = json!({ "data": { "post": { "title": "Raw", "content": { "raw": { "children": nodes } } } } });
    assert_facts(&hygraph, "slate", "Raw", "", &[], "").shows(&["<p>One.</p>"]).warns(&[]);
    let voids = json!([{ "type": "p", "children": [{ "text": "By " }, { "type": "mention", "character": "Mace", "children": [{ "text": "" }] }] },
        { "type": "equation", "texExpression": "x^2", "children": [{ "text": "" }] }]);
    shown(&voids).shows(&["By @Mace", "<code>x^2</code>"]);
}

#[test]
fn ghosts_cards_show_all_their_lines() {
    let cards = json!({ "root": { "type": "root", "children": [
        { "type": "bookmark", "url": "https://e.org/b", "metadata": { "title": "Tides", "description": "A table" }, "caption": "Seen today" },
        { "type": "file", "src": "https://e.org/f.pdf", "fileTitle": "Map", "fileCaption": "Of the coast", "fileName": "coast.pdf", "fileSize": 41_000 },
        { "type": "product", "productTitle": "Boots", "productButtonEnabled": true, "productButton": "Buy them", "productUrl": "https://e.org/buy" },
        { "type": "embed", "url": "https://e.org/post", "html": "<blockquote><p>Ahoy!</p></blockquote><script src=x></script>" }] } });
    shown(&cards).shows(&[
        "Tides",
        "A table<br>Seen today",
        "Map",
        "Of the coast",
        "coast.pdf · 41 kB",
        "Boots",
        "https://e.org/buy",
        "Buy them",
        "Ahoy!",
    ]);
}

#[test]
fn blocks_of_payload_and_unknown_nodes_show_their_texts() {
    let inner = json!({ "root": { "type": "root", "children": [{ "type": "paragraph", "children": [{ "type": "text", "text": "Closed on Monday." }] }] } });
    let payload = json!({ "title": "Museum", "content": { "root": { "type": "root", "children": [{ "type": "block", "fields": { "blockType": "banner", "content": inner } },
        { "type": "poll", "question": "Open longer?", "options": [{ "text": "Yes" }, { "text": "No" }] }] } } });
    shown(&payload)
        .shows(&["Closed on Monday.", "Yes", "No", "Open longer?"])
        .warns(&["unknown-block /content/root/children/1: unknown block poll, shown as its text"]);
    let attributes = json!({ "type": "doc", "content": [{ "type": "tip", "attrs": { "title": "Mind the step" }, "content": [{ "type": "text", "text": "It is high." }] }] });
    shown(&attributes).shows(&["Mind the step", "It is high."]);
    let callout = json!([{ "_type": "callout", "text": [{ "_type": "block", "children": [{ "_type": "span", "text": "Bring a coat." }] }] },
        { "_type": "block", "children": [{ "_type": "span", "text": "It is cold." }] }]);
    shown(&callout).shows(&[r#"<aside part="aside callout"><p>Bring a coat.</p></aside>"#, "It is cold."]).warns(&[]);
}

#[test]
fn editorjs_tools_beyond_the_usual_ones() {
    let blocks = json!({ "time": 1, "version": "2.30.0", "blocks": [
        { "type": "paragraph", "data": { "text": "Salt<sup>1</sup>" }, "tunes": { "footnotes": ["From the <i>sea</i>."] } },
        { "type": "math", "data": { "text": "a^2" } }, { "type": "hyperlink", "data": { "text": "More", "link": "https://e.org/m" } },
        { "type": "accordion", "data": { "title": "Tools" } }] });
    shown(&blocks)
        .shows(&[
            "<p>Salt<sup>1</sup></p>",
            "<p><code>a^2</code></p>",
            ">More</a>",
            "Tools",
            r#"part="notes""#,
            "From the <i>sea</i>.",
        ])
        .warns(&[]);
}

#[test]
fn apple_news_without_a_title_is_titled_by_its_component() {
    let document = json!({ "identifier": "a", "layout": {}, "components": [{ "role": "header", "components": [{ "role": "title", "text": "Ice" }] },
        { "role": "body", "text": "It is thin." }] });
    let shown = assert_facts(&document, "apple-news", "Ice", "", &[], "");
    assert_eq!(shown.html.matches("Ice").count(), 1);
}

/// Returns an Arc story with these elements.
fn story(path: &str, headline: &str, elements: Value) -> Value {
    json!({ "type": "story", "version": "0.10.7", "_id": path, "canonical_url": format!("https://e.org{path}"),
        "headlines": { "basic": headline }, "content_elements": elements })
}

#[test]
fn arcs_players_and_groups_say_their_titles() {
    let elements = json!([
        { "type": "video", "headlines": { "basic": "At sea" }, "description": { "basic": "Day three" }, "streams": [{ "url": "https://e.org/v.mp4" }] },
        { "type": "gallery", "headlines": { "basic": "Ports" }, "description": { "basic": "Four of them" }, "content_elements": [{ "type": "image", "url": "https://e.org/p.jpg", "alt_text": "A port" }] },
        { "type": "element_group", "title": "Crew", "content_elements": [{ "type": "text", "content": "Nine people." }] },
        { "type": "link_list", "title": "More", "subtitle": "From the log", "items": [] }]);
    shown(&story("/a/", "Voyage", elements))
        .shows(&["At sea", "Day three", "Ports<br>Four of them", ">Crew</h3>", "Nine people.", "More", "From the log"])
        .warns(&[]);
}

#[test]
fn arcs_searches_are_lists() {
    let text = json!([{ "type": "text", "content": "Text." }]);
    let mut unversioned = story("/a/", "First", text.clone());
    unversioned.as_object_mut().expect("an object").remove("version");
    let results = json!({ "type": "results", "content_elements": [unversioned, story("/b/", "Second", text)] });
    let shown = assert_facts(&results, "arc-ans", "First", "", &[], "");
    assert_eq!(shown.report.articles, 2);
    shown.shows(&[r#"part="related-list""#, "https://e.org/b/", "Second"]);
    let (options, _) = Options::from_json(br#"{"select":"/b/"}"#).expect("options");
    assert_eq!(check(results.to_string().as_bytes(), &options).expect("a story").headline, "Second");
    let (options, _) = Options::from_json(br#"{"select":"/c/"}"#).expect("options");
    assert_eq!(check(results.to_string().as_bytes(), &options).expect_err("no story").code(), ErrorCode::NoSuchArticle);
}

#[test]
fn ninjs_calls_its_sources_infosources() {
    let item = json!({ "uri": "urn:x", "versioncreated": "2024-01-02T03:04:05Z", "headlines": [{ "value": "Gale" }],
        "bodies": [{ "value": "It blows.", "contenttype": "text/plain" }], "infosources": [{ "name": "Harbour News" }] });
    shown(&item).shows(&["Harbour News", "It blows."]);
    let located = json!({ "uri": "urn:x", "versioncreated": "2024-01-02T03:04:05Z", "headline": "Gale", "located": "Bergen",
        "body_html": "<h2>Since dawn</h2><p>It blows.</p>" });
    shown(&located).shows(&["Since dawn", "<p>Bergen — It blows.</p>"]);
}

#[test]
fn ninjs_items_may_be_pictures_sounds_or_events_alone() {
    let picture = json!({ "uri": "urn:foto:7", "headline": "Le phare", "description_caption": "Le phare de nuit", "byline": "Anne Le Goff",
        "renditions": { "large": { "href": "https://e.org/phare.jpg", "mimetype": "image/jpeg", "width": 900, "height": 600 } } });
    assert_facts(&picture, "ninjs", "Le phare", "", &["Anne Le Goff"], "")
        .shows(&["https://e.org/phare.jpg", "Le phare de nuit"])
        .warns(&[]);
    let bare = json!({ "uri": "urn:foto:8", "title": "Fyren", "renditions": [{ "href": "https://e.org/fyr.png", "contentType": "image/png" }] });
    assert_facts(&bare, "ninjs", "Fyren", "", &[], "").shows(&["https://e.org/fyr.png"]).warns(&[]);
    let sound = json!({ "uri": "urn:ljud:9", "title": "Måsar", "renditions": [{ "href": "https://e.org/gull.mp3", "contentType": "audio/mpeg" }] });
    shown(&sound).shows(&["<audio", "https://e.org/gull.mp3"]);
    let text = json!({ "uri": "urn:text:1", "headlines": [{ "value": "Lukter" }], "descriptions": [{ "value": "Ved elva." }],
        "bodies": [{ "value": "Porten er åpen." }], "renditions": [{ "href": "https://e.org/luke.jpg", "contentType": "image/jpeg" }] });
    shown(&text).shows(&["Ved elva.", r#"alt="""#, "https://e.org/luke.jpg", "Porten er åpen."]);
    let event = json!({ "uri": "https://e.org/match/3", "title": "Norte – Sur", "descriptions": [{ "role": "text", "value": "Final en el puerto." }],
        "eventDetails": { "dates": { "startDate": "2024-05-01T18:00:00+02:00" } }, "places": [{ "name": "Estadio del Puerto" }] });
    assert_facts(&event, "ninjs", "Norte – Sur", "", &[], "")
        .shows(&["Estadio del Puerto", "Final en el puerto."])
        .warns(&["not-shown /eventDetails: when and by whom the event is held is not shown"]);
    let nitf = json!({ "uri": "urn:x:1", "headlines": [{ "value": "Rain" }], "bodies": [{ "contentType": "text/vnd.IPTC.NITF",
        "value": "<nitf><head><title>Rain</title></head><body><body.content><p>It rains on <em>Mondays</em>.</p></body.content></body></nitf>" }] });
    shown(&nitf).shows(&["<p>It rains on <em>Mondays</em>.</p>"]);
}

#[test]
fn guardians_atoms_say_all_their_lines() {
    let element = |kind: &str, members: Value| {
        let mut element = members;
        element["_type"] = json!(format!("model.dotcomrendering.pageElements.{kind}BlockElement"));
        element
    };
    let elements = json!([
        element("AudioAtom", json!({ "kicker": "Listen", "title": "The ferry", "trackUrl": "https://e.org/f.mp3" })),
        element(
            "Callout",
            json!({ "title": "Your crossing", "prompt": "Tell us", "description": "<p>How was it?</p>" })
        ),
        element(
            "TimelineAtom",
            json!({ "title": "The line", "events": [{ "date": "1901", "toDate": "1950", "label": "Steam", "title": "Paddle boats" }] })
        ),
        element(
            "Product",
            json!({ "productName": "Flask", "image": { "url": "https://e.org/f.jpg", "alt": "A flask", "caption": "It keeps warm" },
            "productCtas": [{ "url": "https://e.org/b", "retailer": "Store", "price": "£9" }] })
        )
    ]);
    let page = json!({ "headline": "Ferry", "pageId": "a", "webPublicationDate": "2024-01-02T03:04:05Z", "blocks": [{ "id": "b", "elements": elements }] });
    shown(&page).shows(&[
        "Listen: The ferry",
        "<small>Tell us</small> Your crossing",
        "How was it?",
        "1901 – 1950",
        "<small>Steam</small> Paddle boats",
        "Flask",
        "Store £9",
        "It keeps warm",
    ]);
}

#[test]
fn optimo_has_titles_in_blocks_and_markup_of_others() {
    let block = |kind: &str, blocks: Value| json!({ "type": kind, "model": { "blocks": blocks } });
    let text = |text: &str| {
        block(
            "text",
            json!([block("paragraph", json!([{ "type": "fragment", "model": { "text": text, "attributes": [] } }]))]),
        )
    };
    let clip = block(
        "portraitClipMedia",
        json!([block(
            "aresMedia",
            json!([{ "type": "aresMediaMetadata", "model": { "id": "p0abcdef", "title": "A clip" } }])
        )]),
    );
    let embed = json!({ "type": "embedHtml", "model": { "embeddableContent": "<p>Of others</p>" } });
    let page = json!({ "metadata": { "language": "en-gb" }, "promo": { "headlines": { "promoHeadline": { "blocks": [text("Mist")] } } },
        "content": { "model": { "blocks": [text("It lies low."), clip, embed] } } });
    assert_facts(&page, "bbc-optimo", "Mist", "", &[], "en-gb")
        .shows(&["It lies low.", "A clip", "<p>Of others</p>"])
        .warns(&[]);
}
