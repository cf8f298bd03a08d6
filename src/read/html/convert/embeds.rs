//! Content of other sites in a page: frames with players, maps and posts, and the browser's own players.
//!
//! A frame is shown as a card with a link to the page for readers, so nothing is fetched from the other site.

use crate::model::{Block, Embed, EmbedKind, Inline, Layout, Media, MediaKind, Source, Track, TrackKind};
use crate::read::html::convert::Reader;
use crate::read::html::convert::images::is_stand_in;
use crate::read::html::convert::providers::{find_page, find_provider};
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::Element;
use crate::report::WarningCode;
use crate::text::Label;
use crate::text::background;
use crate::text::keys::Keys;
use crate::text::lang::Lang;
use crate::url::{Purpose, SafeUrl};

/// The classes of boxes that scripts of social networks turn into posts.
const POSTS: [&str; 9] = [
    "twitter-tweet",
    "twitter-video",
    "instagram-media",
    "tiktok-embed",
    "fb-post",
    "fb-video",
    "reddit-embed",
    "bluesky-embed",
    "mastodon-embed",
];

/// Converts a player to a link, for places where blocks are not allowed.
pub(in crate::read::html) fn make_link(block: Block<'_>) -> Option<Inline<'_>> {
    let (url, title) = match block {
        Block::Embed(embed) => (embed.url, embed.title.or(embed.provider)),
        Block::Media(media) => (media.sources.into_iter().next()?.src, media.title),
        _ => return None,
    };
    let title = title.unwrap_or_else(|| Label::new(url.host().to_owned()));
    Some(Inline::Link(url, vec![Inline::label(title)]))
}

impl<'t, 'r> Reader<'t, 'r, '_> {
    /// Reads a frame, or a player of the browser.
    pub fn read_player(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        let offset = self.tree.node(id).offset;
        match element.tag {
            Tag::Audio => out.extend(self.read_media(MediaKind::Audio, id, element, offset).map(Block::Media)),
            Tag::Video => out.extend(self.read_media(MediaKind::Video, id, element, offset).map(Block::Media)),
            Tag::Custom => self.read_custom(element, offset, out),
            Tag::Iframe | Tag::Embed if !self.is_pixel(element) => {
                let src = self.first_attribute(element, &["src", "data-src", "data-lazy-src", "url"]);
                let late = self.first_attribute(element, &["data-src", "data-lazy-src"]);
                let src = src.filter(|src| !src.starts_with("about:")).or(late);
                if src.is_none() && self.attribute(element, "srcdoc").is_some() {
                    self.warn(WarningCode::NotShown, offset, &["a frame with a page of its own is not shown"]);
                }
                out.extend(src.and_then(|src| self.read_frame(src, element, offset)).map(Block::Embed));
            }
            _ => {}
        }
    }

    /// Reads a frame as a card.
    pub fn read_frame(&mut self, src: &str, element: &Element, offset: usize) -> Option<Embed<'t>> {
        let frame = self.url(src, Purpose::Media, offset)?;
        let url = find_page(&frame).and_then(|page| SafeUrl::new(&page, Purpose::Media, None).ok()).unwrap_or(frame);
        let known = find_provider(&url);
        if known.is_none() {
            self.warn(WarningCode::NotShown, offset, &["a frame is shown as a link to it: ", url.as_str()]);
        }
        let title = self.attribute(element, "title").map(|label| self.make_label(label));
        let (kind, name) = known.unzip();
        let (kind, provider) = (kind.unwrap_or_default(), name.map(Label::new));
        Some(Embed { kind, url, provider, title, body: Vec::new(), caption: Vec::new(), layout: Layout::Inline })
    }

    /// Reads the player that an object shows. Returns false if it is unknown; then the content of the object is shown.
    pub fn read_object(&mut self, id: usize, out: &mut Vec<Block<'t>>) -> bool {
        let offset = self.tree.node(id).offset;
        let data = self.tree.element(id).and_then(|element| self.attribute(element, "data"));
        if let Some(data) = data
            && let Ok(url) = self.cx.resolve(data, Purpose::Media, self.at)
            && find_page(&url).is_some()
            && let Some(element) = self.tree.element(id)
        {
            out.extend(self.read_frame(data, element, offset).map(Block::Embed));
            return true;
        }
        let shows = |element: &Element| matches!(element.tag, Tag::Img | Tag::Embed | Tag::Iframe);
        if self.tree.find(id, &shows).is_none() && self.tree.text(id).trim().is_empty() {
            self.warn(WarningCode::NotShown, offset, &["an object is not shown"]);
        }
        false
    }

    /// Reads a video or a sound; `None` without a playable address.
    fn read_media(&mut self, kind: MediaKind, id: usize, element: &Element, offset: usize) -> Option<Media<'t>> {
        let mut sources: Vec<Source> = Vec::new();
        for id in id..self.tree.node(id).end {
            let Some(file) = self.tree.element(id) else { continue };
            let is_file = file.tag == Tag::Source || std::ptr::eq(file, element);
            let src = self.first_attribute(file, &["src", "data-src"]).filter(|_| is_file);
            if let Some(src) = src.and_then(|src| self.url(src, Purpose::Media, offset)) {
                let media_type = self.attribute(file, "type").map(|label| self.make_label(label));
                sources.push(Source { src, media_type });
            }
        }
        if sources.is_empty() {
            let what = if kind == MediaKind::Video { "a video" } else { "a sound" };
            self.warn(WarningCode::NotShown, offset, &[what, " without an address that can be played is not shown"]);
            return None;
        }
        // Ghost's poster is only as large as the real one, which is in the background.
        let behind = || background::find(self.attribute(element, "style")?);
        let poster = self.attribute(element, "poster").filter(|poster| !is_stand_in(poster)).or_else(behind);
        let poster = poster.and_then(|poster| self.url(poster, Purpose::Media, offset));
        // Not `aria-label`: it is for those who see no controls, but would become a visible caption.
        let title = self.attribute(element, "title").map(|label| self.make_label(label));
        let tracks = self.read_tracks(id, element);
        Some(Media { kind, sources, tracks, poster, title, size: self.size(element), ..Media::default() })
    }

    /// Reads the tracks of a video or sound with `crossorigin`. Tracks of other sites need CORS, and a player that
    /// requests it might not play the others any more.
    fn read_tracks(&mut self, id: usize, element: &Element) -> Vec<Track<'t>> {
        let mut tracks = Vec::new();
        for id in id..self.tree.node(id).end {
            let Some(track) = self.tree.element(id).filter(|element| element.tag == Tag::Track) else { continue };
            let offset = self.tree.node(id).offset;
            if self.tree.attribute(element, "crossorigin").is_none() {
                self.warn(
                    WarningCode::NotShown,
                    offset,
                    &["a track is not shown, since its player has no crossorigin"],
                );
                break;
            }
            // HTML, section 4.8.11: a missing kind means subtitles, an invalid one metadata, which is only for scripts.
            let name = self.attribute(track, "kind").unwrap_or("subtitles").to_ascii_lowercase();
            let Some(kind) = Keys(TrackKind::NAMES).index_of(&name).and_then(|kind| TrackKind::ALL.get(kind)) else {
                continue;
            };
            if let Some(src) = self.attribute(track, "src").and_then(|src| self.url(src, Purpose::Media, offset)) {
                let lang = self.attribute(track, "srclang").and_then(Lang::parse);
                tracks.push(Track {
                    src,
                    kind: *kind,
                    lang,
                    label: self.attribute(track, "label").map(|label| self.make_label(label)),
                });
            }
        }
        tracks
    }

    /// Reads a post of a social network, recognised by the box's class: its text, and a link to it.
    pub fn read_post(&mut self, id: usize, element: &Element) -> Option<Block<'t>> {
        if !self.has_class(element, &POSTS) {
            return None;
        }
        let address = self.first_attribute(element, &["data-instgrm-permalink", "data-href", "data-embed-url", "cite"]);
        // Reddit's box begins with the link to the post, all others end with it.
        let mut links = self.list_inlines(id).filter(|inline| inline.element.tag == Tag::A);
        let first = links.find_map(|link| self.attribute(&link.element, "href"));
        let first = first.filter(|_| self.has_class(element, &["reddit-embed"]));
        let address = address.or(first).or_else(|| self.find_last_link(id))?;
        let url = self.url(address, Purpose::Media, self.tree.node(id).offset)?;
        let (kind, name) = find_provider(&url).unzip();
        let (kind, provider) = (kind.unwrap_or(EmbedKind::Post), name.map(Label::new));
        Some(Block::Embed(Embed {
            kind,
            url,
            provider,
            title: None,
            body: self.body(id),
            caption: Vec::new(),
            layout: Layout::Inline,
        }))
    }

    /// Returns the address of the last link in a node.
    pub fn find_last_link(&self, id: usize) -> Option<&'r str> {
        let mut last = None;
        for inline in self.list_inlines(id) {
            if inline.element.tag == Tag::A {
                last = self.attribute(&inline.element, "href").or(last);
            }
        }
        last
    }

    /// Returns the elements of running text in a node.
    pub fn list_inlines(&self, id: usize) -> std::slice::Iter<'r, crate::read::html::parse::tree::Inline> {
        let inlines = &self.tree.inlines;
        let place = |offset: usize| inlines.partition_point(|inline| inline.offset < offset);
        let end = self.tree.nodes.get(self.tree.node(id).end).map_or(inlines.len(), |next| place(next.offset));
        inlines.get(place(self.tree.node(id).offset)..end).unwrap_or(&[]).iter()
    }
}
