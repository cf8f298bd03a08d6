//! Telegraph's pages: nodes that are strings, or elements with a tag, attributes and children (telegra.ph/api#NodeElement).

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block, Code, Heading, Inline, List, ListItem, Named};
use crate::read::Context;
use crate::read::formats::editors::engine::addressed;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::inline_nodes::{Runs, push_paragraph};
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::lists;
use crate::read::formats::editors::engine::marks;
use crate::read::formats::editors::engine::styled;
use crate::read::html;
use crate::read::values::dialect::Dialect;
use crate::read::values::spans::{Wrap, wrap};
use crate::report::WarningCode;
use crate::text::ascii;
use crate::text::keys::Keys;
use crate::url::{Purpose, SafeUrl};

/// The tags that the API allows, and others of running text and of blocks.
const TAGS: &str = "a aside b blockquote br code em figcaption figure h1 h2 h3 h4 h5 h6 hr i iframe img li ol p pre s strong u \
    ul video div span";

/// The tags of running text.
const INLINES: &str = "a b br code em i s strong u span del mark sub sup small";

/// Returns whether a value is a list of nodes: strings and elements with a tag.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let node = |node: &Value| node.as_str().is_some() || node.str("tag").is_some_and(|tag| Keys(TAGS).has(tag));
    let element = |node: &Value| node.str("tag").is_some() && node.get("type").is_none();
    value.items().iter().all(node) && value.items().iter().any(element)
}

/// Returns whether a value is the rich text of Umbraco's Delivery API: elements under a root
/// (docs.umbraco.com/umbraco-cms/reference/content-delivery-api).
pub(in crate::read) fn is_root(value: &Value) -> bool {
    value.str("tag") == Some("#root")
}

/// Returns the nodes in an element.
fn children<'t>(node: &'t Value<'t>) -> &'t [Value<'t>] {
    node.get("children").or_else(|| node.get("elements")).map_or(&[], Value::items)
}

/// Returns the text of a node that is one, and the value that holds it.
fn text_of<'t>(node: &'t Value<'t>) -> Option<(&'t str, &'t Value<'t>)> {
    let value = if node.str("tag") == Some("#text") { node.get("text")? } else { node };
    Some((value.as_str()?, value))
}

/// Returns whether there is such a list.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    entry::find_body(tree, is_body, None).is_some()
}

/// Reads a page.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let page = tree.get("result").unwrap_or(tree);
    // Addresses of uploaded pictures have no host.
    if cx.base.is_none() {
        let home = page.str("url").unwrap_or("https://telegra.ph/");
        cx.base = SafeUrl::new(home, Purpose::Media, None).ok();
    }
    let (mut article, count) = entry::read(tree, is_body, false, blocks, cx)?;
    if let Some(author) = article.authors.first_mut() {
        author.url = author.url.take().or_else(|| page.get("author_url").and_then(|url| cx.link(url)));
    }
    article.source = article.url.as_ref().map(|url| Named { name: url.host().to_owned().into(), url: None });
    Ok((article, count))
}

/// Adds the content of a list of nodes.
pub(in crate::read) fn blocks<'t>(body: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    find_nodes(if is_root(body) { children(body) } else { body.items() }, d, cx, out);
}

/// Adds the blocks of nodes; running text between blocks makes paragraphs.
fn find_nodes<'t>(nodes: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut line = Runs::default();
    for node in nodes {
        if !cx.spend(node) {
            break;
        }
        let tag = node.str("tag").unwrap_or("");
        if text_of(node).is_some() || Keys(INLINES).has(tag) && !has_block(node, 6) {
            push(node, &[], &mut line, cx);
            continue;
        }
        push_paragraph(line.take(node, cx), out);
        cx.nested(node, |cx| read_element(tag, node, d, cx, out));
    }
    push_paragraph(line.take(nodes.last().unwrap_or(&Value::Null), cx), out);
}

/// Returns whether an element of running text contains a picture or player, up to this many levels deep.
fn has_block(node: &Value, levels: u8) -> bool {
    levels > 0
        && children(node).iter().any(|child| {
            matches!(child.str("tag"), Some("img" | "figure" | "video" | "iframe")) || has_block(child, levels - 1)
        })
}

/// Adds a block.
fn read_element<'t>(tag: &str, node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    match tag {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            // Only the page's title is above h3.
            let level = tag.as_bytes().last().map_or(2, |digit| digit - b'0').saturating_sub(1).clamp(2, 6);
            let content = push_inlines(children(node), cx);
            if !content.is_empty() {
                out.push(Block::Heading(Heading { level, content }));
            }
        }
        "blockquote" | "aside" => {
            let mut body = Vec::new();
            find_nodes(children(node), d, cx, &mut body);
            styled::push_quote(if tag == "aside" { Kind::PullQuote } else { Kind::Quote }, body, out);
        }
        "ul" | "ol" => {
            let mut list = List { ordered: tag == "ol", ..List::default() };
            for child in cx.within(children(node)) {
                let mut item = ListItem::default();
                let inner = if child.str("tag") == Some("li") { children(child) } else { std::slice::from_ref(child) };
                cx.nested(child, |cx| find_nodes(inner, d, cx, &mut item.body));
                lists::add(&mut list.items, item);
            }
            if !list.items.is_empty() {
                out.push(Block::List(list));
            }
        }
        "pre" => {
            let mut plain = String::new();
            push_plain(node, 12, &mut plain);
            if !plain.trim().is_empty() {
                let text = cx.body(plain, node);
                out.push(Block::Code(Code { text, language: None, caption: Vec::new() }));
            }
        }
        "hr" => out.push(Block::Divider),
        "figure" => read_figure(node, d, cx, out),
        "img" | "video" | "iframe" => read_media(tag, node, d, cx, out),
        _ => find_nodes(children(node), d, cx, out),
    }
}

/// Adds the plain text of a node, up to this many levels deep.
fn push_plain(node: &Value, levels: u8, out: &mut String) {
    if let Some((text, _)) = text_of(node) {
        out.push_str(text);
    }
    if node.str("tag") == Some("br") {
        out.push('\n');
    }
    if levels > 0 {
        children(node).iter().for_each(|child| push_plain(child, levels - 1, out));
    }
}

/// Adds a picture or player.
fn read_media<'t>(tag: &str, node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let attributes = node.get("attrs").or_else(|| node.get("attributes")).unwrap_or(node);
    let Some(src) = attributes.get("src") else {
        return cx.warn(WarningCode::MissingField, node, &["left out, because it has no address: ", tag]);
    };
    // Players are in frames of Telegraph, with the page in their address.
    if let Some(page) = src.as_str().and_then(|src| src.strip_prefix("/embed/")).and_then(read_framed) {
        if let Some(url) = cx.judge(&page, Purpose::Media, src) {
            let (url, known) = html::provider(url);
            let (kind, provider) = known.unzip();
            out.push(Block::Embed(crate::model::Embed {
                kind: kind.unwrap_or_default(),
                url,
                provider: provider.map(Into::into),
                title: None,
                body: Vec::new(),
                caption: Vec::new(),
                layout: crate::model::Layout::Inline,
            }));
        }
        return;
    }
    let kind = match tag {
        "img" => Kind::Image,
        "video" => Kind::Video,
        _ => Kind::Embed,
    };
    addressed::addressed(kind, src, attributes, d, cx, out);
}

/// Returns the page in the address of a frame: `youtube?url=https%3A%2F%2F…`.
fn read_framed(frame: &str) -> Option<String> {
    let (_, query) = ascii::split_once(frame, b'?')?;
    let mut rest = query;
    while !rest.is_empty() {
        if let Some(value) = ascii::next_part(&mut rest, b'&').strip_prefix("url=") {
            return html::decode_percent(value);
        }
    }
    None
}

/// Adds a picture or player with its caption.
fn read_figure<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let (mut body, mut caption) = (Vec::new(), Vec::new());
    for child in cx.within(children(node)) {
        match child.str("tag") {
            Some("figcaption") => caption = push_inlines(children(child), cx),
            _ => find_nodes(std::slice::from_ref(child), d, cx, &mut body),
        }
    }
    let place = match body.last_mut() {
        Some(Block::Figure(figure)) => Some(&mut figure.caption),
        Some(Block::Embed(embed)) => Some(&mut embed.caption),
        Some(Block::Media(media)) => Some(&mut media.caption),
        _ => None,
    };
    match place {
        Some(place) => *place = caption,
        None => push_paragraph(caption, &mut body),
    }
    out.append(&mut body);
}

/// Returns the running text of nodes.
fn push_inlines<'t>(nodes: &'t [Value<'t>], cx: &mut Context) -> Vec<Inline<'t>> {
    let mut runs = Runs::default();
    for node in cx.within(nodes) {
        push(node, &[], &mut runs, cx);
    }
    runs.take(nodes.first().unwrap_or(&Value::Null), cx)
}

/// Adds the runs of a node.
fn push<'t>(node: &'t Value<'t>, around: &[Wrap<'t>], runs: &mut Runs<'t>, cx: &mut Context) {
    let mut wraps = around.to_vec();
    match (text_of(node), node.str("tag").unwrap_or("")) {
        (Some((text, at)), _) => return runs.text(around, cx.lines_within(at, text), at, cx),
        (_, "br") => return runs.push(around, Inline::Break),
        (_, "a") => {
            let url = node.at("attrs href").or_else(|| node.at("attributes href")).and_then(|url| cx.link(url));
            if let Some(url) = url {
                wrap(&mut wraps, Wrap::link(url));
            }
        }
        (_, "b" | "strong" | "i" | "em" | "s" | "del" | "u" | "code" | "mark" | "sub" | "sup" | "small") => {
            marks::add_mark(node.str("tag").unwrap_or(""), node, &mut wraps, cx);
        }
        _ => {}
    }
    cx.nested(node, |cx| {
        for child in cx.within(children(node)) {
            push(child, &wraps, runs, cx);
        }
    });
}
