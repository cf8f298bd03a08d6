//! `mount` for Rust web apps such as Leptos, Yew or Dioxus.

use crate::error::{Error, ErrorCode};
use crate::json::{Seed, Value};
use crate::options::Options;
use crate::output::batch::Batch;
use crate::pipeline::{render_json, render_tree};
use crate::platform;
use crate::report::Report;
use crate::wasm::apply_ops::play;
use serde::de::DeserializeSeed;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// Shows article JSON (UTF-8) in an element, and replaces its content.
///
/// The element can be in a shadow root or in the page itself; `article-widget.css` styles it.
///
/// # Errors
///
/// The same as for [`render_html`](crate::render_html); then the element is unchanged.
pub fn mount(target: &Element, json: &[u8], options: &Options) -> Result<Report, Error> {
    let mut batch = Batch::default();
    let report = render_json(json, options, &platform::locales(), &mut batch)?;
    replace(target, &batch)?;
    Ok(report)
}

/// Shows an article that is a JavaScript value: plain objects, arrays, strings, numbers and Booleans.
///
/// # Errors
///
/// [`ErrorCode::UnreadableValue`] for a value that has no counterpart in JSON; otherwise the same as for [`mount`].
pub fn mount_value(target: &Element, article: &JsValue, options: &Options) -> Result<Report, Error> {
    let tree = tree(article)?;
    let mut batch = Batch::default();
    let report = render_tree(&tree, options, &platform::locales(), &mut batch)?;
    replace(target, &batch)?;
    Ok(report)
}

/// Converts a JavaScript value to a tree.
fn tree(value: &JsValue) -> Result<Value<'static>, Error> {
    let source = serde_wasm_bindgen::Deserializer::from(value.clone());
    let tree = Seed::default().deserialize(source);
    tree.map_err(|error| {
        Error::new(ErrorCode::UnreadableValue, &["a value that JSON cannot say: ", &error.to_string()])
    })
}

fn replace(target: &Element, batch: &Batch) -> Result<(), Error> {
    let failed = |_| Error::new(ErrorCode::UnreadableValue, &["the page does not let nodes be made"]);
    let document = target.owner_document().ok_or_else(|| failed(JsValue::NULL))?;
    let nodes = play(&document, batch).map_err(failed)?;
    target.replace_children_with_node_1(&nodes);
    Ok(())
}
