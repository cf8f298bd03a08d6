//! Converts trees of nodes to blocks, for all editors.

use crate::json::Value;
use crate::model::{Block, Layout, List, ListItem};
use crate::read::Context;
use crate::read::formats::editors::engine::boxes;
use crate::read::formats::editors::engine::embedded;
use crate::read::formats::editors::engine::inline_nodes::{self, Runs, inlines, push_paragraph};
use crate::read::formats::editors::engine::kind::{Kind, is_in_line, kind_of_name, plain_name};
use crate::read::formats::editors::engine::leaf_nodes;
use crate::read::formats::editors::engine::lists::{self, Lists};
use crate::read::formats::editors::engine::members::line_of;
use crate::read::formats::editors::engine::node::{children, find, find_str, is_on, kind_of_node, number, type_name};
use crate::read::formats::editors::engine::styled::{join_code, push_code, push_quote, push_styled};
use crate::read::formats::editors::engine::tables;
use crate::read::formats::editors::engine::unknown;
use crate::read::values::dialect::Dialect;
use crate::read::values::layout::{MEMBERS, WIDTHS, find_layout, lay_out};
use crate::read::values::references::Index;
use crate::report::WarningCode;
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
        let kind = kind_of_node(node);
        if kind == Kind::Invisible {
            continue;
        }
        if is_in_line(kind) || node.as_str().is_some() {
            inline_nodes::push_run(node, &[], &mut line, d, cx);
            continue;
        }
        push_paragraph(line.take(node, cx), out);
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
    push_paragraph(line.take(nodes.last().unwrap_or(&Value::Null), cx), out);
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
    let in_line = |child: &Value| match kind_of_node(child) {
        Kind::Image => is_small(child),
        Kind::Unknown => children(child).iter().all(|inner| is_in_line(kind_of_node(inner))),
        kind => is_in_line(kind) || matches!(kind, Kind::Button | Kind::Invisible),
    };
    if nodes.iter().any(is_text) && nodes.iter().all(in_line) {
        return push_paragraph(inlines(nodes, d, cx), out);
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
            None => read_styled(node, d, cx, out),
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
            push_styled(kind, node, type_name(node).unwrap_or(""), content, out);
        }
        Kind::Quote | Kind::PullQuote => boxes::push_quote_node(kind, node, d, cx, out),
        Kind::List | Kind::Ordered | Kind::Tasks => read_list(node, kind, d, cx, out),
        // An item outside a list: a paragraph that can be checked off.
        Kind::Item => {
            let items = vec![read_item(node, is_on(node, "checked").then_some(true), d, cx)];
            out.push(Block::List(List { items, ..List::default() }));
        }
        Kind::Code => push_code(node, d, cx, out),
        Kind::Divider => out.push(Block::Divider),
        Kind::Table => tables::push_table_node(node, d, cx, out),
        Kind::Details => boxes::push_details(node, d, cx, out),
        Kind::Accordion => boxes::push_accordion(node, d, cx, out),
        Kind::Callout => boxes::push_notice(node, &plain_name(type_name(node).unwrap_or("")), d, cx, out),
        Kind::Figure => boxes::push_figure_node(node, d, cx, out),
        Kind::Reference => match cx.document(node) {
            Some(document) => (document.blocks)(node, d, cx, out),
            None => embedded::push_entry(node, d, cx, out),
        },
        Kind::Invisible => {}
        Kind::Unknown => unknown::node(node, (node, type_name(node).unwrap_or("without a type")), d, cx, out),
        _ => leaf_nodes::push_card(kind, node, d, cx, out),
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

/// Adds a block of text in its style.
fn read_styled<'t>(node: &'t Value<'t>, around: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut marks = Vec::new();
    for mark in node.list("markDefs") {
        if let Some(key) = mark.str("_key") {
            marks.push((key, mark));
        }
    }
    let d = Dialect { html: around.html, linked: Index::new(marks) };
    let style = node.str("style").unwrap_or("normal");
    let kind = kind_of_name(style);
    match kind {
        Kind::Code => push_code(node, &d, cx, out),
        Kind::Paragraph => text(node, &d, cx, out),
        Kind::Quote | Kind::PullQuote => {
            let mut body = Vec::new();
            text(node, &d, cx, &mut body);
            push_quote(kind, body, out);
        }
        _ => {
            if kind != Kind::Heading {
                cx.warn(WarningCode::UnknownBlock, node, &["unknown style ", style, ", shown as a paragraph"]);
            }
            push_styled(kind, node, style, inlines(children(node), &d, cx), out);
        }
    }
}

/// Adds a list.
fn read_list<'t>(node: &'t Value<'t>, kind: Kind, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let sign = find_str(node, "listType listStyle style format tag").and_then(Value::as_str).unwrap_or("");
    let ordered = kind == Kind::Ordered || is_number(sign);
    let tasks = kind == Kind::Tasks || sign == "check";
    if children(node).is_empty() {
        return boxes::push_fielded_list(node, ordered, tasks, d, cx, out);
    }
    let mut items = Vec::new();
    for child in children(node) {
        if !cx.spend(child) {
            break;
        }
        // Atlassian's documents have states.
        let done = || Some(matches!(find_str(child, "state")?.as_str()?, "DONE" | "DECIDED"));
        let checked = find(child, "checked done").and_then(Value::as_bool).or_else(done).or(tasks.then_some(false));
        lists::add(&mut items, read_item(child, checked, d, cx));
    }
    if !items.is_empty() {
        out.push(Block::List(List { ordered, start: find_start(node), reversed: false, items }));
    }
}

/// Returns whether the sign of a list's items is a number or a letter, by its name in CSS or in an editor.
fn is_number(sign: &str) -> bool {
    let name = plain_name(sign);
    matches!(name.as_str(), "number" | "numbered" | "numeric" | "ordered" | "ol" | "decimal" | "decimalleadingzero")
        || ["lower", "upper"].iter().any(|case| name.starts_with(case))
}

/// Returns the number of a list's first item, if it is not 1.
pub(in crate::read) fn find_start(node: &Value) -> Option<i32> {
    let start = find(node, "start order")?.as_int()?;
    (start != 1 && (-99_999..=999_999).contains(&start)).then_some(start as i32)
}

/// Reads an item of a list; any other node in a list is an item by itself.
fn read_item<'t>(node: &'t Value<'t>, checked: Option<bool>, d: &Dialect<'t>, cx: &mut Context) -> ListItem<'t> {
    let mut body = Vec::new();
    let nodes = if kind_of_node(node) == Kind::Item { children(node) } else { std::slice::from_ref(node) };
    within(node, nodes, d, cx, &mut body);
    ListItem { checked, body }
}
