//! Lists, and terms with their definitions.

use crate::model::{Block, Definition, List, ListItem};
use crate::read::html::convert::Reader;
use crate::read::html::convert::line::Line;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tokenizer::is_space;
use crate::read::html::parse::tree::{Content, Element};
use crate::text::ascii;

impl<'t> Reader<'t, '_, '_> {
    /// Reads a list. Content outside its items belongs to the item before, like a nested list.
    pub fn read_list(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        if let Some(first) = self.notes.find_first(id) {
            return self.read_notes(id, first, out);
        }
        if self.in_gallery {
            return self.read_children(id, out);
        }
        if self.has_class(element, &["gallery"]) {
            return self.read_gallery(id, element, out);
        }
        let ordered = element.tag == Tag::Ol;
        let start =
            self.attribute(element, "start").and_then(|start| i32::try_from(ascii::integer(start.trim())?).ok());
        let reversed = ordered && self.tree.attribute(element, "reversed").is_some();
        let mut items: Vec<ListItem> = Vec::new();
        for child in self.tree.children(id) {
            if self.tree.tag(child) == Some(Tag::Li) {
                items.extend(self.read_item(child));
                continue;
            }
            let mut stray = Vec::new();
            self.read_one(child, &mut stray);
            match items.last_mut() {
                _ if stray.is_empty() => {}
                Some(item) => item.body.append(&mut stray),
                None => items.push(ListItem { checked: None, body: stray }),
            }
        }
        if !items.is_empty() {
            out.push(Block::List(List {
                ordered,
                start: start.filter(|start| ordered && *start != 1),
                reversed,
                items,
            }));
        }
    }

    /// Reads an item without a list; it shares a list with the items around it.
    pub fn read_stray_item(&mut self, id: usize, out: &mut Vec<Block<'t>>) {
        if self.in_gallery {
            return self.read_children(id, out);
        }
        let follows = id - self.stray_end < 8 && (self.stray_end..id).all(|id| self.is_blank(id));
        let Some(item) = self.read_item(id) else { return };
        self.stray_end = self.tree.node(id).end;
        match out.last_mut() {
            Some(Block::List(list)) if follows => list.items.push(item),
            _ => out.push(Block::List(List { items: vec![item], ..List::default() })),
        }
    }

    /// Returns whether a node is white space.
    pub fn is_blank(&self, id: usize) -> bool {
        matches!(&self.tree.node(id).content, Content::Text(text) if text.bytes().all(is_space))
    }

    fn read_item(&mut self, id: usize) -> Option<ListItem<'t>> {
        let checked = self.read_checkbox(id);
        let body = self.body(id);
        (!body.is_empty()).then_some(ListItem { checked, body })
    }

    /// Returns whether the checkbox at the start of an item is checked; `None` if there is none.
    fn read_checkbox(&mut self, id: usize) -> Option<bool> {
        // In Google Docs the item itself is the checkbox, with a picture of it inside.
        let item = self.tree.element(id)?;
        if self.attribute(item, "role") == Some("checkbox") {
            self.skip(self.tree.find_tag(id, Tag::Img));
            return Some(self.attribute(item, "aria-checked") == Some("true"));
        }
        let first =
            self.tree.descendants(id).take(4).find(|id| !self.is_blank(*id) && self.tree.tag(*id) != Some(Tag::P))?;
        let input = self.tree.element(first).filter(|element| element.tag == Tag::Input)?;
        let kind = self.attribute(input, "type")?;
        kind.eq_ignore_ascii_case("checkbox").then(|| self.tree.attribute(input, "checked").is_some())
    }

    /// Reads one node as blocks.
    pub fn read_one(&mut self, id: usize, out: &mut Vec<Block<'t>>) {
        let mut line = Line::default();
        self.read_node(id, &mut line, out);
        self.end_paragraph(&mut line, out);
    }

    /// Reads terms and their definitions.
    pub fn read_definitions(&mut self, id: usize, out: &mut Vec<Block<'t>>) {
        if self.in_gallery {
            return self.read_children(id, out);
        }
        let mut items: Vec<Definition> = Vec::new();
        self.read_definition_parts(id, &mut items);
        items.retain(|item| !item.terms.is_empty() || !item.descriptions.is_empty());
        if !items.is_empty() {
            out.push(Block::Definitions(items));
        }
    }

    fn read_definition_parts(&mut self, id: usize, items: &mut Vec<Definition<'t>>) {
        for child in self.tree.children(id) {
            let tag = self.tree.tag(child);
            if tag == Some(Tag::Dt) {
                let term = self.phrase(child);
                if items.last().is_none_or(|item| !item.descriptions.is_empty()) {
                    items.push(Definition::default());
                }
                if let Some(item) = items.last_mut().filter(|_| !term.is_empty()) {
                    item.terms.push(term.into());
                }
            } else if tag == Some(Tag::Div) {
                self.read_definition_parts(child, items);
            } else {
                let mut body = Vec::new();
                if tag == Some(Tag::Dd) {
                    body = self.body(child)
                } else {
                    self.read_one(child, &mut body)
                };
                if body.is_empty() {
                    continue;
                }
                if items.is_empty() {
                    items.push(Definition::default());
                }
                if let Some(item) = items.last_mut() {
                    item.descriptions.push(body);
                }
            }
        }
    }
}
