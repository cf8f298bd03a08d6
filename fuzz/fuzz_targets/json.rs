//! Reads any bytes as JSON, twice with the same result, and renders them to both sinks.
#![no_main]

mod sound;

use article_widget::{Batch, HtmlSink, Options, json, render::IsoDates, render_tree};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(tree) = json::parse(bytes) else { return };
    assert_eq!(json::parse(bytes).as_ref(), Ok(&tree));
    let (mut batch, mut html) = (Batch::default(), HtmlSink::default());
    let options = Options::default();
    let one = render_tree(&tree, &options, &IsoDates, &mut batch);
    let other = render_tree(&tree, &options, &IsoDates, &mut html);
    assert_eq!(one, other);
    if let Ok(report) = one {
        sound::assert_sound(&batch, &report, &options);
    }
});
