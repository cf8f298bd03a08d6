//! Properties of pictures: their size, and the candidates of a `srcset`.

use crate::json::Value;
use crate::model::Candidate;
use crate::read::Context;
use crate::report::WarningCode;
use crate::text::ascii;

/// The largest width or height of a picture that is accepted, in pixels.
pub(in crate::read) const MAX_PIXELS: i64 = 20_000;

/// The most candidates of a `srcset` that are kept.
const MAX_CANDIDATES: usize = 12;

/// Reads width and height, if both are there.
pub(in crate::read) fn read_size(value: &Value, cx: &mut Context) -> Option<(u32, u32)> {
    let width = cx.integer_of(value, "width", 1, MAX_PIXELS);
    let height = cx.integer_of(value, "height", 1, MAX_PIXELS);
    Some((width? as u32, height? as u32))
}

/// Reads the candidates of a `srcset` that have widths; each is judged by itself.
pub(in crate::read) fn read_srcset(text: &str, value: &Value, cx: &mut Context) -> Vec<Candidate> {
    let described = split_srcset(text);
    if described.is_empty() && !text.trim().is_empty() {
        cx.warn(WarningCode::InvalidValue, value, &["no candidate of srcset has a width, such as 800w"]);
    }
    let mut judged = Vec::new();
    for (url, width) in described {
        if let Some(src) = cx.judge(url, cx.media_purpose(), value) {
            judged.push(Candidate { src, width });
        }
    }
    judged
}

/// Returns the addresses of a `srcset` that have widths, with these.
pub(in crate::read) fn split_srcset(text: &str) -> Vec<(&str, u32)> {
    let mut candidates = Vec::new();
    for (url, descriptor) in described(text) {
        let width = descriptor.strip_suffix("w").and_then(ascii::integer).unwrap_or(0);
        if (1..=MAX_PIXELS).contains(&width) && candidates.len() < MAX_CANDIDATES {
            candidates.push((url, width as u32));
        }
    }
    candidates
}

/// Returns the addresses of a `srcset` with their descriptors (HTML, section 4.8.4.2.1).
pub(in crate::read) fn described(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = skip_separators(text);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (url, tail) = ascii::cut(rest, b" \t\n\x0C\r");
        let (url, descriptor, tail) = match url.strip_suffix(",") {
            Some(url) => (url, "", tail),
            None => {
                let (descriptor, tail) = ascii::cut(tail, b",");
                (url, descriptor.trim(), tail)
            }
        };
        rest = skip_separators(tail);
        Some((url, descriptor))
    })
}

/// Returns the text without leading commas and spaces.
fn skip_separators(text: &str) -> &str {
    let mut rest = text;
    while let Some(b',' | b' ' | b'\t' | b'\n' | b'\x0C' | b'\r') = rest.as_bytes().first() {
        rest = rest.get(1..).unwrap_or("");
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;

    #[test]
    fn srcset_keeps_what_says_its_width() {
        let options = Options::default();
        let mut cx = Context::new(&options);
        let text = ", https://e.org/a,b.jpg 320w,https://e.org/c.jpg 2x, javascript:1 9w,\n https://e.org/d.jpg\t640w";
        let found: Vec<_> = read_srcset(text, &Value::Null, &mut cx)
            .into_iter()
            .map(|c| (c.src.as_str().to_owned(), c.width))
            .collect();
        assert_eq!(found, [("https://e.org/a,b.jpg".to_owned(), 320), ("https://e.org/d.jpg".to_owned(), 640)]);
    }
}
