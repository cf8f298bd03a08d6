//! Image styles of Drupal: the same picture in other sizes, as modules of its JSON:API list them.

use crate::json::Value;
use crate::model::Image;
use crate::read::Context;
use crate::read::formats::editors::engine::versions;
use crate::read::values::image::MAX_PIXELS;
use crate::renditions::{parse_size, scale};

/// Adds the versions of a picture listed in its file: links with their sizes (Consumer Image Styles), or addresses by
/// the names of styles (JSON:API Image Styles), of which those with the prefix `max_` contain a size.
pub(in crate::read) fn add(image: &mut Image, file: &Value, cx: &mut Context) {
    let Some(own) = image.size else { return };
    let links = file.get("links").map_or(&[][..], Value::members).iter().filter_map(|(_, link)| {
        let params = link.at("meta linkParams")?;
        let side = |name| params.get(name)?.as_int().filter(|side| (1..=MAX_PIXELS).contains(side));
        Some((link.get("href")?, (side("width")? as u32, side("height")? as u32)))
    });
    let styles = file.at("attributes image_style_uri").map_or(&[][..], Value::one_or_many);
    let named = styles.iter().flat_map(|styles| styles.members()).filter_map(|(name, url)| {
        let (width, height) = parse_size(name.strip_prefix("max_")?)?;
        Some((url, fit(own, (width, height))))
    });
    versions::add(image, links.chain(named), cx);
}

/// Returns the size of a picture that is scaled to fit into another size, but never enlarged.
fn fit(own: (u32, u32), most: (u32, u32)) -> (u32, u32) {
    let (width, height) = (u64::from(own.0), u64::from(own.1));
    let wide = u64::from(most.0.min(own.0)).min(width * u64::from(most.1) / height.max(1)).max(1);
    (wide as u32, scale(own.1, wide as u32, own.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::options::Options;
    use crate::url::{Purpose, SafeUrl};

    #[test]
    fn styles_that_say_their_size_are_versions() {
        let text = br#"{"attributes":{"image_style_uri":[{"max_650x650":"https://e.org/s/max_650x650/a.jpg"},
            {"square":"https://e.org/s/square/a.jpg","max_1300x1300":"https://e.org/s/max_1300x1300/a.jpg"}]},
            "links":{"self":{"href":"https://e.org/f"},"large":{"href":"https://e.org/s/large/a.jpg",
            "meta":{"linkParams":{"width":480,"height":320}}}}}"#;
        let file = json::parse(text).expect("JSON");
        let (options, src) = (Options::default(), SafeUrl::new("https://e.org/a.jpg", Purpose::Media, None).ok());
        let mut image = Image { src, size: Some((1200, 800)), ..Image::default() };
        add(&mut image, &file, &mut Context::new(&options));
        let widths: Vec<_> = image.candidates.iter().map(|candidate| candidate.width).collect();
        assert_eq!(widths, [480, 650, 1200]);
    }
}
