//! Bylines: free text with the names of authors, some of them known.

use crate::model::Author;
use crate::read::values::text_match::{is_capital, is_letter};

/// The longest byline that is searched for names, in bytes, and the most names: each is searched for in all of it.
const MAX_BYLINE: usize = 2000;
const MAX_NAMES: usize = 50;

/// Returns the authors in a byline, in its order, with the pages of those who are `known`.
///
/// If known names overlap, the longest counts, so that Sam Levin is not found in Sam Levine. The text after a name is
/// the author's role, or another name after a comma or "and". A byline that is a whole sentence or has no known name
/// yields no authors.
pub(in crate::read) fn read_authors<'t>(byline: &str, known: &[Author<'t>]) -> Vec<Author<'t>> {
    let mut found: Vec<(usize, usize, &Author)> = Vec::new();
    let known = if byline.len() > MAX_BYLINE { &[] } else { known };
    for author in known.iter().filter(|author| !author.name.is_empty()).take(MAX_NAMES) {
        for (start, name) in byline.match_indices(author.name.as_ref()) {
            let end = start + name.len();
            if byline.get(end..).is_some_and(|after| after.starts_with(is_letter)) {
                continue;
            }
            match found.iter_mut().find(|(from, to, _)| start < *to && end > *from) {
                Some((from, to, _)) if *to - *from >= name.len() => {}
                Some(shorter) => *shorter = (start, end, author),
                None => found.insert(found.partition_point(|(from, ..)| *from < start), (start, end, author)),
            }
        }
    }
    let before = found.first().and_then(|(start, ..)| byline.get(..*start)).unwrap_or("").trim();
    let is_sentence = byline.contains(". ") || byline.matches(" by ").count() > 1;
    if found.is_empty() || is_sentence || !(before.is_empty() || before.eq_ignore_ascii_case("by")) {
        return Vec::new();
    }
    let mut authors = Vec::new();
    for (index, (_, end, author)) in found.iter().enumerate() {
        let next = found.get(index + 1).map_or(byline.len(), |(start, ..)| *start);
        if !authors.iter().any(|named: &Author| named.name == author.name) {
            authors.push((*author).clone());
        }
        for (place, part) in split_parts(byline.get(*end..next).unwrap_or("")).into_iter().enumerate() {
            let is_name = place > 0 || !part.1;
            match authors.last_mut() {
                Some(last) if !is_name || !looks_like_a_name(part.0) => last.role = Some(part.0.to_owned().into()),
                _ => authors.push(Author { name: part.0.to_owned().into(), ..Author::default() }),
            }
        }
    }
    authors
}

/// Splits the text after a name into parts, and tells of each whether it follows without a comma or "and".
fn split_parts(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut bare = true;
    for piece in text.split(',').flat_map(|piece| piece.split(" and ")).flat_map(|piece| piece.split(" & ")) {
        let piece = piece.trim();
        let piece = piece.strip_suffix(" and").unwrap_or(piece);
        if !matches!(piece, "" | "and" | "&") {
            parts.push((piece, bare));
        }
        bare = false;
    }
    parts
}

/// Returns whether each word begins with a capital, as in names, but not in "Ireland correspondent" or "in Paris";
/// "agencies" counts as a name too.
fn looks_like_a_name(text: &str) -> bool {
    text == "agencies" || text.split_whitespace().all(|word| word.starts_with(is_capital))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(byline: &'static str, known: &[&'static str]) -> Vec<String> {
        let known: Vec<Author> =
            known.iter().map(|name| Author { name: (*name).into(), ..Author::default() }).collect();
        let authors = read_authors(byline, &known).into_iter();
        authors.map(|author| [author.name.as_ref(), author.role.map_or("", |_| "/")].concat()).collect()
    }

    #[test]
    fn of_known_names_the_longest_counts() {
        assert_eq!(read("Sam Levine and Sam Levin", &["Sam Levin", "Sam Levine"]), ["Sam Levine", "Sam Levin"]);
        assert_eq!(read("Sam Levine", &["Sam Levin"]), [""; 0]);
        assert_eq!(read("Ann Lee Ho and Ann Lee", &["Ann Lee", "Ann Lee Ho"]), ["Ann Lee Ho", "Ann Lee"]);
    }

    #[test]
    fn what_follows_a_name_is_a_role_or_another_name() {
        assert_eq!(read("Ana Ruiz Health editor", &["Ana Ruiz"]), ["Ana Ruiz/"]);
        assert_eq!(read("By Ana Ruiz in Lima and Bo Li", &["Ana Ruiz", "Bo Li"]), ["Ana Ruiz/", "Bo Li"]);
        assert_eq!(read("Ana Ruiz and Bo Li", &["Ana Ruiz"]), ["Ana Ruiz", "Bo Li"]);
        assert_eq!(read("Ana Ruiz, Bo Li and agencies", &["Ana Ruiz", "Bo Li"]), ["Ana Ruiz", "Bo Li", "agencies"]);
    }

    #[test]
    fn a_sentence_is_no_list_of_names() {
        let sentence = "Written by Ana Ruiz and read by Bo Li. Produced by Cy Oe";
        assert_eq!(read(sentence, &["Ana Ruiz", "Cy Oe"]), [""; 0]);
    }
}
