//! The marks of running text, and the links that nodes and marks make.

use crate::json::Value;
use crate::model::Mark;
use crate::read::Context;
use crate::read::formats::editors::engine::kind::{named, plain_name};
use crate::read::formats::editors::engine::node::{find_str, type_name};
use crate::read::formats::editors::engine::vocabulary::{destination, target};
use crate::read::values::dialect::Dialect;
use crate::read::values::spans::{Wrap, wrap};
use crate::text::keys::Keys;

/// Names of marks, in the same spelling.
const MARKS: &[(&str, Mark)] = &[
    ("strong bold b", Mark::Strong),
    ("em italic italics i emphasis", Mark::Em),
    ("underline u", Mark::U),
    ("strikethrough strike s", Mark::S),
    ("code inlinecode", Mark::Code),
    ("sub subscript", Mark::Sub),
    ("sup superscript", Mark::Sup),
    ("highlight mark", Mark::Mark),
    ("small", Mark::Small),
    ("ins insert", Mark::Ins),
    ("del delete", Mark::Del),
    ("kbd keyboard", Mark::Kbd),
    ("q", Mark::Q),
    ("cite", Mark::Cite),
];

/// Returns the mark of a name.
pub(in crate::read) fn find_mark(name: &str) -> Option<Mark> {
    named(MARKS, &plain_name(name))
}

/// Adds the link of a node or a mark.
pub(in crate::read) fn add_link<'t>(node: &'t Value<'t>, wraps: &mut Vec<Wrap<'t>>, cx: &mut Context) {
    if destination(node).is_none() {
        return cx.missing_address(node);
    }
    if let Some(url) = target(node, cx) {
        wrap(wraps, Wrap::link(url));
    }
}

/// Lexical's bits, each with its mark.
const BITS: &[(i64, Mark)] = &[
    (1, Mark::Strong),
    (2, Mark::Em),
    (4, Mark::S),
    (8, Mark::U),
    (16, Mark::Code),
    (32, Mark::Sub),
    (64, Mark::Sup),
    (128, Mark::Mark),
];

/// Marks that only change the look of text, which the host decides.
const LOOKS: &str = "textstyle textcolor color fontsize fontfamily font backgroundcolor background alignment comment \
    annotation inlinecomment border breakout indentation fragment lineheight letterspacing fontweight styled anchor textalign break classname";

/// Adds the marks of a node: Lexical's bits, lists of names or objects, or Slate's switches.
pub(in crate::read) fn add_marks<'t>(
    node: &'t Value<'t>,
    wraps: &mut Vec<Wrap<'t>>,
    d: &Dialect<'t>,
    cx: &mut Context,
) {
    if let Some(bits) = node.get("format").and_then(Value::as_int) {
        for (_, mark) in BITS.iter().filter(|(bit, _)| bits & bit != 0) {
            wrap(wraps, Wrap::Mark(*mark));
        }
    }
    let decorations = node.at("textData decorations").map_or(&[][..], Value::items);
    for mark in node.list("marks").iter().chain(decorations) {
        // A string is the name of a mark or, in Portable Text, the key of its definition.
        let definition = mark.as_str().and_then(|key| cx.follow(mark, d.linked.get(key)?, 2)).unwrap_or(mark);
        match definition.as_str().or_else(|| type_name(definition)) {
            Some(name) => add_mark(name, definition, wraps, cx),
            None => cx.wrong_type(mark, "a mark"),
        }
    }
    if node.get("text").is_some() {
        for (name, switch) in node.members().iter().filter(|(_, switch)| *switch == Value::Bool(true)) {
            add_mark(name, switch, wraps, cx);
        }
    }
}

/// Adds the mark of a name; `place` is the value with its details.
pub(in crate::read) fn add_mark<'t>(name: &str, place: &'t Value<'t>, wraps: &mut Vec<Wrap<'t>>, cx: &mut Context) {
    if let Some(mark) = find_mark(name) {
        return wrap(wraps, Wrap::Mark(mark));
    }
    let plain = plain_name(name);
    match plain.as_str() {
        "link" | "a" | "hyperlink" | "autolink" | "internallink" | "externallink" => add_link(place, wraps, cx),
        // Atlassian's documents have one mark for both.
        "subsup" => {
            let below = find_str(place.get("attrs").unwrap_or(place), "type").and_then(Value::as_str) == Some("sub");
            wrap(wraps, Wrap::Mark(if below { Mark::Sub } else { Mark::Sup }));
        }
        _ if Keys(LOOKS).has(&plain) => {}
        // An annotation of another name with a target.
        _ if destination(place).is_some() => add_link(place, wraps, cx),
        _ => cx.unknown_mark(place, name),
    }
}
