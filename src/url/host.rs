//! The host of an address, with its port.

use crate::text::char_set::{CharSet, encode, encoded_length};
use crate::text::{Cluster, ascii, is_extender};

/// Returns a host and an optional port as browsers write them: in lower case, without the scheme's default port. `None`
/// if there is a user name, a character that parsers disagree on, or a number that browsers read as another address.
pub(super) fn authority(text: &str, scheme: &str) -> Option<String> {
    let (host, port) = match ascii::rsplit_once(text, b':') {
        Some((host, port)) if !port.ends_with("]") => (host, port),
        _ => (text, ""),
    };
    let mut authority = host.to_ascii_lowercase();
    let host_fits = match authority.strip_prefix("[").and_then(|host| host.strip_suffix("]")) {
        Some(address) => is_ipv6(address),
        None => is_domain(host) && (!ends_in_number(&authority) || is_ipv4(&authority)),
    };
    if !host_fits || !ascii::all(port, |c| c.is_ascii_digit()) {
        return None;
    }
    if !port.is_empty() {
        let number = ascii::integer(port).filter(|number| *number < 65_536)?;
        if number != if scheme == "http" { 80 } else { 443 } {
            authority.push(':');
            ascii::push_integer(&mut authority, number as u64);
        }
    }
    Some(authority)
}

/// Returns whether browsers read a host as an IPv4 address (URL Standard, section 3.5, "ends in a number").
fn ends_in_number(host: &str) -> bool {
    let host = host.strip_suffix(".").unwrap_or(host);
    let last = ascii::rsplit_once(host, b'.').map_or(host, |(_, last)| last);
    match last.strip_prefix("0x") {
        Some(digits) => ascii::all(digits, |c| c.is_ascii_hexdigit()),
        None => !last.is_empty() && ascii::all(last, |c| c.is_ascii_digit()),
    }
}

/// Returns whether a host is four decimal numbers, the usual notation of an IPv4 address.
fn is_ipv4(host: &str) -> bool {
    let (mut parts, mut rest) = (0, host);
    while !rest.is_empty() {
        let part = ascii::next_part(&mut rest, b'.');
        let number = ascii::integer(part).unwrap_or(256);
        if number > 255 || ascii::decimal(number as u64) != part {
            return false;
        }
        parts += 1;
    }
    parts == 4 && !host.ends_with(".")
}

/// Returns whether these are the groups of an IPv6 address, without an embedded IPv4 address.
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

/// Returns whether these are the labels of a domain: all characters are allowed in a host, and no label starts with a
/// mark.
fn is_domain(host: &str) -> bool {
    let mut before = '.';
    for c in host.chars() {
        if !is_host_character(c) || before == '.' && is_extender(c) {
            return false;
        }
        before = c;
    }
    !host.is_empty() && Cluster::default().passes(host)
}

/// Returns whether a character may be in a host. Of ASCII: letters, digits, dot, hyphen and underscore. Of others:
/// those that browsers keep (UTS #46, section 4), and capitals, which become small, and two vowels of Thai and Lao,
/// which become the two characters that they look like. No character is allowed that becomes another letter or none.
pub(super) fn is_host_character(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') } else { HOST.has(c as u32) }
}

const HOST: CharSet = CharSet::new(&HOST_RUNS);
static HOST_RUNS: [u8; encoded_length(HOST_RANGES)] = encode(HOST_RANGES);

/// The non-ASCII characters that a host may have. Ranges may include unassigned characters, but only in blocks where
/// future ones cannot be variants of letters.
const HOST_RANGES: &[(u32, u32)] = &[
    // The middle dot of Catalan; Latin without ligatures and the long s.
    (0xB7, 0xB7),
    (0xC0, 0x131),
    (0x134, 0x13E),
    (0x141, 0x148),
    (0x14A, 0x17E),
    (0x180, 0x1C3),
    (0x1CD, 0x1F0),
    (0x1F4, 0x2AF),
    // Marks; Greek, Cyrillic, Armenian, Hebrew.
    (0x300, 0x33F),
    (0x346, 0x34E),
    (0x350, 0x373),
    (0x386, 0x3CF),
    (0x3D7, 0x3EF),
    (0x3FA, 0x586),
    (0x591, 0x5F4),
    // Arabic to Lao, with the scripts of India.
    (0x610, 0x61A),
    (0x620, 0x674),
    (0x679, 0xEDB),
    // Tibetan, Georgian, Ethiopic, Khmer and others.
    (0xEDE, 0xF0B),
    (0xF0D, 0xF76),
    (0xF7A, 0x10FB),
    (0x10FD, 0x10FF),
    (0x1200, 0x139F),
    (0x1401, 0x167F),
    (0x1681, 0x17B3),
    (0x17B6, 0x1805),
    (0x1807, 0x180A),
    (0x1810, 0x1C7F),
    (0x1DC0, 0x1E99),
    (0x1E9F, 0x1F7D),
    // Tifinagh, Japanese, Bopomofo, Han and others, Hangul.
    (0x2D30, 0x2D67),
    (0x3005, 0x3007),
    (0x3041, 0x309A),
    (0x309D, 0x309E),
    (0x30A1, 0x30FE),
    (0x3105, 0x312F),
    (0x31A0, 0x31BF),
    (0x31F0, 0x31FF),
    (0x3400, 0xA69B),
    (0xA69E, 0xA76F),
    (0xA7FA, 0xAB5B),
    (0xABC0, 0xD7A3),
    // More scripts of India, Adlam, pictures, Han.
    (0x11000, 0x1145F),
    (0x1E900, 0x1E95F),
    (0x1F300, 0x1FAFF),
    (0x20000, 0x2EBFF),
    (0x30000, 0x323AF),
];
