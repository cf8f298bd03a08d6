//! Nodes of editors' documents: their kind, their children and their properties, wherever an editor stores them.

use crate::json::{Number, Value};
use crate::read::Context;
use crate::read::formats::editors::engine::kind::{Kind, kind_of_name};
use crate::text::ascii;
use crate::text::keys::Keys;

/// Returns the kind of a node.
pub(in crate::read) fn kind_of_node(node: &Value) -> Kind {
    match type_name(node) {
        // Contentstack's references, and its spans with runs in them.
        Some("reference") if node.get("attrs").is_some() => {
            if node.at("attrs display-type").and_then(Value::as_str) == Some("link") {
                Kind::Link
            } else {
                Kind::Reference
            }
        }
        Some("span") if node.get("children").is_some_and(Value::is_array) => Kind::Span,
        Some(name) => kind_of_name(name),
        None if node.str("text").is_some() || node.get("leaves").is_some() => Kind::Text,
        // Slate's usual paragraph has no type.
        None if node.get("children").is_some_and(Value::is_array) => Kind::Paragraph,
        None => Kind::Unknown,
    }
}

/// Returns the name of a node's type.
pub(in crate::read) fn type_name<'t>(node: &'t Value) -> Option<&'t str> {
    let own = ["_type", "nodeType", "type"].iter().find_map(|name| node.str(name));
    // Blocks of Storyblok and Payload.
    own.or_else(|| node.get("_uid").and(node.str("component"))).or_else(|| node.str("blockType"))
}

/// Returns the nodes in a node.
pub(in crate::read) fn children<'t>(node: &'t Value<'t>) -> &'t [Value<'t>] {
    Keys("children content nodes leaves")
        .filter_map(|name| node.get(name))
        .find(|list| list.is_array())
        .map_or(&[], Value::items)
}

/// Members that hold more properties of a node.
const HOLDERS: &str = "attrs data fields file image asset value metadata meta payload props";

/// How many levels of these are searched: `image.asset.metadata`.
const LEVELS: u8 = 3;

/// Returns the first of these members, separated by spaces, in a node or its holders.
pub(in crate::read) fn find<'t>(node: &'t Value<'t>, names: &str) -> Option<&'t Value<'t>> {
    find_that(node, names, |_| true)
}

/// Returns the first of these members that is a string with content.
pub(in crate::read) fn find_str<'t>(node: &'t Value<'t>, names: &str) -> Option<&'t Value<'t>> {
    find_that(node, names, |value| value.as_str().is_some_and(|text| !text.trim().is_empty()))
}

fn find_that<'t>(node: &'t Value<'t>, names: &str, fits: fn(&Value) -> bool) -> Option<&'t Value<'t>> {
    names.split(' ').find_map(|name| held(node, name, fits, LEVELS))
}

/// Returns the member of a name in a node or its holders.
fn held<'t>(node: &'t Value<'t>, name: &str, fits: fn(&Value) -> bool, levels: u8) -> Option<&'t Value<'t>> {
    let own = node.get(name).filter(|value| fits(value));
    if own.is_some() || levels == 0 {
        return own;
    }
    let holders = node
        .members()
        .iter()
        // Ricos names the holder after the type.
        .filter(|(holder, value)| value.is_object() && (Keys(HOLDERS).has(holder) || holder.ends_with("Data")));
    holders.into_iter().find_map(|(_, holder)| held(holder, name, fits, levels - 1))
}

/// Returns a positive integer among a node's properties.
pub(in crate::read) fn number(node: &Value, names: &str, most: i64) -> Option<u32> {
    let number = match find(node, names)? {
        Value::String(digits) => ascii::integer(digits.trim())?,
        value => value.as_number().map(Number::as_f64)? as i64,
    };
    (1..=most).contains(&number).then_some(number as u32)
}

/// Returns whether a switch of a node is on.
pub(in crate::read) fn is_on(node: &Value, names: &str) -> bool {
    find(node, names).and_then(Value::as_bool) == Some(true)
}

/// Adds the text of a node and its descendants, as written in program text.
pub(in crate::read) fn push_plain(node: &Value, out: &mut String) {
    let nodes = children(node);
    if nodes.is_empty() {
        let text = find(node, "text code").and_then(Value::as_str).or_else(|| node.str("value"));
        out.push_str(text.unwrap_or(if kind_of_node(node) == Kind::Break { "\n" } else { "" }));
    }
    for (place, child) in nodes.iter().enumerate() {
        if place > 0 && kind_of_node(child) == Kind::Line {
            out.push('\n');
        }
        push_plain(child, out);
    }
}

/// Warns that a node's kind is unknown.
pub(in crate::read) fn warn_of_unknown(node: &Value, cx: &mut Context) {
    cx.unknown_block(node, type_name(node).unwrap_or("without a type"));
}
