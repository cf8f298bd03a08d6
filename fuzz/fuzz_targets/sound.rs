//! Properties of every output, for any input.

use article_widget::{Batch, Op, Options, Report, to_json};

/// The most bytes of a report as JSON.
const MAX_REPORT: usize = 1 << 20;

/// The maximum nesting of elements.
const MAX_DEPTH: usize = 200;

/// Checks that every opened element is closed, no URL has a scheme that runs code, and nothing exceeds the limits.
pub fn assert_sound(batch: &Batch, report: &Report, options: &Options) {
    assert!(batch.text.len() <= options.max_output, "{} bytes of text", batch.text.len());
    assert!(batch.ops.len() <= 20 * options.max_nodes, "{} operations", batch.ops.len());
    assert!(to_json(Ok(report)).len() <= MAX_REPORT, "a long report");
    let mut depth = 0_usize;
    for op in batch.iter() {
        match op {
            Op::Open(_) => {
                depth += 1;
                assert!(depth <= MAX_DEPTH, "{depth} levels");
            }
            Op::Close => depth = depth.checked_sub(1).expect("closes what was opened"),
            Op::Attribute("href" | "src" | "poster", url) => {
                let safe = ["https://", "http://", "mailto:", "tel:", "#article-"];
                assert!(safe.iter().any(|start| url.starts_with(start)), "{url}");
            }
            Op::Attribute(..) | Op::Text(_) => {}
        }
    }
    assert_eq!(depth, 0);
}
