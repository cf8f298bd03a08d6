//! The visible area of a cropped picture, as parts: a closed list, since output has no inline styles.

use crate::model::Image;
use crate::text::keys::Keys;
use crate::text::template;

/// The parts for pictures whose focus is not in the middle, horizontally and vertically.
const ACROSS: &str = "focus-left focus-half-left focus-half-right focus-right";
const DOWN: &str = "focus-top focus-half-top focus-half-bottom focus-bottom";

/// Returns the parts of a picture: its own, and those for its focus.
pub(super) fn find_parts(image: &Image, part: &str) -> String {
    let Some(focus) = image.focus else { return part.to_owned() };
    let (across, down) = (find(ACROSS, focus.x), find(DOWN, focus.y));
    let gap = |name: &str| if name.is_empty() { "" } else { " " };
    template::concat(&[part, gap(across), across, gap(down), down])
}

/// Returns the name for a point this many percent from one side; empty for the middle. If a third of a picture is cut
/// off at a side, the middle of the visible area is a third of the way from the other side.
fn find(names: &'static str, percent: u8) -> &'static str {
    let place = match percent {
        0..=37 => 0,
        38..=45 => 1,
        46..=54 => return "",
        55..=62 => 2,
        _ => 3,
    };
    Keys(names).nth(place).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Focus;

    #[test]
    fn points_have_names_but_for_the_middle() {
        for (point, parts) in [
            (None, "image"),
            (Focus::new(0.5, 0.5), "image"),
            (Focus::new(0.1, 0.5), "image focus-left"),
            (Focus::new(0.6, 0.4), "image focus-half-right focus-half-top"),
            (Focus::new(0.5, 1.0), "image focus-bottom"),
        ] {
            assert_eq!(find_parts(&Image { focus: point, ..Image::default() }, "image"), parts);
        }
    }
}
