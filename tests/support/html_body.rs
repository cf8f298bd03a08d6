//! Reads bodies of HTML and their text.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use article_widget::json::Value;
use article_widget::model::{Block, Inline, Mark};
use article_widget::{Options, Purpose, SafeUrl, read};

/// Reads HTML as a body and passes its blocks and warnings to `then`.
pub fn with_body<T>(html: &str, then: impl FnOnce(&[Block], &[article_widget::Warning]) -> T) -> T {
    let body = Value::Object(vec![("html".into(), Value::String(html.into()))]);
    let tree = Value::Object(vec![("headline".into(), Value::String("H".into())), ("body".into(), body)]);
    let mut options = Options::default();
    options.base_url = SafeUrl::new("https://e.org/a/b", Purpose::Link, None).ok();
    options.max_nodes = 1_000_000;
    let (article, report) = read(&tree, &options).expect("it has a headline");
    then(&article.body, &report.warnings)
}

/// Collects the text of blocks, with a space between separate texts.
pub fn text_of(blocks: &[Block], out: &mut String) {
    for block in blocks {
        out.push(' ');
        match block {
            Block::Paragraph(paragraph) => phrase(&paragraph.content, out),
            Block::Heading(heading) => phrase(&heading.content, out),
            Block::List(list) => list.items.iter().for_each(|item| text_of(&item.body, out)),
            Block::Quote(quote) | Block::PullQuote(quote) => {
                text_of(&quote.body, out);
                phrase(&quote.attribution, out);
            }
            Block::Figure(figure) => {
                phrase(&figure.caption, out);
                phrase(&figure.credit, out);
            }
            Block::Gallery(gallery) => {
                for figure in &gallery.figures {
                    phrase(&figure.caption, out);
                    phrase(&figure.credit, out);
                }
                phrase(&gallery.caption, out);
            }
            Block::Media(media) => phrase(&media.caption, out),
            Block::Table(table) => {
                phrase(&table.caption, out);
                for cell in [&table.head, &table.rows, &table.foot].into_iter().flatten().flatten() {
                    text_of(&cell.body, out);
                    out.push(' ');
                }
            }
            Block::Code(code) => {
                out.push_str(&code.text);
                phrase(&code.caption, out);
            }
            Block::Aside(aside) => {
                phrase(&aside.title, out);
                text_of(&aside.body, out);
            }
            Block::Details(details) => {
                phrase(&details.summary, out);
                text_of(&details.body, out);
            }
            Block::Definitions(items) => {
                for item in items {
                    item.terms.iter().for_each(|term| phrase(term, out));
                    item.descriptions.iter().for_each(|body| text_of(body, out));
                }
            }
            Block::Embed(embed) => {
                text_of(&embed.body, out);
                phrase(&embed.caption, out);
            }
            Block::Card(card) => {
                phrase(&card.title, out);
                phrase(&card.description, out);
                out.push_str(card.source.as_deref().unwrap_or(""));
            }
            Block::Product(product) => {
                phrase(&product.name, out);
                text_of(&product.body, out);
            }
            Block::Notes(notes) => notes.iter().for_each(|note| text_of(&note.body, out)),
            other => assert_eq!(*other, Block::Divider, "a block that HTML does not have"),
        }
        out.push(' ');
    }
}

fn phrase(content: &[Inline], out: &mut String) {
    out.push(' ');
    inlines(content, out);
    out.push(' ');
}

fn inlines(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Break | Inline::Image(_) => out.push(' '),
            Inline::WordBreak | Inline::Anchor(_) => {}
            Inline::NoteMark(number) => out.push_str(&format!(" {number} ")),
            Inline::Ruby { base, reading } => {
                inlines(base, out);
                phrase(reading, out);
            }
            Inline::Marked(Mark::Sub | Mark::Sup, content) => phrase(content, out),
            Inline::Marked(_, content)
            | Inline::Link(_, content)
            | Inline::Abbreviation(_, content)
            | Inline::Span { content, .. }
            | Inline::Time(_, content) => inlines(content, out),
        }
    }
}
