//! What an article could not show as it was given: warnings with a code, a path and a sentence.

use crate::json::Value;
use crate::text::{ascii, template};

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
    /// A document of no known format was read by the names of its members.
    Guessed,
    /// An option that is unknown or has an unusable value was ignored.
    InvalidOption,
}

/// The codes in the order of the variants: a table of texts costs the browser an address and a length for each.
const CODE_NAMES: &str = "\
    wrong-type missing-field unknown-field unknown-block unknown-mark empty-block unsafe-url \
    unresolved-url invalid-date invalid-language invalid-value missing-alt too-deep truncated \
    not-shown unresolved skipped-item html guessed invalid-option";

impl WarningCode {
    /// The code as it stands in reports.
    pub fn as_str(self) -> &'static str {
        ascii::nth_part(CODE_NAMES, self as usize, b' ')
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

/// How many bytes their paths and messages may have together.
const MAX_BYTES: usize = 1 << 17;

/// The most characters of a path, and of one token of it.
const MAX_PATH: usize = 1000;
const MAX_TOKEN: usize = 100;

/// Collects warnings while a tree is read.
///
/// A warning names the *value* it is about; the path is looked up at the end, in one walk over the tree, so that
/// reading a good article pays nothing for paths.
#[derive(Debug, Default)]
pub(crate) struct Warnings {
    /// The warnings, each with what follows its value's own path in the place of the path.
    list: Vec<Warning>,
    /// The address in the tree, which does not move while it is read, of the value that each is about, and its place in
    /// the list; by address.
    places: Vec<(usize, usize)>,
    dropped: u64,
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
        let mut suffix = String::new();
        push_token(&mut suffix, name);
        self.push(code, object, suffix, message);
    }

    /// Warns about a place inside a string of HTML, `offset` bytes from its start.
    pub(crate) fn warn_offset(&mut self, code: WarningCode, html: &Value, offset: usize, message: &[&str]) {
        self.push(code, html, template::concat(&["@", &ascii::decimal(offset as u64)]), message);
    }

    /// The code of a warning that names all of a value.
    pub(crate) fn covers(&self, value: &Value) -> Option<WarningCode> {
        let of = self.about(value).find(|warning| {
            let cut = warning.code == WarningCode::Truncated && !matches!(value, Value::String(_));
            let partly = cut || warning.code == WarningCode::MissingAlt;
            warning.path.is_empty() && !partly
        });
        of.map(|warning| warning.code)
    }

    /// Whether a warning is about a place in HTML that begins at `from` or behind it, and at `to` or before it.
    pub(crate) fn covers_offset(&self, html: &Value, from: usize, to: usize) -> bool {
        let offset = |warning: &Warning| ascii::integer(warning.path.strip_prefix('@')?).map(|at| at as usize);
        self.about(html).filter_map(offset).any(|at| (from..=to).contains(&at))
    }

    /// The warnings about a value.
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

    /// Where in the list of places the first of this address or a higher one stands.
    fn first_at_least(&self, address: usize) -> usize {
        self.places.partition_point(|(place, _)| *place < address)
    }

    /// The warnings with their paths in `root`, in the order in which they were given.
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

    /// Fills in the path of each value that stands in `value` and has a warning.
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

/// Adds a member's name as a token of a JSON Pointer (RFC 6901, section 3); of a long name its start.
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
