//! What is seen of a picture that is cut, as parts: a closed list, since output has no styles of its own.

use crate::model::Image;
use crate::text::keys::Keys;
use crate::text::template;

/// The parts of pictures whose important point is not in the middle, from side to side and from top to bottom.
const ACROSS: &str = "focus-left focus-half-left focus-half-right focus-right";
const DOWN: &str = "focus-top focus-half-top focus-half-bottom focus-bottom";

/// The parts of a picture: its own, and those that say what is to be seen where it is cut.
pub(super) fn find_parts(image: &Image, part: &str) -> String {
    let Some(focus) = image.focus else { return part.to_owned() };
    let (across, down) = (find(ACROSS, focus.x), find(DOWN, focus.y));
    let gap = |name: &str| if name.is_empty() { "" } else { " " };
    template::concat(&[part, gap(across), across, gap(down), down])
}

/// The name for a point so many percent from one side; none for one in the middle. What lies a third of the way from a
/// side is in the middle of what is seen when a third of the picture is cut off there.
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
