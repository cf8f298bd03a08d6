//! Other versions of a picture, its crop, and its focus.

use crate::json::{Number, Value};
use crate::model::{Candidate, Focus, Image};
use crate::read::Context;
use crate::read::formats::editors::engine::node::number;
use crate::read::values::focus::{Members, read_focus};
use crate::read::values::image::MAX_PIXELS;
use crate::renditions::own_size;
use crate::text::{ascii, template};
use crate::url::{Purpose, SafeUrl};

/// Members with the versions of a file by name: Strapi's, Payload's.
const VERSIONS: [&str; 2] = ["formats", "sizes"];

/// The most versions that are read.
const MAX_VERSIONS: usize = 12;

/// Adds details of a picture: versions in the object with its address, focus and crop through `members` from the values
/// around it.
pub(in crate::read) fn read<'t>(
    image: &mut Image<'t>,
    object: &'t Value<'t>,
    members: Members<'_, 't>,
    cx: &mut Context,
) {
    read_versions(image, object, cx);
    image.focus = read_focus(members, own_size(image));
    if let Some(crop) = members("crop") {
        cut(image, crop);
    }
}

/// Adds the versions of a picture in an object.
fn read_versions(image: &mut Image, object: &Value, cx: &mut Context) {
    let listed = VERSIONS.iter().find_map(|name| object.get(name).filter(|versions| versions.is_object()));
    let sides = |version: &Value| number(version, "width", MAX_PIXELS).zip(number(version, "height", MAX_PIXELS));
    let versions = listed.map_or(&[][..], Value::members).iter();
    // A cropped version shows nothing that the picture does not.
    versions.clone().for_each(|(_, version)| cx.trace.leave_out(version));
    add(image, versions.filter_map(|(_, version)| Some((version.get("url")?, sides(version)?))), cx);
}

/// Adds the versions that show the whole picture, from their addresses and sizes, with the picture itself as the
/// widest.
pub(in crate::read) fn add<'v, 't: 'v>(
    image: &mut Image,
    versions: impl Iterator<Item = (&'v Value<'t>, (u32, u32))>,
    cx: &mut Context,
) {
    let (Some(own), true) = (image.size, image.candidates.is_empty()) else { return };
    for (url, (width, height)) in versions.take(MAX_VERSIONS) {
        // Rounding changes a side by less than one pixel.
        let (there, here) = (u64::from(own.0) * u64::from(height), u64::from(own.1) * u64::from(width));
        let is_whole = there.abs_diff(here) <= u64::from(own.0.max(own.1));
        let place = image.candidates.partition_point(|other| other.width < width);
        let is_new = image.candidates.get(place).is_none_or(|other| other.width != width);
        if is_whole
            && is_new
            && url.as_str().is_some()
            && let Some(src) = cx.media_url(url)
        {
            image.candidates.insert(place, Candidate { src, width });
        }
    }
    if let (Some(src), Some(last)) = (&image.src, image.candidates.last())
        && last.width < own.0
    {
        image.candidates.push(Candidate { src: src.clone(), width: own.0 });
    }
    if image.candidates.len() < 2 {
        image.candidates.clear();
    }
}

/// Crops a picture at Sanity as its editors did, by its address; `crop` has the fractions of the sides that are cut
/// off.
fn cut(image: &mut Image, crop: &Value) {
    let (Some(src), Some((width, height))) = (&image.src, own_size(image)) else { return };
    let address = src.as_str();
    if !address.starts_with("https://cdn.sanity.io/images/") || address.contains("rect=") {
        return;
    }
    let part = |name| crop.get(name).and_then(Value::as_number).map_or(0.0, Number::as_f64);
    let (left, right, top, bottom) = (part("left"), part("right"), part("top"), part("bottom"));
    let (wide, high) = (1.0 - left - right, 1.0 - top - bottom);
    let inside = [left, right, top, bottom].iter().all(|part| (0.0..1.0).contains(part));
    if !inside || wide <= 0.0 || high <= 0.0 || wide >= 1.0 && high >= 1.0 {
        return;
    }
    let pixels = |part: f64, side: u32| (part * f64::from(side)).round() as u32;
    let rect = [pixels(left, width), pixels(top, height), pixels(wide, width), pixels(high, height)];
    let [x, y, w, h] = rect.map(|side| ascii::decimal(side.into()));
    let before = if address.contains('?') { "&rect=" } else { "?rect=" };
    let url = template::concat(&[address, before, &x, ",", &y, ",", &w, ",", &h]);
    let [.., width, height] = rect;
    if width > 0
        && height > 0
        && let Ok(src) = SafeUrl::new(&url, Purpose::Media, None)
    {
        image.src = Some(src);
        image.size = Some((width, height));
        image.candidates.clear();
        let within = |point: u8, before: f64, side: f64| ((f64::from(point) / 100.0 - before) / side).clamp(0.0, 1.0);
        image.focus = image.focus.and_then(|focus| Focus::new(within(focus.x, left, wide), within(focus.y, top, high)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::options::Options;

    fn of(src: &str, size: Option<(u32, u32)>, text: &str) -> (String, Vec<u32>, Option<(u8, u8)>) {
        let object = json::parse(text.as_bytes()).expect("JSON");
        let (options, src) = (Options::default(), SafeUrl::new(src, Purpose::Media, None).ok());
        let mut image = Image { src, size, ..Image::default() };
        read(&mut image, &object, &|name| object.get(name), &mut Context::new(&options));
        let src = image.src.map(|src| src.as_str().to_owned()).unwrap_or_default();
        let widths = image.candidates.iter().map(|candidate| candidate.width).collect();
        (src, widths, image.focus.map(|focus| (focus.x, focus.y)))
    }

    #[test]
    fn versions_of_the_whole_picture_are_kept() {
        let file =
            |width, height| format!(r#"{{"url":"https://e.org/{width}.jpg","width":{width},"height":{height}}}"#);
        let text = format!(
            r#"{{"formats":{{"small":{},"thumbnail":{},"large":{},"square":{},"none":{{"url":null}}}}}}"#,
            file(500, 333),
            file(234, 156),
            file(1000, 667),
            file(300, 300)
        );
        assert_eq!(of("https://e.org/a.jpg", Some((1800, 1200)), &text).1, [234, 500, 1000, 1800]);
        assert_eq!(of("https://e.org/a.jpg", None, &text).1, [0; 0]);
    }

    #[test]
    fn what_editors_cut_off_is_not_shown() {
        let src = "https://cdn.sanity.io/images/p1/d1/a1b2-2000x1000.jpg";
        let text = r#"{"crop":{"left":0.1,"right":0.4,"top":0,"bottom":0.2},"hotspot":{"x":0.2,"y":0.4}}"#;
        let cut = (format!("{src}?rect=200,0,1000,800"), Vec::new(), Some((20, 50)));
        assert_eq!(of(src, None, text), cut);
        for crop in [
            r#"{"crop":{"left":0,"right":0,"top":0,"bottom":0}}"#,
            r#"{"crop":{"left":0.6,"right":0.4}}"#,
            r#"{"crop":1}"#,
        ] {
            assert_eq!(of(src, None, crop).0, src, "{crop}");
        }
    }
}
