//! The exports of the npm package's module for its JavaScript: one article at a time, no exceptions, one crossing of
//! the boundary in each direction per step.
//!
//! Bytes go in and texts come out, because this keeps wasm-bindgen's JavaScript smallest. Results are passed to the
//! host's methods, so that the host has nothing to free.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Precision};
use crate::options::Options;
use crate::output::batch::Batch;
use crate::output::report_json::to_json;
use crate::pipeline::parse;
use crate::read::read;
use crate::render::{Locales, Moment, render};
use crate::report::{Report, Warning};
use crate::text::lang::Lang;
use crate::text::swar::utf16_length;
use crate::wasm::heap;
use std::borrow::Cow;
use std::cell::Cell;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The page's callbacks for the module: `www/render/core-callbacks.js`.
    pub type Host;

    /// Takes all results of an article in one call. `ops` are the operations of its batch, a view that is valid only
    /// during the call. `text` is the report as JSON, `report` UTF-16 code units long, followed by the batch's text or
    /// the HTML.
    #[wasm_bindgen(method)]
    fn take(this: &Host, ops: &[u32], text: &str, report: u32);

    /// Formats a date by `Intl`, in UTF-8; empty if that is not possible.
    #[wasm_bindgen(method)]
    fn date(this: &Host, lang: &str, milliseconds: f64, zone: &str, precision: u32) -> Vec<u8>;

    /// Returns the labels in a language, as a row of `labels-more.tsv` in UTF-8; empty if they are not available.
    #[wasm_bindgen(method)]
    fn labels(this: &Host, lang: &str) -> Vec<u8>;

    /// Formats a number in the digits of a language, after its plural category and a space, in UTF-8.
    #[wasm_bindgen(method)]
    fn count(this: &Host, lang: &str, number: u32) -> Vec<u8>;
}

impl Locales for Host {
    fn date(&self, lang: &str, moment: Moment) -> Option<String> {
        let precision = match moment.precision {
            Precision::Day => 0,
            Precision::Minute => 1,
            Precision::Second => 2,
        };
        text(self.date(lang, moment.seconds as f64 * 1000.0, moment.zone.unwrap_or("UTC"), precision))
    }

    fn labels(&self, lang: &Lang) -> Option<Cow<'static, str>> {
        text(self.labels(lang.as_str())).map(Cow::Owned)
    }

    fn count(&self, lang: &str, number: u32) -> String {
        text(self.count(lang, number)).unwrap_or_default()
    }
}

/// Frees all memory of the rendering; to be called after the report has been read, or if it is no longer needed.
/// Returns whether the heap is so large that a fresh instance is better.
#[wasm_bindgen]
pub fn reset() -> bool {
    WORK.with(|work| work.set(Work::Nothing));
    heap::reset()
}

/// Returns the host's answer in UTF-8, unless it is empty.
fn text(bytes: Vec<u8>) -> Option<String> {
    String::from_utf8(bytes).ok().filter(|text| !text.is_empty())
}

/// The next step of the current article. A page has time for other tasks between two steps; each takes a few hundredths
/// of a second for a long article on a slow device.
///
/// All values stay on the heap until it is reset as a whole, and can be borrowed until then.
#[derive(Clone, Copy)]
enum Work {
    /// Parse the JSON of the article and of the options.
    Parse(&'static [u8], &'static [u8]),
    /// Read the article from the tree.
    Read(&'static Value<'static>, &'static Given),
    /// Render the article.
    Render(&'static (Article<'static>, Cell<Option<Report>>), &'static Given),
    /// Nothing: all steps are done, or none was requested.
    Nothing,
}

/// The options, and the warnings about them, which go into the report.
type Given = (Options, Cell<Vec<Warning>>);

thread_local! {
    /// The step of the only current article.
    static WORK: Cell<Work> = const { Cell::new(Work::Nothing) };
}

/// Starts an article from its JSON and the options as JSON.
#[wasm_bindgen]
pub fn begin(json: Vec<u8>, options: Vec<u8>) {
    WORK.with(|work| work.set(Work::Parse(json.leak(), options.leak())));
}

/// Does the next step; returns whether there are more. The last step passes the article and the report to the host.
#[wasm_bindgen]
pub fn step(host: &Host) -> bool {
    let work = next(WORK.with(Cell::get), host).unwrap_or_else(|error| {
        let (text, report) = reported(Err(&error));
        host.take(&[], &text, report);
        Work::Nothing
    });
    WORK.with(|next| next.set(work));
    !matches!(work, Work::Nothing)
}

fn next(work: Work, host: &Host) -> Result<Work, Error> {
    Ok(match work {
        Work::Parse(json, options) => {
            let given = kept(options_of(options)?);
            Work::Read(kept(parse(json, &given.0)?), given)
        }
        Work::Read(tree, given) => {
            let (article, mut report) = read(tree, &given.0)?;
            report.warnings.append(&mut given.1.take());
            Work::Render(kept((article, Cell::new(Some(report)))), given)
        }
        Work::Render((article, report), (options, _)) => {
            let mut batch = Batch::default();
            let mut warnings = render(article, options, host, &mut batch);
            let Some(mut report) = report.take() else { return Ok(Work::Nothing) };
            report.warnings.append(&mut warnings);
            let (text, length) = reported(Ok(&report));
            batch.text.insert_str(0, &text);
            host.take(&batch.ops, &batch.text, length);
            Work::Nothing
        }
        Work::Nothing => work,
    })
}

/// Keeps a value on the heap.
fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// Renders article JSON as HTML and passes it to the host: the report, followed by the HTML.
#[cfg(feature = "server")]
#[wasm_bindgen]
pub fn render_html(input: &[u8], options: &[u8], host: &Host) {
    let outcome = options_of(options).and_then(|(options, warnings)| {
        let mut rendered = crate::pipeline::render_html_by(input, &options, host)?;
        rendered.report.warnings.append(&mut warnings.take());
        Ok(rendered)
    });
    match outcome {
        Ok(rendered) => hand(host, &rendered.report, "", rendered.html),
        Err(error) => refuse(host, &error),
    }
}

/// Renders article JSON as the whole element and passes it to the host: the report, then the head, whose length is the
/// only operation, then the HTML.
#[cfg(feature = "server")]
#[wasm_bindgen]
pub fn render_element(input: &[u8], options: &[u8], host: &Host) {
    let outcome = crate::ElementOptions::from_json(options).and_then(|(options, mut warnings)| {
        let mut rendered = crate::element::render_element_by(input, &options, host)?;
        in_options(&mut warnings);
        rendered.report.warnings.append(&mut warnings);
        Ok(rendered)
    });
    match outcome {
        Ok(rendered) => hand(host, &rendered.report, &rendered.head, rendered.html),
        Err(error) => refuse(host, &error),
    }
}

/// Passes texts to the host in one piece.
#[cfg(feature = "server")]
fn hand(host: &Host, report: &Report, head: &str, html: String) {
    let (mut text, length) = reported(Ok(report));
    text.push_str(head);
    text.push_str(&html);
    host.take(&[utf16_length(head) as u32], &text, length);
}

/// Passes the error to the host if there is no article.
#[cfg(feature = "server")]
fn refuse(host: &Host, error: &Error) {
    let (text, length) = reported(Err(error));
    host.take(&[], &text, length);
}

/// Returns a report as JSON, and its length in UTF-16 code units.
fn reported(outcome: Result<&Report, &Error>) -> (String, u32) {
    let text = to_json(outcome);
    let length = utf16_length(&text) as u32;
    (text, length)
}

/// Reads options from JSON; also returns the warnings about them.
fn options_of(json: &[u8]) -> Result<Given, Error> {
    let (options, mut warnings) = Options::from_json(json)?;
    in_options(&mut warnings);
    Ok((options, Cell::new(warnings)))
}

/// Adjusts the paths of warnings about the options for the report.
fn in_options(warnings: &mut [Warning]) {
    for warning in warnings {
        warning.path.insert_str(0, "/options");
    }
}
