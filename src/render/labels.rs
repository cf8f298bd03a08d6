//! The words that the widget itself says, in the reader's language.
//!
//! They stand in `labels.tsv`: a row a language, a column a label, `{}` where the value goes.

use crate::lang::Lang;

/// All labels: a header row with their names, then a row for each language.
const TABLE: &str = include_str!("labels.tsv");

/// A label, in the order of the table's columns behind the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Breadcrumb = 1,
    Published,
    Modified,
    Source,
    Authors,
    ListSeparator,
    Keywords,
    Related,
    More,
    Sponsored,
    Table,
    Video,
    Audio,
    Done,
    ToDo,
    Note,
    Back,
    Details,
    KeyPoints,
    Correction,
}

/// The labels of one language, and what the host puts in their place.
#[derive(Debug)]
pub(super) struct Labels<'r> {
    row: &'static str,
    own: &'r [(String, String)],
}

impl<'r> Labels<'r> {
    /// The labels of the first language that has a row, else those of the first row.
    pub fn find<'l>(mut langs: impl Iterator<Item = &'l Lang>, own: &'r [(String, String)]) -> Labels<'r> {
        let mut rows = TABLE.lines().skip(1);
        let row = langs.find_map(row).or_else(|| rows.next()).unwrap_or("");
        Labels { row, own }
    }

    /// A label's text.
    pub fn get(&self, label: Label) -> &str {
        let column = label as usize;
        let name = TABLE.lines().next().and_then(|names| names.split('\t').nth(column));
        let own = self.own.iter().rev().find(|(own, _)| Some(own.as_str()) == name);
        own.map_or_else(|| self.row.split('\t').nth(column).unwrap_or(""), |(_, text)| text)
    }
}

/// The row of a language; Chinese by its script, which is traditional in Taiwan, Hong Kong and Macau.
fn row(lang: &Lang) -> Option<&'static str> {
    let primary = lang.primary();
    let traditional =
        ["Hant", "TW", "HK", "MO"].iter().any(|subtag| lang.has_subtag(subtag)) && !lang.has_subtag("Hans");
    let key = match (primary.as_str(), traditional) {
        ("zh" | "yue" | "cmn", true) => "zh-Hant",
        ("zh" | "yue" | "cmn", false) => "zh-Hans",
        ("iw", _) => "he",
        (primary, _) => primary,
    };
    TABLE.lines().skip(1).find(|row| row.split('\t').next() == Some(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(lang: &str, label: Label) -> String {
        Labels::find(Lang::parse(lang).iter(), &[]).get(label).to_owned()
    }

    #[test]
    fn every_language_has_every_label() {
        let columns = TABLE.lines().next().map_or(0, |names| names.split('\t').count());
        assert_eq!(columns, Label::Correction as usize + 1);
        for row in TABLE.lines() {
            assert_eq!(row.split('\t').filter(|cell| !cell.is_empty()).count(), columns, "{row}");
        }
        for row in TABLE.lines().skip(1) {
            for label in [Label::Published, Label::Modified, Label::Source, Label::Authors, Label::Table, Label::Note] {
                assert!(row.split('\t').nth(label as usize).is_some_and(|text| text.contains("{}")), "{row}");
            }
        }
    }

    #[test]
    fn the_row_follows_language_and_script() {
        for (lang, text) in [
            ("zh", "来源：{}"),
            ("zh-TW", "來源：{}"),
            ("zh-Hans-HK", "来源：{}"),
            ("DE-at", "Quelle: {}"),
            ("xx", "Source: {}"),
        ] {
            assert_eq!(label(lang, Label::Source), text, "{lang}");
        }
    }

    #[test]
    fn the_host_can_replace_a_label() {
        let own = [("published".to_owned(), "Out {}".to_owned())];
        assert_eq!(Labels::find(std::iter::empty(), &own).get(Label::Published), "Out {}");
    }
}
