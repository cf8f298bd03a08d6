//! The open elements of running text while the tree is built, and their chains.

use crate::read::html::parse::builder::Builder;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::{Chain, Element, Inline};

/// The most elements of running text that may be open; more have no effect.
const MAX_ACTIVE: usize = 32;

/// An open element of running text.
pub(in crate::read::html) struct Active {
    pub tag: Tag,
    /// Its number among the tree's inlines.
    pub inline: usize,
    /// Its chain, once it has content.
    pub chain: Option<usize>,
    /// How many blocks were open when it began, less those closed since.
    pub depth: usize,
}

impl Builder<'_, '_, '_> {
    /// Puts an element around everything until its end.
    pub fn activate(&mut self, element: Element) {
        if self.active.len() == MAX_ACTIVE {
            return;
        }
        let (tag, inline) = (element.tag, self.tree.inlines.len());
        self.tree.inlines.push(Inline { element, offset: self.tokens.offset() });
        self.active.push(Active { tag, inline, chain: None, depth: self.open.len() });
    }

    /// Ends an element of running text: a formatting one across blocks, another one only in its own block.
    pub fn end_inline(&mut self, tag: Tag) {
        let floor = self.open.last().map_or(0, |open| open.floor);
        let depth = self.open.len();
        let Some(found) = self.active.iter().rposition(|active| active.tag == tag).filter(|found| *found >= floor)
        else {
            return;
        };
        if !tag.is_formatting() && self.active.get(found).is_some_and(|active| active.depth < depth) {
            return;
        }
        self.active.remove(found);
        for active in self.active.iter_mut().skip(found) {
            active.chain = None;
        }
    }

    /// Returns the chain of the open elements of running text.
    pub fn chain(&mut self) -> usize {
        let mut outer = 0;
        for active in &mut self.active {
            outer = match active.chain {
                Some(chain) => chain,
                None if !self.cx.spend(self.at) => return outer,
                None => {
                    self.tree.chains.push(Chain { inline: active.inline, outer });
                    self.tree.chains.len() - 1
                }
            };
            active.chain = Some(outer);
        }
        outer
    }
}
