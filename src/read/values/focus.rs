//! The point of a picture that must stay visible when it is cropped, in the notations of content systems.
//!
//! | system | notation |
//! |---|---|
//! | Sanity | `hotspot: { x: 0.5, y: 0.3 }` |
//! | Storyblok | `focus: "800x300:801x301"`, in pixels |
//! | Contentful's app, Directus, Wagtail | `focalPoint: { x: 800, y: 300 }`, `focal_point_x: 800`, in pixels |
//! | DatoCMS, WordPress, Craft | `focalPoint: { x: 0.5, y: 0.3 }`, `focalPoint: [0.5, 0.3]` |
//! | Payload | `focalX: 50, focalY: 30`, in percent |
//! | attributes in HTML | `0.5,0.3` and `50% 30%` |

use crate::json::{Number, Value};
use crate::model::Focus;
use crate::text::ascii;

/// Members that hold a point.
const POINTS: [&str; 7] = ["hotspot", "focus", "focalPoint", "focal_point", "focalpoint", "focal", "focusPoint"];

/// Looks up a member of an object, which may be inside another.
pub(in crate::read) type Members<'f, 't> = &'f dyn Fn(&str) -> Option<&'t Value<'t>>;

/// Reads the focus of a picture of this size.
pub(in crate::read) fn read_focus(members: Members, size: Option<(u32, u32)>) -> Option<Focus> {
    let named = POINTS.iter().find_map(|name| {
        let value = members(name)?;
        // Contentful's app stores the point in a field of the same name.
        match value.get(name).unwrap_or(value) {
            Value::String(text) => read_text(text, size),
            Value::Array(items) => match items.as_slice() {
                [x, y] => make(number(x)?, number(y)?, size),
                _ => None,
            },
            point => make(number(point.get("x")?)?, number(point.get("y")?)?, size),
        }
    });
    let percent = || make_percent(number(members("focalX")?)?, number(members("focalY")?)?);
    let pair = || make(number(members("focal_point_x")?)?, number(members("focal_point_y")?)?, size);
    named.or_else(percent).or_else(pair)
}

fn make_percent(x: f64, y: f64) -> Option<Focus> {
    Focus::new(x / 100.0, y / 100.0)
}

/// Reads a point from text: two numbers separated by a comma, a space or an `x`, in pixels, fractions or percent.
pub(in crate::read) fn read_text(text: &str, size: Option<(u32, u32)>) -> Option<Focus> {
    // Storyblok writes the two corners of a rectangle; the first one counts.
    let text = text.split(':').next().unwrap_or("").trim();
    let (x, y) = text.split_once([',', 'x']).or_else(|| text.split_once(' '))?;
    let read = |side: &str| {
        let side = side.trim();
        let (digits, scale) = side.strip_suffix('%').map_or((side, 1.0), |digits| (digits, 100.0));
        parse_decimal(digits).map(|number| number / scale)
    };
    make(read(x)?, read(y)?, size)
}

/// Parses a decimal number of a few digits; `core`'s parser of floats needs a table of 10 KB.
fn parse_decimal(text: &str) -> Option<f64> {
    let (whole, fraction) = ascii::split_once(text, b'.').unwrap_or((text, ""));
    let fraction = fraction.get(..fraction.len().min(6))?;
    let (mut part, mut unit) = (0.0, 1.0);
    for digit in fraction.bytes() {
        unit /= 10.0;
        part += f64::from(digit.is_ascii_digit().then(|| digit - b'0')?) * unit;
    }
    let whole = if whole.is_empty() { 0 } else { ascii::integer(whole).filter(|number| *number >= 0)? };
    Some(whole as f64 + part)
}

fn number(value: &Value) -> Option<f64> {
    value.as_number().map(Number::as_f64)
}

/// Returns a point from fractions of the sides, or from pixels if the numbers are larger than 1.
fn make(x: f64, y: f64, size: Option<(u32, u32)>) -> Option<Focus> {
    let (width, height) = match size {
        _ if x <= 1.0 && y <= 1.0 => (1.0, 1.0),
        Some((width, height)) => (f64::from(width), f64::from(height)),
        None => return None,
    };
    Focus::new(x / width, y / height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn points_are_read_as_systems_write_them() {
        for (text, found) in [
            (r#"{"hotspot":{"x":0.5,"y":0.3,"width":0.2,"height":0.2}}"#, Some((50, 30))),
            (r#"{"focus":"800x300:801x301"}"#, Some((50, 30))),
            (r#"{"focus":""}"#, None),
            (r#"{"focalPoint":{"focalPoint":{"x":400,"y":900}}}"#, Some((25, 90))),
            (r#"{"focalPoint":[0.25,0.9]}"#, Some((25, 90))),
            (r#"{"focalPoint":{"x":0,"y":1}}"#, Some((0, 100))),
            (r#"{"focalX":50,"focalY":1}"#, Some((50, 1))),
            (r#"{"focal_point_x":1600,"focal_point_y":0}"#, Some((100, 0))),
            (r#"{"focal_point_x":1700,"focal_point_y":0}"#, None),
            (r#"{"hotspot":{"x":-1,"y":0.5}}"#, None),
            (r#"{"hotspot":true,"focus":{"x":"a"}}"#, None),
        ] {
            let object = json::parse(text.as_bytes()).expect("JSON");
            let focus = read_focus(&|name| object.get(name), Some((1600, 1000)));
            assert_eq!(focus.map(|focus| (focus.x, focus.y)), found, "{text}");
        }
        assert_eq!(read_text("50% 30%", None).map(|focus| (focus.x, focus.y)), Some((50, 30)));
        assert_eq!(read_text("0.25,0.75", None).map(|focus| (focus.x, focus.y)), Some((25, 75)));
        assert_eq!(
            (read_text("800x300", None), read_text("left top", None), read_text("NaN,1", None)),
            (None, None, None)
        );
    }
}
