//! The report: warnings with a code, a path and a sentence about what is not shown as it was given.

use crate::json::Value;
use crate::text::{ascii, template};

/// The subject of a warning, as a stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WarningCode {
    /// A field holds a value of the wrong type.
    WrongType,
    /// A required field is missing.
    MissingField,
    /// A field that the format does not know was not shown.
    UnknownField,
    /// A block of an unknown kind was shown as its text.
    UnknownBlock,
    /// A mark of an unknown kind was left out; its text is shown.
    UnknownMark,
    /// A block without content was left out.
    EmptyBlock,
    /// A URL was refused; a link's text is shown, a picture is not.
    UnsafeUrl,
    /// A relative URL could not be resolved, for want of a base.
    UnresolvedUrl,
    /// A date that could not be read is shown as it was written.
    InvalidDate,
    /// An invalid language tag was ignored.
    InvalidLanguage,
    /// A value outside its list or range was ignored.
    InvalidValue,
    /// An image has no text alternative.
    MissingAlt,
    /// Content nested too deeply was left out.
    TooDeep,
    /// The article was cut off at a limit.
    Truncated,
    /// Content of a kind that is never shown, such as a script, was left out.
    NotShown,
    /// A reference has a target that is not in the input.
    Unresolved,
    /// An entry of a list of links was left out: no title, no URL, a duplicate or the article itself.
    SkippedItem,
    /// HTML could only be shown in part.
    Html,
    /// A document of an unknown format was read by the names of its members.
    Guessed,
    /// An option that is unknown or has an unusable value was ignored.
    InvalidOption,
}

/// The codes in the order of the variants, as one text: a table would need an address and a length for each.
const CODE_NAMES: &str = "\
    wrong-type missing-field unknown-field unknown-block unknown-mark empty-block unsafe-url \
    unresolved-url invalid-date invalid-language invalid-value missing-alt too-deep truncated \
    not-shown unresolved skipped-item html guessed invalid-option";

impl WarningCode {
    /// Returns the code as in reports.
    pub fn as_str(self) -> &'static str {
        ascii::nth_part(CODE_NAMES, self as usize, b' ')
    }
}

/// Content that is shown differently than it was given, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The stable code.
    pub code: WarningCode,
    /// The place in the input, as a JSON Pointer (RFC 6901), such as `/body/3/text`; inside HTML followed by `@` and
    /// the offset in bytes.
    pub path: String,
    /// The message: one English sentence without a full stop.
    pub message: String,
}

/// The report: the article's facts and the warnings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The detected format, such as `article` or `portable-text`.
    pub format: &'static str,
    /// How many articles the input holds.
    pub articles: usize,
    /// The headline as plain text; empty if there is none.
    pub headline: String,
    /// The date of publication in ISO 8601.
    pub date_published: Option<String>,
    /// The authors' names.
    pub author: Vec<String>,
    /// The article's language (BCP 47).
    pub lang: Option<String>,
    /// The warnings about content that is shown differently than it was given, in the order of reading.
    pub warnings: Vec<Warning>,
}

/// The most warnings that are kept; further ones are only counted.
const MAX_WARNINGS: usize = 200;

/// The most bytes of all paths and messages together.
const MAX_BYTES: usize = 1 << 17;

/// The most characters of a path, and of one token of it.
const MAX_PATH: usize = 1000;
const MAX_TOKEN: usize = 100;

/// Collects warnings while a tree is read.
///
/// A warning refers to the *value* it is about. Its path is found at the end, in one walk over the tree, so that
/// reading a good article costs nothing for paths.
#[derive(Debug, Default)]
pub(crate) struct Warnings {
    /// The warnings; until they are resolved, each path holds only the part after the path of its value.
    list: Vec<Warning>,
    /// For each warning, the address in memory of its value (the tree does not move while it is read) and its place in
    /// the list; sorted by address.
    places: Vec<(usize, usize)>,
    dropped: u64,
}

/// Returns the address in memory that identifies a value.
fn address(value: &Value) -> usize {
    std::ptr::from_ref(value).addr()
}

impl Warnings {
    /// Warns about a value; the message is joined from its parts.
    pub(crate) fn warn(&mut self, code: WarningCode, value: &Value, message: &[&str]) {
        self.push(code, value, String::new(), message);
    }

    /// Warns about a member of an object, present or not.
    pub(crate) fn warn_member(&mut self, code: WarningCode, object: &Value, name: &str, message: &[&str]) {
        let mut suffix = String::new();
        push_token(&mut suffix, name);
        self.push(code, object, suffix, message);
    }

    /// Warns about a place inside a string of HTML, `offset` bytes from its start.
    pub(crate) fn warn_offset(&mut self, code: WarningCode, html: &Value, offset: usize, message: &[&str]) {
        self.push(code, html, template::concat(&["@", &ascii::decimal(offset as u64)]), message);
    }

    /// Returns the code of a warning about a value as a whole.
    pub(crate) fn covers(&self, value: &Value) -> Option<WarningCode> {
        let of = self.about(value).find(|warning| {
            let cut = warning.code == WarningCode::Truncated && !matches!(value, Value::String(_));
            // These say how something was read, and not that it is left out.
            let partly = cut || matches!(warning.code, WarningCode::MissingAlt | WarningCode::Guessed);
            warning.path.is_empty() && !partly
        });
        of.map(|warning| warning.code)
    }

    /// Returns whether a warning is about a place in HTML between `from` and `to`, inclusive.
    pub(crate) fn covers_offset(&self, html: &Value, from: usize, to: usize) -> bool {
        let offset = |warning: &Warning| ascii::integer(warning.path.strip_prefix('@')?).map(|at| at as usize);
        self.about(html).filter_map(offset).any(|at| (from..=to).contains(&at))
    }

    /// Returns the warnings about a value.
    fn about(&self, value: &Value) -> impl Iterator<Item = &Warning> {
        let address = address(value);
        let rest = self.places.get(self.first_at_least(address)..).unwrap_or(&[]);
        let of = rest.iter().take_while(move |(place, _)| *place == address);
        of.filter_map(|(_, index)| self.list.get(*index))
    }

    fn push(&mut self, code: WarningCode, value: &Value, suffix: String, message: &[&str]) {
        if self.list.len() == MAX_WARNINGS {
            self.dropped += 1;
            return;
        }
        let place = self.first_at_least(address(value) + 1);
        self.places.insert(place, (address(value), self.list.len()));
        self.list.push(Warning { code, path: suffix, message: template::sentence(message) });
    }

    /// Returns the position in `places` of the first address that is at least this one.
    fn first_at_least(&self, address: usize) -> usize {
        self.places.partition_point(|(place, _)| *place < address)
    }

    /// Returns the warnings with their paths in `root`, in the order in which they were given.
    pub(crate) fn resolve(mut self, root: &Value) -> Vec<Warning> {
        if !self.list.is_empty() {
            self.locate(root, &mut String::new());
        }
        let (mut bytes, mut kept) = (0, 0);
        for warning in &self.list {
            bytes += warning.path.len() + warning.message.len();
            kept += usize::from(bytes <= MAX_BYTES);
        }
        self.dropped += (self.list.len() - kept) as u64;
        self.list.truncate(kept);
        if self.dropped > 0 {
            let message = template::concat(&["and ", &ascii::decimal(self.dropped), " more warnings"]);
            self.list.push(Warning { code: WarningCode::Truncated, path: String::new(), message });
        }
        self.list
    }

    /// Fills in the paths of warnings about `value` and the values in it.
    fn locate(&mut self, value: &Value, path: &mut String) {
        let mut place = self.first_at_least(address(value));
        while let Some((_, index)) = self.places.get(place).filter(|(found, _)| *found == address(value)) {
            if let Some(warning) = self.list.get_mut(*index) {
                warning.path.insert_str(0, &template::shortened(path, MAX_PATH));
            }
            place += 1;
        }
        let length = path.len();
        for (index, item) in value.items().iter().enumerate() {
            path.push('/');
            ascii::push_integer(path, index as u64);
            self.locate(item, path);
            path.truncate(length);
        }
        for (name, member) in value.members() {
            push_token(path, name);
            self.locate(member, path);
            path.truncate(length);
        }
    }
}

/// Adds a member's name as a token of a JSON Pointer (RFC 6901, section 3); a long name is shortened.
fn push_token(path: &mut String, name: &str) {
    path.push('/');
    for c in template::shortened(name, MAX_TOKEN).chars() {
        match c {
            '~' => path.push_str("~0"),
            '/' => path.push_str("~1"),
            _ => path.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_json_pointers() {
        let tree = crate::json::parse(br#"{"a/b":[0,{"c":1}]}"#).expect("parses");
        let inner = &tree.get("a/b").expect("there").items()[1];
        let mut warnings = Warnings::default();
        warnings.warn(WarningCode::WrongType, inner.get("c").expect("there"), &["one"]);
        warnings.warn_member(WarningCode::MissingField, inner, "d", &["two"]);
        warnings.warn_offset(WarningCode::Html, &tree, 7, &["three"]);
        let paths: Vec<_> = warnings.resolve(&tree).into_iter().map(|warning| warning.path).collect();
        assert_eq!(paths, ["/a~1b/1/c", "/a~1b/1/d", "@7"]);
    }

    #[test]
    fn too_many_warnings_are_counted() {
        let mut warnings = Warnings::default();
        for _ in 0..MAX_WARNINGS + 3 {
            warnings.warn(WarningCode::WrongType, &Value::Null, &["x"]);
        }
        let all = warnings.resolve(&Value::Null);
        assert_eq!(all.len(), MAX_WARNINGS + 1);
        assert_eq!(all.last().map(|w| w.message.as_str()), Some("and 3 more warnings"));
    }
}
