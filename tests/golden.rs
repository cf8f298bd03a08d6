//! Every fixture becomes what it became before.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use article_widget::Options;
use support::fixtures::{all, assert_golden, broken, render};

#[test]
fn fixtures_render_as_before() {
    for fixture in all() {
        let (html, report, error) = match render(&fixture.json, &Options::default()) {
            Ok((html, report)) => {
                let warnings = report.warnings.iter();
                let lines = warnings.map(|w| format!("{} {}: {}\n", w.code.as_str(), w.path, w.message));
                (broken(&html), lines.collect(), String::new())
            }
            Err(error) => {
                (String::new(), String::new(), format!("{} {}: {error}\n", error.code().as_str(), error.path()))
            }
        };
        assert_golden(&format!("{}.html", fixture.name), &html);
        assert_golden(&format!("{}.report", fixture.name), &report);
        assert_golden(&format!("{}.error", fixture.name), &error);
    }
}
