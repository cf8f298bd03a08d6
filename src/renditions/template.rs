//! The host's templates for its own pictures: `https://img.example/w={width}/{path}`.
//!
//! | in braces | replaced by |
//! |---|---|
//! | `width` | the width in pixels; `width:640,1080,1920` lists all available widths |
//! | `path` | the address after the prefix |
//! | `url` | the whole address, percent-encoded, for a query |

use crate::text::ascii;
use crate::url::{MAX_URL, SafeUrl, encode_component};

/// Returns the template for a picture's address, that with the longest matching prefix, and the rest of the address
/// after the prefix.
pub(super) fn find<'s, 'o>(src: &'s SafeUrl, templates: &'o [(String, String)]) -> Option<(&'o str, &'s str)> {
    let mut found: Option<(&str, &str)> = None;
    for (prefix, template) in templates {
        if let Some(path) = src.as_str().strip_prefix(prefix.as_str())
            && found.is_none_or(|(_, other)| path.len() < other.len())
        {
            found = Some((template, path));
        }
    }
    found
}

/// Fills a template; cut off soon after the longest allowed address.
pub(super) fn fill(template: &str, path: &str, src: &SafeUrl, width: u32) -> String {
    let (mut out, mut rest) = (String::new(), template);
    while !rest.is_empty() && out.len() <= MAX_URL {
        out.push_str(ascii::next_part(&mut rest, b'{'));
        match ascii::next_part(&mut rest, b'}').as_bytes().first() {
            Some(b'w') => ascii::push_integer(&mut out, width.into()),
            Some(b'p') => out.push_str(path),
            Some(b'u') => out.push_str(&encode_component(src.as_str())),
            _ => {}
        }
    }
    out
}

/// Returns the widths in a template; empty for the default widths, `None` without a placeholder for the width.
pub(crate) fn widths(template: &str) -> Option<&str> {
    let mut rest = template;
    while !rest.is_empty() {
        ascii::next_part(&mut rest, b'{');
        let name = ascii::next_part(&mut rest, b'}');
        if let Some(listed) = name.strip_prefix("width") {
            return Some(listed.strip_prefix(":").unwrap_or(listed));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url::Purpose;

    fn made(template: &str) -> String {
        let src = SafeUrl::new("https://img.example/a/b.jpg?v=2&x=ü", Purpose::Media, None).expect("an address");
        let templates =
            [("https://img.example/".to_owned(), template.to_owned()), ("https://i".to_owned(), "-".to_owned())];
        let (template, path) = find(&src, &templates).expect("a prefix");
        fill(template, path, &src, 640)
    }

    #[test]
    fn templates_are_filled() {
        for (template, url) in [
            ("https://img.example/w={width}/{path}", "https://img.example/w=640/a/b.jpg?v=2&x=ü"),
            (
                "https://n.example/i?url={url}&w={width:640,1080}&q=75",
                "https://n.example/i?url=https%3A%2F%2Fimg.example%2Fa%2Fb.jpg%3Fv%3D2%26x%3D%C3%BC&w=640&q=75",
            ),
            ("https://n.example/{nothing}/{width", "https://n.example//640"),
        ] {
            assert_eq!(made(template), url, "{template}");
        }
        assert!(made(&"{url}".repeat(1000)).len() < MAX_URL + 200);
    }

    #[test]
    fn a_template_has_a_place_for_the_width() {
        assert_eq!(widths("https://e.org/{path}?w={width}"), Some(""));
        assert_eq!(widths("https://e.org/{width:640,1080}/{path}"), Some("640,1080"));
        assert_eq!((widths("https://e.org/{path}"), widths(""), widths("{")), (None, None, None));
    }
}
