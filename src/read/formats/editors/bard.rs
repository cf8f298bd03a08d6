//! Statamic's Bard: a list of ProseMirror nodes and sets in its stored form, or with HTML texts between sets in the
//! form of the APIs, which is called augmented (statamic.dev/fieldtypes/bard).

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::node::kind_of_node;
use crate::read::formats::editors::engine::pieces;
use crate::read::formats::editors::engine::recognised::{self, Form};
use crate::read::formats::editors::prosemirror;
use crate::read::values::dialect::Dialect;
use crate::report::WarningCode;

/// Returns the fields of a set in the stored form.
fn find_set<'t>(node: &'t Value<'t>) -> Option<&'t Value<'t>> {
    node.at("attrs values").filter(|_| node.str("type") == Some("set"))
}

/// Returns whether a node is a text of the augmented form, which is HTML.
fn is_markup(node: &Value) -> bool {
    node.str("type") == Some("text") && node.str("text").is_some_and(|text| text.trim_start().starts_with('<'))
}

/// Returns whether a value is a list of nodes: with content or sets in the stored form, with HTML texts and sets in the
/// augmented one.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let items = value.items();
    let typed = |node: &Value| {
        node.str("type").is_some()
            && ["children", "props", "value", "data", "spans", "object"].iter().all(|name| node.get(name).is_none())
    };
    let telling = |node: &Value| {
        let text = node.list("content").iter().any(|inner| inner.str("type").is_some());
        text || find_set(node).is_some() || is_markup(node)
    };
    !items.is_empty() && items.iter().all(typed) && items.iter().any(telling)
}

/// Returns whether there is such a list.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    // The content of a ProseMirror document is such a list too.
    entry::find_body(tree, is_body, None).is_some() && !prosemirror::detect(tree)
}

/// Reads such a list, or an entry with one.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    entry::read(tree, is_body, true, blocks, cx)
}

/// Adds the content of a list of nodes and sets.
pub(in crate::read) fn blocks<'t>(body: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut start = 0;
    let nodes = body.items();
    for (place, node) in nodes.iter().enumerate() {
        let set = find_set(node);
        let augmented = is_markup(node) || set.is_none() && is_augmented(node);
        if set.is_none() && !augmented {
            continue;
        }
        convert::blocks(nodes.get(start..place).unwrap_or(&[]), d, cx, out);
        start = place + 1;
        if cx.is_spent() {
            return;
        }
        if node.at("attrs enabled").or_else(|| node.get("enabled")).and_then(Value::as_bool) == Some(false) {
            cx.warn(WarningCode::NotShown, node, &["a set that its site hides"]);
            continue;
        }
        match (set, node.get("text")) {
            (Some(set), _) => pieces::piece(set.str("type").unwrap_or("set"), set, d, cx, out),
            (None, Some(text)) if is_markup(node) => out.append(&mut recognised::blocks(text, Some(Form::Html), cx)),
            (None, _) => pieces::piece(node.str("type").unwrap_or("set"), node, d, cx, out),
        }
    }
    convert::blocks(nodes.get(start..).unwrap_or(&[]), d, cx, out);
}

/// Returns whether a node is a set of the augmented form: its fields are beside its type.
fn is_augmented(node: &Value) -> bool {
    let own = |name: &str| !matches!(name, "type" | "attrs" | "content" | "marks" | "text" | "id" | "enabled");
    node.members().iter().any(|(name, _)| own(name))
        || kind_of_node(node) == Kind::Unknown && node.get("content").is_none() && node.get("attrs").is_none()
}
