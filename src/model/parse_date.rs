//! Reads dates and times in the spellings of publishers.

use super::date::{DateTime, Time};
use crate::text::ascii;

impl DateTime {
    /// Reads a date: ISO 8601 in its common spellings (`T` or a space, with or without seconds and fractions, `Z`,
    /// `+01:00`, `+0100`, `+01`), slashes or dots for hyphens if the year comes first, `年月日`, and epoch seconds (10
    /// digits) or milliseconds (13 digits).
    pub fn parse(text: &str) -> Option<DateTime> {
        let mut rest = text.trim();
        if let (10 | 13, Some(number)) = (rest.len(), ascii::integer(rest)) {
            return DateTime::from_epoch(number);
        }
        let before = rest.len();
        let year = take_number(&mut rest, 4)?;
        let year_digits = before - rest.len();
        let month = take_after(&mut rest, DATE_SEPARATORS)?;
        let day = take_after(&mut rest, DATE_SEPARATORS)?;
        let date = DateTime { year, month, day, time: None, offset: None };
        let exists = year > 0 && (1..=12).contains(&month) && (1..=date.days_in_month()).contains(&day);
        let by_system = matches!(rest.as_bytes().first(), Some(b'T' | b't'));
        let ends = rest.is_empty() || take_any(&mut rest, &["日", "T", "t", " "]);
        while take_any(&mut rest, &["T", "t", " "]) {}
        if !exists || !ends || year_digits != 4 {
            return None;
        }
        if rest.is_empty() {
            return Some(date);
        }
        let time = take_time(&mut rest)?;
        let offset = match rest.trim() {
            "" => None,
            offset => Some(parse_offset(offset)?),
        };
        let is_told = time.is_told && !by_system && offset.is_none();
        Some(DateTime { time: Some(Time { is_told, ..time }), offset, ..date })
    }
}

/// The separators between the numbers of a date.
const DATE_SEPARATORS: &[&str] = &["-", "/", ".", "年", "月"];

/// Reads an offset such as `Z`, `+08:00`, `+0800` or `-3` in minutes ahead of UTC.
pub(crate) fn parse_offset(text: &str) -> Option<i16> {
    if let "z" | "utc" | "gmt" = text.to_ascii_lowercase().as_str() {
        return Some(0);
    }
    let mut rest = text;
    let behind = !take_any(&mut rest, &["+"]);
    if behind && !take_any(&mut rest, &["-", "\u{2212}"]) {
        return None;
    }
    let before = rest.len();
    let hours = take_number(&mut rest, 4)? as i16;
    let (hours, minutes) = match before - rest.len() {
        1 | 2 if take_any(&mut rest, &[":"]) => (hours, take_number(&mut rest, 2)? as i16),
        1 | 2 => (hours, 0),
        _ => (hours / 100, hours % 100),
    };
    let minutes_ahead = hours * 60 + minutes;
    (rest.is_empty() && hours <= 18 && minutes < 60).then_some(if behind { -minutes_ahead } else { minutes_ahead })
}

/// Takes a time of day from the start of a text: hours and minutes, with or without seconds and their fraction.
fn take_time(rest: &mut &str) -> Option<Time> {
    let hour = take_number(rest, 2)? as u8;
    let minute = take_after(rest, &[":", "时", "時"])?;
    let mut second = None;
    if take_any(rest, &[":"]) {
        second = Some(take_number(rest, 2)? as u8);
    } else if take_any(rest, &["分"]) {
        second = take_number(rest, 2).map(|second| second as u8);
    }
    take_any(rest, &["秒"]);
    let has_fraction = take_any(rest, &[".", ","]);
    if has_fraction {
        while take_number(rest, 4).is_some() {}
    }
    // No clock shows a leap second.
    let time = Time { hour, minute, second: second.map(|second| second.min(59)), is_told: !has_fraction };
    (hour < 24 && minute < 60 && second.unwrap_or(0) <= 60).then_some(time)
}

/// Takes a number of one to `longest` digits from the start of a text.
fn take_number(rest: &mut &str, longest: usize) -> Option<u16> {
    let mut number = None;
    for _ in 0..longest {
        let Some(digit @ b'0'..=b'9') = rest.as_bytes().first() else { break };
        number = Some(number.unwrap_or(0) * 10 + u16::from(digit - b'0'));
        *rest = rest.get(1..)?;
    }
    number
}

/// Takes a separator and a number of one or two digits from the start of a text.
fn take_after(rest: &mut &str, separators: &[&str]) -> Option<u8> {
    if take_any(rest, separators) { take_number(rest, 2).map(|number| number as u8) } else { None }
}

/// Takes one of these from the start of a text, if it is there.
fn take_any(rest: &mut &str, choices: &[&str]) -> bool {
    for choice in choices {
        if let Some(behind) = rest.strip_prefix(*choice) {
            *rest = behind;
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Precision;

    #[track_caller]
    fn iso(text: &str) -> String {
        DateTime::parse(text).map_or_else(|| "none".to_owned(), DateTime::to_iso)
    }

    #[test]
    fn publishers_spellings_are_read() {
        for (text, read) in [
            ("2024-01-03 22:13:46", "2024-01-03T22:13:46"),
            ("2024-01-03T22:13", "2024-01-03T22:13"),
            ("2024-01-03", "2024-01-03"),
            ("2017-11-03 03:01:00.000000", "2017-11-03T03:01:00"),
            ("2024-01-03T22:13:46.123Z", "2024-01-03T22:13:46Z"),
            ("2024-01-03T22:13:46+0100", "2024-01-03T22:13:46+01:00"),
            ("2024-01-03T22:13:46 -03", "2024-01-03T22:13:46-03:00"),
            ("2024-01-03T22:13:46+05:30", "2024-01-03T22:13:46+05:30"),
            ("2024/1/3 8:05", "2024-01-03T08:05"),
            ("2024年1月3日", "2024-01-03"),
            ("2024年01月03日 22:13", "2024-01-03T22:13"),
            ("2024年1月3日22时13分", "2024-01-03T22:13"),
            ("1539188425274", "2018-10-10T16:20:25Z"),
            ("1539188425", "2018-10-10T16:20:25Z"),
            ("2024-02-29", "2024-02-29"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
            ("2023-02-29", "none"),
            ("2024-13-01", "none"),
            ("01/03/2024", "none"),
            ("yesterday", "none"),
            ("2024-01-03T25:00", "none"),
            ("2024-01-03T22:13 Uhr", "none"),
            ("", "none"),
        ] {
            assert_eq!(iso(text), read, "{text}");
        }
    }

    #[test]
    fn seconds_are_told_where_they_were_written_for_readers() {
        for (text, precision) in [
            ("2024-01-03 22:13:46", Precision::Second),
            ("2024年1月3日 22:13:46", Precision::Second),
            ("2024-01-03 22:13", Precision::Minute),
            ("2024-01-03T22:13:46", Precision::Minute),
            ("2024-01-03T22:13:46+01:00", Precision::Minute),
            ("2024-01-03 22:13:46+00:00", Precision::Minute),
            ("2024-01-03 22:13:46.000", Precision::Minute),
            ("1539188425", Precision::Minute),
            ("2024-01-03", Precision::Day),
        ] {
            assert_eq!(DateTime::parse(text).map(DateTime::precision), Some(precision), "{text}");
        }
        let there = DateTime::parse("2024-01-03 22:13:46").map(|date| date.with_offset(60).at_offset(0).precision());
        assert_eq!(there, Some(Precision::Second));
    }
}
