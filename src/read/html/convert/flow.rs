//! Converts the tree to blocks.

use crate::model::{Block, Code, Details, Heading, Inline, Paragraph};
use crate::read::html::convert::Reader;
use crate::read::html::convert::chain_facts::{find_declaration, is_hidden};
use crate::read::html::convert::line::Line;
use crate::read::html::parse::entities;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tokenizer::is_space;
use crate::read::html::parse::tree::{Content, Element};
use crate::read::values::layout::{self, find_class, find_layout};
use crate::report::WarningCode;
use crate::text::{Label, Text, ascii};

impl<'t> Reader<'t, '_, '_> {
    /// Reads the blocks in a node, one level deeper in the model. If that is too deep, its text is one paragraph.
    pub fn body(&mut self, id: usize) -> Vec<Block<'t>> {
        let mut out = Vec::new();
        if self.cx.enter() {
            self.read_children(id, &mut out);
            self.cx.leave();
        } else {
            self.warn(WarningCode::TooDeep, self.tree.node(id).offset, &["nested too deeply, shown as one paragraph"]);
            let content = self.phrase(id);
            out.extend((!content.is_empty()).then(|| Block::paragraph(content)));
        }
        out
    }

    /// Adds the content of a node on the same level of the model.
    pub fn read_children(&mut self, id: usize, out: &mut Vec<Block<'t>>) {
        let mut line = Line::default();
        self.read_flow(id, &mut line, out);
        self.end_paragraph(&mut line, out);
    }

    /// Adds the content of a node to the line or, if it forms blocks, to the blocks.
    pub fn read_flow(&mut self, id: usize, line: &mut Line<'t>, out: &mut Vec<Block<'t>>) {
        for child in self.tree.children(id) {
            self.read_node(child, line, out);
        }
    }

    /// Ends the line as a paragraph, if it shows anything.
    pub fn end_paragraph(&mut self, line: &mut Line<'t>, out: &mut Vec<Block<'t>>) {
        let content = self.nest_line(line);
        if !content.is_empty() {
            out.push(Block::paragraph(content));
        }
    }

    pub fn read_node(&mut self, id: usize, line: &mut Line<'t>, out: &mut Vec<Block<'t>>) {
        let node = self.tree.node(id);
        let Content::Element(element) = &node.content else { return self.text(id, line) };
        if self.is_skipped(id) || self.facts(node.chain).hidden || is_hidden(self.tree, element) {
            return;
        }
        match element.tag {
            Tag::Br => {
                if line.push_break(node.chain) {
                    self.end_paragraph(line, out);
                }
            }
            Tag::Img | Tag::Picture => {
                if let Some(figure) = self.picture(id) {
                    self.place_picture(figure, id, line, out);
                }
            }
            Tag::Noscript => self.read_noscript(id, line, out),
            Tag::Object => {
                if !self.read_object(id, out) {
                    self.read_flow(id, line, out);
                }
            }
            Tag::Audio | Tag::Canvas | Tag::Custom | Tag::Embed | Tag::Iframe | Tag::Video => {
                let mut blocks = Vec::new();
                self.read_player(id, element, &mut blocks);
                self.lay_out(element, &mut blocks);
                if !blocks.is_empty() {
                    self.end_paragraph(line, out);
                    out.append(&mut blocks);
                }
            }
            _ if element.tag.is_replaced() => self.push_replaced(id, element, line),
            _ => {
                self.end_paragraph(line, out);
                self.read_block(id, element, out);
            }
        }
    }

    fn read_block(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        let style = self.attribute(element, "style").unwrap_or_default();
        let space = find_declaration(style, "white-space").unwrap_or_default();
        let keeps_lines = if space.is_empty() {
            self.keeps_lines
        } else {
            ["pre", "pre-wrap", "pre-line", "break-spaces"].iter().any(|value| space.eq_ignore_ascii_case(value))
        };
        let outer = std::mem::replace(&mut self.keeps_lines, keeps_lines);
        let before = out.len();
        self.read_block_of(id, element, out);
        self.keeps_lines = outer;
        self.lay_out(element, out.get_mut(before..).unwrap_or(&mut []));
    }

    /// Sets the layout of the only block that an element produced, by the element's class or style.
    pub fn lay_out(&self, element: &Element, blocks: &mut [Block]) {
        if element.attributes.is_empty() {
            return;
        }
        let class = self.tree.attribute(element, "class");
        if let [first @ Block::Figure(_), ..] = blocks {
            layout::lay_out(std::slice::from_mut(first), class.and_then(layout::find_class_of_picture));
        }
        if blocks.len() != 1 {
            return;
        }
        let class = class.and_then(find_class);
        let style = || find_declaration(self.tree.attribute(element, "style")?, "float").and_then(find_layout);
        // On tables, `align` only matters when they are narrow; on text, it aligns the lines.
        let floats = matches!(element.tag, Tag::Img | Tag::Iframe | Tag::Figure | Tag::Video);
        let align = || self.tree.attribute(element, "align").filter(|_| floats).and_then(find_layout);
        layout::lay_out(blocks, class.or_else(style).or_else(align));
    }

    fn read_block_of(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        match element.tag {
            Tag::P => self.read_paragraph(id, element, out),
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir => self.read_list(id, element, out),
            Tag::Li => self.read_stray_item(id, out),
            Tag::Dl => self.read_definitions(id, out),
            Tag::Blockquote => self.read_quote(id, element, out),
            Tag::Figure => self.read_figure(id, element, out),
            Tag::Figcaption | Tag::Legend if self.in_figure && self.caption.is_none() => {
                self.caption = Some(self.read_caption(id))
            }
            Tag::Table => self.table(id, element, out),
            Tag::Pre | Tag::Listing if self.has_class(element, &["verse"]) => self.read_verse(id, out),
            Tag::Pre | Tag::Listing => self.read_preformatted(id, element, out),
            Tag::Details => self.read_details(id, element, out),
            Tag::Hr => {
                if out.last().is_some_and(|block| !matches!(block, Block::Divider)) {
                    out.push(Block::Divider);
                }
            }
            Tag::Dialog if self.tree.attribute(element, "open").is_none() => {}
            tag if tag.is_heading() => self.read_heading(id, tag, out),
            _ => self.read_container(id, element, out),
        }
    }

    fn read_paragraph(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        if self.is_caption(element) {
            self.caption = Some(self.read_caption(id));
            return;
        }
        let before = out.len();
        self.read_children(id, out);
        if self.has_class(element, &["has-drop-cap"])
            && let Some(Block::Paragraph(Paragraph { drop_cap, .. })) = out.get_mut(before)
        {
            *drop_cap = true;
        }
    }

    /// Reads a heading; if it contains only pictures, these.
    fn read_heading(&mut self, id: usize, tag: Tag, out: &mut Vec<Block<'t>>) {
        if self.tree.text(id).trim().is_empty() {
            return self.read_children(id, out);
        }
        let outer = std::mem::replace(&mut self.in_heading, true);
        let mut content = self.phrase(id);
        self.in_heading = outer;
        let level = tag as u8 - Tag::H1 as u8 + 1 + u8::from(self.shift_headings);
        if !content.is_empty() {
            if let Some(anchor) = self.make_anchor(id) {
                content.insert(0, anchor);
            }
            out.push(Block::Heading(Heading { level: level.clamp(2, 6), content }));
        }
    }

    /// Reads text in which line ends and spaces count, followed by the pictures in it.
    fn read_preformatted(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        let whole = self.tree.text(id);
        let text = whole.strip_prefix("\r\n").or(whole.strip_prefix('\n')).unwrap_or(&whole);
        if !text.trim().is_empty() {
            let text = self.cx.cleaner.body(text.trim_end().to_owned());
            let language = self.find_language(id, element);
            out.push(Block::Code(Code { text, language, caption: Vec::new() }));
            for inline in self.list_inlines(id) {
                let href = self.attribute(&inline.element, "href").filter(|_| inline.element.tag == Tag::A);
                if let Some(href) = href.filter(|href| !href.starts_with('#')) {
                    let shown: String = href.chars().take(80).collect();
                    self.warn(WarningCode::NotShown, inline.offset, &["a link in program text is not kept: ", &shown]);
                }
            }
        }
        for id in self.tree.descendants(id) {
            if self.tree.tag(id) == Some(Tag::Img)
                && let Some(figure) = self.picture(id)
            {
                out.push(Block::Figure(figure));
            }
        }
    }

    /// Reads a poem: a paragraph in which line ends count.
    fn read_verse(&mut self, id: usize, out: &mut Vec<Block<'t>>) {
        let mut line = Line::default();
        let text = self.tree.text(id);
        for verse in self.cx.lines_within(self.at, text.trim()).lines() {
            line.text(0, Text::Owned(verse.to_owned()), false, &mut self.cx.cleaner);
            line.push(0, Inline::Break);
        }
        self.end_paragraph(&mut line, out);
    }

    /// Returns the language of program text, by its class or that of its `code`.
    fn find_language(&mut self, id: usize, element: &Element) -> Option<Label<'t>> {
        let code =
            self.list_inlines(id).next().map(|inline| &inline.element).filter(|element| element.tag == Tag::Code);
        find_language_of(self, element).or_else(|| find_language_of(self, code?)).map(|label| self.make_label(label))
    }

    fn read_details(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        let summary = self.tree.children(id).find(|id| self.tree.tag(*id) == Some(Tag::Summary));
        let content = summary.map(|id| self.phrase(id)).unwrap_or_default();
        self.skip(summary);
        let body = self.body(id);
        if !content.is_empty() || !body.is_empty() {
            out.push(Block::Details(Details {
                summary: content.into(),
                open: self.tree.attribute(element, "open").is_some(),
                body,
            }));
        }
    }

    /// Adds text; nothing if it is hidden, a mark if it refers to a footnote.
    pub fn text(&mut self, id: usize, line: &mut Line<'t>) {
        let node = self.tree.node(id);
        let facts = self.facts(node.chain);
        if facts.hidden || self.in_heading && facts.is_decoration {
            return;
        }
        if line.last().is_some_and(|(chain, _)| self.facts(*chain).line != facts.line) {
            line.push_break(0);
        }
        let text = match &node.content {
            Content::Text(text) => *text,
            Content::Raw(text) if facts.note == 0 => {
                return line.text(node.chain, text.clone(), facts.in_link, &mut self.cx.cleaner);
            }
            Content::Raw(_) => "1",
            Content::Element(_) => return,
        };
        if facts.note > 0 && !text.bytes().all(is_space) {
            let mark = Inline::NoteMark(facts.note);
            match line.last() {
                Some((_, last)) if *last == mark => return,
                // Two adjacent numbers would look like one.
                Some((_, Inline::NoteMark(_))) => line.push(0, Inline::Text("\u{2009}".into())),
                _ => {}
            }
            return line.push(node.chain, mark);
        }
        // The arrow from a footnote back to its mark: every footnote gets one anyway.
        if facts.is_fragment && (self.in_notes || self.in_heading) && !text.bytes().any(|c| c.is_ascii_alphanumeric()) {
            return;
        }
        if let Some(name) = entities::unknown_name(text) {
            self.warn(
                WarningCode::Html,
                node.offset,
                &["unknown character reference, shown as it is written: &", name, ";"],
            );
        }
        let mut rest = text;
        if self.keeps_lines {
            rest = self.cx.lines_within(self.at, text);
            while let Some((before, after)) = ascii::split_once(rest, b'\n') {
                line.text(
                    node.chain,
                    entities::decode(before, entities::Place::Text),
                    facts.in_link,
                    &mut self.cx.cleaner,
                );
                line.push_break(node.chain);
                rest = after;
            }
        }
        line.text(node.chain, entities::decode(rest, entities::Place::Text), facts.in_link, &mut self.cx.cleaner);
    }
}

/// Returns the name of a language in an element's attributes.
fn find_language_of<'r>(reader: &Reader<'_, 'r, '_>, element: &Element) -> Option<&'r str> {
    if let Some(name) = reader.first_attribute(element, &["data-language", "data-lang"]) {
        return Some(name);
    }
    let mut class = reader.attribute(element, "class")?;
    while !class.is_empty() {
        let word = ascii::next_part(&mut class, b' ');
        if let Some(name) = word.strip_prefix("language-").or(word.strip_prefix("lang-")) {
            return Some(name);
        }
    }
    None
}
