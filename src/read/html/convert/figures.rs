//! Figures: a picture, table, video or program text with its caption; several pictures are a gallery.

use crate::model::{Block, Figure, Gallery, Inline, Layout};
use crate::read::html::convert::Reader;
use crate::read::html::convert::line::Line;
use crate::read::html::parse::tree::Element;
use crate::read::values::layout;

/// A caption, and the credit of its figure.
#[derive(Debug, Default)]
pub(in crate::read::html) struct Caption<'t> {
    pub text: Vec<Inline<'t>>,
    pub credit: Vec<Inline<'t>>,
}

impl<'t> Reader<'t, '_, '_> {
    /// Reads a figure.
    pub fn read_figure(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        if self.read_card(id, element, out) {
            return;
        }
        if self.has_class(element, &["gallery"]) {
            return self.read_gallery(id, element, out);
        }
        let (mut blocks, caption) = self.read_captioned(id);
        if self.is_pull_quote(element) {
            blocks = make_pull_quotes(blocks);
        }
        // A line of text in addition to a caption is the credit.
        if let [Block::Figure(figure), Block::Paragraph(_)] = &mut blocks[..]
            && let (Some(caption), true) = (&caption, figure.credit.is_empty())
            && caption.credit.is_empty()
            && let Some(Block::Paragraph(credit)) = blocks.pop()
            && let Some(Block::Figure(figure)) = blocks.first_mut()
        {
            figure.credit = credit.content.into();
        }
        let pictures = blocks.iter().filter(|block| matches!(block, Block::Figure(_))).count();
        if pictures > 1 && pictures == blocks.len() {
            let columns = self.find_columns(element);
            return out.push(make_gallery(blocks, caption.map(Caption::whole).unwrap_or_default(), columns));
        }
        if let Some(caption) = caption {
            attach_caption(caption, &mut blocks);
        }
        out.append(&mut blocks);
    }

    /// Reads the blocks in a figure and its caption.
    fn read_captioned(&mut self, id: usize) -> (Vec<Block<'t>>, Option<Caption<'t>>) {
        let outer = (self.caption.take(), std::mem::replace(&mut self.in_figure, true));
        let mut blocks = Vec::new();
        self.read_children(id, &mut blocks);
        let caption = self.caption.take();
        (self.caption, self.in_figure) = outer;
        (blocks, caption.filter(|caption| !caption.text.is_empty() || !caption.credit.is_empty()))
    }

    /// Returns whether a paragraph or an item is the caption of the current figure, by its class.
    pub fn is_caption(&self, element: &Element) -> bool {
        self.in_figure && self.caption.is_none() && self.has_class(element, &["caption-text", "gallery-caption"])
    }

    /// Reads a caption. Parts with a class for credits become the credit.
    pub fn read_caption(&mut self, id: usize) -> Caption<'t> {
        let mut line = Line::default();
        self.push_phrases(id, &mut line);
        let (mut text, mut credit) = (Line::default(), Line::default());
        for (chain, piece) in line.take() {
            let part = if self.facts(chain).is_credit { &mut credit } else { &mut text };
            match piece {
                Inline::Text(piece) => part.text(chain, piece, false, &mut self.cx.cleaner),
                Inline::Break => {
                    part.push_break(chain);
                }
                piece => part.push(chain, piece),
            }
        }
        Caption { text: self.nest_line(&mut text), credit: self.nest_line(&mut credit) }
    }

    /// Returns the columns of a gallery, by its class or that of the list in it.
    fn find_columns(&self, element: &Element) -> Option<u8> {
        self.tree.attribute(element, "class").and_then(layout::find_columns)
    }

    /// Reads pictures that belong together, within any lists and boxes.
    pub fn read_gallery(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        let outer = std::mem::replace(&mut self.in_gallery, true);
        let (blocks, caption) = self.read_captioned(id);
        self.in_gallery = outer;
        // A paragraph after a picture without a caption is its caption, as in WordPress's older galleries.
        let mut pictures: Vec<Block> = Vec::new();
        for block in blocks {
            match (pictures.last_mut(), block) {
                (Some(Block::Figure(figure)), Block::Paragraph(paragraph)) if figure.caption.is_empty() => {
                    figure.caption = paragraph.content
                }
                // Ghost's rows are galleries in the gallery.
                (_, Block::Gallery(row)) if row.caption.is_empty() => {
                    pictures.extend(row.figures.into_iter().map(Block::Figure));
                }
                (_, block) => pictures.push(block),
            }
        }
        let count = pictures.iter().filter(|block| matches!(block, Block::Figure(_))).count();
        if count > 1 && count == pictures.len() {
            let columns = self.find_columns(element);
            return out.push(make_gallery(pictures, caption.map(Caption::whole).unwrap_or_default(), columns));
        }
        if let Some(caption) = caption {
            attach_caption(caption, &mut pictures);
        }
        out.append(&mut pictures);
    }
}

impl<'t> Caption<'t> {
    /// Joins caption and credit.
    pub fn whole(mut self) -> Vec<Inline<'t>> {
        if !self.text.is_empty() && !self.credit.is_empty() {
            self.text.push(Inline::Text(" ".into()));
        }
        self.text.append(&mut self.credit);
        self.text
    }
}

fn make_gallery<'t>(blocks: Vec<Block<'t>>, caption: Vec<Inline<'t>>, columns: Option<u8>) -> Block<'t> {
    let figures: Vec<Figure> = blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Figure(figure) => Some(Figure { layout: Layout::Inline, ..figure }),
            _ => None,
        })
        .collect();
    Block::Gallery(Gallery { figures, caption, columns, ..Gallery::default() })
}

/// Converts the quotations among blocks to pull quotes; if there are none, all blocks become one.
pub(in crate::read::html) fn make_pull_quotes(blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    if !blocks.iter().any(|block| matches!(block, Block::Quote(_) | Block::PullQuote(_))) {
        let is_text =
            !blocks.is_empty() && blocks.iter().all(|block| matches!(block, Block::Paragraph(_) | Block::Heading(_)));
        if !is_text {
            return blocks;
        }
        return vec![Block::PullQuote(crate::model::Quote { body: blocks, attribution: Vec::new().into() })];
    }
    let pulled = |block| match block {
        Block::Quote(quote) => Block::PullQuote(quote),
        block => block,
    };
    blocks.into_iter().map(pulled).collect()
}

/// Gives a caption to the first block that can have one and has none; otherwise it becomes a paragraph after the
/// blocks.
fn attach_caption<'t>(caption: Caption<'t>, blocks: &mut Vec<Block<'t>>) {
    for block in blocks.iter_mut() {
        let place = match block {
            Block::Figure(figure) if figure.caption.is_empty() => {
                figure.caption = caption.text;
                figure.credit.append(caption.credit);
                return;
            }
            Block::Media(media) if media.caption.is_empty() && media.credit.is_empty() => {
                (media.caption, media.credit) = (caption.text, caption.credit.into());
                return;
            }
            Block::Gallery(gallery) => &mut gallery.caption,
            Block::Table(table) => &mut table.caption,
            Block::Code(code) => &mut code.caption,
            Block::Embed(embed) => &mut embed.caption,
            Block::Quote(quote) | Block::PullQuote(quote) if quote.attribution.is_empty() => {
                quote.attribution = caption.whole().into();
                return;
            }
            _ => continue,
        };
        if place.is_empty() {
            *place = caption.whole();
            return;
        }
    }
    blocks.push(Block::paragraph(caption.whole()));
}
