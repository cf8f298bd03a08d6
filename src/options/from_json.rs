//! Reads options from JSON, or from the attributes of an element one by one.

#[cfg(feature = "html")]
use super::is_template;
use super::{Options, Parts, RelatedLook, Zone, check_prefix};
use crate::error::Error;
#[cfg(not(feature = "html"))]
use crate::error::Needed;
use crate::json::Value;
use crate::report::{Warning, WarningCode, Warnings};
use crate::text::ascii;
use crate::text::lang::{Dir, Lang};
use crate::url::{Purpose, SafeUrl};

impl Options {
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
            "headingLevel" => self.heading_level = read_integer(value, 6)? as u8,
            "parts" => self.parts = Parts::read(value)?,
            "dataImages" => self.data_images = value.as_bool()?,
            // Not for pages: they make nodes.
            #[cfg(any(not(feature = "bundle"), feature = "server"))]
            "plain" => self.plain = value.as_bool()?,
            // Options that only pages use.
            #[cfg(any(not(feature = "bundle"), feature = "server"))]
            "theme" | "dates" | "embeds" | "lightbox" => {}
            "labels" => self.labels = read_labels(value)?,
            #[cfg(feature = "html")]
            "images" => {
                self.images = read_labels(value).filter(|all| all.iter().all(|(_, template)| is_template(template)))?
            }
            "maxBytes" => self.max_bytes = read_integer(value, 1 << 31)? as usize,
            "maxNodes" => self.max_nodes = read_integer(value, 1 << 31)? as usize,
            "maxOutput" => self.max_output = read_integer(value, 1 << 31)? as usize,
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
            "baseUrl" => self.base_url = Some(read_base(text)?),
            "sourceUrl" => self.source_url = Some(read_base(text)?),
            "related" => self.related = RelatedLook::parse(text)?,
            "idPrefix" => self.id_prefix = check_prefix(text)?.to_owned(),
            _ => return None,
        }
        Some(())
    }
}

/// Reads an integer of at least 1, given as a number or, from an attribute, as text.
fn read_integer(value: &Value, most: i64) -> Option<i64> {
    let number = value.as_int().or_else(|| ascii::integer(value.as_str()?.trim()))?;
    (1..=most).contains(&number).then_some(number)
}

/// Reads the base of relative URLs.
pub(crate) fn read_base(text: &str) -> Option<SafeUrl> {
    SafeUrl::new(text, Purpose::Media, None).ok()
}

/// Reads texts by name.
fn read_labels(value: &Value) -> Option<Vec<(String, String)>> {
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
    use crate::options::Part;

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
