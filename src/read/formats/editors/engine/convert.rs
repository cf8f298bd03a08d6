//! Trees of nodes to blocks, for all editors alike.

use crate::json::Value;
use crate::model::{
    Aside, AsideKind, Block, Cell, CellAlign, Code, Details, Heading, Inline, List, ListItem, Quote, Row, Table,
};
use crate::read::Context;
use crate::read::formats::editors::engine::inline_nodes::{self, Runs, inlines, paragraph};
use crate::read::formats::editors::engine::kind::{
    Kind, children, find, find_str, is_on, kind, kind_of_name, number, push_plain, type_name,
};
use crate::read::formats::editors::engine::leaf_nodes;
use crate::read::formats::editors::engine::linked;
use crate::read::formats::editors::engine::lists::{self, Lists};
use crate::read::formats::editors::engine::styled;
use crate::read::formats::editors::engine::unknown;
use crate::read::values::dialect::Dialect;
use crate::read::values::tables::promote_title;

/// Adds the blocks of a list of nodes; running text between blocks makes paragraphs.
pub(in crate::read) fn blocks<'t>(nodes: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let (mut line, mut lists) = (Runs::default(), Lists::default());
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
            inline_nodes::push_run(node, &[], &mut line, d, cx);
            continue;
        }
        paragraph(line.take(node, cx), out);
        if let Some(sign) = node.str("listItem") {
            let mut item = ListItem { checked: node.get("checked").and_then(Value::as_bool), body: Vec::new() };
            block(node, kind, d, cx, &mut item.body);
            let level = node.get("level").and_then(Value::as_int).unwrap_or(1);
            lists.push(level, sign == "number", item, out);
            continue;
        }
        lists.finish(out);
        block(node, kind, d, cx, out);
    }
    lists.finish(out);
    paragraph(line.take(nodes.last().unwrap_or(&Value::Null), cx), out);
}

/// Adds the blocks of nodes that stand in `place`.
pub(in crate::read) fn within<'t>(
    place: &Value,
    nodes: &'t [Value<'t>],
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    if !nodes.is_empty() {
        cx.nested(place, |cx| blocks(nodes, d, cx, out));
    }
}

/// Adds the blocks in a node.
pub(in crate::read) fn inside<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    within(node, children(node), d, cx, out);
}

/// Adds a paragraph. What belongs into a line of text stays there; a picture of its own size is a block, as are lists
/// and such.
pub(in crate::read) fn text<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let nodes = children(node);
    let is_text = |child: &Value| child.str("text").is_some_and(|text| !text.trim().is_empty());
    let in_line = |child: &Value| match kind(child) {
        Kind::Image => is_small(child),
        Kind::Unknown => children(child).iter().all(|inner| is_in_line(kind(inner))),
        kind => is_in_line(kind) || matches!(kind, Kind::Button | Kind::Invisible),
    };
    if nodes.iter().any(is_text) && nodes.iter().all(in_line) {
        return paragraph(inlines(nodes, d, cx), out);
    }
    inside(node, d, cx, out);
}

/// Whether nodes of a kind stand in a line of text.
fn is_in_line(kind: Kind) -> bool {
    use Kind::{Break, Formula, Label, Link, Mention, ReferenceInline, ReferenceLink, Span, Text};
    matches!(kind, Text | Span | Break | Link | Mention | Label | Formula | ReferenceLink | ReferenceInline)
}

/// Whether a picture is meant for a line: it says so by its height, or stands in Portable Text's line without one.
fn is_small(node: &Value) -> bool {
    let small = match number(node, "height", i64::MAX) {
        Some(height) => height <= 64,
        None => node.get("_type").is_some(),
    };
    small && find_str(node, "caption").is_none()
}

/// Adds the blocks that one node stands for: mostly one.
pub(in crate::read) fn block<'t>(
    node: &'t Value<'t>,
    kind: Kind,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    match kind {
        Kind::Styled => match node.get("fields") {
            Some(fields) => read_fielded(node, fields, d, cx, out),
            None => styled::block(node, d, cx, out),
        },
        Kind::Paragraph => text(node, d, cx, out),
        Kind::Group | Kind::Line | Kind::Row | Kind::Cell | Kind::HeaderCell | Kind::Summary => {
            inside(node, d, cx, out)
        }
        Kind::Heading => {
            let content = inlines(children(node), d, cx);
            styled(kind, node, type_name(node).unwrap_or(""), content, out);
        }
        Kind::Quote | Kind::PullQuote => {
            let mut body = Vec::new();
            inside(node, d, cx, &mut body);
            quote(kind, body, out);
        }
        Kind::List | Kind::Ordered | Kind::Tasks => list(node, kind, d, cx, out),
        // An item outside of a list: a paragraph that is ticked off.
        Kind::Item => {
            let items = vec![item(node, is_on(node, "checked").then_some(true), d, cx)];
            out.push(Block::List(List { items, ..List::default() }));
        }
        Kind::Code => code(node, cx, out),
        Kind::Divider => out.push(Block::Divider),
        Kind::Table => {
            let mut rows = Vec::new();
            // Sanity's table plugin writes rows of plain strings.
            let parts = if children(node).is_empty() { node.list("rows") } else { children(node) };
            self::rows(parts, &mut rows, d, cx);
            table(rows, out);
        }
        Kind::Details => details(node, d, cx, out),
        Kind::Reference => match cx.document(node) {
            Some(document) => (document.blocks)(node, d, cx, out),
            None => linked::embedded(node, d, cx, out),
        },
        Kind::Invisible => {}
        Kind::Unknown => {
            unknown::warn(node, cx);
            unknown::blocks(node, d, cx, out);
        }
        _ => leaf_nodes::card(kind, node, d, cx, out),
    }
}

/// Adds a block of Payload's, whose type and content are fields of it.
fn read_fielded<'t>(
    node: &'t Value<'t>,
    fields: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let name = fields.str("blockType").unwrap_or("without a type");
    match kind_of_name(name) {
        kind @ (Kind::Image | Kind::Video | Kind::Embed | Kind::Code | Kind::Button) => {
            cx.nested(node, |cx| block(fields, kind, d, cx, out));
        }
        _ => {
            cx.unknown_block(node, name);
            cx.nested(node, |cx| unknown::blocks(fields, d, cx, out));
        }
    }
}

/// Adds running text in the style of a name: a heading, a quotation or a paragraph. A heading's level stands in the
/// node's attributes, its tag or the name; the headline has level 1, so none is above 2.
pub(in crate::read) fn styled<'t>(
    kind: Kind,
    node: &Value,
    name: &str,
    content: Vec<Inline<'t>>,
    out: &mut Vec<Block<'t>>,
) {
    const WORDS: [&str; 6] = ["one", "two", "three", "four", "five", "six"];
    if content.is_empty() {
        return;
    }
    if kind != Kind::Heading {
        return quote(kind, vec![Block::paragraph(content)], out);
    }
    let digit = |name: &str| name.chars().last().and_then(|c| c.to_digit(10));
    let word = || WORDS.iter().position(|word| name.ends_with(word)).map(|place| place as u32 + 1);
    let level = number(node, "level depth", 6).or_else(|| digit(node.str("tag")?)).or_else(|| digit(name));
    let level = level.or_else(word).unwrap_or(2).clamp(2, 6) as u8;
    out.push(Block::Heading(Heading { level, content }));
}

/// Adds a quotation, or the blocks themselves when the kind is another.
pub(in crate::read) fn quote<'t>(kind: Kind, mut body: Vec<Block<'t>>, out: &mut Vec<Block<'t>>) {
    match kind {
        _ if body.is_empty() => {}
        Kind::Quote => out.push(Block::Quote(Quote { body, attribution: Vec::new().into() })),
        Kind::PullQuote => out.push(Block::PullQuote(Quote { body, attribution: Vec::new().into() })),
        _ => out.append(&mut body),
    }
}

fn list<'t>(node: &'t Value<'t>, kind: Kind, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let sign = find_str(node, "listType listStyle style format tag").and_then(Value::as_str).unwrap_or("");
    let ordered = kind == Kind::Ordered || matches!(sign, "number" | "numbered" | "ordered" | "ol" | "decimal");
    let tasks = kind == Kind::Tasks || sign == "check";
    let mut items = Vec::new();
    for child in children(node) {
        if !cx.spend(child) {
            break;
        }
        let checked = find(child, "checked done").and_then(Value::as_bool).or(tasks.then_some(false));
        lists::add(&mut items, item(child, checked, d, cx));
    }
    if !items.is_empty() {
        out.push(Block::List(List { ordered, start: start(node), reversed: false, items }));
    }
}

/// The number of a list's first item, where it is not 1.
pub(in crate::read) fn start(node: &Value) -> Option<i32> {
    let start = find(node, "start order")?.as_int()?;
    (start != 1 && (-99_999..=999_999).contains(&start)).then_some(start as i32)
}

/// An item of a list; anything else in a list is an item of its own.
fn item<'t>(node: &'t Value<'t>, checked: Option<bool>, d: &Dialect<'t>, cx: &mut Context) -> ListItem<'t> {
    let mut body = Vec::new();
    let nodes = if kind(node) == Kind::Item { children(node) } else { std::slice::from_ref(node) };
    within(node, nodes, d, cx, &mut body);
    ListItem { checked, body }
}

/// Adds program text: the text of all nodes in it, or what a card says.
pub(in crate::read) fn code<'t>(node: &'t Value<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut plain = String::new();
    push_plain(node, &mut plain);
    if cx.pay(node, plain.len()) && !plain.trim().is_empty() {
        let text = cx.body(plain, node);
        let language = find_str(node, "language lang params").and_then(|language| cx.label(language));
        let caption = find_str(node, "caption filename").map(|caption| cx.plain(caption)).unwrap_or_default();
        out.push(Block::Code(Code { text, language, caption }));
    }
}

/// Adds a table of rows: those at the top that hold headers only are its head.
pub(in crate::read) fn table<'t>(mut rows: Vec<Row<'t>>, out: &mut Vec<Block<'t>>) {
    let header = |row: &Row| !row.is_empty() && row.iter().all(|cell| cell.header);
    let body = rows.split_off(rows.iter().position(|row| !header(row)).unwrap_or(0));
    let filled = |row: &Row| row.iter().any(|cell| !cell.body.is_empty());
    if rows.iter().any(filled) || body.iter().any(filled) {
        out.push(Block::Table(promote_title(Table { head: rows, rows: body, ..Table::default() })));
    }
}

/// Adds the rows of a table or of a part of it.
fn rows<'t>(nodes: &'t [Value<'t>], out: &mut Vec<Row<'t>>, d: &Dialect<'t>, cx: &mut Context) {
    for node in nodes {
        if !cx.spend(node) {
            break;
        }
        let kind = kind(node);
        if kind == Kind::Group {
            cx.nested(node, |cx| rows(children(node), out, d, cx));
            continue;
        }
        let cells = match node.get("cells") {
            Some(cells) => cells.items(),
            None if kind == Kind::Row => children(node),
            None => std::slice::from_ref(node),
        };
        let mut row = Row::new();
        for node in cells {
            if cx.spend(node) {
                row.push(cell(node, d, cx));
            }
        }
        out.push(row);
    }
}

fn cell<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Cell<'t> {
    let kind = kind(node);
    let mut body = Vec::new();
    let is_cell = matches!(kind, Kind::Cell | Kind::HeaderCell);
    within(node, if is_cell { children(node) } else { std::slice::from_ref(node) }, d, cx, &mut body);
    let align = find_str(node, "align textAlign format").and_then(Value::as_str);
    let of = |names, most| number(node, names, most).filter(|span| *span > 1);
    Cell {
        header: kind == Kind::HeaderCell || is_on(node, "header") || number(node, "headerState", 3).is_some(),
        colspan: of("colspan colSpan", 100),
        rowspan: of("rowspan rowSpan", 200),
        align: match align {
            Some("center") => Some(CellAlign::Center),
            Some("right" | "end") => Some(CellAlign::End),
            _ => None,
        },
        body,
    }
}

/// Adds a box that opens: what is seen of it is a node in it, or one of its own texts.
fn details<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut details = Details { open: is_on(node, "open"), ..Details::default() };
    let rest = match children(node) {
        [first, rest @ ..] if kind(first) == Kind::Summary => {
            details.summary = inlines(children(first), d, cx).into();
            rest
        }
        all => {
            details.summary = leaf_nodes::rich(node, "heading title summary", d, cx).into();
            all
        }
    };
    within(node, rest, d, cx, &mut details.body);
    leaf_nodes::body(node, "content text", d, cx, &mut details.body);
    if !details.summary.is_empty() || !details.body.is_empty() {
        out.push(Block::Details(details));
    }
}

/// Adds a notice that stands out.
pub(in crate::read) fn callout<'t>(title: Vec<Inline<'t>>, body: Vec<Block<'t>>, out: &mut Vec<Block<'t>>) {
    if !title.is_empty() || !body.is_empty() {
        out.push(Block::Aside(Aside { kind: AsideKind::Callout, title: title.into(), body }));
    }
}
