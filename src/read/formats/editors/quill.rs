//! Quill's Deltas: text in runs with attributes; the attributes of a line feed determine the kind of its line.
//!
//! The names are those of quilljs.com/docs/formats: a list's sign in `list`, its level in `indent`, a language or
//! `true` in `code-block`; pictures, videos and formulas are objects instead of text.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block, Cell, Code, Inline, ListItem, Mark, Row};
use crate::read::Context;
use crate::read::formats::editors::engine::addressed;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::inline_nodes::{Runs, push_paragraph};
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::lists::Lists;
use crate::read::formats::editors::engine::marks;
use crate::read::formats::editors::engine::node::find_str;
use crate::read::formats::editors::engine::piece_names;
use crate::read::formats::editors::engine::styled;
use crate::read::formats::editors::engine::tables;
use crate::read::formats::editors::engine::things;
use crate::read::values::dialect::Dialect;
use crate::read::values::spans::{Wrap, wrap};
use crate::report::WarningCode;
use crate::text::Label;

/// Returns the operations of a Delta: a list, or an object with one.
fn find_operations<'t>(value: &'t Value<'t>) -> &'t [Value<'t>] {
    value.get("ops").unwrap_or(value).items()
}

/// Returns whether a value is a Delta: operations that insert something.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let insert = |op: &Value| op.get("insert").is_some_and(|insert| insert.as_str().is_some() || insert.is_object());
    !find_operations(value).is_empty() && find_operations(value).iter().all(insert)
}

/// Returns whether there is a Delta.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads a Delta, or an entry with one.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, false, blocks, cx)
}

/// The lines being read.
#[derive(Default)]
struct Lines<'t> {
    line: Runs<'t>,
    /// The text of the line for program text.
    plain: String,
    lists: Lists<'t>,
    /// The current program text and its language.
    code: Option<(String, Option<Label<'t>>)>,
    /// The current quotation.
    quote: Vec<Block<'t>>,
    /// The rows of the current table, each with the name that its cells share.
    table: Vec<(String, Row<'t>)>,
}

/// Adds the content of a Delta.
pub(in crate::read) fn blocks<'t>(delta: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut lines = Lines::default();
    let nothing = const { &Value::Null };
    for op in find_operations(delta) {
        if !cx.spend(op) {
            break;
        }
        let attributes = op.get("attributes").unwrap_or(nothing);
        match op.get("insert") {
            Some(at @ Value::String(text)) => {
                let wraps = find_wraps(attributes, cx);
                let mut rest: &str = cx.lines_within(at, text);
                while let Some((line, behind)) = rest.split_once('\n') {
                    lines.text(line, &wraps, at, cx);
                    lines.end(attributes, cx, out);
                    rest = behind;
                }
                lines.text(rest, &wraps, at, cx);
            }
            Some(embed) => lines.push_embed(embed, attributes, d, cx, out),
            None => {}
        }
    }
    lines.end(nothing, cx, out);
    lines.finish(out);
}

impl<'t> Lines<'t> {
    fn text(&mut self, text: &'t str, wraps: &[Wrap<'t>], at: &Value, cx: &mut Context) {
        if !text.is_empty() {
            // Text is cleaned here and not at the end of the program text, so that a warning has its place.
            self.plain.push_str(&cx.body(text, at));
            self.line.text(wraps, text, at, cx);
        }
    }

    /// Ends the blocks that span lines, except the kind that the next line continues.
    fn close(&mut self, kept: Kind, out: &mut Vec<Block<'t>>) {
        if kept != Kind::List {
            self.lists.finish(out);
        }
        if kept != Kind::Code
            && let Some((text, language)) = self.code.take()
        {
            let text = text.into();
            out.push(Block::Code(Code { text, language, caption: Vec::new() }));
        }
        if kept != Kind::Quote {
            styled::push_quote(Kind::Quote, std::mem::take(&mut self.quote), out);
        }
        if kept != Kind::Table && !self.table.is_empty() {
            tables::push_table(std::mem::take(&mut self.table).into_iter().map(|(_, row)| row).collect(), out);
        }
    }

    fn finish(&mut self, out: &mut Vec<Block<'t>>) {
        self.close(Kind::Unknown, out);
    }

    /// Ends a line; its attributes give its kind.
    fn end(&mut self, attributes: &'t Value<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
        let (content, plain) = (self.line.take(attributes, cx), std::mem::take(&mut self.plain));
        let on = |name: &str| attributes.get(name).filter(|value| value.as_bool() != Some(false));
        if let Some(language) = on("code-block").or_else(|| on("code-block-container")) {
            self.close(Kind::Code, out);
            let language =
                language.as_str().filter(|name| !matches!(*name, "plain" | "true")).and_then(|_| cx.label(language));
            match &mut self.code {
                Some((text, of)) if *of == language => {
                    text.push('\n');
                    text.push_str(&plain);
                }
                _ => {
                    self.close(Kind::Unknown, out);
                    self.code = Some((plain, language));
                }
            }
        } else if let Some(sign) = on("list") {
            self.close(Kind::List, out);
            // Later versions put the sign into an object.
            let sign = sign.as_str().or_else(|| sign.str("list")).unwrap_or("bullet");
            let checked = match sign {
                "checked" => Some(true),
                "unchecked" => Some(false),
                _ => None,
            };
            let level = attributes.get("indent").and_then(Value::as_int).unwrap_or(0).saturating_add(1);
            let mut item = ListItem { checked, body: Vec::new() };
            push_paragraph(content, &mut item.body);
            if !item.body.is_empty() {
                self.lists.push(level, sign == "ordered", item, out);
            }
        } else if on("blockquote").is_some() {
            self.close(Kind::Quote, out);
            push_paragraph(content, &mut self.quote);
        } else if let Some(row) = on("table").or_else(|| on("table-cell-line")) {
            self.close(Kind::Table, out);
            let name = row.as_str().or_else(|| row.str("row")).unwrap_or("").to_owned();
            let mut cell = Cell::default();
            push_paragraph(content, &mut cell.body);
            match self.table.last_mut() {
                Some((of, row)) if *of == name => row.push(cell),
                _ => self.table.push((name, vec![cell])),
            }
        } else {
            self.close(Kind::Unknown, out);
            match attributes.get("header") {
                Some(level) if level.as_int().is_some_and(|level| level > 0) => {
                    let name = level.as_int().map_or("h2", |level| {
                        ["h1", "h2", "h3", "h4", "h5", "h6"].get(level as usize - 1).copied().unwrap_or("h6")
                    });
                    styled::push_styled(Kind::Heading, const { &Value::Null }, name, content, out);
                }
                _ => push_paragraph(content, out),
            }
        }
    }

    /// Adds an object that replaces text: a picture or player as a block, a formula or a mention in the line.
    fn push_embed(
        &mut self,
        embed: &'t Value<'t>,
        attributes: &'t Value<'t>,
        d: &Dialect<'t>,
        cx: &mut Context,
        out: &mut Vec<Block<'t>>,
    ) {
        let Some((name, value)) = embed.members().first().map(|(name, value)| (name.as_ref(), value)) else { return };
        match name {
            "formula" => {
                if let Some(Value::String(formula)) = Some(value) {
                    self.line.text(&[Wrap::Mark(Mark::Code)], cx.lines_within(value, formula), value, cx);
                }
            }
            "mention" | "hashtag" | "emoji" => {
                let sign = find_str(value, "denotationChar").and_then(|sign| cx.label(sign));
                let label = match value {
                    Value::String(_) => cx.label(value),
                    _ => find_str(value, "value name label id text unicode").and_then(|label| cx.label(label)),
                };
                if let Some(label) = label {
                    if let Some(sign) = sign.filter(|sign| !label.starts_with(sign.as_ref())) {
                        self.line.push(&[], Inline::Text(sign.into()));
                    }
                    self.line.push(&[], Inline::Text(label.into()));
                }
            }
            "break" => self.line.push(&[], Inline::Break),
            _ => {
                // It is a block, whatever is around it.
                let content = self.line.take(attributes, cx);
                self.plain.clear();
                self.close(Kind::Unknown, out);
                push_paragraph(content, out);
                match name {
                    "divider" | "hr" => out.push(Block::Divider),
                    "image" | "video" | "audio" if value.as_str().is_some() => {
                        addressed::addressed(piece_names::kind_of(name), value, attributes, d, cx, out);
                    }
                    _ => {
                        let before = out.len();
                        things::thing(name, value, d, cx, out);
                        if out.len() == before {
                            cx.warn(
                                WarningCode::EmptyBlock,
                                embed,
                                &["a block whose content is not found, left out: ", name],
                            );
                        }
                    }
                }
            }
        }
    }
}

/// Returns the marks and the link of a run.
fn find_wraps<'t>(attributes: &'t Value<'t>, cx: &mut Context) -> Vec<Wrap<'t>> {
    let mut wraps = Vec::new();
    for (name, value) in attributes.members() {
        match name.as_ref() {
            "bold" | "italic" | "underline" | "strike" | "code"
                if value.as_bool() != Some(false) && !value.is_null() =>
            {
                marks::add_mark(name, value, &mut wraps, cx);
            }
            "script" => match value.as_str() {
                Some("super") => wrap(&mut wraps, Wrap::Mark(Mark::Sup)),
                Some("sub") => wrap(&mut wraps, Wrap::Mark(Mark::Sub)),
                _ => {}
            },
            "link" if value.as_str().is_some() => {
                if let Some(url) = cx.link(value) {
                    wrap(&mut wraps, Wrap::link(url));
                }
            }
            // The host decides on colours, fonts and sizes.
            _ => {}
        }
    }
    wraps
}
