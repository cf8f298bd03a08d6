//! The host's options.

mod from_json;
mod look;
mod parts;
mod zone;

use crate::renditions::find_widths;
use crate::text::ascii;
use crate::text::lang::{Dir, Lang};
use crate::url::{MAX_URL, SafeUrl};
pub(crate) use from_json::read_base;
pub use look::RelatedLook;
pub use parts::{Part, Parts};
pub use zone::Zone;

/// Options for reading and showing an article.
///
/// Each setter sets one option and returns the options; [`Options::from_json`] reads them from JSON.
///
/// ```
/// use article_widget::{Options, Part, Parts, RelatedLook, render_html};
/// let options = Options::new().heading_level(1).parts(Parts::of(&[Part::Header, Part::Body])).related(RelatedLook::Cards);
/// let rendered = render_html(br#"{ "headline": "Rain", "body": "It rained." }"#, &options)?;
/// assert!(rendered.html.contains("<h1"));
/// # Ok::<(), article_widget::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// The format of the input, by its name as in [`Report::format`](crate::Report::format). By default it is
    /// recognised.
    pub format: Option<String>,
    /// The article to show out of several: its index, counted from 0, or its id. The default is the first.
    pub select: Option<String>,
    /// The language of an article that does not name one.
    pub lang: Option<Lang>,
    /// The language of the page, used for labels that are not translated into the article's language.
    pub host_lang: Option<Lang>,
    /// The direction of the article. The default is the article's own, otherwise that of its language, otherwise that
    /// of its text.
    pub dir: Option<Dir>,
    /// The level of the headline, 1 to 6; 2 by default. Headings in the body follow below it.
    pub heading_level: u8,
    /// The time zone of the dates. By default they are shown as written.
    pub time_zone: Option<Zone>,
    /// The URL against which relative URLs are resolved. The default is the article's own URL.
    pub base_url: Option<SafeUrl>,
    /// The URL that the article was fetched from, against which relative URLs are resolved if neither `base_url` nor
    /// the article gives a base; none by default.
    pub source_url: Option<SafeUrl>,
    /// The parts to show; all by default.
    pub parts: Parts,
    /// The look of the related links; a list by default.
    pub related: RelatedLook,
    /// Whether `data:` URLs of PNG, JPEG, GIF, WebP and AVIF are shown as pictures, up to
    /// [`MAX_DATA_URL`](crate::MAX_DATA_URL) bytes each; false by default.
    pub data_images: bool,
    /// How to ask the host's own servers for pictures in other widths: pairs of an address prefix and a template. A
    /// template contains `{width}`, and `{path}` for the rest of the address or `{url}` for the whole address, encoded.
    /// It can list all available widths, `{width:640,1080,1920}`. None by default. For the feature `html`.
    pub images: Vec<(String, String)>,
    /// The prefix of ids in the output: ASCII letters, digits, `-` and `_`, a letter first, at most 64; `article` by
    /// default. Two articles in one document need different prefixes, unless each is in a shadow root.
    pub id_prefix: String,
    /// Labels that replace the built-in ones: pairs of a label's name and its text.
    pub labels: Vec<(String, String)>,
    /// The most bytes of input; 4 MiB by default. More is an error.
    pub max_bytes: usize,
    /// The most nodes of output, elements and texts together; 20,000 by default. The article is cut off there, with a
    /// warning.
    pub max_nodes: usize,
    /// The most bytes of output, as HTML; 16 MiB by default. The article is cut off there, with a warning.
    pub max_output: usize,
    /// Whether the HTML is for feeds and mail: without `part`, `id` and `tabindex`, and without links to places in the
    /// article; false by default. Other sinks than HTML ignore it.
    pub plain: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            format: None,
            select: None,
            lang: None,
            host_lang: None,
            dir: None,
            heading_level: 2,
            time_zone: None,
            base_url: None,
            source_url: None,
            parts: Parts::ALL,
            related: RelatedLook::List,
            data_images: false,
            images: Vec::new(),
            id_prefix: "article".to_owned(),
            labels: Vec::new(),
            max_bytes: 4 << 20,
            max_nodes: 20_000,
            max_output: 16 << 20,
            plain: false,
        }
    }
}

impl Options {
    /// Returns the default options.
    pub fn new() -> Options {
        Options::default()
    }

    /// Sets [`format`](Options::format).
    #[must_use]
    pub fn format(mut self, name: impl Into<String>) -> Options {
        self.format = Some(name.into());
        self
    }

    /// Sets [`select`](Options::select).
    #[must_use]
    pub fn select(mut self, index_or_id: impl Into<String>) -> Options {
        self.select = Some(index_or_id.into());
        self
    }

    /// Sets [`lang`](Options::lang).
    #[must_use]
    pub fn lang(mut self, lang: Lang) -> Options {
        self.lang = Some(lang);
        self
    }

    /// Sets [`host_lang`](Options::host_lang).
    #[must_use]
    pub fn host_lang(mut self, lang: Lang) -> Options {
        self.host_lang = Some(lang);
        self
    }

    /// Sets [`dir`](Options::dir).
    #[must_use]
    pub fn dir(mut self, dir: Dir) -> Options {
        self.dir = Some(dir);
        self
    }

    /// Sets [`heading_level`](Options::heading_level); other numbers become the nearest level from 1 to 6.
    #[must_use]
    pub fn heading_level(mut self, level: u8) -> Options {
        self.heading_level = level.clamp(1, 6);
        self
    }

    /// Sets [`time_zone`](Options::time_zone).
    #[must_use]
    pub fn time_zone(mut self, zone: Zone) -> Options {
        self.time_zone = Some(zone);
        self
    }

    /// Sets [`base_url`](Options::base_url).
    #[must_use]
    pub fn base_url(mut self, url: SafeUrl) -> Options {
        self.base_url = Some(url);
        self
    }

    /// Sets [`source_url`](Options::source_url).
    #[must_use]
    pub fn source_url(mut self, url: SafeUrl) -> Options {
        self.source_url = Some(url);
        self
    }

    /// Sets [`parts`](Options::parts).
    #[must_use]
    pub fn parts(mut self, parts: Parts) -> Options {
        self.parts = parts;
        self
    }

    /// Sets [`related`](Options::related).
    #[must_use]
    pub fn related(mut self, look: RelatedLook) -> Options {
        self.related = look;
        self
    }

    /// Sets [`data_images`](Options::data_images).
    #[must_use]
    pub fn data_images(mut self, allowed: bool) -> Options {
        self.data_images = allowed;
        self
    }

    /// Adds to [`images`](Options::images); a template without a placeholder for the width is ignored.
    #[must_use]
    pub fn images(mut self, prefix: impl Into<String>, template: impl Into<String>) -> Options {
        let template = template.into();
        if is_template(&template) {
            self.images.push((prefix.into(), template));
        }
        self
    }

    /// Sets [`id_prefix`](Options::id_prefix); a prefix with other characters is ignored.
    #[must_use]
    pub fn id_prefix(mut self, text: &str) -> Options {
        if let Some(prefix) = check_prefix(text) {
            self.id_prefix = prefix.to_owned();
        }
        self
    }

    /// Replaces a built-in label. Adds to [`labels`](Options::labels).
    #[must_use]
    pub fn label(mut self, name: impl Into<String>, text: impl Into<String>) -> Options {
        self.labels.push((name.into(), text.into()));
        self
    }

    /// Sets [`max_bytes`](Options::max_bytes).
    #[must_use]
    pub fn max_bytes(mut self, bytes: usize) -> Options {
        self.max_bytes = bytes;
        self
    }

    /// Sets [`max_nodes`](Options::max_nodes).
    #[must_use]
    pub fn max_nodes(mut self, nodes: usize) -> Options {
        self.max_nodes = nodes;
        self
    }

    /// Sets [`max_output`](Options::max_output).
    #[must_use]
    pub fn max_output(mut self, bytes: usize) -> Options {
        self.max_output = bytes;
        self
    }

    /// Sets [`plain`](Options::plain).
    #[must_use]
    pub fn plain(mut self, plain: bool) -> Options {
        self.plain = plain;
        self
    }
}

/// Checks the prefix of ids.
fn check_prefix(text: &str) -> Option<&str> {
    let fits = text.as_bytes().first()?.is_ascii_alphabetic()
        && ascii::all(text, |c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_'));
    (fits && text.len() <= 64).then_some(text)
}

/// Returns whether a text is a template for pictures: it has a placeholder for the width, and is not longer than an
/// address.
fn is_template(text: &str) -> bool {
    text.len() <= MAX_URL && find_widths(text).is_some()
}
