//! The renderer's interface to languages: dates, numbers and labels.

use crate::model::Precision;
use crate::text::lang::Lang;
use std::borrow::Cow;

/// The platform's knowledge of languages.
pub trait Locales {
    /// Formats a date for readers of this language (BCP 47); `None` if the platform cannot.
    fn date(&self, lang: &str, moment: Moment) -> Option<String>;

    /// Returns the labels in a language other than English: a row of `labels-more.tsv`, or `None`.
    fn labels(&self, lang: &Lang) -> Option<Cow<'static, str>> {
        built_in::row(lang).map(Cow::Borrowed)
    }

    /// Formats a number in the digits of a language, or in Latin ones if these are not available, after its plural
    /// category and a space: `few 3`.
    fn count(&self, lang: &str, number: u32) -> String {
        built_in::count(lang, number)
    }
}

/// A point in time to be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment<'a> {
    /// Seconds since 1970: in UTC if there is a zone, otherwise those of the date and time as shown.
    pub seconds: i64,
    /// The zone (an IANA name) in which the instant is shown.
    pub zone: Option<&'a str>,
    /// The precision to show.
    pub precision: Precision,
}

/// A fallback that shows dates as in ISO 8601, with a space before the time.
#[derive(Clone, Copy, Debug, Default)]
pub struct IsoDates;

impl Locales for IsoDates {
    fn date(&self, _: &str, _: Moment) -> Option<String> {
        None
    }
}

#[cfg(feature = "labels")]
#[path = "languages.rs"]
mod built_in;

/// English only.
#[cfg(not(feature = "labels"))]
mod built_in {
    use crate::text::lang::Lang;
    use crate::text::{ascii, template};

    pub fn row(_: &Lang) -> Option<&'static str> {
        None
    }

    pub fn count(_: &str, number: u32) -> String {
        template::concat(&[if number == 1 { "one " } else { "other " }, &ascii::decimal(number.into())])
    }
}
