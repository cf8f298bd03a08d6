//! Addresses in objects of any system, and the kinds of their content.

use crate::json::Value;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::node::{find_str, number};
use crate::read::html;
use crate::read::values::link::display_name;
use crate::text::ascii;
use crate::text::keys::Keys;
use crate::url::{Purpose, SafeUrl};

/// Unwraps the objects that systems put around things: `data`, `attributes`, `fields`, `node`.
pub(in crate::read) fn unwrapped<'t>(value: &'t Value<'t>) -> &'t Value<'t> {
    let mut inner = value;
    for _ in 0..4 {
        let next = ["data", "attributes", "fields", "node"].iter().find_map(|name| inner.get(name));
        match next {
            Some(next) if next.is_object() && inner.members().len() < 6 && find_address(inner).is_none() => {
                inner = next
            }
            Some(next) if next.is_array() && inner.members().len() == 1 => inner = next,
            _ => break,
        }
    }
    inner
}

/// The members that hold the address of an object.
pub(super) const ADDRESSES: &str = "permalink url src href embed_url sourceUrl source_url mediaItemUrl contentUrl download_url download browser_download_url large_url fullsize URL Url @link filename link uri source";

/// Returns the address of an object.
pub(super) fn find_address<'t>(object: &'t Value<'t>) -> Option<&'t Value<'t>> {
    Keys(ADDRESSES).filter_map(|name| object.get(name)).find(|value| value.as_str().is_some_and(is_addressing))
}

/// Returns whether a text can be an address, of this site or another one.
pub(in crate::read) fn is_addressing(text: &str) -> bool {
    let text = text.trim();
    is_address(text) || text.starts_with('/') && !text.contains([' ', '\n'])
}

/// Returns whether the whole text is an address.
pub(in crate::read) fn is_address(text: &str) -> bool {
    let whole = !text.contains([' ', '\n', '<', '"']);
    whole && (text.starts_with("https://") || text.starts_with("http://") || text.starts_with("//") && text.len() > 4)
}

/// Returns whether an address has one of these suffixes before its query.
pub(super) fn ends_in(address: &str, endings: &str) -> bool {
    let path = ascii::cut(address, b"?#").0;
    let name = path.rsplit('/').next().unwrap_or("");
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.len() < 6 && Keys(endings).has(&ending.to_ascii_lowercase())
}

/// The suffixes of files.
pub(super) const PICTURES: &str = "jpg jpeg png gif webp avif svg bmp";
pub(super) const FILMS: &str = "mp4 webm m4v mov ogv m3u8";
pub(super) const SOUNDS: &str = "mp3 m4a ogg oga wav aac flac opus";
pub(super) const FILES: &str = "pdf doc docx xls xlsx ppt pptx odt ods odp zip csv txt rtf epub gpx";

/// Returns the kind of content at an address, by its suffix and its object.
pub(in crate::read) fn kind_at(address: &str, object: &Value) -> Kind {
    let mime = find_str(object, "mime mimeType mime_type contentType content_type filemime").and_then(Value::as_str);
    let mime = mime.unwrap_or("");
    let of = |kind: &str, endings| mime.starts_with(kind) || mime.is_empty() && ends_in(address, endings);
    let sized = || number(object, "width", i64::MAX).is_some() && number(object, "height", i64::MAX).is_some();
    let described =
        || ["alternativeText", "altText", "alt", "dimensions"].iter().any(|name| object.get(name).is_some());
    match () {
        () if of("image/", PICTURES) => Kind::Image,
        () if of("video/", FILMS) => Kind::Video,
        () if of("audio/", SOUNDS) => Kind::Audio,
        () if mime.starts_with("application/") || ends_in(address, FILES) => Kind::File,
        () if SafeUrl::new(address, Purpose::Media, None).is_ok_and(|url| html::provider(url).1.is_some()) => {
            Kind::Embed
        }
        () if sized() || described() => Kind::Image,
        () => Kind::Unknown,
    }
}

/// Returns whether an object is a picture.
pub(in crate::read) fn is_picture(object: &Value) -> bool {
    find_address(object).and_then(Value::as_str).is_some_and(|address| kind_at(address, object) == Kind::Image)
}

/// Returns whether an object is a video, a sound, another file or an embed.
pub(in crate::read) fn is_other(object: &Value) -> bool {
    let kind = find_address(object).and_then(Value::as_str).map(|address| kind_at(address, object));
    matches!(kind, Some(Kind::Video | Kind::Audio | Kind::File | Kind::Embed))
}

/// Returns the last segment of an address, which is the name of the file.
pub(super) fn file_name(url: &SafeUrl) -> String {
    let name = ascii::cut(url.page(), b"?").0.rsplit('/').next().unwrap_or("");
    if name.contains('.') { name.to_owned() } else { display_name(url) }
}
