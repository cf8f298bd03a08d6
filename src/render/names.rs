//! The complete vocabulary of the output: every element and attribute that can be written.
//!
//! The players in `www/` and in `web` use the same lists as indices; a test compares `www/render/names.js` with them.

/// Declares a closed list of names and its enum.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident: $($variant:ident = $text:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is the name it stands for")]
        pub enum $name {
            $($variant),+
        }

        impl $name {
            /// All names, in the order of their numbers in a batch.
            pub const NAMES: &[&str] = &[$($text),+];
        }
    };
}

names! {
    /// An element (HTML, section 4). No element changes how a parser reads the text after it, except `pre`: the HTML
    /// sink doubles its first line feed.
    Tag:
    Article = "article", Nav = "nav", Header = "header", Footer = "footer", Section = "section", Aside = "aside",
    Address = "address", Div = "div", Span = "span", P = "p",
    H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6",
    Ul = "ul", Ol = "ol", Li = "li", Dl = "dl", Dt = "dt", Dd = "dd",
    Blockquote = "blockquote", Pre = "pre", Hr = "hr", Figure = "figure", Figcaption = "figcaption",
    Table = "table", Caption = "caption", Thead = "thead", Tbody = "tbody", Tfoot = "tfoot", Tr = "tr", Th = "th", Td = "td",
    Details = "details", Summary = "summary",
    A = "a", Strong = "strong", Em = "em", B = "b", I = "i", U = "u", S = "s", Sub = "sub", Sup = "sup", Code = "code",
    Mark = "mark", Small = "small", Q = "q", Bdi = "bdi", Cite = "cite", Dfn = "dfn", Del = "del", Ins = "ins",
    Kbd = "kbd", Samp = "samp", Var = "var", Abbr = "abbr", Ruby = "ruby", Rt = "rt", Rp = "rp", Time = "time",
    Br = "br", Wbr = "wbr", Img = "img", Video = "video", Audio = "audio", Source = "source", Track = "track",
}

names! {
    /// An attribute whose value is text: browsers read no URL, markup, style or script in it.
    Attr:
    Part = "part", Lang = "lang", Dir = "dir", Id = "id", Role = "role", Tabindex = "tabindex",
    AriaLabel = "aria-label", AriaLabelledby = "aria-labelledby", AriaCurrent = "aria-current", AriaHidden = "aria-hidden",
    Rel = "rel", Datetime = "datetime", Title = "title", Alt = "alt", Width = "width", Height = "height",
    Loading = "loading", Decoding = "decoding", Fetchpriority = "fetchpriority", Referrerpolicy = "referrerpolicy",
    Sizes = "sizes", Start = "start", Reversed = "reversed", Colspan = "colspan", Rowspan = "rowspan", Scope = "scope",
    Open = "open", Controls = "controls", Preload = "preload", Type = "type",
    Crossorigin = "crossorigin", Kind = "kind", Srclang = "srclang", Label = "label",
}

names! {
    /// An attribute whose value is one or more URLs; it accepts only a [`SafeUrl`](crate::SafeUrl).
    UrlAttr:
    Href = "href", Src = "src", Srcset = "srcset", Poster = "poster",
}

impl Tag {
    /// Returns the element's name.
    pub fn name(self) -> &'static str {
        Tag::NAMES.get(self as usize).copied().unwrap_or_default()
    }

    /// Returns whether the element has no content and no end tag (HTML, section 13.1.2).
    pub fn is_void(self) -> bool {
        matches!(self, Tag::Hr | Tag::Br | Tag::Wbr | Tag::Img | Tag::Source | Tag::Track)
    }
}

impl Attr {
    /// Returns the attribute's name.
    pub fn name(self) -> &'static str {
        Attr::NAMES.get(self as usize).copied().unwrap_or_default()
    }
}

impl UrlAttr {
    /// Returns the attribute's name.
    pub fn name(self) -> &'static str {
        UrlAttr::NAMES.get(self as usize).copied().unwrap_or_default()
    }
}
