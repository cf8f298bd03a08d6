//! Reads links and addresses of pictures, and resolves them against the article's base.

use super::{Context, MAIL_HEADERS};
use crate::json::Value;
use crate::read::capabilities;
use crate::report::WarningCode;
use crate::text::template;
use crate::url::{Purpose, SafeUrl, UrlError};

/// The longest base address, in bytes: each relative address grows by it.
const MAX_BASE: usize = 2048;

impl Context<'_> {
    /// Reads a link.
    pub fn link(&mut self, value: &Value) -> Option<SafeUrl> {
        let text = self.url_text(value)?;
        self.judge(text, Purpose::Link, value)
    }

    /// Reads the link in the member `name`, if there is one.
    pub fn link_of(&mut self, object: &Value, name: &str) -> Option<SafeUrl> {
        object.get(name).and_then(|value| self.link(value))
    }

    /// Reads the address of a picture, video or sound.
    pub fn media_url(&mut self, value: &Value) -> Option<SafeUrl> {
        let text = self.url_text(value)?;
        self.judge(text, self.media_purpose(), value)
    }

    /// Returns the base of relative URLs: the host's base URL, otherwise the article's own address, otherwise the
    /// address that the article was fetched from.
    pub fn base(&self) -> Option<&SafeUrl> {
        self.base.as_ref().or(self.options.source_url.as_ref())
    }

    /// Returns the purpose of picture addresses, which decides which of them are allowed.
    pub fn media_purpose(&self) -> Purpose {
        if self.options.data_images { Purpose::MediaOrData } else { Purpose::Media }
    }

    /// Judges a URL of `value`, and warns if it is refused.
    pub fn judge(&mut self, url: &str, purpose: Purpose, value: &Value) -> Option<SafeUrl> {
        if capabilities::OTHERS && self.escaped && url.contains("&amp;") {
            return self.judge(&url.replace("&amp;", "&"), purpose, value);
        }
        let error = match self.resolve(url, purpose, value) {
            Ok(judged) => {
                if judged.lacks_headers_of(url) {
                    self.warn(WarningCode::UnsafeUrl, value, &[MAIL_HEADERS]);
                }
                return Some(judged);
            }
            Err(error) => error,
        };
        let (code, message) = match error {
            UrlError::Unsafe => (WarningCode::UnsafeUrl, "not a URL that is shown: "),
            UrlError::Unresolved => (WarningCode::UnresolvedUrl, "a relative URL without a base: "),
        };
        self.warn(code, value, &[message, template::start(url.trim(), 80)]);
        None
    }

    /// Judges a URL of `value`, and takes its length from the budget.
    pub fn resolve(&mut self, url: &str, purpose: Purpose, value: &Value) -> Result<SafeUrl, UrlError> {
        // Judging costs as much as the base is long, so it ends with the budget.
        if self.bytes_left == 0 {
            return Err(UrlError::Unsafe);
        }
        let resolved = SafeUrl::new(url, purpose, self.base())?;
        if self.pay(value, resolved.as_str().len()) { Ok(resolved) } else { Err(UrlError::Unsafe) }
    }

    /// Makes the article's own address the base, unless the host sets one.
    pub fn set_base(&mut self, url: Option<&SafeUrl>, value: &Value) {
        let Some(url) = url.filter(|_| self.base.is_none()) else { return };
        if url.as_str().len() > MAX_BASE {
            return self.warn(WarningCode::InvalidValue, value, &["too long for a base"]);
        }
        self.base = Some(url.clone());
    }

    fn url_text<'v>(&mut self, value: &'v Value) -> Option<&'v str> {
        match value {
            Value::String(text) if text.trim().is_empty() => None,
            Value::String(text) => Some(text),
            other => {
                self.wrong_type(other, "a URL");
                None
            }
        }
    }
}
