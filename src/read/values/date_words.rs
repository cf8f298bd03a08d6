//! Dates in words: those of mail and feeds (RFC 5322, sections 3.3 and 4.3), of JavaScript's `Date`, and of English
//! text; also days with dots.

use crate::model::DateTime;
use crate::text::keys::Keys;
use crate::text::{ascii, template};

/// The months and the days of the week; three or more of their letters are an abbreviation.
const MONTHS: &str = "january february march april may june july august september october november december";
const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

/// The zones of RFC 5322, section 4.3. Other abbreviations are ambiguous, so a date with one is not read.
const ZONES: &str = "est-5 edt-4 cst-6 cdt-5 mst-7 mdt-6 pst-8 pdt-7";

/// The longest text that may be a date, in bytes.
const LONGEST: usize = 80;

/// The parts of a date found so far; empty if not found.
#[derive(Default)]
struct Parts<'t> {
    year: &'t str,
    month: String,
    day: &'t str,
    clock: String,
    half: &'t str,
    offset: &'t str,
}

/// Reads a date in words in any order, unless the text has other words too.
pub(crate) fn parse(text: &str) -> Option<DateTime> {
    if text.len() > LONGEST {
        return None;
    }
    // Text in brackets only explains the text before it.
    let text = ascii::cut(text, b"(").0.to_ascii_lowercase();
    let mut parts = Parts::default();
    for word in text.split([' ', ',', '\t', '\n', '\u{a0}', '\u{202f}']) {
        // JavaScript writes the offset after "GMT".
        let offset = word.strip_prefix("gmt").or(word.strip_prefix("utc")).unwrap_or(word);
        if offset.starts_with(['+', '-']) {
            parts.offset = offset;
            continue;
        }
        for word in word.split('-') {
            parts.take(word.trim_end_matches('.'))?;
        }
    }
    parts.date()
}

impl<'t> Parts<'t> {
    /// Takes a word if it can be a missing part of a date.
    fn take(&mut self, word: &'t str) -> Option<()> {
        let halves = ["am", "a.m", "pm", "p.m"];
        if let Some(half) = halves.into_iter().find(|half| word.ends_with(half)) {
            self.half = half;
            let clock = word.strip_suffix(half)?;
            return if clock.is_empty() { Some(()) } else { self.clock(clock) };
        }
        let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = word.strip_suffix(rest)?;
        match (number.len(), rest) {
            (0, "" | "at" | "of" | "the" | "on") => {}
            (0, name) => return self.name(name),
            (4, "") if self.year.is_empty() => self.year = number,
            (1 | 2, "" | "st" | "nd" | "rd" | "th") if self.day.is_empty() => self.day = number,
            (1 | 2, _) if rest.matches('.').count() == 2 => {
                let (month, year) = ascii::split_once(rest.get(1..)?, b'.')?;
                (self.day, self.month, self.year) = (number, month.to_owned(), year);
            }
            _ => return self.clock(word),
        }
        Some(())
    }

    /// Takes the name of a month, a day or a zone.
    fn name(&mut self, name: &'t str) -> Option<()> {
        if let Some(month) = place(MONTHS, name) {
            self.month = ascii::decimal(month + 1);
        } else if let "z" | "ut" | "utc" | "gmt" = name {
            self.offset = "z";
        } else if place(DAYS, name).is_none() {
            self.offset = Keys(ZONES).find_map(|zone| zone.strip_prefix(name).filter(|_| name.len() == 3))?;
        }
        Some(())
    }

    fn clock(&mut self, clock: &str) -> Option<()> {
        self.clock = clock.replace('.', ":");
        Some(())
    }

    /// Combines the parts to ISO 8601 and reads that.
    fn date(self) -> Option<DateTime> {
        let minutes = if self.half.is_empty() || self.clock.contains(':') { "" } else { ":00" };
        let iso = [self.year, "-", &self.month, "-", self.day, " ", &self.clock, minutes, self.offset];
        let mut date = DateTime::parse(&template::concat(&iso))?;
        if let (Some(time), false) = (&mut date.time, self.half.is_empty()) {
            if time.hour > 12 {
                return None;
            }
            time.hour = time.hour % 12 + if self.half.starts_with('p') { 12 } else { 0 };
        }
        Some(date)
    }
}

/// Returns the position of the word in a list that begins with these letters, three or more.
fn place(list: &str, name: &str) -> Option<u64> {
    let (mut rest, mut place) = (list, 0);
    while name.len() > 2 && !rest.is_empty() {
        if ascii::next_part(&mut rest, b' ').starts_with(name) {
            return Some(place);
        }
        place += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_words_are_read() {
        for (text, read) in [
            ("Tue, 24 Nov 2026 10:00:00 +0100", "2026-11-24T10:00:00+01:00"),
            ("24 Nov 2026 10:00 GMT", "2026-11-24T10:00Z"),
            ("Tue, 24 Nov 2026 10:00:00 EST", "2026-11-24T10:00:00-05:00"),
            ("Tue, 3 Nov 2026 09:05:00 Z (late)", "2026-11-03T09:05:00Z"),
            ("Tuesday, 24-Nov-2026 10:00:00 UTC", "2026-11-24T10:00:00Z"),
            ("Tue Nov 24 2026 10:00:00 GMT+0100 (Central European Standard Time)", "2026-11-24T10:00:00+01:00"),
            ("Tue Nov 24 2026 10:00:00 GMT-0330", "2026-11-24T10:00:00-03:30"),
            ("Tue Nov 24 10:00:00 2026", "2026-11-24T10:00:00"),
            ("24 November 2026", "2026-11-24"),
            ("November 24, 2026", "2026-11-24"),
            ("Nov. 24, 2026", "2026-11-24"),
            ("Sept 4, 2026", "2026-09-04"),
            ("4th of May 2026", "2026-05-04"),
            ("November 24, 2026 at 10:05 pm", "2026-11-24T22:05"),
            ("November 24, 2026 12:05 a.m.", "2026-11-24T00:05"),
            ("Nov 24, 2026, 9am EDT", "2026-11-24T09:00-04:00"),
            ("Nov 24, 2026, 12:30\u{202f}PM", "2026-11-24T12:30"),
            ("Tue 24 Nov 2026 10.30 GMT", "2026-11-24T10:30Z"),
            ("24.11.2026", "2026-11-24"),
            ("4.1.2026 8:30", "2026-01-04T08:30"),
            ("Tue, 24 Nov 2026 10:00:00 CET", "none"),
            ("31 November 2026", "none"),
            ("Nov 2026", "none"),
            ("24 Nov 26", "none"),
            ("24 Nov 2026 13:00 pm", "none"),
            ("24 Nov 2026 10", "none"),
            ("24 Nov 2026 by Ada Ley", "none"),
            ("ma 24 no 2026", "none"),
            ("24/11/2026", "none"),
            ("Nov 24 2026 +", "none"),
            ("gmt+", "none"),
            ("", "none"),
        ] {
            let date = parse(text).map_or_else(|| "none".to_owned(), DateTime::to_iso);
            assert_eq!(date, read, "{text}");
        }
    }
}
