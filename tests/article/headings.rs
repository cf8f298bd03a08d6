//! The levels of headings: an outline without gaps, for every level of the headline.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test")]

use article_widget::{Options, render_html};
use std::cmp::Ordering;

/// Returns the levels shown: of the headline, then of the body's headings.
fn shown(headline: u8, levels: &[u8]) -> Vec<u8> {
    let blocks: Vec<String> =
        levels.iter().map(|n| format!(r#"{{"type":"heading","level":{n},"text":"x"}}"#)).collect();
    let json = format!(r#"{{"headline":"H","body":[{}]}}"#, blocks.join(","));
    let mut options = Options::default();
    options.heading_level = headline;
    let html = render_html(json.as_bytes(), &options).expect("an article").html;
    let tags = html.split("<h").skip(1).filter_map(|tag| tag.chars().next()?.to_digit(10));
    tags.map(|level| level as u8).collect()
}

/// Returns all sequences of this length of the levels 2 to 6.
fn sequences(length: u32) -> impl Iterator<Item = Vec<u8>> {
    (0..5u32.pow(length)).map(move |n| (0..length).map(|place| 2 + (n / 5u32.pow(place) % 5) as u8).collect())
}

#[test]
fn levels_stay_where_the_outline_needs_them() {
    assert_eq!(shown(1, &[3, 3]), [1, 2, 2]);
    assert_eq!(shown(2, &[3, 3, 2, 5, 5, 4, 5, 2, 6]), [2, 3, 3, 3, 4, 4, 4, 5, 3, 4]);
    assert_eq!(shown(1, &[2, 3, 4, 5, 6]), [1, 2, 3, 4, 5, 6]);
    assert_eq!(shown(5, &[2, 3, 4, 3, 2]), [5, 6, 6, 6, 6, 6]);
}

#[test]
fn every_outline_is_whole_below_every_headline() {
    for levels in sequences(4) {
        let outline = shown(1, &levels);
        for (place, pair) in outline.windows(2).enumerate() {
            let (before, after) = (pair[0], pair[1]);
            assert!(after > 1 && after <= before + 1, "{levels:?} skips a level: {outline:?}");
            // Siblings are equal; a heading that the author set deeper is deeper, and one that the author set higher is
            // not.
            let Some(author) = place.checked_sub(1).and_then(|at| levels.get(at)) else { continue };
            let kept = match levels[place].cmp(author) {
                Ordering::Less => after <= before,
                Ordering::Equal => after == before,
                Ordering::Greater => after > before,
            };
            assert!(kept, "{levels:?}: {outline:?}");
        }
        for headline in 2..=6 {
            let moved: Vec<u8> = outline.iter().map(|level| (level + headline - 1).min(6)).collect();
            assert_eq!(shown(headline, &levels), moved, "{levels:?} below a headline of level {headline}");
        }
    }
}

#[test]
fn without_a_headline_the_outline_begins_in_its_place() {
    let json = br#"{"body":[{"type":"heading","level":3,"text":"a"},{"type":"heading","level":4,"text":"b"}],
        "related":[{"items":[{"headline":"c","url":"https://harbour.example/"}]}]}"#;
    let html = render_html(json, &Options::default()).unwrap().html;
    let tags: Vec<&str> = html.split("<h").skip(1).filter_map(|rest| rest.get(..1)).collect();
    assert_eq!(tags, ["2", "3", "2"], "{html}");
    let body = br#"{"headline":"a","related":[{"items":[{"headline":"c","url":"https://harbour.example/"}]}]}"#;
    assert!(render_html(body, &Options::default()).unwrap().html.contains("<h3 part=\"related-title"));
}
