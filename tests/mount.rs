//! `mount` in a browser: the same batch as everywhere, played through web-sys. Runs by wasm-pack.
#![cfg(target_arch = "wasm32")]

use article_widget::{ErrorCode, Options, mount, mount_value, render_html};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element};

wasm_bindgen_test_configure!(run_in_browser);

const ARTICLE: &str = r#"{
    "lang": "en",
    "headline": "Salt & bread",
    "image": { "src": "https://example.org/a.png", "alt": "A <loaf>" },
    "body": [
        "First, with a \"quote\".",
        { "type": "heading", "text": "Second" },
        { "type": "paragraph", "text": ["Third ", { "text": "strong", "marks": ["strong"] }] }
    ]
}"#;

fn document() -> Document {
    js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("document")).unwrap().unchecked_into()
}

/// An element of the page that holds something already.
fn place() -> Element {
    let place = document().create_element("div").unwrap();
    place.set_text_content(Some("before"));
    document().document_element().unwrap().append_child(&place).unwrap();
    place
}

#[wasm_bindgen_test]
fn an_article_takes_the_place_of_what_the_element_holds() {
    let place = place();
    let report = mount(&place, ARTICLE.as_bytes(), &Options::default()).unwrap();
    assert_eq!((report.format, report.headline.as_str()), ("article", "Salt & bread"));
    assert_eq!(report.warnings, []);
    assert_eq!(place.child_element_count(), 1);
    assert_eq!(place.query_selector("h2").unwrap().unwrap().text_content().unwrap(), "Salt & bread");
    assert_eq!(place.query_selector("p > strong").unwrap().unwrap().text_content().unwrap(), "strong");
}

#[wasm_bindgen_test]
fn the_nodes_are_those_of_the_html() {
    let mounted = place();
    mount(&mounted, ARTICLE.as_bytes(), &Options::default()).unwrap();
    let parsed = place();
    parsed.set_inner_html(&render_html(ARTICLE.as_bytes(), &Options::default()).unwrap().html);
    assert_eq!(mounted.inner_html(), parsed.inner_html());
}

#[wasm_bindgen_test]
fn a_javascript_value_gives_what_its_json_gives() {
    let from_text = place();
    mount(&from_text, ARTICLE.as_bytes(), &Options::default()).unwrap();
    let from_value = place();
    mount_value(&from_value, &js_sys::JSON::parse(ARTICLE).unwrap(), &Options::default()).unwrap();
    assert_eq!(from_value.inner_html(), from_text.inner_html());
}

#[wasm_bindgen_test]
fn without_an_article_the_element_is_left_as_it_was() {
    let place = place();
    let error = mount(&place, b"{ \"headline\": ", &Options::default()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::InvalidJson);
    let error = mount_value(&place, &JsValue::from_str("not an article"), &Options::default()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::UnknownFormat);
    assert_eq!(place.text_content().unwrap(), "before");
}
