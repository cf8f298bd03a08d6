//! Reads any text as the HTML of a body.
#![no_main]

mod sound;

use article_widget::json::Value;
use article_widget::{Batch, Options, render::IsoDates, render_tree};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    let body = Value::Object(vec![("html".into(), Value::String(html.into()))]);
    let tree = Value::Object(vec![("headline".into(), Value::String("Fuzz".into())), ("body".into(), body)]);
    let mut batch = Batch::default();
    let options = Options::default();
    if let Ok(report) = render_tree(&tree, &options, &IsoDates, &mut batch) {
        sound::assert_sound(&batch, &report, &options);
    }
});
