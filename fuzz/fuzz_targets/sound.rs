//! What holds of every output, whatever the input was.

use article_widget::{Batch, Op};

/// Every element that is opened is closed, and no URL is of a scheme that runs anything.
pub fn assert_sound(batch: &Batch) {
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
}
