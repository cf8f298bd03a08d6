//! What is known of languages outside the renderer: how they write dates and numbers, and their labels.

use crate::model::Precision;
use crate::text::lang::Lang;
use std::borrow::Cow;

/// What the platform knows of languages.
pub trait Locales {
    /// The date as a reader of this language (BCP 47) writes it; nothing when the platform cannot do it.
    fn date(&self, lang: &str, moment: Moment) -> Option<String>;

    /// The labels in a language, which is not English: a row of `labels-more.tsv`; nothing when there are none.
    fn labels(&self, lang: &Lang) -> Option<Cow<'static, str>> {
        built_in::row(lang).map(Cow::Borrowed)
    }

    /// A number in the digits of a language, or for want of them in Latin ones, behind the plural category that it belongs
    /// to and a space: `few 3`.
    fn count(&self, lang: &str, number: u32) -> String {
        built_in::count(lang, number)
    }
}

/// A point in time to be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment<'a> {
    /// Seconds since 1970: of UTC when there is a zone, else of the date and time as they are to be shown.
    pub seconds: i64,
    /// The zone (an IANA name) in which the instant is shown.
    pub zone: Option<&'a str>,
    /// How precisely it is shown.
    pub precision: Precision,
}

/// Shows dates as they stand in ISO 8601, with a space before the time: for want of anything better.
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

/// English alone.
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
