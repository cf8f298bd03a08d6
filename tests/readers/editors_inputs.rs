//! Editors' documents within the answers of systems, and hostile documents.

use crate::support::shown::shown_with;
use article_widget::render::IsoDates;
use article_widget::{HtmlSink, Options, render_json};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

#[test]
fn an_entry_of_a_list_is_chosen_by_place_or_id() {
    let doc = r#"{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"T"}]}]}"#;
    let json = format!(r#"{{"docs":[{{"id":"a","title":"A","body":{doc}}},{{"id":"b","title":"B","body":{doc}}}]}}"#);
    for (select, headline) in [("0", "A"), ("1", "B"), ("\"b\"", "B")] {
        let (options, _) = Options::from_json(format!(r#"{{"select":{select}}}"#).as_bytes()).expect("options");
        let shown = shown_with(json.as_bytes(), &options);
        assert_eq!((shown.report.headline.as_str(), shown.report.articles), (headline, 2), "{select}");
    }
    let (options, _) = Options::from_json(br#"{"select":"c"}"#).expect("options");
    let error = article_widget::check(json.as_bytes(), &options).expect_err("no such entry");
    assert_eq!(
        (error.code().as_str(), error.message()),
        ("no-such-article", "none of the articles has the place or the id c")
    );
}

#[test]
fn documents_stored_as_text_are_read() {
    let doc = r#"{\"type\":\"doc\",\"content\":[{\"type\":\"text\",\"text\":\"Über \\\"Tee\\\"\",\"marks\":[{\"type\":\"x\"}]}]}"#;
    let shown = shown_with(format!(r#"{{"data":{{"title":"T","body":"{doc}"}}}}"#).as_bytes(), &Options::default());
    assert_eq!(shown.report.format, "prosemirror");
    shown
        .shows(&[r#"<p>Über &quot;Tee&quot;</p>"#])
        .warns(&["unknown-mark /data/body/content/0/marks/0: unknown mark x, shown without it"]);
}

#[test]
fn ghosts_posts_without_html_show_what_the_editor_wrote() {
    let state = r#"{\"root\":{\"type\":\"root\",\"children\":[{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"text\":\"Märzschnee\"}]}]}}"#;
    let old = r#"{\"version\":\"0.3.1\",\"markups\":[],\"atoms\":[],\"cards\":[],\"sections\":[[1,\"p\",[[0,[],0,\"Aprilregen\"]]]]}"#;
    for (name, document, text) in [("lexical", state, "<p>Märzschnee</p>"), ("mobiledoc", old, "<p>Aprilregen</p>")] {
        let json = format!(r#"{{"posts":[{{"uuid":"u","title":"T","html":null,"{name}":"{document}"}}]}}"#);
        let shown = shown_with(json.as_bytes(), &Options::default());
        assert_eq!(shown.report.format, "ghost");
        shown.shows(&[">T</h2>", text]).warns(&[]);
    }
}

#[test]
fn hostile_documents_end() {
    // A markup that is opened repeatedly, an entry that embeds itself, lists and marks nested without end.
    let opened = format!(
        r#"{{"markups":[["strong"]],"sections":[[1,"p",[{}[0,[],0,"x"]]]]}}"#,
        r#"[0,[0,0,0,0,0,0,0,0],0,"y"],"#.repeat(5000)
    );
    let link = r#"{"nodeType":"embedded-entry-block","data":{"target":{"sys":{"id":"e"}}},"content":[]}"#;
    let body = format!(r#"{{"nodeType":"document","content":[{link},{link},{link}]}}"#);
    let endless = format!(r#"{{"items":[{{"sys":{{"id":"e"}},"fields":{{"title":"E","body":{body}}}}}]}}"#);
    let deep = format!(
        r#"{{"type":"doc","content":[{}{}]}}"#,
        r#"{"type":"bulletList","content":[{"type":"listItem","content":["#.repeat(25),
        "]}]}".repeat(25)
    );
    let deep = deep.replace(r#""content":[]"#, r#""content":[{"type":"text","text":"bottom"}]"#);
    for (json, last) in [(opened, "x</strong></p>"), (endless, "</article>")] {
        let shown = shown_with(json.as_bytes(), &Options::default());
        assert!(shown.html.contains(last));
    }
    let error = article_widget::check(deep.as_bytes(), &Options::default()).expect_err("nothing is left of it");
    assert_eq!(error.code().as_str(), "empty-article");
}

/// Collects the places of all values in a document.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| pointers(item, &format!("{at}/{index}"), out));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| pointers(member, &format!("{at}/{name}"), out));
        }
        _ => {}
    }
}

#[test]
fn any_value_may_be_anything() {
    let names = ["portable-text", "contentful", "lexical", "prosemirror", "mobiledoc", "slate", "strapi", "editorjs"];
    let mut shown = 0;
    for name in names.into_iter().chain(["draftjs"]) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name).with_extension("json");
        let document: Value = serde_json::from_slice(&fs::read(path).expect("a fixture")).expect("JSON");
        let mut places = Vec::new();
        pointers(&document, "", &mut places);
        for with in [json!(null), json!("x"), json!(-7.5), json!([[]]), json!([{"type": "text", "text": "y"}])] {
            for place in &places {
                let mut changed = document.clone();
                if let Some(value) = changed.pointer_mut(place) {
                    value.clone_from(&with);
                }
                // Nothing panics, and the output is well-formed.
                let mut sink = HtmlSink::default();
                let json = serde_json::to_vec(&changed).expect("JSON");
                if render_json(&json, &Options::default(), &IsoDates, &mut sink).is_ok() {
                    assert!(sink.finish().ends_with("</article>"), "{name} with {with} at {place}");
                    shown += 1;
                }
            }
        }
    }
    assert!(shown > 3000, "only {shown} of the changed documents are shown");
}
