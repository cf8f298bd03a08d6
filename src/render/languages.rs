//! The languages built into the crate: their labels and their plural rules.

use crate::text::ascii;
use crate::text::keys::Keys;
use crate::text::lang::Lang;
use crate::text::template;

/// A row for each language except English.
const TABLE: &str = include_str!("labels-more.tsv");

/// Returns the row of a language, by script if it has several: traditional Chinese in Taiwan, Hong Kong and Macau,
/// Serbian in Latin letters in Montenegro (CLDR, likely subtags).
pub(super) fn row(lang: &Lang) -> Option<&'static str> {
    let primary = lang.primary();
    let key = match primary.as_str() {
        "zh" | "cmn" if lang.has_subtag("hant tw hk mo") && !lang.has_subtag("hans") => "zh-Hant",
        "zh" | "cmn" => "zh-Hans",
        "yue" if lang.has_subtag("hans cn") => "zh-Hans",
        "sr" if lang.has_subtag("latn me") && !lang.has_subtag("cyrl") => "sr-Latn",
        "sh" => "sr-Latn",
        "uz" if lang.has_subtag("cyrl") => "uz-Cyrl",
        // Deprecated tags: IANA language subtag registry, `Preferred-Value`.
        "iw" => "he",
        "in" => "id",
        "tl" => "fil",
        "mo" => "ro",
        primary => primary,
    };
    TABLE.lines().find(|row| Keys(ascii::cut(row, b"\t").0).has(key))
}

/// Formats a number in Latin digits, after its plural category.
pub(super) fn count(lang: &str, number: u32) -> String {
    template::concat(&[
        category(&ascii::cut(lang, b"-").0.to_ascii_lowercase(), number),
        " ",
        &ascii::decimal(number.into()),
    ])
}

/// Returns the plural category of a whole number (CLDR, cardinal rules) in languages whose labels have several forms;
/// in others nothing depends on it.
fn category(language: &str, number: u32) -> &'static str {
    match (language, number, number % 100) {
        ("ar" | "cy", 0, _) => "zero",
        ("gd", 1 | 11, _) | (_, 1, _) => "one",
        ("ar" | "he" | "iw" | "cy", 2, _) | ("gd", 2 | 12, _) => "two",
        ("ar", _, 3..=10) | ("gd", 3..=19, _) | ("cy", 3, _) => "few",
        ("ar", _, 11..) | ("cy", 6, _) => "many",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_label(tag: &str) -> Option<&'static str> {
        let row = Lang::parse(tag).and_then(|lang| row(&lang))?;
        row.split('\t').nth(1)
    }

    #[test]
    fn the_row_follows_language_and_script() {
        for (tag, same) in [
            ("zh", "zh-Hans"),
            ("zh-TW", "zh-Hant"),
            ("zh-Hans-HK", "zh-Hans"),
            ("yue", "zh-Hant"),
            ("sr-ME", "sr-Latn"),
            ("sr-Cyrl-ME", "sr"),
            ("uz-Cyrl-UZ", "uz-Cyrl"),
            ("no", "nb"),
            ("nn-NO", "nb"),
            ("iw", "he"),
            ("DE-at", "de"),
            ("pt-BR", "pt"),
        ] {
            assert!(first_label(tag).is_some(), "{tag}");
            assert_eq!(first_label(tag), first_label(same), "{tag}");
        }
        assert_ne!(first_label("zh-TW"), first_label("zh"));
        assert_ne!(first_label("sr-Latn"), first_label("sr"));
        assert_ne!(first_label("uz-Cyrl"), first_label("uz"));
        assert_eq!(first_label("xx"), None);
    }

    #[test]
    fn forms_are_those_of_the_rules() {
        for row in TABLE.lines() {
            let language = ascii::cut(ascii::cut(row, b"\t").0, b" -").0;
            let given: Vec<_> = (0..200).map(|number| category(language, number)).collect();
            for form in row.split(['\t', '|']) {
                if let Some((of, _)) = form.split_once('=') {
                    assert!(given.contains(&of), "{form} of {language}");
                }
            }
        }
    }
}
