//! The host of an address, with its port.

use crate::char_set::{CharSet, encode, encoded_length};
use crate::scan;
use crate::text::is_mark;

/// A host and perhaps a port as browsers write them: in lower case, without the scheme's own port. Nothing where there
/// is a user name, a character that parsers disagree on, or a number that means another address than it says.
pub(super) fn authority(text: &str, scheme: &str) -> Option<String> {
    let (host, port) = match scan::rsplit_once(text, b':') {
        Some((host, port)) if !port.ends_with("]") => (host, port),
        _ => (text, ""),
    };
    let mut authority = host.to_ascii_lowercase();
    let host_fits = match authority.strip_prefix("[").and_then(|host| host.strip_suffix("]")) {
        Some(address) => is_ipv6(address),
        None => is_domain(host) && (!ends_in_number(&authority) || is_ipv4(&authority)),
    };
    if !host_fits || !scan::all(port, |c| c.is_ascii_digit()) {
        return None;
    }
    if !port.is_empty() {
        let number = scan::integer(port).filter(|number| *number < 65_536)?;
        if number != if scheme == "http" { 80 } else { 443 } {
            authority.push(':');
            scan::push_integer(&mut authority, number as u64);
        }
    }
    Some(authority)
}

/// Whether browsers take a host for an IPv4 address (URL Standard, section 3.5, "ends in a number").
fn ends_in_number(host: &str) -> bool {
    let host = host.strip_suffix(".").unwrap_or(host);
    let last = scan::rsplit_once(host, b'.').map_or(host, |(_, last)| last);
    match last.strip_prefix("0x") {
        Some(digits) => scan::all(digits, |c| c.is_ascii_hexdigit()),
        None => !last.is_empty() && scan::all(last, |c| c.is_ascii_digit()),
    }
}

/// Whether a host is four decimal numbers, as people write such addresses.
fn is_ipv4(host: &str) -> bool {
    let (mut parts, mut rest) = (0, host);
    while !rest.is_empty() {
        let part = scan::next_part(&mut rest, b'.');
        let number = scan::integer(part).unwrap_or(256);
        if number > 255 || scan::decimal(number as u64) != part {
            return false;
        }
        parts += 1;
    }
    parts == 4 && !host.ends_with(".")
}

/// Whether these are the groups of an IPv6 address, without an IPv4 address in it.
fn is_ipv6(address: &str) -> bool {
    let (mut groups, mut digits, mut gaps) = (0, 0, 0);
    let mut before = b' ';
    for byte in address.bytes() {
        if byte == b':' {
            gaps += usize::from(before == b':');
            digits = 0;
        } else if byte.is_ascii_hexdigit() && digits < 4 {
            groups += usize::from(digits == 0);
            digits += 1;
        } else {
            return false;
        }
        before = byte;
    }
    let ends_fit = (!address.starts_with(":") || address.starts_with("::"))
        && (!address.ends_with(":") || address.ends_with("::"));
    ends_fit && (gaps == 0 && groups == 8 || gaps == 1 && groups < 8)
}

/// Whether these are the labels of a domain, each of characters that a host may have and none with a mark at its start.
fn is_domain(host: &str) -> bool {
    let mut before = '.';
    for c in host.chars() {
        if !is_host_character(c) || before == '.' && is_mark(c) {
            return false;
        }
        before = c;
    }
    !host.is_empty()
}

/// Whether a character may stand in a host: of ASCII, letters, digits and what joins them; of all others, those that
/// browsers read as they stand (UTS #46, section 4), but for capitals, which become small, and for two vowels of Thai and
/// Lao, which become the two characters that they look like. No character is in it that becomes another letter or none.
pub(super) fn is_host_character(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') } else { HOST.has(c) }
}

const HOST: CharSet = CharSet::new(&HOST_RUNS);
static HOST_RUNS: [u8; encoded_length(HOST_RANGES)] = encode(HOST_RANGES);

/// The characters that a host may have and that are not ASCII; ranges may hold some that Unicode has not assigned, in
/// blocks where those to come cannot be other forms of letters.
const HOST_RANGES: &[(char, char)] = &[
    // The middle dot of Catalan; Latin without ligatures and the long s.
    ('\u{B7}', '\u{B7}'),
    ('\u{C0}', '\u{131}'),
    ('\u{134}', '\u{13E}'),
    ('\u{141}', '\u{148}'),
    ('\u{14A}', '\u{17E}'),
    ('\u{180}', '\u{1C3}'),
    ('\u{1CD}', '\u{1F0}'),
    ('\u{1F4}', '\u{2AF}'),
    // Marks; Greek, Cyrillic, Armenian, Hebrew.
    ('\u{300}', '\u{33F}'),
    ('\u{346}', '\u{34E}'),
    ('\u{350}', '\u{373}'),
    ('\u{386}', '\u{3CF}'),
    ('\u{3D7}', '\u{3EF}'),
    ('\u{3FA}', '\u{586}'),
    ('\u{591}', '\u{5F4}'),
    // Arabic to Lao, with the scripts of India.
    ('\u{610}', '\u{61A}'),
    ('\u{620}', '\u{674}'),
    ('\u{679}', '\u{EDB}'),
    // Tibetan, Georgian, Ethiopic, Khmer and others.
    ('\u{EDE}', '\u{F0B}'),
    ('\u{F0D}', '\u{F76}'),
    ('\u{F7A}', '\u{10FB}'),
    ('\u{10FD}', '\u{10FF}'),
    ('\u{1200}', '\u{139F}'),
    ('\u{1401}', '\u{167F}'),
    ('\u{1681}', '\u{17B3}'),
    ('\u{17B6}', '\u{1805}'),
    ('\u{1807}', '\u{180A}'),
    ('\u{1810}', '\u{1C7F}'),
    ('\u{1DC0}', '\u{1E99}'),
    ('\u{1E9F}', '\u{1F7D}'),
    // Tifinagh, Japanese, Bopomofo, Han and others, Hangul.
    ('\u{2D30}', '\u{2D67}'),
    ('\u{3005}', '\u{3007}'),
    ('\u{3041}', '\u{309A}'),
    ('\u{309D}', '\u{309E}'),
    ('\u{30A1}', '\u{30FE}'),
    ('\u{3105}', '\u{312F}'),
    ('\u{31A0}', '\u{31BF}'),
    ('\u{31F0}', '\u{31FF}'),
    ('\u{3400}', '\u{A69B}'),
    ('\u{A69E}', '\u{A76F}'),
    ('\u{A7FA}', '\u{AB5B}'),
    ('\u{ABC0}', '\u{D7A3}'),
    // More scripts of India, Adlam, pictures, Han.
    ('\u{11000}', '\u{1145F}'),
    ('\u{1E900}', '\u{1E95F}'),
    ('\u{1F300}', '\u{1FAFF}'),
    ('\u{20000}', '\u{2EBFF}'),
    ('\u{30000}', '\u{323AF}'),
];
