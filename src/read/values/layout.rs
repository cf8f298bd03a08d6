//! The room that a block takes, by the names that editors give it.

use crate::json::Value;
#[cfg(feature = "html")]
use crate::model::Block;
use crate::model::Layout;
use crate::read::Context;
#[cfg(feature = "html")]
use crate::text::keys::Keys;

/// The most columns of a grid of pictures.
pub(in crate::read) const MAX_COLUMNS: i64 = 6;

/// The layout that a block of our own format names.
pub(in crate::read) fn read_layout(value: &Value, cx: &mut Context) -> Layout {
    let named = cx.choice_of(value, "layout", Layout::NAMES).and_then(|layout| Layout::ALL.get(layout));
    named.copied().unwrap_or_default()
}

/// What editors call the layouts, in small letters and digits alone. A side means that text stands beside it.
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

/// What stands before such a name in names of classes and values, in the same spelling.
#[cfg(feature = "html")]
const PREFIXES: &str = "imagestyle image img align kgwidth width float pull element figure media";

/// What the names of classes begin with that say a layout; other names of classes say it as a whole word.
#[cfg(feature = "html")]
const CLASSES: &str = "align kg-width- image-style- float- pull- element--";
#[cfg(feature = "html")]
const WHOLE: &str = "wide full-width fullwidth full-bleed fullbleed half-width halfwidth immersive showcase fullscreen";

/// The widest picture in pixels that is a thumbnail where text stands beside it.
#[cfg(feature = "html")]
const SMALL: u32 = 200;

/// The layout that a word of an editor names, in whatever spelling.
#[cfg(feature = "html")]
pub(in crate::read) fn find_layout(name: &str) -> Option<Layout> {
    // None of the names is longer, with what may stand around it.
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

/// The layout that the words of a class name: the widest, for pages have one for themselves and one for their editor.
#[cfg(feature = "html")]
pub(in crate::read) fn find_class(class: &str) -> Option<Layout> {
    class.split_ascii_whitespace().find_map(|word| {
        let named = Keys(CLASSES).any(|start| word.starts_with(start)) || Keys(WHOLE).has(word);
        find_layout(word).filter(|layout| named && *layout != Layout::Inline)
    })
}

/// The columns that the words of a class name, as those of WordPress do.
#[cfg(feature = "html")]
pub(in crate::read) fn find_columns(class: &str) -> Option<u8> {
    let number = class.split_ascii_whitespace().find_map(|word| {
        let digits = word.strip_prefix("gallery-").unwrap_or(word).strip_prefix("columns-")?;
        crate::text::ascii::integer(digits)
    });
    // Where nothing is said these have three.
    let usual = || class.contains("wp-block-gallery") || class.contains("kg-gallery");
    number.filter(|columns| *columns > 0).or_else(|| usual().then_some(3)).map(|columns| columns.min(MAX_COLUMNS) as u8)
}

/// Gives the one block that an element came to be its layout, unless it has one.
#[cfg(feature = "html")]
pub(in crate::read) fn lay_out(blocks: &mut [Block], layout: Option<Layout>) {
    let ([block], Some(layout)) = (blocks, layout) else { return };
    let layout = match (&*block, layout) {
        (Block::Figure(figure), Layout::Half) if figure.image.size.is_some_and(|(width, _)| width <= SMALL) => {
            Layout::Thumbnail
        }
        // The side of a table is where it stands when it is narrow.
        (Block::Table(_), Layout::Half | Layout::Thumbnail) => return,
        _ => layout,
    };
    if let Some(place) = block.layout_mut().filter(|place| **place == Layout::Inline) {
        *place = layout;
    }
}

/// What the members are called that name a layout, and those of them that name no side.
#[cfg(feature = "editors")]
pub(in crate::read) const MEMBERS: &str =
    "layout cardWidth card_width display size width imageWidth image_width align alignment position float";
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
