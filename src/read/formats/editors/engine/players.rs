//! Players and posts of other sites, by address or by their id on the site; videos and sounds.

use crate::json::{Number, Value};
use crate::model::{Block, Embed, Layout, Media, MediaKind, Source};
use crate::read::Context;
use crate::read::formats::editors::engine::kind::plain_name;
use crate::read::formats::editors::engine::members::{body, file, label, rich};
use crate::read::formats::editors::engine::node::{find, find_str, type_name};
use crate::read::formats::editors::engine::pictures::find_size;
use crate::read::formats::editors::engine::vocabulary::{CAPTION, address, is_address, is_html};
use crate::read::html;
use crate::read::values::dialect::Dialect;
use crate::text::Label;
use crate::text::ascii;
use crate::text::keys::Keys;
use crate::text::template::concat;
use crate::url::{Purpose, SafeUrl};

/// Parts of node names that identify a site, and the address of its pages before the id.
const SITES: &[(&str, &str)] = &[
    ("youtube", "https://www.youtube.com/watch?v="),
    ("vimeo", "https://vimeo.com/"),
    ("tweet", "https://x.com/i/status/"),
    ("twitter", "https://x.com/i/status/"),
    ("instagram", "https://www.instagram.com/p/"),
    ("tiktok", "https://www.tiktok.com/@/video/"),
    ("dailymotion", "https://www.dailymotion.com/video/"),
    ("loom", "https://www.loom.com/share/"),
    ("wistia", "https://fast.wistia.net/embed/iframe/"),
    ("mux", "https://player.mux.com/"),
    ("giphy", "https://giphy.com/gifs/"),
    ("bilibili", "https://www.bilibili.com/video/"),
    ("figma", "https://www.figma.com/file/"),
    ("gist", "https://gist.github.com/"),
    ("codesandbox", "https://codesandbox.io/s/"),
    ("stackblitz", "https://stackblitz.com/edit/"),
];

/// Members with the id.
const NUMBERS: &str = "videoID videoId video_id youtubeId youtubeID youTubeId vimeoId vimeoID tweetId tweetID tweet_id postId \
    postID post_id playbackId documentID documentId embedId gistId shortcode code id url value";

/// Returns the id of a page and the address made from it.
fn find_numbered<'t>(node: &'t Value<'t>, name: &str) -> Option<(&'t Value<'t>, String)> {
    let said = find_str(node, "service provider platform").and_then(Value::as_str);
    let name = plain_name(name);
    let site = |name: &str| SITES.iter().find(|(part, _)| name.contains(part));
    let asset = ["asset", "video", "file"].iter().find_map(|name| node.get(name)).filter(|asset| asset.is_object());
    let muxed = || asset.and_then(|asset| find_str(asset, "playbackId playback_id"));
    if let Some(number) = find_str(node, "playbackId playback_id").or_else(muxed) {
        return Some((number, concat(&["https://player.mux.com/", number.as_str()?])));
    }
    let named = || node.members().iter().find_map(|(name, _)| site(&plain_name(name)));
    let (_, page) = said.and_then(|said| site(&plain_name(said))).or_else(|| site(&name)).or_else(named)?;
    let number =
        Keys(NUMBERS).filter_map(|name| find(node, name)).find(|value| !value.is_object() && !value.is_array())?;
    let digits = number.as_number().map(Number::to_text);
    let text = digits.as_deref().or(number.as_str())?.trim();
    let plain = ascii::all(text, |c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'/'));
    // The node's own key is not the id of a post.
    let fits = plain && !text.is_empty() && (!page.contains("x.com") || ascii::all(text, |c| c.is_ascii_digit()));
    fits.then(|| (number, concat(&[page, text])))
}

/// Returns whether a node of this name has an id on its site.
pub(in crate::read) fn is_numbered(node: &Value, name: &str) -> bool {
    find_numbered(node, name).is_some()
}

/// Adds content of another site, by its address, its id there, or the HTML that shows it. `name` is that of the node's
/// kind.
pub(in crate::read) fn push_embed<'t>(
    node: &'t Value<'t>,
    name: &str,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let given = find_str(node, "url source src href embed embedUrl embedURL link uri").filter(|url| {
        url.as_str().is_some_and(|url| {
            is_address(url) || url.contains("://") || find_numbered(node, name).is_none() && !is_html(url)
        })
    });
    if let Some(url) =
        given.or_else(|| address(node).map(|(url, _)| url).filter(|url| url.as_str().is_some_and(is_address)))
    {
        return push_embed_of(node, url, d, cx, out);
    }
    if let Some((place, url)) = find_numbered(node, name) {
        if let Some(url) = cx.judge(&url, Purpose::Link, place) {
            push(node, url, d, cx, out);
        }
        return;
    }
    body(node, "html embed code embedCode iframe content", &Dialect { html: true, ..Dialect::default() }, cx, out);
}

/// Adds content of another site by its address.
pub(in crate::read) fn push_embed_of<'t>(
    node: &'t Value<'t>,
    url: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    if let Some(url) = cx.link(url) {
        push(node, url, d, cx, out);
    }
}

fn push<'t>(node: &'t Value<'t>, url: SafeUrl, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let (url, known) = html::provider(url);
    let (kind, name) = known.unzip();
    let (kind, provider) = (kind.unwrap_or_default(), name.map(Label::new));
    let (title, caption) = (label(node, "title", cx), rich(node, CAPTION, d, cx));
    let mut body = Vec::new();
    for block in
        find_str(node, "html").map(|html| html::blocks(html.as_str().unwrap_or(""), html, cx)).unwrap_or_default()
    {
        match block {
            // Its markup may contain text in addition to the address.
            Block::Embed(embed) => body.extend(embed.body),
            Block::Media(_) => {}
            block => body.push(block),
        }
    }
    out.push(Block::Embed(Embed { kind, url, provider, title, body, caption, layout: Layout::Inline }));
}

/// Adds a video or a sound: a playable file, or a page of a provider.
pub(in crate::read) fn push_media<'t>(
    kind: MediaKind,
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    let name = type_name(node).unwrap_or("");
    let Some((address, holder)) = address(node) else { return push_embed(node, name, d, cx, out) };
    if !address.as_str().is_some_and(|url| is_address(url) || url.contains('.')) && find_numbered(node, name).is_some()
    {
        return push_embed(node, name, d, cx, out);
    }
    let Some(src) = cx.media_url(address) else { return };
    if html::provider(src.clone()).1.is_some() {
        return push_embed_of(node, address, d, cx, out);
    }
    let mime = "mimeType mime_type mime contentType";
    out.push(Block::Media(Media {
        kind,
        sources: vec![Source { src, media_type: label(node, mime, cx).or_else(|| label(holder, mime, cx)) }],
        poster: file(node, "customThumbnailSrc thumbnailSrc poster", cx),
        title: label(node, "title fileName", cx),
        size: find_size(node),
        caption: rich(node, CAPTION, d, cx),
        ..Media::default()
    }));
}
