//! Properties of every fixture, and of every fixture with one of its values removed or replaced.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use crate::support::fixtures::{all, render};
use crate::support::tree;
use article_widget::render::{Attr, IsoDates, Tag, UrlAttr};
use article_widget::{Batch, Op, Options, render_json};
use serde_json::{Value, json};

/// Returns the fixtures that are JSON.
fn documents() -> Vec<(String, Value)> {
    let parsed =
        all().into_iter().filter_map(|fixture| Some((fixture.name, serde_json::from_slice(&fixture.json).ok()?)));
    parsed.collect()
}

/// Calls `visit` with the document once for each of its values, which `with` replaces.
fn replaced(document: &Value, with: &Value, visit: &mut dyn FnMut(&Value, &str)) {
    let mut pointers = Vec::new();
    collect(document, String::new(), &mut pointers);
    for pointer in pointers {
        let mut changed = document.clone();
        if let Some(place) = changed.pointer_mut(&pointer) {
            *place = with.clone();
            visit(&changed, &pointer);
        }
    }
}

fn collect(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| collect(item, format!("{pointer}/{index}"), pointers));
        }
        Value::Object(members) => members.iter().for_each(|(name, member)| {
            collect(member, format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")), pointers);
        }),
        _ => {}
    }
    pointers.push(pointer);
}

/// Renders to both sinks and compares the trees.
#[track_caller]
fn assert_same_trees(json: &[u8], options: &Options, about: &str) {
    let mut batch = Batch::default();
    let outcome = render_json(json, options, &IsoDates, &mut batch);
    match (outcome, render(json, options)) {
        (Ok(report), Ok((html, same))) => {
            assert_eq!(report, same, "{about}");
            assert_eq!(tree::of_html(&html), tree::of_batch(&batch), "{about}\n{html}");
        }
        (Err(error), Err(same)) => {
            assert_eq!(error, same, "{about}");
            assert!(batch.ops.is_empty() && batch.text.is_empty(), "{about}: written in spite of {error}");
        }
        (one, other) => panic!("{about}: {one:?} and {other:?}"),
    }
}

#[test]
fn html_parses_into_the_tree_of_the_batch() {
    for fixture in all() {
        assert_same_trees(&fixture.json, &Options::default(), &fixture.name);
    }
}

#[test]
fn any_value_can_be_anything() {
    let values =
        [json!(null), json!(true), json!(7), json!("te<x>t"), json!([]), json!({}), json!([["a"], {"text": "b"}])];
    for (name, document) in documents() {
        for with in &values {
            replaced(&document, with, &mut |changed, pointer| {
                assert_same_trees(
                    changed.to_string().as_bytes(),
                    &Options::default(),
                    &format!("{name}{pointer} = {with}"),
                );
            });
        }
    }
}

#[test]
fn output_is_in_the_closed_tables() {
    for fixture in all() {
        let mut batch = Batch::default();
        if render_json(&fixture.json, &Options::default(), &IsoDates, &mut batch).is_err() {
            continue;
        }
        let mut depth = 0;
        for op in batch.iter() {
            match op {
                Op::Open(name) => {
                    depth += 1;
                    assert!(Tag::NAMES.contains(&name), "{name}");
                }
                Op::Attribute("id", id) => assert!(id.starts_with("article-"), "{id}"),
                Op::Attribute("href", url) => {
                    let safe = ["https://", "http://", "mailto:", "tel:", "#article-"]
                        .iter()
                        .any(|start| url.starts_with(start));
                    assert!(safe, "{url}");
                }
                Op::Attribute(name, _) => {
                    assert!(Attr::NAMES.contains(&name) || UrlAttr::NAMES.contains(&name), "{name}");
                }
                Op::Text(text) => assert!(!text.is_empty()),
                Op::Close => depth -= 1,
            }
        }
        assert_eq!(depth, 0, "{}", fixture.name);
    }
}

#[test]
fn rendering_is_deterministic() {
    for fixture in all() {
        let render = || render(&fixture.json, &Options::default()).map_err(|error| error.to_string());
        assert_eq!(render(), render(), "{}", fixture.name);
    }
}

#[test]
fn warnings_point_into_the_input() {
    for (name, document) in documents() {
        let Ok((_, report)) = render(document.to_string().as_bytes(), &Options::default()) else { continue };
        for warning in report.warnings {
            let path = warning.path.split('@').next().unwrap_or_default();
            let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
            assert!(document.pointer(path).or_else(|| document.pointer(parent)).is_some(), "{name}: {path}");
        }
    }
}

#[test]
fn limits_hold() {
    let paragraphs = vec!["word"; 30_000];
    let json = json!({ "headline": "Long", "body": paragraphs }).to_string();
    let (html, report) = render(json.as_bytes(), &Options::default()).expect("renders");
    assert!(html.matches("<p>").count() < 20_000);
    assert_eq!(report.warnings.len(), 1);
    assert_eq!(report.warnings[0].message, "the article is cut off here: it has more than 20000 nodes");

    for text in ["word\n", "word\n\n", "\u{1}word\r"] {
        for body in [json!(text.repeat(30_000)), json!([{ "type": "paragraph", "text": text.repeat(30_000) }])] {
            let json = json!({ "headline": "Long", "body": body }).to_string();
            let (html, report) = render(json.as_bytes(), &Options::default()).expect("renders");
            assert!(html.matches("<p>").count() + html.matches("<br>").count() < 20_000, "{text:?}");
            assert_eq!(report.warnings.len(), 1, "{text:?}: {:?}", report.warnings);
            assert_eq!(report.warnings[0].message, "the article is cut off here: it has more than 20000 nodes");
        }
    }

    let mut options = Options::default();
    options.max_bytes = 1000;
    let error = render(json.as_bytes(), &options).expect_err("too large");
    assert_eq!(error.to_string(), "the input is larger than 1000 bytes");
}

#[test]
fn deep_nesting_costs_the_deep_part_only() {
    let depth = 200_000;
    let nested = format!("{}\"x\"{}", "{\"type\":\"quote\",\"body\":[".repeat(depth), "]}".repeat(depth));
    let json = format!("{{\"headline\":\"Deep\",\"body\":[{nested},\"after\"]}}");
    let mut options = Options::default();
    options.max_bytes = usize::MAX;
    let (html, report) = render(json.as_bytes(), &options).expect("renders");
    assert!(html.contains("<p>after</p>"), "{html}");
    assert!(report.warnings.iter().any(|warning| warning.code.as_str() == "too-deep"), "{:?}", report.warnings);
}
