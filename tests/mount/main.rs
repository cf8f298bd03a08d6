//! `mount` in a browser, through the crate's own player: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

use article_widget::{ErrorCode, Options, mount, mount_value, render_html};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

/// Returns an element of the page to mount in.
fn target() -> Element {
    let document = js_sys::Reflect::get(&js_sys::global(), &"document".into()).expect("a page");
    let document: web_sys::Document = document.unchecked_into();
    let target = document.create_element("div").expect("an element");
    target.append_child(&document.create_text_node("Loading")).expect("a child");
    target
}

/// The golden files with the most markup; the JavaScript player's tests run all of them.
const ARTICLES: &[&str] = &[
    include_str!("../golden/040-header.json"),
    include_str!("../golden/051-nested-marks.json"),
    include_str!("../golden/052-abbr-ruby-lang.json"),
    include_str!("../golden/070-lists.json"),
    include_str!("../golden/090-images.json"),
    include_str!("../golden/100-tables.json"),
    include_str!("../golden/110-code.json"),
    include_str!("../golden/120-boxes.json"),
    include_str!("../golden/130-embeds-and-cards.json"),
    include_str!("../golden/150-live.json"),
    include_str!("../golden/160-notes.json"),
    include_str!("../golden/200-related.json"),
    include_str!("../golden/900-wrong-types.json"),
    include_str!("../golden/903-unsafe-urls.json"),
];

#[wasm_bindgen_test]
fn the_player_builds_what_the_html_says() {
    for json in ARTICLES {
        let built = target();
        let report = mount(&built, json.as_bytes(), &Options::default()).expect("mounts");
        let rendered = render_html(json.as_bytes(), &Options::default()).expect("renders");
        let parsed = target();
        parsed.set_inner_html(&rendered.html);
        assert!(built.is_equal_node(Some(&parsed)), "{}\n{}", built.inner_html(), parsed.inner_html());
        assert_eq!(report, rendered.report);
    }
}

#[wasm_bindgen_test]
fn a_javascript_value_is_read_like_its_json() {
    for json in ARTICLES {
        let value = js_sys::JSON::parse(json).expect("is JSON");
        let (built, same) = (target(), target());
        let report = mount_value(&built, &value, &Options::default()).expect("mounts");
        assert_eq!(report, mount(&same, json.as_bytes(), &Options::default()).expect("mounts"));
        assert!(built.is_equal_node(Some(&same)), "{}", built.inner_html());
    }
}

#[wasm_bindgen_test]
fn dates_are_written_in_the_readers_language() {
    let built = target();
    let json = br#"{"lang":"de","headline":"Regen","datePublished":"2025-03-04T06:10Z"}"#;
    let mut options = Options::default();
    options.time_zone = article_widget::Zone::parse("Asia/Shanghai");
    mount(&built, json, &options).expect("mounts");
    let text = built.text_content().unwrap_or_default();
    assert!(text.contains("4. März 2025 um 14:10"), "{text}");
}

#[wasm_bindgen_test]
fn a_failure_leaves_the_element_as_it_was() {
    let built = target();
    let error = mount(&built, b"<html>", &Options::default()).expect_err("is no JSON");
    assert_eq!(error.code(), ErrorCode::InvalidJson);
    assert_eq!(built.text_content().as_deref(), Some("Loading"));

    let symbol = js_sys::Symbol::iterator();
    let error = mount_value(&built, &symbol, &Options::default()).expect_err("is no article");
    assert_eq!(error.code(), ErrorCode::UnreadableValue);
}
