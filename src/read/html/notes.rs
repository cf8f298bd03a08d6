//! Footnotes: lists of them, and the marks in the text that refer to their items.

use super::tags::Tag;
use super::tree::Tree;
use super::{Context, Reader};
use crate::model::{Block, Note};

/// The beginnings of the fragments by which marks refer to footnotes.
const PREFIXES: [&str; 9] =
    ["fn", "_ftn", "_edn", "footnote", "endnote", "note", "cite_note", "cite-note", "sdfootnote"];

/// What is in the fragments by which footnotes refer back.
const BACK: [&str; 2] = ["ref", "back"];

/// The footnotes of a tree.
#[derive(Debug, Default)]
pub(super) struct Notes<'r> {
    /// The ids of footnotes and their numbers, sorted.
    ids: Vec<(&'r str, u32)>,
    /// The lists of footnotes and the numbers of their first items.
    lists: Vec<(usize, u32)>,
}

impl<'r> Notes<'r> {
    /// Finds the lists of which an item is referred to. Numbers go on from where the article's footnotes have come to.
    pub fn find(tree: &'r Tree, cx: &mut Context) -> Notes<'r> {
        let mut wanted: Vec<&str> = tree
            .inlines
            .iter()
            .filter_map(|inline| {
                let element = &inline.element;
                match element.tag {
                    Tag::Sup => tree.attribute(element, "data-fn"),
                    Tag::A => {
                        let href = tree.attribute(element, "href")?;
                        let id = href.trim().strip_prefix('#')?;
                        let is_note = PREFIXES.iter().any(|prefix| id.starts_with(prefix))
                            && !BACK.iter().any(|back| id.contains(back));
                        let says_so = tree.attribute(element, "role").is_some_and(|role| role == "doc-noteref");
                        (is_note || says_so).then_some(id)
                    }
                    _ => None,
                }
            })
            .collect();
        let mut notes = Notes::default();
        if wanted.is_empty() {
            return notes;
        }
        wanted.sort_unstable();
        let mut found = Vec::new();
        for list in 0..tree.nodes.len() {
            if !tree.tag(list).is_some_and(Tag::is_list) {
                continue;
            }
            let items =
                || tree.children(list).filter_map(|item| tree.element(item)).filter(|element| element.tag == Tag::Li);
            let id = |item| tree.attribute(item, "id");
            if !items().any(|item| id(item).is_some_and(|id| wanted.binary_search(&id).is_ok())) {
                continue;
            }
            found.push((list, items().map(|item| id(item)).collect::<Vec<_>>()));
        }
        // The longest list is numbered first, because it most likely is the one that was numbered from 1.
        found.sort_by_key(|(_, ids)| std::cmp::Reverse(ids.len()));
        for (list, ids) in found {
            notes.lists.push((list, cx.notes + 1));
            for id in ids {
                cx.notes += 1;
                notes.ids.extend(id.map(|id| (id, cx.notes)));
            }
        }
        notes.ids.sort_unstable();
        notes
    }

    /// The number of the footnote of an id.
    pub fn number(&self, id: &str) -> Option<u32> {
        let found = self.ids.binary_search_by(|(other, _)| (*other).cmp(id)).ok()?;
        self.ids.get(found).map(|(_, number)| *number)
    }

    /// The number of a list's first footnote, if it is a list of footnotes.
    pub fn first_of(&self, list: usize) -> Option<u32> {
        self.lists.iter().find(|(other, _)| *other == list).map(|(_, first)| *first)
    }
}

impl<'t> Reader<'t, '_, '_> {
    /// A list of footnotes. The rule above it goes, because footnotes have one of their own.
    pub fn note_list(&mut self, list: usize, first: u32, out: &mut Vec<Block<'t>>) {
        let mut number = first;
        let mut notes = Vec::new();
        let outer = std::mem::replace(&mut self.in_notes, true);
        for item in self.tree.children(list) {
            if self.tree.tag(item) == Some(Tag::Li) {
                notes.push(Note { number, body: self.body(item) });
                number += 1;
            }
        }
        self.in_notes = outer;
        out.pop_if(|block| *block == Block::Divider);
        out.push(Block::Notes(notes));
    }
}
