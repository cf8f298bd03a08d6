//! Real articles in publishers' own formats.
//!
//! Prints a table of the results: `cargo test --test corpora publishers -- --nocapture`.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::corpora;
use article_widget::model::DateTime;
use article_widget::render::IsoDates;
use article_widget::{ErrorCode, HtmlSink, Lang, Options, Report, render_json};
use serde_json::Value;
use std::collections::BTreeMap;

/// The results for the documents of a format.
#[derive(Default)]
struct Row {
    documents: usize,
    titles: usize,
    dates: usize,
    authors: usize,
    languages: usize,
    pictures: usize,
    related: usize,
    texts: usize,
    warnings: BTreeMap<&'static str, usize>,
}

const OURS: [&str; 6] = ["apple-news", "arc-ans", "bbc-cps", "bbc-optimo", "guardian-dcr", "ninjs"];
const FOLDERS: [&str; 6] = ["apple-news/", "arc-ans/", "bbc/cps/", "bbc/optimo/", "guardian/", "ninjs/"];

pub fn real_articles_are_read_with_all_that_they_say() {
    let index = corpora::index();
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    let mut lost = Vec::new();
    for line in index.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[file, format, _, lang, _, date, title, ..] = fields.as_slice() else {
            panic!("a line of INDEX.tsv: {line}")
        };
        if !FOLDERS.iter().any(|folder| file.starts_with(folder)) {
            continue;
        }
        let json = corpora::file(file).expect("a file of the index");
        let mut sink = HtmlSink::default();
        let outcome = render_json(&json, &Options::default(), &IsoDates, &mut sink);
        if !OURS.contains(&format) {
            // Parts of articles and lists of articles have no format here; events are news items.
            let others = outcome.map_or_else(
                |error| error.code() == ErrorCode::UnknownFormat,
                |r| !OURS.contains(&r.format) || file.starts_with("ninjs/") && r.format == "ninjs",
            );
            assert!(others, "{file}");
            continue;
        }
        let document: Value = serde_json::from_slice(&json).expect("JSON");
        let report = match outcome {
            Ok(report) => report,
            Err(error) => {
                let wordless = document["headlines"].is_null() && document["content_elements"].is_null();
                assert!(error.code() == ErrorCode::EmptyArticle && wordless, "{file}: {error}");
                continue;
            }
        };
        assert_eq!(report.format, format, "{file}");
        let html = sink.finish();
        let row = rows.entry(OURS.iter().find(|ours| **ours == format).expect("one of ours")).or_default();
        row.documents += 1;
        compare(file, &report, [lang, date, title], row);
        row.pictures += html.matches("<img").count();
        row.related += html.matches("related-item").count();
        if std::env::var_os("SHOW_WARNINGS").is_some() {
            report.warnings.iter().for_each(|w| eprintln!("{file} {} {} {}", w.code.as_str(), w.path, w.message));
        }
        report.warnings.iter().for_each(|warning| *row.warnings.entry(warning.code.as_str()).or_default() += 1);
        let shown = squeezed(&html);
        let mut texts = Vec::new();
        visible(format, &document, &mut texts);
        for text in &texts {
            row.texts += 1;
            if !shown.contains(text) {
                lost.push(format!("{file}: {text}"));
            }
        }
    }
    eprintln!("format        docs title date author lang images related texts warnings");
    for (format, row) in &rows {
        let Row { documents, titles, dates, authors, languages, pictures, related, texts, warnings } = row;
        eprintln!(
            "{format:<13}{documents:5}{titles:6}{dates:5}{authors:7}{languages:5}{pictures:7}{related:8}{texts:6} {warnings:?}"
        );
    }
    assert_eq!(rows.len(), OURS.len());
    assert!(lost.is_empty(), "{} texts are lost:\n{}", lost.len(), lost.join("\n"));
}

/// Compares a report with the index.
fn compare(file: &str, report: &Report, [lang, date, title]: [&str; 3], row: &mut Row) {
    if !title.is_empty() {
        // The index cuts off long titles.
        let found = squeezed(&report.headline);
        assert!(found.starts_with(&squeezed(title)), "{file}: {found} for {title}");
    }
    row.titles += usize::from(!report.headline.is_empty());
    if !date.is_empty() {
        let date = DateTime::parse(date).or_else(|| DateTime::from_epoch(date.trim_end_matches(".0").parse().ok()?));
        let date = date.unwrap_or_else(|| panic!("{file}: the date of the index"));
        assert_eq!(report.date_published, Some(date.to_iso()), "{file}");
    }
    row.dates += usize::from(report.date_published.is_some());
    if !lang.is_empty() {
        let lang = Lang::parse(lang).expect("a language tag");
        let found = report.lang.as_deref().unwrap_or("");
        assert!(found.eq_ignore_ascii_case(lang.as_str()), "{file}: {found}");
    }
    row.languages += usize::from(report.lang.is_some());
    row.authors += usize::from(!report.author.is_empty());
}

/// Adds the texts of a document that readers see on its publisher's page, in pieces between tags.
fn visible(format: &str, document: &Value, texts: &mut Vec<String>) {
    match format {
        "apple-news" => {
            members(&document["components"], &["text", "html", "caption"], &[], texts);
            // The texts of the header are not repeated, whatever their spelling.
            let header =
                ["title", "subtitle"].map(|name| squeezed(document[name].as_str().unwrap_or("")).to_lowercase());
            let names = document["metadata"]["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let names: Vec<String> = names.map(squeezed).collect();
            texts.iter_mut().for_each(|text| *text = text.trim_start_matches("By").to_owned());
            texts.retain(|text| {
                !header.contains(&text.to_lowercase()) && !names.iter().any(|name| text.ends_with(name))
            });
        }
        "arc-ans" => {
            members(&document["content_elements"], &["content", "caption", "text", "endorsement"], &[], texts);
            members(&document["promo_items"]["basic"], &["caption"], &[], texts);
            members(&document["credits"], &["byline"], &["image"], texts);
        }
        "ninjs" => {
            for name in ["headline", "byline", "by"] {
                pieces(&document[name], texts);
            }
            // Bylines lose the word before the names.
            texts.iter_mut().for_each(|text| *text = text.trim_start_matches("Von").to_owned());
            let bodies: Vec<&Value> = document["bodies"].as_array().into_iter().flatten().collect();
            let is_markup = |body: &&&Value| {
                body["value"].as_str().is_some_and(|text| text.starts_with(['<', '\n']) && !text.contains("itf"))
            };
            let best = bodies.iter().find(is_markup).or(bodies.last());
            match best {
                Some(body) => pieces(&body["value"], texts),
                None if document["body_xhtml"].is_string() => pieces(&document["body_xhtml"], texts),
                None => pieces(&document["body_text"], texts),
            }
        }
        "bbc-optimo" => {
            members(&document["content"], &["fragment"], &["aresMedia"], texts);
        }
        "bbc-cps" => {
            members(&document["content"]["blocks"], &["text", "caption"], &["meta", "idt2"], texts);
            members(&document["promo"]["byline"]["name"], &[], &[], texts);
        }
        _ => {
            const HIDDEN: &[&str] = &["imageSources", "assets", "linkedData", "config"];
            for part in ["blocks", "mainMediaElements"] {
                for element in elements(&document[part]) {
                    let kind = element["_type"].as_str().unwrap_or("").rsplit('.').next().unwrap_or("");
                    let scripted =
                        kind.starts_with("Interactive") || kind.starts_with("Embed") || kind.starts_with("Chart");
                    members(
                        element,
                        if scripted { &["caption"] } else { &["html", "caption", "label", "mediaTitle"] },
                        HIDDEN,
                        texts,
                    );
                }
            }
            pieces(&document["standfirst"], texts);
            members(&document["storyPackage"], &["headline"], &[], texts);
        }
    }
}

/// Returns the elements of blocks, or the elements themselves.
fn elements(value: &Value) -> Vec<&Value> {
    let items = value.as_array().into_iter().flatten();
    items.flat_map(|item| item["elements"].as_array().map_or(vec![item], |inner| inner.iter().collect())).collect()
}

/// Adds the strings of these members, at any depth except inside `hidden` ones.
fn members(value: &Value, names: &[&str], hidden: &[&str], texts: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| members(item, names, hidden, texts)),
        // The type of a block in Optimo gives its kind.
        Value::Object(_) if names.contains(&value["type"].as_str().unwrap_or("")) => {
            pieces(&value["model"]["text"], texts);
        }
        Value::Object(object) if !hidden.contains(&value["type"].as_str().unwrap_or("")) => {
            for (name, member) in object {
                if names.contains(&name.as_str()) && member.is_string() {
                    pieces(member, texts);
                } else if !hidden.contains(&name.as_str()) {
                    members(member, names, hidden, texts);
                }
            }
        }
        _ => {}
    }
}

/// Adds the pieces of a text between its tags and line ends, reduced to letters and digits.
fn pieces(value: &Value, texts: &mut Vec<String>) {
    let mut text = value.as_str().unwrap_or("").replace("\\n", "\n");
    for hidden in ["script", "style", "itemMeta", "altText", "title", "svg"] {
        while let (Some(start), Some(end)) = (text.find(&format!("<{hidden}")), text.find(&format!("</{hidden}>"))) {
            text.replace_range(start..end.max(start), "");
            text = text.replacen(&format!("</{hidden}>"), "\n", 1);
        }
    }
    while let Some(start) = text.find("](") {
        let end = text.get(start..).and_then(|rest| rest.find(')')).map_or(text.len(), |end| start + end);
        text.replace_range(start..end, "\n");
    }
    let mut inside = false;
    let split: String = text
        .chars()
        .map(|c| {
            inside = (inside || c == '<') && c != '>';
            if inside || c == '>' || c == '[' { '\n' } else { c }
        })
        .collect();
    texts.extend(split.lines().map(squeezed).filter(|piece| !piece.is_empty()));
}

/// Reduces a text to its letters and digits.
fn squeezed(text: &str) -> String {
    let mut text = text.to_owned();
    for (reference, character) in [
        ("&nbsp;", " "),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#39;", "'"),
        ("&rsquo;", "'"),
        ("&mdash;", "—"),
        ("&ndash;", "–"),
        ("&amp;", "&"),
        ("&amp;", "&"),
    ] {
        text = text.replace(reference, character);
    }
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
