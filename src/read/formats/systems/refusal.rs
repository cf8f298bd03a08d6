//! Describes a document without an article for its error message.

use crate::json::Value;
use crate::read::values::lenient::has;
use crate::text::keys::Keys;
use crate::text::{Label, template};

/// Describes a value of an unknown format: by its type, or by the names of its members.
pub(in crate::read) fn seen(tree: &Value) -> String {
    let names = |object: &Value| {
        let mut names = String::new();
        for (name, _) in object.members().iter().take(6) {
            names.push_str(if names.is_empty() { "\"" } else { ", \"" });
            names.push_str(name.get(..name.floor_char_boundary(40)).unwrap_or(""));
            names.push('"');
        }
        if object.members().len() > 6 { template::concat(&[&names, " …"]) } else { names }
    };
    match tree {
        Value::Array(items) if items.is_empty() => "an empty array".to_owned(),
        Value::Array(items) => match items.first() {
            Some(first @ Value::Object(_)) => {
                template::concat(&["an array of objects with the members ", &names(first)])
            }
            _ => "an array of other things than objects".to_owned(),
        },
        Value::Object(members) if members.is_empty() => "an object without members".to_owned(),
        Value::Object(_) => template::concat(&["an object with the members ", &names(tree)]),
        other => other.kind().to_owned(),
    }
}

/// Returns the message in a server's error answer: `{"code", "message"}`, `{"error": {…}}`, `{"errors": [{…}]}`.
pub(in crate::read) fn refusal(tree: &Value) -> Option<String> {
    let inner = tree
        .get("errors")
        .and_then(|errors| errors.one_or_many().first())
        .or_else(|| tree.get("error").or_else(|| tree.get("fault")));
    let says = |value: &Value| {
        Keys("message detail description title faultstring error_description msg reason")
            .find_map(|name| value.str(name).map(str::to_owned))
    };
    let is_error = inner.is_some()
        || tree.str("status").is_some_and(|status| status.eq_ignore_ascii_case("error") || status == "fail")
        || tree.get("status").and_then(Value::as_int).is_some_and(|status| status >= 400)
        || has(tree, "code")
        || tree.get("ok") == Some(&Value::Bool(false));
    let nested = || tree.get("response").filter(|response| response.is_object()).and_then(refusal);
    if inner.is_none()
        && let Some(message) = nested()
    {
        return Some(message);
    }
    let message = match inner {
        Some(Value::String(error)) => Some(says(tree).unwrap_or_else(|| error.clone().into_owned())),
        Some(error @ Value::Object(_)) => says(error).or_else(|| says(tree)),
        _ => says(tree).filter(|_| is_error),
    }?;
    let message = Label::new(message);
    Some(message.get(..message.floor_char_boundary(200)).unwrap_or("").to_owned())
}
