//! The words that the widget itself says, in the reader's language.
//!
//! They stand in `labels.tsv` and `labels-more.tsv`: a row a language, a column a label, `{}` where the value goes. The
//! second file is not in the page's first module, which gets its rows as options when an article wants one.

use crate::lang::Lang;
use crate::scan;

/// All labels: a header row with their names, then a row for each language.
#[cfg(feature = "formats")]
const TABLE: &str = concat!(include_str!("labels.tsv"), include_str!("labels-more.tsv"));
#[cfg(not(feature = "formats"))]
const TABLE: &str = include_str!("labels.tsv");

/// The rows of the table, cut when this is compiled.
const ROWS: [&str; line_count(TABLE)] = lines(TABLE);

#[expect(clippy::indexing_slicing, reason = "run when this is compiled, where a panic is an error of the build")]
const fn line_count(text: &str) -> usize {
    let (mut count, mut at) = (0, 0);
    while at < text.len() {
        count += (text.as_bytes()[at] == b'\n') as usize;
        at += 1;
    }
    count
}

#[expect(clippy::indexing_slicing, reason = "run when this is compiled, where a panic is an error of the build")]
const fn lines<const COUNT: usize>(text: &'static str) -> [&'static str; COUNT] {
    let mut lines = [""; COUNT];
    let (mut rest, mut line, mut end) = (text, 0, 0);
    while line < COUNT {
        if rest.as_bytes()[end] == b'\n' {
            let (before, behind) = rest.split_at(end);
            lines[line] = before;
            rest = behind.split_at(1).1;
            (line, end) = (line + 1, 0);
        } else {
            end += 1;
        }
    }
    lines
}

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
    pub fn find(langs: &[Option<&Lang>], own: &'r [(String, String)]) -> Labels<'r> {
        let row = langs.iter().flatten().find_map(|lang| row(lang));
        Labels { row: row.unwrap_or(ROWS[1]), own }
    }

    /// A label's text.
    pub fn get(&self, label: Label) -> &'r str {
        let name = cell(ROWS[0], label);
        let own = self.own.iter().rev().find(|(own, _)| own == name);
        own.map_or_else(|| cell(self.row, label), |(_, text)| text)
    }
}

/// The cell of a label in a row.
fn cell(row: &'static str, label: Label) -> &'static str {
    let mut rest = row;
    for _ in 0..label as usize {
        scan::next_part(&mut rest, b'\t');
    }
    scan::next_part(&mut rest, b'\t')
}

/// The row of a language; Chinese by its script, which is traditional in Taiwan, Hong Kong and Macau.
fn row(lang: &Lang) -> Option<&'static str> {
    let primary = lang.primary();
    let key = match primary.as_str() {
        "zh" | "yue" | "cmn" if lang.has_subtag("hant tw hk mo") && !lang.has_subtag("hans") => "zh-Hant",
        "zh" | "yue" | "cmn" => "zh-Hans",
        "iw" => "he",
        primary => primary,
    };
    ROWS.iter().skip(1).copied().find(|row| scan::cut(row, b"\t").0 == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(lang: &str, label: Label) -> String {
        Labels::find(&[Lang::parse(lang).as_ref()], &[]).get(label).to_owned()
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
        assert_eq!(Labels::find(&[None, None], &own).get(Label::Published), "Out {}");
    }
}
