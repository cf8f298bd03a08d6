//! Converts trees of nodes to blocks, for all editors.

use crate::json::Value;
use crate::model::{Block, Code, Heading, Inline, Layout, List, ListItem, Quote};
use crate::read::Context;
use crate::read::formats::editors::engine::boxes;
use crate::read::formats::editors::engine::inline_nodes::{self, Runs, inlines, paragraph};
use crate::read::formats::editors::engine::kind::{
    Kind, children, find, find_str, is_in_line, is_on, kind, kind_of_name, number, plain_name, push_plain, type_name,
};
use crate::read::formats::editors::engine::leaf_nodes;
use crate::read::formats::editors::engine::linked;
use crate::read::formats::editors::engine::lists::{self, Lists};
use crate::read::formats::editors::engine::pictures;
use crate::read::formats::editors::engine::styled;
use crate::read::formats::editors::engine::tables;
use crate::read::formats::editors::engine::unknown;
use crate::read::formats::editors::engine::values::line_of;
use crate::read::values::dialect::Dialect;
use crate::read::values::layout::{MEMBERS, WIDTHS, find_layout, lay_out};
use crate::text::keys::Keys;

/// Adds the blocks of a list of nodes; running text between blocks makes paragraphs.
pub(in crate::read) fn blocks<'t>(nodes: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let (mut line, mut lists, mut in_code) = (Runs::default(), Lists::default(), false);
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
        // Portable Text and Plate write list items as blocks with a sign and a level.
        if let Some(sign) = node.str("listItem").or_else(|| node.str("listStyleType")) {
            let done = node.get("checked").and_then(Value::as_bool).or((sign == "todo").then_some(false));
            let mut item = ListItem { checked: done, body: Vec::new() };
            block(node, kind, d, cx, &mut item.body);
            let level = node.get("level").or_else(|| node.get("indent")).and_then(Value::as_int).unwrap_or(1);
            lists.push(level, is_number(sign), item, out);
            lists.start(node.get("listStart").and_then(Value::as_int));
            continue;
        }
        lists.finish(out);
        let before = out.len();
        block(node, kind, d, cx, out);
        let is_code = kind == Kind::Styled && node.str("style").is_some_and(|style| kind_of_name(style) == Kind::Code);
        if is_code && in_code && out.len() == before + 1 {
            join_code(out);
        }
        in_code = is_code;
    }
    lists.finish(out);
    paragraph(line.take(nodes.last().unwrap_or(&Value::Null), cx), out);
}

/// Appends the last line of program text to the one before it: each block of text in that style is a line.
fn join_code(out: &mut Vec<Block>) {
    let last = out.pop();
    match (out.last_mut(), last) {
        (Some(Block::Code(code)), Some(Block::Code(line))) => {
            let text = code.text.to_mut();
            text.push('\n');
            text.push_str(&line.text);
        }
        (_, last) => out.extend(last),
    }
}

/// Adds the blocks of nodes inside `place`.
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

/// Adds a paragraph. Inline nodes stay in its line; larger pictures, lists and the like are blocks.
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

/// Returns whether a picture is part of a line: it is low, or it has no height and is in a line of Portable Text.
fn is_small(node: &Value) -> bool {
    let small = match number(node, "height", i64::MAX) {
        Some(height) => height <= 64,
        None => node.get("_type").is_some(),
    };
    small && find_str(node, "caption").is_none()
}

/// Adds the blocks of one node: usually one.
pub(in crate::read) fn block<'t>(
    node: &'t Value<'t>,
    kind: Kind,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let before = out.len();
    match kind {
        Kind::Styled => match node.get("fields") {
            Some(fields) => read_fielded(node, fields, d, cx, out),
            None => styled::block(node, d, cx, out),
        },
        Kind::Paragraph => text(node, d, cx, out),
        Kind::Group | Kind::Line | Kind::Row | Kind::Cell | Kind::HeaderCell | Kind::Summary | Kind::Caption => {
            inside(node, d, cx, out)
        }
        Kind::Heading => {
            let mut content = inlines(children(node), d, cx);
            if content.is_empty() {
                content = line_of(node, "text title heading headline content value", d, cx);
            }
            styled(kind, node, type_name(node).unwrap_or(""), content, out);
        }
        Kind::Quote | Kind::PullQuote => boxes::quote(kind, node, d, cx, out),
        Kind::List | Kind::Ordered | Kind::Tasks => list(node, kind, d, cx, out),
        // An item outside a list: a paragraph that can be checked off.
        Kind::Item => {
            let items = vec![item(node, is_on(node, "checked").then_some(true), d, cx)];
            out.push(Block::List(List { items, ..List::default() }));
        }
        Kind::Code => code(node, cx, out),
        Kind::Divider => out.push(Block::Divider),
        Kind::Table => tables::table_node(node, d, cx, out),
        Kind::Details => boxes::details(node, d, cx, out),
        Kind::Accordion => boxes::accordion(node, d, cx, out),
        Kind::Callout => boxes::notice(node, &plain_name(type_name(node).unwrap_or("")), d, cx, out),
        Kind::Figure => pictures::figure_node(node, d, cx, out),
        Kind::Reference => match cx.document(node) {
            Some(document) => (document.blocks)(node, d, cx, out),
            None => linked::embedded(node, d, cx, out),
        },
        Kind::Invisible => {}
        Kind::Unknown => unknown::node(node, (node, type_name(node).unwrap_or("without a type")), d, cx, out),
        _ => leaf_nodes::card(kind, node, d, cx, out),
    }
    // A known kind with unusual members.
    let fielded = matches!(
        kind,
        Kind::Paragraph
            | Kind::Group
            | Kind::Heading
            | Kind::Quote
            | Kind::PullQuote
            | Kind::List
            | Kind::Ordered
            | Kind::Tasks
            | Kind::Code
            | Kind::Table
            | Kind::Details
            | Kind::Accordion
            | Kind::Callout
            | Kind::Figure
    );
    if fielded && out.len() == before && children(node).is_empty() {
        unknown::rest(node, d, cx, out);
    }
    let holds_others = matches!(kind, Kind::Paragraph | Kind::Group | Kind::Line | Kind::Row | Kind::Cell);
    if !holds_others && out.len() == before + 1 {
        lay_out(out.get_mut(before..).unwrap_or(&mut []), find_layout_of(node, kind));
    }
}

/// Returns the layout that a node names.
pub(in crate::read) fn find_layout_of(node: &Value, kind: Kind) -> Option<Layout> {
    // The side of a box is the alignment of its lines.
    let names = if kind == Kind::Callout { WIDTHS } else { MEMBERS };
    let named = Keys(names).find_map(|name| find_layout(find_str(node, name)?.as_str()?));
    // Editor.js has a switch for it.
    named.or_else(|| is_on(node, "stretched").then_some(Layout::Full))
}

/// Adds a block of Payload, whose type and content are fields.
fn read_fielded<'t>(
    node: &'t Value<'t>,
    fields: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let name = fields.str("blockType").unwrap_or("without a type");
    cx.nested(node, |cx| match kind_of_name(name) {
        Kind::Unknown | Kind::Styled => unknown::node(fields, (node, name), d, cx, out),
        kind => block(fields, kind, d, cx, out),
    });
}

/// Adds running text in the style of a name: a heading, a quotation or a paragraph. The level of a heading is in the
/// node's attributes, its tag or its name; it is at least 2, because the headline has level 1.
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

/// Adds a quotation; for any other kind, the blocks themselves.
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
    let ordered = kind == Kind::Ordered || is_number(sign);
    let tasks = kind == Kind::Tasks || sign == "check";
    if children(node).is_empty() {
        return boxes::fielded_list(node, ordered, tasks, d, cx, out);
    }
    let mut items = Vec::new();
    for child in children(node) {
        if !cx.spend(child) {
            break;
        }
        // Atlassian's documents have states.
        let done = || Some(matches!(find_str(child, "state")?.as_str()?, "DONE" | "DECIDED"));
        let checked = find(child, "checked done").and_then(Value::as_bool).or_else(done).or(tasks.then_some(false));
        lists::add(&mut items, item(child, checked, d, cx));
    }
    if !items.is_empty() {
        out.push(Block::List(List { ordered, start: start(node), reversed: false, items }));
    }
}

/// Returns whether the sign of a list's items is a number or a letter, by its name in CSS or in an editor.
fn is_number(sign: &str) -> bool {
    let name = plain_name(sign);
    matches!(name.as_str(), "number" | "numbered" | "numeric" | "ordered" | "ol" | "decimal" | "decimalleadingzero")
        || ["lower", "upper"].iter().any(|case| name.starts_with(case))
}

/// Returns the number of a list's first item, if it is not 1.
pub(in crate::read) fn start(node: &Value) -> Option<i32> {
    let start = find(node, "start order")?.as_int()?;
    (start != 1 && (-99_999..=999_999).contains(&start)).then_some(start as i32)
}

/// Reads an item of a list; any other node in a list is an item by itself.
fn item<'t>(node: &'t Value<'t>, checked: Option<bool>, d: &Dialect<'t>, cx: &mut Context) -> ListItem<'t> {
    let mut body = Vec::new();
    let nodes = if kind(node) == Kind::Item { children(node) } else { std::slice::from_ref(node) };
    within(node, nodes, d, cx, &mut body);
    ListItem { checked, body }
}

/// Adds program text: the text of all nodes in it, or the text of a card.
pub(in crate::read) fn code<'t>(node: &'t Value<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut plain = String::new();
    push_plain(node, &mut plain);
    if plain.is_empty()
        && let Some(text) = find_str(node, "snippet content body source").and_then(Value::as_str)
    {
        plain.push_str(text);
    }
    let nested = ["code", "snippet", "content", "value"]
        .iter()
        .find_map(|name| node.get(name).filter(|value| value.is_object()));
    if plain.is_empty()
        && let Some(nested) = nested
    {
        return cx.nested(nested, |cx| code(nested, cx, out));
    }
    if cx.pay(node, plain.len()) && !plain.trim().is_empty() {
        let text = cx.body(plain, node);
        let language = find_str(node, "language lang params").and_then(|language| cx.label(language));
        let caption = find_str(node, "caption filename").map(|caption| cx.plain(caption)).unwrap_or_default();
        out.push(Block::Code(Code { text, language, caption }));
    }
}
