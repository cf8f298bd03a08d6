//! Custom elements of editors and pages, read as a player, a post, a picture, a file or a link.

use crate::model::{Block, Figure, Image, Media, MediaKind, Source};
use crate::read::html::convert::Reader;
use crate::read::html::parse::custom::{ADDRESSES, IDS, NAME, address_in_json, is_address};
use crate::read::html::parse::entities::{Place, decode};
use crate::read::html::parse::tokenizer::{Token, Tokenizer};
use crate::read::html::parse::tree::Element;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::text::{ascii, template};
use crate::url::Purpose;

/// Words in the names of elements, and the page for readers to which the id is appended.
const PAGES: &str = "\
youtube https://www.youtube.com/watch?v=
vimeo https://vimeo.com/
dailymotion https://www.dailymotion.com/video/
twitter https://x.com/i/status/
tweet https://x.com/i/status/
instagram https://www.instagram.com/p/
tiktok https://www.tiktok.com/@/video/
gist https://gist.github.com/";

/// The suffixes of picture, video and sound files.
const PICTURES: Keys = Keys("jpg jpeg png gif webp avif svg");
const FILMS: Keys = Keys("mp4 webm m4v mov ogv");
const SOUNDS: Keys = Keys("mp3 m4a ogg oga wav aac flac opus");

/// Returns the text of a piece of HTML.
pub(in crate::read::html) fn text_of(html: &str) -> String {
    let (mut tokens, mut text) = (Tokenizer::new(html), String::new());
    while let Some(token) = tokens.next(&mut Vec::new()) {
        if let Token::Text(piece) = token {
            text.push_str(&decode(piece, Place::Text));
        }
    }
    text
}

impl<'t> Reader<'t, '_, '_> {
    /// Adds the block that an element represents, or a warning if that is unknown.
    pub fn read_custom(&mut self, element: &Element, offset: usize, out: &mut Vec<Block<'t>>) {
        let name = self.tree.attribute(element, NAME).unwrap_or_default().to_ascii_lowercase();
        let known = ADDRESSES.iter().find_map(|name| self.attribute(element, name).filter(|value| value.contains('/')));
        let values = self.tree.attributes.get(element.attributes.clone()).unwrap_or(&[]);
        let address = known.or_else(|| values.iter().map(|(_, value)| value.as_ref()).find(|value| is_address(value)));
        let by_id = IDS.iter().find_map(|attribute| page_of(&name, self.attribute(element, attribute)?));
        let alone = by_id.as_deref().or(address).map(|address| (address, ""));
        let in_json = || values.iter().find_map(|(_, value)| Some((address_in_json(value)?, value.as_ref())));
        let Some((address, object)) = alone.or_else(in_json) else {
            self.warn(WarningCode::NotShown, offset, &["an element that is not known is not shown: ", &name]);
            return;
        };
        if object.matches("https://").count() > 1 {
            self.warn(
                WarningCode::NotShown,
                offset,
                &["a box with several addresses for a script; only the first is shown"],
            );
        }
        let (path, _) = ascii::cut(address, b"?#");
        let ending = ascii::rsplit_once(path, b'.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        if PICTURES.has(&ending) {
            if let Some(src) = self.url(address, self.cx.media_purpose(), offset) {
                let alt = self.make_label(self.attribute(element, "alt").unwrap_or(""));
                let image = Image { src: Some(src), alt, size: self.size(element), ..Image::default() };
                out.push(Block::Figure(Figure { image, ..Figure::default() }));
            }
        } else if FILMS.has(&ending) || SOUNDS.has(&ending) {
            let kind = if FILMS.has(&ending) { MediaKind::Video } else { MediaKind::Audio };
            if let Some(src) = self.url(address, Purpose::Media, offset) {
                let sources = vec![Source { src, media_type: None }];
                let title = self.attribute(element, "title").map(|title| self.make_label(title));
                out.push(Block::Media(Media { kind, sources, title, ..Media::default() }));
            }
        } else {
            out.extend(self.read_frame(address, element, offset).map(Block::Embed));
        }
    }
}

/// Returns the page for an id, by a word in the element's name; `None` if the text is not an id.
fn page_of(name: &str, id: &str) -> Option<String> {
    let id = id.trim();
    let is_id = id.len() > 2 && ascii::all(id, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let mut lines = PAGES;
    while is_id && !lines.is_empty() {
        let (word, page) = ascii::split_once(ascii::next_part(&mut lines, b'\n'), b' ')?;
        if name.contains(word) {
            return Some(template::concat(&[page, id]));
        }
    }
    None
}
