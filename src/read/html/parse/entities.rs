//! Decodes character references like browsers (HTML, section 13.2.5.72 and after).
//!
//! Of the 2,125 names of the standard this knows those of HTML 4, of ASCII and of the Latin alphabets. The whole list
//! would cost 8.2 KB of the browser's module after brotli, this part costs 1.8. An unknown name is shown as it is
//! written, with a warning if it looks like a name.

use crate::text::Text;

/// Names, each followed by its character, sorted by bytes. No such character is an ASCII letter or digit.
const NAMES: &str = include_str!("entities.txt");

/// The characters for the numbers 0x80 to 0x9F, which were meant as Windows-1252.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";

/// The longest name that is looked up, in bytes.
const LONGEST: usize = 24;

/// The place of a character reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read::html) enum Place {
    /// In text.
    Text,
    /// In the value of an attribute, where some references without a semicolon are text.
    Attribute,
}

/// Decodes the character references of a text; borrowed if there are none.
pub(in crate::read::html) fn decode(text: &str, place: Place) -> Text<'_> {
    let Some(first) = text.find('&') else { return Text::Borrowed(text) };
    let (start, mut rest) = text.split_at(first);
    let mut out = String::with_capacity(text.len());
    out.push_str(start);
    while let Some(tail) = rest.strip_prefix('&') {
        let reference = match tail.strip_prefix('#') {
            Some(digits) => decode_number(digits).map(|(c, length)| (c, length + 1)),
            None => find_name(tail, place),
        };
        let (c, length) = reference.unwrap_or(('&', 0));
        out.push(c);
        let tail = tail.get(length..).unwrap_or("");
        let (plain, next) = tail.split_at(tail.find('&').unwrap_or(tail.len()));
        out.push_str(plain);
        rest = next;
    }
    Text::Owned(out)
}

/// Returns the first reference with an unknown name, without `&` and `;`.
pub(in crate::read::html) fn unknown_name(text: &str) -> Option<&str> {
    text.split('&').skip(1).find_map(|tail| {
        let name = tail.get(..run_length(tail))?;
        let looks_like = tail.as_bytes().get(name.len()) == Some(&b';') && name.len() > 1;
        (looks_like && find_name(tail, Place::Text).is_none()).then_some(name)
    })
}

/// Returns the character of a numeric reference, and the length of its digits with their `x` and semicolon.
fn decode_number(digits: &str) -> Option<(char, usize)> {
    let (radix, skip) = if digits.starts_with(['x', 'X']) { (16, 1) } else { (10, 0) };
    let digits = digits.get(skip..)?;
    let length = digits.bytes().position(|c| !char::from(c).is_digit(radix)).unwrap_or(digits.len());
    if length == 0 {
        return None;
    }
    let code = digits.chars().take(length).filter_map(|c| c.to_digit(radix));
    let code = code.fold(0u32, |code, digit| code.saturating_mul(radix).saturating_add(digit));
    let c = match code {
        0 => None,
        0x80..=0x9F => WINDOWS_1252.chars().nth(code as usize - 0x80),
        _ => char::from_u32(code),
    };
    let semicolon = usize::from(digits.as_bytes().get(length) == Some(&b';'));
    Some((c.unwrap_or(char::REPLACEMENT_CHARACTER), skip + length + semicolon))
}

/// Returns the character of a named reference, and its length with the semicolon; the names of ISO 8859-1 need none.
fn find_name(tail: &str, place: Place) -> Option<(char, usize)> {
    let run = tail.get(..run_length(tail))?;
    if tail.as_bytes().get(run.len()) == Some(&b';')
        && let Some(c) = look_up(run)
    {
        return Some((c, run.len() + 1));
    }
    // These are two characters each, which the table cannot hold: left as written.
    if matches!(run, "notindot" | "notinE") {
        return None;
    }
    let prefixes = (2..=run.len().min(6)).rev().filter_map(|length| run.get(..length));
    let (name, c) =
        prefixes.filter_map(|name| Some((name, look_up(name)?))).find(|(name, c)| needs_no_semicolon(name, *c))?;
    let next = tail.as_bytes().get(name.len());
    let is_text = place == Place::Attribute && next.is_some_and(|next| *next == b'=' || next.is_ascii_alphanumeric());
    (!is_text).then_some((c, name.len()))
}

fn needs_no_semicolon(name: &str, c: char) -> bool {
    matches!(c, '\u{A0}'..='\u{FF}' | '&' | '<' | '>' | '"') && name != "NonBreakingSpace"
}

/// Returns how many letters and digits a text begins with, up to the length of a name.
fn run_length(text: &str) -> usize {
    text.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count()
}

/// Returns the character of a name by a binary search over the table's bytes.
fn look_up(name: &str) -> Option<char> {
    let table = NAMES.as_bytes();
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = find_entry(table, low, middle);
        let found = NAMES.get(start..start + run_length(NAMES.get(start..)?))?;
        let c = NAMES.get(start + found.len()..)?.chars().next()?;
        match found.cmp(name) {
            std::cmp::Ordering::Equal => return Some(c),
            std::cmp::Ordering::Less => low = start + found.len() + c.len_utf8(),
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// Returns the start of the entry that contains the byte at `at`, not before `low`.
fn find_entry(table: &[u8], low: usize, at: usize) -> usize {
    let is_name = |at: usize| table.get(at).is_some_and(u8::is_ascii_alphanumeric);
    // Goes from inside a character back to its name, and from there to the name's beginning.
    let name_end = (low..=at).rev().find(|at| is_name(*at)).unwrap_or(low);
    (low..name_end).rev().find(|at| !is_name(*at)).map_or(low, |before| before + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Text<'_> {
        decode(text, Place::Text)
    }

    #[test]
    fn text_without_references_is_borrowed() {
        assert!(matches!(text("a < b; c"), Text::Borrowed(_)));
        assert_eq!(text("a & b && c &"), "a & b && c &");
    }

    #[test]
    fn numbers_are_decoded_as_browsers_do() {
        assert_eq!(text("&#65;&#x42;&#X43;&#68 &#x45g"), "ABCD Eg");
        assert_eq!(text("&#150;&#x80;&#x9f;&#129;"), "–€Ÿ\u{81}");
        assert_eq!(text("&#0;&#xD800;&#x110000;&#99999999999999999999;"), "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}");
        assert_eq!(text("&#;&#x;&#xg;&#"), "&#;&#x;&#xg;&#");
        assert_eq!(text("&#0000000000000000000000000000058;"), ":");
    }

    #[test]
    fn names_are_decoded_as_browsers_do() {
        assert_eq!(text("&amp;lt; &lt;&gt;&quot;&apos;&nbsp;&hellip;"), "&lt; <>\"'\u{A0}…");
        assert_eq!(text("&copy 2024 &notit; &notin; &AMP &ampamp;"), "© 2024 ¬it; ∉ & &amp;");
        assert_eq!(text("&hellip 1 &nosuch; &; &Nbsp;"), "&hellip 1 &nosuch; &; &Nbsp;");
        assert_eq!(text("java&Tab;script&colon;&NewLine;"), "java\tscript:\n");
        assert_eq!(text("&parallel; &para; &ltri; &ltrif; &lt; &notinva; &notindot;"), "∥ ¶ ◃ ◂ < ∉ &notindot;");
    }

    #[test]
    fn attributes_keep_what_looks_like_a_query() {
        let attribute = |text| decode(text, Place::Attribute);
        assert_eq!(attribute("?a=1&copy=2&lang=3&amp;b&reg;&copy"), "?a=1&copy=2&lang=3&b®©");
        assert_eq!(attribute("&notit; &not;"), "&notit; ¬");
    }

    #[test]
    fn unknown_names_are_found() {
        assert_eq!(unknown_name("a & b; &amp; &nosuch; &other;"), Some("nosuch"));
        assert_eq!(unknown_name("AT&T; Q&A &copy; &hellip;"), None);
    }
}
