//! schema.org in JSON-LD as publishers write it: in graphs, expanded, with second titles and references.
#![allow(clippy::expect_used, reason = "a test")]

use crate::support::shown::{assert_facts, shown_value as shown};
use serde_json::json;

#[test]
fn jsonld_says_its_language_on_the_page_or_on_the_words() {
    let graph = json!({ "@context": "https://schema.org", "@graph": [
        { "@type": "WebPage", "@id": "#page", "inLanguage": "fr-FR" },
        { "@type": "NewsArticle", "headline": "Pluie", "articleBody": "Il pleut.", "isPartOf": { "@id": "#page" },
          "author": { "@id": "#luc" }, "datePublished": "2024-03-01 08:00" },
        { "@type": "Person", "@id": "#luc", "givenName": "Luc", "familyName": "Martin" }] });
    assert_facts(&graph, "jsonld", "Pluie", "2024-03-01T08:00", &["Luc Martin"], "fr-FR");
    let words =
        json!({ "@type": "Article", "headline": { "@value": "Pioggia", "@language": "it" }, "articleBody": "Piove." });
    assert_facts(&words, "jsonld", "Pioggia", "", &[], "it");
}

#[test]
fn jsonld_has_posts_reviews_and_updates_with_clips() {
    let post = json!({ "@context": "https://schema.org", "@type": "SocialMediaPosting", "headline": "Seen", "articleBody": "A heron." });
    assert_facts(&post, "jsonld", "Seen", "", &[], "").shows(&["<p>A heron.</p>"]).warns(&[]);
    let review = json!({ "@type": "CriticReview", "name": "Too long", "itemReviewed": { "@type": "Movie", "name": "The Ferry" },
        "reviewBody": "It never arrives.", "reviewRating": { "ratingValue": 2 } });
    shown(&review).shows(&[r#"<p part="kicker">The Ferry</p>"#, "★★☆☆☆", "It never arrives."]);
    let live = json!({ "@type": "LiveBlogPosting", "headline": "Count", "liveBlogUpdate": [{ "@type": "BlogPosting",
        "articleBody": "First results.", "video": { "@type": "VideoObject", "name": "The hall", "description": "Boxes arrive",
        "contentUrl": "https://e.org/hall.mp4" } }] });
    shown(&live).shows(&["First results.", "https://e.org/hall.mp4", "Boxes arrive"]);
}

#[test]
fn jsonld_has_texts_in_parts_and_articles_in_pages() {
    let page = json!({ "@type": "CollectionPage", "hasPart": [{ "@type": "NewsArticle", "headline": "Locks",
        "articleBody": ["The first.", "The second."], "author": { "@type": "Person", "name": "By Ada Ley" } }] });
    assert_facts(&page, "jsonld", "Locks", "", &["Ada Ley"], "")
        .shows(&["<p>The first.</p><p>The second.</p>"])
        .warns(&[]);
}

#[test]
fn jsonld_shows_a_second_title_and_says_what_has_no_place() {
    let mut article = json!({ "@type": "NewsArticle", "headline": "Regen", "alternativeHeadline": "Eine nasse Woche",
        "description": "Es regnet seit Montag.", "articleBody": "Der Fluss steigt." });
    shown(&article).shows(&["Eine nasse Woche<br>Es regnet seit Montag.", "Der Fluss steigt."]).warns(&[]);
    article["abstract"] = json!("Worum es geht: Wasser.");
    article["name"] = json!("Regen | Zeitung");
    shown(&article).shows(&["Eine nasse Woche<br>Es regnet seit Montag."]).warns(&[
        "not-shown /abstract: beside the description, which is shown",
        "not-shown /name: beside the headline, which is shown",
    ]);
    article["alternativeHeadline"] = json!("REGEN");
    article["abstract"] = json!("Der Fluss steigt.");
    article["name"] = json!("Regen");
    shown(&article).shows(&["Es regnet seit Montag."]).warns(&[]);
}

#[test]
fn jsonld_follows_references_in_lists_and_to_nodes_within_others() {
    let graph = json!({ "@context": "https://schema.org", "@graph": [
        { "@type": "WebSite", "@id": "#site", "publisher": { "@type": "Organization", "@id": "#house", "name": "Gazeta e Portit",
          "logo": { "@type": "ImageObject", "@id": "#logo", "url": "https://e.org/logo.png" },
          "employee": [{ "@type": "Person", "@id": "#vera", "name": "Vera Kola", "url": "https://e.org/vera" }] } },
        { "@type": "WebPage", "primaryImageOfPage": { "@type": "ImageObject", "@id": "#port", "contentUrl": "https://e.org/port.jpg",
          "caption": "Porti", "creator": { "@id": "#vera" } } },
        { "@type": "NewsArticle", "headline": "Era", "articleBody": "Fryn.", "image": [{ "@id": "#port" }], "author": [{ "@id": "#vera" }],
          "publisher": { "@id": "#house" } }] });
    assert_facts(&graph, "jsonld", "Era", "", &["Vera Kola"], "")
        .shows(&["Gazeta e Portit", "https://e.org/vera", "https://e.org/port.jpg", "Porti", "Fryn."])
        .warns(&[]);
    let missing = json!({ "@type": "Article", "headline": "Era", "image": [{ "@id": "https://e.org/#primaryimage" }], "author": [{ "@id": "#x" }] });
    shown(&missing).warns(&[
        "unresolved /author/0: a reference to a node that is not there",
        "unresolved /image/0: a reference to a node that is not there",
    ]);
}

#[test]
fn jsonld_may_be_expanded() {
    let s = |name: &str| format!("http://schema.org/{name}");
    let text = |text: &str| json!([{ "@value": text }]);
    let address = |url: &str| json!([{ "@id": url }]);
    let crumb = |place: u8, name: &str, url: &str| json!({ "@type": [s("ListItem")], s("position"): [{ "@value": place }], s("name"): text(name), s("item"): [{ "@id": url }] });
    let expanded = json!([
        { "@type": [s("NewsArticle")], s("headline"): text("Maré"), s("url"): address("https://e.org/mare"), s("inLanguage"): text("pt"),
          s("image"): address("https://e.org/mare.jpg"), s("datePublished"): [{ "@type": s("Date"), "@value": "2024-03-01" }],
          s("author"): [{ "@type": [s("Person")], s("name"): text("Rui Sá"), s("url"): address("https://e.org/rui") }],
          s("publisher"): address("https://e.org/#casa"), s("articleBody"): text("Sobe às seis.") },
        { "@id": "https://e.org/#casa", "@type": [s("Organization")], s("name"): text("O Cais") },
        { "@type": [s("BreadcrumbList")], s("itemListElement"): [crumb(2, "Maré", "https://e.org/mare"), crumb(1, "Mar", "https://e.org/mar")] }
    ]);
    assert_facts(&expanded, "jsonld", "Maré", "2024-03-01", &["Rui Sá"], "pt")
        .shows(&[
            "https://e.org/mar\"",
            "O Cais",
            "https://e.org/rui",
            r#"src="https://e.org/mare.jpg""#,
            "Sobe às seis.",
        ])
        .warns(&[]);
}
