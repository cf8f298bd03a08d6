//! The Guardian's elements that contain others: lists of parts, timelines, quizzes, products.

use crate::json::Value;
use crate::model::{Aside, AsideKind, Block, CardKind, Entry, Inline, List, ListItem, Mark, Product, plain_text};
use crate::read::Context;
use crate::read::formats::publishers::engine::convert::{self, card, full, heading, inner, read_elements};
use crate::read::formats::publishers::engine::picture::picture;
use crate::read::formats::publishers::guardian_elements::{Guardian, read_named};
use crate::read::values::image::read_size;
use crate::read::values::lenient::{self, first};
use crate::text::keys::Keys;
use crate::text::{Label, template};

/// Reads a titled part of a list: a takeaway, a question and its answer, a profile.
pub(in crate::read) fn read_list_item<'t>(item: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let mut out: Vec<Block> = read_named(item, "title", cx).and_then(|title| heading(3, title)).into_iter().collect();
    out.extend(first(item, "byline").map(|byline| Block::paragraph(cx.plain(byline))));
    out.extend(convert::blocks_of(item, "bio", cx));
    out.extend(inner(&Guardian, item, "elements body", cx));
    out.extend(convert::blocks_of(item, "endNote", cx));
    out
}

/// Reads the events of a timeline. Their dates are text, often only a year.
pub(in crate::read) fn read_events<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let events = cx.within(element.list("events"));
    let read = |event: &'t Value<'t>| {
        let mut body = event.get("main").map(|main| read_elements(&Guardian, main, cx)).unwrap_or_default();
        match event.get("body") {
            Some(text @ Value::String(_)) => body.extend(convert::blocks(text, cx)),
            Some(inner) => body.extend(read_elements(&Guardian, inner, cx)),
            None => {}
        }
        let date = match (cx.label_of(event, "date"), cx.label_of(event, "toDate")) {
            (Some(from), Some(to)) => Some(Label::new(template::concat(&[&from, " – ", &to]))),
            (from, to) => from.or(to),
        };
        let mut title = read_named(event, "title", cx).unwrap_or_default();
        if let Some(label) = cx.label_of(event, "label") {
            let label = Inline::Marked(Mark::Small, vec![Inline::label(label)]);
            title.splice(0..0, [label, Inline::Text(" ".into())]);
        }
        Block::Entry(Entry {
            date: date.map(crate::model::Date::Verbatim),
            title: title.into(),
            authors: Vec::new(),
            body,
        })
    };
    events.iter().map(read).collect()
}

/// Reads a quiz as questions with the possible answers, and the text of the right one.
pub(in crate::read) fn read_quiz<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let mut out = Vec::new();
    for question in cx.within(element.list("questions")) {
        let title = read_named(question, "text", cx).unwrap_or_default();
        let answers = cx.within(question.list("answers"));
        let (mut items, mut revealed) = (Vec::new(), Vec::new());
        for answer in answers {
            items.extend(
                read_named(answer, "text", cx)
                    .map(|text| ListItem { checked: None, body: vec![Block::paragraph(text)] }),
            );
            if answer.get("isCorrect").and_then(Value::as_bool) == Some(true) {
                revealed.extend(read_named(answer, "text", cx).map(Block::paragraph));
                revealed.extend(read_named(answer, "revealText", cx).map(Block::paragraph));
            }
        }
        let mut body = vec![Block::List(List { items, ..List::default() })];
        if !revealed.is_empty() {
            body.push(Block::Details(crate::model::Details { body: revealed, ..Default::default() }));
        }
        out.push(Block::Aside(Aside { kind: AsideKind::Question, title: title.into(), body, ..Aside::default() }));
    }
    for name in ["resultBuckets", "resultGroups"] {
        for result in cx.within(element.list(name)) {
            out.extend(read_named(result, "title", cx).and_then(|title| heading(3, title)));
            out.extend(read_named(result, "description", cx).map(Block::paragraph));
        }
    }
    out
}

/// Reads a product under review, with its offers.
pub(in crate::read) fn read_product<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let offers = cx.within(element.list("productCtas"));
    let mut name: Vec<Inline> = lenient::read_plain(element, "brandName", cx);
    if full(&name) {
        name.push(Inline::Text(" ".into()));
    }
    name.extend(lenient::read_plain(element, "productName", cx));
    let mut body: Vec<Block> = Keys("primaryHeadingHtml secondaryHeadingHtml")
        .filter_map(|text| read_named(element, text, cx))
        .map(Block::paragraph)
        .collect();
    body.extend(inner(&Guardian, element, "content", cx));
    for attribute in cx.within(element.list("customAttributes")) {
        let mut line = read_named(attribute, "name", cx).unwrap_or_default();
        line.push(Inline::Text(": ".into()));
        line.extend(read_named(attribute, "value", cx).unwrap_or_default());
        body.push(Block::paragraph(line));
    }
    for offer in offers {
        let mut title = read_named(offer, "text", cx).unwrap_or_default();
        if !full(&title) {
            title = read_named(offer, "retailer", cx).unwrap_or_default();
        }
        let price =
            read_named(offer, "price", cx).filter(|price| !convert::contains(&plain_text(&title), &plain_text(price)));
        if let Some(price) = price {
            title.extend([Inline::Text(" ".into())].into_iter().chain(price));
        }
        body.extend(cx.link_of(offer, "url").map(|url| card(CardKind::Button, url, title, Vec::new())));
    }
    body.extend(element.get("image").and_then(|image| read_named(image, "caption", cx)).map(Block::paragraph));
    let image = element.get("image").and_then(|image| {
        let alt = cx.label_of(image, "alt");
        picture(image, &[(image.str("url")?.into(), 0)], alt, read_size(image, cx), cx)
    });
    let rating = element.get("starRating").filter(|stars| stars.as_str() != Some("none-selected"));
    let rating = match rating.and_then(|stars| convert::read_rating(stars, 0.0, 5.0, cx)) {
        Some(Block::Rating(rating)) => Some(rating),
        _ => None,
    };
    let price = cx.label_of(element, "lowestPrice");
    vec![Block::Product(Product { name: name.into(), url: None, image, rating, price, body })]
}
