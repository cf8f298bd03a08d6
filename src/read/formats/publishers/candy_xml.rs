//! Candy XML, the inline markup of the BBC's older system: `<bold>`, `<italic>` and
//! `<link><caption>…</caption><url href="…"/></link>`.

use crate::json::Value;
use crate::model::{Inline, Mark};
use crate::read::Context;
use crate::read::values::spans::{Spans, Wrap, wrap};
use crate::text::lang::Lang;
use crate::text::{Text, ascii};
use crate::url::Purpose;

/// The marks by the names of their tags.
const MARKS: &[(&str, Mark)] = &[("bold", Mark::Strong), ("italic", Mark::Em), ("crosshead", Mark::Strong)];

/// How far after the start tag of a link its address is searched for, in bytes.
const MAX_LINK: usize = 4096;

/// Reads Candy XML as running text. `at` is the value that holds it, for warnings.
pub(in crate::read) fn inlines<'t>(xml: &'t str, at: &Value, cx: &mut Context) -> Vec<Inline<'t>> {
    let mut spans = Spans::default();
    let mut open: Vec<(&str, Option<Wrap>)> = Vec::new();
    let mut hidden = 0;
    let xml = cx.lines_within(at, xml);
    let mut rest = xml;
    let behind_tags = xml.len() - xml.rfind('>').unwrap_or(0);
    while !rest.is_empty() {
        let start = find_tag_start(rest).filter(|start| rest.len() - start > behind_tags);
        let (run, tail) = rest.split_at(start.unwrap_or(rest.len()));
        if hidden == 0 && !run.is_empty() {
            let mut wraps = Vec::new();
            for (_, other) in &open {
                other.iter().for_each(|other| wrap(&mut wraps, other.clone()));
            }
            spans.push_lines(&wraps, cx.body(decode(run), at), at, cx);
        }
        let Some((tag, after)) = tail.strip_prefix('<').and_then(|tail| tail.split_once('>')) else { break };
        rest = after;
        let closes = tag.strip_prefix('/');
        let name = closes.unwrap_or(tag).split([' ', '/', '\n', '\t']).next().unwrap_or("");
        // The name of a link elsewhere, and the address of a promotion that is shown as a card.
        let is_hidden = matches!(name, "altText" | "itemMeta");
        if closes.is_some() {
            if let Some(depth) = open.iter().rposition(|(opened, _)| *opened == name) {
                let closed = open.drain(depth..).filter(|(name, _)| matches!(*name, "altText" | "itemMeta")).count();
                hidden -= closed;
            }
        } else if !tag.ends_with('/') && open.len() < crate::read::context::MAX_NESTING {
            let in_link = open.iter().any(|(name, _)| *name == "link");
            let wrap = match name {
                "link" if in_link => None,
                "link" => find_address(after).and_then(|url| cx.judge(&decode(url), Purpose::Link, at)).map(Wrap::link),
                "span" => find_attribute(tag, "lang").and_then(Lang::parse).map(|lang| Wrap::Span(Some(lang), None)),
                _ => MARKS.iter().find(|(mark, _)| *mark == name).map(|(_, mark)| Wrap::Mark(*mark)),
            };
            hidden += usize::from(is_hidden);
            open.push((name, wrap));
        }
    }
    spans.finish()
}

/// Returns the start of the next tag; a `<` that begins none is text.
fn find_tag_start(text: &str) -> Option<usize> {
    let is_tag = |at: &usize| text.as_bytes().get(at + 1).is_some_and(|c| c.is_ascii_alphabetic() || *c == b'/');
    text.match_indices('<').map(|(at, _)| at).find(is_tag)
}

/// Returns the address of a link whose start tag precedes `text`: the first one for readers of the web.
fn find_address(text: &str) -> Option<&str> {
    let near = text.get(..text.floor_char_boundary(MAX_LINK)).unwrap_or(text);
    let link = near.split("</link>").next()?;
    let mut urls = link.split("<url ").skip(1).filter_map(|url| url.split('>').next());
    let web = urls.clone().find(|url| find_attribute(url, "platform").is_none_or(|platform| platform == "highweb"));
    find_attribute(web.or_else(|| urls.next())?, "href")
}

/// Returns the value of an attribute in a tag.
fn find_attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let starts = tag.match_indices(name).map(|(at, _)| at);
    let is_own = |at: &usize| *at == 0 || tag.get(..*at).is_some_and(|before| before.ends_with([' ', '\n', '\t']));
    let values = starts.filter(is_own).filter_map(|at| tag.get(at + name.len()..)?.trim_start().strip_prefix('='));
    values.filter_map(|value| value.trim_start().strip_prefix('"')?.split('"').next()).next()
}

/// Decodes the character references of XML in a text.
pub(in crate::read) fn decode(text: &str) -> Text<'_> {
    if !text.contains('&') {
        return Text::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('&') {
        out.push_str(before);
        rest = tail;
        let end = tail.bytes().take(10).position(|c| c == b';');
        let decoded = end.and_then(|end| Some((character(tail.get(..end)?)?, tail.get(end + 1..)?)));
        match decoded {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    Text::Owned(out)
}

/// Returns the character of a reference's name or number.
fn character(name: &str) -> Option<char> {
    let code = match (name.strip_prefix("#x"), name.strip_prefix('#')) {
        (Some(hex), _) => u32::from_str_radix(hex, 16).ok()?,
        (None, Some(number)) => u32::try_from(ascii::integer(number)?).ok()?,
        (None, None) => {
            let named = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{A0}')];
            return named.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
        }
    };
    char::from_u32(code)
}
