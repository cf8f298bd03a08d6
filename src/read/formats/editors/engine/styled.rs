//! Text in a style: a heading, a quotation, program text or a paragraph.

use crate::json::Value;
use crate::model::{Block, Code, Heading, Inline, Quote};
use crate::read::Context;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::members::rich_value;
use crate::read::formats::editors::engine::node::{find_str, number, push_plain};
use crate::read::values::dialect::Dialect;

/// Adds running text in the style of a name: a heading, a quotation or a paragraph. The level of a heading is in the
/// node's attributes, its tag or its name; it is at least 2, because the headline has level 1.
pub(in crate::read) fn push_styled<'t>(
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
        return push_quote(kind, vec![Block::paragraph(content)], out);
    }
    let digit = |name: &str| name.chars().last().and_then(|c| c.to_digit(10));
    let word = || WORDS.iter().position(|word| name.ends_with(word)).map(|place| place as u32 + 1);
    let level = number(node, "level depth", 6).or_else(|| digit(node.str("tag")?)).or_else(|| digit(name));
    let level = level.or_else(word).unwrap_or(2).clamp(2, 6) as u8;
    out.push(Block::Heading(Heading { level, content }));
}

/// Adds a quotation; for any other kind, the blocks themselves.
pub(in crate::read) fn push_quote<'t>(kind: Kind, mut body: Vec<Block<'t>>, out: &mut Vec<Block<'t>>) {
    match kind {
        _ if body.is_empty() => {}
        Kind::Quote => out.push(Block::Quote(Quote { body, attribution: Vec::new().into() })),
        Kind::PullQuote => out.push(Block::PullQuote(Quote { body, attribution: Vec::new().into() })),
        _ => out.append(&mut body),
    }
}

/// Adds program text: the text of all nodes in it, or the text of a card.
pub(in crate::read) fn push_code<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
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
        return cx.nested(nested, |cx| push_code(nested, d, cx, out));
    }
    if cx.pay(node, plain.len()) && !plain.trim().is_empty() {
        let text = cx.body(plain, node);
        let language = find_str(node, "language lang params").and_then(|language| cx.label(language));
        let caption = find_str(node, "caption filename").map(|caption| rich_value(caption, d, cx)).unwrap_or_default();
        out.push(Block::Code(Code { text, language, caption }));
    }
}

/// Appends the last line of program text to the one before it: each block of text in that style is a line.
pub(in crate::read) fn join_code(out: &mut Vec<Block>) {
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
