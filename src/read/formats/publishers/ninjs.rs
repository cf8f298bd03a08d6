//! IPTC's ninjs, versions 1 to 3: news items of agencies.
//!
//! Version 1 has one member for each version of a text (`body_html`), objects of renditions and associations by name,
//! and names in lower case. Later versions have arrays with roles, and names in camel case.

use crate::error::Error;
use crate::json::Value;
use crate::model::{
    Article, Author, Block, Figure, Gallery, Image, Inline, Media, MediaKind, Named, Paragraph, Source, is_blank,
    plain_text,
};
use crate::read::Context;
use crate::read::formats::publishers::engine::convert::{self, full};
use crate::read::formats::publishers::engine::picture::picture;
use crate::read::values::collection::Links;
use crate::read::values::dedupe::push_letters;
use crate::read::values::image::read_size;
use crate::read::values::lenient::{self, first};
use crate::read::values::paragraphs::read_paragraphs;
use crate::read::values::text_match::letters;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::text::lang::Lang;
use crate::text::{Text, template};
use crate::url::{Purpose, SafeUrl};

/// Returns whether a tree is a news item: an identifier, and members that only such items have.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    const OWN: &str = "versioncreated versionCreated contentcreated contentCreated firstcreated firstCreated headlines \
        bodies descriptions renditions associations standard $standard pubstatus pubStatus eventDetails slugline \
        located urgency usageterms usageTerms copyrightholder copyrightHolder copyrightnotice copyrightNotice";
    // Other systems also have texts in several forms, so these count only once.
    let is_text = |name: &str| ["body_", "headline_", "description_"].iter().any(|text| name.starts_with(text));
    let texts = usize::from(tree.members().iter().any(|(name, value)| is_text(name) && !value.is_null()));
    // Some systems omit the identifier, the only member that the standard requires.
    let named = usize::from(tree.str("uri").is_some());
    let own = |name: &str| Keys(OWN).has(name);
    named + texts + tree.members().iter().filter(|(name, value)| own(name) && !value.is_null()).count() >= 2
}

/// Reads the item.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let url = tree.str("uri").and_then(|uri| SafeUrl::new(uri, Purpose::Media, None).ok());
    let created = lenient::date(tree, "versioncreated versionCreated contentcreated contentCreated", cx);
    let lang = first(tree, "language").and_then(|lang| cx.lang(lang));
    let mut article = Article {
        headline: text(tree, "headline", cx).map(convert::running).unwrap_or_default().into(),
        description: text(tree, "description", cx).map(convert::running).unwrap_or_default(),
        date_published: created,
        source: first(tree, "infoSources infosources infosource copyrightHolder copyrightholder").and_then(|source| {
            let source = source.one_or_many().first()?;
            Some(Named { name: cx.label(source.get("name").unwrap_or(source))?, url: None })
        }),
        authors: find_byline(tree, lang.as_ref(), cx),
        lang,
        keywords: first(tree, "subjects subject")
            .map_or(&[][..], Value::items)
            .iter()
            .filter_map(|subject| cx.label_of(subject, "name"))
            .collect(),
        ..Article::default()
    };
    if !full(&article.headline) {
        article.headline = lenient::read_plain(tree, "title", cx).into();
    }
    let mut body = text(tree, "body", cx).unwrap_or_default();
    if let (Some(first), title) = (body.first(), plain_text(&article.headline)) {
        let mut opening = String::new();
        push_letters(std::slice::from_ref(first), &mut opening);
        if !title.is_empty() && opening == letters(&title) {
            body.remove(0);
        }
    }
    article.kicker = read_located(tree, &mut body, cx).into();
    match tree.str("type") {
        // The text of a picture is its caption.
        Some("picture" | "graphic") if body.is_empty() => article.image = figure(tree, cx),
        Some(kind @ ("video" | "audio")) => body.splice(0..0, read_media(kind, tree, cx)).for_each(drop),
        // An item without text consists of its renditions.
        _ if body.is_empty() => match find_files(tree, cx).first().and_then(|file| file.media_type.as_deref()) {
            Some(kind) => body.extend(read_media(kind.split('/').next().unwrap_or(""), tree, cx)),
            None if find_renditions(tree).into_iter().any(is_picture) => article.image = figure(tree, cx),
            None => {}
        },
        _ => {}
    }
    if let Some(event) = tree.get("eventDetails") {
        cx.warn(WarningCode::NotShown, event, &["when and by whom the event is held is not shown"]);
    }
    if article.image.is_some() {
        article.description.clear();
    } else if !body.is_empty() && find_renditions(tree).into_iter().any(is_picture) {
        // The item's texts belong to the article, not to the picture.
        let image = figure(tree, cx).map(|figure| Image { alt: Text::default().into(), ..figure.image });
        article.image = image.map(|image| Figure { image, ..Figure::default() });
    }
    article.body = body;
    read_associations(tree, &mut article, url.as_ref(), cx);
    article.url = url;
    Ok((article, 1))
}

/// Reads the best version of a text: markup before plain text, and the main version before others.
fn text<'t>(tree: &'t Value<'t>, name: &str, cx: &mut Context) -> Option<Vec<Block<'t>>> {
    let plural = if name == "body" { "bodies".to_owned() } else { template::concat(&[name, "s"]) };
    let versions = tree.get(&plural).map_or(&[][..], Value::one_or_many);
    let usable = versions.iter().filter_map(|version| {
        let kind = first(version, "contentType contenttype").and_then(Value::as_str).unwrap_or("text/plain");
        let role = version.str("role").unwrap_or("");
        let markup = kind.contains("html") || role.contains("html") || role == "richtext";
        let rank = match role {
            // The credit line of the print edition is not part of the text.
            "creditline" => return None,
            _ if markup => 0,
            // News in XML (NITF) uses the element names of HTML.
            _ if kind.contains("nitf") || kind.contains("NITF") => return Some((3, true, version.get("value")?)),
            _ if kind != "text/plain" => return None,
            "main" | "text" | "caption" => 1,
            _ => 2,
        };
        Some((rank, markup, version.get("value")?))
    });
    if let Some((_, markup, value)) = usable.min_by_key(|(rank, ..)| *rank) {
        return Some(read_text(value, markup, cx));
    }
    let member = |ends: &[&str]| {
        tree.members().iter().filter(|(_, value)| value.as_str().is_some_and(|text| !text.is_empty())).find_map(
            |(member, value)| {
                let version = member.strip_prefix(name)?;
                ends.contains(&version).then_some(value)
            },
        )
    };
    let markup = member(&["_html", "_xhtml", "_richtext"]);
    let value = markup.or_else(|| member(&["", "_text", "_simple", "_main", "_caption"]))?;
    Some(read_text(value, markup.is_some(), cx))
}

fn read_text<'t>(value: &'t Value<'t>, markup: bool, cx: &mut Context) -> Vec<Block<'t>> {
    match value.as_str() {
        Some(text) if !markup => read_lines(cx.lines_within(value, text), value, cx),
        _ => convert::blocks(value, cx),
    }
}

/// Reads the paragraphs of plain text: agencies end each with a line feed, unless there are blank lines between them.
fn read_lines<'t>(text: &'t str, value: &Value, cx: &mut Context) -> Vec<Block<'t>> {
    if text.trim().contains("\n\n") {
        return read_paragraphs(text, value, cx);
    }
    text.lines().flat_map(|line| read_paragraphs(line, value, cx)).collect()
}

/// Reads the author or photographer.
fn find_byline<'t>(tree: &'t Value<'t>, lang: Option<&Lang>, cx: &mut Context) -> Vec<Author<'t>> {
    first(tree, "by byline").and_then(|by| lenient::author(by, lang, cx)).into_iter().collect()
}

/// Puts the place of the report before the text, unless the text begins with it. Without text, the place is returned as
/// the line above the headline.
fn read_located<'t>(tree: &'t Value<'t>, body: &mut [Block<'t>], cx: &mut Context) -> Vec<Inline<'t>> {
    let event = tree.get("places").filter(|_| tree.get("eventDetails").is_some());
    let place = match event.and_then(|places| places.one_or_many().first()) {
        Some(place) => cx.label_of(place, "name"),
        None => cx.label_of(tree, "located"),
    };
    let Some(place) = place else { return Vec::new() };
    if body.is_empty() {
        return vec![Inline::Text(place.into())];
    }
    let mut paragraphs = body.iter_mut().filter_map(|block| match block {
        Block::Paragraph(Paragraph { content, .. }) => Some(content),
        _ => None,
    });
    if let Some(content) = paragraphs.next() {
        let town = place.split(',').next().unwrap_or("");
        let opening: String = plain_text(content).chars().take(2 * place.len()).collect();
        // Spellings of the place vary, so its first letters must suffice.
        let start: String = town.chars().take(5).collect();
        if !convert::contains(&opening, &start) {
            content.splice(0..0, [Inline::Text(place.into()), Inline::Text(" — ".into())]);
        }
    }
    Vec::new()
}

/// Returns the renditions of an item, which are listed or have names.
fn find_renditions<'t>(item: &'t Value<'t>) -> Vec<&'t Value<'t>> {
    let renditions = item.get("renditions").unwrap_or(&Value::Null);
    renditions.items().iter().chain(renditions.members().iter().map(|(_, rendition)| rendition)).collect()
}

/// Returns the media type of a rendition.
fn find_media_type<'t>(rendition: &'t Value<'t>) -> &'t str {
    first(rendition, "contentType contenttype mimetype").and_then(Value::as_str).unwrap_or("image/")
}

/// Returns whether a rendition is a picture.
fn is_picture(rendition: &Value) -> bool {
    find_media_type(rendition).starts_with("image/")
}

/// Returns the files of a video or sound.
fn find_files<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Vec<Source<'t>> {
    let playable = find_renditions(tree).into_iter().filter(|file| {
        let kind = find_media_type(file);
        kind.starts_with("video/") || kind.starts_with("audio/")
    });
    let source = |file: &'t Value<'t>| {
        let src = file.get("href").filter(|_| cx.spend(file))?;
        let src = cx.media_url(src)?;
        Some(Source { src, media_type: Some(find_media_type(file).into()) })
    };
    playable.filter_map(source).collect()
}

/// Reads an item that is a video or sound.
fn read_media<'t>(kind: &str, item: &'t Value<'t>, cx: &mut Context) -> Option<Block<'t>> {
    let kind = if kind == "video" { MediaKind::Video } else { MediaKind::Audio };
    let sources = find_files(item, cx);
    let title = text(item, "headline", cx).map(|title| plain_text(&convert::running(title)).into());
    (!sources.is_empty()).then(|| Block::Media(Media { kind, sources, title, ..Media::default() }))
}

/// Reads an item that is a picture.
fn figure<'t>(item: &'t Value<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    let pictures: Vec<_> = find_renditions(item).into_iter().filter(|file| is_picture(file)).collect();
    let width = |file: &Value| file.get("width").and_then(Value::as_int).unwrap_or(0).clamp(0, 20_000) as u32;
    let mut files: Vec<(Text, u32)> =
        pictures.iter().filter_map(|file| Some((file.str("href")?.into(), width(file)))).collect();
    let widest = pictures.iter().max_by_key(|file| width(file));
    let size = widest.and_then(|file| read_size(file, cx));
    if files.is_empty() {
        let names_picture = |uri: &&str| {
            [".jpg", ".jpeg", ".png", ".gif", ".webp"].iter().any(|end| uri.to_ascii_lowercase().ends_with(end))
        };
        files.extend(item.str("uri").filter(names_picture).map(|uri| (uri.into(), 0)));
    }
    let caption = text(item, "description", cx).map(convert::running).unwrap_or_default();
    let title = text(item, "headline", cx).map(convert::running).unwrap_or_default();
    let alt = if full(&title) {
        Some(plain_text(&title).into())
    } else {
        cx.label_of(item, "title").or(full(&caption).then(Text::default).map(Into::into))
    };
    let image = picture(item, &files, alt, size, cx)?;
    let caption = if is_blank(&caption) { title } else { caption };
    let credit = lenient::read_plain(item, "by byline", cx);
    Some(Figure { image, caption, credit: credit.into(), ..Figure::default() })
}

/// Reads the associations of an item: its pictures, the first of which is the lead picture, and other items.
fn read_associations<'t>(tree: &'t Value<'t>, article: &mut Article<'t>, own: Option<&SafeUrl>, cx: &mut Context) {
    let all = tree.get("associations").unwrap_or(&Value::Null);
    let items = all.items().iter().map(|item| (item.str("name").unwrap_or(""), item));
    let items = items.chain(all.members().iter().map(|(name, item)| (name.as_ref(), item)));
    let mut links = Links::of(own);
    let mut figures = Vec::new();
    for (name, item) in items {
        if !cx.spend(item) {
            break;
        }
        match item.str("type") {
            Some("picture" | "graphic") if name != "logo" => figures.extend(figure(item, cx)),
            Some("picture" | "graphic") => {}
            Some(kind @ ("video" | "audio")) => article.body.extend(read_media(kind, item, cx)),
            _ => {
                let headline = text(item, "headline", cx).map(|title| plain_text(&convert::running(title)).into());
                let url = cx.link_of(item, "uri");
                if let Some(link) = links.add(item, headline, url, cx) {
                    link.date_published = lenient::date(item, "versioncreated versionCreated", cx);
                }
            }
        }
    }
    // A picture in the text is not shown twice.
    let said = |figure: &Figure| letters(&plain_text(&figure.caption));
    let mut shown: Vec<String> = Vec::new();
    for block in &article.body {
        if let Block::Figure(figure) = block {
            shown.push(said(figure));
        }
    }
    shown.sort_unstable();
    figures.retain(|figure| shown.binary_search(&said(figure)).is_err());
    let mut figures = figures.into_iter();
    if article.image.is_none() {
        article.image = figures.next();
    }
    let rest: Vec<_> = figures.collect();
    match rest.len() {
        0 => {}
        1 => article.body.extend(rest.into_iter().map(Block::Figure)),
        _ => article.body.push(Block::Gallery(Gallery { figures: rest, ..Gallery::default() })),
    }
    article.related = links.block(None, None).into_iter().collect();
}
