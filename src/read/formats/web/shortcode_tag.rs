//! One shortcode in brackets: its name and its attributes.

use crate::text::ascii;
use crate::text::keys::Keys;
use crate::text::template::concat;

/// The longest shortcode that is read, in bytes.
const LONGEST: usize = 4000;

/// The forms that WordPress gives quotes around attributes of unknown shortcodes.
const QUOTES: [&str; 10] = ["&#8220;", "&#8221;", "&#8243;", "&#8216;", "&#8217;", "&quot;", "“", "”", "″", "&#8242;"];

/// The attributes of players that are sources.
const SOURCES: &str = "src mp3 m4a ogg wav flac mp4 m4v webm ogv";

/// A shortcode: `[name one="1" two]`.
pub(super) struct Shortcode<'h> {
    /// Its name.
    pub name: &'h str,
    /// Its length with its brackets, in bytes.
    pub length: usize,
    /// Its attributes; those without a name have an empty one.
    attributes: Vec<(&'h str, &'h str)>,
}

impl<'h> Shortcode<'h> {
    /// Reads a shortcode at the start of a text.
    pub fn parse(text: &'h str) -> Option<Shortcode<'h>> {
        let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
        let rest = text.strip_prefix('[')?;
        let length = rest.bytes().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-')).count();
        let (name, mut rest) = rest.split_at_checked(length)?;
        name.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
        rest.starts_with([' ', ']', '/', '\n', '\t', '\u{a0}']).then_some(())?;
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start_matches([' ', '/', '\n', '\t', '\r', '\u{a0}']);
            if let Some(behind) = rest.strip_prefix(']') {
                return Some(Shortcode { name, length: text.len() - behind.len(), attributes });
            }
            let length = rest.bytes().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-')).count();
            let (key, behind) = rest.split_at_checked(length)?;
            match behind.strip_prefix('=').filter(|_| !key.is_empty()) {
                Some(behind) => {
                    let (value, behind) = value(behind)?;
                    attributes.push((key, value));
                    rest = behind;
                }
                None => {
                    let (value, behind) = value(rest)?;
                    (!value.is_empty()).then_some(())?;
                    attributes.push(("", value));
                    rest = behind;
                }
            }
        }
    }

    /// Returns the value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&'h str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value).filter(|value| !value.is_empty())
    }

    /// Returns whether an attribute has a name; otherwise the text may be a remark in brackets.
    pub fn has_attributes(&self) -> bool {
        self.attributes.iter().any(|(key, _)| !key.is_empty())
    }

    /// Returns the sources of a player.
    pub fn sources(&self) -> impl Iterator<Item = &'h str> {
        let is_source = |(key, value): &&(&str, &str)| {
            let named = Keys(SOURCES).has(key) || key.is_empty() && is_address(value);
            named && !value.is_empty()
        };
        self.attributes.iter().filter(is_source).map(|(_, value)| *value)
    }

    /// Returns whether the only source of a player is a page and not a file.
    pub fn is_page(&self) -> bool {
        let mut sources = self.sources();
        let (first, more) = (sources.next(), sources.next());
        let (path, _) = ascii::cut(first.unwrap_or("."), b"?#");
        let name = ascii::rsplit_once(path, b'/').map_or("", |(_, name)| name);
        more.is_none() && !name.contains('.') && first.is_some_and(is_address)
    }

    /// Returns the address of content on another site: the text of the shortcode, an attribute, or a page by its id.
    pub fn embedded(&self, text: &str) -> Option<String> {
        if !text.is_empty() {
            return Some(text.to_owned());
        }
        let named = ["url", "src", "link", "id", ""];
        let value = named.iter().find_map(|name| self.attribute(name))?;
        if is_address(value) {
            return Some(value.to_owned());
        }
        let number = ascii::all(value, |c| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-'));
        let page = [
            ("youtube", "https://www.youtube.com/watch?v="),
            ("vimeo", "https://vimeo.com/"),
            ("tweet", "https://x.com/i/status/"),
            ("wpvideo", "https://videopress.com/v/"),
            ("videopress", "https://videopress.com/v/"),
            ("dailymotion", "https://www.dailymotion.com/video/"),
        ];
        let (_, page) = page.into_iter().find(|(part, _)| self.name.contains(part)).filter(|_| number)?;
        Some(concat(&[page, value]))
    }

    /// Returns the address of a picture.
    pub fn picture(&self) -> Option<&'h str> {
        const ENDS: [&str; 6] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];
        let address = ["src", "image_url", "image", "image_src", "custom_src"];
        address.iter().find_map(|name| self.attribute(name)).filter(|src| {
            let (path, _) = ascii::cut(src, b"?#");
            is_address(src) && ENDS.iter().any(|end| path.to_ascii_lowercase().ends_with(end))
        })
    }

    /// Returns the address of a link.
    pub fn link(&self) -> Option<&'h str> {
        let address = ["url", "href", "link", "button_url", "link_url"];
        address.iter().find_map(|name| self.attribute(name)).filter(|url| is_address(url))
    }
}

/// Takes a value, with or without quotes, from the start of a text.
fn value(text: &str) -> Option<(&str, &str)> {
    for quote in ["\"", "'"] {
        if let Some(rest) = text.strip_prefix(quote) {
            let (value, behind) = rest.split_once(quote)?;
            return (!value.contains(['<', '"'])).then_some((value, behind));
        }
    }
    if let Some(rest) = QUOTES.iter().find_map(|quote| text.strip_prefix(quote)) {
        let (place, quote) = QUOTES.iter().filter_map(|quote| Some((rest.find(quote)?, quote))).min()?;
        let value = rest.get(..place)?;
        return (!value.contains(['<', '"'])).then_some((value, rest.get(place + quote.len()..)?));
    }
    let length = ascii::cut(text, b" ]\t\n\r<[\"").0.len();
    let (value, behind) = text.split_at_checked(length)?;
    (!behind.is_empty() && !behind.starts_with(['<', '[', '"'])).then_some((value, behind))
}

/// Returns whether a text is the address of a page or a file.
pub(super) fn is_address(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://") || text.starts_with("//"))
        && ascii::all(text, |c| c > b' ' && !matches!(c, b'"' | b'<' | b'>'))
}
