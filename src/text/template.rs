//! Combines texts: from several parts, or from a template and a value.

use crate::text::ascii::cut;

/// The most characters of a part of a message: texts of the input are only there to be recognised.
const MAX_PART: usize = 200;

/// Returns the start of a text, at most this many characters.
pub(crate) fn start(text: &str, characters: usize) -> &str {
    // Most texts have fewer bytes than that.
    if text.len() <= characters {
        return text;
    }
    let mut left = characters;
    for (place, byte) in text.as_bytes().iter().enumerate() {
        // The continuation bytes of a character begin with these bits (UTF-8).
        if byte & 0xC0 != 0x80 {
            if left == 0 {
                return text.get(..place).unwrap_or(text);
            }
            left -= 1;
        }
    }
    text
}

/// Returns the start of a text, with an ellipsis if the text is longer.
pub(crate) fn shortened(text: &str, characters: usize) -> String {
    let mut out = String::from(start(text, characters));
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

/// Joins a message from several parts, and shortens long ones.
pub(crate) fn sentence(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts {
        out.push_str(&shortened(part, MAX_PART));
    }
    out
}

/// Joins texts, with a quarter of the code of `[&str]::concat`.
pub(crate) fn concat(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts {
        out.push_str(part);
    }
    out
}

/// Replaces the `{}` of a template with a value. A template without it, such as `two minutes`, is unchanged.
pub(crate) fn fill(template: &str, value: &str) -> String {
    let (before, after) = split_template(template);
    let value = if before.len() < template.len() { value } else { "" };
    concat(&[before, value, after])
}

/// Splits a template at its `{}`.
pub(crate) fn split_template(template: &str) -> (&str, &str) {
    let (before, rest) = cut(template, b"{");
    (before, rest.get(2..).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled() {
        assert_eq!(fill("von {}, heute", "ihr"), "von ihr, heute");
        assert_eq!(fill("zwei Minuten", "2"), "zwei Minuten");
        assert_eq!(fill("offen {", "!"), "offen !");
    }
}
