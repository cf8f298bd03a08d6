//! The blocks of a body.

use super::inline::inlines;
use super::labels::Label;
use super::names::{Attr, Tag, UrlAttr};
use super::{Renderer, boxes, media, table};
use crate::model::{Block, Code, Heading, List, ListItem, Note, Paragraph, Quote};
use crate::url::SafeUrl;

/// Writes blocks.
pub(super) fn blocks(r: &mut Renderer, blocks: &[Block]) {
    for block in blocks {
        self::block(r, block);
    }
}

fn block(r: &mut Renderer, block: &Block) {
    match block {
        Block::Paragraph(paragraph) => self::paragraph(r, paragraph),
        Block::Heading(heading) => self::heading(r, heading),
        Block::List(list) => self::list(r, list),
        Block::Quote(quote) => self::quote(r, quote),
        Block::PullQuote(quote) => pull_quote(r, quote),
        Block::Figure(figure) => media::figure(r, figure),
        Block::Gallery(images, caption) => media::gallery(r, images, caption),
        Block::Media(content) => media::media(r, content),
        Block::Table(content) => table::table(r, content),
        Block::Code(code) => self::code(r, code),
        Block::Divider => r.element(Tag::Hr, &[(Attr::Part, "divider")], |_| {}),
        Block::Aside(aside) => boxes::aside(r, aside),
        Block::Details(details) => boxes::details(r, details),
        Block::Definitions(items) => boxes::definitions(r, items),
        Block::Embed(embed) => boxes::embed(r, embed),
        Block::Card(card) => boxes::card(r, card),
        Block::Entry(entry) => boxes::entry(r, entry),
        Block::Rating(rating) => boxes::rating(r, *rating),
        Block::Product(product) => boxes::product(r, product),
        Block::Notes(notes) => self::notes(r, notes),
    }
}

/// Writes blocks without `p` around a first paragraph that has at most lists below it, as in a list's item or a cell.
pub(super) fn tight(r: &mut Renderer, body: &[Block]) {
    match body {
        [Block::Paragraph(paragraph), rest @ ..] if rest.iter().all(|block| matches!(block, Block::List(_))) => {
            inlines(r, &paragraph.content);
            blocks(r, rest);
        }
        _ => blocks(r, body),
    }
}

fn paragraph(r: &mut Renderer, paragraph: &Paragraph) {
    let attrs: &[_] = match (paragraph.lead, paragraph.drop_cap) {
        (false, false) => &[],
        (true, false) => &[(Attr::Part, "lead-paragraph")],
        (false, true) => &[(Attr::Part, "drop-cap")],
        (true, true) => &[(Attr::Part, "lead-paragraph drop-cap")],
    };
    r.element(Tag::P, attrs, |r| inlines(r, &paragraph.content));
}

fn heading(r: &mut Renderer, heading: &Heading) {
    let tag = r.heading(heading.level);
    // The element's own name depends on the headline's level; the look should not.
    let part = if heading.level > 2 { "heading subheading" } else { "heading" };
    r.element(tag, &[(Attr::Part, part)], |r| inlines(r, &heading.content));
}

fn list(r: &mut Renderer, list: &List) {
    r.start(if list.ordered { Tag::Ol } else { Tag::Ul }, &[]);
    if let Some(start) = list.start.filter(|_| list.ordered) {
        r.out.attr(Attr::Start, &start.to_string());
    }
    if list.reversed && list.ordered {
        r.out.attr(Attr::Reversed, "");
    }
    for item in &list.items {
        list_item(r, item);
    }
    r.out.close();
}

fn list_item(r: &mut Renderer, item: &ListItem) {
    let Some(checked) = item.checked else {
        return r.element(Tag::Li, &[], |r| tight(r, &item.body));
    };
    let (label, sign) = if checked { (Label::Done, "☑") } else { (Label::ToDo, "☐") };
    let label = r.labels.get(label).to_owned();
    r.element(Tag::Li, &[(Attr::Part, "task")], |r| {
        r.text_element(Tag::Span, &[(Attr::Part, "task-mark"), (Attr::Role, "img"), (Attr::AriaLabel, &label)], sign);
        r.out.text(" ");
        tight(r, &item.body);
    });
}

fn quote(r: &mut Renderer, quote: &Quote) {
    r.element(Tag::Blockquote, &[(Attr::Part, "quote")], |r| {
        blocks(r, &quote.body);
        if !quote.attribution.is_empty() {
            r.element(Tag::Footer, &[(Attr::Part, "attribution")], |r| inlines(r, &quote.attribution));
        }
    });
}

fn pull_quote(r: &mut Renderer, quote: &Quote) {
    r.element(Tag::Figure, &[(Attr::Part, "pullquote")], |r| {
        r.element(Tag::Blockquote, &[], |r| blocks(r, &quote.body));
        if !quote.attribution.is_empty() {
            r.element(Tag::Figcaption, &[(Attr::Part, "attribution")], |r| inlines(r, &quote.attribution));
        }
    });
}

fn code(r: &mut Renderer, code: &Code) {
    r.element(Tag::Figure, &[(Attr::Part, "code")], |r| {
        if !code.caption.is_empty() || code.language.is_some() {
            r.element(Tag::Figcaption, &[(Attr::Part, "caption")], |r| {
                inlines(r, &code.caption);
                if let Some(language) = &code.language {
                    r.out.text(" ");
                    r.text_element(Tag::Small, &[(Attr::Part, "language")], language);
                }
            });
        }
        r.element(Tag::Pre, &[(Attr::Part, "code-scroll"), (Attr::Tabindex, "0"), (Attr::Dir, "ltr")], |r| {
            r.text_element(Tag::Code, &[], &code.text);
        });
    });
}

/// Writes footnotes, each with a way back to its first mark.
fn notes(r: &mut Renderer, notes: &[Note]) {
    r.start(Tag::Ol, &[(Attr::Part, "notes")]);
    if let Some(first) = notes.first().map(|note| note.number).filter(|number| *number != 1) {
        r.out.attr(Attr::Start, &first.to_string());
    }
    for note in notes {
        let digits = note.number.to_string();
        let (id, mark) = (r.id(&["note-", &digits].concat()), r.id(&["mark-", &digits].concat()));
        r.element(Tag::Li, &[(Attr::Id, &id)], |r| {
            tight(r, &note.body);
            if r.marked.contains(&note.number) {
                let label = r.labels.get(Label::Back).to_owned();
                r.out.text(" ");
                r.start(Tag::A, &[(Attr::Part, "note-back"), (Attr::AriaLabel, &label)]);
                r.out.url(UrlAttr::Href, &SafeUrl::fragment(&mark));
                r.out.text("↩\u{FE0E}");
                r.out.close();
            }
        });
    }
    r.out.close();
}
