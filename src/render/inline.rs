//! Running text.

use super::labels::Label;
use super::media;
use super::names::{Attr, Tag, UrlAttr};
use super::{Noted, Renderer};
use crate::model::{Inline, Mark, SMALLEST};
use crate::text::ascii;
use crate::text::template;
use crate::url::SafeUrl;

/// Writes running text.
pub(super) fn write_inlines(r: &mut Renderer, content: &[Inline]) {
    for inline in content {
        write_inline(r, inline);
    }
}

/// Writes an element with running text, unless it is empty.
pub(super) fn write_element(r: &mut Renderer, tag: Tag, part: &str, content: &[Inline]) {
    if !content.is_empty() {
        r.start(tag, part);
        write_inlines(r, content);
        r.close();
    }
}

fn write_inline(r: &mut Renderer, inline: &Inline) {
    match inline {
        Inline::Text(text) => r.text(text),
        Inline::Break => r.element(Tag::Br, "", |_| {}),
        // The smallest build, which reads no HTML, never makes these.
        Inline::WordBreak | Inline::Time(..) | Inline::Image(_) | Inline::Ruby { .. } | Inline::Anchor(_)
            if SMALLEST => {}
        Inline::WordBreak => r.element(Tag::Wbr, "", |_| {}),
        Inline::Marked(mark, content) => r.element(tag_of_mark(*mark), "", |r| write_inlines(r, content)),
        Inline::Link(url, content) => r.write_link(url, "", "", |r| write_inlines(r, content)),
        Inline::Abbreviation(title, content) => {
            r.start(Tag::Abbr, "");
            if !title.is_empty() {
                r.attr(Attr::Title, title);
            }
            write_inlines(r, content);
            r.close();
        }
        Inline::Ruby { base, reading } => write_ruby(r, base, reading),
        Inline::Span { lang, dir, content } => {
            r.start(Tag::Span, "");
            if let Some(lang) = lang {
                r.attr(Attr::Lang, lang.as_str());
            }
            if let Some(dir) = dir {
                r.attr(Attr::Dir, dir.as_str());
            }
            write_inlines(r, content);
            r.close();
        }
        Inline::Time(date, content) => {
            r.start(Tag::Time, "");
            r.attr(Attr::Datetime, &date.to_iso());
            write_inlines(r, content);
            r.close();
        }
        Inline::Image(image) => media::write_inline_image(r, image),
        Inline::NoteMark(number) => write_note_mark(r, *number),
        // Only HTML has targets of links.
        _ if SMALLEST => {}
        Inline::Anchor(number) => {
            r.start(Tag::Span, "");
            r.attr(Attr::Id, &r.numbered_id("place-", *number));
            r.close();
        }
    }
}

/// The widest text under a reading, in half ems: a line of the narrowest phones. No browser breaks it.
const MAX_BASE: usize = 30;

/// Writes text with its reading, in brackets if browsers do not support ruby (HTML, section 4.5.10), or if it is too
/// wide to be in one line.
fn write_ruby(r: &mut Renderer, base: &[Inline], reading: &[Inline]) {
    // A reading is half as large.
    if width(base) > MAX_BASE || width(reading) > 2 * MAX_BASE {
        write_inlines(r, base);
        r.text("(");
        write_inlines(r, reading);
        return r.text(")");
    }
    r.element(Tag::Ruby, "", |r| {
        write_inlines(r, base);
        r.write_text_element(Tag::Rp, "", "(");
        r.element(Tag::Rt, "", |r| write_inlines(r, reading));
        r.write_text_element(Tag::Rp, "", ")");
    });
}

/// Returns the width of text in half ems: two for Han, kana and the like, at most two for any other character. Text with
/// readings is too wide, as its width depends on them.
fn width(content: &[Inline]) -> usize {
    let mut sum = 0;
    for inline in content {
        sum += match inline {
            Inline::Text(text) => text.len() - text.chars().filter(|c| c.len_utf8() > 2).count(),
            Inline::Marked(_, content) | Inline::Link(_, content) | Inline::Abbreviation(_, content) => width(content),
            Inline::Time(_, content) | Inline::Span { content, .. } => width(content),
            Inline::Ruby { .. } => MAX_BASE * 2 + 1,
            _ => 1,
        };
    }
    sum
}

/// Writes the mark of a footnote; it is a link if the note exists and no link is open.
fn write_note_mark(r: &mut Renderer, number: u32) {
    let digits = ascii::decimal(number.into());
    r.element(Tag::Sup, "note-mark", |r| {
        let noted = r.noted(number);
        if r.in_link || noted == Noted::Missing {
            return r.text(&digits);
        }
        r.start(Tag::A, "");
        r.attr(Attr::AriaLabel, &template::fill(r.label(Label::Note), &digits));
        if noted == Noted::There {
            r.attr(Attr::Id, &r.numbered_id("mark-", number));
            if let Some(noted) = r.notes.get_mut(number as usize) {
                *noted = Noted::Marked;
            }
        }
        r.url(UrlAttr::Href, &SafeUrl::fragment(&r.numbered_id("note-", number)));
        r.text(&digits);
        r.close();
    });
}

fn tag_of_mark(mark: Mark) -> Tag {
    match mark {
        Mark::Strong => Tag::Strong,
        Mark::Em => Tag::Em,
        Mark::B => Tag::B,
        Mark::I => Tag::I,
        Mark::U => Tag::U,
        Mark::S => Tag::S,
        Mark::Sub => Tag::Sub,
        Mark::Sup => Tag::Sup,
        Mark::Code => Tag::Code,
        Mark::Mark => Tag::Mark,
        Mark::Small => Tag::Small,
        Mark::Q => Tag::Q,
        Mark::Bdi => Tag::Bdi,
        Mark::Cite => Tag::Cite,
        Mark::Dfn => Tag::Dfn,
        Mark::Del => Tag::Del,
        Mark::Ins => Tag::Ins,
        Mark::Kbd => Tag::Kbd,
        Mark::Samp => Tag::Samp,
        Mark::Var => Tag::Var,
    }
}
