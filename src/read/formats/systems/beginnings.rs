//! Parts of a text that do not belong to it: front matter at its start, and a count of omitted characters at its end.

use crate::json::Value;
use crate::model::{Article, Author, Date, DateTime, Figure, Image, Inline};
use crate::read::Context;
use crate::read::values::dedupe::{describe, illustrate};
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

/// Fills gaps of the article from front matter: title, date, authors, description and picture. Lists are in brackets or
/// on lines of their own. `at` holds the text.
pub(super) fn told<'t>(matter: &'t str, at: &Value, article: &mut Article<'t>, cx: &mut Context) {
    let (mut list, known) = ("", !article.authors.is_empty());
    for line in matter.lines() {
        let is_item = line.starts_with([' ', '\t', '-']);
        let (name, value) = ascii::cut(line, b":=");
        let name = if is_item { list } else { name.trim() };
        let value = if is_item { line.trim_start_matches([' ', '\t', '-']) } else { value.get(1..).unwrap_or("") };
        list = name;
        // Of an item with several members, only the name counts.
        let (member, rest) = ascii::cut(value, b":");
        let value = match member.trim() {
            "name" if is_item => rest.get(1..).unwrap_or(""),
            _ if is_item && !rest.is_empty() => continue,
            _ => value,
        };
        let value = value.trim().trim_matches(['"', '\'']);
        match name {
            _ if value.is_empty() => {}
            "author" | "authors" if !known => {
                let comma = if value.starts_with('[') { ',' } else { '\n' };
                for name in value.trim_matches(['[', ']']).split(comma).filter(|name| !name.contains([':', '{'])) {
                    let name = Label::new(name.trim().trim_matches(['"', '\'']));
                    article.authors.extend((!name.is_empty()).then(|| Author { name, ..Author::default() }));
                }
            }
            _ if is_item => {}
            "title" if article.headline.is_empty() => article.headline = vec![Inline::label(Label::new(value))].into(),
            "date" | "published" | "pubDate" if article.date_published.is_none() => {
                article.date_published = DateTime::parse(value).map(Date::Known);
            }
            "description" | "summary" | "excerpt" | "subtitle" => {
                describe(article, vec![Inline::label(Label::new(value))]);
            }
            "image" | "cover" | "cover_image" | "featured_image" | "hero" | "thumbnail" if value.contains('/') => {
                let src = cx.judge(value, cx.media_purpose(), at);
                let image = Image { src, ..Image::default() };
                let figure = image.src.is_some().then(|| Figure { image, ..Figure::default() });
                illustrate(article, figure);
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
