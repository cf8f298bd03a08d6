//! Widths in the query of an address: `?w=640&h=480&fit=max`.

use super::address::{parse_side, parse_size};
use super::hosts::Template;
use crate::text::ascii;
use crate::text::keys::Keys;

/// Members of a query with a signature, or that depend on one: signed addresses are not changed.
const SIGNED: &str = "s sig sign signature token hmac auth expires policy key-pair-id x-amz-signature x-goog-signature";

/// Members that are removed for other widths: a density, a zoom.
const DROPPED: &str = "dpr zoom";

/// Members whose value may be a width and a height separated by a comma.
const BOXES: &str = "resize fit";

/// Fit modes that produce exactly the requested width and height.
const EXACT: &str = "crop fill fillmax thumb pad scale facearea";

/// Returns the template of an address with a width in its query. `names` are the members of width and height, `more` is
/// added if absent. A height keeps its proportion to the original width.
pub(super) fn template(url: &str, names: &str, more: &str) -> Option<Template> {
    let (path, query) = ascii::cut(url, b"?");
    let (width_name, height_name) = ascii::split_once(names, b' ').unwrap_or((names, "-"));
    let (mut kept, mut present) = (String::new(), String::new());
    let (mut width, mut height, mut boxed) = (None, None, None);
    for member in query.get(1..).unwrap_or("").split('&') {
        let (name, value) = ascii::cut(member, b"=");
        let value = value.get(1..).unwrap_or("");
        let lower = name.to_ascii_lowercase();
        if Keys(SIGNED).has(&lower) {
            return None;
        }
        if name == width_name {
            width = leading_number(value);
        } else if name == height_name {
            height = leading_number(value);
        } else if let Some(sides) = Some(value).filter(|_| Keys(BOXES).has(name)).and_then(read_box) {
            boxed = Some((name, sides));
        } else if !name.is_empty() && !Keys(DROPPED).has(name) {
            push(&mut kept, &[member, "&"]);
            push(&mut present, &[" ", &lower]);
        }
    }
    let mut out = Template::new(&[path, "?", &kept]);
    match (boxed, width.zip(height)) {
        (Some((name, (width, height))), _) => {
            out.push(&[name, "=", Template::WIDTH, "%2C", Template::HEIGHT]);
            out.sides = Some((width, height));
        }
        (None, sides) => {
            out.push(&[width_name, "=", Template::WIDTH]);
            if sides.is_some() {
                out.push(&["&", height_name, "=", Template::HEIGHT]);
                out.sides = sides;
            }
        }
    }
    let is_exact =
        query.split(['?', '&']).any(|member| member.strip_prefix("fit=").is_some_and(|fit| Keys(EXACT).has(fit)));
    out.made = out.sides.filter(|_| boxed.map_or(is_exact, |(name, _)| name == "resize"));
    for member in Keys(more) {
        let name = ascii::cut(member, b"=").0;
        let told = |name: &str| Keys(&present).has(name);
        if !(told(name) || name == "auto" && told("fm")) {
            out.push(&["&", member]);
        }
    }
    Some(out)
}

fn push(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

/// Returns the number at the start of a value, without its fraction.
fn leading_number(value: &str) -> Option<u32> {
    parse_side(ascii::cut(value, b".").0)
}

/// Parses a width and a height separated by a comma, which may be encoded.
fn read_box(value: &str) -> Option<(u32, u32)> {
    parse_size(&value.replace("%2C", "x").replace("%2c", "x").replace(',', "x"))
}
