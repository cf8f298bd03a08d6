//! Converts the elements of publishers' systems to blocks, by their shape.

use crate::json::Value;
use crate::model::{
    Aside, AsideKind, Block, Card, CardKind, Code, Embed, EmbedKind, Figure, Gallery, Heading, Inline, Layout, Media,
    MediaKind, Paragraph, Quote, Rating, Source, is_blank,
};
use crate::read::Context;
use crate::read::formats::publishers::engine::convert::{Vocabulary, inner};
use crate::read::values::lenient::first;
use crate::read::values::lenient::make_label;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::text::{Label, ascii};
use crate::url::SafeUrl;

/// The shape of an element.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::read) enum Shape {
    /// Its text, as blocks.
    Text,
    /// The lead paragraph of the article.
    Lead,
    /// A heading; 0 means the level in its member `level`.
    Heading(u8),
    Quote,
    PullQuote,
    /// A picture.
    Figure,
    /// Its items as pictures.
    Gallery,
    Media(MediaKind),
    Embed(EmbedKind),
    Card(CardKind),
    Code,
    Divider,
    /// A box with its title and text.
    Aside(AsideKind),
    /// The elements in it, without a box.
    Group,
    /// Advertising, paywalls, tracking: nothing for readers.
    Dropped,
    /// Content that only the publisher's own scripts show.
    NotShown,
}

/// The parts that most shapes have.
struct Parts<'t, 'd> {
    vocabulary: &'d dyn Vocabulary<'t>,
    element: &'t Value<'t>,
}

impl<'t> Parts<'t, '_> {
    fn running(&self, names: &str, cx: &mut Context) -> Vec<Inline<'t>> {
        first(self.element, names).map(|text| self.vocabulary.line(text, self.element, cx)).unwrap_or_default()
    }

    fn title(&self, cx: &mut Context) -> Vec<Inline<'t>> {
        self.running(self.vocabulary.names().title, cx)
    }

    /// Reads the title as a label without markup.
    fn label(&self, cx: &mut Context) -> Option<Label<'t>> {
        make_label(&self.title(cx), self.element, cx)
    }

    fn caption(&self, cx: &mut Context) -> Vec<Inline<'t>> {
        self.running(self.vocabulary.names().caption, cx)
    }

    fn blocks(&self, cx: &mut Context) -> Vec<Block<'t>> {
        let text = first(self.element, self.vocabulary.names().text);
        text.map(|text| self.vocabulary.blocks(text, self.element, cx)).unwrap_or_default()
    }

    /// Reads the text and the elements inside.
    fn body(&self, cx: &mut Context) -> Vec<Block<'t>> {
        let mut body = self.blocks(cx);
        body.extend(inner(self.vocabulary, self.element, self.vocabulary.names().items, cx));
        body
    }

    fn url(&self, cx: &mut Context) -> Option<SafeUrl> {
        first(self.element, self.vocabulary.names().url).and_then(|url| cx.link(url))
    }
}

/// Reads the blocks of an element of a known shape.
pub(in crate::read) fn shaped<'t>(
    vocabulary: &dyn Vocabulary<'t>,
    shape: Shape,
    element: &'t Value<'t>,
    cx: &mut Context,
) -> Vec<Block<'t>> {
    let parts = Parts { vocabulary, element };
    let names = vocabulary.names();
    let block = match shape {
        Shape::Text => return parts.blocks(cx),
        Shape::Lead => {
            let content = parts.running(names.text, cx);
            full(&content).then_some(Block::Paragraph(Paragraph { content, lead: true, drop_cap: false }))
        }
        Shape::Heading(level) => {
            let level = match level {
                0 => cx.integer_of(element, "level", 1, 6).unwrap_or(2).max(2) as u8,
                level => level,
            };
            heading(level, parts.running(names.text, cx))
        }
        Shape::Quote | Shape::PullQuote => {
            let quote =
                Quote { body: unquote(parts.body(cx)), attribution: parts.running(names.attribution, cx).into() };
            let make = if shape == Shape::Quote { Block::Quote } else { Block::PullQuote };
            (!quote.body.is_empty()).then(|| make(quote))
        }
        Shape::Figure => vocabulary.figure(element, cx).map(Block::Figure),
        Shape::Gallery => {
            let items = first(element, names.items).map_or(&[][..], Value::items);
            let figures: Vec<_> = items
                .iter()
                .filter_map(|item| if cx.spend(item) { vocabulary.figure(item, cx) } else { None })
                .collect();
            (!figures.is_empty())
                .then(|| Block::Gallery(Gallery { figures, caption: parts.caption(cx), ..Gallery::default() }))
        }
        Shape::Media(kind) => return read_media(&parts, kind, cx),
        Shape::Embed(kind) => return read_embed(&parts, kind, cx),
        Shape::Card(kind) => {
            let title = parts.title(cx);
            let description = parts.running("description subtitle", cx);
            match parts.url(cx) {
                Some(url) => Some(card(kind, url, title, description)),
                None => full(&title).then_some(Block::paragraph(title)),
            }
        }
        Shape::Code => {
            let code = first(element, names.text).and_then(Value::as_str).map(|code| cx.body(code, element));
            let language = cx.label_of(element, "language");
            code.map(|text| Block::Code(Code { text, language, caption: parts.caption(cx) }))
        }
        Shape::Divider => Some(Block::Divider),
        Shape::Aside(kind) => {
            let (title, mut body) = (parts.title(cx), parts.body(cx));
            if let Some(figure) = vocabulary.figure(element, cx) {
                body.insert(0, Block::Figure(figure));
            }
            (full(&title) || !body.is_empty()).then_some(Block::Aside(Aside {
                kind,
                title: title.into(),
                body,
                ..Aside::default()
            }))
        }
        Shape::Group => return inner(vocabulary, element, names.items, cx),
        Shape::Dropped => None,
        Shape::NotShown => {
            cx.warn(WarningCode::NotShown, element, &["left out, because only its publisher's scripts show it"]);
            let caption = parts.caption(cx);
            full(&caption).then(|| Block::paragraph(caption))
        }
    };
    block.into_iter().collect()
}

/// Takes the picture that a body begins with, to be the lead picture of the article.
pub(in crate::read) fn take_leading_figure<'t>(body: &mut Vec<Block<'t>>) -> Option<Figure<'t>> {
    let figures = body.len().min(1);
    body.extract_if(..figures, |block| matches!(block, Block::Figure(_))).find_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    })
}

/// Returns whether running text shows anything.
pub(in crate::read) fn full(content: &[Inline]) -> bool {
    !is_blank(content)
}

/// Returns a heading, unless it is empty.
pub(in crate::read) fn heading<'t>(level: u8, content: Vec<Inline<'t>>) -> Option<Block<'t>> {
    full(&content).then_some(Block::Heading(Heading { level, content }))
}

/// Returns a link as a card; without a title, its name is the host.
pub(in crate::read) fn card<'t>(
    kind: CardKind,
    url: SafeUrl,
    title: Vec<Inline<'t>>,
    description: Vec<Inline<'t>>,
) -> Block<'t> {
    let title = if full(&title) { title } else { vec![Inline::Text(url.host().to_owned().into())] };
    Block::Card(Card { kind, url, title: title.into(), description, source: None, image: None })
}

/// Reads a rating, if it is valid: a value between 0 and the best.
pub(in crate::read) fn read_rating<'t>(
    value: &'t Value<'t>,
    least: f64,
    best: f64,
    cx: &mut Context,
) -> Option<Block<'t>> {
    let written = || ascii::integer(value.as_str()?).map(|number| number as f64);
    let number = value.as_number().map(|number| number.as_f64()).or_else(written);
    let stars = number.filter(|stars| (least..=best).contains(stars) && (1.0..=10.0).contains(&best) && least >= 0.0);
    if stars.is_none() {
        cx.warn(WarningCode::InvalidValue, value, &["expected a number from 0 to the best, which is 10 at most"]);
    }
    stars.map(|stars| Block::Rating(Rating { tenths: (stars * 10.0 + 0.5) as u32, best: best as u32 }))
}

/// Returns a quotation's own blocks if the whole body is one quotation, otherwise the body.
fn unquote(mut body: Vec<Block>) -> Vec<Block> {
    match body.as_mut_slice() {
        [Block::Quote(quote)] if quote.attribution.is_empty() => std::mem::take(&mut quote.body),
        _ => body,
    }
}

/// Returns the markup of an embed without the embed itself, which has its own card.
pub(in crate::read) fn embedded(body: Vec<Block>) -> Vec<Block> {
    let inner = |block| match block {
        Block::Embed(embed) => embed.body,
        block => vec![block],
    };
    unquote(body.into_iter().flat_map(inner).collect())
}

/// Reads a video or sound: its files, otherwise the page that shows it.
fn read_media<'t>(parts: &Parts<'t, '_>, kind: MediaKind, cx: &mut Context) -> Vec<Block<'t>> {
    let names = parts.vocabulary.names();
    let files = first(parts.element, names.items).map_or(&[][..], Value::items);
    let files = if files.is_empty() { std::slice::from_ref(parts.element) } else { files };
    let mut sources: Vec<Source> = files
        .iter()
        .filter_map(|file| {
            if !cx.spend(file) {
                return None;
            }
            let src = first(file, names.url).and_then(|url| cx.media_url(url))?;
            let media_type = first(file, "mimeType mimetype contentType").and_then(|kind| cx.label(kind));
            Some(Source { src, media_type })
        })
        .collect();
    sources.dedup_by(|a, b| a.src == b.src);
    if sources.is_empty() {
        return read_embed(parts, if kind == MediaKind::Video { EmbedKind::Video } else { EmbedKind::Audio }, cx);
    }
    let poster = Keys("stillURL coverUrl poster").find_map(|name| parts.element.get(name));
    let media = Media {
        kind,
        sources,
        poster: poster.and_then(|poster| cx.media_url(poster)),
        title: parts.label(cx),
        caption: parts.caption(cx),
        ..Media::default()
    };
    vec![Block::Media(media)]
}

/// Reads content of another site; without an address its own markup, otherwise its texts.
fn read_embed<'t>(parts: &Parts<'t, '_>, kind: EmbedKind, cx: &mut Context) -> Vec<Block<'t>> {
    let mut body = parts.blocks(cx);
    let title = parts.label(cx);
    let caption = parts.caption(cx);
    if let Some(url) = parts.url(cx) {
        let provider = Keys("source provider").find_map(|name| parts.element.str(name));
        let provider = provider.and_then(|name| cx.name(name, parts.element));
        return vec![Block::Embed(Embed {
            kind,
            url,
            provider,
            title,
            body: embedded(body),
            caption,
            layout: Layout::Inline,
        })];
    }
    if body.is_empty() {
        cx.warn(WarningCode::NotShown, parts.element, &["left out, because nothing says where to find it"]);
        body.extend(title.map(|title| Block::paragraph(vec![Inline::label(title)])));
    }
    if full(&caption) {
        body.push(Block::paragraph(caption));
    }
    body
}
