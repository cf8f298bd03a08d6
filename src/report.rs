//! What an article could not show as it was given: warnings with a code, a path and a sentence.

use crate::json::Value;

/// What a warning is about, as a stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WarningCode {
    /// A field holds a value of another type than it should.
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
    /// A relative URL that nothing says how to resolve.
    UnresolvedUrl,
    /// A date that could not be read is shown as it was written.
    InvalidDate,
    /// A language tag that is none was ignored.
    InvalidLanguage,
    /// A value outside its list or range was ignored.
    InvalidValue,
    /// An image has no text for those who cannot see it.
    MissingAlt,
    /// Content nested too deeply was left out.
    TooDeep,
    /// The article was cut off at a limit.
    Truncated,
    /// Content of a kind that is never shown, such as a script, was left out.
    NotShown,
    /// A reference to something that is not in the input.
    Unresolved,
    /// An entry of a list of links was left out: no title, no URL, a duplicate or the article itself.
    SkippedItem,
    /// HTML that could only be shown in part.
    Html,
    /// An option that is unknown or has an unusable value was ignored.
    InvalidOption,
}

impl WarningCode {
    /// The code as it stands in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            WarningCode::WrongType => "wrong-type",
            WarningCode::MissingField => "missing-field",
            WarningCode::UnknownField => "unknown-field",
            WarningCode::UnknownBlock => "unknown-block",
            WarningCode::UnknownMark => "unknown-mark",
            WarningCode::EmptyBlock => "empty-block",
            WarningCode::UnsafeUrl => "unsafe-url",
            WarningCode::UnresolvedUrl => "unresolved-url",
            WarningCode::InvalidDate => "invalid-date",
            WarningCode::InvalidLanguage => "invalid-language",
            WarningCode::InvalidValue => "invalid-value",
            WarningCode::MissingAlt => "missing-alt",
            WarningCode::TooDeep => "too-deep",
            WarningCode::Truncated => "truncated",
            WarningCode::NotShown => "not-shown",
            WarningCode::Unresolved => "unresolved",
            WarningCode::SkippedItem => "skipped-item",
            WarningCode::Html => "html",
            WarningCode::InvalidOption => "invalid-option",
        }
    }
}

/// Something that is shown in another way than it was given, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The stable code.
    pub code: WarningCode,
    /// Where in the input, as a JSON Pointer (RFC 6901), such as `/body/3/text`; inside HTML followed by `@` and the
    /// offset in bytes.
    pub path: String,
    /// What happened, in one English sentence without a full stop.
    pub message: String,
}

/// What was read: the article's facts and the warnings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The format that was found, such as `article` or `portable-text`.
    pub format: &'static str,
    /// How many articles the input holds.
    pub articles: usize,
    /// The headline as plain text; empty when there is none.
    pub headline: String,
    /// When the article was published, as in ISO 8601.
    pub date_published: Option<String>,
    /// The authors' names.
    pub author: Vec<String>,
    /// The article's language (BCP 47).
    pub lang: Option<String>,
    /// What is shown in another way than it was given, in the order of reading.
    pub warnings: Vec<Warning>,
}

/// How many warnings are kept; what comes after them is only counted.
const MAX_WARNINGS: usize = 200;

/// Collects warnings while a tree is read.
///
/// A warning names the *value* it is about; the path is looked up at the end, in one walk over the tree, so that
/// reading a good article pays nothing for paths.
#[derive(Debug, Default)]
pub(crate) struct Warnings {
    notes: Vec<Note>,
    dropped: usize,
}

/// A warning whose path is not known yet.
#[derive(Debug)]
struct Note {
    code: WarningCode,
    /// The address of the value in the tree, which does not move while it is read.
    place: usize,
    /// What follows the value's own path.
    suffix: String,
    message: String,
}

/// The address by which a value is found again.
fn address(value: &Value) -> usize {
    std::ptr::from_ref(value).addr()
}

impl Warnings {
    /// Warns about a value; the message is put together from its parts.
    pub(crate) fn warn(&mut self, code: WarningCode, value: &Value, message: &[&str]) {
        self.push(code, value, String::new(), message);
    }

    /// Warns about a member of an object, present or not.
    pub(crate) fn warn_member(&mut self, code: WarningCode, object: &Value, name: &str, message: &[&str]) {
        self.push(code, object, ["/", &escape(name)].concat(), message);
    }

    /// Warns about a place inside a string of HTML, `offset` bytes from its start.
    pub(crate) fn warn_offset(&mut self, code: WarningCode, html: &Value, offset: usize, message: &[&str]) {
        self.push(code, html, ["@", &offset.to_string()].concat(), message);
    }

    fn push(&mut self, code: WarningCode, value: &Value, suffix: String, message: &[&str]) {
        if self.notes.len() == MAX_WARNINGS {
            self.dropped += 1;
            return;
        }
        self.notes.push(Note { code, place: address(value), suffix, message: message.concat() });
    }

    /// The warnings with their paths in `root`, in the order in which they were given.
    pub(crate) fn resolve(self, root: &Value) -> Vec<Warning> {
        let mut paths: Vec<(usize, String)> = self.notes.iter().map(|note| (note.place, String::new())).collect();
        paths.sort_by_key(|(place, _)| *place);
        locate(root, &mut String::new(), &mut paths);
        let mut warnings: Vec<Warning> = self
            .notes
            .into_iter()
            .map(|note| {
                let found = paths.binary_search_by_key(&note.place, |(place, _)| *place);
                let path = found.ok().and_then(|i| paths.get(i)).map_or("", |(_, path)| path.as_str());
                Warning { code: note.code, path: [path, &note.suffix].concat(), message: note.message }
            })
            .collect();
        if self.dropped > 0 {
            let message = ["and ", &self.dropped.to_string(), " more warnings"].concat();
            warnings.push(Warning { code: WarningCode::Truncated, path: String::new(), message });
        }
        warnings
    }
}

/// Fills in the path of each value of `paths` (sorted by address) that stands in `value`.
fn locate(value: &Value, path: &mut String, paths: &mut [(usize, String)]) {
    if paths.is_empty() {
        return;
    }
    let start = paths.partition_point(|(place, _)| *place < address(value));
    for (_, found) in paths.iter_mut().skip(start).take_while(|(place, _)| *place == address(value)) {
        found.clone_from(path);
    }
    let length = path.len();
    let mut descend = |step: &str, inner: &Value| {
        path.push('/');
        path.push_str(step);
        locate(inner, path, paths);
        path.truncate(length);
    };
    for (index, item) in value.items().iter().enumerate() {
        descend(&index.to_string(), item);
    }
    for (name, member) in value.members() {
        descend(&escape(name), member);
    }
}

/// A member's name as a token of a JSON Pointer (RFC 6901, section 3).
fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
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
