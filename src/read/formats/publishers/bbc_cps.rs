//! The BBC's older system (CPS): a flat list of blocks with plain text or Candy XML.

use crate::error::Error;
use crate::json::Value;
use crate::model::{
    Article, Author, Block, CardKind, Embed, EmbedKind, Figure, Inline, Layout, List, ListItem, Paragraph, plain_text,
};
use crate::read::Context;
use crate::read::formats::publishers::bbc;
use crate::read::formats::publishers::candy_xml::{self, decode};
use crate::read::formats::publishers::engine::convert::{
    self, Names, Shape, Vocabulary, card, full, read_elements, take_leading_figure,
};
use crate::read::formats::publishers::engine::picture::picture;
use crate::read::values::collection::Links;
use crate::read::values::image::read_size;
use crate::read::values::lenient::{self, count_members, first};
use crate::text::{Text, template};
use crate::url::{Purpose, SafeUrl};

const NAMES: Names = Names {
    kind: "type",
    shapes: &[
        ("paragraph", Shape::Text),
        ("heading", Shape::Heading(2)),
        ("crosshead", Shape::Heading(2)),
        ("subheading", Shape::Heading(3)),
        ("image", Shape::Figure),
    ],
    url: "href",
    title: "title",
    caption: "caption",
    text: "text",
    attribution: "",
    items: "items",
};

/// The server of included pages.
const INCLUDES: &str = "https://news.files.bbci.co.uk";

/// Returns whether a tree is such an article; pages that list articles have groups instead of blocks.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    count_members(tree, "metadata promo") > 0 && tree.at("content blocks").is_some_and(Value::is_array)
}

/// Reads the article.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let mut article = bbc::read_metadata(tree, cx);
    let promo = tree.get("promo").unwrap_or(&Value::Null);
    let headlines = promo.get("headlines").unwrap_or(&Value::Null);
    let title = first(headlines, "headline shortHeadline seoHeadline").or_else(|| promo.get("name"));
    article.headline = title.map(|title| cx.plain(title)).unwrap_or_default().into();
    article.authors = promo.get("byline").and_then(|byline| read_author(byline, cx)).into_iter().collect();
    let vocabulary = Cps { own: article.url.clone() };
    article.body = tree.at("content blocks").map(|blocks| read_elements(&vocabulary, blocks, cx)).unwrap_or_default();
    // A lead paragraph has the same text as the summary for other pages.
    if !article.body.iter().any(|block| matches!(block, Block::Paragraph(Paragraph { lead: true, .. }))) {
        article.description = lenient::read_plain(promo, "summary", cx);
    }
    article.image = take_leading_figure(&mut article.body);
    if article.image.is_none() && !article.body.iter().any(|block| matches!(block, Block::Figure(_))) {
        article.image = promo.get("indexImage").and_then(|image| vocabulary.figure(image, cx));
    }
    let mut links = Links::of(article.url.as_ref());
    bbc::read_groups(tree, &mut links, cx);
    article.related = links.block(None, None).into_iter().collect();
    Ok((article, 1))
}

/// Reads the author in a byline, with the details of the author.
fn read_author<'t>(byline: &'t Value<'t>, cx: &mut Context) -> Option<Author<'t>> {
    let author = lenient::author(byline.get("name")?, None, cx)?;
    let name = author.name.trim_end_matches(',').to_owned().into();
    Some(Author { name, role: cx.label_of(byline, "title"), ..author })
}

/// The blocks of the article at `own`.
struct Cps {
    own: Option<SafeUrl>,
}

impl<'t> Vocabulary<'t> for Cps {
    fn names(&self) -> &'static Names {
        &NAMES
    }

    fn figure(&self, element: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
        let image = bbc::read_image_of_path(element, cx)?;
        let caption = element.get("caption").map(|caption| self.inlines(caption, cx)).unwrap_or_default();
        Some(Figure { image, caption, credit: bbc::read_credit(element, cx).into(), ..Figure::default() })
    }

    fn special(&self, kind: &str, element: &'t Value<'t>, cx: &mut Context) -> Option<Vec<Block<'t>>> {
        Some(match kind {
            "paragraph" if element.get("meta").is_some() => match read_promoted(element, cx) {
                // A link without other text is a card.
                content if matches!(content.as_slice(), [Inline::Link(..)]) => content
                    .into_iter()
                    .filter_map(|link| {
                        if let Inline::Link(url, title) = link {
                            Some(card(CardKind::Link, url, title, Vec::new()))
                        } else {
                            None
                        }
                    })
                    .collect(),
                content => full(&content).then(|| Block::paragraph(content)).into_iter().collect(),
            },
            "paragraph" if element.str("role") == Some("introduction") => {
                convert::shaped(self, Shape::Lead, element, cx)
            }
            "list" => read_list(element, cx).into_iter().collect(),
            "media" | "version" | "external_vpid" => bbc::read_clip(element, self.own.as_ref(), Vec::new(), cx),
            "social_embed" => bbc::read_post(element, cx),
            "include" => read_include(element, cx),
            _ => return None,
        })
    }

    fn inlines(&self, text: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
        text.as_str().map(|xml| candy_xml::inlines(xml, text, cx)).unwrap_or_default()
    }

    fn blocks(&self, text: &'t Value<'t>, _element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
        let content = self.inlines(text, cx);
        full(&content).then(|| Block::paragraph(content)).into_iter().collect()
    }
}

/// Reads text and the promotions of other articles after it, as links.
fn read_promoted<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let text = element.get("text").and_then(|text| Some(candy_xml::inlines(text.as_str()?, text, cx)));
    let mut content = text.filter(|content| full(content)).unwrap_or_default();
    for promo in cx.within(element.get("meta").map_or(&[][..], Value::one_or_many)) {
        let bbc::Promotion { headline, url, .. } = bbc::read_promotion(promo, cx);
        if full(&content) && !plain_text(&content).ends_with(' ') {
            content.push(Inline::Text(" ".into()));
        }
        content.extend(lenient::linked(headline.into_iter().map(Inline::label).collect(), url));
    }
    content
}

/// Reads a list; its items are text or promotions.
fn read_list<'t>(element: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let mut items = Vec::new();
    for item in element.list("items") {
        if !cx.spend(item) {
            break;
        }
        let content = read_promoted(item, cx);
        if full(&content) {
            items.push(ListItem { checked: None, body: vec![Block::paragraph(content)] });
        }
    }
    let ordered = element.get("numbered").and_then(Value::as_bool) == Some(true);
    (!items.is_empty()).then_some(Block::List(List { ordered, items, ..List::default() }))
}

/// Reads an included page: its pictures if it has some, otherwise a link to it.
fn read_include<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let absolute = |path: &str| template::concat(&[if path.starts_with('/') { INCLUDES } else { "" }, path]);
    if let Some(graphic) = element.get("idt2") {
        let sizes = graphic.get("dimensions").map_or(&[][..], Value::members);
        let files: Vec<(Text, u32)> = sizes
            .iter()
            .filter_map(|(_, file)| Some((absolute(file.str("href")?).into(), file.get("width")?.as_int()? as u32)))
            .collect();
        let alt = graphic.str("altText").and_then(|alt| cx.name(decode(alt), graphic));
        let size = sizes.iter().find_map(|(_, file)| read_size(file, cx));
        if let Some(image) = picture(graphic, &files, alt, size, cx) {
            return vec![Block::Figure(Figure {
                image,
                credit: bbc::read_credit(graphic, cx).into(),
                ..Figure::default()
            })];
        }
    }
    let title = first(element, "title tile").and_then(|title| cx.label(title));
    let url = element.get("href").and_then(|href| cx.judge(&absolute(href.as_str()?), Purpose::Link, href));
    match url {
        Some(url) => {
            let provider = Some("BBC".into());
            vec![Block::Embed(Embed {
                kind: EmbedKind::Page,
                url,
                provider,
                title,
                body: Vec::new(),
                caption: Vec::new(),
                layout: Layout::Inline,
            })]
        }
        None => title.map(|title| Block::paragraph(vec![Inline::label(title)])).into_iter().collect(),
    }
}
