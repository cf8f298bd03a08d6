//! Texts that could disguise the text beside them, or that no browser can lay out, in every string of every document.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::fixtures::{all, all_in};
use article_widget::render::IsoDates;
use article_widget::{Batch, Op, Options, Report, render_json};
use serde_json::Value;

/// The parts whose text is a label, which is shown beside text of other authors.
const LABELS: &str = "headline kicker card-title button-link product-name entry-title aside-title attribution credit summary \
                      embed-provider embed-title card-source price related-title related-headline related-more source \
                      authors role language keywords breadcrumb";

/// Returns whether a character is a control that reorders the text around it.
fn reorders(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// Appends `with` to each string of each document in turn, and calls `visit` with the operations and the report.
fn with_each_string(with: &str, visit: &mut dyn FnMut(&str, &str, &Batch, &Report)) {
    for fixture in all().into_iter().chain(all_in("formats")) {
        let Ok(document) = serde_json::from_slice::<Value>(&fixture.json) else { continue };
        let mut pointers = Vec::new();
        strings(&document, String::new(), &mut pointers);
        for pointer in pointers {
            let mut changed = document.clone();
            let Some(Value::String(text)) = changed.pointer_mut(&pointer) else { continue };
            text.push_str(with);
            let mut batch = Batch::default();
            if let Ok(report) = render_json(changed.to_string().as_bytes(), &Options::default(), &IsoDates, &mut batch)
            {
                visit(&fixture.name, &pointer, &batch, &report);
            }
        }
    }
}

fn strings(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| strings(item, format!("{pointer}/{index}"), pointers));
        }
        Value::Object(members) => members.iter().for_each(|(name, member)| {
            strings(member, format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")), pointers);
        }),
        Value::String(_) => pointers.push(pointer),
        _ => {}
    }
}

#[test]
fn labels_have_no_bidi_controls_and_other_texts_close_them() {
    let mut shown = 0;
    with_each_string(" ab\u{202E}\u{2067}\u{200F}cd", &mut |name, pointer, batch, _| {
        // For each open element, whether it is a label.
        let mut open = vec![false];
        let mut depth = 0_i32;
        for op in batch.iter() {
            match op {
                Op::Open(_) => open.push(*open.last().unwrap()),
                Op::Close => _ = open.pop(),
                Op::Attribute("part", parts) => {
                    let is_label =
                        parts.split(' ').any(|part| LABELS.split_ascii_whitespace().any(|label| label == part));
                    *open.last_mut().unwrap() |= is_label;
                }
                Op::Attribute(attribute, value) => {
                    assert!(!value.contains(reorders), "{name}{pointer}: {attribute}={value:?}");
                }
                Op::Text(text) => {
                    shown += usize::from(text.contains("cd"));
                    let is_label = *open.last().unwrap();
                    assert!(!is_label || !text.contains(reorders), "{name}{pointer}: {text:?}");
                    for c in text.chars() {
                        depth += match c {
                            '\u{202A}'..='\u{202B}' | '\u{202D}'..='\u{202E}' | '\u{2066}'..='\u{2068}' => 1,
                            '\u{202C}' | '\u{2069}' => -1,
                            _ => 0,
                        };
                    }
                    assert_eq!(depth, 0, "{name}{pointer}: {text:?} leaves a control open");
                }
            }
        }
    });
    assert!(shown > 800, "{shown}");
}

#[test]
fn marks_on_one_letter_are_bounded_everywhere_and_told_of() {
    let (mut shown, mut unsaid) = (0, Vec::new());
    with_each_string(&["x", &"\u{301}".repeat(300), "y"].concat(), &mut |name, pointer, batch, report| {
        let mut longest = 0;
        for op in batch.iter() {
            if let Op::Text(text) | Op::Attribute("alt" | "title" | "aria-label" | "label", text) = op {
                let runs = text.split(|c| c != '\u{301}').map(|run| run.chars().count());
                longest = longest.max(runs.max().unwrap_or(0));
            }
        }
        assert!(longest <= 20, "{name}{pointer}: {longest} marks");
        // An address contains its marks in encoded form.
        let encoded = batch.iter().any(|op| matches!(op, Op::Text(text) if text.contains("%CC%81")));
        if longest > 0 && !encoded {
            shown += 1;
            let about = |path: &str| !path.is_empty() && (pointer.starts_with(path) || path.starts_with(pointer));
            // A text of several nodes is cut at the first one, and reported as not shown at the others.
            let tells = |code: &str| matches!(code, "truncated" | "not-shown");
            let mut said = report.warnings.iter().filter(|warning| tells(warning.code.as_str()));
            if !said.any(|warning| about(&warning.path)) {
                unsaid.push(format!("{name}{pointer}: {:?}", report.warnings));
            }
        }
    });
    assert!(unsaid.is_empty(), "{} of {shown}: {:#?}", unsaid.len(), unsaid);
    assert!(shown > 800, "{shown}");
}

#[test]
fn marks_over_several_runs_are_marks_on_one_letter() {
    let runs: Vec<Value> = (0..2000)
        .map(|index| serde_json::json!({ "text": "\u{301}", "marks": [if index % 2 == 0 { "b" } else { "i" }] }))
        .collect();
    let html = "<b>&#x301;</b><i>&#769;</i>".repeat(1000);
    let inside_html = serde_json::json!({ "headline": "H", "body": { "html": format!("<p>a{html}b</p>") } });
    let own = serde_json::json!({ "headline": "H", "body": [{ "type": "paragraph", "text": ["a", runs, "b"] }] });
    for document in [inside_html, own] {
        let mut batch = Batch::default();
        let report =
            render_json(document.to_string().as_bytes(), &Options::default(), &IsoDates, &mut batch).expect("read");
        let shown: String =
            batch.iter().filter_map(|op| if let Op::Text(text) = op { Some(text) } else { None }).collect();
        assert_eq!(shown.matches('\u{301}').count(), 20);
        assert!(report.warnings.iter().any(|warning| warning.code.as_str() == "truncated" && !warning.path.is_empty()));
    }
}
