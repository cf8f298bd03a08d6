//! The project's own article JSON: blocks that refer to other pages: embeds, cards, entries, products.

use crate::json::Value;
use crate::model::{Block, Card, CardKind, Embed, EmbedKind, Entry, Inline, Product, Rating};
use crate::read::Context;
use crate::read::native::article::author;
use crate::read::native::block::{body, content};
use crate::read::native::{inline, media};
use crate::read::values::layout::read_layout;
use crate::read::values::link::display_name;
use crate::read::values::list::read_list;
use crate::report::WarningCode;
use crate::text::Text;

/// The kinds of embeds, and their names.
const KINDS: [EmbedKind; 5] = [EmbedKind::Page, EmbedKind::Video, EmbedKind::Audio, EmbedKind::Post, EmbedKind::Map];
const KIND_NAMES: &str = "page video audio post map";

/// Reads content of another site; without an address, only its texts.
pub(in crate::read) fn read_embed<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let kind = cx.choice_of(value, "kind", KIND_NAMES).and_then(|kind| KINDS.get(kind)).copied().unwrap_or_default();
    let url = cx.link_of(value, "url");
    let title = cx.label_of(value, "title");
    let body = body(value, cx);
    let caption = inline::field(value, "caption", cx);
    match url {
        Some(url) => {
            let provider = cx.label_of(value, "provider");
            let layout = read_layout(value, cx);
            Some(Block::Embed(Embed { kind, url, provider, title, body, caption, layout }))
        }
        None => title.map(|title| Block::paragraph(vec![Inline::label(title)])).or_else(|| body.into_iter().next()),
    }
}

/// Reads a link that is shown as a card; without an address, only its title.
pub(in crate::read) fn read_card<'t>(kind: CardKind, value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let title = content(value, "title", cx);
    let Some(url) = cx.link_of(value, "url") else {
        return title.map(Block::paragraph);
    };
    let title = title.unwrap_or_else(|| vec![Inline::Text(Text::Owned(display_name(&url)))]);
    Some(Block::Card(Card {
        kind,
        url,
        title: title.into(),
        description: inline::field(value, "description", cx),
        source: cx.label_of(value, "source"),
        image: value.get("image").and_then(|image| media::read_image(image, cx)),
    }))
}

/// Reads an entry of a live blog or a timeline.
pub(in crate::read) fn read_entry<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let entry = Entry {
        date: cx.date_of(value, "datePublished"),
        title: inline::field(value, "title", cx).into(),
        authors: read_list(value, "author", cx, author),
        body: body(value, cx),
    };
    (!entry.title.is_empty() || !entry.body.is_empty()).then_some(Block::Entry(entry))
}

/// Reads a rating: a bare number, or a `value` out of `best`, which is 5 by default.
pub(in crate::read) fn read_rating(value: &Value, cx: &mut Context) -> Option<Rating> {
    cx.only(value, "type value best");
    let best = cx.integer_of(value, "best", 1, 10).unwrap_or(5) as u32;
    let place = value.get("value").unwrap_or(value);
    let stars = place.as_number().map(|number| number.as_f64());
    match stars {
        Some(stars) if stars >= 0.0 && stars <= f64::from(best) => {
            Some(Rating { tenths: (stars * 10.0 + 0.5) as u32, best })
        }
        _ => {
            cx.warn(WarningCode::InvalidValue, place, &["expected a number from 0 to the best"]);
            None
        }
    }
}

/// Reads a product under review.
pub(in crate::read) fn read_product<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    Some(Block::Product(Product {
        name: (content(value, "name", cx)?).into(),
        url: cx.link_of(value, "url"),
        image: value.get("image").and_then(|image| media::read_image(image, cx)),
        rating: value.get("rating").and_then(|value| read_rating(value, cx)),
        price: cx.label_of(value, "price"),
        body: body(value, cx),
    }))
}
