//! Footnotes: lists of them, and the marks in the text that refer to their items.

use crate::model::{Block, Note};
use crate::read::Context;
use crate::read::html::convert::Reader;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::{Element, Tree};

/// Prefixes of the fragments by which marks refer to footnotes.
const PREFIXES: [&str; 9] =
    ["fn", "_ftn", "_edn", "footnote", "endnote", "note", "cite_note", "cite-note", "sdfootnote"];

/// Parts of the fragments by which footnotes refer back.
const BACK: [&str; 2] = ["ref", "back"];

/// The most marks and footnotes that are linked, which bounds the time.
const MAX_NOTES: usize = 1000;

/// The most lists of footnotes.
const MAX_LISTS: usize = 20;

/// The footnotes of a tree.
#[derive(Debug, Default)]
pub(in crate::read::html) struct Notes<'r> {
    /// The ids of footnotes, sorted by their bytes, and their numbers.
    ids: Vec<(&'r str, u32)>,
    /// The lists of footnotes and the numbers of their first items.
    lists: Vec<(usize, u32)>,
}

impl<'r> Notes<'r> {
    /// Finds the lists with an item that is referred to. Numbers continue after the article's previous footnotes.
    pub fn find(tree: &'r Tree, cx: &mut Context) -> Notes<'r> {
        let mut notes = Notes::default();
        let mut wanted: Vec<&str> = Vec::new();
        for inline in &tree.inlines {
            if let Some(id) = find_reference(tree, &inline.element)
                && wanted.len() < MAX_NOTES
                && let Err(place) = wanted.binary_search(&id)
            {
                wanted.insert(place, id);
            }
        }
        // The list with the most footnotes gets the first numbers, because it was most likely numbered from 1.
        let mut found: Vec<(usize, usize)> = Vec::new();
        for list in 0..tree.nodes.len() {
            if wanted.is_empty() || found.len() == MAX_LISTS {
                break;
            }
            if tree.tag(list).is_some_and(Tag::is_list)
                && let Some(length) = count_items(tree, list, &wanted)
            {
                let place = found.iter().position(|(_, other)| *other < length).unwrap_or(found.len());
                found.insert(place, (list, length));
            }
        }
        for (list, _) in found {
            notes.lists.push((list, cx.notes + 1));
            for item in tree.children(list) {
                if let Some(element) = tree.element(item).filter(|element| element.tag == Tag::Li) {
                    cx.notes += 1;
                    if let Some(id) = tree.attribute(element, "id")
                        && notes.ids.len() < MAX_NOTES
                        && let Err(place) = notes.place(id)
                    {
                        notes.ids.insert(place, (id, cx.notes));
                    }
                }
            }
        }
        notes
    }

    /// Returns the number of the footnote with an id.
    pub fn number(&self, id: &str) -> Option<u32> {
        let (_, number) = self.ids.get(self.place(id).ok()?)?;
        Some(*number)
    }

    /// Returns the place of an id, or the place to insert it.
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.ids.binary_search_by(|(other, _)| (*other).cmp(id))
    }

    /// Returns the number of a list's first footnote, if it is a list of footnotes.
    pub fn find_first(&self, list: usize) -> Option<u32> {
        for (other, first) in &self.lists {
            if *other == list {
                return Some(*first);
            }
        }
        None
    }
}

/// Returns the id of the footnote that an element refers to, if the element looks like its mark.
fn find_reference<'r>(tree: &'r Tree, element: &Element) -> Option<&'r str> {
    if element.tag == Tag::Sup {
        return tree.attribute(element, "data-fn");
    }
    if element.tag != Tag::A {
        return None;
    }
    let id = tree.attribute(element, "href")?.trim().strip_prefix('#')?;
    let is_note = PREFIXES.iter().any(|prefix| id.starts_with(prefix)) && !BACK.iter().any(|back| id.contains(back));
    (is_note || tree.attribute(element, "role") == Some("doc-noteref")).then_some(id)
}

/// Returns the number of a list's items, if one of them is a wanted footnote.
fn count_items(tree: &Tree, list: usize, wanted: &[&str]) -> Option<usize> {
    let (mut length, mut is_wanted) = (0, false);
    for item in tree.children(list) {
        if let Some(element) = tree.element(item).filter(|element| element.tag == Tag::Li) {
            length += 1;
            is_wanted |=
                length < MAX_NOTES && tree.attribute(element, "id").is_some_and(|id| wanted.binary_search(&id).is_ok());
        }
    }
    is_wanted.then_some(length)
}

impl<'t> Reader<'t, '_, '_> {
    /// Reads a list of footnotes. The rule above it is removed, because footnotes have their own.
    pub fn read_notes(&mut self, list: usize, first: u32, out: &mut Vec<Block<'t>>) {
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
        out.pop_if(|block| matches!(block, Block::Divider));
        out.push(Block::Notes(notes));
    }
}
