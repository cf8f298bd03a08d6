//! The host's options for the element around an article.

use crate::error::Error;
use crate::json::Value;
use crate::options::{Options, read_base};
use crate::report::{Warning, WarningCode, Warnings};
use crate::url::SafeUrl;

/// Options for an article's element and its page.
///
/// Each setter sets one option and returns the options; [`ElementOptions::from_json`] reads them from JSON.
///
/// ```
/// use article_widget::{ElementOptions, Options, Styles, render_element};
/// let options = ElementOptions::new().article(Options::new().heading_level(1)).theme("news").nonce("r4nd0m");
/// assert_eq!(options.styles, Styles::Inline);
/// let element = render_element(br#"{ "headline": "Rain", "body": "It rained." }"#, &options)?;
/// assert!(element.html.contains(r#" theme="news" heading-level="1"><template shadowrootmode="open"><style nonce="r4nd0m">"#));
/// # Ok::<(), article_widget::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ElementOptions {
    /// Options for reading and showing the article. Those that differ from their defaults become attributes of the
    /// element.
    pub article: Options,
    /// The address of the article's JSON, which the page fetches to show the article again; none by default.
    pub src: Option<String>,
    /// `use-credentials` sends cookies to other origins with that request.
    pub crossorigin: Option<String>,
    /// A theme and a colour scheme, with a space between.
    pub theme: Option<String>,
    /// `relative` makes the script show instants of the last week as the time since then.
    pub dates: Option<String>,
    /// `load` makes the script open players, posts and maps in place.
    pub embeds: Option<String>,
    /// Whether the script opens pictures large; false by default.
    pub lightbox: bool,
    /// The address of the folder with the widget's files, such as `/assets/`.
    pub base: Option<String>,
    /// The place of the article's style: a link if `base` is set, otherwise the element.
    pub styles: Styles,
    /// The nonce of the page's content security policy.
    pub nonce: Option<String>,
    /// Whether the element holds the article's JSON, so that the page can show it again without fetching it; false by
    /// default.
    pub inline_article: bool,
    /// The host's own content of the element, as HTML that is written unchanged: it must not come from the article. The
    /// default is a link to the article.
    pub fallback: Option<String>,
    /// Whether the head has a `<link rel="canonical">`; it has none by default.
    pub canonical: Canonical,
    /// Whether the head has the article's facts as JSON-LD; true by default.
    pub json_ld: bool,
}

/// The place of an element's style sheets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Styles {
    /// In the element, as `<style>`.
    #[default]
    Inline,
    /// In files, by a `<link>`; needs [`ElementOptions::base`].
    Link,
    /// Nowhere: the host has its own style.
    None,
}

/// The canonical address of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Canonical {
    /// None.
    #[default]
    None,
    /// The article's own, if it has one.
    OfArticle,
    /// This one.
    At(SafeUrl),
}

impl Default for ElementOptions {
    fn default() -> ElementOptions {
        ElementOptions {
            article: Options::default(),
            src: None,
            crossorigin: None,
            theme: None,
            dates: None,
            embeds: None,
            lightbox: false,
            base: None,
            styles: Styles::Inline,
            nonce: None,
            inline_article: false,
            fallback: None,
            canonical: Canonical::None,
            json_ld: true,
        }
    }
}

impl ElementOptions {
    /// Returns the default options.
    pub fn new() -> ElementOptions {
        ElementOptions::default()
    }

    /// Reads options from a JSON object whose members are the fields in camel case, with those of
    /// [`article`](ElementOptions::article) on the same level. Also returns a warning for each member that is unknown
    /// or has an unusable value.
    ///
    /// # Errors
    ///
    /// The same as for [`Options::from_json`].
    ///
    /// ```
    /// use article_widget::{ElementOptions, Styles};
    /// let (options, warnings) = ElementOptions::from_json(br#"{ "headingLevel": 3, "base": "/assets", "styles": "no" }"#)?;
    /// assert_eq!((options.article.heading_level, options.styles), (3, Styles::Link));
    /// assert_eq!(warnings[0].path, "/styles");
    /// # Ok::<(), article_widget::Error>(())
    /// ```
    pub fn from_json(json: &[u8]) -> Result<(ElementOptions, Vec<Warning>), Error> {
        let tree = crate::json::parse(json)?;
        let mut warnings = Warnings::default();
        let mut options = ElementOptions::default();
        let members = || tree.members().iter().filter(|(_, value)| !value.is_null());
        // `base` also sets `styles`, so it is read first.
        for is_base in [true, false] {
            for (name, value) in members().filter(|(name, _)| (name.as_ref() == "base") == is_base) {
                if options.set(name, value).is_none() {
                    let message = "unknown option, or not a value for it";
                    warnings.warn_member(WarningCode::InvalidOption, &tree, name, &[message]);
                }
            }
        }
        Ok((options, warnings.resolve(&tree)))
    }

    /// Sets the option of this name; `None` if there is none or the value does not fit.
    fn set(&mut self, name: &str, value: &Value) -> Option<()> {
        match name {
            "lightbox" => self.lightbox = value.as_bool()?,
            "inlineArticle" => self.inline_article = value.as_bool()?,
            "jsonLd" => self.json_ld = value.as_bool()?,
            "canonical" => {
                self.canonical = match value.as_bool() {
                    Some(true) => Canonical::OfArticle,
                    Some(false) => Canonical::None,
                    None => Canonical::At(read_base(value.as_str()?)?),
                }
            }
            "src" => self.src = Some(text(value)?),
            "crossorigin" => self.crossorigin = Some(text(value)?),
            "theme" => self.theme = Some(text(value)?),
            "dates" => self.dates = Some(text(value)?),
            "embeds" => self.embeds = Some(text(value)?),
            "nonce" => self.nonce = Some(text(value)?),
            "fallback" => self.fallback = Some(text(value)?),
            "base" => {
                self.base = Some(text(value)?);
                self.styles = Styles::Link;
            }
            "styles" => {
                self.styles = match value.as_str()? {
                    "inline" => Styles::Inline,
                    "link" => Styles::Link,
                    "none" => Styles::None,
                    _ => return None,
                }
            }
            _ => return self.article.set(name, value),
        }
        Some(())
    }

    /// Sets [`article`](ElementOptions::article).
    #[must_use]
    pub fn article(mut self, options: Options) -> ElementOptions {
        self.article = options;
        self
    }

    /// Sets [`src`](ElementOptions::src).
    #[must_use]
    pub fn src(mut self, address: impl Into<String>) -> ElementOptions {
        self.src = Some(address.into());
        self
    }

    /// Sets [`crossorigin`](ElementOptions::crossorigin).
    #[must_use]
    pub fn crossorigin(mut self, mode: impl Into<String>) -> ElementOptions {
        self.crossorigin = Some(mode.into());
        self
    }

    /// Sets [`theme`](ElementOptions::theme).
    #[must_use]
    pub fn theme(mut self, names: impl Into<String>) -> ElementOptions {
        self.theme = Some(names.into());
        self
    }

    /// Sets [`dates`](ElementOptions::dates).
    #[must_use]
    pub fn dates(mut self, how: impl Into<String>) -> ElementOptions {
        self.dates = Some(how.into());
        self
    }

    /// Sets [`embeds`](ElementOptions::embeds).
    #[must_use]
    pub fn embeds(mut self, how: impl Into<String>) -> ElementOptions {
        self.embeds = Some(how.into());
        self
    }

    /// Sets [`lightbox`](ElementOptions::lightbox).
    #[must_use]
    pub fn lightbox(mut self, opens: bool) -> ElementOptions {
        self.lightbox = opens;
        self
    }

    /// Sets [`base`](ElementOptions::base), and [`styles`](ElementOptions::styles) to [`Styles::Link`].
    #[must_use]
    pub fn base(mut self, folder: impl Into<String>) -> ElementOptions {
        self.base = Some(folder.into());
        self.styles = Styles::Link;
        self
    }

    /// Sets [`styles`](ElementOptions::styles).
    #[must_use]
    pub fn styles(mut self, styles: Styles) -> ElementOptions {
        self.styles = styles;
        self
    }

    /// Sets [`nonce`](ElementOptions::nonce).
    #[must_use]
    pub fn nonce(mut self, nonce: impl Into<String>) -> ElementOptions {
        self.nonce = Some(nonce.into());
        self
    }

    /// Sets [`inline_article`](ElementOptions::inline_article).
    #[must_use]
    pub fn inline_article(mut self, stands: bool) -> ElementOptions {
        self.inline_article = stands;
        self
    }

    /// Sets [`fallback`](ElementOptions::fallback).
    #[must_use]
    pub fn fallback(mut self, html: impl Into<String>) -> ElementOptions {
        self.fallback = Some(html.into());
        self
    }

    /// Sets [`canonical`](ElementOptions::canonical).
    #[must_use]
    pub fn canonical(mut self, canonical: Canonical) -> ElementOptions {
        self.canonical = canonical;
        self
    }

    /// Sets [`json_ld`](ElementOptions::json_ld).
    #[must_use]
    pub fn json_ld(mut self, written: bool) -> ElementOptions {
        self.json_ld = written;
        self
    }
}

/// Returns the text of a string.
fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}
