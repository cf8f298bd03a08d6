//! The reference: the text that html5ever, a strictly conforming parser, finds in HTML.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Parses HTML in a page's body; scripting is on, so `noscript` contains text that is not shown.
fn parse(html: &str) -> RcDom {
    let body = QualName::new(None, ns!(html), local_name!("body"));
    parse_fragment(RcDom::default(), ParseOpts::default(), body, Vec::new(), true).one(html)
}

/// Returns the visible text, with a space wherever a block, a line or a picture separates words.
pub fn visible_text(html: &str) -> String {
    let mut out = String::new();
    let dom = parse(html);
    // An explicit stack, because the tree may be arbitrarily deep.
    let mut open: Vec<(Handle, bool)> = vec![(dom.document.clone(), false)];
    while let Some((node, done)) = open.pop() {
        match &node.data {
            NodeData::Text { contents } => out.push_str(&contents.borrow()),
            NodeData::Element { name, attrs, .. } => {
                let name = &*name.local;
                let attribute = |wanted: &str| {
                    let attrs = attrs.borrow();
                    attrs.iter().find(|attr| &*attr.name.local == wanted).map(|attr| attr.value.to_string())
                };
                let style = attribute("style").unwrap_or_default().replace(' ', "");
                let class = attribute("class").unwrap_or_default();
                // Scripts draw the controls of a player; the browser's own player has the same.
                let is_player = ["kg-video-player", "kg-audio-player"]
                    .iter()
                    .any(|word| class.split(' ').any(|class| class == *word));
                let hidden = attribute("hidden").is_some()
                    || style.split(';').any(|style| style.eq_ignore_ascii_case("display:none"));
                if HIDDEN.contains(&name) || hidden || is_player || name == "dialog" && attribute("open").is_none() {
                    continue;
                }
                if !INLINE.contains(&name) {
                    out.push(' ');
                }
                if !done {
                    open.push((node.clone(), true));
                    open.extend(node.children.borrow().iter().rev().map(|child| (child.clone(), false)));
                }
                continue;
            }
            _ => {}
        }
        open.extend(node.children.borrow().iter().rev().map(|child| (child.clone(), false)));
    }
    out
}

/// Returns the decoded text of the first attribute of that name.
pub fn attribute(html: &str, wanted: &str) -> Option<String> {
    let dom = parse(html);
    let mut open = vec![dom.document.clone()];
    while let Some(node) = open.pop() {
        if let NodeData::Element { attrs, .. } = &node.data
            && let Some(attr) = attrs.borrow().iter().find(|attr| &*attr.name.local == wanted)
        {
            return Some(attr.value.to_string());
        }
        open.extend(node.children.borrow().iter().rev().cloned());
    }
    None
}

/// Elements that browsers do not show, or whose text is not part of the page's text.
const HIDDEN: [&str; 21] = [
    "script",
    "style",
    "template",
    "head",
    "title",
    "noscript",
    "svg",
    "select",
    "textarea",
    "option",
    "canvas",
    "audio",
    "video",
    "iframe",
    "noembed",
    "noframes",
    "rp",
    "datalist",
    "annotation",
    "annotation-xml",
    "param",
];

/// Elements that do not separate words. Unknown elements are inline.
const INLINE: [&str; 42] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "html", "i",
    "ins", "kbd", "label", "mark", "math", "mfrac", "mi", "mn", "mo", "mrow", "nobr", "q", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "time", "tt", "u", "var", "wbr", "o:p", "msup",
];
