//! The elements of running text that are open while the tree is built, and the chains that they make.

use crate::read::html::parse::builder::Builder;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::{Chain, Element, Inline};

/// How many elements of running text may be open; more of them have no effect.
const MAX_ACTIVE: usize = 32;

/// An element of running text that is open.
pub(in crate::read::html) struct Active {
    pub tag: Tag,
    /// Its number among the tree's inlines.
    pub inline: usize,
    /// Its chain, once something stands in it.
    pub chain: Option<usize>,
    /// How many blocks were open when it began, or are left of these.
    pub depth: usize,
}

impl Builder<'_, '_, '_> {
    /// Puts an element around all that comes until it ends.
    pub fn activate(&mut self, element: Element) {
        if self.active.len() == MAX_ACTIVE {
            return;
        }
        let (tag, inline) = (element.tag, self.tree.inlines.len());
        self.tree.inlines.push(Inline { element, offset: self.tokens.offset() });
        self.active.push(Active { tag, inline, chain: None, depth: self.open.len() });
    }

    /// Ends an element of running text: a formatting one across blocks, another one in its own block only.
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

    /// The chain of the elements of running text that are open.
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
