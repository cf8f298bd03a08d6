//! Nothing of a golden document is lost silently.

use crate::support::fixtures::all_in;
use crate::support::sentinels::{Counts, count, count_html};
use article_widget::{Options, check};
use serde_json::Value;

#[test]
fn sentinels_in_golden_documents_are_shown_or_named() {
    let mut sum = Counts::default();
    for (number, fixture) in all_in("formats").into_iter().chain(all_in("golden")).enumerate() {
        let (Ok(document), Ok(_)) =
            (serde_json::from_slice::<Value>(&fixture.json), check(&fixture.json, &Options::default()))
        else {
            continue;
        };
        let [fields, nodes, root] = count(&document);
        for counts in [fields, nodes, root, count_html(&document, number * 3, 3)] {
            let lost = counts.lost.iter().map(|place| format!("{}: {place}", fixture.name)).collect();
            sum.add(Counts { lost, ..counts });
        }
    }
    eprintln!("{}", sum.line("golden documents"));
    assert!(
        sum.lost.is_empty(),
        "{} lost, such as {:#?}",
        sum.lost.len(),
        &sum.lost.iter().take(60).collect::<Vec<_>>()
    );
}
