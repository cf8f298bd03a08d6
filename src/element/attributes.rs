//! Writes the options as attributes of the element, so that the page shows another article as the server would.

use super::markup::{Attribute, Markup};
use super::options::ElementOptions;
use crate::options::{Options, Zone};
use crate::output::report_json::string;
use crate::text::ascii::decimal;

/// Writes the attributes of all options that differ from their defaults. The element has none for the page's language
/// and the address of the article: the page itself knows these.
pub(super) fn write_attributes(out: &mut Markup, options: &ElementOptions) {
    let (given, usual) = (&options.article, Options::default());
    let texts = [
        (Attribute::Src, options.src.as_deref()),
        (Attribute::Crossorigin, options.crossorigin.as_deref()),
        (Attribute::Theme, options.theme.as_deref()),
        (Attribute::Format, given.format.as_deref()),
        (Attribute::Select, given.select.as_deref()),
        (Attribute::Lang, given.lang.as_ref().map(|lang| lang.as_str())),
        (Attribute::Dir, given.dir.map(|dir| dir.as_str())),
        (Attribute::BaseUrl, given.base_url.as_ref().map(|url| url.as_str())),
        (Attribute::Related, (given.related != usual.related).then(|| given.related.name())),
        (Attribute::Dates, options.dates.as_deref()),
        (Attribute::Embeds, options.embeds.as_deref()),
        (Attribute::Lightbox, options.lightbox.then_some("")),
        (Attribute::DataImages, given.data_images.then_some("")),
        (Attribute::IdPrefix, Some(given.id_prefix.as_str()).filter(|prefix| *prefix != usual.id_prefix)),
    ];
    for (name, value) in texts {
        if let Some(value) = value {
            out.attribute(name, value);
        }
    }
    let numbers = [
        (Attribute::HeadingLevel, given.heading_level.into(), usual.heading_level.into()),
        (Attribute::MaxBytes, given.max_bytes, usual.max_bytes),
        (Attribute::MaxNodes, given.max_nodes, usual.max_nodes),
        (Attribute::MaxOutput, given.max_output, usual.max_output),
    ];
    for (name, value, usual) in numbers {
        if value != usual {
            out.attribute(name, &decimal(value as u64));
        }
    }
    if let Some(zone) = &given.time_zone {
        out.attribute(Attribute::TimeZone, &zone_text(zone));
    }
    if given.parts != usual.parts {
        out.attribute(Attribute::Parts, &given.parts.names());
    }
    if !given.labels.is_empty() {
        out.attribute(Attribute::Labels, &to_object(&given.labels));
    }
    if !given.images.is_empty() {
        out.attribute(Attribute::Images, &to_object(&given.images));
    }
}

/// Formats a zone as the option is written.
fn zone_text(zone: &Zone) -> String {
    match zone {
        Zone::Named(name) => name.clone(),
        Zone::Offset(minutes) => {
            let sign = if *minutes < 0 { '-' } else { '+' };
            let minutes = minutes.unsigned_abs();
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    }
}

/// Formats pairs of texts as a JSON object.
fn to_object(pairs: &[(String, String)]) -> String {
    let mut out = String::new();
    for (name, text) in pairs {
        out.push(if out.is_empty() { '{' } else { ',' });
        string(&mut out, name);
        out.push(':');
        string(&mut out, text);
    }
    out.push('}');
    out
}
