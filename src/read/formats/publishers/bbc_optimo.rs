//! The BBC's newer system (Optimo): blocks in blocks, down to fragments of text.

use crate::error::Error;
use crate::json::Value;
use crate::model::{
    Article, Aside, AsideKind, Author, Block, CardKind, Embed, EmbedKind, Figure, Gallery, Image, Inline, Layout, List,
    ListItem, Quote,
};
use crate::read::Context;
use crate::read::formats::publishers::bbc;
use crate::read::formats::publishers::bbc_optimo_text::{blocks, find_child, read_inlines, read_paragraph};
use crate::read::formats::publishers::engine::convert::{card, full, heading, take_leading_figure};
use crate::read::values::collection::Links;
use crate::read::values::dedupe::describe;
use crate::read::values::lenient::make_label;
use crate::read::values::lenient::{self, first};
use crate::report::WarningCode;
use crate::text::Label;
use crate::text::keys::Keys;
use crate::url::SafeUrl;

/// Returns the article, which newer answers wrap.
fn find_root<'t>(tree: &'t Value<'t>) -> &'t Value<'t> {
    tree.at("data article").unwrap_or(tree)
}

/// Returns whether a tree is such an article.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    let root = tree.at("data article").unwrap_or(tree);
    root.at("content model blocks").is_some_and(Value::is_array)
}

/// Reads the article.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let tree = find_root(tree);
    let mut article = bbc::read_metadata(tree, cx);
    let mut links = Links::of(article.url.as_ref());
    let mut title = None;
    let all = tree.list("content model blocks");
    let mut reader = Optimo { own: article.url.clone(), headline: Vec::new(), authors: Vec::new() };
    for block in all {
        match block.str("type") {
            Some("relatedContent" | "onwardJourneys") => title = read_related(block, &mut links, cx).or(title),
            _ => article.body.extend(reader.read_block(block, cx)),
        }
    }
    let promo = tree.get("promo").unwrap_or(&Value::Null);
    let titles = promo.get("headlines").and_then(|titles| first(titles, "headline promoHeadline seoHeadline"));
    article.headline = match full(&reader.headline) {
        true => reader.headline.into(),
        false => match titles {
            // Some titles are blocks.
            Some(title @ Value::Object(_)) => read_inlines(title, cx).into(),
            title => title.map(|title| cx.plain(title)).unwrap_or_default().into(),
        },
    };
    article.authors = reader.authors;
    let summary = match promo.get("summary") {
        Some(summary @ Value::Object(_)) => read_inlines(summary, cx),
        Some(summary) => cx.plain(summary),
        None => Vec::new(),
    };
    describe(&mut article, summary);
    article.image = take_leading_figure(&mut article.body);
    bbc::read_groups(tree, &mut links, cx);
    article.related = links.block(title, None).into_iter().collect();
    Ok((article, 1))
}

/// Adds links to other articles, and returns the title before them.
fn read_related<'t>(block: &'t Value<'t>, links: &mut Links<'t>, cx: &mut Context) -> Option<Label<'t>> {
    for item in blocks(block).iter().filter(|item| item.str("type") != Some("title")) {
        let (headline, url, image) = read_promotion(item, cx);
        if let Some(link) = links.add(item, make_label(&headline, item, cx), url, cx) {
            link.image = image;
        }
    }
    find_child(block, "title").and_then(|title| make_label(&read_inlines(title, cx), title, cx))
}

/// Reads a link to another article with its title and picture.
fn read_promotion<'t>(item: &'t Value<'t>, cx: &mut Context) -> (Vec<Inline<'t>>, Option<SafeUrl>, Option<Image<'t>>) {
    let url = item.at("model url").or_else(|| find_locator(item, 0)).and_then(|url| cx.link(url));
    let image = find_child(item, "image").and_then(|image| read_figure(image, cx)).map(|figure| figure.image);
    let text = find_child(item, "text").map(|text| read_inlines(text, cx)).unwrap_or_default();
    (text, url, image)
}

/// Returns the first link address inside a block.
fn find_locator<'t>(block: &'t Value<'t>, depth: usize) -> Option<&'t Value<'t>> {
    let linked = block.str("type") == Some("urlLink") || block.str("type") == Some("aresLink");
    let own = block.at("model locator").filter(|_| linked);
    own.or_else(|| blocks(block).iter().filter(|_| depth < 8).find_map(|child| find_locator(child, depth + 1)))
}

/// Reads a picture with its text alternative, caption and owner.
fn read_figure<'t>(block: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let raw = find_child(block, "rawImage")?.get("model")?;
    let alt = find_child(block, "altText").map(|alt| make_label(&read_inlines(alt, cx), alt, cx).unwrap_or_default());
    let image = bbc::read_image(raw, raw.str("originCode").unwrap_or("cpsprodpb"), raw.str("locator")?, alt, cx)?;
    let caption = find_child(block, "caption").map(|caption| read_inlines(caption, cx)).unwrap_or_default();
    Some(Figure { image, caption, credit: bbc::read_credit(raw, cx).into(), ..Figure::default() })
}

/// The state of reading one article.
struct Optimo<'t> {
    own: Option<SafeUrl>,
    headline: Vec<Inline<'t>>,
    authors: Vec<Author<'t>>,
}

impl<'t> Optimo<'t> {
    /// Returns the blocks inside a block.
    fn inner(&mut self, block: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
        cx.nested(block, |cx| blocks(block).iter().flat_map(|child| self.read_block(child, cx)).collect())
    }

    /// Reads a block as blocks: usually one.
    fn read_block(&mut self, block: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
        if !cx.spend(block) {
            return Vec::new();
        }
        let model = block.get("model").unwrap_or(&Value::Null);
        let kind = block.str("type").unwrap_or("");
        let one = match kind {
            "headline" if !full(&self.headline) => {
                self.headline = read_inlines(block, cx);
                None
            }
            "headline" | "subheadline" => {
                let level = model.get("level").and_then(Value::as_int).unwrap_or(2).clamp(2, 6) as u8;
                heading(level, read_inlines(block, cx))
            }
            "text" | "synopsis" | "introduction" | "group" | "listItem" | "table" => return self.inner(block, cx),
            "paragraph" => Some(read_paragraph(block, cx)).filter(|text| full(text)).map(Block::paragraph),
            "unorderedList" | "orderedList" => self.read_list(kind == "orderedList", block, cx),
            "image" => read_figure(block, cx).map(Block::Figure),
            "embedImages" => {
                let figures: Vec<_> =
                    cx.within(blocks(block)).iter().filter_map(|image| read_figure(image, cx)).collect();
                (!figures.is_empty()).then_some(Block::Gallery(Gallery { figures, ..Gallery::default() }))
            }
            "idt2" => find_child(block, "image").and_then(|image| {
                let mut figure = read_figure(image, cx)?;
                figure.caption = lenient::read_plain(model, "caption", cx);
                Some(Block::Figure(figure))
            }),
            "video" | "audio" | "portraitClipMedia" | "clipMedia" => {
                let caption = find_child(block, "caption").map(|caption| read_inlines(caption, cx)).unwrap_or_default();
                let media = find_child(block, "aresMedia").and_then(|media| find_child(media, "aresMediaMetadata"));
                return bbc::read_clip(
                    media.and_then(|media| media.get("model")).unwrap_or(model),
                    self.own.as_ref(),
                    caption,
                    cx,
                );
            }
            "keyPoints" | "disclaimer" => {
                let kind = if kind == "keyPoints" { AsideKind::KeyPoints } else { AsideKind::Aside };
                let body = self.inner(block, cx);
                (!body.is_empty()).then_some(Block::Aside(Aside {
                    kind,
                    title: Vec::new().into(),
                    body,
                    ..Aside::default()
                }))
            }
            "quote" | "pullOut" | "blockquote" => {
                let quote = Quote { body: self.inner(block, cx), attribution: Vec::new().into() };
                (!quote.body.is_empty()).then_some(if kind == "pullOut" {
                    Block::PullQuote(quote)
                } else {
                    Block::Quote(quote)
                })
            }
            "attribution" | "caption" => Some(read_inlines(block, cx)).filter(|text| full(text)).map(Block::paragraph),
            "tweet" | "social" | "instagram" => {
                return bbc::read_post(
                    find_child(block, "aresOEmbed").and_then(|inner| inner.get("model")).unwrap_or(model),
                    cx,
                );
            }
            "oEmbed" | "include" | "embed" | "embedHtml" | "podcastPromo" => return self.read_embed(block, cx),
            "links" | "onwardJourneys" => return self.read_links(block, cx),
            "byline" => {
                self.authors.extend(blocks(block).iter().filter_map(|contributor| read_author(contributor, cx)));
                None
            }
            // Parts of the page around the article: its date, advertising, a fold, most read articles.
            "timestamp"
            | "mpu"
            | "wsoj"
            | "continueReading"
            | "visuallyHiddenHeadline"
            | "aresMedia"
            | "experiment-block" => None,
            _ => {
                let place = block.get("type").unwrap_or(block);
                cx.unknown_block(place, kind);
                Some(read_inlines(block, cx)).filter(|text| full(text)).map(Block::paragraph)
            }
        };
        one.into_iter().collect()
    }

    fn read_list(&mut self, ordered: bool, block: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
        let items = blocks(block).iter().map(|item| ListItem { checked: None, body: self.inner(item, cx) });
        let items: Vec<_> = items.filter(|item| !item.body.is_empty()).collect();
        (!items.is_empty()).then_some(Block::List(List { ordered, items, ..List::default() }))
    }

    /// Reads content of another page.
    fn read_embed(&mut self, block: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
        let inner = Keys("aresOEmbed oEmbed include").find_map(|kind| find_child(block, kind));
        let model = inner.unwrap_or(block).get("model").unwrap_or(&Value::Null);
        let data = model.get("oembed").unwrap_or(model);
        let title = first(data, "title").and_then(|title| cx.label(title));
        let provider = cx.label_of(data, "provider_name");
        if let Some(url) = first(data, "url href locator source embed_url").and_then(|url| cx.link(url)) {
            let embed = Embed {
                kind: EmbedKind::Page,
                url,
                provider,
                title,
                body: Vec::new(),
                caption: Vec::new(),
                layout: Layout::Inline,
            };
            return vec![Block::Embed(embed)];
        }
        let body = first(data, "html embedHtml embeddableContent")
            .map(|html| crate::read::formats::publishers::engine::convert::blocks(html, cx))
            .unwrap_or_default();
        if body.is_empty() {
            cx.warn(WarningCode::NotShown, block, &["left out, because nothing says where to find it"]);
            return title.map(|title| Block::paragraph(vec![Inline::label(title)])).into_iter().collect();
        }
        body
    }

    /// Reads links to other articles in the middle of this one.
    fn read_links(&mut self, block: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
        let title = find_child(block, "title").map(|title| read_inlines(title, cx));
        let mut out: Vec<Block> = title.and_then(|title| heading(3, title)).into_iter().collect();
        for item in blocks(block).iter().filter(|item| item.str("type") != Some("title")) {
            let (title, url, _) = read_promotion(item, cx);
            match url {
                Some(url) => out.push(card(CardKind::Link, url, title, Vec::new())),
                None => out.extend(full(&title).then(|| Block::paragraph(title))),
            }
        }
        out
    }
}

/// Reads a contributor: name, role and page.
fn read_author<'t>(contributor: &'t Value<'t>, cx: &mut Context) -> Option<Author<'t>> {
    let mut said = |kind| find_child(contributor, kind).and_then(|part| make_label(&read_inlines(part, cx), part, cx));
    let (name, role) = (said("name")?, said("role"));
    let url = contributor.at("model topicUrl").or_else(|| find_locator(contributor, 0)).and_then(|url| cx.link(url));
    Some(Author { name, url, role })
}
