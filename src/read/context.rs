//! The state that readers share (options, warnings, the base URL, the limits), and readers of common values.

use crate::account::Trace;
use crate::error::Error;
use crate::json::{Number, Value};
use crate::model::{Date, DateTime, Inline};
use crate::options::Options;
use crate::read::capabilities;
#[cfg(feature = "editors")]
use crate::read::format::Document;
use crate::report::{WarningCode, Warnings};
use crate::text::ascii;
use crate::text::keys::Keys;
use crate::text::lang::{Dir, Lang};
use crate::text::swar;
use crate::text::template;
use crate::text::{Cleaner, Label, Text};
use crate::url::{Purpose, SafeUrl, UrlError};

/// The maximum nesting of blocks in blocks, and of marks in marks.
pub(super) const MAX_NESTING: usize = 24;

/// How many times an article's bytes may be read before repeated reading is cut off.
const READINGS: usize = 4;

/// The longest base address, in bytes: each relative address grows by it.
const MAX_BASE: usize = 2048;

/// The warning about headers of a `mailto:` URL that are left out.
pub(super) const MAIL_HEADERS: &str = "only subject and body are kept";

/// The state of reading one article.
pub(super) struct Context<'o> {
    /// The host's options.
    pub options: &'o Options,
    /// The warnings so far.
    pub warnings: Warnings,
    /// The host's base URL, or the article's own address; see [`Context::base`].
    pub base: Option<SafeUrl>,
    /// The targets of the related links so far, and the article's own address.
    pub related: Vec<SafeUrl>,
    /// Whether addresses may be escaped as in HTML, as in some other formats.
    pub escaped: bool,
    /// How deeply the current block is nested in other blocks.
    nesting: usize,
    /// How many nodes are left.
    nodes_left: usize,
    /// How many bytes may still be read or written: several times the length of the input, since small input may expand
    /// to much output by references, relative addresses and marks that continue over many texts.
    bytes_left: usize,
    /// How many blocks of the body precede each of its items.
    pub body_items: Vec<usize>,
    /// The number of footnotes so far.
    pub notes: u32,
    /// The error for the first part of the article that only another module reads.
    pub needed: Option<Error>,
    /// Notes for the accounting.
    pub trace: Trace,
    /// The cleaner of the article's texts.
    pub cleaner: Cleaner,
    /// The types of editors' documents, which may be inside other documents.
    #[cfg(feature = "editors")]
    pub documents: &'static [Document],
}

impl<'o> Context<'o> {
    /// Creates the state before anything is read.
    pub fn new(options: &'o Options) -> Context<'o> {
        let (base, nodes_left) = (options.base_url.clone(), options.max_nodes);
        let bytes_left = options.max_bytes.saturating_mul(READINGS).saturating_add(1 << 20);
        let warnings = Warnings::default();
        Context {
            options,
            warnings,
            base,
            escaped: false,
            nesting: 0,
            nodes_left,
            bytes_left,
            body_items: Vec::new(),
            notes: 0,
            needed: None,
            related: Vec::new(),
            trace: Trace::new(),
            cleaner: Cleaner::default(),
            #[cfg(feature = "editors")]
            documents: &[],
        }
    }

    /// Warns about a value.
    pub fn warn(&mut self, code: WarningCode, value: &Value, message: &[&str]) {
        self.warnings.warn(code, value, message);
    }

    /// Returns the type of document of an editor, if a value is one.
    #[cfg(feature = "editors")]
    pub fn document(&self, value: &Value) -> Option<&'static Document> {
        // Most values are neither an object nor an array.
        if !value.is_object() && !value.is_array() {
            return None;
        }
        self.documents.iter().find(|document| (document.is)(value))
    }

    /// Notes that only another module reads a part of the article.
    pub fn needs(&mut self, module: Error) {
        self.needed.get_or_insert(module);
    }

    /// Warns that a value has the wrong type.
    pub fn wrong_type(&mut self, value: &Value, expected: &str) {
        let code = if let Value::TooDeep = value { WarningCode::TooDeep } else { WarningCode::WrongType };
        self.warn(code, value, &["expected ", expected, ", found ", value.kind()]);
    }

    /// Warns that a block of an unknown kind is shown as its text.
    pub fn unknown_block(&mut self, place: &Value, kind: &str) {
        self.warn(WarningCode::UnknownBlock, place, &["unknown block ", kind, ", shown as its text"]);
    }

    /// Warns that a mark of an unknown kind is left out.
    pub fn unknown_mark(&mut self, place: &Value, name: &str) {
        self.warn(WarningCode::UnknownMark, place, &["unknown mark ", name, ", shown without it"]);
    }

    /// Warns that a picture has no text alternative.
    pub fn missing_alt(&mut self, image: &Value) {
        self.warn(WarningCode::MissingAlt, image, &["an image without a text"]);
    }

    /// Warns that a link has no target.
    pub fn missing_address(&mut self, link: &Value) {
        self.warn(WarningCode::MissingField, link, &["a link without an address, its text is shown"]);
    }

    /// Returns whether a value is an object, and warns if it is not.
    pub fn is_object(&mut self, value: &Value) -> bool {
        if !value.is_object() {
            self.wrong_type(value, "an object");
        }
        value.is_object()
    }

    /// Warns about each member of an object that is not in `known`, a list of names separated by spaces.
    pub fn only(&mut self, object: &Value, known: &str) {
        for (name, value) in object.members() {
            if !Keys(known).has(name) && !value.is_null() {
                self.warn(WarningCode::UnknownField, value, &["unknown field ", name]);
            }
        }
    }

    /// Takes one node from the budget. Returns false if it is used up, and warns the first time.
    pub fn spend(&mut self, value: &Value) -> bool {
        match self.nodes_left {
            0 => false,
            1 => {
                self.nodes_left = 0;
                let limit = ascii::decimal(self.options.max_nodes as u64);
                self.warn(
                    WarningCode::Truncated,
                    value,
                    &["the article is cut off here: it has more than ", &limit, " nodes"],
                );
                false
            }
            _ => {
                self.nodes_left -= 1;
                true
            }
        }
    }

    /// Takes bytes that are read in `value`, or written because of it, from the budget. Returns false if it is used up,
    /// and warns the first time; then no nodes are left either.
    pub fn pay(&mut self, value: &Value, bytes: usize) -> bool {
        let left = self.bytes_left.checked_sub(bytes);
        self.bytes_left = left.unwrap_or(0);
        if left.is_none() && self.nodes_left > 0 {
            self.nodes_left = 0;
            self.warn(WarningCode::Truncated, value, &["the article is cut off here: it repeats itself"]);
        }
        left.is_some()
    }

    /// Follows a reference in `place`, if the budget allows. The parts of the target that are read, up to this many
    /// levels deep, are taken from the budget, since many references may have one target.
    pub fn follow<'v, 't>(&mut self, place: &Value, target: &'v Value<'t>, levels: u8) -> Option<&'v Value<'t>> {
        // Weighing the target takes as long as reading it.
        (!self.is_spent() && self.pay(place, weight(target, levels))).then_some(target)
    }

    /// Returns as many of these values as the budget has nodes for, and takes these.
    pub fn within<'v, 't>(&mut self, values: &'v [Value<'t>]) -> &'v [Value<'t>] {
        let mut count = 0;
        while let Some(value) = values.get(count)
            && self.spend(value)
        {
            count += 1;
        }
        values.get(..count).unwrap_or(&[])
    }

    /// Takes one node for each line feed in a text from the budget; returns false like `spend`.
    pub fn spend_lines(&mut self, value: &Value, text: &str) -> bool {
        self.lines_within(value, text).len() == text.len()
    }

    /// Returns as much of a text as the budget allows, and takes its bytes and one node for each line feed.
    pub fn lines_within<'t>(&mut self, value: &Value, text: &'t str) -> &'t str {
        if !self.pay(value, text.len()) {
            return "";
        }
        let mut rest = text;
        while let Some(behind) = rest.get(swar::first_line(rest).len() + 1..) {
            if !self.spend(value) {
                return text.get(..text.len() - behind.len() - 1).unwrap_or("");
            }
            rest = behind;
        }
        text
    }

    /// Returns whether the budget of nodes is used up.
    pub fn is_spent(&self) -> bool {
        self.nodes_left == 0
    }

    /// Reads values nested in `value`, unless they are nested too deeply.
    pub fn nested<T: Default>(&mut self, value: &Value, read: impl FnOnce(&mut Self) -> T) -> T {
        if !self.enter() {
            self.warn(WarningCode::TooDeep, value, &["nested too deeply, left out"]);
            return T::default();
        }
        let content = read(self);
        self.leave();
        content
    }

    /// Returns whether the current block is not inside another one.
    pub fn is_outermost(&self) -> bool {
        self.nesting == 0
    }

    /// Goes one level deeper; [`Context::leave`] must follow. Returns false if that is too deep; then nothing must
    /// follow.
    pub fn enter(&mut self) -> bool {
        let fits = self.nesting < MAX_NESTING;
        self.nesting += usize::from(fits);
        fits
    }

    /// Goes back one level.
    pub fn leave(&mut self) {
        self.nesting -= 1;
    }

    /// Cleans body text of `value`.
    pub fn body<'t>(&mut self, text: impl Into<Text<'t>>, value: &Value) -> Text<'t> {
        let text = self.cleaner.body(text);
        self.warn_of_shortened(value);
        text
    }

    /// Cleans running text of `value`, as body text or as the text of a link.
    pub fn run<'t>(&mut self, text: &'t str, in_link: bool, value: &Value) -> Text<'t> {
        let text = if in_link { self.cleaner.label(text) } else { self.cleaner.body(text) };
        self.warn_of_shortened(value);
        text
    }

    /// Cleans text of `value` that is shown beside other authors' text; it is cleaned like a label but not shortened.
    pub fn words<'t>(&mut self, text: &'t str, value: &Value) -> Text<'t> {
        self.pay(value, text.len());
        self.run(text.trim(), true, value)
    }

    /// Returns a label from text of `value`, unless it is empty after cleaning.
    pub fn name<'t>(&mut self, text: impl Into<Text<'t>>, value: &Value) -> Option<Label<'t>> {
        let label = Label::clean(text, &mut self.cleaner);
        self.warn_of_shortened(value);
        (!label.is_empty()).then_some(label)
    }

    /// Warns if text of `value` that was cleaned since the last call was shortened.
    pub fn warn_of_shortened(&mut self, value: &Value) {
        if self.cleaner.take_shortened() {
            self.warn(WarningCode::Truncated, value, &["a letter is shortened to 20 marks"]);
        }
        if self.cleaner.take_cut() {
            self.warn(WarningCode::Truncated, value, &["a label is shortened to 1000 characters"]);
        }
    }

    /// Reads a label from a string or a number.
    pub fn label<'t>(&mut self, value: &'t Value<'t>) -> Option<Label<'t>> {
        match value {
            Value::String(label) => {
                self.pay(value, label.len());
                self.name(&**label, value)
            }
            Value::Number(number) => Some(Label::new(number.to_text())),
            Value::Null => None,
            other => {
                self.wrong_type(other, "a string");
                None
            }
        }
    }

    /// Reads the label in the member `name`, if there is one.
    pub fn label_of<'t>(&mut self, object: &'t Value<'t>, name: &str) -> Option<Label<'t>> {
        object.get(name).and_then(|value| self.label(value))
    }

    /// Warns about plain text that is HTML, recognised by an end tag or a line break in it: readers see the tags.
    pub fn tell_html(&mut self, value: &Value, text: &str) {
        let mut rest = text.as_bytes();
        while let [_, tail @ ..] = rest.get(swar::plain_length(rest, b'<', b'<')..).unwrap_or(&[]) {
            rest = tail;
            if let [b'/', b'a'..=b'z' | b'A'..=b'Z', ..]
            | [b'b', b'r', b'>' | b' ' | b'/', ..]
            | [b'i', b'm', b'g', b' ', ..] = rest
            {
                let message = "tags are shown as text: HTML needs { \"html\": … }";
                return self.warn(WarningCode::Html, value, &[message]);
            }
        }
    }

    /// Reads a string or a number as running text.
    pub fn plain<'t>(&mut self, value: &'t Value<'t>) -> Vec<Inline<'t>> {
        let words = match value {
            Value::String(text) => Some(self.words(text, value)),
            _ => self.label(value).map(Text::from),
        };
        words.filter(|words| !words.is_empty()).map(Inline::Text).into_iter().collect()
    }

    /// Reads a link.
    pub fn link(&mut self, value: &Value) -> Option<SafeUrl> {
        let text = self.url_text(value)?;
        self.judge(text, Purpose::Link, value)
    }

    /// Reads the link in the member `name`, if there is one.
    pub fn link_of(&mut self, object: &Value, name: &str) -> Option<SafeUrl> {
        object.get(name).and_then(|value| self.link(value))
    }

    /// Reads the address of a picture, video or sound.
    pub fn media_url(&mut self, value: &Value) -> Option<SafeUrl> {
        let text = self.url_text(value)?;
        self.judge(text, self.media_purpose(), value)
    }

    /// Returns the base of relative URLs: the host's base URL, otherwise the article's own address, otherwise the
    /// address that the article was fetched from.
    pub fn base(&self) -> Option<&SafeUrl> {
        self.base.as_ref().or(self.options.source_url.as_ref())
    }

    /// Returns the purpose of picture addresses, which decides which of them are allowed.
    pub fn media_purpose(&self) -> Purpose {
        if self.options.data_images { Purpose::MediaOrData } else { Purpose::Media }
    }

    /// Judges a URL of `value`, and warns if it is refused.
    pub fn judge(&mut self, url: &str, purpose: Purpose, value: &Value) -> Option<SafeUrl> {
        if capabilities::OTHERS && self.escaped && url.contains("&amp;") {
            return self.judge(&url.replace("&amp;", "&"), purpose, value);
        }
        let error = match self.resolve(url, purpose, value) {
            Ok(judged) => {
                if judged.lacks_headers_of(url) {
                    self.warn(WarningCode::UnsafeUrl, value, &[MAIL_HEADERS]);
                }
                return Some(judged);
            }
            Err(error) => error,
        };
        let (code, message) = match error {
            UrlError::Unsafe => (WarningCode::UnsafeUrl, "not a URL that is shown: "),
            UrlError::Unresolved => (WarningCode::UnresolvedUrl, "a relative URL without a base: "),
        };
        self.warn(code, value, &[message, template::start(url.trim(), 80)]);
        None
    }

    /// Judges a URL of `value`, and takes its length from the budget.
    pub fn resolve(&mut self, url: &str, purpose: Purpose, value: &Value) -> Result<SafeUrl, UrlError> {
        let resolved = SafeUrl::new(url, purpose, self.base())?;
        if self.pay(value, resolved.as_str().len()) { Ok(resolved) } else { Err(UrlError::Unsafe) }
    }

    /// Makes the article's own address the base, unless the host sets one.
    pub fn set_base(&mut self, url: Option<&SafeUrl>, value: &Value) {
        let Some(url) = url.filter(|_| self.base.is_none()) else { return };
        if url.as_str().len() > MAX_BASE {
            return self.warn(WarningCode::InvalidValue, value, &["too long for a base"]);
        }
        self.base = Some(url.clone());
    }

    fn url_text<'v>(&mut self, value: &'v Value) -> Option<&'v str> {
        match value {
            Value::String(text) if text.trim().is_empty() => None,
            Value::String(text) => Some(text),
            other => {
                self.wrong_type(other, "a URL");
                None
            }
        }
    }

    /// Reads a date from text or from seconds or milliseconds since 1970; other values are kept as text.
    pub fn date<'t>(&mut self, value: &'t Value<'t>) -> Option<Date<'t>> {
        let label = self.label(value)?;
        let known = match value.as_int() {
            Some(number) => DateTime::from_epoch(number),
            None => DateTime::parse(&label),
        };
        if known.is_none() {
            self.warn(WarningCode::InvalidDate, value, &["not a date: ", &label]);
        }
        Some(known.map_or(Date::Verbatim(label), Date::Known))
    }

    /// Reads the date in the member `name`, if there is one.
    pub fn date_of<'t>(&mut self, object: &'t Value<'t>, name: &str) -> Option<Date<'t>> {
        object.get(name).and_then(|value| self.date(value))
    }

    /// Reads a language tag.
    pub fn lang(&mut self, value: &Value) -> Option<Lang> {
        let Some(tag) = value.as_str() else {
            self.wrong_type(value, "a language tag");
            return None;
        };
        let lang = Lang::parse(tag);
        if lang.is_none() {
            self.warn(WarningCode::InvalidLanguage, value, &["not a language tag: ", tag]);
        }
        lang
    }

    /// Reads a direction.
    pub fn dir(&mut self, value: &Value) -> Option<Dir> {
        let dir = value.as_str().and_then(Dir::parse);
        if dir.is_none() {
            self.warn(WarningCode::InvalidValue, value, &["expected \"ltr\" or \"rtl\""]);
        }
        dir
    }

    /// Reads an integer within a range, from a number or a string of digits.
    pub fn integer(&mut self, value: &Value, least: i64, most: i64) -> Option<i64> {
        let number = value.as_int().or_else(|| ascii::integer(value.as_str()?.trim()));
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.warn(
                WarningCode::InvalidValue,
                value,
                &["expected an integer from ", &Number::Int(least).to_text(), " to ", &Number::Int(most).to_text()],
            );
        }
        number
    }

    /// Reads the integer in the member `name`, if there is one.
    pub fn integer_of(&mut self, object: &Value, name: &str, least: i64, most: i64) -> Option<i64> {
        object.get(name).and_then(|value| self.integer(value, least, most))
    }

    /// Returns the position of the word in the member `name` among `choices`, separated by spaces; `None` for any other
    /// value.
    pub fn choice_of(&mut self, object: &Value, name: &str, choices: &str) -> Option<usize> {
        let value = object.get(name)?;
        let chosen = value.as_str().and_then(|word| Keys(choices).index_of(word));
        if chosen.is_none() {
            self.warn(WarningCode::InvalidValue, value, &["expected one of: ", choices]);
        }
        chosen
    }

    /// Reads the Boolean in the member `name`; the default is false.
    pub fn flag_of(&mut self, object: &Value, name: &str) -> bool {
        match object.get(name) {
            None => false,
            Some(Value::Bool(truth)) => *truth,
            Some(other) => {
                self.wrong_type(other, "a Boolean");
                false
            }
        }
    }
}

/// Returns the cost of reading a value up to this many levels deep: its texts, and the names that its members are found
/// by.
fn weight(value: &Value, levels: u8) -> usize {
    const NAMES: usize = 16;
    let mut sum = NAMES + value.as_str().map_or(0, str::len);
    if levels > 0 {
        for item in value.items() {
            sum += weight(item, levels - 1);
        }
        for (name, member) in value.members() {
            sum += name.len() + weight(member, levels - 1);
        }
    }
    sum
}
