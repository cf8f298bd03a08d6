//! Dates: what a machine reads in them, and what a reader sees.

use super::Renderer;
use super::locales::Moment;
use super::names::{Attr, Tag};
use crate::model::{Date, DateTime};
use crate::options::Zone;
use crate::scan;

/// Writes a date.
pub(super) fn date(r: &mut Renderer, date: &Date) {
    match date {
        Date::Verbatim(text) => r.text_element(Tag::Bdi, "", text),
        Date::Known(date) => {
            let date = located(r, *date);
            let text = shown(r, date);
            r.start(Tag::Time, "");
            r.attr(Attr::Datetime, &date.to_iso());
            r.text(&text);
            r.close();
        }
    }
}

/// The date with the offset that the article's zone gives it, as it is written in the zone where it is shown.
fn located(r: &Renderer, date: DateTime) -> DateTime {
    let date = match r.zone {
        Some(Zone::Offset(minutes)) => date.with_offset(minutes),
        _ => date,
    };
    match zone(r) {
        Some(Zone::Offset(minutes)) => date.at_offset(*minutes),
        _ => date,
    }
}

/// The zone where instants are shown: the host's choice, else the article's own.
fn zone<'r>(r: &'r Renderer) -> Option<&'r Zone> {
    r.options.time_zone.as_ref().or(r.zone.as_ref())
}

/// What a reader sees.
fn shown(r: &Renderer, date: DateTime) -> String {
    let lang = r.lang.or(r.options.host_lang.as_ref()).map_or("en", |lang| lang.as_str());
    let moment = match (zone(r), date.unix_seconds()) {
        (Some(Zone::Named(name)), Some(seconds)) => Moment { seconds, zone: Some(name), precision: date.precision() },
        _ => Moment { seconds: date.civil_seconds(), zone: None, precision: date.precision() },
    };
    let mut text = r.locales.date(lang, moment).unwrap_or_else(|| plain_iso(date));
    // An instant that was written in UTC, for want of a zone, is not the time on anybody's wall.
    if date.offset == Some(0) && zone(r).is_none() {
        text.push_str(" UTC");
    }
    text
}

/// As ISO 8601 writes it, with a space before the time and without the offset.
fn plain_iso(date: DateTime) -> String {
    let iso = DateTime { offset: None, ..date }.to_iso();
    match scan::split_once(&iso, b'T') {
        Some((date, time)) => scan::concat(&[date, " ", time]),
        None => iso,
    }
}

/// Whether two dates are the same to the minute, so that the second says nothing new.
pub(super) fn same_minute(one: &Date, other: &Date) -> bool {
    match (one, other) {
        (Date::Known(one), Date::Known(other)) => {
            let seconds = |date: &DateTime| date.unix_seconds().unwrap_or(date.civil_seconds());
            one.time.is_some() == other.time.is_some() && (seconds(one) - seconds(other)).abs() < 60
        }
        (Date::Verbatim(one), Date::Verbatim(other)) => one == other,
        _ => false,
    }
}
