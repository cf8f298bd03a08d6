//! BlockNote documents: blocks with properties, running text in `content`, and child blocks in `children`.
//!
//! The format follows blocknotejs.org/docs: `content` is a list of runs, a string, or the object of a table.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block, Cell, Details, Inline, ListItem, Row};
use crate::read::Context;
use crate::read::formats::editors::engine::boxes;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::inline_nodes::{Runs, push_paragraph};
use crate::read::formats::editors::engine::kind::{Kind, kind_of_name};
use crate::read::formats::editors::engine::lists::Lists;
use crate::read::formats::editors::engine::marks;
use crate::read::formats::editors::engine::node::{find_str, is_on, number};
use crate::read::formats::editors::engine::pieces;
use crate::read::formats::editors::engine::styled;
use crate::read::formats::editors::engine::tables;
use crate::read::values::dialect::Dialect;
use crate::read::values::spans::Wrap;

/// Returns whether a value is a list of blocks, each with a type, properties, and a list of child blocks.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let block = |block: &Value| {
        let content = block.get("content");
        block.str("type").is_some()
            && block.get("props").is_some_and(Value::is_object)
            && (block.get("children").is_some_and(Value::is_array)
                || content.is_some_and(|content| !content.is_object()))
    };
    !value.items().is_empty() && value.items().iter().all(block)
}

/// Returns whether there is a document.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads a document, or an entry with one.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, false, blocks, cx)
}

/// Adds the content of a document.
pub(in crate::read) fn blocks<'t>(
    document: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let mut lists = Lists::default();
    for node in document.items() {
        if !cx.spend(node) {
            break;
        }
        read_block(node, 1, &mut lists, d, cx, out);
    }
    lists.finish(out);
}

/// Adds the children of a block, one level deeper.
fn read_below<'t>(
    node: &'t Value<'t>,
    level: i64,
    lists: &mut Lists<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    for child in node.list("children") {
        if !cx.spend(child) {
            break;
        }
        cx.nested(node, |cx| read_block(child, level, lists, d, cx, out));
    }
}

/// Adds a block and its children; those of an item are inside it.
fn read_block<'t>(
    node: &'t Value<'t>,
    level: i64,
    lists: &mut Lists<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let name = node.str("type").unwrap_or("");
    let props = node.get("props").unwrap_or(const { &Value::Null });
    if let "bulletListItem" | "numberedListItem" | "checkListItem" = name {
        let checked = (name == "checkListItem").then(|| is_on(props, "checked"));
        let mut item = ListItem { checked, body: Vec::new() };
        push_paragraph(inlines(node, cx), &mut item.body);
        let mut after = Lists::default();
        let is_item = |child: &Value| child.str("type").is_some_and(|name| name.ends_with("ListItem"));
        if node.list("children").iter().all(is_item) {
            lists.push_from(level, name == "numberedListItem", convert::find_start(props), item, out);
            return read_below(node, level + 1, lists, d, cx, out);
        }
        read_below(node, 1, &mut after, d, cx, &mut item.body);
        after.finish(&mut item.body);
        return lists.push_from(level, name == "numberedListItem", convert::find_start(props), item, out);
    }
    lists.finish(out);
    let is_toggle = name == "toggleListItem" || is_on(props, "isToggleable");
    if is_toggle {
        let mut details = Details { summary: inlines(node, cx).into(), ..Details::default() };
        let mut inner = Lists::default();
        read_below(node, 1, &mut inner, d, cx, &mut details.body);
        inner.finish(&mut details.body);
        if !details.summary.is_empty() || !details.body.is_empty() {
            out.push(Block::Details(details));
        }
        return;
    }
    match kind_of_name(name) {
        kind @ (Kind::Paragraph | Kind::Heading) => styled::push_styled(kind, props, name, inlines(node, cx), out),
        kind @ (Kind::Quote | Kind::PullQuote) => {
            let mut body = Vec::new();
            push_paragraph(inlines(node, cx), &mut body);
            styled::push_quote(kind, body, out);
        }
        Kind::Code => read_code(node, props, cx, out),
        Kind::Table => table(node, cx, out),
        Kind::Divider => out.push(Block::Divider),
        Kind::Invisible => {}
        // Columns contain blocks and have no text themselves.
        Kind::Group => {}
        _ if find_str(props, "url src").is_some() => pieces::piece(name, props, d, cx, out),
        // A picture or file that has not been chosen yet.
        Kind::Image | Kind::File | Kind::Audio | Kind::Video => {}
        kind => {
            let content = inlines(node, cx);
            match kind {
                Kind::Callout => {
                    let mut body = Vec::new();
                    push_paragraph(content, &mut body);
                    boxes::push_callout(Vec::new(), body, out);
                }
                _ => {
                    push_paragraph(content, out);
                    pieces::piece(name, props, d, cx, out);
                }
            }
        }
    }
    let mut inner = Lists::default();
    read_below(node, 1, &mut inner, d, cx, out);
    inner.finish(out);
}

/// Adds program text.
fn read_code<'t>(node: &'t Value<'t>, props: &'t Value<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut plain = String::new();
    for run in node.get("content").map_or(&[][..], Value::one_or_many) {
        plain.push_str(run.as_str().or(run.str("text")).unwrap_or(""));
    }
    if !plain.trim().is_empty() {
        let text = cx.body(plain, node);
        let language = find_str(props, "language").and_then(|language| cx.label(language));
        out.push(Block::Code(crate::model::Code { text, language, caption: Vec::new() }));
    }
}

/// Adds a table: rows of cells, which are runs, or objects with runs.
fn table<'t>(node: &'t Value<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let Some(content) = node.get("content") else { return };
    let count = |name| content.get(name).and_then(Value::as_int).unwrap_or(0);
    let (header_rows, header_columns) = (count("headerRows"), count("headerCols"));
    let mut rows: Vec<Row> = Vec::new();
    for value in cx.within(content.list("rows")) {
        let mut row = Row::new();
        for value in cx.within(value.list("cells")) {
            let props = value.get("props").unwrap_or(value);
            let of = |name, most| number(props, name, most).filter(|span| *span > 1);
            let header = (rows.len() as i64) < header_rows || (row.len() as i64) < header_columns;
            let mut cell = Cell { header, colspan: of("colspan", 100), rowspan: of("rowspan", 200), ..Cell::default() };
            push_paragraph(push_runs(value.get("content").unwrap_or(value), cx), &mut cell.body);
            row.push(cell);
        }
        rows.push(row);
    }
    tables::push_table(rows, out);
}

/// Returns the running text of a block.
fn inlines<'t>(node: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    node.get("content").map(|content| push_runs(content, cx)).unwrap_or_default()
}

/// Returns the running text of a list of runs, or of a string.
fn push_runs<'t>(content: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let mut runs = Runs::default();
    for run in content.one_or_many() {
        if !cx.spend(run) {
            break;
        }
        push_run(run, &[], &mut runs, cx);
    }
    runs.take(content, cx)
}

/// Adds a run: text in its styles, a link with runs, or another thing in the line.
fn push_run<'t>(run: &'t Value<'t>, around: &[Wrap<'t>], runs: &mut Runs<'t>, cx: &mut Context) {
    let mut wraps = around.to_vec();
    match (run, run.str("type")) {
        (Value::String(text), _) => runs.text(around, cx.lines_within(run, text), run, cx),
        (_, Some("link")) => {
            marks::add_link(run, &mut wraps, cx);
            for inner in run.get("content").map_or(&[][..], Value::one_or_many) {
                if cx.spend(inner) {
                    cx.nested(run, |cx| push_run(inner, &wraps, runs, cx));
                }
            }
        }
        (_, Some("text")) | (_, None) => {
            for (name, style) in run.get("styles").unwrap_or(run).members() {
                let is_mark = !matches!(name.as_ref(), "textColor" | "backgroundColor" | "type" | "text");
                if style.as_bool() == Some(true) && is_mark {
                    marks::add_mark(name, style, &mut wraps, cx);
                }
            }
            if let Some(Value::String(text)) = run.get("text") {
                runs.text(&wraps, cx.lines_within(run, text), run, cx);
            }
        }
        // Inline content of a site, such as a mention or a formula: its text is in its own runs or its properties.
        (_, Some(name)) => {
            let before = runs.len();
            for inner in run.get("content").map_or(&[][..], Value::one_or_many) {
                cx.nested(run, |cx| push_run(inner, &wraps, runs, cx));
            }
            if runs.len() == before {
                let props = run.get("props").unwrap_or(run);
                if let Some(at @ Value::String(label)) =
                    find_str(props, "label name user title text value latex formula id")
                {
                    if kind_of_name(name) == Kind::Mention && !label.starts_with('@') {
                        runs.push(&wraps, Inline::Text("@".into()));
                    }
                    runs.text(&wraps, cx.lines_within(at, label), at, cx);
                }
            }
        }
    }
}
