//! Converts the tree of HTML to the model's blocks and running text.

mod cards;
mod chain_facts;
mod custom;
mod embeds;
mod figures;
mod flow;
mod images;
mod line;
mod lists;
mod notes;
mod phrase;
mod places;
pub(super) mod providers;
mod quotes;
mod tables;
mod traced;

use crate::json::Value;
use crate::model::Inline;
use crate::read::Context;
use crate::read::context::MAIL_HEADERS;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::{Element, Tree};
use crate::read::values::spans::{Spans, Wrap};
use crate::report::WarningCode;
use crate::text::{Label, template};
use crate::url::{Purpose, SafeUrl, UrlError};
use chain_facts::Facts;
use line::Line;
use notes::Notes;
use places::Places;

/// Reads a tree into the model.
pub(super) struct Reader<'t, 'r, 'o> {
    tree: &'r Tree<'t>,
    at: &'r Value<'r>,
    cx: &'r mut Context<'o>,
    /// The properties of each chain.
    facts: Vec<Facts>,
    /// The wraps of each inline element, computed when needed.
    wraps: Vec<Option<Vec<Wrap<'t>>>>,
    /// The footnotes and the marks that refer to them.
    notes: Notes<'r>,
    /// The caption of the current figure, once found.
    caption: Option<figures::Caption<'t>>,
    /// Whether a figure is being read, so that a caption belongs to it.
    in_figure: bool,
    /// Whether footnotes are being read.
    in_notes: bool,
    /// Whether there are several `h1`, so that all headings move down by one level.
    shift_headings: bool,
    /// The node after the last item outside a list.
    stray_end: usize,
    /// Whether there is a letter written from right to left, so that text in the other direction must be marked.
    has_rtl: bool,
    /// The nodes that are skipped because they were already read.
    skipped: Vec<bool>,
    /// The possible targets of links within the text, once needed.
    places: Option<Places<'r>>,
    /// The number of the first node as a target: a document may have several texts.
    first_place: u32,
    /// Whether there are links within the text.
    has_fragments: bool,
    /// Whether only the content of list items is read, as in galleries.
    in_gallery: bool,
    /// Whether a heading is being read.
    in_heading: bool,
    /// Whether line ends count because of a block's style.
    keeps_lines: bool,
}

impl<'t, 'r, 'o> Reader<'t, 'r, 'o> {
    pub fn new(html: &str, tree: &'r Tree<'t>, at: &'r Value<'r>, cx: &'r mut Context<'o>) -> Reader<'t, 'r, 'o> {
        let notes = Notes::find(tree, cx);
        let facts = chain_facts::find_facts(tree, &notes);
        let wraps = vec![None; tree.inlines.len()];
        let first = tree.find_tag(0, Tag::H1);
        let several = (0..tree.nodes.len()).rev().find(|id| tree.tag(*id) == Some(Tag::H1)) != first;
        let first_place = cx.places + 1;
        cx.places += tree.nodes.len() as u32;
        let has_fragments = facts.iter().any(|facts| facts.is_fragment && facts.note == 0);
        Reader {
            tree,
            at,
            cx,
            facts,
            wraps,
            notes,
            caption: None,
            in_figure: false,
            in_notes: false,
            shift_headings: several,
            stray_end: 0,
            // The lead bytes of Hebrew, Arabic, Syriac, Thaana and N'Ko.
            has_rtl: html.bytes().any(|byte| (0xD6..=0xDF).contains(&byte)),
            skipped: vec![false; tree.nodes.len()],
            places: None,
            first_place,
            has_fragments,
            in_gallery: false,
            in_heading: false,
            keeps_lines: false,
        }
    }

    /// Returns the value of an attribute; `None` if it is empty.
    fn attribute(&self, element: &Element, name: &str) -> Option<&'r str> {
        self.tree.attribute(element, name).filter(|value| !value.trim().is_empty())
    }

    /// Returns the first of these attributes that is present.
    fn first_attribute(&self, element: &Element, names: &[&str]) -> Option<&'r str> {
        for name in names {
            if let Some(value) = self.attribute(element, name) {
                return Some(value);
            }
        }
        None
    }

    /// Returns whether an element's class has one of these words, as a whole name or as whole parts of one.
    fn has_class(&self, element: &Element, words: &[&str]) -> bool {
        let class = self.tree.attribute(element, "class");
        class.is_some_and(|class| chain_facts::has_words(class, words))
    }

    /// Marks a node to be skipped.
    fn skip(&mut self, id: Option<usize>) {
        if let Some(skipped) = id.and_then(|id| self.skipped.get_mut(id)) {
            *skipped = true;
        }
    }

    fn is_skipped(&self, id: usize) -> bool {
        self.skipped.get(id) == Some(&true)
    }

    /// Returns the properties of a chain.
    fn facts(&self, chain: usize) -> Facts {
        self.facts.get(chain).copied().unwrap_or_default()
    }

    /// Warns about a place in the HTML.
    fn warn(&mut self, code: WarningCode, offset: usize, message: &[&str]) {
        self.cx.warnings.warn_offset(code, self.at, offset, message);
    }

    /// Converts a text of the tree or an attribute's value to a label.
    fn make_label(&mut self, value: &str) -> Label<'t> {
        Label::clean(value.to_owned(), &mut self.cx.cleaner)
    }

    /// Judges the URL found at `offset`, and warns if it is refused.
    fn url(&mut self, url: &str, purpose: Purpose, offset: usize) -> Option<SafeUrl> {
        let (code, message) = match self.cx.resolve(url, purpose, self.at) {
            Ok(judged) => {
                if judged.lacks_headers_of(url) {
                    self.warn(WarningCode::UnsafeUrl, offset, &[MAIL_HEADERS]);
                }
                return Some(judged);
            }
            Err(UrlError::Unsafe) => (WarningCode::UnsafeUrl, "not a URL that is shown: "),
            Err(UrlError::Unresolved) => (WarningCode::UnresolvedUrl, "a relative URL without a base: "),
        };
        self.warn(code, offset, &[message, template::start(url.trim(), 80)]);
        None
    }

    /// Converts the pieces of a line to running text, each in the wraps of the elements around it.
    fn nest_line(&mut self, line: &mut Line<'t>) -> Vec<Inline<'t>> {
        let mut spans = Spans::default();
        for (chain, piece) in line.take() {
            let mut wraps = self.read_wraps(chain);
            if matches!(piece, Inline::NoteMark(_)) {
                wraps.retain(|wrap| *wrap != Wrap::Mark(crate::model::Mark::Sup));
            }
            spans.add(&wraps, piece, self.at, self.cx);
        }
        spans.finish()
    }
}
