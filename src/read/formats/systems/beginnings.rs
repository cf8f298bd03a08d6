//! Parts of a text that do not belong to it: front matter at its start, and a count of omitted characters at its end.

use crate::json::Value;
use crate::model::{Article, Author, Date, DateTime, Figure, Image, Inline};
use crate::read::Context;
use crate::read::values::dedupe::{describe, illustrate};
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::text::{Label, ascii};
use crate::url::Purpose;

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

/// Members of front matter that are written for the site's generator.
const SILENT: &str = "layout type draft slug weight id uid uuid template permalink aliases redirect_from published publish lang \
    language locale sitemap toc comments comment pin pinned math menu status visibility email featured order sidebar \
    sidebar_position path url link license key css class cssclasses publishDate expiryDate timezone hidden robots noindex";

/// Fills gaps of the article from front matter: title, dates, authors, topics, description, picture and address. Lists are
/// in brackets or on lines of their own. Warns about texts of other members. `at` holds the text.
pub(super) fn told<'t>(matter: &'t str, at: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let (mut list, known) = ("", !article.authors.is_empty());
    let mut lines = matter.lines().peekable();
    while let Some(line) = lines.next() {
        let is_item = line.starts_with([' ', '\t', '-']);
        let (name, value) = ascii::cut(line, b":=");
        let name = if is_item { list } else { name.trim() };
        let value = if is_item { line.trim_start_matches([' ', '\t', '-']) } else { value.get(1..).unwrap_or("") };
        list = name;
        // Of an item with several members, the name counts.
        let (member, rest) = ascii::cut(value, b":");
        let value = match member.trim() {
            "name" | "title" | "src" | "image" if is_item && !rest.is_empty() => rest.get(1..).unwrap_or(""),
            member if is_item && rest.starts_with(": ") => {
                if !Keys(SILENT).has(member) {
                    name_lost(rest.get(2..).unwrap_or(""), at, cx);
                }
                continue;
            }
            _ => value,
        };
        let mut value = value.trim();
        // The text of a block follows on indented lines.
        let mut block = String::new();
        if matches!(value, ">" | "|" | ">-" | "|-") {
            while let Some(line) = lines.next_if(|line| line.starts_with([' ', '\t'])) {
                block.push_str(if block.is_empty() { "" } else { " " });
                block.push_str(line.trim());
            }
            value = "";
        }
        let value = value.trim_matches(['"', '\'']);
        let label = if block.is_empty() { Label::new(value) } else { Label::new(block) };
        match name {
            _ if label.is_empty() => {}
            "author" | "authors" if !known => {
                for name in items(value).filter(|name| !name.contains([':', '{'])) {
                    let name = Label::new(name);
                    article.authors.extend((!name.is_empty()).then(|| Author { name, ..Author::default() }));
                }
            }
            "tags" | "tag" | "keywords" | "categories" | "category" | "topics" => {
                let names = items(value).filter(|name| !name.is_empty()).map(Label::new);
                let new: Vec<Label> = names.filter(|name| !article.keywords.contains(name)).collect();
                article.keywords.extend(new);
            }
            "title" if article.headline.is_empty() => article.headline = vec![Inline::label(label)].into(),
            "date" | "published" | "pubDate" | "publishDate" if article.date_published.is_none() => {
                article.date_published = DateTime::parse(value).map(Date::Known);
            }
            "updated" | "lastmod" | "modified" | "last_modified" | "last_modified_at" | "dateModified" => {
                article.date_modified = DateTime::parse(value).map(Date::Known);
            }
            "canonical" | "canonical_url" | "canonicalUrl" | "canonicalURL" | "url" | "link"
                if article.url.is_none() =>
            {
                if value.contains("://") {
                    article.url = cx.judge(value, Purpose::Media, at);
                }
            }
            "description" | "summary" | "excerpt" | "subtitle" | "lead" => {
                describe(article, vec![Inline::label(label)]);
            }
            "image" | "cover" | "cover_image" | "coverImage" | "featured_image" | "featuredImage" | "hero"
            | "heroImage" | "thumbnail"
                if article.image.is_none() && value.contains('/') =>
            {
                let src = cx.judge(value, cx.media_purpose(), at);
                let image = Image { src, ..Image::default() };
                let figure = image.src.is_some().then(|| Figure { image, ..Figure::default() });
                illustrate(article, figure);
            }
            _ if Keys(SILENT).has(name) => {}
            "title" | "author" | "authors" | "date" => {}
            _ => name_lost(value, at, cx),
        }
    }
}

/// Returns the items of a list in brackets, or the value itself.
fn items(value: &str) -> impl Iterator<Item = &str> {
    let comma = if value.starts_with('[') { ',' } else { '\n' };
    value.trim_matches(['[', ']']).split(comma).map(|item| item.trim().trim_matches(['"', '\'']))
}

/// Warns about a value of front matter, at its place in the text, if it says something.
fn name_lost(value: &str, at: &Value, cx: &mut Context) {
    let value = value.trim();
    let said = value.contains([' ', '/']) || value.len() > 20 || !value.is_ascii();
    if let Some(text) = at.as_str().filter(|_| said && value.bytes().any(|c| c.is_ascii_alphabetic() || c > 0x7f)) {
        let offset = value.as_ptr().addr().saturating_sub(text.as_ptr().addr());
        let cut = value.floor_char_boundary(80);
        cx.warnings.warn_offset(WarningCode::NotShown, at, offset, &["not shown: ", value.get(..cut).unwrap_or("")]);
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
