//! WordPress's shortcodes that a site did not render. Its own are converted to HTML; of those of page builders and
//! plug-ins, the text between them remains. Other text in brackets, such as `[sic]` or `[1]`, is text.
//!
//! A tag in brackets is a shortcode if its name is known, if it has attributes, or if there is a closing tag
//! (WordPress, "Shortcode API"). `[[name]]` is an escaped one that is shown as `[name]`.

use crate::json::Value;
use crate::read::Context;
use crate::read::formats::web::shortcode_tag::{Shortcode, is_address};
use crate::report::WarningCode;
use crate::text::ascii;
use crate::text::keys::Keys;
use crate::text::template::concat;
use std::borrow::Cow;

/// The beginning of the comment that replaces a shortcode, for the warning about it.
const HIDDEN: &str = "<!--[shortcode ";

/// Elements in which brackets are text.
const VERBATIM: &str = "pre code script style textarea";

/// WordPress's shortcodes with the address of content on another site, in their text or their attributes.
const EMBEDS: &str = "embed youtube vimeo dailymotion soundcloud spotify tweet instagram facebook tiktok ted wpvideo videopress \
    giphy gist googlemaps embedyt bandcamp slideshare vc_video su_youtube su_vimeo fusion_youtube fusion_vimeo et_pb_video";

/// Names that need no attributes to be known, and prefixes of page builders' names.
const KNOWN: &str = "gallery playlist audio video caption wp_caption toc ez-toc lwptoc wpforms gravityform ninja_form adrotate \
    mailpoet_form metaslider googlemaps polldaddy contact-form contact-form-7 the_ad the_ad_group rev_slider smartslider3 \
    tablepress jetpack_subscription_form jetpack-related-posts sharethis-inline-buttons woocommerce_cart recent_posts";
const BUILDERS: [&str; 12] =
    ["vc_", "et_pb_", "fusion_", "av_", "su_", "tve_", "fl_", "cs_", "mk_", "themify_", "nectar_", "elementor-"];

/// Converts the shortcodes in the texts of posts to HTML.
pub(crate) fn render(tree: &mut Value) {
    let posts = match tree {
        Value::Array(posts) => posts.as_mut_slice(),
        post => std::slice::from_mut(post),
    };
    for post in posts {
        if post.get("content").is_none_or(|content| content.get("rendered").is_none()) {
            continue;
        }
        let Value::Object(members) = post else { continue };
        for (name, member) in members {
            if let ("content" | "excerpt", Value::Object(parts)) = (name.as_ref(), member) {
                for (name, text) in parts {
                    if name == "rendered"
                        && let Value::String(html) = text
                        && html.contains('[')
                        && let Some(written) = write(html)
                    {
                        *html = Cow::Owned(written);
                    }
                }
            }
        }
    }
}

/// Warns about the shortcodes that were left out of a text.
pub(super) fn tell(value: &Value, cx: &mut Context) {
    let mut rest = value.as_str().unwrap_or("");
    while let Some((_, behind)) = rest.split_once(HIDDEN) {
        let (name, tail) = behind.split_once("]-->").unwrap_or((behind, ""));
        cx.warn(
            WarningCode::NotShown,
            value,
            &["a shortcode of the site is left out, and any text in it shown: ", name],
        );
        rest = tail;
    }
}

/// Converts the shortcodes in HTML; `None` if there are none.
fn write(html: &str) -> Option<String> {
    let mut writer = Writer { html, out: String::new(), closings: closings(html), told: Vec::new(), open: Vec::new() };
    let mut at = 0;
    let mut changed = false;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find(['<', '['])) {
        let start = at + found;
        writer.out.push_str(html.get(at..start).unwrap_or(""));
        let rest = html.get(start..).unwrap_or("");
        let end = if rest.starts_with('<') { verbatim(html, start) } else { writer.bracket(start) };
        match end {
            Some(end) if rest.starts_with('<') => {
                writer.out.push_str(html.get(start..end).unwrap_or(""));
                at = end;
            }
            Some(end) => (at, changed) = (end, true),
            None => {
                writer.out.push_str(rest.get(..1).unwrap_or(""));
                at = start + 1;
            }
        }
    }
    writer.out.push_str(html.get(at..).unwrap_or(""));
    changed.then_some(writer.out)
}

/// Returns the end of the markup at a `<` that is copied unchanged: a tag, a comment, or an element of program text.
fn verbatim(html: &str, start: usize) -> Option<usize> {
    let rest = html.get(start..)?;
    if rest.starts_with("<!--") {
        return Some(rest.find("-->").map_or(html.len(), |end| start + end + 3));
    }
    let (tag, behind) = ascii::cut(rest, b">");
    let end = start + tag.len() + usize::from(!behind.is_empty());
    let (name, _) = ascii::cut(tag.get(1..)?, b" \t\r\n/>");
    let name = name.to_ascii_lowercase();
    if Keys(VERBATIM).has(&name) {
        let close = concat(&["</", &name]);
        return Some(html.get(end..)?.find(&close).map_or(html.len(), |close| end + close));
    }
    Some(end)
}

/// Returns the names with a closing tag, each with the place of its last one.
fn closings(html: &str) -> Vec<(&str, usize)> {
    let mut all: Vec<(&str, usize)> = Vec::new();
    for (place, _) in html.match_indices("[/") {
        let (name, behind) = ascii::cut(html.get(place + 2..).unwrap_or(""), b"] \t\n<[");
        if behind.starts_with(']') && (1..60).contains(&name.len()) {
            all.push((name, place));
        }
    }
    all.sort_unstable();
    // Keep only the last closing tag of each name.
    all.reverse();
    all.dedup_by_key(|(name, _)| *name);
    all.reverse();
    all
}

/// Writes the converted HTML.
struct Writer<'h> {
    html: &'h str,
    out: String,
    closings: Vec<(&'h str, usize)>,
    /// The names of the shortcodes left out so far.
    told: Vec<&'h str>,
    /// The text to write at the end of each open shortcode.
    open: Vec<(&'h str, &'static str)>,
}

impl<'h> Writer<'h> {
    /// Returns the place of the last closing tag of this name, if it is at `from` or later.
    fn closing(&self, name: &str, from: usize) -> Option<usize> {
        let place = self.closings.binary_search_by_key(&name, |(name, _)| name).ok()?;
        let (_, last) = self.closings.get(place)?;
        (*last >= from).then_some(*last)
    }

    /// Writes the text in brackets at a place, and returns its end; `None` if it is not a shortcode.
    fn bracket(&mut self, start: usize) -> Option<usize> {
        let html = self.html;
        let rest = html.get(start..)?;
        if rest.starts_with("[[") {
            // An escaped shortcode is shown in single brackets.
            let tag = Shortcode::parse(rest.get(1..)?)?;
            let end = start + 1 + tag.length;
            let inner = html.get(start + 1..end)?;
            html.get(end..)?.starts_with(']').then(|| self.out.push_str(inner))?;
            return Some(end + 1);
        }
        if let Some(closing) = rest.strip_prefix("[/") {
            let (name, behind) = ascii::cut(closing, b"] \t\n<[");
            let place = self.open.iter().rposition(|(open, _)| *open == name);
            let known = place.is_some() || is_known(name);
            (behind.starts_with(']') && known).then_some(())?;
            if let Some(place) = place {
                let (_, end) = self.open.remove(place);
                self.out.push_str(end);
            }
            return Some(start + 2 + name.len() + 1);
        }
        let tag = Shortcode::parse(rest)?;
        let end = start + tag.length;
        let closed = self.closing(tag.name, end);
        let is_shortcode = is_known(tag.name) || tag.has_attributes() || closed.is_some();
        is_shortcode.then_some(())?;
        // The text up to the next closing tag of this name.
        let inner = || {
            closed?;
            let close = concat(&["[/", tag.name, "]"]);
            let length = html.get(end..)?.find(&close)?;
            Some((html.get(end..end + length)?, end + length + close.len()))
        };
        match tag.name {
            "caption" | "wp_caption" => {
                if let Some((inner, behind)) = inner() {
                    self.caption(&tag, inner);
                    return Some(behind);
                }
            }
            "audio" | "video" if tag.is_page() => {
                let url = tag.sources().next().unwrap_or("");
                self.write(&["<iframe src=\"", url, "\"></iframe>"]);
                return Some(end);
            }
            "audio" | "video" if tag.sources().next().is_some() => {
                self.player(&tag);
                return Some(inner().filter(|(inner, _)| inner.trim().is_empty()).map_or(end, |(_, behind)| behind));
            }
            name if Keys(EMBEDS).has(name) => {
                let inner = inner();
                let text = inner.map(|(inner, _)| without_tags(inner)).unwrap_or_default();
                if let Some(url) = tag.embedded(&text) {
                    self.write(&["<iframe src=\"", &url, "\"></iframe>"]);
                    return Some(inner.map_or(end, |(_, behind)| behind));
                }
            }
            _ => {}
        }
        self.hidden(&tag, closed.is_some());
        Some(end)
    }

    fn write(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    /// Writes a picture with its caption, which follows the picture or is an attribute.
    fn caption(&mut self, tag: &Shortcode, inner: &str) {
        let picture = inner.find("<img").and_then(|img| Some(img + inner.get(img..)?.find('>')? + 1));
        let (picture, text) = inner.split_at_checked(picture.unwrap_or(0)).unwrap_or(("", inner));
        let (end, text) = match text.trim_start().strip_prefix("</a>") {
            Some(text) => ("</a>", text),
            None => ("", text),
        };
        let text = if text.trim().is_empty() { tag.attribute("caption").unwrap_or("") } else { text };
        self.write(&["<figure>", picture, end, "<figcaption>", text, "</figcaption></figure>"]);
    }

    /// Writes a player with its sources.
    fn player(&mut self, tag: &Shortcode) {
        let poster = tag.attribute("poster").map(|poster| concat(&[" poster=\"", poster, "\""])).unwrap_or_default();
        self.write(&["<", tag.name, &poster, ">"]);
        for source in tag.sources() {
            self.write(&["<source src=\"", source, "\">"]);
        }
        self.write(&["</", tag.name, ">"]);
    }

    /// Leaves out a shortcode, except the picture or the link in its attributes.
    fn hidden(&mut self, tag: &Shortcode<'h>, closed: bool) {
        let mut close = "";
        if let Some(src) = tag.picture() {
            let alt = tag.attribute("alt").or_else(|| tag.attribute("title")).unwrap_or("");
            self.write(&["<img src=\"", src, "\" alt=\"", alt, "\">"]);
        } else if let Some(url) = tag.link() {
            let text = ["button_text", "text", "title", "label"].iter().find_map(|name| tag.attribute(name));
            self.write(&["<a href=\"", url, "\">"]);
            match text {
                _ if closed => close = "</a>",
                text => self.write(&[text.unwrap_or(url), "</a>"]),
            }
        } else if !self.told.contains(&tag.name) && self.told.len() < 50 {
            self.told.push(tag.name);
            self.write(&[HIDDEN, tag.name, "]-->"]);
        }
        if closed && self.open.len() < 200 {
            self.open.push((tag.name, close));
        } else {
            self.out.push_str(close);
        }
    }
}

/// Returns whether a name alone identifies a shortcode.
fn is_known(name: &str) -> bool {
    Keys(KNOWN).has(name)
        || Keys(EMBEDS).has(name) && name != "ted"
        || BUILDERS.iter().any(|start| name.starts_with(start))
}

/// Removes the tags from a text: WordPress converts addresses to links.
fn without_tags(html: &str) -> String {
    let (mut out, mut rest) = (String::new(), html);
    while !rest.is_empty() {
        let (text, tail) = ascii::cut(rest, b"<");
        out.push_str(text);
        let (_, behind) = ascii::cut(tail, b">");
        rest = behind.get(1..).unwrap_or("");
    }
    let text = out.trim();
    if is_address(text) { text.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_are_written_and_other_brackets_stay() {
        for (html, written) in [
            (
                r#"[caption id="a" width="3"]<img src="a.jpg"> At dawn[/caption]"#,
                r#"<figure><img src="a.jpg"><figcaption> At dawn</figcaption></figure>"#,
            ),
            (
                r#"[caption]<a href="b"><img src="a.jpg"></a> At dawn[/caption]"#,
                r#"<figure><a href="b"><img src="a.jpg"></a><figcaption> At dawn</figcaption></figure>"#,
            ),
            ("[embed]https://e.org/v[/embed]", r#"<iframe src="https://e.org/v"></iframe>"#),
            (
                r#"[embed]<a href="https://e.org/v">https://e.org/v</a>[/embed]"#,
                r#"<iframe src="https://e.org/v"></iframe>"#,
            ),
            (r#"[audio mp3="https://e.org/a.mp3"][/audio]."#, r#"<audio><source src="https://e.org/a.mp3"></audio>."#),
            (
                r#"[video mp4=&#8221;https://e.org/a.mp4&#8243; poster='p.jpg']"#,
                r#"<video poster="p.jpg"><source src="https://e.org/a.mp4"></video>"#,
            ),
            (r#"[video src="https://youtu.be/v"]"#, r#"<iframe src="https://youtu.be/v"></iframe>"#),
            ("[vimeo 12345]", r#"<iframe src="https://vimeo.com/12345"></iframe>"#),
            (
                "[vc_row][vc_column]Rain[/vc_column][/vc_row]",
                "<!--[shortcode vc_row]--><!--[shortcode vc_column]-->Rain",
            ),
            (r#"[gallery ids="1,2"]"#, "<!--[shortcode gallery]-->"),
            (r#"[button url="https://e.org/"]Go[/button]"#, r#"<a href="https://e.org/">Go</a>"#),
            (r#"[et_pb_image src="https://e.org/a.jpg" alt="A"]"#, r#"<img src="https://e.org/a.jpg" alt="A">"#),
            ("[note]Wet[/note]", "<!--[shortcode note]-->Wet"),
            ("[[gallery]] shows pictures", "[gallery] shows pictures"),
        ] {
            assert_eq!(write(html).as_deref(), Some(written), "{html}");
        }
        for html in [
            "A note[1] and [sic] and [re-elected] and [Anna] and […] stay.",
            "<pre>[gallery]</pre><code>[vc_row]</code>",
            r#"<a title="[gallery]">a</a>"#,
            "<!-- [gallery] -->",
            "[a = b]",
            "[",
        ] {
            assert_eq!(write(html), None, "{html}");
        }
    }
}
