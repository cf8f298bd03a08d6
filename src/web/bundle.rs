//! What the npm package's module exports to its JavaScript: no state, no exceptions, one crossing of the boundary a way.
//!
//! Bytes go in and texts come out: nothing else keeps wasm-bindgen's JavaScript as small. All that comes out is handed to
//! the host, so that nothing is left to be freed by it.

use super::heap;
use crate::batch::Batch;
use crate::error::Error;
#[cfg(feature = "formats")]
use crate::html::HtmlSink;
use crate::lang::Lang;
use crate::model::Precision;
use crate::options::options_from_json;
use crate::pipeline::render_json;
use crate::render::{Locales, Moment, Sink};
use crate::report::Report;
use crate::report_json::to_json;
use std::borrow::Cow;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// What the page does for the module: `www/host.js`.
    pub type Host;

    /// Turns a batch into nodes. `ops` is a view that is valid during the call only.
    #[wasm_bindgen(method)]
    fn play(this: &Host, ops: &[u32], text: &str);

    /// Takes the HTML.
    #[cfg(feature = "formats")]
    #[wasm_bindgen(method)]
    fn write(this: &Host, html: &str);

    /// Takes the report, as JSON; comes last.
    #[wasm_bindgen(method)]
    fn tell(this: &Host, report: &str);

    /// Formats a date by `Intl`, in UTF-8; empty where that cannot be done.
    #[wasm_bindgen(method)]
    fn date(this: &Host, lang: &str, milliseconds: f64, zone: &str, precision: u32) -> Vec<u8>;

    /// The labels in a language, as a row of `labels-more.tsv` in UTF-8; empty when they are not there.
    #[wasm_bindgen(method)]
    fn labels(this: &Host, lang: &str) -> Vec<u8>;

    /// A number in the digits of a language, behind its plural category and a space, in UTF-8.
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

/// Gives back all memory that rendering took; to be called when the report has been read, and nothing else is under way.
#[wasm_bindgen]
pub fn reset() {
    heap::reset();
}

/// What the host gave in UTF-8, unless it is nothing.
fn text(bytes: Vec<u8>) -> Option<String> {
    String::from_utf8(bytes).ok().filter(|text| !text.is_empty())
}

/// Renders article JSON and plays it on the host. The options are JSON too.
#[wasm_bindgen]
pub fn render(input: &[u8], options: &[u8], host: &Host) {
    let mut batch = Batch::default();
    let outcome = run(input, options, host, &mut batch);
    if outcome.is_ok() {
        host.play(&batch.ops, &batch.text);
    }
    host.tell(&to_json(outcome.as_ref()));
}

/// Renders article JSON as HTML and hands it to the host. Servers alone call it, and they have the module with all
/// formats.
#[cfg(feature = "formats")]
#[wasm_bindgen]
pub fn render_html(input: &[u8], options: &[u8], host: &Host) {
    let mut sink = HtmlSink::default();
    let outcome = run(input, options, host, &mut sink);
    if outcome.is_ok() {
        host.write(&sink.finish());
    }
    host.tell(&to_json(outcome.as_ref()));
}

fn run(input: &[u8], options: &[u8], host: &Host, sink: &mut dyn Sink) -> Result<Report, Error> {
    let (options, mut warnings) = options_from_json(options)?;
    let mut report = render_json(input, &options, host, sink)?;
    for warning in &mut warnings {
        warning.path.insert_str(0, "/options");
    }
    report.warnings.append(&mut warnings);
    Ok(report)
}
