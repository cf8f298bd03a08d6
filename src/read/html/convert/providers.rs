//! The sites whose players, maps and posts are known, by their addresses.

use crate::model::EmbedKind;
use crate::text::{ascii, template};
use crate::url::SafeUrl;

/// The addresses of frames, without scheme and `www.`, and of the corresponding pages for readers. The rest of the path
/// is appended, or if the address ends in `=`, the value of that parameter. If no page is given, the appended text is
/// the page's address.
const PAGES: &str = "\
youtube.com/embed/videoseries?list= https://www.youtube.com/playlist?list=
youtube.com/embed/ https://www.youtube.com/watch?v=
youtube-nocookie.com/embed/ https://www.youtube.com/watch?v=
youtube.com/v/ https://www.youtube.com/watch?v=
player.vimeo.com/video/ https://vimeo.com/
geo.dailymotion.com/player.html?video= https://www.dailymotion.com/video/
dailymotion.com/embed/video/ https://www.dailymotion.com/video/
open.spotify.com/embed/ https://open.spotify.com/
w.soundcloud.com/player/?url=
facebook.com/plugins/post.php?href=
facebook.com/plugins/video.php?href=
platform.twitter.com/embed/Tweet.html?id= https://x.com/i/status/
tiktok.com/embed/v2/ https://www.tiktok.com/@/video/
tiktok.com/embed/ https://www.tiktok.com/@/video/
tiktok.com/player/v1/ https://www.tiktok.com/@/video/
instagram.com/ https://www.instagram.com/
embed.reddit.com/ https://www.reddit.com/
redditmedia.com/ https://www.reddit.com/
videopress.com/embed/ https://videopress.com/v/
video.wordpress.com/embed/ https://videopress.com/v/
giphy.com/embed/ https://giphy.com/gifs/
player.twitch.tv/?video= https://www.twitch.tv/videos/
player.twitch.tv/?channel= https://www.twitch.tv/
clips.twitch.tv/embed?clip= https://clips.twitch.tv/
embed.ted.com/ https://www.ted.com/
embed.podcasts.apple.com/ https://podcasts.apple.com/
embed.music.apple.com/ https://music.apple.com/
player.bilibili.com/player.html?bvid= https://www.bilibili.com/video/
player.youku.com/embed/ https://v.youku.com/video?vid=
embed.nicovideo.jp/watch/ https://www.nicovideo.jp/watch/
rutube.ru/play/embed/ https://rutube.ru/video/
loom.com/embed/ https://www.loom.com/share/
streamable.com/e/ https://streamable.com/";

/// The domains of known providers, the kind of their content (audio, map, post or video), and their names.
const PROVIDERS: &str = "\
youtube.com v YouTube
youtu.be v YouTube
vimeo.com v Vimeo
dailymotion.com v Dailymotion
videopress.com v VideoPress
tiktok.com v TikTok
twitch.tv v Twitch
ted.com v TED
bilibili.com v bilibili
youku.com v Youku
v.qq.com v v.qq.com
nicovideo.jp v niconico
rutube.ru v Rutube
loom.com v Loom
streamable.com v Streamable
open.spotify.com a Spotify
soundcloud.com a SoundCloud
bandcamp.com a Bandcamp
podcasts.apple.com a Apple Podcasts
music.apple.com a Apple Music
instagram.com p Instagram
facebook.com p Facebook
twitter.com p X
x.com p X
reddit.com p Reddit
bsky.app p Bluesky
giphy.com v GIPHY
google.com/maps m Google Maps
maps.google.com m Google Maps
openstreetmap.org m OpenStreetMap";

/// Returns the page for readers of a frame; `None` if the provider is unknown.
pub(in crate::read::html) fn find_page(frame: &SafeUrl) -> Option<String> {
    let address = frame.as_str().split_once("://")?.1;
    let address = address.strip_prefix("www.").unwrap_or(address);
    let mut rules = PAGES;
    while !rules.is_empty() {
        let (from, to) = ascii::cut(ascii::next_part(&mut rules, b'\n'), b" ");
        if let Some(page) = apply_rule(address, from, to.trim()) {
            return Some(page);
        }
    }
    None
}

/// Returns the page by one rule.
fn apply_rule(address: &str, from: &str, to: &str) -> Option<String> {
    let (path, parameter) = ascii::cut(from, b"?");
    let (rest, query) = ascii::cut(address.strip_prefix(path)?, b"?#");
    if parameter.is_empty() {
        let rest = rest.find("/embed").and_then(|end| rest.get(..end)).unwrap_or(rest).trim_end_matches('/');
        return (!rest.is_empty()).then(|| template::concat(&[to, rest]));
    }
    let (mut query, _) = ascii::cut(query.get(1..)?, b"#");
    while !query.is_empty() {
        if let Some(value) = ascii::next_part(&mut query, b'&').strip_prefix(parameter.get(1..)?) {
            return Some(template::concat(&[to, &decode_percent(value)?]));
        }
    }
    None
}

/// Returns the kind of content at an address and the name of its provider, if it is known.
pub(in crate::read::html) fn find_provider(page: &SafeUrl) -> Option<(EmbedKind, &'static str)> {
    let host = page.host();
    let address = page.as_str().split_once("://")?.1;
    let mut lines = PROVIDERS;
    while !lines.is_empty() {
        let (domain, rest) = ascii::split_once(ascii::next_part(&mut lines, b'\n'), b' ')?;
        let (kind, name) = ascii::split_once(rest, b' ')?;
        let before = host.strip_suffix(domain);
        let is_host = before.is_some_and(|before| before.is_empty() || before.ends_with("."));
        // Google also shows other things than maps.
        let is_path = domain.contains("/") && address.contains(domain);
        if is_host || is_path {
            let kind = match kind {
                "a" => EmbedKind::Audio,
                "m" => EmbedKind::Map,
                "p" => EmbedKind::Post,
                _ => EmbedKind::Video,
            };
            return Some((kind, name));
        }
    }
    None
}

/// Decodes the percent-encoding of a text.
pub(in crate::read) fn decode_percent(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |at: usize| char::from(*tail.get(at)?).to_digit(16);
        rest = tail;
        let mut byte = *first;
        if byte == b'%'
            && let (Some(high), Some(low)) = (hex(0), hex(1))
        {
            byte = (high * 16 + low) as u8;
            rest = tail.get(2..).unwrap_or(&[]);
        }
        bytes.push(byte);
    }
    String::from_utf8(bytes).ok()
}
