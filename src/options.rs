//! What a host can choose.

use crate::error::Error;
use crate::json::Value;
use crate::model::parse_offset;
use crate::report::{Warning, WarningCode, Warnings};
use crate::text::ascii;
use crate::text::lang::{Dir, Lang};
use crate::url::{Purpose, SafeUrl};

/// How an article is read and shown. [`Options::default`] is what a host gets that says nothing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// The format of the input (a name as in [`Report::format`](crate::Report::format)), where it is not to be found out.
    pub format: Option<String>,
    /// Which article of a list is shown: its place, counted from 0, or its id. The first without it.
    pub select: Option<String>,
    /// The article's language, where it says none.
    pub lang: Option<Lang>,
    /// The language of the page around it, for labels where there are none in the article's.
    pub host_lang: Option<Lang>,
    /// The article's direction, whatever it says itself.
    pub dir: Option<Dir>,
    /// The level of the headline, 1 to 6; 2 by default.
    pub heading_level: u8,
    /// The zone in which instants are shown; without it they are shown as they are written.
    pub time_zone: Option<Zone>,
    /// What relative URLs are resolved against; the article's own address without it.
    pub base_url: Option<SafeUrl>,
    /// The parts that are shown.
    pub parts: Parts,
    /// How the related links look.
    pub related: RelatedLook,
    /// Whether pictures may be carried inline as `data:` URLs of raster types.
    pub data_images: bool,
    /// What the ids in the output begin with; `article` by default. Two articles in one document need two prefixes,
    /// unless each has a shadow root.
    pub id_prefix: String,
    /// Labels that replace the built-in ones, by name.
    pub labels: Vec<(String, String)>,
    /// The most bytes of input; 4 MiB by default.
    pub max_bytes: usize,
    /// The most nodes of output, elements and texts together; 20,000 by default.
    pub max_nodes: usize,
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
            parts: Parts::ALL,
            related: RelatedLook::List,
            data_images: false,
            id_prefix: "article".to_owned(),
            labels: Vec::new(),
            max_bytes: 4 << 20,
            max_nodes: 20_000,
        }
    }
}

/// A time zone to show instants in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Minutes ahead of UTC.
    Offset(i16),
    /// A name of the IANA time zone database, such as `Asia/Shanghai`.
    Named(String),
}

impl Zone {
    /// Reads an offset such as `+08:00` or `UTC`, or an IANA name.
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

/// How related links look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RelatedLook {
    /// A list of headlines, with small pictures.
    #[default]
    List,
    /// Cards with pictures, side by side.
    Cards,
    /// Headlines alone, close together.
    Compact,
    /// Cards in a strip that scrolls.
    Carousel,
}

/// In the order of their names.
const LOOKS: [RelatedLook; 4] = [RelatedLook::List, RelatedLook::Cards, RelatedLook::Compact, RelatedLook::Carousel];

/// A set of the parts of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts(u8);

/// A part of an article that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The way from the front page.
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
    /// In the metadata line, how long the text takes to read; nothing below two minutes.
    ReadingTime = 64,
}

impl Part {
    fn parse(name: &str) -> Option<Part> {
        Some(match name {
            "breadcrumb" => Part::Breadcrumb,
            "header" => Part::Header,
            "image" => Part::Image,
            "body" => Part::Body,
            "keywords" => Part::Keywords,
            "related" => Part::Related,
            "reading-time" => Part::ReadingTime,
            _ => return None,
        })
    }
}

impl Parts {
    /// Every part.
    pub const ALL: Parts = Parts(127);

    /// Just these parts.
    pub fn of(parts: &[Part]) -> Parts {
        Parts(parts.iter().fold(0, |set, part| set | *part as u8))
    }

    /// Whether a part is shown.
    pub fn has(self, part: Part) -> bool {
        self.0 & part as u8 != 0
    }
}

impl Options {
    /// Reads options from a JSON object with the fields' names in camel case; what it does not understand becomes a
    /// warning.
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

    /// Sets the option of this name; nothing when there is none or the value does not fit.
    fn set(&mut self, name: &str, value: &Value) -> Option<()> {
        match name {
            // It names no format: it tells pages which module to fetch.
            "format" if value.as_str() == Some("html") => {}
            "format" => self.format = Some(value.as_str()?.to_owned()),
            "select" => {
                self.select = Some(match value {
                    Value::String(id) => id.as_ref().to_owned(),
                    other => other.as_number()?.to_text(),
                })
            }
            "lang" => self.lang = Some(Lang::parse(value.as_str()?)?),
            "hostLang" => self.host_lang = Some(Lang::parse(value.as_str()?)?),
            "dir" => self.dir = Some(Dir::parse(value.as_str()?)?),
            "headingLevel" => self.heading_level = integer(value, 1, 6)? as u8,
            "timeZone" => self.time_zone = Some(Zone::parse(value.as_str()?)?),
            "baseUrl" => self.base_url = Some(SafeUrl::new(value.as_str()?, Purpose::Media, None).ok()?),
            "parts" => self.parts = parts(value)?,
            "related" => {
                self.related = *LOOKS.get(ascii::word_index("list cards compact carousel", value.as_str()?)?)?;
            }
            "dataImages" => self.data_images = value.as_bool()?,
            "idPrefix" => self.id_prefix = prefix(value.as_str()?)?.to_owned(),
            "labels" => self.labels = labels(value)?,
            "maxBytes" => self.max_bytes = integer(value, 1, 1 << 31)? as usize,
            "maxNodes" => self.max_nodes = integer(value, 1, 1 << 31)? as usize,
            _ => return None,
        }
        Some(())
    }
}

/// Reads options from a JSON object with the fields' names in camel case, and says which of them were not understood.
///
/// # Errors
///
/// When the bytes are no JSON.
pub fn options_from_json(json: &[u8]) -> Result<(Options, Vec<Warning>), Error> {
    let tree = crate::json::parse(json)?;
    let mut warnings = Warnings::default();
    let options = Options::read(&tree, &mut warnings);
    Ok((options, warnings.resolve(&tree)))
}

/// An integer within its range, given as a number or, from an attribute, as text.
fn integer(value: &Value, least: i64, most: i64) -> Option<i64> {
    let number = value.as_int().or_else(|| ascii::integer(value.as_str()?.trim()))?;
    (least..=most).contains(&number).then_some(number)
}

/// A list of parts, or their names with spaces between them.
fn parts(value: &Value) -> Option<Parts> {
    let mut set = 0;
    for names in value.one_or_many() {
        let mut rest = names.as_str()?;
        while !rest.is_empty() {
            let (name, tail) = ascii::cut(rest, b" \t\r\n");
            rest = tail.get(1..).unwrap_or("");
            if !name.is_empty() {
                set |= Part::parse(name)? as u8;
            }
        }
    }
    Some(Parts(set))
}

/// The beginning of an id.
fn prefix(text: &str) -> Option<&str> {
    let fits = text.as_bytes().first()?.is_ascii_alphabetic()
        && ascii::all(text, |c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_'));
    (fits && text.len() <= 64).then_some(text)
}

/// Labels by name.
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
            "idPrefix":"1x","labels":{"published":"Out {}"}}"#;
        let tree = crate::json::parse(json).expect("parses");
        let mut warnings = Warnings::default();
        let options = Options::read(&tree, &mut warnings);
        assert_eq!(options.heading_level, 3);
        assert_eq!(options.parts, Parts::of(&[Part::Body, Part::Related]));
        assert_eq!(options.time_zone, Some(Zone::Offset(480)));
        assert_eq!(options.labels, [("published".to_owned(), "Out {}".to_owned())]);
        let paths: Vec<_> = warnings.resolve(&tree).into_iter().map(|warning| warning.path).collect();
        assert_eq!(paths, ["/headinglevel", "/dir", "/idPrefix"]);
    }
}
