//! The formats of the web: schema.org, JSON Feed, WordPress, Ghost, Readability, Mercury.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what should not be"
)]

use article_widget::model::{Article, Block, Date, Inline, RelatedItem, plain_text};
use article_widget::{ErrorCode, Lang, Options, Report, json, read, render_html};
use std::fs;
use std::path::Path;

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Reads a document with options and passes the result to `look`.
fn with<T>(json: &[u8], options: &str, look: impl FnOnce(&Article, &Report) -> T) -> T {
    let (options, warnings) = Options::from_json(options.as_bytes()).expect("options");
    assert_eq!(warnings, []);
    let tree = json::parse(json).expect("JSON");
    let (article, report) = read(&tree, &options).unwrap_or_else(|error| panic!("{error}"));
    look(&article, &report)
}

/// Returns the code and the message of the error that a document causes.
fn error(json: &[u8], options: &str) -> (ErrorCode, String) {
    let (options, _) = Options::from_json(options.as_bytes()).expect("options");
    let tree = json::parse(json).expect("JSON");
    let error = read(&tree, &options).expect_err("there is no article");
    (error.code(), error.message().to_owned())
}

/// Returns the warnings as "code path".
fn warnings(report: &Report) -> Vec<String> {
    report.warnings.iter().map(|warning| format!("{} {}", warning.code.as_str(), warning.path)).collect()
}

fn iso(date: &Option<Date>) -> Option<String> {
    match date {
        Some(Date::Known(date)) => Some(date.to_iso()),
        Some(Date::Verbatim(text)) => Some(format!("as written: {text}")),
        None => None,
    }
}

/// Returns the kinds of the blocks, and the text of plain ones.
fn outline(blocks: &[Block]) -> Vec<String> {
    let describe = |block: &Block| match block {
        Block::Paragraph(paragraph) => plain_text(&paragraph.content),
        Block::Media(media) => {
            let sources: Vec<&str> = media.sources.iter().map(|source| source.src.as_str()).collect();
            format!("{:?} {:?} {}", media.kind, media.title, sources.join(" "))
        }
        Block::Card(card) => {
            let source = card.source.as_deref().unwrap_or("-");
            format!("{:?} {} {} ({source})", card.kind, plain_text(&card.title), card.url.as_str())
        }
        Block::Aside(aside) => format!("{:?} {}", aside.kind, outline(&aside.body).join(" / ")),
        Block::Figure(figure) => format!("Figure {:?}", figure.image.src),
        Block::Entry(entry) => {
            let authors: Vec<&str> = entry.authors.iter().map(|author| author.name.as_ref()).collect();
            let (date, title) = (iso(&entry.date).unwrap_or_default(), plain_text(&entry.title));
            format!("Entry {date} [{title}] {authors:?} {}", outline(&entry.body).join(" / "))
        }
        other => format!("{other:?}"),
    };
    blocks.iter().map(describe).collect()
}

/// Returns the related links as "headline url".
fn related(article: &Article) -> Vec<String> {
    let link = |item: &RelatedItem| format!("{} {}", item.headline, item.url.as_str());
    article.related.iter().flat_map(|block| &block.items).map(link).collect()
}

fn authors(article: &Article) -> Vec<String> {
    let url = |author: &article_widget::model::Author| author.url.as_ref().map_or("", |url| url.as_str()).to_owned();
    article.authors.iter().map(|author| format!("{} {}", author.name, url(author)).trim().to_owned()).collect()
}

#[test]
fn a_graph_is_followed_to_its_ends() {
    with(&fixture("jsonld-graph.json"), "{}", |article, report| {
        assert_eq!((report.format, report.articles), ("jsonld", 1));
        assert_eq!(report.headline, "Der Hafen schläft nicht");
        assert_eq!(plain_text(&article.description), "Eine Nacht zwischen Kränen & Möwen.");
        assert_eq!(article.lang, Lang::parse("de-DE"));
        assert_eq!(iso(&article.date_published).as_deref(), Some("2024-03-02T21:15:00+01:00"));
        assert_eq!(iso(&article.date_modified).as_deref(), Some("2024-03-03T06:00:00+01:00"));
        assert_eq!(authors(article), ["Ada Beispiel https://zeitung.example/autoren/ada/", "Bert Beispiel"]);
        assert_eq!(article.authors[0].role.as_deref(), Some("Reporterin"));
        let source = article.source.as_ref().expect("a source");
        assert_eq!((source.name.as_ref(), source.url.is_some()), ("Die Beispielzeitung", true));
        let image = article.image.as_ref().expect("a picture");
        assert_eq!(image.image.src.as_ref().map(|src| src.as_str()), Some("https://zeitung.example/bilder/kai.jpg"));
        assert_eq!(image.image.size, Some((1200, 800)));
        assert_eq!(plain_text(&image.caption), "Der Kai um drei Uhr");
        assert_eq!(plain_text(&image.credit), "Cem Beispiel");
        let crumbs: Vec<&str> = article.breadcrumb.iter().map(|crumb| crumb.name.as_ref()).collect();
        assert_eq!(crumbs, ["Start", "Stadt", "Der Hafen schläft nicht"]);
        assert_eq!(article.breadcrumb.last().and_then(|crumb| crumb.url.as_ref()), None);
        assert_eq!(article.keywords, ["Reportage", "Stadt", "Hafen", "Nacht"]);
        assert_eq!(
            outline(&article.body),
            [
                "Um Mitternacht legt das letzte Schiff an.",
                "Danach gehört der Kai den Möwen.",
                "Erst um fünf wird es wieder laut."
            ]
        );
        assert_eq!(related(article), ["Die letzte Fähre https://zeitung.example/faehre/"]);
        assert_eq!(
            warnings(report),
            [
                "unresolved /@graph/1/author/2",
                "skipped-item /@graph/0/relatedLink/1",
                "skipped-item /@graph/0/relatedLink/2",
                "skipped-item /@graph/0/relatedLink/3"
            ]
        );
        assert_eq!(report.warnings[0].message, "a reference to a node that is not there");
        assert_eq!(report.warnings[1].message, "left out, because it leads to the article itself or is there already");
        assert_eq!(report.warnings[3].message, "left out, because a related link needs a headline and a URL");
    });
}

#[test]
fn of_several_scripts_the_best_article_is_read() {
    with(&fixture("jsonld-scripts.json"), "{}", |article, report| {
        assert_eq!((report.format, report.articles), ("jsonld", 2));
        assert_eq!(report.headline, "Tom & the bell tower");
        assert_eq!(plain_text(&article.description), "What AT&T and a bell have in common");
        assert_eq!(plain_text(&article.kicker), "Towers");
        assert_eq!(authors(article), ["Sam Example", "bells.example https://bells.example/people/kim"]);
        assert_eq!(article.source.as_ref().map(|source| source.name.as_ref()), Some("bells.example"));
        assert_eq!(article.keywords, ["bells", "brass & bronze"]);
        assert_eq!(
            outline(&article.body),
            [
                "87/100",
                "First came the crack.",
                "Then, three years later, the new bell – as heavy as two cars.",
                "Video Some(\"The first stroke\") https://bells.example/stroke.mp4",
                "Correction The bell was cast in May, not in June."
            ]
        );
        assert_eq!(warnings(report), ["not-shown /0", "not-shown /2"]);
    });
    with(&fixture("jsonld-scripts.json"), r#"{"select": 1}"#, |article, _| {
        assert_eq!(outline(&article.body), ["It rings."]);
        assert_eq!(authors(article), ["Pat Example"]);
    });
    with(&fixture("jsonld-scripts.json"), r#"{"select": "bells"}"#, |_, report| {
        assert_eq!(report.headline, "Tom & the bell tower");
    });
    assert_eq!(
        error(&fixture("jsonld-scripts.json"), r#"{"select": "gongs"}"#),
        (ErrorCode::NoSuchArticle, "none of the 2 articles has the place or the id gongs".to_owned())
    );
    assert_eq!(
        error(br#"{"headline": "x"}"#, r#"{"format": "jsonld"}"#),
        (ErrorCode::WrongFormat, "no node has the type of an article, such as NewsArticle".to_owned())
    );
}

#[test]
fn updates_of_a_live_blog_are_entries() {
    with(&fixture("jsonld-live.json"), "{}", |article, report| {
        assert_eq!(report.lang.as_deref(), Some("ar"));
        assert_eq!(
            outline(&article.body),
            [
                "Entry 2024-04-05T10:00:00Z [] [] وصل القارب الأول إلى خط النهاية.",
                "Entry 2024-04-05T09:30:00Z [الريح تتغير] [\"ليلى مثال\"] Figure Some(https://mubashir.example/rih.jpg)"
            ]
        );
        assert_eq!(warnings(report), [""; 0]);
    });
}

#[test]
fn ratings_are_stars_up_to_ten() {
    for (rating, shown) in [
        (r#"{"ratingValue": 3.5}"#, "Rating(Rating { tenths: 35, best: 5 })"),
        (r#"{"ratingValue": "8", "bestRating": "10"}"#, "Rating(Rating { tenths: 80, best: 10 })"),
        (r#"{"ratingValue": "6", "bestRating": 5}"#, "6/5"),
        (r#"{"ratingValue": "A+"}"#, "A+"),
    ] {
        let json = format!(r#"{{"@type": "Review", "name": "R", "reviewRating": {rating}}}"#);
        with(json.as_bytes(), "{}", |article, _| assert_eq!(outline(&article.body), [shown], "{rating}"));
    }
}

#[test]
fn a_feed_gives_an_item_and_its_neighbours() {
    with(&fixture("jsonfeed.json"), "{}", |article, report| {
        assert_eq!((report.format, report.articles), ("jsonfeed", 5));
        assert_eq!(report.headline, "晴れた日の登山 & 温泉");
        assert_eq!(plain_text(&article.description), "頂上は静かだった。");
        assert_eq!(report.lang.as_deref(), Some("ja"));
        assert_eq!(iso(&article.date_published).as_deref(), Some("2024-05-03T05:00:00+09:00"));
        assert_eq!(authors(article), ["山田例子 https://yama.example/about"]);
        let source = article.source.as_ref().expect("the feed");
        let home = source.url.as_ref().map(|url| url.as_str());
        assert_eq!((source.name.as_ref(), home), ("山の便り", Some("https://yama.example/")));
        assert_eq!(article.keywords, ["登山", "温泉"]);
        assert!(article.image.is_some());
        let body = outline(&article.body);
        assert_eq!(
            body[body.len() - 3..],
            [
                "Audio Some(\"鳥の声\") https://yama.example/oto.mp3 https://yama.example/oto.ogg",
                "File chizu.pdf https://yama.example/chizu.pdf (3 MB)",
                "Link 晴れた日の登山 & 温泉 https://tenki.example/hare (tenki.example)"
            ]
        );
        assert_eq!(related(article), ["川の音 https://yama.example/2024/kawa"]);
        let item = &article.related[0].items[0];
        assert_eq!(iso(&item.date_published).as_deref(), Some("2024-05-01T05:00:00+09:00"));
        assert!(item.image.is_some());
        assert!(article.related[0].more.is_some());
        let skipped = ["skipped-item /items/2", "skipped-item /items/3", "skipped-item /items/4"];
        assert_eq!(warnings(report), skipped);
    });
    with(&fixture("jsonfeed.json"), r#"{"select": "a2"}"#, |article, report| {
        assert_eq!((report.headline.as_str(), report.lang.as_deref()), ("川の音", Some("en")));
        assert_eq!(authors(article), ["Kim Example"]);
        assert_eq!(outline(&article.body), ["One.", "Two."]);
        assert_eq!(related(article).len(), 1);
    });
    assert_eq!(
        error(&fixture("jsonfeed.json"), r#"{"select": "5"}"#),
        (ErrorCode::NoSuchArticle, "none of the 5 articles has the place or the id 5".to_owned())
    );
    assert_eq!(
        error(br#"{"version": "https://jsonfeed.org/version/1", "items": []}"#, "{}"),
        (ErrorCode::NoSuchArticle, "the list of articles is empty".to_owned())
    );
}

#[test]
fn relative_addresses_of_a_feed_are_its_items_own() {
    let html = render_html(&fixture("jsonfeed.json"), &Options::default()).expect("an article").html;
    assert!(html.contains("href=\"https://yama.example/2023/natsu\""), "{html}");
}

#[test]
fn a_wordpress_post_is_read_with_what_is_embedded() {
    with(&fixture("wordpress.json"), "{}", |article, report| {
        assert_eq!((report.format, report.articles), ("wordpress", 2));
        assert_eq!(report.headline, "La nuit des phares & des gardiens");
        assert!(matches!(article.headline[..], [Inline::Text(_), Inline::Marked(..)]), "{:?}", article.headline);
        assert_eq!(plain_text(&article.description), "", "the excerpt is the beginning of the text");
        assert_eq!(report.lang.as_deref(), Some("fr"));
        assert_eq!(iso(&article.date_published).as_deref(), Some("2024-06-01T16:30:00Z"));
        assert_eq!(iso(&article.date_modified).as_deref(), Some("2024-06-02T06:00:00Z"));
        assert_eq!(authors(article), ["Chloé Exemple https://phares.example/author/chloe/"]);
        assert_eq!(article.source.as_ref().map(|source| source.name.as_ref()), Some("phares.example"));
        assert_eq!(plain_text(&article.kicker), "Mer & côte");
        assert!(matches!(article.kicker[..], [Inline::Link(..)]));
        assert_eq!(article.keywords, ["phares"]);
        let figure = article.image.as_ref().expect("a picture");
        let widths: Vec<u32> = figure.image.candidates.iter().map(|candidate| candidate.width).collect();
        assert_eq!(widths, [300, 1024, 2000], "a crop is another picture");
        assert_eq!((figure.image.alt.as_ref(), figure.image.size), ("Un phare dans la nuit", Some((2000, 1001))));
        assert_eq!(plain_text(&figure.caption), "Le phare de l’île");
        assert_eq!(outline(&article.body), ["Le phare s’allume à dix heures.", "La mer, elle, ne dort pas."]);
        assert_eq!(
            related(article),
            ["Un secret https://phares.example/2024/secret/", "Les lentilles https://phares.example/2022/lentilles/"]
        );
        assert_eq!(warnings(report), ["skipped-item /0/jetpack-related-posts/1"]);
    });
}

#[test]
fn a_wordpress_post_says_what_is_missing() {
    with(&fixture("wordpress.json"), r#"{"select": "502"}"#, |article, report| {
        assert_eq!(report.headline, "Un secret");
        assert_eq!(report.lang.as_deref(), Some("fr-CA"));
        assert_eq!(iso(&article.date_published).as_deref(), Some("2024-05-20T12:00:00"), "no zone is invented");
        assert_eq!(article.source.as_ref().map(|source| source.name.as_ref()), Some("Phares &c."));
        assert_eq!(article.breadcrumb.len(), 2);
        assert_eq!(authors(article), [""; 0]);
        assert_eq!(warnings(report), ["not-shown /1/content/protected", "unresolved /1/author"]);
        assert_eq!(report.warnings[0].message, "the text is protected by a password");
        assert_eq!(report.warnings[1].message, "only a number: the author is shown when it is embedded (_embed)");
    });
}

#[test]
fn a_ghost_post_is_read_without_what_is_internal() {
    with(&fixture("ghost.json"), "{}", |article, report| {
        assert_eq!((report.format, report.articles), ("ghost", 3));
        assert_eq!(report.headline, "Хлеб из печи");
        assert_eq!(plain_text(&article.description), "О пекарне на углу.");
        assert_eq!(iso(&article.date_published).as_deref(), Some("2024-02-10T06:00:00Z"));
        assert_eq!(authors(article), ["Иван Пример https://khleb.example/author/ivan/", "Аня Пример"]);
        assert_eq!(plain_text(&article.kicker), "Город");
        assert_eq!(article.keywords, ["хлеб"]);
        let figure = article.image.as_ref().expect("a picture");
        assert_eq!((figure.image.alt.as_ref(), plain_text(&figure.caption).as_str()), ("Печь", "Фото: Аня Пример"));
        assert_eq!(outline(&article.body), ["Печь топят с вечера.", "Утром пахнет на всю улицу."]);
        assert_eq!(related(article), ["Мука https://khleb.example/muka/"]);
        assert_eq!(warnings(report), ["skipped-item /posts/2", "truncated /posts/0/access"]);
        assert_eq!(report.warnings[1].message, "the article is cut off here: the rest is for members of the site");
    });
    with(&fixture("ghost.json"), r#"{"select": "muka"}"#, |article, report| {
        assert_eq!(plain_text(&article.description), "Откуда берут муку.");
        assert_eq!(authors(article), ["Иван Пример"]);
        assert_eq!(warnings(report), ["skipped-item /posts/2", "not-shown /posts/1/lexical"]);
        assert_eq!(report.warnings[1].message, "not a document of the editor that is known here");
    });
}

#[test]
fn a_page_that_readability_read_keeps_its_direction() {
    with(&fixture("readability.json"), r#"{"baseUrl": "https://jarida.example/khamis/1"}"#, |article, report| {
        assert_eq!((report.format, report.articles), ("readability", 1));
        assert_eq!(report.headline, "مكتبة على العجلات & حكاياتها");
        assert_eq!((report.lang.as_deref(), article.dir), (Some("ar-EG"), Some(article_widget::Dir::Rtl)));
        assert_eq!(authors(article), ["سلمى مثال"]);
        assert_eq!(iso(&article.date_published).as_deref(), Some("2024-07-08T09:10"));
        assert_eq!(article.source.as_ref().map(|source| source.name.as_ref()), Some("جريدة المثال"));
        assert_eq!(plain_text(&article.description), "", "the excerpt is the beginning of the text");
        assert_eq!(warnings(report), [""; 0]);
    });
}

#[test]
fn a_page_that_mercury_read_shows_its_picture_once() {
    with(&fixture("mercury.json"), "{}", |article, report| {
        assert_eq!((report.format, report.articles), ("mercury", 1));
        assert_eq!(report.headline, "El faro que no existía");
        assert_eq!(authors(article), ["Eva Ejemplo"]);
        assert_eq!(plain_text(&article.description), "Un misterio de la costa…");
        assert_eq!(article.source.as_ref().map(|source| source.name.as_ref()), Some("faro.example"));
        assert_eq!(article.image, None, "the text holds it in another size");
        assert_eq!(warnings(report), ["truncated /next_page_url"]);
        assert_eq!(report.warnings[0].message, "only this page of the article is shown");
    });
}

#[test]
fn formats_can_be_named_and_are_not_mistaken() {
    assert_eq!(
        error(&fixture("ghost.json"), r#"{"format": "gohst"}"#),
        (ErrorCode::UnknownFormat, "there is no format gohst".to_owned())
    );
    let all = ["jsonld-graph", "jsonfeed", "wordpress", "ghost", "readability", "mercury"];
    for name in all {
        let format = name.split('-').next().expect("a name");
        let options = format!(r#"{{"format": "{format}"}}"#);
        let found = with(&fixture(&format!("{name}.json")), "{}", |_, report| report.clone());
        let named = with(&fixture(&format!("{name}.json")), &options, |_, report| report.clone());
        assert_eq!(found, named, "{name}");
    }
    // No format, although it has a few members of each.
    let nearly = br#"{"version": "1.7", "posts": [], "content": "x", "title": {"rendered": "x"}, "headline": "Ours"}"#;
    with(nearly, "{}", |_, report| assert_eq!(report.format, "article"));
    assert_eq!(error(b"[]", "{}").0, ErrorCode::UnknownFormat);
}

#[test]
fn lists_without_end_are_cut_off() {
    let many = |item: &str, count: usize| vec![item; count].join(",");
    let words: Vec<String> = (0..100_000).map(|number| number.to_string()).collect();
    let json = format!(
        r#"[{{"@type": "BreadcrumbList", "itemListElement": [{}]}},
        {{"@type": "Article", "headline": "H", "keywords": "{}", "liveBlogUpdate": [{}]}}, {}]"#,
        many(r#"{"name": "x", "position": 1}"#, 50_000),
        words.join(","),
        many(r##"{"headline": "u", "author": {"@id": "#a"}}"##, 3_000),
        many(r##"{"@id": "#a", "b": 1, "c": 2}"##, 5_000),
    );
    with(json.as_bytes(), "{}", |article, report| {
        assert_eq!(article.breadcrumb.len(), 20);
        assert_eq!(article.keywords.len(), 200);
        let keywords = report.warnings.iter().find(|warning| warning.path == "/1/keywords").expect("a warning");
        assert_eq!(keywords.message, "the keywords are cut off after 200");
    });
    let items: Vec<String> =
        (0..20_000).map(|n| format!(r#"{{"title": "T", "url": "https://e.org/{n}", "content_text": "x"}}"#)).collect();
    let json = format!(r#"{{"version": "https://jsonfeed.org/version/1", "items": [{}]}}"#, items.join(","));
    with(json.as_bytes(), "{}", |article, report| {
        assert_eq!(related(article).len(), 200);
        assert_eq!(warnings(report), ["truncated /items/201"]);
        assert_eq!(report.warnings[0].message, "the related links are cut off here, after 200");
    });
}
