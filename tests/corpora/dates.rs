//! Native dates compared with those of a news site's services in the corpora: 50 ways to write one date and one time.
//! Ours are CLDR's; where a service has other words, the table gives the reason.
#![cfg(feature = "icu")]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]

use crate::support::corpora;
use article_widget::Icu;
use article_widget::model::{DateTime, Precision};
use article_widget::render::{Locales, Moment};
use serde_json::Value;
use std::collections::BTreeSet;

/// The services whose dates lack some of our words, regardless of order and separators.
const EXPLAINED: &[(&str, &str)] = &[
    ("afaanoromoo", "CLDR spells the months otherwise"),
    (
        "amharic",
        "CLDR calls the months of this calendar by names of their own, the service by those of the Ethiopian one",
    ),
    ("arabic", "the service has two names for each month, CLDR one by region"),
    ("gahuza", "the service writes Kirundi and Kinyarwanda, CLDR has the months of the one or the other"),
    ("igbo", "CLDR spells the months otherwise"),
    ("marathi", "CLDR has Devanagari digits"),
    ("naidheachdan", "CLDR has the months in the genitive, as they stand in a sentence"),
    ("pashto", "CLDR has the Solar Hijri calendar"),
    ("persian", "CLDR has the Solar Hijri calendar"),
    ("pidgin", "CLDR spells the months in the orthography of Naijá"),
    ("sinhala", "CLDR 49 has the months of the Sinhala calendar"),
    ("tamil", "the service writes a vowel in two characters for one"),
    ("thai", "CLDR has the Buddhist calendar"),
    ("yoruba", "the service writes accents apart from their letters"),
];

/// Reads a file of the corpora.
fn corpus(name: &str) -> Value {
    let json = corpora::file(&format!("bbc/{name}.json")).expect("a readable file");
    serde_json::from_slice(&json).expect("JSON")
}

/// Returns the words and numbers of a date in lower case.
fn words(text: &str) -> BTreeSet<String> {
    let parts = text.split(|c: char| c.is_whitespace() || "-,،./".contains(c));
    parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
}

/// Returns the numbers of a text in any digits.
fn numbers(text: &str) -> Vec<u32> {
    const ZEROS: &str = "0٠۰०০၀";
    let digit = |c: char| ZEROS.chars().map(|zero| (c as u32).wrapping_sub(zero as u32)).find(|value| *value < 10);
    let spaced: String =
        text.chars().map(|c| digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(' ')).collect();
    spaced.split_whitespace().map(|number| number.parse().expect("a number")).collect()
}

pub fn dates_are_those_of_the_services_but_for_what_is_explained() {
    let (expected, services) = (corpus("expected-time-formats"), corpus("service-strings"));
    let (mut variants, mut unlike, mut explained) = (0, Vec::new(), BTreeSet::new());
    for (service, texts) in expected.as_object().expect("services").iter().flat_map(|(service, variants)| {
        variants.as_object().expect("variants").iter().map(move |(variant, texts)| {
            (if variant == "default" { service.clone() } else { format!("{service}/{variant}") }, texts)
        })
    }) {
        variants += 1;
        let settings = &services[&service];
        let [lang, zone] = ["lang", "timezone"].map(|name| settings[name].as_str().expect("a text"));
        let shown = |lang, date: &str, precision| {
            let seconds = DateTime::parse(date).and_then(DateTime::unix_seconds).expect("an instant");
            Icu.date(lang, Moment { seconds, zone: Some(zone), precision }).expect("a date")
        };
        let [date, time] =
            ["exact date", "exact date and time with timezone"].map(|name| texts[name].as_str().expect("a text"));
        let ours = shown(lang, "2018-10-10T16:20Z", Precision::Day);
        // Whatever its name, it is the same minute.
        let [.., hour, minute] = numbers(&shown("en-GB", "2019-07-12T12:55Z", Precision::Minute))[..] else {
            panic!("no time");
        };
        let ours_with_time = shown(lang, "2019-07-12T12:55Z", Precision::Minute);
        for text in [time, &ours_with_time] {
            let told = numbers(text).windows(2).any(|pair| (pair[0] % 12, pair[1]) == (hour % 12, minute));
            assert!(told, "{service}: {ours_with_time} for {time}");
        }
        if !words(date).is_subset(&words(&ours)) {
            match EXPLAINED.iter().find(|(known, _)| *known == service) {
                Some((known, _)) => _ = explained.insert(*known),
                None => unlike.push(format!("{service} ({lang}): {ours} for {date}")),
            }
        }
    }
    assert_eq!(variants, 50);
    assert!(unlike.is_empty(), "{unlike:#?}");
    assert_eq!(
        explained,
        EXPLAINED.iter().map(|(service, _)| *service).collect(),
        "what is alike needs no explanation"
    );
}
