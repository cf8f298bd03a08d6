//! Classifies strings by their form.

use crate::text::ascii;
use crate::text::keys::Keys;
use crate::text::template::concat;

/// The kind of a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A value that nobody reads: a number, a date, a hash, a colour, a media type.
    Nothing,
    /// An address.
    Address,
    /// One word of lower-case ASCII letters, like the names of kinds and looks.
    Word,
    /// A text.
    Text,
}

/// The suffixes of files that are shown or offered.
const FILES: &str = "jpg jpeg png gif webp avif svg bmp mp4 m4v mov webm ogv m3u8 mp3 m4a ogg oga wav aac flac pdf doc docx xls \
    xlsx ppt pptx odt csv zip epub vtt";

/// Classifies a string.
pub(super) fn shape(text: &str, is_date: fn(&str) -> bool) -> Shape {
    let text = text.trim();
    if !says_anything(text) {
        return Shape::Nothing;
    }
    if text.bytes().any(|c| matches!(c, b' ' | b'\n' | b'\t' | b'\r')) {
        let is_date = text.len() < 50 && is_date(text);
        return if is_date { Shape::Nothing } else { Shape::Text };
    }
    if is_address(text) {
        return Shape::Address;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let ascii = text.is_ascii();
    let is_date = text.as_bytes().get(..4).is_some_and(|year| year.iter().all(u8::is_ascii_digit));
    let is_hash = ascii && text.len() >= 16 && digits > 2;
    let (kind, rest) = ascii::cut(text, b"/");
    let is_media_type = rest.len() > 1 && Keys("text image video audio application font").has(kind);
    let is_file_name = is_file(&concat(&["/", text])) && !text.contains('/');
    let is_colour = text.starts_with('#') && ascii::all(text.get(1..).unwrap_or(""), |c| c.is_ascii_hexdigit());
    if is_date || is_hash || is_media_type || is_colour || is_file_name || text.starts_with('_') {
        return Shape::Nothing;
    }
    if ascii::all(text, |c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b':' | b'/' | b'.' | b'#')) {
        Shape::Word
    } else {
        Shape::Text
    }
}

/// Returns whether a text has enough letters to say anything.
pub(super) fn says_anything(text: &str) -> bool {
    text.bytes().filter(|c| c.is_ascii_alphabetic() || *c >= 0x80).take(3).count() > 2
}

/// Returns whether a word is an address: absolute, or relative to a file that is shown or offered.
pub(crate) fn is_address(word: &str) -> bool {
    let (scheme, rest) = ascii::cut(word, b":");
    let known = rest.starts_with("://") && Keys("http https HTTP HTTPS").has(scheme)
        || rest.len() > 2 && Keys("mailto tel data").has(scheme)
        || word.starts_with('/') && word.len() > 2;
    known || is_file(word)
}

/// Returns whether the path of an address ends in the name of a file that is shown or offered.
pub(super) fn is_file(word: &str) -> bool {
    let path = ascii::cut(word, b"?#").0;
    let name = ascii::rsplit_once(path, b'/').map_or(path, |(_, name)| name);
    path.len() > name.len()
        && ascii::rsplit_once(name, b'.').is_some_and(|(_, end)| Keys(FILES).has(&end.to_ascii_lowercase()))
}
