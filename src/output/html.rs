//! The sink that writes HTML.

use crate::model::Candidate;
use crate::render::{Attr, Sink, Tag, UrlAttr, srcset_text};
use crate::url::SafeUrl;

/// Writes HTML that every conforming parser reads back as the same tree (HTML, section 13.3).
#[derive(Debug, Default)]
pub struct HtmlSink {
    out: String,
    /// The open elements; `None` for a link without a target.
    open: Vec<Option<Tag>>,
    in_start_tag: bool,
    /// Whether the next text is the first in a `pre`; parsers drop its first line feed.
    at_pre: bool,
    /// Whether the output is for feeds and mail.
    plain: bool,
    /// The place where the current start tag begins.
    start: usize,
}

impl HtmlSink {
    /// Creates a sink for feeds and mail: it writes no `part`, `id` and `tabindex`, and so no links to places in the
    /// article and no names of other elements.
    pub fn plain() -> HtmlSink {
        HtmlSink { plain: true, ..HtmlSink::default() }
    }

    /// Creates a sink that continues a text that is already HTML.
    pub(crate) fn behind(out: String) -> HtmlSink {
        HtmlSink { out, ..HtmlSink::default() }
    }

    /// Takes the output so far, if it has this many bytes.
    pub(crate) fn take(&mut self, bytes: usize) -> Option<String> {
        (self.out.len() >= bytes).then(|| std::mem::take(&mut self.out))
    }

    /// Returns the HTML.
    pub fn finish(self) -> String {
        self.out
    }

    fn end_start_tag(&mut self) {
        if self.in_start_tag {
            self.out.push('>');
            self.in_start_tag = false;
        }
    }

    fn write_attr(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(&mut self.out, value);
        self.out.push('"');
    }
}

impl Sink for HtmlSink {
    fn open(&mut self, tag: Tag) {
        self.end_start_tag();
        self.start = self.out.len();
        self.out.push('<');
        self.out.push_str(tag.name());
        self.open.push(Some(tag));
        self.in_start_tag = true;
        self.at_pre = tag == Tag::Pre;
    }

    fn attr(&mut self, name: Attr, value: &str) {
        let inside = matches!(name, Attr::Part | Attr::Id | Attr::Tabindex | Attr::AriaLabelledby);
        if !(self.plain && inside) {
            self.write_attr(name.name(), value);
        }
    }

    fn url(&mut self, name: UrlAttr, url: &SafeUrl) {
        if self.plain && url.as_str().starts_with('#') {
            self.out.truncate(self.start);
            self.in_start_tag = false;
            if let Some(last) = self.open.last_mut() {
                *last = None;
            }
        } else {
            self.write_attr(name.name(), url.as_str());
        }
    }

    fn srcset(&mut self, candidates: &[Candidate]) {
        self.write_attr(UrlAttr::Srcset.name(), &srcset_text(candidates));
    }

    fn text(&mut self, text: &str) {
        self.end_start_tag();
        if std::mem::take(&mut self.at_pre) && text.starts_with('\n') {
            self.out.push('\n');
        }
        escape(&mut self.out, text);
    }

    fn close(&mut self) {
        self.end_start_tag();
        self.at_pre = false;
        if let Some(tag) = self.open.pop().flatten().filter(|tag| !tag.is_void()) {
            self.out.push_str("</");
            self.out.push_str(tag.name());
            self.out.push('>');
        }
    }
}

/// Escapes text so that it is safe both as text and in attributes in double quotes.
pub(crate) fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some((plain, behind)) = find_special(rest.as_bytes()).and_then(|place| rest.split_at_checked(place)) {
        out.push_str(plain);
        let mut chars = behind.chars();
        match chars.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            Some('\'') => out.push_str("&#39;"),
            Some('\u{A0}') => out.push_str("&nbsp;"),
            // Another character whose UTF-8 begins like that of U+00A0.
            Some(other) => out.push(other),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
}

/// The number of bytes that are compared together: without a branch for each, compilers vectorise the comparison.
const TOGETHER: usize = 32;

/// Returns the place of the first byte that may need escaping.
fn find_special(bytes: &[u8]) -> Option<usize> {
    let is_special = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | 0xC2);
    let mut start = 0;
    for chunk in bytes.chunks(TOGETHER) {
        if chunk.iter().fold(false, |any, byte| any | is_special(byte)) {
            return chunk.iter().position(is_special).map(|place| start + place);
        }
        start += chunk.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matters_to_a_parser_is_escaped() {
        let mut sink = HtmlSink::default();
        sink.open(Tag::P);
        sink.attr(Attr::Title, "\"'<>&\u{A0}\u{A1}");
        sink.text("</p><script>");
        sink.open(Tag::Br);
        sink.close();
        sink.close();
        assert_eq!(sink.finish(), "<p title=\"&quot;&#39;&lt;&gt;&amp;&nbsp;\u{A1}\">&lt;/p&gt;&lt;script&gt;<br></p>");
    }

    #[test]
    fn plain_html_has_nothing_that_leads_into_the_page() {
        let mut sink = HtmlSink::plain();
        sink.open(Tag::P);
        sink.attr(Attr::Part, "lead");
        sink.attr(Attr::Lang, "is");
        for id in ["note", "x"] {
            sink.open(Tag::A);
            sink.attr(Attr::Id, "back");
            sink.url(UrlAttr::Href, &SafeUrl::fragment(id));
            sink.text("1");
            sink.close();
        }
        sink.close();
        assert_eq!(sink.finish(), "<p lang=\"is\">11</p>");
    }

    #[test]
    fn a_first_line_feed_of_pre_is_doubled() {
        let mut sink = HtmlSink::default();
        sink.open(Tag::Pre);
        sink.text("\na");
        sink.text("\nb");
        sink.close();
        assert_eq!(sink.finish(), "<pre>\n\na\nb</pre>");
    }
}
