//! Reads the values that all formats share: texts, labels, dates, languages, numbers and switches.

use super::Context;
use crate::json::{Number, Value};
use crate::model::{Date, DateTime, Inline};
use crate::read::capabilities;
use crate::report::WarningCode;
use crate::text::ascii;
use crate::text::keys::Keys;
use crate::text::lang::{Dir, Lang};
use crate::text::{Label, Text};

/// The most bytes of a label that are read.
const MAX_NAME: usize = 1 << 13;

impl Context<'_> {
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
        let mut text = text.into();
        // A text of a foreign format may be shown many times.
        if capabilities::OTHERS && text.len() > MAX_NAME {
            self.cleaner.cut = true;
            let end = text.floor_char_boundary(MAX_NAME);
            match &mut text {
                Text::Borrowed(text) => *text = text.get(..end).unwrap_or(""),
                Text::Owned(text) => text.truncate(end),
            }
        }
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

    /// Reads a string or a number as running text.
    pub fn plain<'t>(&mut self, value: &'t Value<'t>) -> Vec<Inline<'t>> {
        let words = match value {
            Value::String(text) => Some(self.words(text, value)),
            _ => self.label(value).map(Text::from),
        };
        words.filter(|words| !words.is_empty()).map(Inline::Text).into_iter().collect()
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
