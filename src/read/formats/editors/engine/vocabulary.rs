//! The names that editors and their plug-ins give the same members: one list for each, for nodes of every kind. Also
//! finds the addresses of pictures, players and files in a node.
//!
//! The names come from the schemas of Sanity, Storyblok, Payload, Strapi and Contentful and from the plug-ins of
//! Editor.js, TipTap, Slate, Plate and Lexical.

use crate::json::Value;
use crate::read::Context;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::node::find_str;
use crate::text::ascii;
use crate::text::keys::Keys;
use crate::text::template;
use crate::url::{Purpose, SafeUrl};

/// Running text, in order of preference.
pub(in crate::read) const TEXT: &str =
    "text content body richText richtext rich_text message description value html copy paragraph calloutText note";

/// The words of a quotation.
pub(in crate::read) const QUOTED: &str = "quote quotation text content body statement value message description";

/// The speaker; only the first four if the quotation is not in a field.
pub(in crate::read) const BY: &str = "attribution author cite citation by person speaker credit caption source name";

/// The speaker's role.
pub(in crate::read) const ROLE: &str = "role jobTitle position authorRole authorTitle company organization";

/// The title of a box.
pub(in crate::read) const TITLE: &str = "title heading headline header label name";

/// The visible line of a box that opens.
pub(in crate::read) const SUMMARY: &str = "title heading question q summary headline header label term name";

/// The content of a box that opens.
pub(in crate::read) const ANSWER: &str =
    "content body answer a richText richtext text description value panel copy html message";

/// The items of lists, questions and boxes.
pub(in crate::read) const ITEMS: &str = "items listItems accordionItems panels questions faqs faqItems faq accordions groups \
    sections entries points bullets tabs rows elements list cards steps values";

/// The pictures of a gallery.
pub(in crate::read) const PICTURES: &str =
    "images items slides files photos pictures media urls assets gallery cards slider data";

/// Members for readers of the page.
pub(in crate::read) const TEXTS: &str = "title heading headline subheading subtitle name label intro lead text summary description excerpt \
    quote attribution caption code value message content body html question answer author footer alt richText richtext \
    rich_text copy paragraph note disclaimer tagline eyebrow kicker bio role subtitle_text stat titulo texto descripcion \
    contenido titre texte contenu titel inhalt beschreibung legende titolo testo descrizione";

/// Members whose texts are about the node or its look, and not for readers.
pub(in crate::read) const SETTINGS: &str = "slug seo settings config style styles theme class className crop hotspot palette dimensions sys \
    tracking analytics i18n locale lang language permissions schema layout_settings designSettings metadata meta";

/// The caption of a picture or a player.
pub(in crate::read) const CAPTION: &str = "caption captionText legend figcaption imageCaption";

/// The text alternative of a picture.
pub(in crate::read) const ALT: &str = "alt altText alternativeText alt_text";

/// The credit of a picture.
pub(in crate::read) const CREDIT: &str = "credit credits copyright photographer creditLine attribution source";

/// The name of a link or a button.
pub(in crate::read) const LABEL: &str =
    "buttonText title fileTitle label text linkText name cta fileName originalFilename filename";

/// The target of a link.
const LINKS: &str = "buttonUrl url src href link buttonLink uri external externalUrl cached_url email";

/// Members with an address.
pub(in crate::read) const ADDRESSES: &str = "src url secure_url contentUrl publicUrl publicURL href uri imageUrl imageURL image_url videoUrl \
    videoURL video_url audioUrl fileUrl filename path link";

/// Members with an object that has the address of a picture, a player or a file.
const FILES: &str = "attrs data fields payload props value node file image asset media picture photo img video audio upload \
    attachment source mainImage url link src document desktop mobile mp4 webm videoFile audioFile muxVideo";

/// Members with more properties of a node.
const HOLDERS: &str = "attrs data fields payload props value node";

/// Members with an object that has the address of a link.
const TARGETS: &str = "attrs data fields payload props linkData link url href page reference target internal document doc story cta button";

/// How many levels are searched for an address: `fields.image.asset.url`.
const LEVELS: u8 = 4;

/// Returns the address of a picture, a player or a file, and the object that has it.
pub(in crate::read) fn address<'t>(node: &'t Value<'t>) -> Option<(&'t Value<'t>, &'t Value<'t>)> {
    address_within(node, FILES, LEVELS)
}

/// Returns a node's own address, and the object that has it.
pub(in crate::read) fn own_address<'t>(node: &'t Value<'t>) -> Option<(&'t Value<'t>, &'t Value<'t>)> {
    address_within(node, HOLDERS, 2)
}

fn address_within<'t>(node: &'t Value<'t>, holders: &str, levels: u8) -> Option<(&'t Value<'t>, &'t Value<'t>)> {
    // A list of files holds versions of one file.
    let node = node.items().first().unwrap_or(node);
    for name in Keys(ADDRESSES) {
        if let Some(value @ Value::String(text)) = node.get(name)
            && !text.trim().is_empty()
            && (!matches!(name, "filename" | "path" | "link") || is_address(text))
        {
            return Some((value, node));
        }
    }
    if levels == 0 {
        return None;
    }
    for (name, member) in node.members().iter().filter(|(name, _)| Keys(holders).has(name)) {
        match member {
            Value::String(text) if name != "value" && is_address(text) => return Some((member, node)),
            Value::Object(_) | Value::Array(_) => {
                if let Some(found) = address_within(member, holders, levels - 1) {
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    // Any other member with an address and a suitable name, such as `youtubeUrl` or `embedLink`.
    let held = node.members().iter().find(|(name, value)| {
        ends_as_address(name)
            && !Keys(BESIDE).has(name)
            && value.as_str().is_some_and(|text| is_address(text) && text.contains("//"))
    });
    held.map(|(_, value)| (value, node))
}

/// Returns whether a name ends like that of an address.
fn ends_as_address(name: &str) -> bool {
    ["url", "src", "link", "href"].iter().any(|end| name.to_ascii_lowercase().ends_with(end))
}

/// Addresses of something else than the node.
const BESIDE: &str =
    "linkUrl buttonUrl posterUrl thumbnailUrl authorUrl creditUrl sourceUrl canonicalUrl websiteUrl buttonLink";

/// Returns the target of a link, a button or a card, and the object that has it: the node itself, or the link in it.
pub(in crate::read) fn destination<'t>(node: &'t Value<'t>) -> Option<(&'t Value<'t>, &'t Value<'t>)> {
    destination_within(node, LEVELS)
}

fn destination_within<'t>(node: &'t Value<'t>, levels: u8) -> Option<(&'t Value<'t>, &'t Value<'t>)> {
    let says = |value: &&Value| value.as_str().is_some_and(|url| !url.trim().is_empty());
    if let Some(own) = Keys(LINKS).find_map(|name| node.get(name).filter(says)) {
        return Some((own, node));
    }
    let named =
        node.members().iter().find(|(name, value)| ends_as_address(name) && says(&value) && !Keys(BESIDE).has(name));
    if let Some((_, own)) = named.filter(|(_, value)| value.as_str().is_some_and(is_address)) {
        return Some((own, node));
    }
    if levels == 0 {
        return None;
    }
    node.members().iter().filter(|(name, member)| member.is_object() && Keys(TARGETS).has(name)).find_map(
        |(_, member)| {
            let slug = || member.get("slug").map(|slug| slug.get("current").unwrap_or(slug)).filter(says);
            destination_within(member, levels - 1).or_else(|| Some((slug()?, member)))
        },
    )
}

/// Returns the target of a node as a link: a mail address if marked as such (Storyblok), and with the fragment.
pub(in crate::read) fn target<'t>(node: &'t Value<'t>, cx: &mut Context) -> Option<SafeUrl> {
    let (place, holder) = destination(node)?;
    let url = place.as_str().unwrap_or("").trim();
    let is_mail = holder.str("linktype") == Some("email") || url.contains('@') && !url.contains(['/', ':', '?']);
    let mail = is_mail && !url.starts_with("mailto:");
    let anchor = holder.str("anchor").filter(|anchor| !anchor.is_empty() && !mail && !url.contains('#'));
    match (mail, anchor) {
        (false, None) => cx.link(place),
        (true, _) => cx.judge(&template::concat(&["mailto:", url]), Purpose::Link, place),
        (_, Some(anchor)) => cx.judge(&template::concat(&[url, "#", anchor]), Purpose::Link, place),
    }
}

/// Returns whether a text is an address, absolute or on the same site.
pub(in crate::read) fn is_address(text: &str) -> bool {
    let text = text.trim();
    let absolute = text.starts_with("https://") || text.starts_with("http://") || text.starts_with("//");
    (absolute || text.starts_with('/') && text.len() > 1) && !text.contains(char::is_whitespace)
}

/// The suffixes of files, and their kinds.
const ENDINGS: &[(&str, Kind)] = &[
    ("jpg jpeg png gif webp avif svg bmp apng jfif heic tif tiff ico", Kind::Image),
    ("mp4 webm mov m4v ogv m3u8", Kind::Video),
    ("mp3 m4a ogg oga wav aac flac opus", Kind::Audio),
    ("pdf doc docx xls xlsx ppt pptx odt ods odp rtf csv txt zip rar 7z gz tar epub ics key pages numbers", Kind::File),
];

/// Returns the kind of the file at an address, by the type in the object, otherwise by the suffix.
pub(in crate::read) fn kind_of_file(address: &str, holder: &Value) -> Option<Kind> {
    let said = find_str(holder, "mimeType mime_type mime contentType content_type mimetype").and_then(Value::as_str);
    if let Some((first, _)) = said.and_then(|said| said.split_once('/')) {
        return Some(match first {
            "image" => Kind::Image,
            "video" => Kind::Video,
            "audio" => Kind::Audio,
            _ => Kind::File,
        });
    }
    let (path, _) = ascii::cut(address, b"?#");
    let (_, name) = ascii::rsplit_once(path, b'/')?;
    let (_, ending) = ascii::rsplit_once(name, b'.')?;
    let ending = ending.to_ascii_lowercase();
    ENDINGS.iter().find(|(endings, _)| Keys(endings).has(&ending)).map(|(_, kind)| *kind)
}

/// Returns whether a text is HTML, by an end tag in it.
pub(in crate::read) fn is_html(text: &str) -> bool {
    let tag = |at: usize| text.as_bytes().get(at + 2).is_some_and(u8::is_ascii_alphabetic);
    text.match_indices("</").any(|(at, _)| tag(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn addresses_are_found_where_files_are_kept() {
        for (text, found) in [
            (r#"{"src":"https://e.org/a.jpg"}"#, Some("https://e.org/a.jpg")),
            (r#"{"image":{"asset":{"url":"https://e.org/a.jpg"}},"href":""}"#, Some("https://e.org/a.jpg")),
            (r#"{"fields":{"media":{"filename":"a.jpg","url":"/media/a.jpg"}}}"#, Some("/media/a.jpg")),
            (r#"{"file":"https://e.org/a.pdf"}"#, Some("https://e.org/a.pdf")),
            (r#"{"filename":"code.rs"}"#, None),
            (r#"{"author":{"image":{"url":"https://e.org/a.jpg"}}}"#, None),
        ] {
            let value = json::parse(text.as_bytes()).expect("JSON");
            assert_eq!(address(&value).and_then(|(url, _)| url.as_str()), found, "{text}");
        }
    }

    #[test]
    fn links_are_found_where_they_are_kept() {
        for (text, found) in [
            (r#"{"link":{"href":"/a"},"image":{"url":"https://e.org/a.jpg"}}"#, Some("/a")),
            (r#"{"cta":{"link":{"cached_url":"rain"}}}"#, Some("rain")),
            (r#"{"reference":{"slug":{"current":"rain"}}}"#, Some("rain")),
            (r#"{"image":{"url":"https://e.org/a.jpg"}}"#, None),
        ] {
            let value = json::parse(text.as_bytes()).expect("JSON");
            assert_eq!(destination(&value).and_then(|(url, _)| url.as_str()), found, "{text}");
        }
    }

    #[test]
    fn files_are_known_by_type_or_name() {
        let of = |url, text: &str| kind_of_file(url, &json::parse(text.as_bytes()).expect("JSON"));
        assert_eq!(of("https://e.org/f", r#"{"mimeType":"application/pdf"}"#), Some(Kind::File));
        assert_eq!(of("https://e.org/a.JPG?w=1", "{}"), Some(Kind::Image));
        assert_eq!(of("https://e.org/a.mp3#t=1", "{}"), Some(Kind::Audio));
        assert_eq!(of("https://e.org/a.b/c", "{}"), None);
    }
}
