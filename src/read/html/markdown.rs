//! Converts Markdown to the model: CommonMark with tables, strikethrough, tasks, footnotes, alerts and HTML.
//!
//! pulldown-cmark's events build the same tree as HTML tags, so that Markdown and the HTML in it become one article.
//! The rules for HTML (limits, addresses, text) apply here too.

use crate::json::Value;
use crate::model::{Block, Inline};
use crate::read::Context;
use crate::read::html::convert::Reader;
use crate::read::html::parse::builder::Builder;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tokenizer::Tokenizer;
use crate::read::html::parse::tree::{Content, Tree};
use crate::text::{Text, ascii, template};
use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag as Start, TagEnd};
use std::ops::Range;

/// Reads Markdown as blocks. `at` is the value that holds it, for warnings: they name the value and the offset in bytes.
pub(in crate::read) fn blocks<'t>(markdown: &'t str, at: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    let tree = build(markdown, at, cx);
    let blocks = Reader::new(markdown, &tree, at, cx).body(0);
    cx.warn_of_shortened(at);
    blocks
}

/// Reads Markdown as running text; blocks are on lines of their own.
pub(in crate::read) fn inlines<'t>(markdown: &'t str, at: &Value, cx: &mut Context) -> Vec<Inline<'t>> {
    let tree = build(markdown, at, cx);
    let content = Reader::new(markdown, &tree, at, cx).phrase(0);
    cx.warn_of_shortened(at);
    content
}

/// Builds the tree of Markdown.
fn build<'t>(markdown: &'t str, at: &Value, cx: &mut Context) -> Tree<'t> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    let mut writer = Writer {
        markdown,
        builder: Builder::new(markdown, at, cx),
        offset: 0,
        block_end: 0,
        html_end: 0,
        html: None,
        verbatim: None,
        picture: None,
        pictures: 0,
        aligns: Vec::new(),
        column: 0,
        in_head: false,
        in_notes: false,
        in_note: false,
    };
    for (event, place) in Parser::new_ext(markdown, options).into_offset_iter() {
        if writer.builder.cx.is_spent() {
            break;
        }
        writer.event(event, place);
    }
    writer.builder.finish()
}

/// Builds the tree from events.
struct Writer<'t, 'c, 'o> {
    markdown: &'t str,
    builder: Builder<'t, 'c, 'o>,
    /// The progress of the events; it never decreases, since elements are found by it.
    offset: usize,
    /// The end of the block that contains the current running text.
    block_end: usize,
    /// The end of the HTML read last: an element with raw text takes more than its tag.
    html_end: usize,
    /// The consecutive lines of the open HTML block.
    html: Option<Range<usize>>,
    /// The open program text.
    verbatim: Option<Text<'t>>,
    /// The address, the title and the text of the open picture.
    picture: Option<(Text<'t>, Text<'t>, String)>,
    /// How many pictures are open: a picture's text may contain others, whose text counts.
    pictures: usize,
    /// The alignment of the table's columns.
    aligns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// Whether a list of footnotes is open.
    in_notes: bool,
    /// Whether a footnote is open.
    in_note: bool,
}

impl<'t> Writer<'t, '_, '_> {
    fn event(&mut self, event: Event<'t>, place: Range<usize>) {
        self.offset = self.offset.max(place.start);
        self.builder.tokens = Tokenizer::within(self.markdown, self.offset, self.offset);
        let swallowed = place.start < self.html_end;
        match event {
            Event::End(tag) => self.end(tag),
            Event::Start(tag) => self.start(tag, place, swallowed),
            _ if swallowed => {}
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(text),
            Event::Code(text) => {
                if let Some((.., alt)) = &mut self.picture {
                    return alt.push_str(&text);
                }
                self.builder.start(Tag::Code, false);
                self.builder.insert(Content::Raw(own(text)));
                self.builder.end(Tag::Code);
            }
            Event::Html(_) => self.html_line(place),
            Event::InlineHtml(_) if self.picture.is_some() => {}
            Event::InlineHtml(_) => self.inline_html(place),
            Event::FootnoteReference(name) => self.note_mark(name),
            Event::SoftBreak | Event::HardBreak if self.picture.is_some() => self.text(CowStr::Borrowed(" ")),
            Event::SoftBreak => self.builder.insert(Content::Text("\n")),
            Event::HardBreak => self.builder.start(Tag::Br, false),
            Event::Rule => {
                self.end_notes();
                self.builder.start(Tag::Hr, false);
            }
            Event::TaskListMarker(checked) => {
                let on = checked.then_some(("checked", Text::Borrowed("")));
                self.builder.start_with(Tag::Input, [("type", Text::Borrowed("checkbox"))].into_iter().chain(on));
            }
        }
    }

    fn text(&mut self, text: CowStr<'t>) {
        if let Some((.., alt)) = &mut self.picture {
            alt.push_str(&text);
        } else if let Some(verbatim) = &mut self.verbatim {
            *verbatim += own(text);
        } else {
            self.builder.insert(Content::Raw(own(text)));
        }
    }

    fn start(&mut self, tag: Start<'t>, place: Range<usize>, swallowed: bool) {
        match &tag {
            Start::Emphasis | Start::Strong | Start::Strikethrough | Start::Link { .. } | Start::Image { .. } => {}
            Start::FootnoteDefinition(_) => self.block_end = place.end,
            _ => {
                self.block_end = place.end;
                self.end_notes();
            }
        }
        let (tag, attributes) = match tag {
            _ if swallowed => return,
            Start::Emphasis => (Tag::Em, None),
            Start::Strong => (Tag::Strong, None),
            Start::Strikethrough => (Tag::S, None),
            Start::Link { link_type, dest_url, .. } => {
                let url = match link_type {
                    LinkType::Email => Text::Owned(template::concat(&["mailto:", &dest_url])),
                    _ => own(dest_url),
                };
                (Tag::A, Some(("href", url)))
            }
            Start::Image { dest_url, title, .. } => {
                self.pictures += 1;
                self.picture.get_or_insert((own(dest_url), own(title), String::new()));
                return;
            }
            Start::Paragraph => (Tag::P, None),
            Start::Heading { level, .. } => {
                const TAGS: [Tag; 6] = [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];
                (TAGS.get(level as usize - 1).copied().unwrap_or(Tag::H6), None)
            }
            Start::BlockQuote(None) => (Tag::Blockquote, None),
            Start::BlockQuote(Some(_)) => (Tag::Div, Some(("class", Text::Borrowed("kg-callout-card")))),
            Start::List(None) => (Tag::Ul, None),
            Start::List(Some(first)) => (Tag::Ol, Some(("start", Text::Owned(ascii::decimal(first))))),
            Start::Item => (Tag::Li, None),
            Start::CodeBlock(kind) => {
                self.verbatim = Some(Text::Borrowed(""));
                let language = match &kind {
                    CodeBlockKind::Fenced(info) => ascii::cut(info.trim(), b" \t,{").0.to_owned(),
                    CodeBlockKind::Indented => String::new(),
                };
                (Tag::Pre, Some(("data-language", Text::Owned(language))))
            }
            Start::Table(aligns) => {
                self.aligns = aligns;
                (Tag::Table, None)
            }
            Start::TableHead => {
                self.in_head = true;
                self.builder.start(Tag::Thead, false);
                self.column = 0;
                (Tag::Tr, None)
            }
            Start::TableRow => {
                self.column = 0;
                (Tag::Tr, None)
            }
            Start::TableCell => {
                let align = match self.aligns.get(self.column) {
                    Some(Alignment::Center) => Some(("align", Text::Borrowed("center"))),
                    Some(Alignment::Right) => Some(("align", Text::Borrowed("right"))),
                    _ => None,
                };
                self.column += 1;
                (if self.in_head { Tag::Th } else { Tag::Td }, align)
            }
            Start::FootnoteDefinition(name) => {
                if !self.in_notes {
                    self.builder.start(Tag::Ol, false);
                    self.in_notes = true;
                }
                self.in_note = true;
                (Tag::Li, Some(("id", note_id(&name))))
            }
            // The options do not enable the other elements.
            _ => return,
        };
        self.builder.start_with(tag, attributes);
    }

    fn end(&mut self, tag: TagEnd) {
        let tag = match tag {
            TagEnd::Emphasis => Tag::Em,
            TagEnd::Strong => Tag::Strong,
            TagEnd::Strikethrough => Tag::S,
            TagEnd::Link => Tag::A,
            TagEnd::Image => return self.end_picture(),
            TagEnd::Paragraph => Tag::P,
            TagEnd::Heading(_) => Tag::H2,
            TagEnd::BlockQuote(None) => Tag::Blockquote,
            TagEnd::BlockQuote(Some(_)) => Tag::Div,
            TagEnd::List(false) => Tag::Ul,
            TagEnd::List(true) => Tag::Ol,
            TagEnd::Item => Tag::Li,
            TagEnd::CodeBlock => {
                if let Some(text) = self.verbatim.take() {
                    self.builder.insert(Content::Raw(text));
                }
                Tag::Pre
            }
            TagEnd::HtmlBlock => return self.end_html(),
            TagEnd::Table => Tag::Table,
            TagEnd::TableHead => {
                self.in_head = false;
                Tag::Thead
            }
            TagEnd::TableRow => Tag::Tr,
            TagEnd::TableCell => {
                if self.in_head {
                    Tag::Th
                } else {
                    Tag::Td
                }
            }
            TagEnd::FootnoteDefinition => {
                self.in_note = false;
                Tag::Li
            }
            _ => return,
        };
        self.builder.end(tag);
    }

    /// Adds the picture that ends here.
    fn end_picture(&mut self) {
        self.pictures = self.pictures.saturating_sub(1);
        if self.pictures > 0 {
            return;
        }
        if let Some((src, title, alt)) = self.picture.take() {
            let attributes = [("src", src), ("alt", Text::Owned(alt)), ("title", title)];
            self.builder.start_with(Tag::Img, attributes);
        }
    }

    /// Adds the mark of a footnote.
    fn note_mark(&mut self, name: CowStr<'t>) {
        let href = Text::Owned(template::concat(&["#", &note_id(&name)]));
        self.builder.start(Tag::Sup, false);
        self.builder.start_with(Tag::A, [("href", href), ("role", Text::Borrowed("doc-noteref"))]);
        self.builder.insert(Content::Raw(own(name)));
        self.builder.end(Tag::A);
        self.builder.end(Tag::Sup);
    }

    /// Ends the list of footnotes before other content.
    fn end_notes(&mut self) {
        if self.in_notes && !self.in_note {
            self.in_notes = false;
            self.builder.end(Tag::Ol);
        }
    }

    /// Takes a line of an HTML block: consecutive lines are one piece, so that a tag may span them.
    fn html_line(&mut self, place: Range<usize>) {
        match &mut self.html {
            Some(lines) if lines.end == place.start => lines.end = place.end,
            _ => {
                self.end_html();
                self.html = Some(place);
            }
        }
    }

    /// Reads the HTML block that ends here.
    fn end_html(&mut self) {
        if let Some(lines) = self.html.take() {
            self.read_html(lines.start, lines.end, lines.end);
        }
    }

    /// Reads a tag in a line. An element with raw text takes everything up to its end tag in the same block.
    fn inline_html(&mut self, place: Range<usize>) {
        // After a comment or a declaration, tokens would continue into the text.
        let is_tag =
            !self.markdown.get(place.clone()).is_some_and(|html| html.starts_with("<!") || html.starts_with("<?"));
        self.read_html(place.start, place.end, if is_tag { self.block_end.max(place.end) } else { place.end });
    }

    /// Reads the HTML between two places; the content of its last tag may reach up to `end`.
    fn read_html(&mut self, from: usize, to: usize, end: usize) {
        self.builder.tokens = Tokenizer::within(self.markdown, from, end);
        while self.builder.tokens.at() < to
            && let Some(token) = self.builder.next()
        {
            self.builder.take(token);
        }
        self.html_end = self.builder.tokens.at().min(end).max(self.html_end);
    }
}

/// Returns the id of a footnote.
fn note_id(name: &str) -> Text<'static> {
    Text::Owned(template::concat(&["fn-", name]))
}

/// Converts a text of the parser to one of the project.
fn own(text: CowStr<'_>) -> Text<'_> {
    match text {
        CowStr::Borrowed(text) => Text::Borrowed(text),
        other => Text::Owned(other.into_string()),
    }
}
