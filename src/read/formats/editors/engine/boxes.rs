//! Boxes: quotations, notices, figures, boxes that open, and lists of these; their content is nodes or fields.

use crate::json::Value;
use crate::model::{Aside, AsideKind, Block, Details, Heading, Inline, List, ListItem, Mark, Quote};
use crate::read::Context;
use crate::read::formats::editors::engine::convert::{inside, within};
use crate::read::formats::editors::engine::inline_nodes::{inlines, push_paragraph};
use crate::read::formats::editors::engine::kind::{Kind, is_in_line, kind_of_name};
use crate::read::formats::editors::engine::lists;
use crate::read::formats::editors::engine::members::{body, label, line_of, rich, rich_value};
use crate::read::formats::editors::engine::node::{children, find, find_str, is_on, kind_of_node, type_name};
use crate::read::formats::editors::engine::pictures::{push_gallery, read_figure};
use crate::read::formats::editors::engine::styled::push_styled;
use crate::read::formats::editors::engine::unknown;
use crate::read::formats::editors::engine::values::{blocks, blocks_of};
use crate::read::formats::editors::engine::vocabulary::{
    ANSWER, BY, CAPTION, ITEMS, PICTURES, QUOTED, ROLE, SUMMARY, TEXT, TITLE, address, is_address,
};
use crate::read::values::dialect::Dialect;
use crate::text::Text;
use crate::text::template::concat;

/// Adds a quotation with its attribution.
pub(in crate::read) fn push_quote_node<'t>(
    kind: Kind,
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let mut body = Vec::new();
    inside(node, d, cx, &mut body);
    // A quotation of nodes is the editor's own: not all its attributes are about the speaker.
    let by = if body.is_empty() { BY } else { "attribution author cite citation by" };
    if body.is_empty() {
        blocks_of(node, QUOTED, d, cx, &mut body);
    }
    let attribution = read_attribution(node, by, d, cx);
    if body.is_empty() {
        return push_paragraph(attribution, out);
    }
    let quote = Quote { body, attribution: attribution.into() };
    match kind {
        Kind::PullQuote => out.push(Block::PullQuote(quote)),
        _ => out.push(Block::Quote(quote)),
    }
}

/// Returns the attribution: a name, or an object with one, and the speaker's role.
fn read_attribution<'t>(node: &'t Value<'t>, names: &str, d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let named = names.split(' ').find_map(|name| {
        find(node, name).filter(|value| !matches!(value, Value::Bool(_)) && value.as_str() != Some(""))
    });
    let Some(named) = named else { return Vec::new() };
    let mut out = match named.one_or_many().first() {
        Some(person @ Value::Object(_)) if type_name(person).is_none_or(|name| kind_of_name(name) == Kind::Unknown) => {
            line_of(person, "name fullName title label displayName", d, cx)
        }
        Some(Value::String(url)) if is_address(url) => {
            let url = cx.link(named);
            url.map(|url| Inline::Link(url.clone(), vec![Inline::Text(Text::Owned(url.host().to_owned()))]))
                .into_iter()
                .collect()
        }
        _ => rich_value(named, d, cx),
    };
    let of = named.one_or_many().first().filter(|person| person.is_object()).unwrap_or(node);
    let role = find_str(of, ROLE).or_else(|| find_str(node, ROLE));
    if let Some(role) = role.and_then(|role| cx.label(role)) {
        let before = if out.is_empty() { "" } else { ", " };
        out.push(Inline::Text(Text::Owned(concat(&[before, &role]))));
    }
    out
}

/// Adds a list whose items are fields: texts, or objects with text and nested items.
pub(in crate::read) fn push_fielded_list<'t>(
    node: &'t Value<'t>,
    ordered: bool,
    tasks: bool,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let items = find(node, ITEMS).or_else(|| find(node, "content value text")).filter(|items| items.is_array());
    let mut list = List { ordered, ..List::default() };
    for item in items.map_or(&[][..], Value::items) {
        if !cx.spend(item) {
            break;
        }
        let checked = find(item, "checked done completed").and_then(Value::as_bool).or(tasks.then_some(false));
        let mut body = Vec::new();
        push_fielded_item(item, d, cx, &mut body);
        lists::add(&mut list.items, ListItem { checked, body });
    }
    if !list.items.is_empty() {
        out.push(Block::List(list));
    }
}

/// Adds the content of an item of fields: its title in strong, its text, its own items.
fn push_fielded_item<'t>(item: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    if !item.is_object() || type_name(item).is_some() {
        return blocks(item, d, cx, out);
    }
    let before = out.len();
    let title = line_of(item, TITLE, d, cx);
    if !title.is_empty() {
        out.push(Block::paragraph(vec![Inline::Marked(Mark::Strong, title)]));
    }
    blocks_of(item, TEXT, d, cx, out);
    if find(item, ITEMS).is_some() {
        cx.nested(item, |cx| push_fielded_list(item, false, false, d, cx, out));
    }
    if out.len() == before {
        unknown::blocks(item, d, cx, out);
    }
}

/// The kinds of boxes with the key points.
const KEY_POINTS: &str = "keytakeaways takeaways keytakeaway keypoints keyfacts tldr";

/// Adds a notice: its content, or its title, text and items.
pub(in crate::read) fn push_notice<'t>(
    node: &'t Value<'t>,
    name: &str,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let title = line_of(node, "title heading headline header", d, cx);
    let mut content = Vec::new();
    inside(node, d, cx, &mut content);
    if content.is_empty() {
        blocks_of(node, TEXT, d, cx, &mut content);
    }
    if find(node, "items points bullets list").is_some_and(Value::is_array) {
        push_fielded_list(node, false, false, d, cx, &mut content);
    }
    if let Some(emoji) = label(node, "calloutEmoji emoji", cx) {
        match content.first_mut() {
            Some(Block::Paragraph(first)) => {
                first.content.insert(0, Inline::Text(Text::Owned(concat(&[&emoji, " "]))));
            }
            _ => push_paragraph(vec![Inline::Text(emoji.into())], &mut content),
        }
    }
    let important = KEY_POINTS.split(' ').any(|other| other == name);
    push_aside(if important { AsideKind::KeyPoints } else { AsideKind::Callout }, title, content, out);
}

/// Adds a notice that stands out.
pub(in crate::read) fn push_callout<'t>(title: Vec<Inline<'t>>, body: Vec<Block<'t>>, out: &mut Vec<Block<'t>>) {
    push_aside(AsideKind::Callout, title, body, out);
}

/// Adds a box with a title, unless it is empty.
fn push_aside<'t>(kind: AsideKind, title: Vec<Inline<'t>>, body: Vec<Block<'t>>, out: &mut Vec<Block<'t>>) {
    if !title.is_empty() || !body.is_empty() {
        out.push(Block::Aside(Aside { kind, title: title.into(), body, ..Aside::default() }));
    }
}

/// Adds a box that opens: its summary is a node in it, or one of its own texts.
pub(in crate::read) fn push_details<'t>(
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let mut details = Details { open: is_on(node, "open isOpen defaultOpen expanded"), ..Details::default() };
    let rest = match children(node) {
        [first, rest @ ..] if kind_of_node(first) == Kind::Summary => {
            details.summary = inlines(children(first), d, cx).into();
            rest
        }
        all => {
            details.summary = line_of(node, SUMMARY, d, cx).into();
            let lines = all.iter().all(|child| is_in_line(kind_of_node(child)));
            if details.summary.is_empty() && lines {
                // In Plate the node has only a summary; its content follows it.
                details.summary = inlines(all, d, cx).into();
                &[]
            } else {
                all
            }
        }
    };
    within(node, rest, d, cx, &mut details.body);
    if rest.is_empty() && children(node).is_empty() {
        if details.summary.is_empty() {
            details.summary = line_of(node, "text", d, cx).into();
        }
        blocks_of(
            node,
            if find(node, SUMMARY).is_some() { ANSWER } else { "content body answer" },
            d,
            cx,
            &mut details.body,
        );
    } else {
        body(node, "content text", d, cx, &mut details.body);
    }
    if !details.summary.is_empty() || !details.body.is_empty() {
        out.push(Block::Details(details));
    }
}

/// Adds a list of boxes that open: questions and answers, tabs, panels.
pub(in crate::read) fn push_accordion<'t>(
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let items = find(node, ITEMS).filter(|items| items.is_array() && !items.items().is_empty());
    let Some(items) = items else {
        // A list of nodes, or a single item.
        return if children(node).is_empty() { push_details(node, d, cx, out) } else { inside(node, d, cx, out) };
    };
    let title = line_of(node, "title heading headline header", d, cx);
    if !title.is_empty() {
        out.push(Block::Heading(Heading { level: 3, content: title }));
    }
    blocks_of(node, "description intro subtitle text", d, cx, out);
    for item in items.items() {
        if !cx.spend(item) {
            break;
        }
        match item {
            Value::Object(_) => cx.nested(item, |cx| push_details(item, d, cx, out)),
            _ => blocks(item, d, cx, out),
        }
    }
}

/// Adds a figure: its content with its caption, or the picture that is the node itself.
pub(in crate::read) fn push_figure_node<'t>(
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let nodes = children(node);
    if nodes.is_empty() && address(node).is_none() && find(node, PICTURES).is_some_and(Value::is_array) {
        return push_gallery(node, d, cx, out);
    }
    let is_caption = |node: &&Value| kind_of_node(node) == Kind::Caption;
    let shown = |node: &&Value| {
        !matches!(kind_of_node(node), Kind::Caption | Kind::Text | Kind::Paragraph | Kind::Break | Kind::Link)
    };
    if !nodes.iter().any(|node| shown(&node)) {
        // The node is the picture, and its content is the caption.
        let mut figure = read_figure(node, d, cx);
        let caption = inlines(nodes, d, cx);
        match &mut figure {
            Some(figure) if figure.caption.is_empty() => figure.caption = caption,
            Some(_) if caption.is_empty() => {}
            _ => return inside(node, d, cx, out),
        }
        return out.extend(figure.map(Block::Figure));
    }
    let before = out.len();
    let mut caption = Vec::new();
    for child in nodes {
        if !is_caption(&child) {
            within(node, std::slice::from_ref(child), d, cx, out);
        } else if cx.spend(child) {
            caption.append(&mut inlines(children(child), d, cx));
        }
    }
    if caption.is_empty() {
        caption = rich(node, CAPTION, d, cx);
    }
    if let Some(caption) = out.get_mut(before).map_or(Some(caption.clone()), |block| place_caption(block, caption)) {
        push_styled(Kind::Paragraph, node, "", caption, out);
    }
}

/// Gives a caption to a block that can have one and has none; otherwise returns it.
fn place_caption<'t>(block: &mut Block<'t>, caption: Vec<Inline<'t>>) -> Option<Vec<Inline<'t>>> {
    let place = match block {
        Block::Figure(figure) => &mut figure.caption,
        Block::Gallery(gallery) => &mut gallery.caption,
        Block::Media(media) => &mut media.caption,
        Block::Embed(embed) => &mut embed.caption,
        Block::Table(table) => &mut table.caption,
        Block::Code(code) => &mut code.caption,
        _ => return Some(caption),
    };
    if place.is_empty() && !caption.is_empty() {
        *place = caption;
        return None;
    }
    (!caption.is_empty()).then_some(caption)
}
