//! Layouts of blocks, by the names that editors give them.

use crate::json::Value;
#[cfg(feature = "html")]
use crate::model::Block;
use crate::model::Layout;
use crate::read::Context;
#[cfg(feature = "html")]
use crate::text::keys::Keys;

/// The most columns of a grid of pictures.
pub(in crate::read) const MAX_COLUMNS: i64 = 6;

/// Reads the layout of a block in our own format.
pub(in crate::read) fn read_layout(value: &Value, cx: &mut Context) -> Layout {
    let named = cx.choice_of(value, "layout", Layout::NAMES).and_then(|layout| Layout::ALL.get(layout));
    named.copied().unwrap_or_default()
}

/// The editors' names of the layouts, in lower-case letters and digits. A side means that text is beside the block.
#[cfg(feature = "html")]
const NAMES: [(&str, Layout); 5] = [
    (
        "inline normal regular default center centre centered none column standard block body original constrained",
        Layout::Inline,
    ),
    (
        "wide wider extrawide widewidth breakout outset outsetcenter outsetrow popout showcase large xlarge extralarge",
        Layout::Wide,
    ),
    (
        "full fullwidth fullbleed bleed fullscreen fullpage immersive edgetoedge fillwidth stretch stretched fullview",
        Layout::Full,
    ),
    (
        "half halfwidth left right start end supporting side sidebar inset insetleft insetright outsetleft outsetright",
        Layout::Half,
    ),
    ("thumbnail thumb", Layout::Thumbnail),
];

/// Prefixes of such names in classes and values, in the same spelling.
#[cfg(feature = "html")]
const PREFIXES: &str = "imagestyle image img align kgwidth width float pull element figure media";

/// Prefixes of classes that name a layout; other classes must match one of `WHOLE` as a whole.
#[cfg(feature = "html")]
const CLASSES: &str = "align kg-width- image-style- float- pull- element--";
#[cfg(feature = "html")]
const WHOLE: &str = "wide full-width fullwidth full-bleed fullbleed half-width halfwidth immersive showcase fullscreen";

/// The widest picture, in pixels, that is a thumbnail when text is beside it.
#[cfg(feature = "html")]
const SMALL: u32 = 200;

/// Returns the layout that a word of an editor names, in any spelling.
#[cfg(feature = "html")]
pub(in crate::read) fn find_layout(name: &str) -> Option<Layout> {
    // No name is longer, including prefixes and suffixes.
    if name.len() > 40 {
        return None;
    }
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let mut name = name.strip_suffix("aligned").unwrap_or(&name);
    for _ in 0..3 {
        if let Some((_, layout)) = NAMES.iter().find(|(names, _)| Keys(names).has(name)) {
            return Some(*layout);
        }
        name = Keys(PREFIXES).find_map(|prefix| name.strip_prefix(prefix))?;
    }
    None
}

/// Returns the layout of the first class that names one.
#[cfg(feature = "html")]
pub(in crate::read) fn find_class(class: &str) -> Option<Layout> {
    class.split_ascii_whitespace().find_map(|word| {
        let named = Keys(CLASSES).any(|start| word.starts_with(start)) || Keys(WHOLE).has(word);
        find_layout(word).filter(|layout| named && *layout != Layout::Inline)
    })
}

/// Returns the layout of a picture by the class of its box, if that is about the picture: the half of WordPress' block of
/// media and text, and a cover behind its text.
#[cfg(feature = "html")]
pub(in crate::read) fn find_class_of_picture(class: &str) -> Option<Layout> {
    if class.contains("wp-block-media-text__media") {
        return Some(Layout::Half);
    }
    class.contains("wp-block-cover").then(|| find_class(class))?
}

/// Returns the number of columns that the classes name, as in WordPress.
#[cfg(feature = "html")]
pub(in crate::read) fn find_columns(class: &str) -> Option<u8> {
    let number = class.split_ascii_whitespace().find_map(|word| {
        let digits = word.strip_prefix("gallery-").unwrap_or(word).strip_prefix("columns-")?;
        crate::text::ascii::integer(digits)
    });
    // Galleries of WordPress and Ghost have three by default.
    let usual = || class.contains("wp-block-gallery") || class.contains("kg-gallery");
    number.filter(|columns| *columns > 0).or_else(|| usual().then_some(3)).map(|columns| columns.min(MAX_COLUMNS) as u8)
}

/// Sets the layout of the only block that an element produced, unless the block has one.
#[cfg(feature = "html")]
pub(in crate::read) fn lay_out(blocks: &mut [Block], layout: Option<Layout>) {
    let ([block], Some(layout)) = (blocks, layout) else { return };
    let layout = match (&*block, layout) {
        (Block::Figure(figure), Layout::Half) if figure.image.size.is_some_and(|(width, _)| width <= SMALL) => {
            Layout::Thumbnail
        }
        // The side of a table only matters when the table is narrow.
        (Block::Table(_), Layout::Half | Layout::Thumbnail) => return,
        _ => layout,
    };
    if let Some(place) = block.layout_mut().filter(|place| **place == Layout::Inline) {
        *place = layout;
    }
}

/// The members that name a layout.
#[cfg(feature = "editors")]
pub(in crate::read) const MEMBERS: &str = "layout cardWidth card_width display size imageSize variant width imageWidth image_width align alignment position float";
#[cfg(feature = "editors")]
pub(in crate::read) const WIDTHS: &str = "layout cardWidth card_width display size width";

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;

    #[test]
    fn layouts_have_many_names() {
        for (name, layout) in [
            ("wide", Some(Layout::Wide)),
            ("Full Width", Some(Layout::Full)),
            ("full-bleed", Some(Layout::Full)),
            ("alignLeft", Some(Layout::Half)),
            ("left-aligned", Some(Layout::Half)),
            ("image-style-align-right", Some(Layout::Half)),
            ("halfWidth", Some(Layout::Half)),
            ("kg-width-wide", Some(Layout::Wide)),
            ("element--supporting", Some(Layout::Half)),
            ("center", Some(Layout::Inline)),
            ("thumbnail", Some(Layout::Thumbnail)),
            ("align-items-center", None),
            ("640", None),
            ("", None),
            ("alignalignalignalignleft", None),
        ] {
            assert_eq!(find_layout(name), layout, "{name}");
        }
    }

    #[test]
    fn classes_name_layouts_by_whole_words() {
        for (class, layout) in [
            ("wp-block-image alignwide size-full", Some(Layout::Wide)),
            ("alignleft size-thumbnail", Some(Layout::Half)),
            ("aligncenter", None),
            ("size-full left", None),
            ("kg-card kg-image-card kg-width-full", Some(Layout::Full)),
            ("element element-image element--thumbnail", Some(Layout::Thumbnail)),
            ("widescreen-wide-screen", None),
        ] {
            assert_eq!(find_class(class), layout, "{class}");
        }
        for (class, layout) in [
            ("wp-block-media-text__media", Some(Layout::Half)),
            ("wp-block-cover alignwide has-parallax", Some(Layout::Wide)),
            ("wp-block-cover", None),
            ("wp-block-group alignwide", None),
        ] {
            assert_eq!(find_class_of_picture(class), layout, "{class}");
        }
        for (class, columns) in [
            ("wp-block-gallery has-nested-images columns-default", Some(3)),
            ("wp-block-gallery columns-2 is-cropped", Some(2)),
            ("gallery galleryid-7 gallery-columns-4", Some(4)),
            ("wp-block-gallery columns-9", Some(6)),
            ("gallery columns-0", None),
            ("gallery", None),
        ] {
            assert_eq!(find_columns(class), columns, "{class}");
        }
    }
}
