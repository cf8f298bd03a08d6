//! The blocks of a body.

use super::inline::{write_element, write_inlines};
use super::labels::Label;
use super::names::{Attr, Tag, UrlAttr};
use super::{Noted, Renderer, boxes, media, table};
use crate::model::{Block, Code, Heading, List, ListItem, Note, Paragraph, Quote, SMALLEST};
use crate::text::ascii;
use crate::text::template;
use crate::url::SafeUrl;

/// Writes the blocks of the body until the output is full.
pub(super) fn body(r: &mut Renderer, blocks: &[Block]) {
    for (number, block) in blocks.iter().enumerate() {
        if r.out.is_full {
            break;
        }
        r.out.block = Some(number);
        write_block(r, block);
    }
    r.out.block = None;
}

/// Writes blocks.
pub(super) fn blocks(r: &mut Renderer, blocks: &[Block]) {
    for block in blocks {
        write_block(r, block);
    }
}

fn write_block(r: &mut Renderer, block: &Block) {
    match block {
        Block::Paragraph(paragraph) => write_paragraph(r, paragraph),
        Block::Heading(heading) => write_heading(r, heading),
        Block::List(list) => write_list(r, list),
        Block::Quote(quote) => write_quote(r, quote),
        Block::PullQuote(quote) => write_pull_quote(r, quote),
        Block::Figure(figure) => media::write_figure(r, figure),
        Block::Gallery(gallery) => media::write_gallery(r, gallery),
        Block::Table(content) => table::write_table(r, content),
        Block::Code(code) => write_code(r, code),
        Block::Divider => r.element(Tag::Hr, "divider", |_| {}),
        Block::Aside(aside) => boxes::write_aside(r, aside),
        Block::Details(details) => boxes::details(r, details),
        Block::Embed(embed) => boxes::write_embed(r, embed),
        Block::Notes(notes) => write_notes(r, notes),
        // The smallest build reads none of these.
        _ if SMALLEST => {}
        Block::Media(content) => media::write_media(r, content),
        Block::Definitions(items) => boxes::write_definitions(r, items),
        Block::Card(card) => boxes::write_card(r, card),
        Block::Entry(entry) => boxes::write_entry(r, entry),
        Block::Rating(rating) => boxes::write_rating(r, *rating),
        Block::Product(product) => boxes::write_product(r, product),
    }
}

/// Writes blocks without a `p` around the first paragraph if only lists follow it, as in a list item or a cell.
pub(super) fn tight(r: &mut Renderer, body: &[Block]) {
    match body {
        [Block::Paragraph(paragraph), rest @ ..] if rest.iter().all(|block| matches!(block, Block::List(_))) => {
            write_inlines(r, &paragraph.content);
            blocks(r, rest);
        }
        _ => blocks(r, body),
    }
}

fn write_paragraph(r: &mut Renderer, paragraph: &Paragraph) {
    let part = match (paragraph.lead, paragraph.drop_cap) {
        (false, false) => "",
        (true, false) => "lead-paragraph",
        (false, true) => "drop-cap",
        (true, true) => "lead-paragraph drop-cap",
    };
    r.element(Tag::P, part, |r| write_inlines(r, &paragraph.content));
}

fn write_heading(r: &mut Renderer, heading: &Heading) {
    let tag = r.open_section(heading.level);
    // The element's name depends on the headline's level; the look should not.
    let part = if heading.level > 2 { "heading subheading" } else { "heading" };
    r.element(tag, part, |r| write_inlines(r, &heading.content));
}

fn write_list(r: &mut Renderer, list: &List) {
    r.start(if list.ordered { Tag::Ol } else { Tag::Ul }, "");
    if let Some(start) = list.start.filter(|_| list.ordered) {
        let sign = if start < 0 { "-" } else { "" };
        r.attr(Attr::Start, &template::concat(&[sign, &ascii::decimal(start.unsigned_abs().into())]));
    }
    if list.reversed && list.ordered {
        r.attr(Attr::Reversed, "");
    }
    for item in &list.items {
        write_list_item(r, item);
    }
    r.close();
}

fn write_list_item(r: &mut Renderer, item: &ListItem) {
    let Some(checked) = item.checked else {
        return r.element(Tag::Li, "", |r| tight(r, &item.body));
    };
    let (label, sign) = if checked { (Label::Done, "☑") } else { (Label::ToDo, "☐") };
    r.element(Tag::Li, "task", |r| {
        r.start(Tag::Span, "task-mark");
        r.attr(Attr::Role, "img");
        r.attr(Attr::AriaLabel, r.label(label));
        r.text(sign);
        r.close();
        r.text(" ");
        tight(r, &item.body);
    });
}

fn write_quote(r: &mut Renderer, quote: &Quote) {
    r.element(Tag::Blockquote, "quote", |r| {
        blocks(r, &quote.body);
        write_element(r, Tag::Footer, "attribution", &quote.attribution);
    });
}

fn write_pull_quote(r: &mut Renderer, quote: &Quote) {
    r.element(Tag::Figure, "pullquote", |r| {
        r.element(Tag::Blockquote, "", |r| blocks(r, &quote.body));
        write_element(r, Tag::Figcaption, "attribution", &quote.attribution);
    });
}

fn write_code(r: &mut Renderer, code: &Code) {
    r.element(Tag::Figure, "code", |r| {
        if !code.caption.is_empty() || code.language.is_some() {
            r.element(Tag::Figcaption, "caption", |r| {
                write_inlines(r, &code.caption);
                if let Some(language) = &code.language {
                    r.text(" ");
                    r.write_text_element(Tag::Small, "language", language);
                }
            });
        }
        r.start(Tag::Pre, "code-scroll");
        r.attr(Attr::Tabindex, "0");
        r.attr(Attr::Dir, "ltr");
        r.write_text_element(Tag::Code, "", &code.text);
        r.close();
    });
}

/// Writes footnotes, each with a link back to its first mark.
fn write_notes(r: &mut Renderer, notes: &[Note]) {
    r.start(Tag::Ol, "notes");
    if let Some(first) = notes.first().map(|note| note.number).filter(|number| *number != 1) {
        r.number(Attr::Start, first);
    }
    for note in notes {
        r.start(Tag::Li, "");
        r.attr(Attr::Id, &r.numbered_id("note-", note.number));
        tight(r, &note.body);
        if r.noted(note.number) == Noted::Marked {
            r.text(" ");
            r.start(Tag::A, "note-back");
            r.attr(Attr::AriaLabel, r.label(Label::Back));
            r.url(UrlAttr::Href, &SafeUrl::fragment(&r.numbered_id("mark-", note.number)));
            r.text("↩\u{FE0E}");
            r.close();
        }
        r.close();
    }
    r.close();
}
