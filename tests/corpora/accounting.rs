//! Nothing of a real article is lost silently.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use crate::support::corpora;
use crate::support::sentinels::{Counts, count, count_html};
use article_widget::{Options, check};
use serde_json::Value;
use std::collections::BTreeMap;

/// Checks that each sentinel is shown or named in every document.
pub fn sentinels_are_shown_or_named() {
    let mut rows: BTreeMap<&str, [Counts; 4]> = BTreeMap::new();
    for (number, line) in corpora::index().lines().skip(1).enumerate() {
        let file = line.split('\t').next().expect("a file");
        let json = corpora::file(file).expect("a file of the index");
        let Ok(report) = check(&json, &Options::default()) else { continue };
        let document: Value = serde_json::from_slice(&json).expect("JSON");
        let row = rows.entry(report.format).or_default();
        let [fields, nodes, root] = count(&document);
        for (sum, counts) in row.iter_mut().zip([fields, nodes, root, count_html(&document, number * 3, 3)]) {
            let lost = counts.lost.iter().map(|place| format!("{file}: {place}")).collect();
            sum.add(Counts { lost, ..counts });
        }
    }
    eprintln!("{:<22}{:>7}{:>7}{:>7}{:>6}", "", "all", "shown", "named", "lost");
    let mut sums = <[Counts; 4]>::default();
    for (format, row) in rows {
        for ((what, counts), sum) in ["field", "node", "root", "html"].iter().zip(row).zip(&mut sums) {
            if counts.shown + counts.named + counts.lost.len() > 0 {
                eprintln!("{}", counts.line(&format!("{format} {what}")));
            }
            sum.add(counts);
        }
    }
    for (what, counts) in ["field", "node", "root", "html"].iter().zip(&sums) {
        eprintln!("{}", counts.line(&format!("all {what}")));
    }
    let lost: Vec<&String> = sums.iter().flat_map(|counts| &counts.lost).collect();
    assert!(lost.is_empty(), "{} lost, such as {:#?}", lost.len(), &lost[..lost.len().min(60)]);
}
