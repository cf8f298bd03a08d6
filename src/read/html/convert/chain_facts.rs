//! The effects of elements of running text on their content.

use crate::model::{DateTime, Mark};
use crate::read::html::convert::Reader;
use crate::read::html::convert::cards::FILE_BUTTON;
use crate::read::html::convert::notes::Notes;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::{Element, Tree};
use crate::read::values::spans::{self, Wrap};
use crate::text::ascii;
use crate::text::lang::{Dir, Lang};

/// The properties of a chain that are needed before its wraps.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::read::html) struct Facts {
    /// Whether browsers hide its content.
    pub hidden: bool,
    /// Whether it is a link or in one.
    pub in_link: bool,
    /// Whether it links to a place in the same page.
    pub is_fragment: bool,
    /// Whether it is the credit of a picture.
    pub is_credit: bool,
    /// Whether it is hidden from screen readers.
    pub is_decoration: bool,
    /// The innermost element that its style puts on its own line; 0 for none.
    pub line: usize,
    /// The number of the footnote that it marks; 0 for none.
    pub note: u32,
}

/// Returns the facts of each chain of a tree.
pub(in crate::read::html) fn find_facts(tree: &Tree, notes: &Notes) -> Vec<Facts> {
    let mut all: Vec<Facts> = Vec::with_capacity(tree.chains.len());
    // A chain comes after the one around it, and the first is empty.
    for (place, chain) in tree.chains.iter().enumerate() {
        let outer = all.get(chain.outer).copied().unwrap_or_default();
        let own = match tree.inlines.get(chain.inline) {
            Some(inline) if place > 0 => find_facts_of_element(tree, &inline.element, notes),
            _ => Facts::default(),
        };
        all.push(Facts {
            hidden: outer.hidden || own.hidden,
            in_link: outer.in_link || own.in_link,
            is_fragment: outer.is_fragment || own.is_fragment,
            is_credit: outer.is_credit || own.is_credit,
            is_decoration: outer.is_decoration || own.is_decoration,
            line: if own.line > 0 { place } else { outer.line },
            note: outer.note.max(own.note),
        });
    }
    all
}

fn find_facts_of_element(tree: &Tree, element: &Element, notes: &Notes) -> Facts {
    if element.attributes.is_empty() {
        return Facts::default();
    }
    let href = (element.tag == Tag::A).then(|| tree.attribute(element, "href")).flatten();
    let fragment = href.and_then(|href| href.trim().strip_prefix('#'));
    let class = tree.attribute(element, "class").unwrap_or_default();
    Facts {
        // KaTeX and MathJax repeat a formula for screen readers, and hide that by their style sheet.
        hidden: is_hidden(tree, element)
            || [FILE_BUTTON, "katex-mathml", "MJX_Assistive"].iter().any(|name| class.contains(name)),
        in_link: href.is_some(),
        is_fragment: fragment.is_some(),
        is_credit: has_words(class, &["credit", "credits", "copyright"]),
        is_decoration: tree.attribute(element, "aria-hidden") == Some("true"),
        line: usize::from(is_line(tree.attribute(element, "style").unwrap_or_default())),
        note: fragment.and_then(|id| notes.number(id)).unwrap_or(0),
    }
}

/// Returns whether browsers hide an element, by its `hidden` attribute or its own style.
pub(in crate::read::html) fn is_hidden(tree: &Tree, element: &Element) -> bool {
    if element.attributes.is_empty() {
        return false;
    }
    let style = tree.attribute(element, "style").unwrap_or_default();
    let is =
        |property, value: &str| find_declaration(style, property).is_some_and(|own| own.eq_ignore_ascii_case(value));
    tree.attribute(element, "hidden").is_some() || is("display", "none") || is("visibility", "hidden")
}

/// Returns whether a style puts an element of running text on its own line.
fn is_line(style: &str) -> bool {
    let display = find_declaration(style, "display").unwrap_or_default();
    ["block", "flex", "grid", "table", "list-item"].iter().any(|value| display.eq_ignore_ascii_case(value))
}

/// Returns whether a class contains one of these words: as a whole name, or as whole parts of one (`photo-credit`,
/// `photoCredit`).
pub(in crate::read::html) fn has_words(class: &str, words: &[&str]) -> bool {
    class.split_ascii_whitespace().any(|name| words.iter().any(|word| has_part(name, word)))
}

/// Returns whether the name of a class contains a word at the boundaries of its parts.
fn has_part(name: &str, word: &str) -> bool {
    let bytes = name.as_bytes();
    let is_cut = |at: usize| {
        let (before, after) = (at.checked_sub(1).and_then(|at| bytes.get(at)), bytes.get(at));
        let (Some(before), Some(after)) = (before, after) else { return true };
        !before.is_ascii_alphanumeric()
            || !after.is_ascii_alphanumeric()
            || before.is_ascii_lowercase() && after.is_ascii_uppercase()
    };
    let Some(last) = name.len().checked_sub(word.len()) else { return false };
    (0..=last).any(|at| {
        let part = bytes.get(at..at + word.len());
        part.is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes())) && is_cut(at) && is_cut(at + word.len())
    })
}

/// Returns the value of the last declaration of a property in a style.
pub(in crate::read::html) fn find_declaration<'s>(style: &'s str, property: &str) -> Option<&'s str> {
    let (mut rest, mut found) = (style, None);
    while !rest.is_empty() {
        if let Some((name, value)) = ascii::split_once(ascii::next_part(&mut rest, b';'), b':')
            && name.trim().eq_ignore_ascii_case(property)
        {
            found = Some(ascii::cut(value, b"!").0.trim());
        }
    }
    found
}

impl<'t> Reader<'t, '_, '_> {
    /// Returns the wraps of a chain, the outermost first.
    pub fn read_wraps(&mut self, chain: usize) -> Vec<Wrap<'t>> {
        let mut all: Vec<Wrap> = Vec::new();
        for inline in self.tree.chain(chain) {
            if self.wraps.get(inline).is_some_and(Option::is_none) {
                let wraps = self.read_wraps_of(inline);
                if let Some(place) = self.wraps.get_mut(inline) {
                    *place = Some(wraps);
                }
            }
            let Some(Some(wraps)) = self.wraps.get(inline) else { continue };
            for wrap in wraps {
                spans::wrap(&mut all, wrap.clone());
            }
        }
        all
    }

    /// Returns the wraps of an inline element.
    fn read_wraps_of(&mut self, inline: usize) -> Vec<Wrap<'t>> {
        let tree = self.tree;
        let Some(inline) = tree.inlines.get(inline) else { return Vec::new() };
        let element = &inline.element;
        let mut wraps = Vec::new();
        if element.attributes.is_empty() {
            wraps.extend(find_mark(element.tag).map(Wrap::Mark));
            return wraps;
        }
        match element.tag {
            Tag::A => wraps.extend(self.read_link(element, inline.offset).map(Wrap::link)),
            Tag::Abbr | Tag::Acronym => {
                let title = self.attribute(element, "title").unwrap_or_default();
                wraps.push(Wrap::abbreviation(self.make_label(title)));
            }
            Tag::Time => {
                let date = self.attribute(element, "datetime").and_then(DateTime::parse);
                wraps.extend(date.map(Wrap::Time));
            }
            _ => {}
        }
        let lang = self.attribute(element, "lang").and_then(Lang::parse);
        let dir = self.attribute(element, "dir").and_then(Dir::parse);
        // Word processors write `ltr` everywhere.
        let dir = dir.filter(|dir| self.has_rtl || *dir == Dir::Rtl);
        if lang.is_some() || dir.is_some() {
            wraps.push(Wrap::Span(lang, dir));
        }
        if element.tag.is_inline() {
            let style = self.attribute(element, "style").unwrap_or_default();
            wraps.extend(find_marks(element.tag, style).into_iter().flatten().map(Wrap::Mark));
        }
        wraps
    }
}

/// Returns the marks of an element with a style, as word processors write it.
fn find_marks(tag: Tag, style: &str) -> [Option<Mark>; 5] {
    let weight = find_declaration(style, "font-weight").unwrap_or("");
    let bold = matches!(weight, "bold" | "bolder")
        || weight.as_bytes().first().is_some_and(|digit| (b'6'..=b'9').contains(digit));
    let posture = find_declaration(style, "font-style").unwrap_or("");
    let line =
        find_declaration(style, "text-decoration").or(find_declaration(style, "text-decoration-line")).unwrap_or("");
    let own = match find_mark(tag) {
        // Google Docs wraps whole documents in a `b` that is not bold.
        Some(Mark::B | Mark::Strong) if !weight.is_empty() && !bold => None,
        Some(Mark::I | Mark::Em) if posture == "normal" => None,
        mark => mark,
    };
    let raised = match find_declaration(style, "vertical-align") {
        Some("super") => Some(Mark::Sup),
        Some("sub") => Some(Mark::Sub),
        _ => None,
    };
    [
        own,
        (bold && !matches!(own, Some(Mark::B | Mark::Strong))).then_some(Mark::B),
        (matches!(posture, "italic" | "oblique") && !matches!(own, Some(Mark::I | Mark::Em))).then_some(Mark::I),
        if line.contains("line-through") {
            Some(Mark::S)
        } else {
            (line.contains("underline") && tag != Tag::A).then_some(Mark::U)
        },
        raised,
    ]
}

/// Returns the mark of an element.
fn find_mark(tag: Tag) -> Option<Mark> {
    Some(match tag {
        Tag::B => Mark::B,
        Tag::Bdi => Mark::Bdi,
        Tag::Cite => Mark::Cite,
        Tag::Code | Tag::Tt => Mark::Code,
        Tag::Del => Mark::Del,
        Tag::Dfn => Mark::Dfn,
        Tag::Em => Mark::Em,
        Tag::I => Mark::I,
        Tag::Ins => Mark::Ins,
        Tag::Kbd => Mark::Kbd,
        Tag::Mark => Mark::Mark,
        Tag::Q => Mark::Q,
        Tag::S | Tag::Strike => Mark::S,
        Tag::Samp => Mark::Samp,
        Tag::Small => Mark::Small,
        Tag::Strong => Mark::Strong,
        Tag::Sub => Mark::Sub,
        Tag::Sup => Mark::Sup,
        Tag::U => Mark::U,
        Tag::Var => Mark::Var,
        _ => return None,
    })
}
