//! Quotations, boxes and what their classes make of them.

use crate::model::{Aside, AsideKind, Block, Inline, Mark, Paragraph, Quote};
use crate::read::html::convert::Reader;
use crate::read::html::convert::figures::pull_quotes;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::Element;

impl<'t> Reader<'t, '_, '_> {
    /// A quotation: who said it stands in its `footer`, in a last paragraph that is all `cite`, or in its figure's caption.
    pub fn quote(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        if let Some(post) = self.post(id, element) {
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

    /// Whether a class says that a sentence of the article is set large here.
    pub fn is_pull_quote(&self, element: &Element) -> bool {
        self.has_class(element, &["pullquote", "pull-quote", "blockquote-alt"])
    }

    /// A box of any kind: what its class says that it is; mostly only what is in it.
    pub fn container(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        if self.tree.attribute(element, "class").is_none() {
            return self.plain_container(id, element, out);
        }
        if self.card(id, element, out) {
        } else if self.is_caption(element) {
            self.caption = Some(self.read_caption(id));
        } else if let Some(post) = self.post(id, element) {
            out.push(post);
        } else if self.is_pull_quote(element) {
            let mut blocks = Vec::new();
            self.children(id, &mut blocks);
            out.extend(pull_quotes(blocks));
        } else if self.has_class(element, &["gallery"]) {
            self.gallery(id, out);
        } else if self.has_class(element, &["wp-caption"]) {
            self.figure(id, element, out);
        } else {
            self.plain_container(id, element, out);
        }
    }

    fn plain_container(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        if element.tag != Tag::Aside {
            return self.children(id, out);
        }
        let body = self.body(id);
        if !body.is_empty() {
            out.push(Block::Aside(Aside { kind: AsideKind::Aside, title: Vec::new().into(), body }));
        }
    }
}

/// Whether a paragraph is a citation, perhaps behind a dash, and nothing else.
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
