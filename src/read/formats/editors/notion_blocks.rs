//! Notion's blocks, as its API returns them (developers.notion.com/reference/block). Child blocks are where the programs
//! that fetch them put them: in the block or in its content.

use crate::json::Value;
use crate::model::{Block, Cell, Code, Details, Heading, Inline, ListItem, Mark, Quote, Row, plain_text};
use crate::read::Context;
use crate::read::formats::editors::engine::addressed;
use crate::read::formats::editors::engine::boxes;
use crate::read::formats::editors::engine::inline_nodes::push_paragraph;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::lists::Lists;
use crate::read::formats::editors::engine::node::{find_str, is_on};
use crate::read::formats::editors::engine::tables;
use crate::read::formats::editors::engine::unknown;
use crate::read::formats::editors::notion_text::{find_texts, read_caption, read_inlines};
use crate::read::values::dialect::Dialect;
use crate::report::WarningCode;
use crate::text::Text;
use crate::text::keys::Keys;

/// Members with blocks: in the answer of the API, in a page, in a block.
const LISTS: &str = "results children blocks content";

/// Returns whether a value is a block: its type is the name of the member with its content.
fn is_block(value: &Value) -> bool {
    let content = value.str("type").and_then(|name| value.get(name));
    content.is_some_and(Value::is_object)
        && (value.str("object") == Some("block") || value.get("has_children").is_some() || {
            content.is_some_and(|content| content.get("rich_text").is_some_and(Value::is_array))
        })
}

/// Returns the blocks in a value: the value itself, or a member of it.
pub(super) fn find_blocks<'t>(value: &'t Value<'t>) -> &'t [Value<'t>] {
    let are = |items: &[Value]| !items.is_empty() && items.iter().all(is_block);
    if are(value.items()) {
        return value.items();
    }
    for name in Keys(LISTS) {
        let Some(list) = value.get(name) else { continue };
        let items = list.get("results").unwrap_or(list).items();
        if are(items) {
            return items;
        }
    }
    &[]
}

/// Returns whether a value is a list of blocks, alone or in an answer.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    !find_blocks(value).is_empty()
}

/// Adds the content of a list of blocks.
pub(in crate::read) fn blocks<'t>(body: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    read_nodes(find_blocks(body), d, cx, out);
}

pub(super) fn read_nodes<'t>(nodes: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut lists = Lists::default();
    for node in nodes {
        if !cx.spend(node) {
            break;
        }
        let name = node.str("type").unwrap_or("");
        let content = node.get(name).unwrap_or(const { &Value::Null });
        if let "bulleted_list_item" | "numbered_list_item" | "to_do" = name {
            let mut item = ListItem { checked: (name == "to_do").then(|| is_on(content, "checked")), body: Vec::new() };
            push_paragraph(find_texts(content, cx), &mut item.body);
            below(node, content, d, cx, &mut item.body);
            if !item.body.is_empty() {
                let start =
                    content.get("list_start_index").and_then(Value::as_int).filter(|start| (2..99_999).contains(start));
                lists.push_from(1, name == "numbered_list_item", start.map(|start| start as i32), item, out);
            }
            continue;
        }
        lists.finish(out);
        read_block(name, node, content, d, cx, out);
    }
    lists.finish(out);
}

/// Returns the children of a block.
fn children<'t>(node: &'t Value<'t>, content: &'t Value<'t>) -> &'t [Value<'t>] {
    let inner = find_blocks(content);
    if inner.is_empty() { find_blocks(node) } else { inner }
}

/// Adds the children of a block; warns if they are not in the input.
fn below<'t>(node: &'t Value<'t>, content: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let inner = children(node, content);
    if !inner.is_empty() {
        cx.nested(node, |cx| read_nodes(inner, d, cx, out));
    } else if let Some(told @ Value::Bool(true)) = node.get("has_children") {
        cx.warn(WarningCode::Unresolved, told, &["the blocks below this one are not in the input"]);
    }
}

/// Adds a block and its children.
fn read_block<'t>(
    name: &str,
    node: &'t Value<'t>,
    content: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    match name {
        "toggle" => return read_details(node, content, d, cx, out),
        _ if name.starts_with("heading_") => {
            if is_on(content, "is_toggleable") || !children(node, content).is_empty() {
                return read_details(node, content, d, cx, out);
            }
            let text = find_texts(content, cx);
            let level = name.bytes().last().map_or(2, |digit| digit.saturating_sub(b'0')).saturating_add(1).clamp(2, 6);
            if !text.is_empty() {
                out.push(Block::Heading(Heading { level, content: text }));
            }
        }
        "quote" => {
            let mut body = Vec::new();
            push_paragraph(find_texts(content, cx), &mut body);
            below(node, content, d, cx, &mut body);
            if !body.is_empty() {
                out.push(Block::Quote(Quote { body, attribution: Vec::new().into() }));
            }
            return;
        }
        "callout" => {
            let (mut body, mut text) = (Vec::new(), find_texts(content, cx));
            if let Some(emoji) = content.at("icon emoji").and_then(|emoji| cx.label(emoji)) {
                text.insert(0, Inline::Text(Text::Owned([emoji.as_ref(), " "].concat())));
            }
            push_paragraph(text, &mut body);
            below(node, content, d, cx, &mut body);
            boxes::push_callout(Vec::new(), body, out);
            return;
        }
        "code" => {
            let plain = plain_text(&find_texts(content, cx));
            let language = find_str(content, "language").filter(|name| name.as_str() != Some("plain text"));
            let language = language.and_then(|language| cx.label(language));
            if !plain.trim().is_empty() {
                let text = cx.body(plain, content);
                out.push(Block::Code(Code { text, language, caption: read_caption(content, cx) }));
            }
        }
        "equation" => {
            let formula = content.get("expression").map(|formula| cx.plain(formula)).unwrap_or_default();
            if !formula.is_empty() {
                out.push(Block::paragraph(vec![Inline::Marked(Mark::Code, formula)]));
            }
        }
        "divider" => out.push(Block::Divider),
        "table" => return table(node, content, cx, out),
        "child_page" | "child_database" => {
            let title = find_str(content, "title").map(|title| cx.plain(title)).unwrap_or_default();
            push_paragraph(title, out);
            if node.get("has_children").is_some() && children(node, content).is_empty() {
                return cx.warn(WarningCode::Unresolved, node, &["a page below this one that is not in the input"]);
            }
        }
        "table_of_contents" | "breadcrumb" => return,
        "link_to_page" => {
            return cx.warn(WarningCode::Unresolved, node, &["a link to a page that is not in the input"]);
        }
        "unsupported" => {
            return cx.warn(WarningCode::NotShown, node, &["a block that the server does not give"]);
        }
        "image" | "video" | "audio" | "file" | "pdf" | "embed" | "bookmark" | "link_preview" => {
            find_linked(name, node, content, cx, out);
        }
        _ => {
            let text = find_texts(content, cx);
            let known = matches!(name, "paragraph" | "column_list" | "column" | "synced_block" | "template" | "tab");
            if !known {
                cx.unknown_block(node, name);
                if text.is_empty() {
                    unknown::blocks(content, d, cx, out);
                }
            }
            push_paragraph(text, out);
        }
    }
    below(node, content, d, cx, out);
}

/// Adds a box that opens.
fn read_details<'t>(
    node: &'t Value<'t>,
    content: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let mut details = Details { summary: find_texts(content, cx).into(), ..Details::default() };
    below(node, content, d, cx, &mut details.body);
    if !details.summary.is_empty() || !details.body.is_empty() {
        out.push(Block::Details(details));
    }
}

/// Returns the address of a file, on Notion's servers or elsewhere.
pub(super) fn file<'t>(content: &'t Value<'t>) -> Option<&'t Value<'t>> {
    ["external", "file"].iter().find_map(|name| content.get(name)?.get("url")).or_else(|| content.get("url"))
}

/// Adds a picture, a player, a file or a link.
fn find_linked<'t>(
    name: &str,
    node: &'t Value<'t>,
    content: &'t Value<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let Some(address) = file(content) else {
        return cx.warn(WarningCode::MissingField, node, &["left out, because it has no address: ", name]);
    };
    let kind = match name {
        "image" => Kind::Image,
        "video" => Kind::Video,
        "audio" => Kind::Audio,
        "embed" => Kind::Embed,
        "bookmark" | "link_preview" => Kind::Bookmark,
        _ => Kind::File,
    };
    let before = out.len();
    addressed::addressed(
        kind,
        address,
        content.get("name").map_or(const { &Value::Null }, |_| content),
        &Dialect::default(),
        cx,
        out,
    );
    let caption = read_caption(content, cx);
    match out.get_mut(before) {
        _ if caption.is_empty() => {}
        Some(Block::Media(media)) => media.caption = caption,
        Some(Block::Embed(embed)) => embed.caption = caption,
        Some(Block::Card(card)) => card.description = caption,
        _ => push_paragraph(caption, out),
    }
}

/// Adds a table, whose rows are its child blocks.
fn table<'t>(node: &'t Value<'t>, content: &'t Value<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let (head, side) = (is_on(content, "has_column_header"), is_on(content, "has_row_header"));
    let mut rows: Vec<Row> = Vec::new();
    let inner = children(node, content);
    for value in cx.within(inner) {
        let mut row = Row::new();
        for value in cx.within(value.list("table_row cells")) {
            let header = head && rows.is_empty() || side && row.is_empty();
            let mut cell = Cell { header, ..Cell::default() };
            push_paragraph(read_inlines(value.items(), cx), &mut cell.body);
            row.push(cell);
        }
        rows.push(row);
    }
    if inner.is_empty() {
        return cx.warn(WarningCode::Unresolved, node, &["the rows of this table are not in the input"]);
    }
    tables::push_table(rows, out);
}
