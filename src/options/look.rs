//! The look of the related links.

use crate::text::ascii;
use crate::text::keys::Keys;

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
    /// Returns the look of a name.
    pub(super) fn parse(name: &str) -> Option<RelatedLook> {
        LOOKS.get(Keys(LOOK_NAMES).index_of(name)?).copied()
    }

    /// Returns the look's name.
    pub(crate) fn name(self) -> &'static str {
        ascii::nth_part(LOOK_NAMES, self as usize, b' ')
    }
}
