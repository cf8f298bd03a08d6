//! Values that publishers write in several forms: a name or an object with a name, one or many, a byline in words.

use crate::json::Value;
use crate::model::{Author, Date, Inline, Named, plain_text};
use crate::read::Context;
use crate::read::html;
use crate::read::values::date_words;
use crate::read::values::text_match::{is_capital, is_letter};
use crate::text::keys::Keys;
use crate::text::lang::Lang;
use crate::text::{Label, ascii, template};
use crate::url::{Purpose, SafeUrl};

/// Returns the first of these members that has content. The names are one text, separated by spaces: a list of texts
/// would need an address and a length for each.
pub(in crate::read) fn first<'v, 't>(object: &'v Value<'t>, names: &str) -> Option<&'v Value<'t>> {
    let mut rest = names;
    while !rest.is_empty() {
        let found = member(object, ascii::next_part(&mut rest, b' '));
        let says = match found {
            None => false,
            Some(Value::String(text)) => !text.trim().is_empty(),
            Some(Value::Array(items)) => !items.is_empty(),
            Some(_) => true,
        };
        if says {
            return found;
        }
    }
    None
}

/// Returns the member of this name, which may have schema.org's usual prefix or full address.
pub(in crate::read) fn member<'v, 't>(object: &'v Value<'t>, name: &str) -> Option<&'v Value<'t>> {
    let full = |key: &str| {
        key.strip_suffix(name).is_some_and(|before| before == "schema:" || before.ends_with("://schema.org/"))
    };
    let members = || object.members().iter().filter(|(_, value)| !value.is_null());
    object.get(name).or_else(|| members().find(|(key, _)| full(key)).map(|(_, value)| value))
}

/// Returns whether an object has a member of this name, even if it is `null`.
pub(in crate::read) fn has(object: &Value, name: &str) -> bool {
    object.members().iter().any(|(member, _)| member == name)
}

/// Returns how many of these members an object has, including those that are `null`.
pub(in crate::read) fn count_members(object: &Value, names: &str) -> usize {
    Keys(names).filter(|name| has(object, name)).count()
}

/// Returns whether an object has a member that is text or `null`.
pub(in crate::read) fn has_text(object: &Value, name: &str) -> bool {
    has(object, name) && object.get(name).is_none_or(|value| value.as_str().is_some())
}

/// Reduces a value to its words: itself, the name of an object, or the first item of a list.
pub(in crate::read) fn word<'t>(value: &'t Value<'t>) -> Option<&'t Value<'t>> {
    match value {
        Value::Array(items) => items.iter().find_map(word),
        Value::Object(_) => first(value, "name @value rendered headline url @id").and_then(word),
        Value::String(_) | Value::Number(_) => Some(value),
        _ => None,
    }
}

/// Reads the label in the first of these members.
pub(in crate::read) fn label<'t>(object: &'t Value<'t>, names: &str, cx: &mut Context) -> Option<Label<'t>> {
    cx.label(word(first(object, names)?)?)
}

/// Reads the label in the first of these members as running text.
pub(in crate::read) fn read_words<'t>(object: &'t Value<'t>, names: &str, cx: &mut Context) -> Vec<Inline<'t>> {
    first(object, names).and_then(word).map(|text| cx.plain(text)).unwrap_or_default()
}

/// Reads the plain text in the first of these members as running text.
pub(in crate::read) fn read_plain<'t>(object: &'t Value<'t>, names: &str, cx: &mut Context) -> Vec<Inline<'t>> {
    first(object, names).map(|text| cx.plain(text)).unwrap_or_default()
}

/// Wraps running text in a link, if there is an address.
pub(in crate::read) fn linked(content: Vec<Inline>, url: Option<SafeUrl>) -> Vec<Inline> {
    match url {
        Some(url) if !content.is_empty() => vec![Inline::Link(url, content)],
        _ => content,
    }
}

/// Reads the link in the first of these members.
pub(in crate::read) fn link<'t>(object: &'t Value<'t>, names: &str, cx: &mut Context) -> Option<SafeUrl> {
    match first(object, names)? {
        Value::Object(_) => None,
        value => cx.link(word(value)?),
    }
}

/// Formats a number of bytes as the size of a file.
pub(in crate::read) fn file_size(bytes: &Value) -> Option<Label<'static>> {
    let kilobytes = bytes.as_int().filter(|bytes| *bytes > 0)?.saturating_add(999) / 1000;
    let (number, unit) = if kilobytes < 1000 { (kilobytes, " kB") } else { ((kilobytes + 500) / 1000, " MB") };
    Some(Label::new(template::concat(&[&ascii::decimal(number.unsigned_abs()), unit])))
}

/// Reads the date in the first of these members.
pub(in crate::read) fn date<'t>(object: &'t Value<'t>, names: &str, cx: &mut Context) -> Option<Date<'t>> {
    let value = word(first(object, names)?)?;
    match value.as_str().and_then(date_words::parse) {
        Some(date) => Some(Date::Known(date)),
        None => cx.date(value),
    }
}

/// Reads running text from HTML.
pub(in crate::read) fn html_inlines<'t>(value: Option<&'t Value<'t>>, cx: &mut Context) -> Vec<Inline<'t>> {
    match value {
        Some(at @ Value::String(text)) if !text.trim().is_empty() => html::inlines(text, at, cx),
        _ => Vec::new(),
    }
}

/// Reads the article's own address, the base of its relative URLs unless the host sets another.
pub(in crate::read) fn own_address(object: &Value, names: &str, cx: &mut Context) -> Option<SafeUrl> {
    let url = read_absolute(object, names, cx)?;
    cx.set_base(Some(&url), object);
    Some(url)
}

/// Returns the first of these members that is an absolute address.
pub(in crate::read) fn read_absolute(object: &Value, names: &str, cx: &mut Context) -> Option<SafeUrl> {
    let mut rest = names;
    while !rest.is_empty() {
        let Some(value) = member(object, ascii::next_part(&mut rest, b' ')) else { continue };
        let place = value.one_or_many().first();
        let place = if let Some(Value::Object(_)) = place { first(place?, "url @id @value") } else { place };
        let url = place.and_then(Value::as_str).filter(|url| url.contains("://"));
        if let (Some(url), Some(place)) = (url, place) {
            return cx.judge(url, Purpose::Media, place);
        }
    }
    None
}

/// Returns the site of an address; without a better name it has the name of its host.
pub(in crate::read) fn site<'t>(name: Option<Label<'t>>, url: Option<&SafeUrl>) -> Option<Named<'t>> {
    let front = url.and_then(|url| SafeUrl::new(url.origin(), Purpose::Media, None).ok());
    let name = name.or_else(|| Some(Label::new(url?.host().to_owned())))?;
    Some(Named { name, url: front })
}

/// Reads a language tag, also from an object or a list. The name of a language is not a tag.
pub(in crate::read) fn read_lang<'t>(object: &'t Value<'t>, names: &str, cx: &mut Context) -> Option<Lang> {
    let value = match first(object, names)? {
        object @ Value::Object(_) => first(object, "alternateName @value name")?,
        value => word(value)?,
    };
    cx.lang(value).filter(|lang| lang.primary().len() < 4)
}

/// Reads an author: an object with a name, or a byline. `None` for an object without a name.
pub(in crate::read) fn author<'t>(value: &'t Value<'t>, lang: Option<&Lang>, cx: &mut Context) -> Option<Author<'t>> {
    if !value.is_object() {
        return byline(cx.label(word(value)?)?, lang);
    }
    let mut name = label(value, "name", cx);
    if name.is_none() {
        let given = label(value, "givenName", cx);
        let family = label(value, "familyName", cx);
        name = match (given, family) {
            (Some(given), Some(family)) => Some(Label::new(template::concat(&[&given, " ", &family]))),
            (given, family) => given.or(family),
        };
    }
    let name = byline(name?, lang)?.name;
    Some(Author { name, url: link(value, "link url URL sameAs", cx), role: label(value, "jobTitle", cx) })
}

/// The words before the names of a byline, by the language of the article.
const BY: &[(&str, &str)] = &[("", "by"), ("fr", "par"), ("de", "von"), ("es", "por"), ("pt", "por")];

/// Reads a byline as one author: removes "By" and joins its lines. Names are not separated, because "and" and commas
/// also occur within names, offices and places.
pub(in crate::read) fn byline<'t>(text: Label<'t>, lang: Option<&Lang>) -> Option<Author<'t>> {
    let language = lang.map(Lang::primary).unwrap_or_default();
    let mut rest: &str = &text;
    for (of, by) in BY {
        let Some((start, tail)) = text.split_at_checked(by.len()) else { continue };
        let apart = match tail.chars().next() {
            // "ByJane Doe" is a byline that lost its space, "Byron" is a name.
            Some(next) if is_letter(next) => start == "By" && is_capital(next),
            _ => true,
        };
        if apart && (of.is_empty() || *of == language) && start.eq_ignore_ascii_case(by) {
            rest = tail.trim_start_matches([' ', ':', '\n', '\t', '\u{a0}']);
        }
    }
    if let Ok(url) = SafeUrl::new(rest, Purpose::Media, None) {
        return Some(Author { name: Label::new(url.host().to_owned()), url: Some(url), role: None });
    }
    let name = if rest.len() < text.len() || rest.contains('\n') { Label::new(one_line(rest)) } else { text };
    (!name.is_empty()).then_some(Author { name, url: None, role: None })
}

/// Joins the lines of a text with dots, and its words with single spaces.
fn one_line(text: &str) -> String {
    let mut out = String::new();
    for line in text.split('\n') {
        let mut between = if out.is_empty() { "" } else { " · " };
        for word in line.split_ascii_whitespace() {
            out.push_str(between);
            out.push_str(word);
            between = " ";
        }
    }
    out
}

/// Converts running text of `at` to a label.
pub(in crate::read) fn make_label<'t>(content: &[Inline], at: &Value, cx: &mut Context) -> Option<Label<'t>> {
    cx.name(plain_text(content), at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_lose_their_preposition_and_nothing_else() {
        let french = Lang::parse("fr-FR");
        for (text, lang, name) in [
            ("Jane Doe", None, Some("Jane Doe")),
            ("By Jane Doe and John Roe, Example News", None, Some("Jane Doe and John Roe, Example News")),
            ("BY: JANE DOE", None, Some("JANE DOE")),
            ("ByJane Doe", None, Some("Jane Doe")),
            ("Byron Doe", None, Some("Byron Doe")),
            ("BYRON DOE", None, Some("BYRON DOE")),
            ("By\n\t\tJane   Doe\n\n  3 May", None, Some("Jane Doe · 3 May")),
            ("By", None, None),
            ("Par Jeanne Dupont", french.as_ref(), Some("Jeanne Dupont")),
            ("Par Lagerkvist", None, Some("Par Lagerkvist")),
            ("https://social.example/jane", None, Some("social.example")),
            ("王小明", None, Some("王小明")),
        ] {
            let author = byline(text.into(), lang);
            assert_eq!(author.as_ref().map(|author| author.name.as_ref()), name, "{text}");
        }
    }
}
