//! The part of an address after the host: path, query and fragment.

use crate::text::{Cluster, ascii};

/// Removes `.` and `..` segments (RFC 3986, section 5.2.4) from a path, which begins with a slash, and encodes it.
pub(super) fn without_dots(path: &str) -> String {
    let mut out = String::new();
    let mut rest = path;
    while let Some(tail) = rest.strip_prefix("/") {
        let (segment, tail) = ascii::cut(tail, b"/");
        rest = tail;
        let up = match segment.to_ascii_lowercase().as_str() {
            "." | "%2e" => false,
            ".." | ".%2e" | "%2e." | "%2e%2e" => true,
            _ => {
                out.push('/');
                out.push_str(&encode(segment));
                continue;
            }
        };
        if up {
            out.truncate(ascii::rsplit_once(&out, b'/').map_or(0, |(kept, _)| kept.len()));
        }
        if rest.is_empty() {
            out.push('/');
        }
    }
    out
}

/// Percent-encodes characters that are not allowed in a URL or would end it in an attribute or a `srcset`. It also
/// encodes invisible characters and excess marks on a letter, as browsers do in requests.
pub(super) fn encode(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    let mut cluster = Cluster::default();
    for c in part.chars() {
        if stands_for_itself(c) && cluster.takes(c) {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            push_encoded(&mut out, byte);
        }
    }
    out
}

/// Adds a percent-encoded byte.
fn push_encoded(out: &mut String, byte: u8) {
    out.push('%');
    for digit in [byte >> 4, byte & 15] {
        out.push(char::from(digit + if digit > 9 { b'A' - 10 } else { b'0' }));
    }
}

/// Percent-encodes a URL for a value in the query of another one.
#[cfg(feature = "html")]
pub(crate) fn encode_component(url: &str) -> String {
    let mut out = String::new();
    for byte in url.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte))
        } else {
            push_encoded(&mut out, byte)
        }
    }
    out
}

/// Returns whether a character may be after the host of a URL without encoding.
pub(super) fn stands_for_itself(c: char) -> bool {
    match c {
        '\0'..=' ' | '"' | '<' | '>' | '`' | '\\' | '^' | '{' | '|' | '}' => false,
        // These ranges contain invisible and reordering characters, which would make a visible URL look like another
        // one.
        '\u{7F}'..='\u{BF}' | '\u{61C}' | '\u{2000}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF0}'.. => false,
        _ => true,
    }
}
