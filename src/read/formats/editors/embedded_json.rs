//! Editors' documents stored as text: JSON in a JSON string, as in Ghost and many databases.

use crate::json::{self, Value};
use crate::model::Block;
use crate::read::Context;
use crate::read::formats::editors::DOCUMENTS;
use crate::read::formats::editors::lexical;
use crate::read::formats::editors::mobiledoc;
use crate::read::values::dialect::Dialect;
use crate::text::keys::Keys;
use std::borrow::Cow;

/// Members that hold such strings.
const MEMBERS: &str =
    "lexical mobiledoc content body text blocks document delta raw json value richText rich_text editorState";

/// How many levels are searched: a post in a list in an answer has this depth.
const LEVELS: u8 = 5;

/// Replaces strings that hold such documents with the documents.
pub(crate) fn unfold(tree: &mut Value) {
    unfold_in(tree, LEVELS);
}

fn unfold_in(value: &mut Value, levels: u8) {
    match value {
        Value::Array(items) if levels > 0 => items.iter_mut().for_each(|item| unfold_in(item, levels - 1)),
        Value::Object(members) if levels > 0 => {
            for (name, member) in members {
                let document = match member {
                    Value::String(text) if begins(text) && Keys(MEMBERS).has(name) => stored(text),
                    _ => None,
                };
                match document {
                    Some(document) => *member = document,
                    None => unfold_in(member, levels - 1),
                }
            }
        }
        _ => {}
    }
}

/// Returns whether a text begins like such a document.
fn begins(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with("{\"") || text.starts_with("[{\"")
}

/// Returns the document in a text, if it is one.
fn stored(text: &str) -> Option<Value<'static>> {
    let tree = json::parse(text.trim().as_bytes()).ok()?;
    DOCUMENTS.iter().any(|document| (document.is)(&tree)).then(|| make_owned(tree))
}

/// Returns a tree with owned strings, since the text that holds them is replaced.
fn make_owned(value: Value) -> Value<'static> {
    match value {
        Value::Null => Value::Null,
        Value::TooDeep => Value::TooDeep,
        Value::Bool(truth) => Value::Bool(truth),
        Value::Number(number) => Value::Number(number),
        Value::String(text) => Value::String(Cow::Owned(text.into_owned())),
        Value::Array(items) => Value::Array(items.into_iter().map(make_owned).collect()),
        Value::Object(members) => {
            let own = |(name, value): (Cow<str>, Value)| (Cow::Owned(name.into_owned()), make_owned(value));
            Value::Object(members.into_iter().map(own).collect())
        }
    }
}

/// Returns the blocks of a Ghost post that has its editor's document but no HTML.
pub(in crate::read) fn read_edited<'t>(post: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let (mut out, d) = (Vec::new(), Dialect { html: true, ..Dialect::default() });
    let document = |name: &str, is: fn(&Value) -> bool| post.get(name).filter(|document| is(document));
    match (document("lexical", lexical::is_body), document("mobiledoc", mobiledoc::is_body)) {
        (Some(state), _) => lexical::blocks(state, &d, cx, &mut out),
        (None, Some(document)) => mobiledoc::blocks(document, &d, cx, &mut out),
        (None, None) => {}
    }
    out
}
