//! Dates and numbers for native builds: words from ICU4X, zones from the IANA time zone database (by jiff).

use crate::model::Precision;
use crate::render::{IsoDates, Locales, Moment};
use icu::datetime::fieldsets::{YMD, YMDT};
use icu::datetime::input::{Date, DateTime, Time};
use icu::datetime::options::TimePrecision;
use icu::datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu::decimal::DecimalFormatter;
use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralRules};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Returns the dates and numbers of ICU4X.
pub(crate) fn locales() -> Icu {
    Icu
}

/// Dates and numbers by ICU4X from Unicode's CLDR, which browsers use for `Intl`: servers and pages write the same
/// words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Icu;

impl Locales for Icu {
    /// Formats in English if ICU4X does not know the language, as browsers do.
    fn date(&self, lang: &str, moment: Moment) -> Option<String> {
        dated(lang, moment).filter(|text| !is_of_no_language(text)).or_else(|| dated("en", moment))
    }

    fn count(&self, lang: &str, number: u32) -> String {
        counted(lang, number).unwrap_or_else(|| IsoDates.count(lang, number))
    }
}

/// Returns whether a date has a number for its month, as in CLDR's root locale: `2026 M03 14`.
fn is_of_no_language(text: &str) -> bool {
    text.split_whitespace().any(|word| word.strip_prefix('M').is_some_and(|month| month.parse::<u8>().is_ok()))
}

/// Formats a date in a language.
fn dated(lang: &str, moment: Moment) -> Option<String> {
    let locale = DateTimeFormatterPreferences::from(&Locale::try_from_str(lang).ok()?);
    let zone = TimeZone::get(moment.zone.unwrap_or("UTC")).ok()?;
    let there = Timestamp::from_second(moment.seconds).ok()?.to_zoned_datetime(zone);
    let date =
        Date::try_new_iso(there.year().into(), there.month().try_into().ok()?, there.day().try_into().ok()?).ok()?;
    let [hour, minute, second] = [there.hour(), there.minute(), there.second()].map(|part| part.try_into().ok());
    let time = Time::try_new(hour?, minute?, second?, 0).ok()?;
    let precision = match moment.precision {
        Precision::Day => {
            let formatter = DateTimeFormatter::try_new(locale, YMD::long()).ok()?;
            return Some(formatter.format(&date).to_string());
        }
        Precision::Minute => TimePrecision::Minute,
        Precision::Second => TimePrecision::Second,
    };
    let formatter = DateTimeFormatter::try_new(locale, YMDT::long().with_time_precision(precision)).ok()?;
    Some(formatter.format(&DateTime { date, time }).to_string())
}

/// Formats a number in the language's digits, after its plural category and a space.
fn counted(lang: &str, number: u32) -> Option<String> {
    let locale = Locale::try_from_str(lang).ok()?;
    // Plurals depend only on the language, except in Portuguese (CLDR, plurals); with a script ICU4X may find none.
    let mut language = locale.clone();
    language.id.script = None;
    language.id.region = locale.id.region.filter(|_| lang.starts_with("pt"));
    let category = match PluralRules::try_new_cardinal((&language).into()).ok()?.category_for(number) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    let digits = DecimalFormatter::try_new((&locale).into(), Default::default()).ok()?;
    Some(format!("{category} {}", digits.format(&number.into())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_in_the_readers_language() {
        let shown = |lang, zone, precision| Icu.date(lang, Moment { seconds: 1_704_320_026, zone, precision });
        assert_eq!(shown("en", None, Precision::Day).as_deref(), Some("January 3, 2024"));
        assert_eq!(shown("zh-CN", None, Precision::Second).as_deref(), Some("2024年1月3日 22:13:46"));
        assert_eq!(shown("de", Some("Asia/Shanghai"), Precision::Minute).as_deref(), Some("4. Januar 2024 um 06:13"));
        assert_eq!(shown("tlh", None, Precision::Day).as_deref(), Some("January 3, 2024"));
        assert_eq!(shown("de", Some("Nowhere/At_All"), Precision::Minute), None);
    }
}
