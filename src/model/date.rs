//! Dates and times as publishers write them.
//!
//! A time without an offset remains a *floating* time: no zone is invented for it.

/// A date of the Gregorian calendar, with a time and an offset if they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateTime {
    /// The year, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
    /// The time of day, if known.
    pub time: Option<Time>,
    /// Minutes ahead of UTC, if known; with it the date is an instant.
    pub offset: Option<i16>,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// The second, 0 to 59, if it was written.
    pub second: Option<u8>,
    /// Whether the second was written for readers, as in `2026-01-03 22:13:46`, and not by a system that always writes
    /// one, as in `2026-01-03T22:13:46Z`.
    pub is_told: bool,
}

/// How precisely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the minute.
    Minute,
    /// To the second.
    Second,
}

impl DateTime {
    /// Reads seconds (up to 11 digits) or milliseconds since 1970, if the instant is between 1970 and 2100.
    pub fn from_epoch(number: i64) -> Option<DateTime> {
        let seconds = if number.abs() >= 100_000_000_000 { number.div_euclid(1000) } else { number };
        (0..4_102_444_800).contains(&seconds).then(|| DateTime::from_unix(seconds))
    }

    /// Converts seconds since 1970 to an instant in UTC, between the years 1 and 9999.
    fn from_unix(seconds: i64) -> DateTime {
        let (year, month, day) = civil(seconds.div_euclid(86_400));
        let rest = seconds.rem_euclid(86_400);
        let second = Some((rest % 60) as u8);
        let time = Time { hour: (rest / 3600) as u8, minute: (rest / 60 % 60) as u8, second, is_told: false };
        DateTime { year: year as u16, month, day, time: Some(time), offset: Some(0) }
    }

    /// Returns the seconds since 1970 of the date and time as written, as if they were UTC.
    pub fn civil_seconds(self) -> i64 {
        let time = self
            .time
            .map_or(0, |t| i64::from(t.hour) * 3600 + i64::from(t.minute) * 60 + i64::from(t.second.unwrap_or(0)));
        days(i64::from(self.year), i64::from(self.month), i64::from(self.day)) * 86_400 + time
    }

    /// Returns the seconds since 1970, if the offset is known.
    pub fn unix_seconds(self) -> Option<i64> {
        Some(self.civil_seconds() - i64::from(self.offset?) * 60)
    }

    /// Returns the date with this offset, if it has a time and no offset.
    pub fn with_offset(self, minutes: i16) -> DateTime {
        match (self.time, self.offset) {
            (Some(_), None) => DateTime { offset: Some(minutes), ..self },
            _ => self,
        }
    }

    /// Returns the same instant at another offset. A date without an offset is returned unchanged, and so is one that
    /// would be before the year 1 or after 9999 there.
    pub fn at_offset(self, minutes: i16) -> DateTime {
        let there = self.unix_seconds().map(|seconds| seconds + i64::from(minutes) * 60);
        let Some(seconds) = there.filter(|seconds| (FIRST..=LAST).contains(seconds)) else { return self };
        let there = DateTime::from_unix(seconds);
        let second = there.time.and_then(|time| self.time?.second.and(time.second));
        let is_told = self.time.is_some_and(|time| time.is_told);
        let time = there.time.map(|time| Time { second, is_told, ..time });
        DateTime { time, offset: Some(minutes), ..there }
    }

    /// Returns the precision for readers: seconds count only if they were written for readers.
    pub fn precision(self) -> Precision {
        match self.time {
            None => Precision::Day,
            Some(Time { second: Some(_), is_told: true, .. }) => Precision::Second,
            Some(_) => Precision::Minute,
        }
    }

    /// Formats the date for the `datetime` attribute (HTML, section 2.3.5), which is also ISO 8601.
    pub fn to_iso(self) -> String {
        let mut out = String::with_capacity(25);
        push(&mut out, "", self.year, 1000);
        push(&mut out, "-", self.month.into(), 10);
        push(&mut out, "-", self.day.into(), 10);
        if let Some(time) = self.time {
            push(&mut out, "T", time.hour.into(), 10);
            push(&mut out, ":", time.minute.into(), 10);
            if let Some(second) = time.second {
                push(&mut out, ":", second.into(), 10);
            }
        }
        match self.offset {
            None => {}
            Some(0) => out.push('Z'),
            Some(minutes) => {
                push(&mut out, if minutes < 0 { "-" } else { "+" }, minutes.unsigned_abs() / 60, 10);
                push(&mut out, ":", minutes.unsigned_abs() % 60, 10);
            }
        }
        out
    }

    pub(super) fn days_in_month(self) -> u8 {
        match self.month {
            2 if self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400)) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

/// The first second of the year 1 and the last of 9999, in seconds since 1970.
pub(crate) const FIRST: i64 = -62_135_596_800;
pub(crate) const LAST: i64 = 253_402_300_799;

/// Appends a separator and the digits of a number, starting with the digit of value `unit`.
fn push(out: &mut String, before: &str, number: u16, mut unit: u16) {
    out.push_str(before);
    while unit > 0 {
        out.push(char::from(b'0' + (number / unit % 10) as u8));
        unit /= 10;
    }
}

/// Returns the days since 1970 of a date (the algorithm of H. Hinnant, "chrono-compatible low-level date algorithms").
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Returns the date of a number of days since 1970 (the same source).
fn civil(days: i64) -> (i64, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month as u8, (of_year - (153 * shifted + 2) / 5 + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_move_between_offsets_and_floating_times_do_not() {
        let instant = DateTime::parse("2024-01-03T22:13Z").expect("a date");
        assert_eq!(instant.at_offset(480).to_iso(), "2024-01-04T06:13+08:00");
        let floating = DateTime::parse("2024-01-03 22:13").expect("a date");
        assert_eq!(floating.at_offset(480), floating);
        assert_eq!(floating.with_offset(480).to_iso(), "2024-01-03T22:13+08:00");
        assert_eq!(
            floating.with_offset(480).unix_seconds(),
            DateTime::parse("2024-01-03T14:13Z").and_then(DateTime::unix_seconds)
        );
    }

    #[test]
    fn the_first_and_the_last_second_stay_in_their_years() {
        let moved = |text: &str, minutes| DateTime::parse(text).map(|date| date.at_offset(minutes).to_iso());
        let (first, last) = ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z");
        assert_eq!(moved(first, -720).as_deref(), Some(first));
        assert_eq!(moved(last, 840).as_deref(), Some(last));
        assert_eq!(moved(first, 840).as_deref(), Some("0001-01-01T14:00:00+14:00"));
        assert_eq!(moved(last, -720).as_deref(), Some("9999-12-31T11:59:59-12:00"));
        let seconds = |text| DateTime::parse(text).and_then(DateTime::unix_seconds);
        assert_eq!((seconds(first), seconds(last)), (Some(FIRST), Some(LAST)));
    }

    #[test]
    fn days_and_civil_agree() {
        for day in (-200_000..200_000).step_by(17) {
            let (year, month, date) = civil(day);
            assert_eq!(days(year, month.into(), date.into()), day);
        }
    }
}
