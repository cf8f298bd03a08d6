//! The destinations of rendered content.

use super::names::{Attr, Tag, UrlAttr};
use crate::model::Candidate;
use crate::text::ascii;
use crate::url::SafeUrl;

/// The receiver of the renderer's output: HTML text on servers, a batch of DOM operations in browsers.
///
/// Calls nest: every [`open`](Sink::open) is followed by its attributes, its content and one [`close`](Sink::close),
/// void elements included.
pub trait Sink {
    /// Opens an element.
    fn open(&mut self, tag: Tag);
    /// Adds an attribute to the element just opened. Each is added at most once.
    fn attr(&mut self, name: Attr, value: &str);
    /// Adds an attribute with a URL to the element just opened.
    fn url(&mut self, name: UrlAttr, url: &SafeUrl);
    /// Adds the other sizes (`srcset`) to the picture just opened.
    fn srcset(&mut self, candidates: &[Candidate]);
    /// Adds text to the open element; consecutive texts make one text node.
    fn text(&mut self, text: &str);
    /// Closes the open element.
    fn close(&mut self);
}

/// Returns the value of `srcset`. Only a comma at its end ends an address (HTML, section 4.8.4.2.2); others stay, since
/// `data:` needs them.
pub(crate) fn srcset_text(candidates: &[Candidate]) -> String {
    let mut out = String::new();
    for candidate in candidates {
        if !out.is_empty() {
            out.push_str(", ");
        }
        let src = candidate.src.as_str();
        let end = src.len() - usize::from(src.ends_with(","));
        out.push_str(src.get(..end).unwrap_or(src));
        out.push_str(if end < src.len() { "%2C" } else { "" });
        out.push(' ');
        ascii::push_integer(&mut out, candidate.width.into());
        out.push('w');
    }
    out
}
