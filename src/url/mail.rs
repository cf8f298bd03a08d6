//! `mailto:` and `tel:` URLs.

use super::host::is_host_character;
use super::path::encode;
use crate::text::ascii;
use crate::text::keys::Keys;

/// Returns the part after the colon of a `mailto:` URL (RFC 6068, section 2): the recipients, and of the headers only
/// subject and body, since others add recipients or change the sender. `None` if an address could be mistaken for
/// another one: with a second `@`, a colon, a slash or any encoding.
pub(super) fn letter(rest: &str) -> Option<String> {
    let (to, headers) = ascii::cut(ascii::cut(rest, b"#").0, b"?");
    let mut ats = 0;
    for c in to.trim().chars() {
        match c {
            ',' => ats = 0,
            '@' => ats += 1,
            '!' | '$' | '&' | '\'' | '*' | '+' | '=' | '^' | '`' | '{' | '|' | '}' | '~' => {}
            _ if !is_host_character(c) => return None,
            _ => {}
        }
        if ats > 1 {
            return None;
        }
    }
    let mut out = encode(to.trim());
    let mut separator = "?";
    let mut rest = headers.get(1..).unwrap_or("");
    while !rest.is_empty() {
        let header = ascii::next_part(&mut rest, b'&');
        let name = ascii::cut(header, b"=").0;
        if Keys("subject body").has(&name.to_ascii_lowercase()) {
            out.push_str(separator);
            out.push_str(&encode(header));
            separator = "&";
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Returns whether this may follow the colon of a `tel:` URL (RFC 3966): no user name, no host, no path.
pub(super) fn is_number(rest: &str) -> bool {
    !rest.is_empty() && ascii::all(rest, |c| !matches!(c, b'@' | b':' | b'/' | b'\\' | b'?' | b'#'))
}
