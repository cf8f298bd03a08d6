//! Writes the markup around an article: the elements and attributes are a closed list, and values are escaped in one
//! place.

use crate::output::html::escape;

/// Declares a closed list of names.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident: $($variant:ident = $text:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum $name {
            $($variant),+
        }

        impl $name {
            fn name(self) -> &'static str {
                match self {
                    $($name::$variant => $text),+
                }
            }
        }
    };
}

names! {
    /// An element around an article.
    Element:
    Html = "html", Head = "head", Meta = "meta", Title = "title", Link = "link", Style = "style", Script = "script",
    Body = "body", ArticleWidget = "article-widget", Template = "template", Div = "div", A = "a",
}

names! {
    /// An attribute of such an element.
    Attribute:
    Charset = "charset", Name = "name", Content = "content", Rel = "rel", As = "as", Href = "href", Src = "src",
    Type = "type", Nonce = "nonce", Lang = "lang", Dir = "dir", Shadowrootmode = "shadowrootmode", Long = "long",
    Report = "report", Crossorigin = "crossorigin", Theme = "theme", Format = "format", Select = "select",
    HeadingLevel = "heading-level", TimeZone = "time-zone", BaseUrl = "base-url", Parts = "parts", Related = "related",
    Dates = "dates", Embeds = "embeds", Lightbox = "lightbox", DataImages = "data-images", IdPrefix = "id-prefix",
    MaxBytes = "max-bytes", MaxNodes = "max-nodes", MaxOutput = "max-output", Labels = "labels",
    Images = "images",
}

/// Writes markup into a text.
pub(super) struct Markup {
    out: String,
    in_start_tag: bool,
}

impl Markup {
    /// Continues a text that is already markup.
    pub(super) fn new(out: String) -> Markup {
        Markup { out, in_start_tag: false }
    }

    /// Returns the text.
    pub(super) fn finish(mut self) -> String {
        self.end_start_tag();
        self.out
    }

    /// Opens an element.
    pub(super) fn open(&mut self, element: Element) {
        self.end_start_tag();
        self.out.push('<');
        self.out.push_str(element.name());
        self.in_start_tag = true;
    }

    /// Adds an attribute to the element just opened.
    pub(super) fn attribute(&mut self, name: Attribute, value: &str) {
        self.out.push(' ');
        self.out.push_str(name.name());
        if !value.is_empty() {
            self.out.push_str("=\"");
            escape(&mut self.out, value);
            self.out.push('"');
        }
    }

    /// Adds the nonce of the page's content security policy, if it has one.
    pub(super) fn nonce(&mut self, nonce: Option<&str>) {
        if let Some(nonce) = nonce {
            self.attribute(Attribute::Nonce, nonce);
        }
    }

    /// Adds text.
    pub(super) fn text(&mut self, text: &str) {
        self.end_start_tag();
        escape(&mut self.out, text);
    }

    /// Adds one of the widget's own style sheets.
    pub(super) fn sheet(&mut self, text: &'static str) {
        self.end_start_tag();
        self.out.push_str(text);
    }

    /// Adds JSON to a script. The characters that HTML parsers or old JavaScript parsers read differently occur only in
    /// strings, where JSON has escapes for them.
    pub(super) fn data(&mut self, json: &str) {
        self.end_start_tag();
        let mut rest = json;
        while let Some(place) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
            let (plain, special) = rest.split_at(place);
            self.out.push_str(plain);
            let mut chars = special.chars();
            self.out.push_str(match chars.next() {
                Some('<') => "\\u003c",
                Some('>') => "\\u003e",
                Some('&') => "\\u0026",
                Some('\u{2028}') => "\\u2028",
                _ => "\\u2029",
            });
            rest = chars.as_str();
        }
        self.out.push_str(rest);
    }

    /// Adds HTML that the host wrote.
    pub(super) fn raw(&mut self, html: &str) {
        self.end_start_tag();
        self.out.push_str(html);
    }

    /// Closes the open element.
    pub(super) fn close(&mut self, element: Element) {
        self.end_start_tag();
        self.out.push_str("</");
        self.out.push_str(element.name());
        self.out.push('>');
    }

    fn end_start_tag(&mut self) {
        if std::mem::take(&mut self.in_start_tag) {
            self.out.push('>');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_in_a_script_stays_json_and_ends_no_script() {
        let mut out = Markup::new(String::new());
        out.open(Element::Script);
        out.data("{\"a\":\"</script><!--&\u{2028}\u{2029}\"}");
        out.close(Element::Script);
        assert_eq!(out.finish(), r#"<script>{"a":"\u003c/script\u003e\u003c!--\u0026\u2028\u2029"}</script>"#);
    }

    #[test]
    fn values_are_escaped() {
        let mut out = Markup::new(String::new());
        out.open(Element::Link);
        out.attribute(Attribute::Href, "\"><script>");
        assert_eq!(out.finish(), "<link href=\"&quot;&gt;&lt;script&gt;\">");
    }
}
