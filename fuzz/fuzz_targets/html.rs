//! Any text as the HTML of a body: every element that is opened is closed, and no script comes through.
#![no_main]

use article_widget::json::Value;
use article_widget::{Batch, Op, Options, render::IsoDates, render_tree};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    let body = Value::Object(vec![("html".into(), Value::String(html.into()))]);
    let tree = Value::Object(vec![("headline".into(), Value::String("Fuzz".into())), ("body".into(), body)]);
    let mut batch = Batch::default();
    if render_tree(&tree, &Options::default(), &IsoDates, &mut batch).is_err() {
        return;
    }
    let mut depth = 0_usize;
    for op in batch.iter() {
        match op {
            Op::Open(_) => depth += 1,
            Op::Close => depth = depth.checked_sub(1).expect("closes what was opened"),
            Op::Attribute("href" | "src" | "poster", url) => {
                let safe = ["https://", "http://", "mailto:", "tel:", "#article-"];
                assert!(safe.iter().any(|start| url.starts_with(start)), "{url}");
            }
            Op::Attribute(..) | Op::Text(_) => {}
        }
    }
    assert_eq!(depth, 0);
});
