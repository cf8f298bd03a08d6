//! Recognises the form of a text by its content: HTML, Markdown or plain text.

use crate::json::Value;
use crate::model::{Block, Inline};
use crate::read::Context;
use crate::read::html::{self, markdown};
use crate::read::values::paragraphs::read_paragraphs;
use crate::read::values::spans::lines;
use crate::text::ascii;
use crate::text::keys::Keys;

/// The form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Form {
    /// HTML.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    Plain,
}

/// How much of a text is examined, in bytes.
const LOOK: usize = 20_000;

/// Elements that HTML in articles has; in Markdown and plain text they are between other words or absent.
const ELEMENTS: &str = "p div span a br b i em strong u s h1 h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption img table \
    tbody tr td th hr pre code iframe section article header footer main picture video audio details summary small sub sup \
    mark cite font center dl dt dd html body";

/// Returns the form of a text.
pub(in crate::read) fn find_form(text: &str) -> Form {
    let text = text.get(..text.floor_char_boundary(LOOK)).unwrap_or(text).trim();
    let (tags, closed) = count_tags(text);
    let begins = text.starts_with('<') && tags > 0;
    match (begins, markdown_signs(text)) {
        (true, signs) if signs < 2 || closed >= signs => Form::Html,
        (_, 0) if closed > 0 => Form::Html,
        (_, 0) if has_reference(text) => Form::Html,
        (_, 0) => Form::Plain,
        _ => Form::Markdown,
    }
}

/// Returns how many tags of known elements there are, and how many of these are end tags or need none.
fn count_tags(text: &str) -> (usize, usize) {
    // No tag ends after the last `>`.
    let (mut rest, mut all, mut closed) = (text.get(..text.rfind('>').unwrap_or(0)).unwrap_or(""), 0, 0);
    while let Some(place) = rest.find('<') {
        rest = rest.get(place + 1..).unwrap_or("");
        let end = rest.starts_with('/');
        let (name, _) = ascii::cut(rest.get(usize::from(end)..).unwrap_or(""), b" \t\n\r/><");
        if name.len() < 11 && Keys(ELEMENTS).has(&name.to_ascii_lowercase()) {
            all += 1;
            closed += usize::from(end || matches!(name, "br" | "BR" | "img" | "IMG" | "hr" | "HR"));
        }
    }
    (all, closed)
}

/// Returns whether there is a character reference, such as `&amp;`.
fn has_reference(text: &str) -> bool {
    let mut parts = text.split('&');
    parts.next();
    parts.any(|part| {
        let (name, behind) = ascii::cut(part, b"; \n&<");
        let name = name.strip_prefix('#').unwrap_or(name);
        (2..9).contains(&name.len()) && behind.starts_with(';') && name.bytes().all(|c| c.is_ascii_alphanumeric())
    })
}

/// Counts signs of Markdown that are rare in plain text: headings, fences, links, pictures, marks, and lists of two
/// items.
fn markdown_signs(text: &str) -> usize {
    let (mut signs, mut items, mut quotes) = (0, 0, 0);
    let mut before = "";
    for line in text.lines() {
        let start = line.trim_start();
        let level = start.len() - start.trim_start_matches('#').len();
        let digits = start.len() - start.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let behind = start.get(digits..).unwrap_or("");
        let numbered = (1..4).contains(&digits) && (behind.starts_with(". ") || behind.starts_with(") "));
        let fence = start.starts_with("```") || start.starts_with("~~~");
        let heading = (1..7).contains(&level) && start.get(level..).is_some_and(|rest| rest.starts_with(' '));
        let ruled =
            |sign: char| line.len() > 2 && !before.trim().is_empty() && line.trim_end().chars().all(|c| c == sign);
        let table = line.contains('|') && line.contains("--") && line.chars().all(|c| "|-: \t\r".contains(c));
        signs += usize::from(heading || fence || table || ruled('=') || ruled('-'));
        items += usize::from(numbered || ["- ", "* ", "+ "].iter().any(|sign| start.starts_with(sign)));
        quotes += usize::from(start.starts_with("> "));
        signs += inline_signs(line);
        before = line;
    }
    signs + usize::from(items > 1) + usize::from(quotes > 0)
}

/// Counts the links, pictures, marks and pieces of code in a line of Markdown.
fn inline_signs(line: &str) -> usize {
    let mut signs = 0;
    if let Some(place) = line.find("](")
        && line.get(..place).is_some_and(|before| before.contains('['))
        && line.get(place..).is_some_and(|behind| behind.contains(')'))
    {
        signs += 1;
    }
    for mark in ["**", "__", "~~", "`"] {
        let mut parts = line.split(mark);
        parts.next();
        // The marked text must begin and end right beside the signs.
        let marked = parts.next().filter(|_| parts.next().is_some()).unwrap_or("");
        signs += usize::from(!marked.is_empty() && marked.trim() == marked);
    }
    let emphasis = line.split('*').nth(1).filter(|_| line.matches('*').count() == 2).unwrap_or(" ");
    let apart = line.split('*').next().unwrap_or("");
    signs + usize::from(emphasis.trim() == emphasis && (apart.is_empty() || apart.ends_with([' ', '('])))
}

/// Reads the blocks of a text; `form` may be known.
pub(in crate::read) fn blocks<'t>(value: &'t Value<'t>, form: Option<Form>, cx: &mut Context) -> Vec<Block<'t>> {
    let text = match value {
        Value::String(text) if !text.trim().is_empty() => text,
        Value::Number(_) => {
            return cx.label(value).map(|text| Block::paragraph(vec![Inline::Text(text.into())])).into_iter().collect();
        }
        _ => return Vec::new(),
    };
    blocks_of(text, value, form.unwrap_or_else(|| find_form(text)), cx)
}

/// Reads the blocks of a text or a part of it in a known form. `value` is the value that holds it.
pub(in crate::read) fn blocks_of<'t>(text: &'t str, value: &Value, form: Form, cx: &mut Context) -> Vec<Block<'t>> {
    match form {
        Form::Html => html::blocks(text, value, cx),
        Form::Markdown => markdown::blocks(text, value, cx),
        Form::Plain => read_paragraphs(cx.lines_within(value, text), value, cx),
    }
}

/// Reads running text in any form; blocks of Markdown are on lines of their own.
pub(in crate::read) fn read_inlines<'t>(value: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let Some(text) = value.as_str() else { return cx.plain(value) };
    if text.trim().is_empty() {
        return Vec::new();
    }
    match find_form(text) {
        Form::Html => html::inlines(text, value, cx),
        Form::Markdown => markdown::inlines(text, value, cx),
        Form::Plain => {
            let text = cx.lines_within(value, text.trim());
            lines(cx.body(text, value))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_by_what_stands_in_texts() {
        for (text, expected) in [
            ("<p>It came <b>early</b>.</p>", Form::Html),
            ("It came <b>early</b>.", Form::Html),
            ("One<br>two", Form::Html),
            ("AT&amp;T fell", Form::Html),
            ("<div>\n\n# High\n\n**early**\n\n</div>", Form::Markdown),
            ("<p>Take 2 * 3 or [a](b).</p><p>Or **not**.</p>", Form::Html),
            ("## Before\n\nIt came.", Form::Markdown),
            ("It came **early**.", Form::Markdown),
            ("It came *early*.", Form::Markdown),
            ("See [the table](https://e.org).", Form::Markdown),
            ("- a lamp\n- dry socks", Form::Markdown),
            ("1. eins\n2. zwei", Form::Markdown),
            ("```\nlet a;\n```", Form::Markdown),
            ("| a | b |\n|---|---|\n| 1 | 2 |", Form::Markdown),
            ("Titel\n=====\nText", Form::Markdown),
            ("![boot](/a.png)", Form::Markdown),
            ("If x < y, use the <b> tag 2 * 3 * 4 times.", Form::Plain),
            ("A_b_c and # five.", Form::Plain),
            ("It came early.\n\nIt left when x < y.", Form::Plain),
            ("AT&T; R&D", Form::Plain),
            ("- so he said", Form::Plain),
            ("潮水六点到。", Form::Plain),
            ("", Form::Plain),
        ] {
            assert_eq!(find_form(text), expected, "{text}");
        }
    }
}
