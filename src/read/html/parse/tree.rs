//! The tree between tokens and the model: blocks, pictures and texts in the order of the document.
//!
//! Elements of running text (`a`, `b`, `span`…) are not nodes but links of *chains*: each node refers to the chain of
//! elements around it. So a mark that is closed too late or crosses the end of a paragraph needs no copies of nodes,
//! and a link around blocks is a link around their content.

use std::ops::Range;

use crate::read::html::parse::entities::{Place, decode};
use crate::read::html::parse::tags::Tag;
use crate::text::Text;

/// A tree: its nodes in the order of the document, each followed by its descendants.
#[derive(Debug)]
pub(in crate::read::html) struct Tree<'t> {
    pub(in crate::read::html) nodes: Vec<Node<'t>>,
    /// The attributes of all elements: their names as written, and their values decoded.
    pub(in crate::read::html) attributes: Vec<(&'t str, Text<'t>)>,
    /// The elements of running text.
    pub(in crate::read::html) inlines: Vec<Inline>,
    /// The chains; the first is empty.
    pub(in crate::read::html) chains: Vec<Chain>,
}

/// A node.
#[derive(Clone, Debug)]
pub(in crate::read::html) struct Node<'t> {
    /// Its content.
    pub content: Content<'t>,
    /// The elements of running text around it.
    pub chain: usize,
    /// The number of the first node after its descendants.
    pub end: usize,
    /// Its start in the HTML, in bytes.
    pub offset: usize,
}

/// The content of a node.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::read::html) enum Content<'t> {
    /// Text, with its character references.
    Text(&'t str),
    /// Text in which `&` is a literal character.
    Raw(Text<'t>),
    /// An element.
    Element(Element),
}

/// An element: its name and the range of its attributes.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::read::html) struct Element {
    /// Its name.
    pub tag: Tag,
    /// Its attributes.
    pub attributes: Range<usize>,
}

/// An element of running text.
#[derive(Clone, Debug)]
pub(in crate::read::html) struct Inline {
    /// The element. A block is listed here too if it has a language or a direction.
    pub element: Element,
    /// Its start in the HTML, in bytes.
    pub offset: usize,
}

/// An element of running text and the chain around it.
#[derive(Clone, Copy, Debug)]
pub(in crate::read::html) struct Chain {
    /// The element's number among [`Tree::inlines`].
    pub inline: usize,
    /// The chain around it; 0 is the empty one.
    pub outer: usize,
}

/// The node for numbers that have none.
const NOTHING: Node = Node { content: Content::Text(""), chain: 0, end: 0, offset: 0 };

impl<'t> Tree<'t> {
    /// Returns the node of a number.
    pub fn node(&self, id: usize) -> &Node<'t> {
        self.nodes.get(id).unwrap_or(const { &NOTHING })
    }

    /// Returns the element of a number, if the node is one.
    pub fn element(&self, id: usize) -> Option<&Element> {
        match &self.node(id).content {
            Content::Element(element) => Some(element),
            _ => None,
        }
    }

    /// Returns the name of a node, if it is an element.
    pub fn tag(&self, id: usize) -> Option<Tag> {
        self.element(id).map(|element| element.tag)
    }

    /// Returns the numbers of a node's children.
    pub fn children(&self, id: usize) -> Children<'_, 't> {
        Children { tree: self, next: id + 1, end: self.node(id).end }
    }

    /// Returns the first element that fits among a node's descendants.
    pub fn find(&self, id: usize, fits: &dyn Fn(&Element) -> bool) -> Option<usize> {
        self.descendants(id).find(|&id| self.element(id).is_some_and(fits))
    }

    /// Returns the first element of this name among a node's descendants.
    pub fn find_tag(&self, id: usize, tag: Tag) -> Option<usize> {
        self.find(id, &|element| element.tag == tag)
    }

    /// Returns the numbers of a node's descendants.
    pub fn descendants(&self, id: usize) -> Range<usize> {
        id + 1..self.node(id).end
    }

    /// Returns the numbers of the inline elements of a chain, the outermost first.
    pub fn chain(&self, chain: usize) -> Vec<usize> {
        let mut inlines = Vec::new();
        let mut next = chain;
        while next > 0
            && let Some(chain) = self.chains.get(next)
        {
            inlines.insert(0, chain.inline);
            next = chain.outer;
        }
        inlines
    }

    /// Returns the value of an element's attribute, if present: the first of that name.
    pub fn attribute(&self, element: &Element, name: &str) -> Option<&str> {
        let attributes = self.attributes.get(element.attributes.clone())?;
        for (other, value) in attributes {
            if other.eq_ignore_ascii_case(name) {
                return Some(value);
            }
        }
        None
    }

    /// Returns the text of a node and its descendants, as written in the HTML.
    pub fn text(&self, id: usize) -> Text<'t> {
        let mut whole = Text::Borrowed("");
        for id in id..self.node(id).end {
            let piece = match &self.node(id).content {
                Content::Text(text) => decode(text, Place::Text),
                Content::Raw(text) => text.clone(),
                Content::Element(Element { tag: Tag::Br, .. }) => Text::Borrowed("\n"),
                Content::Element(_) => continue,
            };
            whole += piece;
        }
        whole
    }
}

/// An iterator over the numbers of a node's children.
#[derive(Debug)]
pub(in crate::read::html) struct Children<'a, 't> {
    tree: &'a Tree<'t>,
    next: usize,
    end: usize,
}

impl Iterator for Children<'_, '_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let id = self.next;
        if id >= self.end {
            return None;
        }
        self.next = self.tree.node(id).end;
        Some(id)
    }
}
