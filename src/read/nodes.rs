//! Trees of nodes to blocks, for all editors alike.

use super::lists::{self, Lists};
use super::node::{self, Dialect, Kind, children, find, find_str, is_on, kind, number, type_name};
use super::runs::{self, Runs, inlines, paragraph};
use super::{Context, atoms, contentful, portable_text, unknown};
use crate::json::Value;
use crate::model::{
    Aside, AsideKind, Block, Cell, CellAlign, Code, Details, Heading, List, ListItem, Quote, Row, Table,
};
use crate::text;

/// The blocks of a list of nodes; running text between blocks makes paragraphs.
pub(super) fn blocks<'t>(nodes: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let (mut out, mut line, mut lists) = (Vec::new(), Runs::default(), Lists::default());
    for node in nodes {
        if !cx.spend(node) {
            break;
        }
        match node {
            Value::Object(_) | Value::String(_) => {}
            Value::Array(items) if items.is_empty() => continue,
            Value::Null => continue,
            other => {
                cx.wrong_type(other, "a node");
                continue;
            }
        }
        let kind = kind(node);
        if kind == Kind::Invisible {
            continue;
        }
        if is_in_line(kind) || node.as_str().is_some() {
            runs::run(node, &[], &mut line, d, cx);
            continue;
        }
        out.extend(paragraph(line.take()));
        if let Some(sign) = node.str("listItem") {
            let body = block(node, kind, d, cx);
            let level = node.get("level").and_then(Value::as_int).unwrap_or(1);
            let item = ListItem { checked: node.get("checked").and_then(Value::as_bool), body };
            lists.push(level, sign == "number", item, &mut out);
            continue;
        }
        lists.finish(&mut out);
        out.extend(block(node, kind, d, cx));
    }
    lists.finish(&mut out);
    out.extend(paragraph(line.take()));
    out
}

/// The blocks in a node.
pub(super) fn inside<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let nodes = children(node);
    if nodes.is_empty() { Vec::new() } else { cx.nested(node, |cx| blocks(nodes, d, cx)) }
}

/// A paragraph. What belongs into a line of text stays there; a picture of its own size is a block, as are lists and such.
pub(super) fn text<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let nodes = children(node);
    let is_text = |child: &Value| child.str("text").is_some_and(|text| !text.trim().is_empty());
    let in_line = |child: &Value| match kind(child) {
        Kind::Image => is_small(child),
        Kind::Unknown => !children(child).iter().any(|inner| !is_in_line(kind(inner))),
        kind => is_in_line(kind) || matches!(kind, Kind::Button | Kind::Invisible),
    };
    if nodes.iter().any(is_text) && nodes.iter().all(in_line) {
        return cx.nested(node, |cx| paragraph(inlines(nodes, d, cx))).into_iter().collect();
    }
    inside(node, d, cx)
}

/// Whether nodes of a kind stand in a line of text.
fn is_in_line(kind: Kind) -> bool {
    use Kind::{Break, Formula, Label, Link, Mention, ReferenceInline, ReferenceLink, Text};
    matches!(kind, Text | Break | Link | Mention | Label | Formula | ReferenceLink | ReferenceInline)
}

/// Whether a picture is meant for a line: it says so by its height, or stands in Portable Text's line without one.
fn is_small(node: &Value) -> bool {
    let small = match number(node, &["height"], i64::MAX) {
        Some(height) => height <= 64,
        None => node.get("_type").is_some(),
    };
    small && find_str(node, &["caption"]).is_none()
}

/// The blocks that one node stands for: mostly one.
pub(super) fn block<'t>(node: &'t Value<'t>, kind: Kind, d: &Dialect<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let block = match kind {
        Kind::Styled => return portable_text::block(node, d, cx),
        Kind::Paragraph => return text(node, d, cx),
        Kind::Group | Kind::Line => return inside(node, d, cx),
        Kind::Heading => heading(node, type_name(node).unwrap_or(""), inlines(children(node), d, cx)),
        Kind::Quote => quote(inside(node, d, cx)).map(Block::Quote),
        Kind::PullQuote => quote(inside(node, d, cx)).map(Block::PullQuote),
        Kind::List | Kind::Ordered | Kind::Tasks => list(node, kind, d, cx),
        // An item outside of a list, or a paragraph that is ticked off (BlockNote, Slate).
        Kind::Item => {
            let items = vec![item(node, is_on(node, &["checked"]).then_some(true), d, cx)];
            Some(Block::List(List { items, ..List::default() }))
        }
        Kind::Code => code(node, cx),
        Kind::Divider => Some(Block::Divider),
        Kind::Table => table(node, d, cx),
        Kind::Row | Kind::Cell | Kind::HeaderCell | Kind::Summary => return inside(node, d, cx),
        Kind::Details => details(node, d, cx),
        Kind::Reference => return contentful::embedded(node, d, cx),
        Kind::Invisible => None,
        Kind::Unknown => {
            unknown::warn(node, cx);
            return unknown::blocks(node, d, cx);
        }
        _ => return atoms::card(kind, node, d, cx),
    };
    block.into_iter().collect()
}

/// A heading; its level stands in its attributes, its tag or its name. The headline has level 1, so none is above 2.
pub(super) fn heading<'t>(node: &Value, name: &str, content: Vec<crate::model::Inline<'t>>) -> Option<Block<'t>> {
    const WORDS: &[&str] = &["one", "two", "three", "four", "five", "six"];
    let digit = |name: &str| name.chars().last().and_then(|c| c.to_digit(10));
    let word = || WORDS.iter().position(|word| name.to_ascii_lowercase().ends_with(word)).map(|place| place as u32 + 1);
    let tag = || digit(node.str("tag")?);
    let level = number(node, &["level", "depth"], 6).or_else(tag).or_else(|| digit(name)).or_else(word);
    (!content.is_empty()).then(|| Block::Heading(Heading { level: level.unwrap_or(2).clamp(2, 6) as u8, content }))
}

pub(super) fn quote(body: Vec<Block>) -> Option<Quote> {
    (!body.is_empty()).then(|| Quote { body, ..Quote::default() })
}

fn list<'t>(node: &'t Value<'t>, kind: Kind, d: &Dialect<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let sign =
        find_str(node, &["listType", "listStyle", "style", "format", "tag"]).and_then(Value::as_str).unwrap_or("");
    let ordered = kind == Kind::Ordered || matches!(sign, "number" | "numbered" | "ordered" | "ol" | "decimal");
    let tasks = kind == Kind::Tasks || sign == "check";
    let mut items = Vec::new();
    for child in children(node) {
        if !cx.spend(child) {
            break;
        }
        let checked = find(child, &["checked", "done"]).and_then(Value::as_bool).or(tasks.then_some(false));
        lists::add(&mut items, item(child, checked, d, cx));
    }
    let start = find(node, &["start", "order"]).and_then(Value::as_int).filter(|start| *start != 1 && ordered);
    let start = start.and_then(|start| i32::try_from(start).ok());
    (!items.is_empty()).then_some(Block::List(List { ordered, start, reversed: false, items }))
}

/// An item of a list; anything else in a list is an item of its own.
fn item<'t>(node: &'t Value<'t>, checked: Option<bool>, d: &Dialect<'t>, cx: &mut Context) -> ListItem<'t> {
    let body = match kind(node) {
        Kind::Item => inside(node, d, cx),
        _ => cx.nested(node, |cx| blocks(std::slice::from_ref(node), d, cx)),
    };
    ListItem { checked, body }
}

/// Program text: the text of all nodes in it, or what a card says.
pub(super) fn code<'t>(node: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let text = match node::plain(node) {
        crate::text::Text::Borrowed(text) => text::body(text),
        owned => text::body(&owned).into_owned().into(),
    };
    let language = find_str(node, &["language", "lang", "params"]).and_then(|language| cx.label(language));
    let caption = find_str(node, &["caption", "filename"]).map(|caption| cx.plain(caption)).unwrap_or_default();
    (!text.trim().is_empty()).then_some(Block::Code(Code { text, language, caption }))
}

fn table<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let mut rows = Vec::new();
    // Sanity's table plugin writes rows of plain strings.
    let holder = node.get("rows").filter(|_| children(node).is_empty());
    self::rows(holder.map_or(children(node), Value::items), &mut rows, d, cx);
    table_of(rows)
}

/// A table of rows: those at the top that hold headers only are its head.
pub(super) fn table_of(mut rows: Vec<Row>) -> Option<Block> {
    let header = |row: &Row| !row.is_empty() && row.iter().all(|cell| cell.header);
    let body = rows.iter().position(|row| !header(row)).unwrap_or(0);
    let head = rows.drain(..body).collect();
    let table = Table { head, rows, ..Table::default() };
    let filled = table.head.iter().chain(&table.rows).flatten().any(|cell| !cell.body.is_empty());
    filled.then_some(Block::Table(table))
}

/// Adds the rows of a table or of a part of it.
fn rows<'t>(nodes: &'t [Value<'t>], out: &mut Vec<Row<'t>>, d: &Dialect<'t>, cx: &mut Context) {
    for node in nodes {
        if !cx.spend(node) {
            break;
        }
        match (kind(node), node.get("cells")) {
            (Kind::Group, _) => cx.nested(node, |cx| rows(children(node), out, d, cx)),
            (_, Some(cells)) => out.push(row(cells.items(), d, cx)),
            (Kind::Row, _) => out.push(row(children(node), d, cx)),
            _ => out.push(vec![cell(node, d, cx)]),
        }
    }
}

fn row<'t>(nodes: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context) -> Row<'t> {
    nodes.iter().filter_map(|node| if cx.spend(node) { Some(cell(node, d, cx)) } else { None }).collect()
}

fn cell<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Cell<'t> {
    let kind = kind(node);
    let body = match kind {
        Kind::Cell | Kind::HeaderCell => inside(node, d, cx),
        _ => cx.nested(node, |cx| blocks(std::slice::from_ref(node), d, cx)),
    };
    let align = find_str(node, &["align", "textAlign", "format"]).and_then(Value::as_str);
    let of = |names, most| number(node, names, most).filter(|span| *span > 1);
    Cell {
        header: kind == Kind::HeaderCell || is_on(node, &["header"]) || number(node, &["headerState"], 3).is_some(),
        colspan: of(&["colspan", "colSpan"], 100),
        rowspan: of(&["rowspan", "rowSpan"], 200),
        align: align.and_then(|align| match align {
            "center" => Some(CellAlign::Center),
            "right" | "end" => Some(CellAlign::End),
            _ => None,
        }),
        body,
    }
}

/// A box that opens: what is seen of it is a node in it, or one of its own texts.
fn details<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let (first, rest) = match children(node) {
        [first, rest @ ..] if kind(first) == Kind::Summary => (Some(first), rest),
        all => (None, all),
    };
    let summary = match (first, find_str(node, &["heading", "title", "summary"])) {
        (Some(summary), _) => inlines(children(summary), d, cx),
        (None, Some(title)) => unknown::rich(title, d, cx),
        (None, None) => Vec::new(),
    };
    let mut body = cx.nested(node, |cx| blocks(rest, d, cx));
    if let Some(content) = find_str(node, &["content", "text"]) {
        body.extend(atoms::body(content, d, cx));
    }
    let details = Details { summary, open: is_on(node, &["open"]), body };
    (!details.summary.is_empty() || !details.body.is_empty()).then_some(Block::Details(details))
}

/// A notice that stands out.
pub(super) fn callout<'t>(title: Vec<crate::model::Inline<'t>>, body: Vec<Block<'t>>) -> Option<Block<'t>> {
    let aside = Aside { kind: AsideKind::Callout, title, body };
    (!aside.title.is_empty() || !aside.body.is_empty()).then_some(Block::Aside(aside))
}
