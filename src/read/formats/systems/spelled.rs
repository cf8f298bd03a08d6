//! Members by their names in any spelling: `publishDate`, `PublishDate`, `publish_date`, `field_publish_date`.

use crate::json::Value;
use crate::text::keys::Keys;

/// What systems put before the names of members.
const BEFORE: &[&str] = &["field", "post", "article", "blog", "news", "page", "main", "story"];

/// Returns the member of this name and its own spelling: first a name that differs only in case and signs, then one with
/// a prefix. Wrappers around a single value are removed.
pub(super) fn named<'v, 't>(object: &'v Value<'t>, name: &str) -> Option<(&'v str, &'v Value<'t>)> {
    let members = object.members();
    let exact = members.iter().rev().find(|(member, value)| member == name && !value.is_null());
    let spelled = |before: &[&str]| {
        let fits = |member: &str| before.iter().any(|before| is_spelled(member, before, name));
        members.iter().find(|(member, value)| ends_alike(member, name) && !value.is_null() && fits(member))
    };
    let (member, value) = exact.or_else(|| spelled(&[""])).or_else(|| spelled(BEFORE).filter(|_| name != "name"))?;
    Some((member, single(value)))
}

/// Returns the value of this member.
pub(super) fn get<'v, 't>(object: &'v Value<'t>, name: &str) -> Option<&'v Value<'t>> {
    named(object, name).map(|(_, value)| value)
}

/// Returns whether a name can be another spelling: the last letters agree.
fn ends_alike(member: &str, name: &str) -> bool {
    let last = |text: &str| text.as_bytes().last().map(u8::to_ascii_lowercase);
    member.len() >= name.len() && last(member) == last(name)
}

/// Returns the letters of a name, without case and signs; a prefix of XML does not count.
fn letters(name: &str) -> impl Iterator<Item = u8> {
    let name = name.rsplit(':').next().unwrap_or(name);
    name.bytes().filter(|c| !matches!(c, b'_' | b'-' | b' ')).map(|c| c.to_ascii_lowercase())
}

/// Returns whether a member has this name behind this prefix, apart from case and signs.
fn is_spelled(member: &str, before: &str, name: &str) -> bool {
    letters(member).eq(before.bytes().chain(letters(name)))
}

/// Members of an object that is only a wrapper around its `value`.
const ABOUT: &str = "value type name format propertyDataType label images links modular_content taxonomy_group \
    display_timezone id codename lang end_value";

/// Removes the wrappers of systems that give each field a list or a type: `[{"value": …}]`, `{"type": …, "value": …}`.
pub(super) fn single<'v, 't>(value: &'v Value<'t>) -> &'v Value<'t> {
    let inner = match value.items() {
        [only @ Value::String(_)] => only,
        [only] if only.get("value").is_some() && only.get("type").is_none() => only,
        _ => value,
    };
    // Converters of XML put texts beside attributes.
    if let Some(text) = ["$t", "#text", "__cdata"].iter().find_map(|name| inner.get(name)) {
        return text;
    }
    // Microformats have the same text in two forms.
    if inner.get("html").is_some() {
        return inner;
    }
    let bare = inner.members().iter().all(|(name, _)| Keys(ABOUT).has(name));
    inner.get("value").filter(|_| bare).unwrap_or(inner)
}
