//! Dates: for machines and for readers.

use super::Renderer;
use super::locales::Moment;
use super::names::{Attr, Tag};
use crate::model::{Date, DateTime, FIRST, LAST, Precision};
use crate::options::Zone;
use crate::text::ascii;
use crate::text::template;

/// Writes a date.
pub(super) fn write_date(r: &mut Renderer, date: &Date) {
    match date {
        Date::Verbatim(text) => r.write_text_element(Tag::Bdi, "", text),
        Date::Known(date) => {
            let date = locate(r, *date);
            let text = format_date(r, date);
            r.start(Tag::Time, "");
            r.attr(Attr::Datetime, &date.to_iso());
            r.text(&text);
            r.close();
        }
    }
}

/// Applies the article's zone to a date without an offset, then converts it to the zone in which it is shown.
fn locate(r: &Renderer, date: DateTime) -> DateTime {
    let date = match r.zone {
        Some(Zone::Offset(minutes)) => date.with_offset(minutes),
        _ => date,
    };
    match find_zone(r) {
        Some(Zone::Offset(minutes)) => date.at_offset(*minutes),
        _ => date,
    }
}

/// Returns the zone in which instants are shown: the host's choice, otherwise the article's own.
fn find_zone<'r>(r: &'r Renderer) -> Option<&'r Zone> {
    r.options.time_zone.as_ref().or(r.zone.as_ref())
}

/// A day in seconds; every zone is less than this from UTC.
const DAY: i64 = 86_400;

/// Formats a date for readers.
fn format_date(r: &Renderer, date: DateTime) -> String {
    let lang = r.lang.or(r.options.host_lang.as_ref()).map_or("en", |lang| lang.as_str());
    let (seconds, named) = match (find_zone(r), date.unix_seconds()) {
        // Near the first and the last year, the date in another zone may be outside the supported years.
        (Some(Zone::Named(name)), Some(seconds)) if (FIRST + DAY..LAST - DAY).contains(&seconds) => {
            (seconds, Some(name.as_str()))
        }
        _ => (date.civil_seconds(), None),
    };
    // A language tag has at least two letters.
    let is_english = "en-US".starts_with(lang);
    let mut text = if named.is_none() && is_english {
        format_english(date)
    } else {
        let moment = Moment { seconds, zone: named, precision: date.precision() };
        r.locales.date(lang, moment).unwrap_or_else(|| format_iso(date))
    };
    // An instant in UTC, without any zone to convert it to, is not a local time.
    if date.offset == Some(0) && named.is_none() && find_zone(r) != Some(&Zone::Offset(0)) {
        text.push_str(" UTC");
    }
    text
}

const MONTHS: &str = "January February March April May June July August September October November December";

/// Formats a date as CLDR does in English, with a long date and a short time. It is written here, since a page that
/// needs nothing else from `Intl` would wait for its data, a tenth of a second on a phone.
fn format_english(date: DateTime) -> String {
    let (mut months, mut month) = (MONTHS, "");
    for _ in 0..date.month {
        month = ascii::next_part(&mut months, b' ');
    }
    let mut text = month.to_owned();
    text.push(' ');
    ascii::push_integer(&mut text, date.day.into());
    text.push_str(", ");
    ascii::push_integer(&mut text, date.year.into());
    if let Some(time) = date.time {
        text.push_str(" at ");
        ascii::push_integer(&mut text, ((time.hour + 11) % 12 + 1).into());
        text.push_str(format_iso(date).get("2026-09-01 07".len()..).unwrap_or(""));
        text.push_str(if time.hour < 12 { " AM" } else { " PM" });
    }
    text
}

/// Formats a date as ISO 8601, with a space before the time, without the offset, and with the precision for readers.
fn format_iso(date: DateTime) -> String {
    let mut iso = DateTime { offset: None, ..date }.to_iso();
    if date.precision() < Precision::Second {
        iso.truncate("2026-09-01T07:30".len());
    }
    match ascii::split_once(&iso, b'T') {
        Some((date, time)) => template::concat(&[date, " ", time]),
        None => iso,
    }
}

/// Returns whether two dates agree to the minute, so that showing the second adds nothing.
pub(super) fn is_same_minute(one: &Date, other: &Date) -> bool {
    match (one, other) {
        (Date::Known(one), Date::Known(other)) => {
            let seconds = |date: &DateTime| date.unix_seconds().unwrap_or(date.civil_seconds());
            one.time.is_some() == other.time.is_some() && (seconds(one) - seconds(other)).abs() < 60
        }
        (Date::Verbatim(one), Date::Verbatim(other)) => one == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format_date(iso: &str) -> Option<String> {
        DateTime::parse(iso).map(format_english)
    }

    #[test]
    fn english_dates_are_as_precise_as_they_are_known() {
        assert_eq!(format_date("2026-09-01").as_deref(), Some("September 1, 2026"));
        assert_eq!(format_date("2026-09-01T07:30").as_deref(), Some("September 1, 2026 at 7:30 AM"));
        assert_eq!(format_date("0987-12-31 23:59:05").as_deref(), Some("December 31, 987 at 11:59:05 PM"));
    }

    /// Tests every month, and every hour with and without seconds; ICU4X has another space before AM and PM.
    #[cfg(feature = "icu")]
    #[test]
    fn english_dates_have_the_words_of_cldr() {
        use crate::platform::Icu;
        use crate::render::Locales;
        let days = (1..=12).map(|month| format!("2026-{month:02}-{:02}", month * 2));
        let minutes = (0..24).map(|hour| format!("2026-05-10T{hour:02}:{:02}", hour * 2));
        let seconds = (0..24).map(|hour| format!("2026-05-10 {hour:02}:05:{:02}", hour * 2));
        for iso in days.chain(minutes).chain(seconds) {
            let date = DateTime::parse(&iso);
            let moment =
                date.map(|date| Moment { seconds: date.civil_seconds(), zone: None, precision: date.precision() });
            let words = moment.and_then(|moment| Icu.date("en", moment)).map(|text| text.replace('\u{202F}', " "));
            assert_eq!(format_date(&iso), words, "{iso}");
        }
    }
}
