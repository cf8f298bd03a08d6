//! What the elements of running text do to what stands in them.

use super::notes::Notes;
use super::tags::Tag;
use super::tree::{Element, Tree};
use super::{Purpose, Reader};
use crate::lang::{Dir, Lang};
use crate::model::{DateTime, Mark};
use crate::read::context::MAX_NESTING;
use crate::read::spans::Wrap;
use crate::text;

/// What there is to know of a chain before its wraps are made.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    /// Whether browsers do not show what is in it.
    pub hidden: bool,
    /// Whether it is a link or stands in one.
    pub in_link: bool,
    /// Whether it links to a place in the same page.
    pub is_fragment: bool,
    /// Whether it says who made a picture.
    pub is_credit: bool,
    /// The number of the footnote that it marks; 0 for none.
    pub note: u32,
}

/// The facts of each chain of a tree.
pub(super) fn of_chains(tree: &Tree, notes: &Notes) -> Vec<Facts> {
    let own: Vec<Facts> = tree.inlines.iter().map(|inline| of_element(tree, &inline.element, notes)).collect();
    let mut all = Vec::with_capacity(tree.chains.len());
    all.push(Facts::default());
    // A chain stands behind the chain that is around it.
    for chain in tree.chains.iter().skip(1) {
        let outer: Facts = all.get(chain.outer).copied().unwrap_or_default();
        let own = own.get(chain.inline).copied().unwrap_or_default();
        all.push(Facts {
            hidden: outer.hidden || own.hidden,
            in_link: outer.in_link || own.in_link,
            is_fragment: outer.is_fragment || own.is_fragment,
            is_credit: outer.is_credit || own.is_credit,
            note: outer.note.max(own.note),
        });
    }
    all
}

fn of_element(tree: &Tree, element: &Element, notes: &Notes) -> Facts {
    if element.attributes.is_empty() {
        return Facts::default();
    }
    let href = (element.tag == Tag::A).then(|| tree.attribute(element, "href")).flatten();
    let fragment = href.as_deref().and_then(|href| href.trim().strip_prefix('#'));
    let class = tree.attribute(element, "class").unwrap_or_default();
    Facts {
        hidden: is_hidden(tree, element),
        in_link: href.is_some() && fragment.is_none(),
        is_fragment: fragment.is_some(),
        is_credit: ["credit", "copyright"].iter().any(|word| class.contains(word)),
        note: fragment.and_then(|id| notes.number(id)).unwrap_or(0),
    }
}

/// Whether browsers do not show an element: by its `hidden` attribute or by its own style.
pub(super) fn is_hidden(tree: &Tree, element: &Element) -> bool {
    if element.attributes.is_empty() {
        return false;
    }
    let style = tree.attribute(element, "style").unwrap_or_default();
    tree.attribute(element, "hidden").is_some() || declaration(&style, "display") == Some("none")
}

/// The value that a style declares for a property: the last one.
pub(super) fn declaration<'s>(style: &'s str, property: &str) -> Option<&'s str> {
    let declarations = style.split(';').rev().filter_map(|declaration| declaration.split_once(':'));
    let mut values = declarations.filter(|(name, _)| name.trim().eq_ignore_ascii_case(property));
    values.next().map(|(_, value)| value.trim().trim_end_matches("!important").trim_end())
}

impl<'t> Reader<'t, '_, '_> {
    /// What the elements of a chain put around text, the outermost first.
    pub fn wraps(&mut self, chain: usize) -> Vec<Wrap<'t>> {
        let mut inlines: Vec<usize> = self.tree.chain(chain).collect();
        inlines.reverse();
        let mut all: Vec<Wrap> = Vec::new();
        for inline in inlines {
            if self.wraps.get(inline).is_some_and(Option::is_none) {
                let wraps = self.wraps_of(inline);
                if let Some(place) = self.wraps.get_mut(inline) {
                    *place = Some(wraps);
                }
            }
            for wrap in self.wraps.get(inline).and_then(Option::as_ref).into_iter().flatten() {
                let in_link = matches!(wrap, Wrap::Link(_)) && all.iter().any(|other| matches!(other, Wrap::Link(_)));
                if !in_link && !all.contains(wrap) && all.len() < MAX_NESTING {
                    all.push(wrap.clone());
                }
            }
        }
        all
    }

    /// What an inline element puts around text.
    fn wraps_of(&mut self, inline: usize) -> Vec<Wrap<'t>> {
        let tree = self.tree;
        let Some(inline) = tree.inlines.get(inline) else { return Vec::new() };
        let element = &inline.element;
        let mut wraps = Vec::new();
        if element.attributes.is_empty() {
            wraps.extend(mark(element.tag).map(Wrap::Mark));
            return wraps;
        }
        match element.tag {
            Tag::A => wraps.extend(self.link(element, inline.offset).map(Wrap::Link)),
            Tag::Abbr | Tag::Acronym => {
                let title = self.attribute(element, "title").unwrap_or_default();
                wraps.push(Wrap::Abbreviation(text::label(&title).into_owned().into()));
            }
            Tag::Time => {
                let date = self.attribute(element, "datetime").and_then(|date| DateTime::parse(&date));
                wraps.extend(date.map(Wrap::Time));
            }
            _ => {}
        }
        let lang = self.attribute(element, "lang").and_then(|lang| Lang::parse(&lang));
        let dir = self.attribute(element, "dir").and_then(|dir| Dir::parse(&dir));
        if lang.is_some() || dir.is_some() {
            wraps.push(Wrap::Span(lang, dir));
        }
        if element.tag.is_inline() {
            let style = self.attribute(element, "style").unwrap_or_default();
            wraps.extend(marks(element.tag, &style).into_iter().flatten().map(Wrap::Mark));
        }
        wraps
    }

    /// Where a link leads; nothing for a place in the same page, because the ids of the host's page are not the author's.
    fn link(&mut self, element: &Element, offset: usize) -> Option<crate::url::SafeUrl> {
        let href = self.attribute(element, "href")?;
        if href.trim().starts_with('#') { None } else { self.url(&href, Purpose::Link, offset) }
    }
}

/// The marks of an element with a style, as word processors write it.
fn marks(tag: Tag, style: &str) -> [Option<Mark>; 5] {
    let weight = declaration(style, "font-weight").unwrap_or("");
    let bold = matches!(weight, "bold" | "bolder") || weight.parse().is_ok_and(|weight: u32| weight >= 600);
    let posture = declaration(style, "font-style").unwrap_or("");
    let line = declaration(style, "text-decoration").or(declaration(style, "text-decoration-line")).unwrap_or("");
    let own = match mark(tag) {
        // Google Docs wraps whole documents in a `b` that is not bold.
        Some(Mark::B | Mark::Strong) if !weight.is_empty() && !bold => None,
        Some(Mark::I | Mark::Em) if posture == "normal" => None,
        mark => mark,
    };
    let raised = match declaration(style, "vertical-align") {
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

/// The mark that an element is.
fn mark(tag: Tag) -> Option<Mark> {
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
