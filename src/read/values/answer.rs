//! Finds the entry in the answer of a server.

use crate::json::Value;
use crate::read::values::collection::is_named;
use crate::read::values::lenient::first;
use crate::text::ascii;
use crate::text::keys::Keys;

/// Members in which content systems wrap their entries.
const WRAPPERS: &str = "data result response attributes fields items docs posts entry article post document editorState story \
     content props pageProps item _items nodes edges node results entries articles stories records list rows payload page";

/// The most members of an answer; in a dictionary with more, looking for each wrapper would take long.
const MAX_MEMBERS: usize = 1000;

/// Returns the content of an answer: the entry of a list that the options ask for, or the value of a wrapping member.
pub(in crate::read) fn unwrap_entry<'t>(value: &'t Value<'t>, select: Option<&str>) -> Option<&'t Value<'t>> {
    match value {
        Value::Array(entries) => {
            entries.iter().enumerate().find(|(place, entry)| is_selected(*place, entry, select)).map(|(_, entry)| entry)
        }
        Value::Object(members) if members.len() > MAX_MEMBERS => None,
        // GraphQL names the query in `data`: its only member.
        Value::Object(members) => match (Keys(WRAPPERS).find_map(|name| value.get(name)), members.as_slice()) {
            (Some(wrapped), _) => Some(wrapped),
            (None, [(_, only)]) => Some(only),
            _ => None,
        },
        _ => None,
    }
}

/// Returns whether an entry of a list is the one that the options ask for; by default the first.
fn is_selected(place: usize, entry: &Value, select: Option<&str>) -> bool {
    let Some(select) = select else { return place == 0 };
    let fields = [Some(entry), entry.get("attributes"), entry.get("fields")];
    let id = fields.into_iter().flatten().find_map(|fields| first(fields, "id _id documentId slug"));
    is_named(id.or_else(|| entry.at("sys id")), select) || ascii::decimal(place as u64) == select
}
