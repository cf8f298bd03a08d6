//! Converts the tree to running text: for headings, captions, terms and all other elements without blocks.

use crate::model::Inline;
use crate::read::html::convert::Reader;
use crate::read::html::convert::chain_facts::is_hidden;
use crate::read::html::convert::line::Line;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::{Content, Element};
use crate::report::WarningCode;
use crate::text::Text;

impl<'t> Reader<'t, '_, '_> {
    /// Reads the content of a node as running text; blocks are on lines of their own.
    pub fn phrase(&mut self, id: usize) -> Vec<Inline<'t>> {
        let mut line = Line::default();
        self.push_phrases(id, &mut line);
        self.nest_line(&mut line)
    }

    pub fn push_phrases(&mut self, id: usize, line: &mut Line<'t>) {
        for child in self.tree.children(id) {
            self.push_phrase_node(child, line);
        }
    }

    fn push_phrase_node(&mut self, id: usize, line: &mut Line<'t>) {
        let node = self.tree.node(id);
        let Content::Element(element) = &node.content else { return self.text(id, line) };
        if self.facts(node.chain).hidden || is_hidden(self.tree, element) {
            return;
        }
        match element.tag {
            Tag::Br => {
                line.push_break(node.chain);
            }
            Tag::Img | Tag::Picture => {
                if let Some(figure) = self.picture(id) {
                    line.push(node.chain, Inline::Image(figure.image));
                }
            }
            Tag::Noscript | Tag::Hr => {}
            Tag::Audio | Tag::Canvas | Tag::Custom | Tag::Embed | Tag::Iframe | Tag::Video => {
                let mut blocks = Vec::new();
                self.read_player(id, element, &mut blocks);
                for block in blocks {
                    if let Some(link) = crate::read::html::convert::embeds::make_link(block) {
                        line.push(node.chain, link);
                    }
                }
            }
            Tag::Object => self.push_phrases(id, line),
            _ if element.tag.is_replaced() => self.push_replaced(id, element, line),
            _ => {
                line.push_break(node.chain);
                self.push_phrases(id, line);
                line.push_break(node.chain);
            }
        }
    }

    /// Adds an element in running text that is neither text nor a picture nor a player.
    pub fn push_replaced(&mut self, id: usize, element: &Element, line: &mut Line<'t>) {
        let node = self.tree.node(id);
        match element.tag {
            Tag::Wbr => line.push(node.chain, Inline::WordBreak),
            Tag::Ruby => self.push_ruby(id, line),
            Tag::Rt => self.push_phrases(id, line),
            Tag::Input => self.push_input(element, node.offset, node.chain, line),
            _ => {}
        }
    }

    /// Adds text with readings: each reading belongs to the text before it.
    fn push_ruby(&mut self, id: usize, line: &mut Line<'t>) {
        let (chain, mut base) = (self.tree.node(id).chain, Line::default());
        for child in self.tree.children(id) {
            if self.tree.tag(child) != Some(Tag::Rt) {
                self.push_phrase_node(child, &mut base);
                continue;
            }
            let reading = self.phrase(child);
            let base = self.nest_line(&mut base);
            match (base.is_empty(), reading.is_empty()) {
                (false, false) => line.push(chain, Inline::Ruby { base, reading }),
                (_, true) => base.into_iter().for_each(|inline| line.push(chain, inline)),
                (true, false) => reading.into_iter().for_each(|inline| line.push(chain, inline)),
            }
        }
        let rest = self.nest_line(&mut base);
        rest.into_iter().for_each(|inline| line.push(chain, inline));
    }

    /// Reads a form field: adds the text of a button, and warns about other fields. Checkboxes of task lists are read
    /// with the list.
    fn push_input(&mut self, element: &Element, offset: usize, chain: usize, line: &mut Line<'t>) {
        let kind = self.attribute(element, "type").unwrap_or_default().to_ascii_lowercase();
        match kind.as_str() {
            "hidden" | "checkbox" => {}
            "submit" | "button" | "reset" => {
                let label = self.attribute(element, "value").unwrap_or_default();
                line.text(chain, Text::Owned(label.to_owned()), true, &mut self.cx.cleaner);
            }
            _ => self.warn(WarningCode::NotShown, offset, &["a form's field is not shown"]),
        }
    }
}
