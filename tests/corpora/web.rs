//! Real articles in the formats of the web.
//!
//! Prints a table of the results: `cargo test --test corpora web -- --nocapture`.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what should not be"
)]

use crate::support::corpora;
use crate::support::{html5, kept};
use article_widget::model::DateTime;
use article_widget::{ErrorCode, Lang, Options, Report, render_html};
use serde_json::Value;

/// The results for a family of documents.
#[derive(Default)]
struct Row {
    documents: usize,
    read: usize,
    empty: usize,
    titles: usize,
    dates: usize,
    authors: usize,
    languages: usize,
    warnings: usize,
    words: usize,
    lost: usize,
}

pub fn real_documents_are_read_as_what_they_are() {
    let index = corpora::index();
    let mut rows: Vec<(&str, Row)> = Vec::new();
    for line in index.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[file, format, _, lang, _, date, title, ..] = fields.as_slice() else {
            panic!("a line of INDEX.tsv: {line}")
        };
        let ours = ["jsonld", "jsonfeed", "wordpress", "ghost", "readability", "mercury"];
        if !ours.contains(&format) {
            continue;
        }
        let family = file.split('/').next().expect("a folder");
        if rows.last().is_none_or(|(last, _)| *last != family) {
            rows.push((family, Row::default()));
        }
        let row = &mut rows.last_mut().expect("just added").1;
        row.documents += 1;
        let json = corpora::file(file).expect("a file of the index");
        let document: Value = serde_json::from_slice(&json).expect("JSON");
        match render_html(&json, &Options::default()) {
            Ok(rendered) => {
                let report = rendered.report;
                assert_eq!(report.format, format, "{file}");
                row.read += 1;
                row.warnings += report.warnings.len();
                compare(file, &document, &report, [lang, date, title], row);
                let (source, shown) =
                    (html5::visible_text(&body(format, &document)), html5::visible_text(&rendered.html));
                let expected = kept::words(&source);
                let lost = kept::lost(&expected, &kept::words(&shown));
                let gone = kept::gone(&lost, &shown);
                assert!(gone.is_empty() || !report.warnings.is_empty(), "{file}: lost without a warning: {gone:?}");
                row.words += expected.len();
                row.lost += gone.len();
            }
            Err(error) => {
                let wordless = first_post(&document).is_some_and(|post| post["title"].is_null());
                assert!(error.code() == ErrorCode::EmptyArticle && wordless, "{file}: {error}");
                row.empty += 1;
            }
        }
    }
    assert!(!rows.is_empty(), "INDEX.tsv names documents of these formats");
    eprintln!("family             docs  read empty title  date author lang warnings   words    kept");
    let share = |lost: usize, words: usize| 100.0 * (1.0 - lost as f64 / words as f64);
    for (family, row) in &rows {
        let Row { documents, read, empty, titles, dates, authors, languages, warnings, words, lost } = row;
        let kept = share(*lost, *words);
        eprintln!(
            "{family:<18}{documents:5}{read:6}{empty:6}{titles:6}{dates:6}{authors:7}{languages:5}{warnings:9}{words:8}{kept:7.3}%"
        );
        assert!(kept >= 99.5, "{family}: {kept} % of the words");
    }
    let (lost, words) = rows.iter().fold((0, 0), |(lost, words), (_, row)| (lost + row.lost, words + row.words));
    assert!(share(lost, words) >= 99.9, "{} % of all words", share(lost, words));
}

/// Returns the HTML of the shown body from its place in the format.
fn body(format: &str, document: &Value) -> String {
    let post = first_post(document).unwrap_or(document);
    let text = match format {
        "readability" | "mercury" => &document["content"],
        "wordpress" => &post["content"]["rendered"],
        "ghost" => &post["html"],
        "jsonfeed" if document["items"][0]["content_html"].is_string() => &document["items"][0]["content_html"],
        "jsonfeed" => &document["items"][0]["content_text"],
        _ => article_body(document).unwrap_or(&Value::Null),
    };
    text.as_str().unwrap_or("").to_owned()
}

/// Returns the first text of an article in a page's JSON-LD.
fn article_body(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(items) => items.iter().find_map(article_body),
        _ => value.get("articleBody").or_else(|| article_body(value.get("@graph")?)),
    }
}

/// Compares a report with the index and the document's own fields.
fn compare(file: &str, document: &Value, report: &Report, [lang, date, title]: [&str; 3], row: &mut Row) {
    if !title.is_empty() && report.format != "jsonfeed" {
        let title = if report.format == "wordpress" { without_references(title) } else { title.to_owned() };
        // The index cuts off long titles.
        let found = squeezed(&report.headline);
        assert!(found.starts_with(&squeezed(&title)), "{file}: {found}");
    }
    row.titles += usize::from(!report.headline.is_empty());
    if !date.is_empty() {
        let mut date = DateTime::parse(date).unwrap_or_else(|| panic!("{file}: the date of the index, {date}"));
        if report.format == "wordpress" {
            date = date.with_offset(0);
        }
        assert_eq!(report.date_published, Some(date.to_iso()), "{file}");
    }
    row.dates += usize::from(report.date_published.is_some());
    if !lang.is_empty() {
        let lang = Lang::parse(lang).expect("a language tag");
        assert_eq!(report.lang.as_deref(), Some(lang.as_str()), "{file}");
    }
    row.languages += usize::from(report.lang.is_some());
    // A date is not a name, and a date after a name is not a part of it.
    for name in
        names(report.format, document).into_iter().filter(|name| !name.starts_with(|c: char| c.is_ascii_digit()))
    {
        let found = report.author.iter().any(|author| {
            let (author, name) = (squeezed(author), squeezed(&name));
            author.contains(&name) || name.contains(|c: char| c.is_ascii_digit()) && name.starts_with(&author)
        });
        assert!(found, "{file}: {name} is not among {:?}", report.author);
    }
    row.authors += usize::from(!report.author.is_empty());
}

/// Returns the names that a document gives plainly.
fn names(format: &str, document: &Value) -> Vec<String> {
    let values: Vec<&Value> = match format {
        "mercury" => vec![&document["author"]],
        "readability" => vec![&document["byline"]],
        "wordpress" => vec![&first_post(document).unwrap_or(document)["_embedded"]["author"][0]["name"]],
        "ghost" => first_post(document).map(|post| &post["primary_author"]["name"]).into_iter().collect(),
        "jsonfeed" => vec![&document["items"][0]["author"]["name"], &document["items"][0]["authors"][0]["name"]],
        _ => {
            let node = document.get(0).unwrap_or(document);
            vec![&node["author"]["name"], &node["author"][0]["name"]]
        }
    };
    let names = values.into_iter().filter_map(Value::as_str);
    names
        .map(|name| ["By", "by", "Par"].iter().find_map(|by| name.strip_prefix(by)).unwrap_or(name))
        .map(|name| name.trim_start_matches("https://www.").split('/').next().unwrap_or("").to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

/// Returns the first article of a list.
fn first_post(document: &Value) -> Option<&Value> {
    document.get(0).or_else(|| document.get("posts")?.get(0)).or_else(|| document.get("pages")?.get(0))
}

/// Reduces a text to its letters and digits.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Decodes the character references that WordPress writes into titles.
fn without_references(title: &str) -> String {
    let mut out = title.to_owned();
    for (reference, character) in
        [("&#8217;", "’"), ("&#038;", "&"), ("&amp;", "&"), ("&#8220;", "“"), ("&#8221;", "”")]
    {
        out = out.replace(reference, character);
    }
    out
}
