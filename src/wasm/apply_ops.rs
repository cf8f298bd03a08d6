//! Makes nodes from a batch through web-sys: the player of Rust web apps. `www/render/apply-ops.js` is that of the npm
//! package.

use crate::output::batch::{Batch, Op};
use wasm_bindgen::JsValue;
use web_sys::{Document, DocumentFragment, Element, Node};

/// The namespace of HTML elements, so that XHTML pages get the same.
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// Makes the nodes of a batch.
///
/// # Errors
///
/// An exception of the browser, if the page has replaced the browser's own methods.
pub(super) fn play(document: &Document, batch: &Batch) -> Result<DocumentFragment, JsValue> {
    let fragment = document.create_document_fragment();
    let mut parent: Node = fragment.clone().into();
    let mut opened: Option<Element> = None;
    for op in batch.iter() {
        if let (Op::Attribute(name, value), Some(element)) = (&op, &opened) {
            element.set_attribute(name, value)?;
            continue;
        }
        // The element has its attributes before it is inserted: Firefox uses the `kind` that a track has at that time.
        if let Some(element) = opened.take() {
            parent.append_child(&element)?;
            parent = element.into();
        }
        match op {
            Op::Open(name) => opened = Some(document.create_element_ns(Some(HTML), name)?),
            Op::Attribute(..) => {}
            Op::Text(text) => _ = parent.append_child(&document.create_text_node(text))?,
            Op::Close => parent = parent.parent_node().unwrap_or(parent),
        }
    }
    Ok(fragment)
}
