//! Body elements of publishers' systems: objects with a kind and members under a few usual names.
//!
//! Each format has a table with the shape of each kind and the names of members; the conversion of the shapes is the
//! same for all formats.

use crate::json::Value;
use crate::model::{Block, Figure, Heading, Inline, Layout, Paragraph, is_blank};
use crate::read::Context;
pub(in crate::read) use crate::read::formats::publishers::engine::kind::{
    Shape, card, embedded, full, heading, read_rating, shaped, take_leading_figure,
};
use crate::read::html;
use crate::read::values::layout::{find_layout, lay_out};
use crate::read::values::lenient::first;
use crate::read::values::paragraphs::read_paragraphs;
use crate::read::values::text_match::letters;
use crate::report::WarningCode;
use crate::text::keys::Keys;

/// The names of element members in a format; the first that is present counts.
pub(in crate::read) struct Names {
    /// The kind.
    pub kind: &'static str,
    /// The shapes by kind.
    pub shapes: &'static [(&'static str, Shape)],
    /// The page or file.
    pub url: &'static str,
    /// The title.
    pub title: &'static str,
    /// The caption of a picture, video or sound.
    pub caption: &'static str,
    /// The text.
    pub text: &'static str,
    /// The speaker.
    pub attribution: &'static str,
    /// The elements inside, or files of a video or sound.
    pub items: &'static str,
}

/// The element vocabulary of a format.
pub(in crate::read) trait Vocabulary<'t> {
    /// Returns the names of its members.
    fn names(&self) -> &'static Names;

    /// Reads the picture that an element is or contains.
    fn figure(&self, element: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>>;

    /// Reads the blocks of a kind that has no shape shared with other formats.
    fn special(&self, kind: &str, element: &'t Value<'t>, cx: &mut Context) -> Option<Vec<Block<'t>>>;

    /// Returns the layout of an element, if it names one.
    fn layout(&self, element: &'t Value<'t>) -> Option<Layout> {
        Keys("layout alignment align").filter_map(|name| element.str(name)).find_map(find_layout)
    }

    /// Reads an element's text as running text: HTML by default.
    fn inlines(&self, text: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
        inlines(text, cx)
    }

    /// Reads a text of an element as running text; the element may define its format.
    fn line(&self, text: &'t Value<'t>, _element: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
        self.inlines(text, cx)
    }

    /// Reads an element's text as blocks: HTML by default.
    fn blocks(&self, text: &'t Value<'t>, _element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
        blocks(text, cx)
    }
}

/// Reads the HTML in a value as running text.
pub(in crate::read) fn inlines<'t>(value: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let content = value.as_str().map(|text| html::inlines(text, value, cx)).unwrap_or_default();
    if is_blank(&content) { Vec::new() } else { content }
}

/// Reads the HTML in the first of these members as running text.
pub(in crate::read) fn read_inlines_of<'t>(object: &'t Value<'t>, names: &str, cx: &mut Context) -> Vec<Inline<'t>> {
    first(object, names).map(|html| inlines(html, cx)).unwrap_or_default()
}

/// Reads the HTML in the first of these members as blocks.
pub(in crate::read) fn blocks_of<'t>(object: &'t Value<'t>, names: &str, cx: &mut Context) -> Vec<Block<'t>> {
    first(object, names).map(|html| blocks(html, cx)).unwrap_or_default()
}

/// Reads the HTML in a value as blocks.
pub(in crate::read) fn blocks<'t>(value: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    value.as_str().map(|text| html::blocks(text, value, cx)).unwrap_or_default()
}

/// Returns whether two texts are the same except for case, spaces and punctuation.
pub(in crate::read) fn is_same(one: &str, other: &str) -> bool {
    letters(one) == letters(other)
}

/// Returns whether a text contains another one, ignoring case, spaces and punctuation.
pub(in crate::read) fn contains(text: &str, part: &str) -> bool {
    letters(text).contains(&letters(part))
}

/// Returns the running text of blocks, each on its own line.
pub(in crate::read) fn running(blocks: Vec<Block>) -> Vec<Inline> {
    let mut out = Vec::new();
    for block in blocks {
        let content = match block {
            Block::Paragraph(Paragraph { content, .. }) | Block::Heading(Heading { content, .. }) => content,
            Block::Quote(quote) => running(quote.body),
            Block::List(list) => running(list.items.into_iter().flat_map(|item| item.body).collect()),
            _ => continue,
        };
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.extend(content);
    }
    out
}

/// Reads the blocks of many elements.
pub(in crate::read) fn read_elements<'t>(
    vocabulary: &dyn Vocabulary<'t>,
    value: &'t Value<'t>,
    cx: &mut Context,
) -> Vec<Block<'t>> {
    let mut out = Vec::new();
    for element in value.one_or_many() {
        if !cx.spend(element) {
            break;
        }
        let mut blocks = cx.nested(element, |cx| read_element(vocabulary, element, cx));
        lay_out(&mut blocks, vocabulary.layout(element));
        out.append(&mut blocks);
    }
    out
}

/// Reads the elements in the member of any of these names.
pub(in crate::read) fn inner<'t>(
    vocabulary: &dyn Vocabulary<'t>,
    element: &'t Value<'t>,
    names: &str,
    cx: &mut Context,
) -> Vec<Block<'t>> {
    first(element, names).map(|items| read_elements(vocabulary, items, cx)).unwrap_or_default()
}

/// Reads the blocks of one element: usually one.
fn read_element<'t>(vocabulary: &dyn Vocabulary<'t>, element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    if !cx.is_object(element) {
        return Vec::new();
    }
    let names = vocabulary.names();
    let Some(kind) = element.str(names.kind) else {
        let message = "an element without a kind, shown as its text";
        cx.warnings.warn_member(WarningCode::MissingField, element, names.kind, &[message]);
        return read_fallback(vocabulary, element, cx);
    };
    let kind = kind.strip_prefix("model.dotcomrendering.pageElements.").unwrap_or(kind);
    let kind = kind.strip_suffix("BlockElement").unwrap_or(kind);
    if let Some(blocks) = vocabulary.special(kind, element, cx) {
        return blocks;
    }
    let Some((_, shape)) = names.shapes.iter().find(|(name, _)| *name == kind) else {
        let place = element.get(names.kind).unwrap_or(element);
        cx.unknown_block(place, kind);
        return read_fallback(vocabulary, element, cx);
    };
    let blocks = shaped(vocabulary, *shape, element, cx);
    if blocks.is_empty() && !matches!(shape, Shape::Dropped | Shape::Group | Shape::NotShown) {
        cx.warn(WarningCode::EmptyBlock, element, &["an empty ", kind, ", left out"]);
    }
    blocks
}

/// Reads the titles, texts and captions of an element without a better form, and of the elements in it.
pub(in crate::read) fn read_fallback<'t>(
    vocabulary: &dyn Vocabulary<'t>,
    value: &'t Value<'t>,
    cx: &mut Context,
) -> Vec<Block<'t>> {
    const TEXTS: &str = "caption alt altText description body summary";
    const LISTS: &str = "items options answers";
    let names = vocabulary.names();
    let mut out = Vec::new();
    for (name, member) in value.members() {
        let name = name.as_ref();
        match member {
            Value::String(text) if Keys(names.text).has(name) || Keys(TEXTS).has(name) => {
                let read = vocabulary.blocks(member, value, cx);
                out.extend(if read.is_empty() {
                    read_paragraphs(cx.lines_within(member, text), member, cx)
                } else {
                    read
                });
            }
            Value::String(text) if Keys(names.title).has(name) => {
                out.extend(read_paragraphs(cx.lines_within(member, text), member, cx))
            }
            Value::Object(_) | Value::Array(_) => {
                for item in member.one_or_many() {
                    match item {
                        Value::Object(_) => out.extend(cx.nested(item, |cx| read_fallback(vocabulary, item, cx))),
                        Value::String(text) if Keys(LISTS).has(name) => {
                            out.extend(read_paragraphs(cx.lines_within(item, text), item, cx))
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    out
}
