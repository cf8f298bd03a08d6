//! The names of pieces of content: the name of a piece gives its kind, and some of its fields are not content.

use crate::json::Value;
use crate::read::formats::editors::engine::kind::{Kind, kind_of_name};
use crate::text::keys::Keys;

/// Words in the names of pieces, and the kinds of these pieces.
pub(super) const WORDS: &[(&str, Kind)] = &[
    ("quote blockquote quotation testimonial pullquote", Kind::Quote),
    ("gallery slider slideshow carousel images", Kind::Gallery),
    ("callout alert notice warning info tip hint admonition", Kind::Callout),
    ("video youtube vimeo", Kind::Video),
    ("embed oembed tweet iframe social", Kind::Embed),
    ("audio podcast", Kind::Audio),
    ("image picture photo figure media", Kind::Image),
    ("code snippet", Kind::Code),
    ("button cta action", Kind::Button),
    ("divider separator rule", Kind::Divider),
    ("file download attachment document", Kind::File),
    ("html raw", Kind::Html),
    ("markdown", Kind::Markdown),
    ("accordion toggle collapsible faq", Kind::Details),
    ("heading subheading headline title header", Kind::Heading),
    ("text paragraph prose rich richtext content body wysiwyg copy", Kind::Paragraph),
];

/// Members with the name of a piece.
pub(super) const NAMES: &str =
    "__component blockType slice_type component _type type __typename _content_type_uid kind layout acf_fc_layout";

/// Fields about a piece that are not content.
pub(super) const ABOUT: &str = "id _id _uid uid uuid key _key documentId sys slug locale lang language createdAt updatedAt publishedAt \
    created_at updated_at published_at _createdAt _updatedAt style styles class className anchor theme color background \
    backgroundColor textColor layout align alignment textAlign position order sort size variant variation version \
    slice_label target rel mime mimeType contentType ext hash provider format formats template blockName collection \
    __component blockType slice_type component _type type __typename _content_type_uid kind acf_fc_layout alt language \
    link_type width height dimensions display float cardWidth imageWidth image_width columns";

/// Fields that are text even if it is one word.
pub(super) const TEXTS: &str = "title heading headline subheading subtitle name label intro lead text summary description excerpt quote \
    attribution author caption credit value message content body html markdown question answer footer cite source code";

/// Returns the kind of a piece by its name: the last part of `shared.rich-text`, or one of its words.
pub(in crate::read) fn kind_of(name: &str) -> Kind {
    let name = name.rsplit('.').next().unwrap_or(name);
    let name = name.strip_suffix("Record").unwrap_or(name);
    let kind = match kind_of_name(name) {
        // Each item of an accordion opens by itself; the content of a figure is its picture.
        Kind::Accordion => Kind::Details,
        Kind::Figure => Kind::Image,
        Kind::Caption => Kind::Group,
        // A call to action.
        Kind::Header if !name.contains("eader") => Kind::Button,
        kind => kind,
    };
    if !matches!(kind, Kind::Unknown | Kind::Styled | Kind::Link | Kind::Text | Kind::Label | Kind::Group) {
        return kind;
    }
    let mut words = String::new();
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() || c.is_ascii_uppercase() {
            words.push(' ');
        }
        words.push(c.to_ascii_lowercase());
    }
    let is = |list: &str| words.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| Keys(list).has(word));
    let other = if kind == Kind::Group { kind } else { Kind::Unknown };
    WORDS.iter().find(|(list, _)| is(list)).map_or(other, |(_, kind)| *kind)
}

/// Returns the name of a piece's kind, if it has one.
pub(in crate::read) fn name_of<'t>(piece: &'t Value<'t>) -> Option<&'t str> {
    Keys(NAMES).find_map(|name| piece.str(name))
}
