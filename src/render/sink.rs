//! Where rendered content goes.

use super::names::{Attr, Tag, UrlAttr};
use crate::model::Candidate;
use crate::text::ascii;
use crate::url::SafeUrl;

/// What the renderer writes to: HTML text on servers, a batch of DOM operations in browsers.
///
/// Calls nest: every [`open`](Sink::open) is followed by its attributes, its content and one [`close`](Sink::close),
/// void elements included.
pub trait Sink {
    /// Opens an element.
    fn open(&mut self, tag: Tag);
    /// Gives the element that was just opened an attribute. Each at most once.
    fn attr(&mut self, name: Attr, value: &str);
    /// Gives the element that was just opened an attribute with a URL.
    fn url(&mut self, name: UrlAttr, url: &SafeUrl);
    /// Gives the picture that was just opened its other sizes (`srcset`).
    fn srcset(&mut self, candidates: &[Candidate]);
    /// Adds text to the element that is open; texts in a row make one text node.
    fn text(&mut self, text: &str);
    /// Closes the element that is open.
    fn close(&mut self);
}

/// The value of `srcset`. A comma ends an address at its end alone (HTML, section 4.8.4.2.2); elsewhere it stays, since
/// `data:` needs it.
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
