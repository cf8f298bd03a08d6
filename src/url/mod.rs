//! `SafeUrl`: the only place where URLs are judged.
//!
//! A URL is cleaned as by a browser's parser (WHATWG URL Standard, section 4.4: C0 controls and spaces at the ends,
//! TAB, LF and CR anywhere), resolved against an explicit base, and allowed by its scheme. The result is absolute, and
//! written so that every browser reads the same address.

mod host;
mod mail;
mod path;
#[cfg(test)]
mod tests;

use crate::text::keys::Keys;
use crate::text::{ascii, template};
use host::authority;
#[cfg(feature = "html")]
pub(crate) use path::encode_component;
use path::{encode, stands_for_itself, without_dots};
use std::fmt;

/// The longest URL that is accepted, in bytes.
pub const MAX_URL: usize = 8192;

/// The longest `data:` URL that is accepted, in bytes.
pub const MAX_DATA_URL: usize = 512 * 1024;

/// A URL for `href`, `src` or `srcset`: absolute, with an allowed scheme, without user name or password.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct SafeUrl(String);

impl fmt::Debug for SafeUrl {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The reason why a URL was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlError {
    /// A URL that must not be shown, because of its scheme, user name, host or length.
    Unsafe,
    /// A relative URL without a base.
    Unresolved,
}

/// The use of a URL, which decides which schemes are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A link to follow: `http`, `https`, `mailto` and `tel`.
    Link,
    /// A picture, video or sound to fetch: `http` and `https`.
    Media,
    /// A picture to fetch or to embed: also `data:` of a raster type.
    MediaOrData,
}

impl SafeUrl {
    /// Judges a URL and resolves it against `base`.
    ///
    /// # Errors
    ///
    /// [`UrlError::Unresolved`] for a relative URL without a base, [`UrlError::Unsafe`] for everything else that is
    /// refused.
    ///
    /// ```
    /// use article_widget::{Purpose, SafeUrl, UrlError};
    /// let base = SafeUrl::new("https://example.org/news/1", Purpose::Media, None).unwrap();
    /// assert_eq!(SafeUrl::new(" ../a b ", Purpose::Link, Some(&base)).unwrap().as_str(), "https://example.org/a%20b");
    /// assert_eq!(SafeUrl::new("java\nscript:alert(1)", Purpose::Link, Some(&base)), Err(UrlError::Unsafe));
    /// assert_eq!(SafeUrl::new("a.html", Purpose::Link, None), Err(UrlError::Unresolved));
    /// ```
    pub fn new(url: &str, purpose: Purpose, base: Option<&SafeUrl>) -> Result<SafeUrl, UrlError> {
        if is_plain(url) { Ok(SafeUrl(url.to_owned())) } else { SafeUrl::judged(url, purpose, base) }
    }

    /// Judges a URL part by part, and writes the result anew.
    fn judged(url: &str, purpose: Purpose, base: Option<&SafeUrl>) -> Result<SafeUrl, UrlError> {
        let url = clean(url);
        let Some((scheme, rest)) = split_scheme(&url) else {
            return relative(&url, base);
        };
        match (scheme.as_str(), purpose) {
            ("http" | "https", _) => absolute(&scheme, rest),
            ("mailto", Purpose::Link) => sized(&["mailto:", &mail::letter(rest).ok_or(UrlError::Unsafe)?]),
            ("tel", Purpose::Link) if mail::is_number(rest) => sized(&["tel:", &encode(rest)]),
            ("data", Purpose::MediaOrData) => data(rest),
            _ => Err(UrlError::Unsafe),
        }
    }

    /// Returns a link to a place in the same output, by an id that this crate wrote.
    pub(crate) fn fragment(id: &str) -> SafeUrl {
        SafeUrl(template::concat(&["#", id]))
    }

    /// Returns the URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the origin of the URL: `https://example.org:8080`; empty for `mailto:` and the like.
    pub fn origin(&self) -> &str {
        let (scheme, rest) = ascii::cut(&self.0, b":");
        let Some(host_on) = rest.strip_prefix("://") else { return "" };
        let host = ascii::cut(host_on, b"/?#").0;
        self.0.get(..scheme.len() + 3 + host.len()).unwrap_or("")
    }

    /// Returns the host's name without `www.`, as readers know it.
    pub fn host(&self) -> &str {
        let host = ascii::rsplit_once(self.origin(), b'/').map_or("", |(_, host)| host);
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// Returns whether headers of the original `mailto:` URL `judged` were left out of this one.
    pub(crate) fn lacks_headers_of(&self, judged: &str) -> bool {
        self.0.starts_with("mailto:") && headers(judged) > headers(&self.0)
    }

    /// Returns the URL without its fragment, which identifies the page.
    pub fn page(&self) -> &str {
        ascii::cut(&self.0, b"#").0
    }
}

/// Returns an upper bound for the number of headers of a `mailto:` URL.
#[inline(never)]
fn headers(url: &str) -> usize {
    let mut count = 0;
    for byte in url.as_bytes() {
        match byte {
            b'#' => break,
            b'?' | b'&' => count += 1,
            _ => {}
        }
    }
    count
}

/// Returns whether a URL needs no change, which holds for most: `https`, a host of lower-case letters, hyphens and
/// dots, and a path without characters that must be encoded.
fn is_plain(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://") else { return false };
    let (host, path) = ascii::cut(rest, b"/");
    let written = !host.is_empty() && ascii::all(host, |c| matches!(c, b'a'..=b'z' | b'-' | b'.'));
    written && !path.is_empty() && ascii::all(path, is_plain_byte) && url.len() <= MAX_URL
}

fn is_plain_byte(byte: u8) -> bool {
    byte.is_ascii() && stands_for_itself(char::from(byte))
}

/// Removes the characters that a browser's parser ignores.
fn clean(url: &str) -> String {
    let mut rest = url;
    while let Some(0..=b' ') = rest.as_bytes().first() {
        rest = rest.get(1..).unwrap_or("");
    }
    while let Some(0..=b' ') = rest.as_bytes().last() {
        rest = rest.get(..rest.len() - 1).unwrap_or("");
    }
    ascii::replace(rest, b"\t\n\r", "")
}

/// Splits off a scheme, in lower case; `None` if the URL is relative.
fn split_scheme(url: &str) -> Option<(String, &str)> {
    let (scheme, rest) = ascii::split_once(url, b':')?;
    let starts = scheme.as_bytes().first()?.is_ascii_alphabetic();
    let goes_on = ascii::all(scheme, |c| c.is_ascii_alphanumeric() || matches!(c, b'+' | b'-' | b'.'));
    (starts && goes_on).then(|| (scheme.to_ascii_lowercase(), rest))
}

/// Returns an `http` or `https` URL from the part after its colon.
fn absolute(scheme: &str, rest: &str) -> Result<SafeUrl, UrlError> {
    let rest = with_slashes(rest);
    // Some parsers read `https:a` as relative to the page and others as absolute, so it is refused.
    let mut host_on = rest.strip_prefix("//").ok_or(UrlError::Unsafe)?;
    while let Some(next) = host_on.strip_prefix("/") {
        host_on = next;
    }
    let (host, path) = ascii::cut(host_on, b"/?#");
    let Some(authority) = authority(host, scheme) else { return Err(UrlError::Unsafe) };
    let slash = if path.starts_with("/") { "" } else { "/" };
    sized(&[scheme, "://", &authority, slash, &encode(path)])
}

/// Resolves a URL without a scheme against the base (RFC 3986, section 5.3).
fn relative(url: &str, base: Option<&SafeUrl>) -> Result<SafeUrl, UrlError> {
    let url = with_slashes(url);
    if url.starts_with("//") {
        let scheme = base.and_then(|base| ascii::split_once(&base.0, b':')).map_or("https", |(scheme, _)| scheme);
        return absolute(scheme, &url);
    }
    // A colon in the first segment could be read as a scheme by a parser that skips some character.
    if ascii::cut(&url, b"/?#:").1.starts_with(":") {
        return Err(UrlError::Unsafe);
    }
    let Some(base) = base.filter(|base| !base.origin().is_empty()) else { return Err(UrlError::Unresolved) };
    let (path, rest) = ascii::cut(&url, b"?#");
    let base_path = base.page().get(base.origin().len()..).unwrap_or("");
    let file = ascii::cut(base_path, b"?").0;
    match (path.as_bytes().first(), rest.as_bytes().first()) {
        (Some(b'/'), _) => sized(&[base.origin(), &without_dots(path), &encode(rest)]),
        (Some(_), _) => {
            let folder = ascii::rsplit_once(file, b'/').map_or("", |(folder, _)| folder);
            sized(&[base.origin(), &without_dots(&template::concat(&[folder, "/", path])), &encode(rest)])
        }
        (None, Some(b'?')) => sized(&[base.origin(), file, &encode(rest)]),
        (None, _) => sized(&[base.page(), &encode(rest)]),
    }
}

/// Returns a `data:` URL of a raster picture in Base64; SVG is refused, because it is a document.
fn data(rest: &str) -> Result<SafeUrl, UrlError> {
    let (kind, content) = ascii::split_once(rest, b',').ok_or(UrlError::Unsafe)?;
    let kind = kind.to_ascii_lowercase();
    let kinds = "image/png;base64 image/jpeg;base64 image/gif;base64 image/webp;base64 image/avif;base64";
    let base64 = ascii::all(content, |c| c.is_ascii_alphanumeric() || matches!(c, b'+' | b'/' | b'='));
    if !Keys(kinds).has(&kind) || !base64 || content.len() > MAX_DATA_URL {
        return Err(UrlError::Unsafe);
    }
    Ok(SafeUrl(template::concat(&["data:", &kind, ",", content])))
}

/// Replaces the backslashes before the query with slashes, as browsers do for `http` and `https`.
fn with_slashes(url: &str) -> String {
    let (path, query) = ascii::cut(url, b"?#");
    template::concat(&[&ascii::replace(path, b"\\", "/"), query])
}

/// Joins the parts of a URL, unless it is too long.
fn sized(parts: &[&str]) -> Result<SafeUrl, UrlError> {
    let url = template::concat(parts);
    if url.len() > MAX_URL { Err(UrlError::Unsafe) } else { Ok(SafeUrl(url)) }
}
