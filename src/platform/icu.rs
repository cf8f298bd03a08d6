//! ICU4X for the words, the IANA time zone database (by jiff) for the zones.

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

/// Dates and numbers by ICU4X.
pub(crate) fn locales() -> Icu {
    Icu
}

/// Dates and numbers by ICU4X, of Unicode's CLDR as `Intl` is in browsers: the same words on servers and in pages.
#[derive(Clone, Copy, Debug, Default)]
pub struct Icu;

impl Locales for Icu {
    fn date(&self, lang: &str, moment: Moment) -> Option<String> {
        let locale = DateTimeFormatterPreferences::from(&Locale::try_from_str(lang).ok()?);
        let zone = TimeZone::get(moment.zone.unwrap_or("UTC")).ok()?;
        let there = Timestamp::from_second(moment.seconds).ok()?.to_zoned_datetime(zone);
        let date = Date::try_new_iso(there.year().into(), there.month().try_into().ok()?, there.day().try_into().ok()?)
            .ok()?;
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

    fn count(&self, lang: &str, number: u32) -> String {
        counted(lang, number).unwrap_or_else(|| IsoDates.count(lang, number))
    }
}

/// A number in the language's digits, behind its plural category and a space.
fn counted(lang: &str, number: u32) -> Option<String> {
    let locale = Locale::try_from_str(lang).ok()?;
    let category = match PluralRules::try_new_cardinal((&locale).into()).ok()?.category_for(number) {
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
        assert_eq!(shown("de", Some("Nowhere/At_All"), Precision::Minute), None);
    }
}
