//! The elements that the reader knows. Every other element is transparent: its content is read as if it were not there.

/// Declares the enumeration of elements and the sorted table of their names.
macro_rules! tags {
    ($($variant:ident $name:literal)*) => {
        /// The name of an element.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(in crate::read::html) enum Tag {
            $($variant,)*
            /// A custom element of an editor or a page.
            Custom,
            /// Any other element.
            Unknown,
        }
        const NAMES: &[(u128, Tag)] = &[$((key($name), Tag::$variant)),*];
    };
}

tags! {
    A "a" Abbr "abbr" Acronym "acronym" Address "address" Annotation "annotation"
    AnnotationXml "annotation-xml" Article "article" Aside "aside" Audio "audio" B "b" Bdi "bdi"
    Bdo "bdo" Big "big" Blockquote "blockquote" Br "br" Button "button" Canvas "canvas" Caption "caption"
    Center "center" Cite "cite" Code "code" Datalist "datalist" Dd "dd" Del "del" Details "details" Dfn "dfn" Dialog "dialog" Dir "dir"
    Div "div" Dl "dl" Dt "dt" Em "em" Embed "embed" Fieldset "fieldset" Figcaption "figcaption" Figure "figure"
    Font "font" Footer "footer" ForeignObject "foreignobject" Form "form" Frame "frame" H1 "h1" H2 "h2" H3 "h3" H4 "h4" H5 "h5" H6 "h6" Header "header"
    Hgroup "hgroup" Hr "hr" I "i" Iframe "iframe" Image "image" Img "img" Input "input" Ins "ins" Kbd "kbd"
    Label "label" Legend "legend" Li "li" Listing "listing" Main "main" Mark "mark" Math "math" Menu "menu" Nav "nav"
    Noembed "noembed" Noframes "noframes" Noscript "noscript" Object "object" Ol "ol" P "p" Picture "picture"
    Plaintext "plaintext" Pre "pre" Q "q" Rp "rp" Rt "rt" Ruby "ruby" S "s" Samp "samp" Script "script" Search "search"
    Section "section" Select "select" Small "small" Source "source" Span "span" Strike "strike" Strong "strong"
    Style "style" Sub "sub" Summary "summary" Sup "sup" Svg "svg" Table "table" Tbody "tbody" Td "td"
    Template "template" Text "text" Textarea "textarea" Tfoot "tfoot" Th "th" Thead "thead" Time "time" Title "title" Tr "tr" Track "track" Tt "tt"
    U "u" Ul "ul" Var "var" Video "video" Wbr "wbr" Xmp "xmp"
}

/// The longest name in the table.
pub(in crate::read::html) const LONGEST: usize = 14;

/// Returns the bytes of a name in lower case as one number, in the order of the names. Zero is no byte of a name.
const fn key(name: &str) -> u128 {
    let (mut key, mut rest) = (0, name.as_bytes());
    let mut left = 16_u32;
    while let [byte, tail @ ..] = rest
        && left > 0
    {
        left -= 1;
        let byte = if *byte == 0 { 1 } else { byte.to_ascii_lowercase() };
        key |= (byte as u128) << (8 * left);
        rest = tail;
    }
    key
}

impl Tag {
    /// Returns the element of a name as written in a tag, ignoring case. AMP has its own elements instead of those that
    /// fetch something.
    pub fn of(name: &str) -> Tag {
        let short = if name.len() > LONGEST { "" } else { name };
        let sought = key(short);
        match NAMES.binary_search_by_key(&sought, |(name, _)| *name) {
            Ok(place) => NAMES.get(place).map_or(Tag::Unknown, |(_, tag)| *tag),
            // The names reserved for custom elements.
            Err(_) if name.contains('-') => match short {
                "amp-img" | "amp-anim" => Tag::Img,
                "amp-video" => Tag::Video,
                "amp-audio" => Tag::Audio,
                _ => Tag::Custom,
            },
            // CKEditor's element for a player.
            Err(_) if name == "oembed" => Tag::Custom,
            Err(_) => Tag::Unknown,
        }
    }

    /// Returns whether it is a heading.
    pub fn is_heading(self) -> bool {
        (Tag::H1..=Tag::H6).contains(&self)
    }

    /// Returns whether it is a list that holds items.
    pub fn is_list(self) -> bool {
        matches!(self, Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir)
    }

    /// Returns whether it is a cell of a table.
    pub fn is_cell(self) -> bool {
        matches!(self, Tag::Td | Tag::Th)
    }

    /// Returns whether it groups the rows of a table.
    pub fn is_row_group(self) -> bool {
        matches!(self, Tag::Thead | Tag::Tbody | Tag::Tfoot)
    }

    /// Returns whether the parser opens it again if a block ends it too early (HTML, section 13.2.4.3: formatting
    /// elements).
    pub fn is_formatting(self) -> bool {
        use Tag::*;
        matches!(self, A | B | Big | Code | Em | Font | I | S | Small | Strike | Strong | Tt | U)
    }

    /// Returns whether it is an element of running text around text.
    pub fn is_inline(self) -> bool {
        use Tag::*;
        let ordinary = matches!(
            self,
            Abbr | Acronym
                | Bdi
                | Bdo
                | Button
                | Cite
                | Del
                | Dfn
                | Ins
                | Kbd
                | Label
                | Mark
                | Math
                | Q
                | Samp
                | Span
                | Sub
                | Sup
                | Time
                | Var
        );
        ordinary || self.is_formatting()
    }

    /// Returns whether it is an element of running text without text inside: a picture, a player, a reading.
    pub fn is_replaced(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Audio
                | Br
                | Canvas
                | Custom
                | Embed
                | Iframe
                | Img
                | Input
                | Noscript
                | Object
                | Picture
                | Rp
                | Rt
                | Ruby
                | Source
                | Track
                | Video
                | Wbr
        )
    }

    /// Returns whether it never has content.
    pub fn is_void(self) -> bool {
        use Tag::*;
        matches!(self, Br | Embed | Frame | Hr | Image | Img | Input | Source | Track | Wbr)
    }

    /// Returns whether its content is text without tags (HTML, section 13.2.5.2 and after).
    pub fn is_raw_text(self) -> bool {
        use Tag::*;
        matches!(self, Iframe | Noembed | Noframes | Plaintext | Script | Style | Textarea | Title | Xmp)
    }

    /// Returns whether it ends a drawing around it (HTML, section 13.2.6.5).
    pub fn ends_drawing(self) -> bool {
        use Tag::*;
        let inline = self.is_formatting() && !matches!(self, A | Font) || matches!(self, Span | Sub | Sup | Var);
        let block = matches!(
            self,
            Blockquote
                | Br
                | Center
                | Dd
                | Div
                | Dl
                | Dt
                | Embed
                | Hr
                | Img
                | Li
                | Listing
                | Menu
                | Ol
                | P
                | Pre
                | Ruby
                | Table
                | Ul
        );
        inline || block || self.is_heading()
    }

    /// Returns whether it is a part of a table that the next part closes.
    pub fn is_table_part(self) -> bool {
        matches!(self, Tag::Caption | Tag::Tr) || self.is_cell() || self.is_row_group()
    }

    /// Returns whether it ends an open paragraph.
    pub fn ends_paragraph(self) -> bool {
        use Tag::*;
        !(self.is_inline()
            || self.is_replaced()
            || self.is_table_part()
            || self.is_raw_text() && self != Xmp && self != Plaintext
            || matches!(self, Image | Frame | Legend))
    }

    /// Returns whether the search for an open element stops at it (HTML, section 13.2.4.2: "in scope").
    pub fn is_boundary(self) -> bool {
        self.is_cell() || matches!(self, Tag::Caption | Tag::Table | Tag::Object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_found_in_any_case() {
        assert!(NAMES.is_sorted_by_key(|(key, _)| *key));
        for (key, tag) in NAMES {
            let name = String::from_utf8(key.to_be_bytes().into_iter().take_while(|byte| *byte > 0).collect()).unwrap();
            assert_eq!(Tag::of(&name), *tag);
            assert_eq!(Tag::of(&name.to_uppercase()), *tag);
            assert!(name.len() <= LONGEST, "{name}");
        }
        assert_eq!(Tag::of("native-ad"), Tag::Custom);
        for name in ["", "x", "o:p", "blockquotes", "a\u{0}"] {
            assert_eq!(Tag::of(name), Tag::Unknown, "{name}");
        }
    }
}
