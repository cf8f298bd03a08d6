//! The style sheets and the schema, as constants.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The style sheet of every article, for a `<style>` in the element's shadow root; `article-widget.css` of the npm
/// package has the same rules in fewer bytes.
pub const STYLE_SHEET: &str = text_of(&STYLE);

/// The second style sheet: the themes and the other looks of related links.
pub const THEMES: &str = text_of(&MORE);

/// The JSON Schema of the project's own article JSON.
pub const SCHEMA: &str = include_str!("../../www/article.schema.json");

/// The parts of `www/styles/article-widget.css`, in its order.
const PARTS: &str = concat!(
    include_str!("../../www/styles/host.css"),
    include_str!("../../www/styles/scripts.css"),
    include_str!("../../www/styles/column.css"),
    include_str!("../../www/styles/inline.css"),
    include_str!("../../www/styles/header.css"),
    include_str!("../../www/styles/pictures.css"),
    include_str!("../../www/styles/text.css"),
    include_str!("../../www/styles/tables.css"),
    include_str!("../../www/styles/boxes.css"),
    include_str!("../../www/styles/layouts.css"),
    include_str!("../../www/styles/footer.css"),
    include_str!("../../www/styles/status.css"),
    include_str!("../../www/styles/preferences.css"),
);

static STYLE: [u8; shrink::<0>(PARTS).0] = shrink(PARTS).1;

const OTHERS: &str = include_str!("../../www/styles/article-widget-themes.css");

static MORE: [u8; shrink::<0>(OTHERS).0] = shrink(OTHERS).1;

/// Returns the hash of [`STYLE_SHEET`] or [`THEMES`] in the notation of content security policies, for an inline style
/// without a nonce.
///
/// ```
/// use article_widget::{STYLE_SHEET, hash_styles};
/// let policy = format!("style-src '{}'", hash_styles(STYLE_SHEET));
/// assert!(policy.starts_with("style-src 'sha256-"));
/// ```
pub fn hash_styles(sheet: &str) -> String {
    ["sha256-", &BASE64_STANDARD.encode(Sha256::digest(sheet))].concat()
}

/// Removes a style sheet's comments, line ends and indentation; returns the length, and as much as the array holds. No
/// string in the sheets spans lines or contains comment marks.
#[allow(clippy::indexing_slicing, reason = "runs when the crate is compiled, on the sheets above")]
const fn shrink<const N: usize>(css: &str) -> (usize, [u8; N]) {
    let (css, mut out) = (css.as_bytes(), [0; N]);
    let (mut at, mut length, mut last) = (0, 0, b';');
    while at < css.len() {
        let start = at;
        let mut byte = css[at];
        at += 1;
        if byte == b'/' && at < css.len() && css[at] == b'*' {
            while !(css[at] == b'*' && css[at + 1] == b'/') {
                at += 1;
            }
            at += 2;
            continue;
        }
        if byte == b'\n' || byte == b' ' {
            let mut line_ends = byte == b'\n';
            while at < css.len() && (css[at] == b'\n' || css[at] == b' ') {
                line_ends |= css[at] == b'\n';
                at += 1;
            }
            // A line end matters only within a value or a selector.
            if matches!(last, b';' | b'{' | b'}') || at == css.len() || (line_ends && last == b',') {
                continue;
            }
            if css[at] == b'{' {
                continue;
            }
            byte = if line_ends { b' ' } else { css[start] };
        }
        if length < N {
            out[length] = byte;
        }
        last = byte;
        length += 1;
    }
    (length, out)
}

/// Returns UTF-8 bytes as text: only whole characters were removed.
const fn text_of(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_there_and_end_no_style() {
        for (sheet, whole) in [(STYLE_SHEET, PARTS), (THEMES, OTHERS)] {
            assert!(sheet.len() > whole.len() / 2 && sheet.len() < whole.len(), "{}", sheet.len());
            assert!(!sheet.contains("/*") && !sheet.contains('\n') && !sheet.contains("</"));
            let braces = |text: &str, brace| text.matches(brace).count();
            assert_eq!(braces(sheet, '{'), braces(sheet, '}'));
        }
    }

    #[test]
    fn the_parts_are_those_of_the_sheet() {
        let entry = include_str!("../../www/styles/article-widget.css");
        let imported: Vec<&str> =
            entry.lines().filter_map(|line| line.strip_prefix("@import \"./")?.strip_suffix("\";")).collect();
        let listed: Vec<&str> = include_str!("sheets.rs")
            .lines()
            .filter_map(|line| line.strip_prefix("    include_str!(\"../../www/styles/")?.strip_suffix("\"),"))
            .collect();
        assert_eq!(imported, listed);
    }
}
