//! Entries and assets that nodes refer to by id, as in Contentful's documents.

use crate::json::Value;
use crate::read::Context;
use crate::read::formats::editors::engine::node::{self, find, find_str};
use crate::read::values::dialect::Dialect;
use crate::read::values::references::Index;
use crate::report::WarningCode;
use crate::text::Label;
use crate::url::SafeUrl;

/// Indexes the targets of links by id: the answer's `includes` and other items, and GraphQL's `links` beside the body.
pub(in crate::read) fn index<'t>(tree: &'t Value<'t>, body: &'t Value<'t>) -> Index<'t> {
    let mut out = Vec::new();
    // Contentstack embeds them in the entry.
    let entry = tree.get("entry").or_else(|| tree.get("entries").and_then(|entries| entries.items().first()));
    let embedded = entry.unwrap_or(tree).get("_embedded_items");
    for group in [tree.get("includes"), tree.get("items"), body.get("links"), embedded].into_iter().flatten() {
        collect(group, 3, &mut out);
    }
    Index::new(out)
}

/// Adds all values with an id within a value, up to this many levels deep.
fn collect<'t>(value: &'t Value<'t>, levels: u8, out: &mut Vec<(&'t str, &'t Value<'t>)>) {
    let named = || value.get("uid").filter(|_| value.get("_content_type_uid").is_some());
    if let Some(Value::String(id)) = value.at("sys id").or_else(named) {
        out.push((id, value));
    } else if levels > 0 {
        for item in value.items() {
            collect(item, levels - 1, out);
        }
        for (_, member) in value.members() {
            collect(member, levels - 1, out);
        }
    }
}

/// Returns the target of a link if it is in the input, or the link itself if the client has resolved it.
pub(in crate::read) fn target<'t>(link: &'t Value<'t>, d: &Dialect<'t>) -> Option<&'t Value<'t>> {
    match link.get("fields") {
        Some(_) => Some(link),
        None => d.linked.get(link.at("sys id")?.as_str()?),
    }
}

/// Returns the target of a node and its fields, which are read up to this many levels deep. Returns `None`, with a
/// warning, if it is not in the input.
pub(in crate::read) fn find_fields<'t>(
    node: &'t Value<'t>,
    levels: u8,
    d: &Dialect<'t>,
    cx: &mut Context,
) -> Option<(&'t Value<'t>, &'t Value<'t>)> {
    let link = node.at("data target").unwrap_or(node);
    let Some(target) = target(link, d) else {
        let id =
            link.get("sys").and_then(|sys| find_str(sys, "id urn")).and_then(Value::as_str).unwrap_or("without id");
        cx.warn(WarningCode::Unresolved, link, &["a link to something that is not in the input: ", id]);
        return None;
    };
    let target = cx.follow(node, target, levels)?;
    Some((target, target.get("fields").unwrap_or(target)))
}

/// Returns the name of an inline entry.
pub(in crate::read) fn read_name<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Label<'t>> {
    let (_, fields) = find_fields(node, 2, d, cx)?;
    find_str(fields, "title name label headline text").and_then(|name| cx.label(name))
}

/// Returns the address of the target of an inline link.
pub(in crate::read) fn address<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<SafeUrl> {
    let (_, fields) = find_fields(node, 2, d, cx)?;
    match find(fields, "url href link slug") {
        Some(url) => cx.link(url),
        None => {
            let name = node::type_name(node).unwrap_or("link");
            cx.warn(WarningCode::Unresolved, node, &[name, " to an entry without an address, its text is shown"]);
            None
        }
    }
}
