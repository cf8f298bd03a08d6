//! The Guardian's elements of a body (dotcom-rendering's `FEElement`).

use crate::json::Value;
use crate::model::{
    Aside, AsideKind, Block, CardKind, Code, Embed, EmbedKind, Figure, Inline, Layout, Mark, MediaKind,
};
use crate::read::Context;
use crate::read::formats::publishers::candy_xml::decode;
use crate::read::formats::publishers::engine::convert::{self, Names, Shape, Vocabulary, card, full, heading, shaped};
use crate::read::formats::publishers::engine::picture::picture;
use crate::read::formats::publishers::guardian_atoms::{read_events, read_list_item, read_product, read_quiz};
use crate::read::values::image::read_size;
use crate::read::values::layout::find_layout;
use crate::read::values::lenient::first;
use crate::text::{Label, Text, ascii, template};
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
    url: "originalUrl url trackUrl embedUrl",
    title: "title mediaTitle label btnText text alt",
    caption: "caption",
    text: "html body description captionText",
    attribution: "attribution authorName",
    items: "assets images",
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
        let images = element.at("media allImages").or(variant.get("images")).map_or(&[][..], Value::items);
        let role = element.str("role").unwrap_or("inline");
        let sets = element.list("imageSources");
        let filled = |set: &&Value| set.get("srcSet").is_some_and(|files| !files.items().is_empty());
        let is_role = |set: &&Value| filled(set) && set.str("weighting") == Some(role);
        let set = sets.iter().find(is_role).or_else(|| sets.iter().find(filled)).and_then(|set| set.get("srcSet"));
        let width = |file: &Value| {
            file.get("width").and_then(|w| w.as_int().or_else(|| ascii::integer(w.as_str()?))).unwrap_or(0) as u32
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
            let url = first(element, "img imageUrl").or_else(|| element.at("featuredImage url"))?;
            files.push((url.as_str()?.into(), 0));
        }
        let size = images.iter().find_map(|image| read_size(image.get("fields")?, cx));
        let alt = cx.label_of(data, "alt");
        let caption = convert::read_inlines_of(data, "caption", cx);
        let shown = element.get("displayCredit").and_then(Value::as_bool) != Some(false);
        let credit =
            first(data, "credit").filter(|_| shown).map(|credit| convert::inlines(credit, cx)).unwrap_or_default();
        let image = picture(element, &files, alt, size, cx)?;
        Some(Figure { image, caption, credit: credit.into(), ..Figure::default() })
    }

    fn layout(&self, element: &'t Value<'t>) -> Option<Layout> {
        element.str("role").and_then(find_layout)
    }

    fn special(&self, kind: &str, element: &'t Value<'t>, cx: &mut Context) -> Option<Vec<Block<'t>>> {
        Some(match kind {
            "Youtube" => read_youtube(element, cx),
            "Code" => {
                let code =
                    element.str("html").map(|html| Code { text: cx.body(decode(html), element), ..Code::default() });
                code.map(Block::Code).into_iter().collect()
            }
            "StarRating" => {
                element.get("rating").and_then(|stars| convert::read_rating(stars, 0.0, 5.0, cx)).into_iter().collect()
            }
            "KeyTakeaways" | "QAndAExplainer" | "MiniProfiles" | "MultiBylines" | "List" => {
                const ITEMS: &str = "items keyTakeaways qAndAExplainers miniProfiles multiBylines";
                let items = first(element, ITEMS).map_or(&[][..], Value::items);
                cx.within(items).iter().flat_map(|item| read_list_item(item, cx)).collect()
            }
            "TimelineAtom" => {
                let mut out: Vec<Block> =
                    read_named(element, "title", cx).and_then(|title| heading(2, title)).into_iter().collect();
                out.extend(convert::blocks_of(element, "description", cx));
                out.extend(read_events(element, cx));
                out
            }
            "Timeline" | "DCRTimeline" | "DCRSectionedTimeline" => {
                let sections = element.get("sections").map_or(std::slice::from_ref(element), Value::items);
                let mut out = Vec::new();
                for section in sections {
                    out.extend(read_named(section, "title", cx).and_then(|title| heading(2, title)));
                    out.extend(read_events(section, cx));
                }
                out
            }
            "MultiImage" => {
                let mut blocks = shaped(self, Shape::Gallery, element, cx);
                if let Some(Block::Gallery(gallery)) = blocks.last_mut() {
                    gallery.columns = Some(2);
                }
                blocks
            }
            "QuizAtom" => read_quiz(element, cx),
            "Product" => read_product(element, cx),
            "NewsletterSignup" => {
                let newsletter = element.get("newsletter")?;
                let title = read_named(newsletter, "name", cx).unwrap_or_default();
                let body = convert::blocks_of(newsletter, "description", cx);
                vec![Block::Aside(Aside { kind: AsideKind::Callout, title: title.into(), body, ..Aside::default() })]
            }
            "AudioAtom" => {
                let mut blocks = shaped(self, Shape::Media(MediaKind::Audio), element, cx);
                if let (Some(Block::Media(media)), Some(kicker)) = (blocks.last_mut(), cx.label_of(element, "kicker")) {
                    let title = media.title.as_deref().unwrap_or("");
                    media.title = Some(Label::new(template::concat(&[&kicker, ": ", title])));
                }
                blocks
            }
            "Callout" | "CalloutBlockElementV2" => {
                let mut blocks = shaped(self, Shape::Aside(AsideKind::Callout), element, cx);
                read_labelled(&mut blocks, cx.label_of(element, "prompt"));
                blocks
            }
            "ReporterCallout" => {
                let title = read_named(element, "title", cx).unwrap_or_default();
                const TEXTS: &str =
                    "subtitle intro mainTextHeading mainText emailContact messagingContact securedropContact endNote";
                let (mut body, mut rest) = (Vec::new(), TEXTS);
                while !rest.is_empty() {
                    let text = element.get(ascii::next_part(&mut rest, b' '));
                    body.extend(text.map(|text| convert::blocks(text, cx)).unwrap_or_default());
                }
                vec![Block::Aside(Aside { kind: AsideKind::Callout, title: title.into(), body, ..Aside::default() })]
            }
            "Comment" => {
                let attribution = read_named(element, "profileName", cx).unwrap_or_default();
                let mut quote = shaped(self, Shape::Quote, element, cx);
                if let Some(Block::Quote(quote)) = quote.last_mut() {
                    quote.attribution = attribution.into();
                }
                quote
            }
            "RichLink" => {
                let url = element.get("url").and_then(|url| cx.link(url))?;
                vec![card(CardKind::Link, url, read_named(element, "text", cx).unwrap_or_default(), Vec::new())]
            }
            "CallToActionAtom" => {
                // Its title is only for editors.
                let mut blocks: Vec<Block> =
                    read_named(element, "label", cx).map(Block::paragraph).into_iter().collect();
                let title = read_named(element, "btnText", cx).unwrap_or_default();
                blocks.extend(cx.link_of(element, "url").map(|url| card(CardKind::Button, url, title, Vec::new())));
                blocks
            }
            "GuideAtom" | "ProfileAtom" => {
                let mut blocks = shaped(self, Shape::Aside(AsideKind::Aside), element, cx);
                read_labelled(&mut blocks, cx.label_of(element, "label"));
                blocks
            }
            // Scripts fill these elements; their address has nothing for readers.
            "InteractiveAtom" | "ChartAtom" | "GenericAtom" => {
                let blocks = shaped(self, Shape::Text, element, cx);
                if blocks.is_empty() { shaped(self, Shape::NotShown, element, cx) } else { blocks }
            }
            _ => return None,
        })
    }
}

/// Puts a label before the title of a box.
pub(in crate::read) fn read_labelled<'t>(blocks: &mut [Block<'t>], label: Option<Label<'t>>) {
    if let ([Block::Aside(aside)], Some(label)) = (blocks, label) {
        let mut title = vec![Inline::Marked(Mark::Small, vec![Inline::label(label)]), Inline::Text(" ".into())];
        title.append(&mut std::mem::take(&mut aside.title).into_content());
        aside.title = title.into();
    }
}

/// Reads a plain text of an element, unless it is empty.
pub(in crate::read) fn read_named<'t>(element: &'t Value<'t>, name: &str, cx: &mut Context) -> Option<Vec<Inline<'t>>> {
    element.get(name).map(|text| convert::inlines(text, cx)).filter(|text| full(text))
}

fn read_youtube<'t>(element: &'t Value<'t>, cx: &mut Context) -> Vec<Block<'t>> {
    let address = element.str("assetId").map(|id| template::concat(&["https://www.youtube.com/watch?v=", id]));
    let caption = read_named(element, "caption", cx).unwrap_or_default();
    match address.and_then(|url| cx.judge(&url, Purpose::Link, element)) {
        Some(url) => {
            let title = cx.label_of(element, "mediaTitle");
            let provider = Some("YouTube".into());
            vec![Block::Embed(Embed {
                kind: EmbedKind::Video,
                url,
                provider,
                title,
                body: Vec::new(),
                caption,
                layout: Layout::Inline,
            })]
        }
        None => shaped(&Guardian, Shape::NotShown, element, cx),
    }
}
