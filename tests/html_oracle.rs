//! The reader of HTML against html5ever, on real bodies: no word that a browser shows is lost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

#[path = "support/html5.rs"]
mod html5;
#[path = "support/kept.rs"]
mod kept;
#[path = "support/outline.rs"]
#[allow(dead_code)]
mod outline;

use std::path::{Path, PathBuf};

use article_widget::json::{self, Value};
use article_widget::model::{Block, Inline, Mark};
use article_widget::{Options, Purpose, SafeUrl, read};
use kept::{gone, lost, words};

/// Where the corpora lie, beside the project; they are no part of it.
fn corpora() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    if !folder.is_dir() {
        println!("skipped: there are no corpora in ../shared/corpora");
        return None;
    }
    Some(folder)
}

/// Hands on each piece of HTML in the files of a family, with the file's name.
fn each_html(folder: &Path, visit: &mut dyn FnMut(&str, &str)) {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = std::fs::read(&file).expect("a readable file");
        if name.ends_with(".html") {
            visit(&name, &String::from_utf8_lossy(&bytes));
        } else if let Ok(tree) = json::parse(&bytes) {
            strings(&tree, &mut |html| visit(&name, html));
        }
    }
}

/// Hands on each string of HTML in a tree.
fn strings(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) if text.contains("</") => visit(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, visit)),
        Value::Object(members) => members.iter().for_each(|(_, value)| strings(value, visit)),
        _ => {}
    }
}

/// Reads HTML as a body and hands on its blocks and warnings.
fn with_body<T>(html: &str, then: impl FnOnce(&[Block], &[article_widget::Warning]) -> T) -> T {
    let body = Value::Object(vec![("html".into(), Value::String(html.into()))]);
    let tree = Value::Object(vec![("headline".into(), Value::String("H".into())), ("body".into(), body)]);
    let mut options = Options::default();
    options.base_url = SafeUrl::new("https://e.org/a/b", Purpose::Link, None).ok();
    options.max_nodes = 1_000_000;
    let (article, report) = read(&tree, &options).expect("it has a headline");
    then(&article.body, &report.warnings)
}

/// The text of blocks with a space between any two places that are not one text.
fn text_of(blocks: &[Block], out: &mut String) {
    for block in blocks {
        out.push(' ');
        match block {
            Block::Paragraph(paragraph) => phrase(&paragraph.content, out),
            Block::Heading(heading) => phrase(&heading.content, out),
            Block::List(list) => list.items.iter().for_each(|item| text_of(&item.body, out)),
            Block::Quote(quote) | Block::PullQuote(quote) => {
                text_of(&quote.body, out);
                phrase(&quote.attribution, out);
            }
            Block::Figure(figure) => {
                phrase(&figure.caption, out);
                phrase(&figure.credit, out);
            }
            Block::Gallery(figures, caption) => {
                for figure in figures {
                    phrase(&figure.caption, out);
                    phrase(&figure.credit, out);
                }
                phrase(caption, out);
            }
            Block::Media(media) => phrase(&media.caption, out),
            Block::Table(table) => {
                phrase(&table.caption, out);
                for cell in [&table.head, &table.rows, &table.foot].into_iter().flatten().flatten() {
                    text_of(&cell.body, out);
                    out.push(' ');
                }
            }
            Block::Code(code) => {
                out.push_str(&code.text);
                phrase(&code.caption, out);
            }
            Block::Aside(aside) => {
                phrase(&aside.title, out);
                text_of(&aside.body, out);
            }
            Block::Details(details) => {
                phrase(&details.summary, out);
                text_of(&details.body, out);
            }
            Block::Definitions(items) => {
                for item in items {
                    item.terms.iter().for_each(|term| phrase(term, out));
                    item.descriptions.iter().for_each(|body| text_of(body, out));
                }
            }
            Block::Embed(embed) => {
                text_of(&embed.body, out);
                phrase(&embed.caption, out);
            }
            Block::Card(card) => {
                phrase(&card.title, out);
                phrase(&card.description, out);
                out.push_str(card.source.as_deref().unwrap_or(""));
            }
            Block::Product(product) => {
                phrase(&product.name, out);
                text_of(&product.body, out);
            }
            Block::Notes(notes) => notes.iter().for_each(|note| text_of(&note.body, out)),
            other => assert_eq!(*other, Block::Divider, "a block that HTML does not have"),
        }
        out.push(' ');
    }
}

fn phrase(content: &[Inline], out: &mut String) {
    out.push(' ');
    inlines(content, out);
    out.push(' ');
}

fn inlines(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Break | Inline::Image(_) => out.push(' '),
            Inline::WordBreak => {}
            Inline::NoteMark(number) => out.push_str(&format!(" {number} ")),
            Inline::Ruby { base, reading } => {
                inlines(base, out);
                phrase(reading, out);
            }
            Inline::Marked(Mark::Sub | Mark::Sup, content) => phrase(content, out),
            Inline::Marked(_, content)
            | Inline::Link(_, content)
            | Inline::Abbreviation(_, content)
            | Inline::Span { content, .. }
            | Inline::Time(_, content) => inlines(content, out),
        }
    }
}

#[test]
fn words_of_real_bodies_come_out_in_order() {
    let Some(corpora) = corpora() else { return };
    let show = std::env::var("SHOW_LOST").unwrap_or_default();
    let (mut all_words, mut all_lost, mut all_found, mut failures) = (0, 0, 0, Vec::new());
    for family in ["readability", "readability-extra", "mercury", "wordpress", "ghost", "jsonfeed", "html-pastes"] {
        let (mut bodies, mut family_words, mut family_lost) = (0, 0, 0);
        each_html(&corpora.join(family), &mut |name, html| {
            let shown = html5::visible_text(html);
            let expected = words(&shown);
            let mut text = String::new();
            let explained = with_body(html, |blocks, warnings| {
                text_of(blocks, &mut text);
                !warnings.is_empty()
            });
            let found = words(&text);
            let lost = lost(&expected, &found);
            let gone = gone(&lost, &text);
            if !gone.is_empty() && !explained {
                failures.push(format!("{family}/{name}: lost without a warning: {gone:?}"));
            }
            all_found += found.len();
            bodies += 1;
            family_words += expected.len();
            family_lost += lost.len();
            if !lost.is_empty() && (show == family || show == "all") {
                println!(
                    "{family}/{name}: {} of {} words: {}",
                    lost.len(),
                    expected.len(),
                    lost[..lost.len().min(30)].join(" ")
                );
            }
        });
        let share = 100.0 * (1.0 - family_lost as f64 / family_words as f64);
        println!("{family}: {share:.3} % of {family_words} words in {bodies} bodies");
        failures.extend((share < 99.5).then(|| format!("{family}: {share:.3} %")));
        all_words += family_words;
        all_lost += family_lost;
    }
    let share = 100.0 * (1.0 - all_lost as f64 / all_words as f64);
    let added = 100.0 * (all_found + all_lost - all_words) as f64 / all_words as f64;
    println!("all: {share:.3} % of {all_words} words; {added:.3} % more that a browser does not show");
    failures.extend((added > 0.1).then(|| format!("added: {added:.3} %")));
    failures.extend((share < 99.9).then(|| format!("all: {share:.3} %")));
    assert_eq!(failures, [""; 0]);
}

/// All names of character references with their characters, from html5ever's own table.
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

#[test]
fn payloads_against_sanitizers_are_read() {
    let Some(corpora) = corpora() else { return };
    let bytes = std::fs::read(corpora.join("sanitizer/payloads.json")).expect("a readable file");
    let tree = json::parse(&bytes).expect("JSON");
    let mut payloads = 0;
    for payload in tree.items().iter().filter_map(|item| item.str("payload")) {
        // As it is, and cut off in the middle.
        for html in [payload, payload.get(..payload.len() / 2).unwrap_or("")] {
            with_body(html, |blocks, _| {
                let markup = outline::blocks(blocks).to_lowercase();
                assert!(!markup.contains("<a javascript:") && !markup.contains("<figure javascript:"), "{html}");
            });
        }
        payloads += 1;
    }
    println!("{payloads} payloads");
    assert!(payloads > 2000);
}
