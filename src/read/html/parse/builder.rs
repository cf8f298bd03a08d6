//! Builds the tree from tokens: the parts of HTML, section 13.2.6, that affect what readers see.
//!
//! Words and blocks appear in the order in which browsers show them. Two things are simpler than in the standard:
//! misnested marks are ended, and begun again where text needs them; and content outside a table's cells stays in the
//! table, for the converter to put it before the table.

use crate::account::Kind;
use crate::json::Value;
use crate::read::Context;
use crate::read::html::parse::active_formatting::Active;
use crate::read::html::parse::custom;
use crate::read::html::parse::entities::{Place, decode};
use crate::read::html::parse::open_blocks::Open;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tokenizer::{Attribute, SelfClosing, Token, Tokenizer, is_space};
use crate::read::html::parse::tree::{Chain, Content, Element, Node, Tree};
use crate::report::WarningCode;
use crate::text::Text;

/// Builds the tree of HTML. `at` is the value that holds it, for warnings.
pub(in crate::read::html) fn build<'t>(html: &'t str, at: &Value, cx: &mut Context) -> Tree<'t> {
    cx.trace.note(html.get(..0).unwrap_or(""), Kind::Raw);
    let html = if cx.pay(at, html.len()) { html } else { "" };
    let mut builder = Builder::new(html, at, cx);
    // Feeds wrap their HTML for XML.
    if let Some(within) = html.trim().strip_prefix("<![CDATA[").and_then(|rest| rest.strip_suffix("]]>")) {
        let start = within.as_ptr().addr() - html.as_ptr().addr();
        builder.tokens = Tokenizer::within(html, start, start + within.len());
    }
    while let Some(token) = builder.next() {
        builder.take(token);
    }
    builder.finish()
}

/// Builds the tree.
pub(in crate::read::html) struct Builder<'t, 'c, 'o> {
    pub(in crate::read::html) tokens: Tokenizer<'t>,
    pub(in crate::read::html) tree: Tree<'t>,
    /// The attributes of the last start tag.
    pub(in crate::read::html) attributes: Vec<Attribute<'t>>,
    /// Attributes of the next element, for which no tag was written.
    #[cfg(feature = "markdown")]
    given: Vec<(&'t str, Text<'t>)>,
    pub(in crate::read::html) open: Vec<Open>,
    pub(in crate::read::html) active: Vec<Active>,
    /// Whether the tokens are those of a `noscript`.
    in_noscript: bool,
    pub(in crate::read::html) at: &'c Value<'c>,
    pub(in crate::read::html) cx: &'c mut Context<'o>,
}

impl<'t, 'c, 'o> Builder<'t, 'c, 'o> {
    /// Creates the builder of an empty tree.
    pub fn new(html: &'t str, at: &'c Value<'c>, cx: &'c mut Context<'o>) -> Self {
        let root = Element { tag: Tag::Div, attributes: 0..0 };
        let root = Node { content: Content::Element(root), chain: 0, end: 0, offset: 0 };
        let none = Chain { inline: 0, outer: 0 };
        Builder {
            tokens: Tokenizer::new(html),
            tree: Tree { nodes: vec![root], attributes: Vec::new(), inlines: Vec::new(), chains: vec![none] },
            attributes: Vec::new(),
            #[cfg(feature = "markdown")]
            given: Vec::new(),
            open: vec![Open { tag: Tag::Div, node: 0, floor: 0 }],
            active: Vec::new(),
            in_noscript: false,
            at,
            cx,
        }
    }

    /// Adds a token to the tree.
    pub fn take(&mut self, token: Token<'t>) {
        match token {
            Token::Text(text) => self.insert(Content::Text(text)),
            Token::Start(tag, self_closing) => self.start(tag, self_closing),
            Token::End(tag) => self.end(tag),
        }
    }

    /// Begins an element with attributes for which no tag was written.
    #[cfg(feature = "markdown")]
    pub fn start_with(&mut self, tag: Tag, attributes: impl IntoIterator<Item = (&'t str, Text<'t>)>) {
        self.attributes.clear();
        self.given.extend(attributes);
        self.start(tag, false);
        self.given.clear();
    }

    /// Ends all elements and returns the tree.
    pub fn finish(mut self) -> Tree<'t> {
        self.close(0);
        self.tree
    }

    /// Returns the next token; `None` if the article's budget is used up.
    pub fn next(&mut self) -> Option<Token<'t>> {
        self.attributes.clear();
        if self.cx.is_spent() { None } else { self.tokens.next(&mut self.attributes) }
    }

    /// Begins an element.
    pub fn start(&mut self, tag: Tag, self_closing: SelfClosing) {
        self.trace(tag);
        match tag {
            // A component of MDX.
            Tag::Unknown if self_closing && self.tokens.name().starts_with(|c: char| c.is_ascii_uppercase()) => {
                self.attributes.push((custom::NAME, self.tokens.name()));
                self.insert_element(Tag::Custom);
            }
            Tag::Unknown | Tag::Frame | Tag::Text | Tag::ForeignObject => {}
            Tag::Div if custom::is_filled_by_script(&self.attributes) && self.tokens.is_before_end_tag() => {
                let attributes = self.attributes.clone();
                self.start_block(tag);
                self.attributes = attributes;
                let class = self.attributes.iter().find(|(name, _)| *name == "class").map_or("", |(_, class)| *class);
                self.attributes.push((custom::NAME, class));
                self.insert_element(Tag::Custom);
            }
            Tag::Svg if self_closing => {}
            Tag::Annotation | Tag::AnnotationXml | Tag::Datalist | Tag::Template | Tag::Select | Tag::Svg => {
                self.skip(tag)
            }
            Tag::Custom => self.custom(),
            Tag::Noscript => self.noscript(),
            Tag::Iframe => {
                self.insert_element(tag);
                self.tokens.raw_text(tag);
            }
            Tag::Xmp | Tag::Plaintext => {
                self.end_paragraph();
                let pre = self.tree.nodes.len();
                self.insert_element(Tag::Pre);
                let text = self.tokens.raw_text(tag);
                self.insert(Content::Raw(Text::Borrowed(text)));
                self.set_end(pre);
            }
            _ if tag.is_raw_text() => self.leave_out(tag),
            _ if tag.is_inline() => self.start_inline(tag),
            _ => self.start_block(tag),
        }
    }

    /// Begins a custom element. If it seems to represent content, it is a node; its own content follows it.
    fn custom(&mut self) {
        if custom::stands_for_something(&self.attributes, self.tokens.is_before_end_tag()) {
            self.attributes.push((custom::NAME, self.tokens.name()));
            self.insert_element(Tag::Custom);
        }
    }

    /// Reads a whole `noscript`. For browsers with scripts its content is text, so that a comment or a frame left open
    /// in it ends with it.
    fn noscript(&mut self) {
        if self.in_noscript {
            return;
        }
        self.in_noscript = true;
        self.start_block(Tag::Noscript);
        let from = self.tokens.at();
        let length = self.tokens.raw_text(Tag::Noscript).len();
        let within = self.tokens.part(from, from + length);
        let around = std::mem::replace(&mut self.tokens, within);
        while let Some(token) = self.next() {
            self.take(token);
        }
        self.tokens = around;
        self.end(Tag::Noscript);
        self.in_noscript = false;
    }

    /// Begins an element of running text.
    fn start_inline(&mut self, tag: Tag) {
        if tag == Tag::A {
            self.end_inline(Tag::A);
        }
        if tag == Tag::Math {
            let message = &["a formula is shown as its text"];
            self.cx.warnings.warn_offset(WarningCode::Html, self.at, self.tokens.offset(), message);
        }
        if tag == Tag::Button {
            // Browsers draw it as a box, apart from the words around it.
            self.insert(Content::Text(" "));
        }
        let element = self.take_element(tag);
        self.activate(element);
    }

    /// Begins a block, a picture or another element that is a node.
    fn start_block(&mut self, tag: Tag) {
        if tag.ends_paragraph() {
            self.end_paragraph();
        }
        match tag {
            Tag::Li => self.end_item(&[Tag::Li]),
            Tag::Dd | Tag::Dt => self.end_item(&[Tag::Dd, Tag::Dt]),
            Tag::Rt | Tag::Rp if self.top().is_some_and(|tag| matches!(tag, Tag::Rt | Tag::Rp)) => {
                self.close(self.open.len() - 1)
            }
            Tag::Table => {
                // A table directly in another one ends that one.
                if let Some(outer) = self.innermost(|tag| tag == Tag::Table || tag.is_cell() || tag == Tag::Caption)
                    && self.open.get(outer).is_some_and(|open| open.tag == Tag::Table)
                {
                    self.close(outer);
                }
            }
            _ if tag.is_heading() && self.top().is_some_and(Tag::is_heading) => self.close(self.open.len() - 1),
            _ if tag.is_table_part() => {
                let Some(table) = self.innermost(|tag| tag == Tag::Table) else {
                    return;
                };
                self.end_table_parts(tag, table);
            }
            _ => {}
        }
        let tag = if tag == Tag::Image { Tag::Img } else { tag };
        let attributes = self.insert_element(tag);
        if tag.is_void() {
            return;
        }
        self.push_open(tag);
        let element = Element { tag, attributes };
        if self.tree.attribute(&element, "lang").or(self.tree.attribute(&element, "dir")).is_some() {
            self.activate(element);
        }
    }

    /// Ends an element.
    pub fn end(&mut self, tag: Tag) {
        match tag {
            Tag::Br => {
                self.insert_element(tag);
            }
            Tag::P => {
                if !self.end_paragraph() {
                    self.insert_element(tag);
                }
            }
            _ if tag.is_inline() => {
                self.end_inline(tag);
                if tag == Tag::Button {
                    self.insert(Content::Text(" "));
                }
            }
            _ if tag.is_heading() => {
                if let Some(found) = self.in_scope(Tag::is_heading, Tag::is_boundary) {
                    self.close(found);
                }
            }
            _ => {
                let boundary = |open: Tag| match tag {
                    Tag::Li => open.is_boundary() || open.is_list(),
                    _ if tag == Tag::Table || tag.is_table_part() => open == Tag::Table,
                    _ => open.is_boundary(),
                };
                if let Some(found) = self.in_scope(|open| open == tag, boundary) {
                    self.close(found);
                }
            }
        }
    }

    /// Adds an element with the attributes of the last start tag, and returns their range.
    fn insert_element(&mut self, tag: Tag) -> std::ops::Range<usize> {
        let element = self.take_element(tag);
        let attributes = element.attributes.clone();
        self.insert(Content::Element(element));
        attributes
    }

    /// Returns an element with the attributes of the last start tag.
    fn take_element(&mut self, tag: Tag) -> Element {
        let start = self.tree.attributes.len();
        for (name, value) in self.attributes.drain(..) {
            self.tree.attributes.push((name, decode(value, Place::Attribute)));
        }
        #[cfg(feature = "markdown")]
        self.tree.attributes.append(&mut self.given);
        Element { tag, attributes: start..self.tree.attributes.len() }
    }

    /// Adds a node; white space costs nothing, because most of it is between blocks.
    pub fn insert(&mut self, content: Content<'t>) {
        let blank = matches!(content, Content::Text(text) if text.bytes().all(is_space));
        let chain = self.chain();
        if blank || self.cx.spend(self.at) {
            match &content {
                Content::Text(text) if !blank && !self.is_for_old_browsers(text) => {
                    self.cx.trace.note(text, Kind::Text)
                }
                Content::Raw(Text::Borrowed(text)) => self.cx.trace.note(text, Kind::Raw),
                _ => {}
            }
            let end = self.tree.nodes.len() + 1;
            self.tree.nodes.push(Node { content, chain, end, offset: self.tokens.offset() });
        }
    }
}
