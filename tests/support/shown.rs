//! Renders documents of formats and checks the output.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use article_widget::render::IsoDates;
use article_widget::{HtmlSink, Options, Report, render_json};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A document of `tests/formats`, rendered.
pub struct Shown {
    /// The output.
    pub html: String,
    /// The report.
    pub report: Report,
}

/// Renders JSON.
pub fn shown_with(json: &[u8], options: &Options) -> Shown {
    let mut sink = HtmlSink::default();
    let report = render_json(json, options, &IsoDates, &mut sink).expect("an article");
    Shown { html: sink.finish(), report }
}

/// Renders a document.
pub fn shown_value(document: &Value) -> Shown {
    shown_with(document.to_string().as_bytes(), &Options::default())
}

/// Checks the facts in a document's report: format, headline, date, authors and language.
#[track_caller]
pub fn assert_facts(document: &Value, format: &str, headline: &str, date: &str, authors: &[&str], lang: &str) -> Shown {
    let shown = shown_value(document);
    let report = &shown.report;
    assert_eq!((report.format, report.headline.as_str()), (format, headline));
    assert_eq!(report.date_published.as_deref().unwrap_or(""), date);
    assert_eq!(report.author, authors);
    assert_eq!(report.lang.as_deref().unwrap_or(""), lang);
    shown
}

/// Reads a document of `tests/formats`.
pub fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name).with_extension("json");
    fs::read(path).expect("a fixture")
}

/// Renders a document of `tests/formats`.
pub fn shown(name: &str) -> Shown {
    shown_with(&file(name), &Options::default())
}

impl Shown {
    /// Checks that the output contains these pieces of HTML in this order.
    #[track_caller]
    pub fn shows(&self, pieces: &[&str]) -> &Shown {
        let mut rest = self.html.as_str();
        for piece in pieces {
            let place = rest.find(piece);
            assert!(place.is_some(), "{piece}\nis not, or not in this order, in\n{}", self.html);
            rest = rest.get(place.unwrap_or(0) + piece.len()..).unwrap_or("");
        }
        self
    }

    /// Checks that these are the warnings, as code, path and message, without those about HTML.
    #[track_caller]
    pub fn warns(&self, warnings: &[&str]) -> &Shown {
        let all = self.report.warnings.iter().filter(|warning| warning.code.as_str() != "html");
        let all: Vec<_> = all.map(|w| format!("{} {}: {}", w.code.as_str(), w.path, w.message)).collect();
        assert_eq!(all, warnings);
        self
    }

    /// Checks that the output contains none of these pieces.
    #[track_caller]
    pub fn hides(&self, pieces: &[&str]) -> &Shown {
        for piece in pieces {
            assert!(!self.html.contains(piece), "{piece}\nis in\n{}", self.html);
        }
        self
    }

    /// Checks the facts of the report: format, headline, date, language and authors.
    #[track_caller]
    pub fn reports(&self, format: &str, headline: &str, date: &str, lang: &str, authors: &[&str]) -> &Shown {
        let report = &self.report;
        assert_eq!((report.format, report.headline.as_str()), (format, headline));
        assert_eq!((report.date_published.as_deref(), report.lang.as_deref().unwrap_or("")), (Some(date), lang));
        assert_eq!(report.author, authors);
        self
    }
}
