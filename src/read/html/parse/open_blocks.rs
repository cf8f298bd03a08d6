//! The open blocks while the tree is built, and which tags end them.

use crate::read::html::parse::active_formatting::Active;
use crate::read::html::parse::builder::Builder;
use crate::read::html::parse::tags::Tag;

/// The most blocks that may be open; a deeper one is empty, and its content follows it.
const MAX_DEPTH: usize = 64;

/// An open block.
pub(in crate::read::html) struct Open {
    pub tag: Tag,
    /// Its number among the tree's nodes.
    pub node: usize,
    /// How many elements of running text were open when it began, if none of them can be closed in it.
    pub floor: usize,
}

impl Builder<'_, '_, '_> {
    /// Ends the parts of a table that cannot hold `tag`.
    pub fn end_table_parts(&mut self, tag: Tag, table: usize) {
        let holds = |open: Tag| match tag {
            Tag::Td | Tag::Th => open == Tag::Tr || open.is_row_group(),
            Tag::Tr => open.is_row_group(),
            _ => false,
        };
        let kept = self.open.iter().skip(table + 1).take_while(|open| holds(open.tag)).count();
        self.close(table + 1 + kept);
    }

    /// Ends the open paragraph, if there is one.
    pub fn end_paragraph(&mut self) -> bool {
        let found = self.in_scope(|tag| tag == Tag::P, Tag::is_boundary);
        if let Some(found) = found {
            self.close(found);
        }
        found.is_some()
    }

    /// Ends the open item before a new one.
    pub fn end_item(&mut self, items: &[Tag]) {
        let ends_search = |tag: Tag| !matches!(tag, Tag::P | Tag::Div | Tag::Address) && !tag.is_replaced();
        if let Some(found) = self.in_scope(|tag| items.contains(&tag), ends_search) {
            self.close(found);
        }
    }

    /// Returns the innermost open block that is wanted, unless a boundary precedes it.
    pub fn in_scope(&self, wanted: impl Fn(Tag) -> bool, boundary: impl Fn(Tag) -> bool) -> Option<usize> {
        let found = self.innermost(|tag| wanted(tag) || boundary(tag))?;
        self.open.get(found).is_some_and(|open| wanted(open.tag)).then_some(found)
    }

    /// Returns the innermost open block that fits, except the root.
    pub fn innermost(&self, fits: impl Fn(Tag) -> bool) -> Option<usize> {
        self.open.iter().rposition(|open| fits(open.tag)).filter(|found| *found > 0)
    }

    /// Returns the innermost open block.
    pub fn top(&self) -> Option<Tag> {
        self.open.last().map(|open| open.tag)
    }

    /// Opens the element that was just inserted.
    pub fn push_open(&mut self, tag: Tag) {
        if self.open.len() == MAX_DEPTH {
            return;
        }
        let inherited = self.open.last().map_or(0, |open| open.floor);
        let floor = if tag.is_boundary() && tag != Tag::Table { self.active.len() } else { inherited };
        self.open.push(Open { tag, node: self.tree.nodes.len() - 1, floor });
    }

    /// Closes open blocks until `kept` are left, and the elements of running text opened in them.
    pub fn close(&mut self, kept: usize) {
        while self.open.len() > kept {
            let Some(open) = self.open.pop() else { return };
            self.set_end(open.node);
            if open.tag.is_boundary() && open.tag != Tag::Table {
                self.active.truncate(open.floor);
            }
        }
        let is_left = |active: &Active| active.depth <= kept || active.tag.is_formatting();
        let first_lost = self.active.iter().position(|active| !is_left(active)).unwrap_or(self.active.len());
        self.active.retain(is_left);
        for active in self.active.iter_mut().skip(first_lost) {
            active.chain = None;
        }
        for active in &mut self.active {
            active.depth = active.depth.min(kept);
        }
    }

    /// Ends a node here.
    pub fn set_end(&mut self, node: usize) {
        let end = self.tree.nodes.len();
        if let Some(node) = self.tree.nodes.get_mut(node) {
            node.end = end;
        }
    }
}
