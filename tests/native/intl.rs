//! Native dates and numbers by ICU4X compared with `Intl` in Node, called through the page's own
//! `www/render/core-callbacks.js`: the same words except for spaces, in every language that has labels.
#![cfg(all(feature = "icu", feature = "labels"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test")]

use article_widget::Icu;
use article_widget::model::{DateTime, Precision};
use article_widget::render::{IsoDates, Locales, Moment};
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

/// The CLDR version of the Node for which this table was made; ICU4X 2.4 has 49.
const CLDR: f64 = 48.0;

/// Languages in which the two word dates differently, and why.
const EXPLAINED: &[(&str, &str)] = &[
    ("CLDR 49 has another order or other signs", "am et gd ha hi hy kn ky mk ta ta-SG te ti vi"),
    ("CLDR 49 has two digits for the day", "om sl so sr sr-Cyrl sr-Latn sr-ME"),
    ("CLDR 49 has another clock, or another word before it", "bg es es-MX en-IN ko my ps si sq ur ur-IN yo zh-HK"),
    ("CLDR 49 has Latin digits", "bn-IN"),
    ("ICU4X has not got the language, so that it is English", "rn pa-Arab"),
];

/// Languages in which the two have other digits or plural categories; no label depends on these.
const EXPLAINED_NUMBERS: &str = "rw rn vi bn-IN pa-Arab";

/// Tags with a region or script whose customs differ from the language's own.
const REGIONS: &str = "en en-GB en-US en-AU en-IN en-ZA ar-EG ar-MA ar-AE fr-CA fr-CH de-AT de-CH es-MX es-US pt-PT zh-TW \
                       zh-HK sr-ME bn-IN hi-Latn fa-AF ur-IN ta-SG sw-KE uz-Cyrl pa-Arab";

/// Returns every tag that is compared.
fn languages() -> Vec<&'static str> {
    let table = include_str!("../../src/render/labels-more.tsv");
    let own = table.lines().flat_map(|row| row.split('\t').next().unwrap_or_default().split(' '));
    own.chain(REGIONS.split(' ')).collect()
}

/// Returns Node's answers to a list of questions, and its CLDR version. A question is `date` or `count` and the
/// arguments of this method of the page's host.
fn intl(questions: &[Value]) -> (Vec<String>, f64) {
    const SCRIPT: &str = "import { Host } from './www/render/core-callbacks.js';
        const chunks = []; for await (const chunk of process.stdin) chunks.push(chunk);
        const host = new Host(), decoder = new TextDecoder();
        const answers = JSON.parse(Buffer.concat(chunks)).map(([method, ...args]) => decoder.decode(host[method](...args)));
        process.stdout.write(JSON.stringify([answers, parseFloat(process.versions.cldr)]));";
    let mut node = Command::new("node")
        .args(["--input-type=module", "--eval", SCRIPT])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node, which the project needs anyway");
    let mut stdin = node.stdin.take().expect("an input");
    stdin.write_all(json!(questions).to_string().as_bytes()).expect("a node that reads");
    drop(stdin);
    let output = node.wait_with_output().expect("an end");
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).expect("texts")
}

/// Returns a text with plain spaces: engines use different ones of Unicode.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the dates to compare: the text of each, and the zone in which it is shown.
fn moments() -> Vec<(&'static str, Moment<'static>)> {
    const MONTHS: [&str; 12] = [
        "2026-01-01",
        "2026-02-09",
        "2026-03-10",
        "2026-04-11",
        "2026-05-15",
        "2026-06-20",
        "2026-07-21",
        "2026-08-22",
        "2026-09-23",
        "2026-10-30",
        "2026-11-03",
        "2024-12-31",
    ];
    // Floating times before and after noon and midnight; instants in zones on both sides of Greenwich.
    const TIMES: [(&str, Option<&str>); 10] = [
        ("2026-03-14 00:05", None),
        ("2026-03-14 01:09", None),
        ("2026-03-14 12:00", None),
        ("2026-03-14 18:40", None),
        ("2026-03-14 09:05:07", None),
        ("2026-03-14 23:59:59", None),
        ("2026-07-12T12:55Z", Some("Asia/Kathmandu")),
        ("2026-12-31T23:30Z", Some("Asia/Shanghai")),
        ("2026-01-01T03:30:00Z", Some("America/Sao_Paulo")),
        ("2026-03-29T01:00Z", Some("Europe/Berlin")),
    ];
    let read = |(text, zone): (&'static str, Option<&'static str>)| {
        let date = DateTime::parse(text).expect("a date");
        let seconds = date.unix_seconds().unwrap_or(date.civil_seconds());
        (text, Moment { seconds, zone, precision: date.precision() })
    };
    MONTHS.into_iter().map(|month| (month, None)).chain(TIMES).map(read).collect()
}

#[test]
fn dates_have_the_same_words_natively_and_by_intl() {
    let languages = languages();
    let moments = moments();
    let asked: Vec<_> = languages.iter().flat_map(|lang| moments.iter().map(move |moment| (*lang, *moment))).collect();
    let question = |(lang, (_, moment)): &(&str, (&str, Moment))| {
        let precision = match moment.precision {
            Precision::Day => 0,
            Precision::Minute => 1,
            Precision::Second => 2,
        };
        json!(["date", lang, moment.seconds * 1000, moment.zone.unwrap_or("UTC"), precision])
    };
    let (answers, cldr) = intl(&asked.iter().map(question).collect::<Vec<_>>());
    let mut unlike: Vec<(&str, String)> = Vec::new();
    for ((lang, (text, moment)), answer) in asked.iter().zip(&answers) {
        let native = Icu.date(lang, *moment).unwrap_or_default();
        assert!(!native.is_empty() && !answer.is_empty(), "{lang}: {text}");
        if spaced(&native) != spaced(answer) {
            unlike.push((lang, format!("{text}: {native} natively, {answer} by Intl")));
        }
    }
    let explained: Vec<_> = EXPLAINED.iter().flat_map(|(_, langs)| langs.split(' ')).collect();
    // An older Node differs in more languages; with a newer one the table must be updated.
    if cldr < CLDR {
        return eprintln!("this Node has CLDR {cldr}: its dates are not compared");
    }
    let is_alike = |lang: &&str| !unlike.iter().any(|(other, _)| other == lang);
    let alike: Vec<&str> = explained.iter().copied().filter(is_alike).collect();
    unlike.retain(|(lang, _)| !explained.contains(lang));
    assert!(unlike.is_empty(), "{unlike:#?}");
    assert!(cldr > CLDR || alike.is_empty(), "they need no explanation any more: {alike:?}");
}

#[test]
fn numbers_have_the_same_digits_and_plural_forms() {
    let numbers: Vec<u32> = (0..=200).collect();
    let languages = languages();
    let asked: Vec<_> = languages.iter().flat_map(|lang| numbers.iter().map(move |number| (*lang, *number))).collect();
    let (answers, _) = intl(&asked.iter().map(|(lang, number)| json!(["count", lang, number])).collect::<Vec<_>>());
    let unlike: Vec<_> = asked
        .iter()
        .zip(&answers)
        .map(|((lang, number), answer)| (lang, spaced(&Icu.count(lang, *number)), spaced(answer)))
        .filter(|(lang, native, answer)| native != answer && !EXPLAINED_NUMBERS.split(' ').any(|known| known == **lang))
        .collect();
    assert!(unlike.is_empty(), "{unlike:#?}");
}

/// Without ICU4X there are only Latin digits, and rules only for languages whose labels have several forms.
#[test]
fn labels_have_the_same_form_without_icu() {
    for row in include_str!("../../src/render/labels-more.tsv").lines() {
        let (tags, labels) = row.split_once('\t').expect("labels");
        for (lang, cell) in tags.split(' ').flat_map(|lang| labels.split('\t').map(move |cell| (lang, cell))) {
            let forms: Vec<_> = cell.split('|').map(|form| form.split_once('=').map_or("", |(of, _)| of)).collect();
            for number in 0..=200 {
                let form = |count: String| {
                    let category = count.split(' ').next().unwrap_or_default().to_owned();
                    forms.iter().position(|of| *of == category).unwrap_or(forms.len() - 1)
                };
                assert_eq!(
                    form(Icu.count(lang, number)),
                    form(IsoDates.count(lang, number)),
                    "{number} in {lang}: {cell}"
                );
            }
        }
    }
}

/// Minutes are whole, so the forms for fractions do not matter.
#[test]
fn reading_time_has_the_digits_of_dates() {
    let article = json!({ "lang": "fa", "headline": "1", "body": vec!["کلمه ".repeat(238); 3] }).to_string();
    let rendered = article_widget::render_html(article.as_bytes(), &Default::default()).expect("an article");
    assert!(rendered.html.contains("<span part=\"reading-time\">"), "{}", rendered.html);
    assert!(rendered.html.contains('۳') && !rendered.html.contains(">3"), "{}", rendered.html);
}
