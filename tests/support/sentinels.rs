//! Sentinels: a text, a picture and a link, put into a document where no reader expects them. Each must be shown, or
//! named in a warning at its path or at that of a value around it.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use article_widget::{Options, Report, WarningCode, render_html};
use serde_json::{Map, Value, json};

/// The text; its words occur nowhere else.
pub const TEXT: &str = "Quibbelfrosch zwirbelt Vokmarsaft";

/// The address of a picture.
pub const PICTURE: &str = "https://sentinel.example/bilder/quibbelfrosch.jpg";

/// The address of a page.
pub const LINK: &str = "https://sentinel.example/seiten/vokmarsaft";

/// The numbers of sentinels by outcome.
#[derive(Default, Debug)]
pub struct Counts {
    pub shown: usize,
    pub named: usize,
    /// The places of those that were lost silently.
    pub lost: Vec<String>,
}

impl Counts {
    /// Returns a line for the table of a test.
    pub fn line(&self, what: &str) -> String {
        let all = self.shown + self.named + self.lost.len();
        let share = 100.0 * self.shown as f64 / all.max(1) as f64;
        format!("{what:<22}{all:7}{:7}{:7}{:6}   {share:5.1} % shown", self.shown, self.named, self.lost.len())
    }

    pub fn add(&mut self, other: Counts) {
        self.shown += other.shown;
        self.named += other.named;
        self.lost.extend(other.lost);
    }
}

/// Members whose values readers are known not to show, with everything inside: data for machines, teasers of other
/// articles, the frame of the page.
const SILENT: &[&str] = &[
    "_links",
    "sys",
    "_embedded",
    "custom_fields",
    "nav",
    "pageFooter",
    "commercialProperties",
    "config",
    "openGraphData",
    "twitterData",
    "linkedData",
    "tags",
    "storyPackage",
    "keyEvents",
    "subMetaKeywordLinks",
    "subMetaSectionLinks",
    "allImages",
    "promo",
    "passport",
    "analyticsLabels",
    "atiAnalytics",
    "locators",
    "versions",
    "promos",
    "meta",
    "taxonomy",
    "owner",
    "distributor",
    "source",
    "websites",
    "address",
    "syndication",
    "workflow",
    "planning",
    "scheduling",
    "revision",
    "publishing",
    "referent",
    "primary_site",
    "content_restrictions",
    "contributors",
    "voice_transcripts",
    "image",
    "componentTextStyles",
    "componentLayouts",
    "componentStyles",
    "textStyles",
    "documentStyle",
    "style",
    "layout",
    "anchor",
    "animation",
    "behavior",
    "subject",
    "subjects",
    "place",
    "places",
    "person",
    "people",
    "organisation",
    "organisations",
    "object",
    "objects",
    "event",
    "events",
    "genres",
    "infosources",
    "rightsinfo",
    "rightsInfo",
    "altids",
    "trustindicator",
    "logo",
    "potentialAction",
    "sizes",
    "media_details",
    "discussion",
    "promotedNewsletter",
    "trailPicture",
];

/// Puts the sentinels into a document in each of the three ways, a few times, and counts the outcomes.
pub fn count(document: &Value) -> [Counts; 3] {
    let mut counts = <[Counts; 3]>::default();
    let json = serde_json::to_vec(document).expect("JSON");
    let Ok(rendered) = render_html(&json, &Options::default()) else { return counts };
    let seen = visible(&rendered.html);
    let mut nodes = Vec::new();
    known(document, String::new(), &seen, &mut nodes);
    nodes.retain(|pointer| !is_another(document, pointer, rendered.report.articles));
    for pointer in some(&nodes, 4) {
        let fields = json!({ "quibbelNote": TEXT, "quibbelPhoto": PICTURE, "quibbelTarget": LINK });
        let mut changed = document.clone();
        let Some(Value::Object(members)) = changed.pointer_mut(pointer) else { continue };
        members.extend(fields.as_object().expect("an object").clone());
        counts[0].add(outcome(&changed, |name| format!("{pointer}/{name}"), rendered.report.format));
    }
    let mut lists = Vec::new();
    siblings(document, String::new(), &seen, &mut lists);
    lists.retain(|(pointer, _)| !is_another(document, pointer, rendered.report.articles));
    for (pointer, name) in some(&lists, 3) {
        let mut changed = document.clone();
        let Some(Value::Array(items)) = changed.pointer_mut(pointer) else { continue };
        let place = items.len().div_ceil(2);
        let mut node = Map::new();
        node.insert(name.clone(), "quibbelnode".into());
        for (name, value) in [("quibbelNote", TEXT), ("quibbelPhoto", PICTURE), ("quibbelTarget", LINK)] {
            node.insert(name.to_owned(), value.into());
        }
        items.insert(place, Value::Object(node));
        let outcome = outcome(&changed, |name| format!("{pointer}/{place}/{name}"), rendered.report.format);
        // In a list of articles the node is another article.
        let of_articles = !outcome.lost.is_empty() && articles_in(&changed) > rendered.report.articles;
        counts[1].add(if of_articles { Counts::default() } else { outcome });
    }
    let highest = nodes.iter().map(String::as_str).min_by_key(|pointer| pointer.matches('/').count());
    let whole = document.is_object().then_some("");
    for root in [highest, whole.filter(|_| rendered.report.articles == 1)].into_iter().flatten() {
        let fields = json!({ "quibbelNote": TEXT, "quibbelPhoto": PICTURE, "quibbelTarget": LINK });
        let mut changed = document.clone();
        if let Some(Value::Object(members)) = changed.pointer_mut(root) {
            members.extend(fields.as_object().expect("an object").clone());
            counts[2].add(outcome(&changed, |name| format!("{root}/{name}"), rendered.report.format));
        }
    }
    counts
}

/// Returns how many articles a document holds.
fn articles_in(document: &Value) -> usize {
    let json = serde_json::to_vec(document).expect("JSON");
    render_html(&json, &Options::default()).map_or(0, |rendered| rendered.report.articles)
}

/// Puts `most` pieces of HTML, from number `first` on, into each of the first bodies of a document that are HTML and
/// shown, and counts the outcomes.
pub fn count_html(document: &Value, first: usize, most: usize) -> Counts {
    let mut counts = Counts::default();
    let json = serde_json::to_vec(document).expect("JSON");
    let Ok(rendered) = render_html(&json, &Options::default()) else { return counts };
    let seen = visible(&rendered.html);
    let mut bodies = Vec::new();
    html_bodies(document, String::new(), &seen, &mut bodies);
    bodies.retain(|pointer| !is_another(document, pointer, rendered.report.articles));
    for pointer in bodies.iter().take(2) {
        for piece in PIECES.iter().cycle().skip(first).take(most) {
            let piece = piece.replace("TEXT", TEXT).replace("PICTURE", PICTURE).replace("LINK", LINK);
            let mut changed = document.clone();
            let Some(Value::String(html)) = changed.pointer_mut(pointer) else { continue };
            let place = html.find("</p>").map_or(0, |place| place + 4);
            html.insert_str(place, &piece);
            let json = serde_json::to_vec(&changed).expect("JSON");
            let (html, report) = match render_html(&json, &Options::default()) {
                Ok(rendered) => (rendered.html, rendered.report),
                Err(error) => panic!("{pointer}: {piece}: {error}"),
            };
            for sentinel in [TEXT, PICTURE, LINK].into_iter().filter(|sentinel| piece.contains(sentinel)) {
                if html.contains(sentinel) {
                    counts.shown += 1;
                } else if is_named(&report, pointer) {
                    counts.named += 1;
                } else {
                    counts.lost.push(format!("{} {pointer}: {sentinel} in {piece}", report.format));
                }
            }
        }
    }
    counts
}

/// Uses of a text, a picture and a link in elements and attributes.
const PIECES: &[&str] = &[
    "<quibbel>TEXT</quibbel>",
    "<quibbel-box>TEXT <img src=\"PICTURE\" alt=\"Q\"></quibbel-box>",
    "<quibbel-player src=\"LINK\"></quibbel-player>",
    "<quibbel-photo data-src=\"PICTURE\"></quibbel-photo>",
    "<quibbel-film data-video=\"LINK\">TEXT</quibbel-film>",
    "<p data-video=\"LINK\">TEXT</p>",
    "<div data-src=\"PICTURE\"></div>",
    "<div data-background=\"PICTURE\">TEXT</div>",
    "<p><span data-href=\"LINK\">TEXT</span></p>",
    "<p><img src=\"https://e.example/known.jpg\" alt=\"Q\" data-zoom=\"PICTURE\" data-page=\"LINK\"></p>",
    "<p hidden>TEXT</p>",
    "<p style=\"display: none\">TEXT <a href=\"LINK\">x</a></p>",
    "<dialog>TEXT <img src=\"PICTURE\" alt=\"Q\"></dialog>",
    "<svg><text>TEXT</text><image href=\"PICTURE\"></image></svg>",
    "<svg><a href=\"LINK\"><text>Q</text></a></svg>",
    "<select><option>TEXT</option></select>",
    "<textarea>TEXT</textarea>",
    "<noscript><p>TEXT <a href=\"LINK\">x</a></p></noscript>",
    "<noembed>TEXT</noembed>",
    "<noframes>TEXT</noframes>",
    "<title>TEXT</title>",
    "<iframe src=\"LINK\">TEXT</iframe>",
    "<object data=\"LINK\">TEXT</object>",
    "<object><param name=\"movie\" value=\"LINK\"></object>",
    "<embed src=\"LINK\">",
    "<video src=\"LINK\" poster=\"PICTURE\"></video>",
    "<audio src=\"LINK\"></audio>",
    "<canvas>TEXT</canvas>",
    "<map><area href=\"LINK\"></map>",
    "<marquee>TEXT</marquee>",
    "<button>TEXT</button>",
    "<form action=\"LINK\">TEXT</form>",
    "<form><input value=\"Q\" src=\"PICTURE\"></form>",
    "<label>TEXT</label>",
    "<table background=\"PICTURE\"><tr><td>TEXT</td></tr></table>",
    "<table><tr>TEXT <a href=\"LINK\">x</a></tr></table>",
    "<pre>Q <a href=\"LINK\">x</a> TEXT <img src=\"PICTURE\" alt=\"Q\"></pre>",
    "<figure><a href=\"LINK\"><img src=\"PICTURE\" alt=\"Q\"></a><figcaption>TEXT</figcaption></figure>",
    "<ruby>Q<rt>TEXT</rt></ruby>",
    "<math><annotation>TEXT</annotation></math>",
    "<a href=\"LINK\"></a>",
    "<blockquote cite=\"LINK\">TEXT</blockquote>",
    "<template-card url=\"LINK\">TEXT</template-card>",
];

/// Returns a few items of a list: the first, the last and some between.
fn some<T>(all: &[T], most: usize) -> impl Iterator<Item = &T> {
    let step = all.len().div_ceil(most).max(1);
    all.iter().step_by(step)
}

/// Counts the outcomes of the sentinels.
fn outcome(document: &Value, path: impl Fn(&str) -> String, format: &str) -> Counts {
    let mut counts = Counts::default();
    let json = serde_json::to_vec(document).expect("JSON");
    let rendered = match render_html(&json, &Options::default()) {
        Ok(rendered) => rendered,
        Err(error) => {
            counts.lost.push(format!("{format} {}: {error}", path("")));
            return counts;
        }
    };
    for (name, sentinel) in [("quibbelNote", TEXT), ("quibbelPhoto", PICTURE), ("quibbelTarget", LINK)] {
        if rendered.html.contains(sentinel) {
            counts.shown += 1;
        } else if is_named(&rendered.report, &path(name)) {
            counts.named += 1;
        } else {
            counts.lost.push(format!("{} {}", rendered.report.format, path(name)));
        }
    }
    counts
}

/// Returns whether a warning is about this path or a value around it.
fn is_named(report: &Report, path: &str) -> bool {
    report.warnings.iter().any(|warning| {
        // A place in HTML is behind the path; names such as `@graph` are in it.
        let of = match warning.path.rsplit_once('@') {
            Some((path, offset)) if offset.bytes().all(|c| c.is_ascii_digit()) => path,
            _ => &warning.path,
        };
        let holds = path == of || path.strip_prefix(of).is_some_and(|rest| rest.starts_with('/'));
        holds && (!of.is_empty() || warning.code == WarningCode::Truncated)
    })
}

/// Returns whether a place is in another article of a list than the requested one, which is the first.
fn is_another(document: &Value, pointer: &str, articles: usize) -> bool {
    let ends = pointer.match_indices('/').map(|(end, _)| end).chain([pointer.len()]);
    let ends: Vec<usize> = ends.collect();
    articles > 1
        && ends.windows(2).any(|bounds| {
            let list = document.pointer(&pointer[..bounds[0]]).and_then(Value::as_array);
            list.is_some_and(|list| list.len() == articles) && &pointer[bounds[0] + 1..bounds[1]] != "0"
        })
}

/// Returns the text of HTML with single spaces for white space.
fn visible(html: &str) -> String {
    words(&super::html5::visible_text(html))
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns whether a value is a text that is shown.
fn is_shown(value: &Value, seen: &str) -> bool {
    let Some(text) = value.as_str() else { return false };
    let text = words(&super::html5::visible_text(text));
    let start: String = text.chars().take(40).collect();
    text.chars().count() > 5 && text.contains(' ') && seen.contains(start.trim())
}

/// Collects the pointers of all objects that directly contain a text that is shown.
fn known(value: &Value, pointer: String, seen: &str, out: &mut Vec<String>) {
    if let Value::Object(members) = value
        && members.values().any(|member| is_shown(member, seen))
    {
        out.push(pointer.clone());
    }
    inner(value, &pointer, &mut |value, pointer| known(value, pointer, seen, out));
}

/// Collects the pointers of all lists of nodes of which one is shown, each with the name of the member with the nodes'
/// kind.
fn siblings(value: &Value, pointer: String, seen: &str, out: &mut Vec<(String, String)>) {
    if let Value::Array(items) = value {
        let name = ["type", "_type", "nodeType", "role", "@type", "element_type"];
        let name = name.into_iter().find(|name| items.iter().all(|item| item[*name].is_string()));
        let shown = |item: &Value| holds(item, seen);
        if let (Some(name), true) = (name, items.iter().any(shown)) {
            out.push((pointer.clone(), name.to_owned()));
        }
    }
    inner(value, &pointer, &mut |value, pointer| siblings(value, pointer, seen, out));
}

/// Returns whether a value contains a text that is shown.
fn holds(value: &Value, seen: &str) -> bool {
    let mut found = is_shown(value, seen);
    inner(value, "", &mut |value, _| found = found || holds(value, seen));
    found
}

/// Collects the pointers of all strings of HTML that are shown.
fn html_bodies(value: &Value, pointer: String, seen: &str, out: &mut Vec<String>) {
    if value.as_str().is_some_and(|text| text.contains("</p>")) && is_shown(value, seen) {
        out.push(pointer.clone());
    }
    inner(value, &pointer, &mut |value, pointer| html_bodies(value, pointer, seen, out));
}

/// Visits the values inside a value, except those that readers are known not to show.
fn inner(value: &Value, pointer: &str, visit: &mut dyn FnMut(&Value, String)) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| visit(item, format!("{pointer}/{index}")));
        }
        Value::Object(members) => {
            for (name, member) in members.iter().filter(|(name, _)| !SILENT.contains(&name.as_str())) {
                visit(member, format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")));
            }
        }
        _ => {}
    }
}
