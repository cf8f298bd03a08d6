//! Quotations, and boxes with special classes.

use crate::model::{Aside, AsideKind, Block, Inline, Mark, Paragraph, Quote};
use crate::read::html::convert::Reader;
use crate::read::html::convert::figures::make_pull_quotes;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::Element;

impl<'t> Reader<'t, '_, '_> {
    /// Reads a quotation. The attribution is its `footer`, a last paragraph in a `cite`, or its figure's caption.
    pub fn read_quote(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        if let Some(post) = self.read_post(id, element) {
            return out.push(post);
        }
        let footer = self.tree.children(id).filter(|id| self.tree.tag(*id) == Some(Tag::Footer)).last();
        let mut attribution = footer.map(|id| self.phrase(id)).unwrap_or_default();
        self.skip(footer);
        let mut body = self.body(id);
        if attribution.is_empty()
            && body.len() > 1
            && body.last().is_some_and(is_cite)
            && let Some(Block::Paragraph(last)) = body.pop()
        {
            attribution = last.content;
        }
        if body.is_empty() && attribution.is_empty() {
            return;
        }
        let quote = Quote { body, attribution: attribution.into() };
        out.push(if self.is_pull_quote(element) { Block::PullQuote(quote) } else { Block::Quote(quote) });
    }

    /// Returns whether an element is a pull quote by its class.
    pub fn is_pull_quote(&self, element: &Element) -> bool {
        self.has_class(element, &["pullquote", "pull-quote", "blockquote-alt"])
    }

    /// Reads a box according to its class; usually only its content.
    pub fn read_container(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        if self.tree.attribute(element, "class").is_none() {
            return self.read_plain_container(id, element, out);
        }
        if self.read_card(id, element, out) {
        } else if self.is_caption(element) {
            self.caption = Some(self.read_caption(id));
        } else if let Some(post) = self.read_post(id, element) {
            out.push(post);
        } else if self.is_pull_quote(element) {
            let mut blocks = Vec::new();
            self.read_children(id, &mut blocks);
            out.extend(make_pull_quotes(blocks));
        } else if self.has_class(element, &["gallery"]) {
            self.read_gallery(id, element, out);
        } else if self.has_class(element, &["wp-caption"]) {
            self.read_figure(id, element, out);
        } else {
            self.read_plain_container(id, element, out);
        }
    }

    fn read_plain_container(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        if element.tag != Tag::Aside {
            return self.read_children(id, out);
        }
        let body = self.body(id);
        if !body.is_empty() {
            out.push(Block::Aside(Aside {
                kind: AsideKind::Aside,
                title: Vec::new().into(),
                body,
                ..Aside::default()
            }));
        }
    }
}

/// Returns whether a paragraph is only a citation, possibly after a dash.
fn is_cite(block: &Block) -> bool {
    let Block::Paragraph(Paragraph { content, .. }) = block else { return false };
    let dash = |inline: &Inline| matches!(inline, Inline::Text(text) if text.chars().all(|c| c.is_whitespace() || matches!(c, '—' | '–' | '-')));
    let mut rest = content.iter().filter(|inline| !dash(inline));
    let only = (rest.next(), rest.next());
    match only {
        (Some(Inline::Link(_, content)), None) => matches!(content.as_slice(), [Inline::Marked(Mark::Cite, _)]),
        only => matches!(only, (Some(Inline::Marked(Mark::Cite, _)), None)),
    }
}
