//! The authors of a document of an unknown format.

use crate::json::Value;
use crate::model::{Article, Author};
use crate::read::Context;
use crate::read::formats::editors::engine::addresses::unwrapped;
use crate::read::formats::systems::spelled::single;
use crate::read::values::lenient::{self, first, has, label};
use crate::report::WarningCode;
use crate::text::Label;

/// Reads the authors in a value: a byline, an object with a name in one of its usual members, or several of these.
pub(super) fn authors<'t>(value: &'t Value<'t>, article: &Article<'t>, cx: &mut Context) -> Vec<Author<'t>> {
    let mut out = Vec::new();
    for value in unwrapped(value).one_or_many() {
        if !cx.spend(value) {
            break;
        }
        let person = unwrapped(value);
        let inner = person.get("properties").or_else(|| person.get("user"));
        let person = inner.filter(|inner| !inner.members().is_empty()).unwrap_or(person);
        match person {
            // The id of a value that is not in the input.
            Value::String(id) if is_id(id) => unresolved(value, cx),
            Value::Number(_) => unresolved(value, cx),
            Value::String(_) => out.extend(lenient::author(person, article.lang.as_ref(), cx)),
            Value::Object(_) => match name_of(person, cx) {
                Some(name) => {
                    let url = lenient::read_absolute(person, "url link website html_url profile_url", cx);
                    out.push(Author { name, url, role: label(person, "role jobTitle job_title", cx) });
                }
                None if first(person, "id _id _ref uuid documentId").is_some() => unresolved(value, cx),
                None => {}
            },
            _ => {}
        }
    }
    out
}

fn unresolved(value: &Value, cx: &mut Context) {
    cx.warn(WarningCode::Unresolved, value, &["only the id of an author, who is not in the input"]);
}

/// Returns whether a text is an id and not a name: letters and digits as in a UUID or a hash.
pub(super) fn is_id(text: &str) -> bool {
    // Squidex names the kind of a user before the id.
    text.starts_with("subject:")
        || text.len() >= 20
            && text.bytes().all(|c| c.is_ascii_hexdigit() || c == b'-')
            && text.bytes().any(|c| c.is_ascii_digit())
}

/// Reads the name of a person.
fn name_of<'t>(person: &'t Value<'t>, cx: &mut Context) -> Option<Label<'t>> {
    const WHOLE: &str =
        "displayName display_name name fullName full_name fullname original byline title alias login username";
    let parts = [
        first(person, "first_name firstName firstname givenName"),
        first(person, "last_name lastName lastname familyName"),
    ];
    let mut whole = String::new();
    if !has(person, "name") && !has(person, "original") {
        for part in parts.into_iter().flatten().filter_map(Value::as_str) {
            if !whole.is_empty() {
                whole.push(' ');
            }
            whole.push_str(part.trim());
        }
    }
    if !whole.is_empty() {
        return cx.name(whole, person);
    }
    let value = first(person, WHOLE).map(single).filter(|value| value.as_str().is_some())?;
    lenient::author(value, None, cx).map(|author| author.name)
}
