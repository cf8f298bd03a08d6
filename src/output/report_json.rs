//! Writes the report as JSON, for tools and the page's JavaScript.

use crate::error::Error;
use crate::report::{Report, Warning};
use crate::text::ascii;

/// Returns the outcome of reading an article as a JSON object: the report, with `null` for unknown values, or
/// `{"error": {code, path, message}}`.
pub fn to_json(outcome: Result<&Report, &Error>) -> String {
    let mut out = String::from("{");
    match outcome {
        Ok(report) => {
            member(&mut out, "format", report.format);
            out.push_str(",\"articles\":");
            ascii::push_integer(&mut out, report.articles as u64);
            out.push(',');
            member(&mut out, "headline", &report.headline);
            out.push_str(",\"datePublished\":");
            string_or_null(&mut out, report.date_published.as_deref());
            out.push_str(",\"author\":");
            list(&mut out, &report.author, |out, name| string(out, name));
            out.push_str(",\"lang\":");
            string_or_null(&mut out, report.lang.as_deref());
            out.push_str(",\"warnings\":");
            list(&mut out, &report.warnings, warning);
        }
        Err(error) => {
            out.push_str("\"error\":");
            problem(&mut out, error.page_code(), error.path(), error.message());
        }
    }
    out.push('}');
    out
}

fn warning(out: &mut String, warning: &Warning) {
    problem(out, warning.code.as_str(), &warning.path, &warning.message);
}

fn problem(out: &mut String, code: &str, path: &str, message: &str) {
    out.push('{');
    member(out, "code", code);
    out.push(',');
    member(out, "path", path);
    out.push(',');
    member(out, "message", message);
    out.push('}');
}

fn list<T>(out: &mut String, items: &[T], write: impl Fn(&mut String, &T)) {
    out.push('[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(out, item);
    }
    out.push(']');
}

fn member(out: &mut String, name: &str, value: &str) {
    string(out, name);
    out.push(':');
    string(out, value);
}

fn string_or_null(out: &mut String, text: Option<&str>) {
    match text {
        Some(text) => string(out, text),
        None => out.push_str("null"),
    }
}

/// Writes a string (RFC 8259, section 7).
pub(crate) fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\0'..' ' => {
                let low = if c < '\u{10}' { "\\u000" } else { "\\u001" };
                out.push_str(low);
                out.push(char::from_digit(c as u32 & 15, 16).unwrap_or('0'));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::WarningCode;

    #[test]
    fn reports_are_json() {
        let warning =
            Warning { code: WarningCode::UnknownBlock, path: "/body/3".into(), message: "a \"b\"\u{1}\\".into() };
        let report = Report {
            format: "article",
            articles: 1,
            author: vec!["A".into()],
            warnings: vec![warning],
            ..Report::default()
        };
        let json = to_json(Ok(&report));
        let tree: serde_json::Value = serde_json::from_str(&json).expect("is JSON");
        assert_eq!(tree["warnings"][0]["message"], "a \"b\"\u{1}\\");
        assert_eq!(tree["author"][0], "A");
        assert!(tree["lang"].is_null() && tree["datePublished"].is_null());
    }

    #[test]
    fn errors_are_json() {
        let error = crate::json::parse(b"{").expect_err("is none");
        assert_eq!(
            to_json(Err(&error)),
            r#"{"error":{"code":"invalid-json","path":"","message":"expected a string, found the end of the text at line 1, column 2"}}"#
        );
    }
}
