//! Parts of a text that do not belong to it: front matter at its start, and a count of omitted characters at its end.

use crate::model::{Article, Author, Date, DateTime, Inline};
use crate::text::{Label, ascii};

/// Splits a text into its front matter, between two lines of `---` or `+++`, and the rest.
pub(super) fn front_matter(text: &str) -> (&str, &str) {
    let start = text.trim_start();
    for fence in ["---", "+++"] {
        let Some(rest) =
            start.strip_prefix(fence).and_then(|rest| rest.trim_start_matches([' ', '\r']).strip_prefix('\n'))
        else {
            continue;
        };
        let mut end = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim_end() == fence {
                return (rest.get(..end).unwrap_or(""), rest.get(end + line.len()..).unwrap_or(""));
            }
            // A rule at the start of a text is not front matter.
            if end == 0 && !line.contains([':', '=', '#']) {
                break;
            }
            end += line.len();
        }
    }
    ("", text)
}

/// Fills gaps of the article from front matter: title, date and author, one per line.
pub(super) fn told<'t>(matter: &'t str, article: &mut Article<'t>) {
    for line in matter.lines() {
        let (name, value) = ascii::cut(line, b":=");
        let value = value.get(1..).unwrap_or("").trim().trim_matches(['"', '\'']);
        match name.trim() {
            _ if value.is_empty() || name.starts_with([' ', '\t']) => {}
            "title" if article.headline.is_empty() => article.headline = vec![Inline::label(Label::new(value))].into(),
            "date" | "published" | "pubDate" if article.date_published.is_none() => {
                article.date_published = DateTime::parse(value).map(Date::Known);
            }
            "author" if article.authors.is_empty() && !value.starts_with(['[', '{']) => {
                article.authors.push(Author { name: Label::new(value), ..Author::default() });
            }
            _ => {}
        }
    }
}

/// Removes the count of omitted characters from the end of a text: `… [+1234 chars]`.
pub(super) fn without_count(text: &str) -> (&str, bool) {
    let trimmed = text.trim_end();
    let count = trimmed.strip_suffix(" chars]").map(|rest| rest.trim_end_matches(|c: char| c.is_ascii_digit()));
    match count.map(|rest| rest.strip_suffix('+').unwrap_or(rest)).and_then(|rest| rest.strip_suffix('[')) {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    }
}
