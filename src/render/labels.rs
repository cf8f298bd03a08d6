//! The widget's own words, in the reader's language.
//!
//! They are in `labels.tsv`, which is English, and `labels-more.tsv`: one row per language, one column per label, `{}`
//! for the value. The second file is not in the page's modules: pages fetch the part of it that an article needs. It
//! has seven more columns for the page's own texts: `close`, `previous` and `next` in the lightbox, whose content an
//! embed loads, and that an article is loading, has failed, or can be tried again. If a number decides on the words, a
//! cell has several forms, `one=… minute|… minutes`: each follows its plural category (Unicode UTS #35, part 3, section
//! 5), and the last one is for all others.

use super::locales::Locales;
use crate::text::ascii;
use crate::text::lang::Lang;
use crate::text::template;
use std::borrow::Cow;

/// The row with the labels' names, and the English row.
const TABLE: &str = include_str!("labels.tsv");

/// A label, in the order of the table's columns after the language.
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
    ReadingTime,
    Pictures,
}

/// The labels of one language, and the host's replacements.
#[derive(Debug)]
pub(super) struct Labels<'r> {
    row: Cow<'static, str>,
    lang: &'r str,
    own: &'r [(String, String)],
}

impl<'r> Labels<'r> {
    /// Returns the labels of the first language that has a row, otherwise English ones.
    pub fn find(langs: &[Option<&'r Lang>], own: &'r [(String, String)], locales: &dyn Locales) -> Labels<'r> {
        for lang in langs.iter().flatten() {
            if lang.primary() == "en" {
                break;
            }
            if let Some(row) = locales.labels(lang) {
                return Labels { row, lang: lang.as_str(), own };
            }
        }
        Labels { row: Cow::Borrowed(find_row(1)), lang: "en", own }
    }

    /// Returns a label's text.
    pub fn get(&self, label: Label) -> &str {
        let own = self.own.iter().rev().find(|(name, _)| name == find_cell(find_row(0), label));
        own.map_or_else(|| find_cell(&self.row, label), |(_, text)| text)
    }

    /// Returns a label's text with a number in it, in the form that the number requires.
    pub fn count(&self, label: Label, number: u32, locales: &dyn Locales) -> String {
        let count = locales.count(self.lang, number);
        let (category, digits) = ascii::cut(&count, b" ");
        let mut forms = self.get(label);
        loop {
            let form = ascii::next_part(&mut forms, b'|');
            let (of, text) = ascii::cut(form, b"=");
            if of == category || forms.is_empty() {
                return template::fill(text.get(1..).unwrap_or(form), digits.trim());
            }
        }
    }
}

/// Returns a row of the table.
fn find_row(number: usize) -> &'static str {
    ascii::nth_part(TABLE, number, b'\n')
}

/// Returns the cell of a label in a row.
fn find_cell(row: &str, label: Label) -> &str {
    ascii::nth_part(row, label as usize, b'\t')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::IsoDates;

    const MORE: &str = include_str!("labels-more.tsv");

    /// The columns after those of the core.
    const SAID_BY_THE_PAGE: [&str; 7] = ["close", "previous", "next", "embed", "loading", "failed", "retry"];

    fn shown<T>(lang: &str, show: impl Fn(&Labels) -> T) -> T {
        let lang = Lang::parse(lang);
        show(&Labels::find(&[lang.as_ref()], &[], &IsoDates))
    }

    #[test]
    fn every_language_has_every_label() {
        let names: Vec<&str> = find_row(0).split('\t').collect();
        assert_eq!(names.len(), Label::Pictures as usize + 1);
        let names = [&names[..], &SAID_BY_THE_PAGE].concat();
        let place = |name: &str| names.iter().position(|other| *other == name).expect("a label");
        for (index, row) in TABLE.lines().skip(1).chain(MORE.lines()).enumerate() {
            let cells: Vec<&str> = row.split('\t').collect();
            assert_eq!(cells.len(), if index == 0 { Label::Pictures as usize + 1 } else { names.len() }, "{row}");
            assert!(cells.iter().all(|cell| !cell.is_empty()), "{row}");
            let with_value = ["published", "modified", "source", "authors", "table", "note", "readingTime", "embed"];
            for name in with_value {
                let last = cells.get(place(name)).map(|cell| cell.rsplit('|').next().unwrap_or_default());
                assert!(last.is_none_or(|last| last.matches("{}").count() == 1), "{row}");
            }
            for (name, cell) in names.iter().zip(&cells) {
                assert!(with_value.contains(name) || !cell.contains(['{', '|', '=']), "{name} of {row}");
                assert!(*name == "listSeparator" || cell.trim() == *cell, "{name} of {row}");
            }
        }
    }

    #[test]
    fn rows_stand_in_order_and_each_tag_once() {
        let tags: Vec<&str> = MORE.lines().map(|row| ascii::cut(row, b"\t").0).collect();
        assert!(tags.is_sorted_by_key(|tag| tag.to_ascii_lowercase()));
        let mut each: Vec<&str> = tags.iter().flat_map(|tags| tags.split(' ')).collect();
        assert!(each.len() > 80, "{}", each.len());
        each.sort_unstable();
        assert!(each.is_sorted_by(|one, other| one < other));
    }

    #[test]
    fn the_host_can_replace_a_label() {
        let own = [
            ("published".to_owned(), "Out {}".to_owned()),
            ("readingTime".to_owned(), "one={} minute|{} minutes".to_owned()),
        ];
        let labels = Labels::find(&[None, None], &own, &IsoDates);
        assert_eq!(labels.get(Label::Published), "Out {}");
        assert_eq!(labels.count(Label::ReadingTime, 1, &IsoDates), "1 minute");
        assert_eq!(labels.count(Label::ReadingTime, 3, &IsoDates), "3 minutes");
    }

    #[test]
    fn a_form_that_says_the_number_in_words_has_no_digits() {
        let own = [("readingTime".to_owned(), "one=a single minute|{} minutes".to_owned())];
        let labels = Labels::find(&[], &own, &IsoDates);
        assert_eq!(labels.count(Label::ReadingTime, 1, &IsoDates), "a single minute");
    }

    #[test]
    fn english_is_there_without_the_table() {
        for lang in ["en", "en-GB", "xx", "EN-us"] {
            assert_eq!(shown(lang, |labels| labels.get(Label::Source).to_owned()), "Source: {}", "{lang}");
        }
        assert_eq!(shown("en", |labels| labels.count(Label::ReadingTime, 4, &IsoDates)), "4 min read");
    }
}
