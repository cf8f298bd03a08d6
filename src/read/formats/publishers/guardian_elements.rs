//! The Guardian's elements of a body (dotcom-rendering's `FEElement`).

use crate::json::Value;
use crate::model::{
    Aside, AsideKind, Block, CardKind, Code, Embed, EmbedKind, Entry, Figure, Inline, List, ListItem, Mark, MediaKind,
    Product,
};
use crate::read::Context;
use crate::read::formats::publishers::candy_xml::{self, decode};
use crate::read::formats::publishers::element::{
    self, Names, Shape, Vocabulary, card, elements, full, heading, inner, shaped,
};
use crate::read::formats::publishers::picture::picture;
use crate::read::formats::shapes::first;
use crate::text::Text;
use crate::url::Purpose;

const NAMES: Names = Names {
    kind: "_type",
    shapes: &[
        ("Text", Shape::Text),
        ("Subheading", Shape::Text),
        ("Blockquote", Shape::Quote),
        ("Pullquote", Shape::PullQuote),
        ("Table", Shape::Text),
        ("Highlight", Shape::Aside(AsideKind::Callout)),
        ("ItemLink", Shape::Text),
        ("NumberedTitle", Shape::Text),
        ("Caption", Shape::Text),
        ("Divider", Shape::Divider),
        ("Image", Shape::Figure),
        ("Cartoon", Shape::Figure),
        ("MultiImage", Shape::Gallery),
        ("Tweet", Shape::Embed(EmbedKind::Post)),
        ("Instagram", Shape::Embed(EmbedKind::Post)),
        ("Vine", Shape::Embed(EmbedKind::Video)),
        ("Embed", Shape::Embed(EmbedKind::Page)),
        ("UnsafeEmbed", Shape::Embed(EmbedKind::Page)),
        ("Document", Shape::Card(CardKind::File)),
        ("Map", Shape::Embed(EmbedKind::Map)),
        ("Soundcloud", Shape::Embed(EmbedKind::Audio)),
        ("Spotify", Shape::Embed(EmbedKind::Audio)),
        ("Video", Shape::Embed(EmbedKind::Video)),
        ("VideoFacebook", Shape::Embed(EmbedKind::Video)),
        ("VideoVimeo", Shape::Embed(EmbedKind::Video)),
        ("VideoYoutube", Shape::Embed(EmbedKind::Video)),
        ("GuVideo", Shape::Media(MediaKind::Video)),
        ("MediaAtom", Shape::Media(MediaKind::Video)),
        ("SelfHostedVideo", Shape::Media(MediaKind::Video)),
        ("Audio", Shape::Media(MediaKind::Audio)),
        ("AudioAtom", Shape::Media(MediaKind::Audio)),
        ("RichLink", Shape::Card(CardKind::Link)),
        ("Link", Shape::Card(CardKind::Button)),
        ("Disclaimer", Shape::Aside(AsideKind::Aside)),
        ("ExplainerAtom", Shape::Aside(AsideKind::Aside)),
        ("Recipe", Shape::Aside(AsideKind::Aside)),
        ("QA", Shape::Aside(AsideKind::Question)),
        ("Callout", Shape::Aside(AsideKind::Callout)),
        ("CalloutBlockElementV2", Shape::Aside(AsideKind::Callout)),
        ("AdPlaceholder", Shape::Dropped),
        ("InteractiveContents", Shape::Dropped),
        ("Interactive", Shape::NotShown),
        ("ContentAtom", Shape::NotShown),
        ("CrosswordElement", Shape::NotShown),
        ("ProductSummary", Shape::Dropped),
        ("EnhancedProductSummaryElement", Shape::Dropped),
    ],
    url: &["originalUrl", "url", "trackUrl", "embedUrl"],
    title: &["title", "mediaTitle", "label", "btnText", "text", "alt"],
    text: &["html", "body", "description", "captionText"],
    attribution: &["attribution"],
    items: &["assets", "images"],
};

/// The elements.
pub(in crate::read) struct Guardian;

impl<'t> Vocabulary<'t> for Guardian {
    fn names(&self) -> &'static Names {
        &NAMES
    }

    fn figure(&self, element: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
        let data = element.get("data").unwrap_or(element);
        let variant = element.get("variants").and_then(|variants| variants.items().last()).unwrap_or(&Value::Null);
        let images = element.at(&["media", "allImages"]).or(variant.get("images")).map_or(&[][..], Value::items);
        let role = element.str("role").unwrap_or("inline");
        let sets = element.get("imageSources").map_or(&[][..], Value::items);
        let filled = |set: &&Value| set.get("srcSet").is_some_and(|files| !files.items().is_empty());
        let is_role = |set: &&Value| filled(set) && set.str("weighting") == Some(role);
        let set = sets.iter().find(is_role).or_else(|| sets.iter().find(filled)).and_then(|set| set.get("srcSet"));
        let width = |file: &Value| {
            file.get("width").and_then(|w| w.as_int().or_else(|| w.as_str()?.parse().ok())).unwrap_or(0) as u32
        };
        let mut files: Vec<(Text, u32)> = set
            .map_or(&[][..], Value::items)
            .iter()
            .filter_map(|file| Some((file.str("src")?.into(), width(file))))
            .collect();
        if files.is_empty() {
            let fields = |image: &'t Value<'t>| image.get("fields").map_or(0, width);
            files = images.iter().filter_map(|image| Some((image.str("url")?.into(), fields(image)))).collect();
        }
        if files.is_empty() {
            let url = first(element, &["img", "imageUrl"]).or_else(|| element.at(&["featuredImage", "url"]))?;
            files.push((url.as_str()?.into(), 0));
        }
        let size = images.iter().find_map(|image| crate::read::media::size(image.get("fields")?, cx));
        let alt = cx.label_of(data, "alt");
        let caption = data.get("caption").map(|caption| element::inlines(caption, cx)).unwrap_or_default();
        let shown = element.get("displayCredit").and_then(Value::as_bool) != Some(false);
        let credit =
            first(data, &["credit"]).filter(|_| shown).map(|credit| element::inlines(credit, cx)).unwrap_or_default();
        let image = picture(element, &files, alt, size, cx)?;
        Some(Figure { image, link: None, caption, credit })
    }

    fn special(&self, kind: &str, element: &'t Value<'t>, cx: &mut Context) -> Option<Vec<Block<'t>>> {
        Some(match kind {
            "Youtube" => youtube(element, cx),
            "Code" => {
                let code =
                    element.str("html").map(|html| Code { text: candy_xml::body(decode(html)), ..Code::default() });
                code.map(Block::Code).into_iter().collect()
            }
            "StarRating" => {
                element.get("rating").and_then(|stars| element::rating(stars, 0.0, 5.0, cx)).into_iter().collect()
            }
            "KeyTakeaways" | "QAndAExplainer" | "MiniProfiles" | "MultiBylines" | "List" => {
                const ITEMS: &[&str] = &["items", "keyTakeaways", "qAndAExplainers", "miniProfiles", "multiBylines"];
                let items = first(element, ITEMS).map_or(&[][..], Value::items);
                items.iter().flat_map(|item| list_item(item, cx)).collect()
            }
            "TimelineAtom" => {
                let mut out: Vec<Block> =
                    named(element, "title", cx).and_then(|title| heading(2, title)).into_iter().collect();
                out.extend(element.get("description").map(|text| element::blocks(text, cx)).unwrap_or_default());
                out.extend(events(element, cx));
                out
            }
            "Timeline" | "DCRTimeline" | "DCRSectionedTimeline" => {
                let sections = element.get("sections").map_or(std::slice::from_ref(element), Value::items);
                let mut out = Vec::new();
                for section in sections {
                    out.extend(named(section, "title", cx).and_then(|title| heading(2, title)));
                    out.extend(events(section, cx));
                }
                out
            }
            "QuizAtom" => quiz(element, cx),
            "Product" => product(element, cx),
            "NewsletterSignup" => {
                let newsletter = element.get("newsletter")?;
                let title = named(newsletter, "name", cx).unwrap_or_default();
                let body = newsletter.get("description").map(|text| element::blocks(text, cx)).unwrap_or_default();
                vec![Block::Aside(Aside { kind: AsideKind::Callout, title, body })]
            }
            "ReporterCallout" => {
                let title = named(element, "title", cx).unwrap_or_default();
                const TEXTS: &[&str] = &[
                    "subtitle",
                    "intro",
                    "mainTextHeading",
                    "mainText",
                    "emailContact",
                    "messagingContact",
                    "securedropContact",
                    "endNote",
                ];
                let texts = TEXTS.iter().filter_map(|name| element.get(name));
                let body = texts.flat_map(|text| element::blocks(text, cx)).collect();
                vec![Block::Aside(Aside { kind: AsideKind::Callout, title, body })]
            }
            "Comment" => {
                let attribution = named(element, "profileName", cx).unwrap_or_default();
                let mut quote = shaped(self, Shape::Quote, element, cx);
                if let Some(Block::Quote(quote)) = quote.last_mut() {
                    quote.attribution = attribution;
                }
                quote
            }
            "RichLink" => {
                let url = element.get("url").and_then(|url| cx.link(url))?;
                vec![card(CardKind::Link, url, named(element, "text", cx).unwrap_or_default(), Vec::new())]
            }
            "CallToActionAtom" => {
                // Its title is for the editors.
                let mut blocks: Vec<Block> = named(element, "label", cx).map(Block::paragraph).into_iter().collect();
                let title = named(element, "btnText", cx).unwrap_or_default();
                blocks.extend(cx.link_of(element, "url").map(|url| card(CardKind::Button, url, title, Vec::new())));
                blocks
            }
            "GuideAtom" | "ProfileAtom" => {
                let mut blocks = shaped(self, Shape::Aside(AsideKind::Aside), element, cx);
                if let ([Block::Aside(aside)], Some(label)) = (blocks.as_mut_slice(), cx.label_of(element, "label")) {
                    aside.title.splice(
                        0..0,
                        [Inline::Marked(Mark::Small, vec![Inline::Text(label)]), Inline::Text(" ".into())],
                    );
                }
                blocks
            }
            // Their scripts fill them; there is nothing behind the address that a reader could use.
            "InteractiveAtom" | "ChartAtom" | "GenericAtom" => {
                let blocks = shaped(self, Shape::Text, element, cx);
                if blocks.is_empty() { shaped(self, Shape::NotShown, element, cx) } else { blocks }
            }
            _ => return None,
        })
    }
}

/// A plain text of an element, unless it is empty.
fn named<'t>(element: &'t Value<'t>, name: &str, cx: &mut Context) -> Option<Vec<Inline<'t>>> {
    element.get(name).map(|text| element::inlines(text, cx)).filter(|text| full(text))
}

fn youtube<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let address = element.str("assetId").map(|id| ["https://www.youtube.com/watch?v=", id].concat());
    let caption = named(element, "caption", cx).unwrap_or_default();
    match address.and_then(|url| cx.judge(&url, Purpose::Link, element)) {
        Some(url) => {
            let title = cx.label_of(element, "mediaTitle");
            let provider = Some(Text::Borrowed("YouTube"));
            vec![Block::Embed(Embed { kind: EmbedKind::Video, url, provider, title, body: Vec::new(), caption })]
        }
        None => shaped(&Guardian, Shape::NotShown, element, cx),
    }
}

/// A titled part of a list: a takeaway, a question and its answer, a profile.
fn list_item<'t>(item: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let mut out: Vec<Block> = named(item, "title", cx).and_then(|title| heading(3, title)).into_iter().collect();
    out.extend(first(item, &["byline"]).map(|byline| Block::paragraph(cx.plain(byline))));
    out.extend(item.get("bio").map(|text| element::blocks(text, cx)).unwrap_or_default());
    out.extend(inner(&Guardian, item, &["elements", "body"], cx));
    out.extend(item.get("endNote").map(|text| element::blocks(text, cx)).unwrap_or_default());
    out
}

/// The events of a timeline. Their dates are text, often no more than a year.
fn events<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let events = element.get("events").map_or(&[][..], Value::items);
    let read = |event: &'t Value<'t>| {
        let mut body = event.get("main").map(|main| elements(&Guardian, main, cx)).unwrap_or_default();
        match event.get("body") {
            Some(text @ Value::String(_)) => body.extend(element::blocks(text, cx)),
            Some(inner) => body.extend(elements(&Guardian, inner, cx)),
            None => {}
        }
        let date = cx.label_of(event, "date").map(crate::model::Date::Verbatim);
        Block::Entry(Entry { date, title: named(event, "title", cx).unwrap_or_default(), authors: Vec::new(), body })
    };
    events.iter().map(read).collect()
}

/// A quiz as its questions with the answers to choose from, and what the right one says.
fn quiz<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let mut out = Vec::new();
    for question in element.get("questions").map_or(&[][..], Value::items) {
        let title = named(question, "text", cx).unwrap_or_default();
        let answers = question.get("answers").map_or(&[][..], Value::items);
        let (mut items, mut revealed) = (Vec::new(), Vec::new());
        for answer in answers {
            items.extend(
                named(answer, "text", cx).map(|text| ListItem { checked: None, body: vec![Block::paragraph(text)] }),
            );
            if answer.get("isCorrect").and_then(Value::as_bool) == Some(true) {
                revealed.extend(named(answer, "text", cx).map(Block::paragraph));
                revealed.extend(named(answer, "revealText", cx).map(Block::paragraph));
            }
        }
        let mut body = vec![Block::List(List { items, ..List::default() })];
        if !revealed.is_empty() {
            body.push(Block::Details(crate::model::Details { body: revealed, ..Default::default() }));
        }
        out.push(Block::Aside(Aside { kind: AsideKind::Question, title, body }));
    }
    for result in ["resultBuckets"].iter().filter_map(|name| element.get(name)).flat_map(Value::items) {
        out.extend(named(result, "title", cx).and_then(|title| heading(3, title)));
        out.extend(named(result, "description", cx).map(Block::paragraph));
    }
    out
}

fn product<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let offers = element.get("productCtas").map_or(&[][..], Value::items);
    let mut name: Vec<Inline> = element.get("brandName").map(|brand| cx.plain(brand)).unwrap_or_default();
    if full(&name) {
        name.push(Inline::Text(" ".into()));
    }
    name.extend(element.get("productName").map(|product| cx.plain(product)).unwrap_or_default());
    let mut body: Vec<Block> = ["primaryHeadingHtml", "secondaryHeadingHtml"]
        .iter()
        .filter_map(|text| named(element, text, cx))
        .map(Block::paragraph)
        .collect();
    body.extend(inner(&Guardian, element, &["content"], cx));
    for attribute in element.get("customAttributes").map_or(&[][..], Value::items) {
        let mut line = named(attribute, "name", cx).unwrap_or_default();
        line.push(Inline::Text(": ".into()));
        line.extend(named(attribute, "value", cx).unwrap_or_default());
        body.push(Block::paragraph(line));
    }
    for offer in offers {
        let mut title = named(offer, "text", cx).unwrap_or_default();
        if !full(&title) {
            title = named(offer, "retailer", cx).unwrap_or_default();
        }
        body.extend(cx.link_of(offer, "url").map(|url| card(CardKind::Button, url, title, Vec::new())));
    }
    let image = element.get("image").and_then(|image| {
        let alt = cx.label_of(image, "alt");
        picture(image, &[(image.str("url")?.into(), 0)], alt, crate::read::media::size(image, cx), cx)
    });
    let rating = element.get("starRating").filter(|stars| stars.as_str() != Some("none-selected"));
    let rating = match rating.and_then(|stars| element::rating(stars, 0.0, 5.0, cx)) {
        Some(Block::Rating(rating)) => Some(rating),
        _ => None,
    };
    let price = cx.label_of(element, "lowestPrice");
    vec![Block::Product(Product { name, url: None, image, rating, price, body })]
}
