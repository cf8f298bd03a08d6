//! The host's options.

use crate::error::Error;
#[cfg(not(feature = "html"))]
use crate::error::Needed;
use crate::json::Value;
use crate::model::parse_offset;
use crate::renditions::find_widths;
use crate::report::{Warning, WarningCode, Warnings};
use crate::text::ascii;
use crate::text::keys::Keys;
use crate::text::lang::{Dir, Lang};
use crate::url::{MAX_URL, Purpose, SafeUrl};

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

/// The time zone in which instants are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Minutes ahead of UTC.
    Offset(i16),
    /// A name of the IANA time zone database, such as `Asia/Shanghai`.
    Named(String),
}

impl Zone {
    /// Reads an offset such as `+08:00` or `UTC`, or the name of an IANA zone; `None` for any other text.
    pub fn parse(text: &str) -> Option<Zone> {
        let text = text.trim();
        if let Some(offset) = parse_offset(text) {
            return Some(Zone::Offset(offset));
        }
        let named = ascii::split_once(text, b'/').is_some()
            && ascii::all(text, |c| c.is_ascii_alphanumeric() || matches!(c, b'/' | b'_' | b'-' | b'+'));
        (named && text.len() < 64).then(|| Zone::Named(text.to_owned()))
    }
}

/// The look of related links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RelatedLook {
    /// A list of headlines, with small pictures.
    #[default]
    List,
    /// Cards with pictures, side by side.
    Cards,
    /// Only headlines, close together.
    Compact,
    /// Cards in a strip that scrolls.
    Carousel,
}

/// The looks in the order of their names.
const LOOKS: [RelatedLook; 4] = [RelatedLook::List, RelatedLook::Cards, RelatedLook::Compact, RelatedLook::Carousel];

/// The names of the looks.
const LOOK_NAMES: &str = "list cards compact carousel";

impl RelatedLook {
    /// Returns the look's name.
    pub(crate) fn name(self) -> &'static str {
        ascii::nth_part(LOOK_NAMES, self as usize, b' ')
    }
}

/// A set of the parts of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts(u8);

/// A part of an article that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The breadcrumb.
    Breadcrumb = 1,
    /// Kicker, headline, standfirst and metadata line.
    Header = 2,
    /// The lead picture.
    Image = 4,
    /// The text.
    Body = 8,
    /// The keywords.
    Keywords = 16,
    /// The related links.
    Related = 32,
    /// The reading time in the metadata line, unless it is below two minutes.
    ReadingTime = 64,
}

/// The names of the parts, in the order of their bits.
const PARTS: &str = "breadcrumb header image body keywords related reading-time";

impl Parts {
    /// Every part.
    pub const ALL: Parts = Parts(127);

    /// Returns the set of these parts.
    pub fn of(parts: &[Part]) -> Parts {
        Parts(parts.iter().fold(0, |set, part| set | *part as u8))
    }

    /// Returns the names of the parts, separated by spaces.
    pub(crate) fn names(self) -> String {
        let names = Keys(PARTS).enumerate().filter(|(bit, _)| self.0 >> bit & 1 != 0);
        names.map(|(_, name)| name).collect::<Vec<_>>().join(" ")
    }

    /// Returns whether a part is shown.
    pub fn has(self, part: Part) -> bool {
        self.0 & part as u8 != 0
    }
}

impl Options {
    /// Returns the default options.
    pub fn new() -> Options {
        Options::default()
    }

    /// Reads options from a JSON object whose members are the fields in camel case (`headingLevel`). Also returns a
    /// warning, with a path, for each member that is unknown or has an unusable value.
    ///
    /// # Errors
    ///
    /// The bytes are not JSON: [`ErrorCode::InvalidJson`](crate::ErrorCode::InvalidJson) or
    /// [`ErrorCode::InvalidEncoding`](crate::ErrorCode::InvalidEncoding). An option needs a feature that this build of
    /// the crate omits: [`ErrorCode::MissingFeature`](crate::ErrorCode::MissingFeature).
    ///
    /// ```
    /// use article_widget::Options;
    /// let (options, warnings) = Options::from_json(br#"{ "headingLevel": 3, "related": "rows" }"#)?;
    /// assert_eq!(options.heading_level, 3);
    /// assert_eq!(warnings[0].path, "/related");
    /// # Ok::<(), article_widget::Error>(())
    /// ```
    pub fn from_json(json: &[u8]) -> Result<(Options, Vec<Warning>), Error> {
        let tree = crate::json::parse(json)?;
        #[cfg(not(feature = "html"))]
        if tree.get("images").is_some() {
            return Err(Error::needed(Needed::HTML));
        }
        let mut warnings = Warnings::default();
        let options = Options::read(&tree, &mut warnings);
        Ok((options, warnings.resolve(&tree)))
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
        if let Some(prefix) = prefix(text) {
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

    /// Reads options from the members of an object; an unknown member or an unusable value becomes a warning.
    pub(crate) fn read(tree: &Value, warnings: &mut Warnings) -> Options {
        let mut options = Options::default();
        for (name, value) in tree.members() {
            if !value.is_null() && options.set(name, value).is_none() {
                warnings.warn_member(
                    WarningCode::InvalidOption,
                    tree,
                    name,
                    &["unknown option, or not a value for it"],
                );
            }
        }
        options
    }

    /// Sets the option of this name; `None` if there is none or the value does not fit.
    pub(crate) fn set(&mut self, name: &str, value: &Value) -> Option<()> {
        match name {
            "select" => {
                self.select = Some(match value {
                    Value::String(id) => id.as_ref().to_owned(),
                    other => other.as_number()?.to_text(),
                })
            }
            "headingLevel" => self.heading_level = integer(value, 6)? as u8,
            "parts" => self.parts = parts(value)?,
            "dataImages" => self.data_images = value.as_bool()?,
            // Not for pages: they make nodes.
            #[cfg(any(not(feature = "bundle"), feature = "server"))]
            "plain" => self.plain = value.as_bool()?,
            // Options that only pages use.
            #[cfg(any(not(feature = "bundle"), feature = "server"))]
            "theme" | "dates" | "embeds" | "lightbox" => {}
            "labels" => self.labels = labels(value)?,
            #[cfg(feature = "html")]
            "images" => {
                self.images = labels(value).filter(|all| all.iter().all(|(_, template)| is_template(template)))?
            }
            "maxBytes" => self.max_bytes = integer(value, 1 << 31)? as usize,
            "maxNodes" => self.max_nodes = integer(value, 1 << 31)? as usize,
            "maxOutput" => self.max_output = integer(value, 1 << 31)? as usize,
            _ => return self.set_text(name, value.as_str()?),
        }
        Some(())
    }

    /// Sets an option whose value is text.
    fn set_text(&mut self, name: &str, text: &str) -> Option<()> {
        match name {
            // This is not a format: it tells pages which module to fetch.
            "format" if text == "html" => {}
            "format" => self.format = Some(text.to_owned()),
            "lang" => self.lang = Some(Lang::parse(text)?),
            "hostLang" => self.host_lang = Some(Lang::parse(text)?),
            "dir" => self.dir = Some(Dir::parse(text)?),
            "timeZone" => self.time_zone = Some(Zone::parse(text)?),
            "baseUrl" => self.base_url = Some(base(text)?),
            "sourceUrl" => self.source_url = Some(base(text)?),
            "related" => self.related = *LOOKS.get(Keys(LOOK_NAMES).index_of(text)?)?,
            "idPrefix" => self.id_prefix = prefix(text)?.to_owned(),
            _ => return None,
        }
        Some(())
    }
}

/// Reads an integer of at least 1, given as a number or, from an attribute, as text.
fn integer(value: &Value, most: i64) -> Option<i64> {
    let number = value.as_int().or_else(|| ascii::integer(value.as_str()?.trim()))?;
    (1..=most).contains(&number).then_some(number)
}

/// Reads the base of relative URLs.
pub(crate) fn base(text: &str) -> Option<SafeUrl> {
    SafeUrl::new(text, Purpose::Media, None).ok()
}

/// Reads a list of parts, or their names separated by spaces.
fn parts(value: &Value) -> Option<Parts> {
    let mut set = 0;
    for names in value.one_or_many() {
        let mut rest = names.as_str()?;
        while !rest.is_empty() {
            let (name, tail) = ascii::cut(rest, b" \t\r\n");
            rest = tail.get(1..).unwrap_or("");
            if !name.is_empty() {
                set |= 1 << Keys(PARTS).index_of(name)?;
            }
        }
    }
    Some(Parts(set))
}

/// Checks the prefix of ids.
fn prefix(text: &str) -> Option<&str> {
    let fits = text.as_bytes().first()?.is_ascii_alphabetic()
        && ascii::all(text, |c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_'));
    (fits && text.len() <= 64).then_some(text)
}

/// Returns whether a text is a template for pictures: it has a placeholder for the width, and is not longer than an
/// address.
fn is_template(text: &str) -> bool {
    text.len() <= MAX_URL && find_widths(text).is_some()
}

/// Reads texts by name.
fn labels(value: &Value) -> Option<Vec<(String, String)>> {
    let Value::Object(members) = value else { return None };
    let mut labels = Vec::new();
    for (name, text) in members {
        labels.push((name.as_ref().to_owned(), text.as_str()?.to_owned()));
    }
    Some(labels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_and_mistakes_are_named() {
        let json =
            br#"{"headingLevel":"3","parts":"body related","timeZone":"+08:00","headinglevel":1,"dir":"up","lang":null,
            "idPrefix":"1x","labels":{"published":"Out {}"},"images":{"https://e.org/":"https://e.org/{path}"}}"#;
        let tree = crate::json::parse(json).expect("parses");
        let mut warnings = Warnings::default();
        let options = Options::read(&tree, &mut warnings);
        assert_eq!(options.heading_level, 3);
        assert_eq!(options.parts, Parts::of(&[Part::Body, Part::Related]));
        assert_eq!(options.time_zone, Some(Zone::Offset(480)));
        assert_eq!(options.labels, [("published".to_owned(), "Out {}".to_owned())]);
        let paths: Vec<_> = warnings.resolve(&tree).into_iter().map(|warning| warning.path).collect();
        assert_eq!(paths, ["/headinglevel", "/dir", "/idPrefix", "/images"]);
    }
}
