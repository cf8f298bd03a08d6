//! Things of schema.org that are articles to readers: recipes, instructions, questions with answers, events, products,
//! films and sounds, and anything else with a name and a description.
//!
//! Signs stand for words such as "cooking time", because they are read in every language.

use crate::json::Value;
use crate::model::{Article, Block, Entry, Heading, Inline, List, ListItem, plain_text};
use crate::read::Context;
use crate::read::formats::web::jsonld::read_prose;
use crate::read::formats::web::jsonld_graph::{Graph, is_a, words};
use crate::read::formats::web::jsonld_media::{read_figure, read_itself, read_players};
use crate::read::values::lenient::{date, first, member};
use crate::text::keys::Keys;
use crate::text::{Text, ascii};

/// The suffixes of types that are articles even without a description.
const FIRST: &str = "Recipe HowTo FAQPage QAPage Question";

/// The suffixes of types that describe the site, the page, or things beside an article.
const NEVER: &str = "Organization WebSite Page Person ImageObject Action List ListItem Business Store Place Brand \
    SiteNavigationElement WPHeader WPFooter WPSideBar Answer";

/// Returns the things that can stand for an article, the best first.
pub(super) fn find<'t>(nodes: &[&'t Value<'t>]) -> Vec<&'t Value<'t>> {
    let mut found = Vec::new();
    // A question belongs to the page with its answers, whose other questions would be other articles.
    for end in Keys(FIRST) {
        if found.is_empty() {
            found.extend(nodes.iter().filter(|node| is_a(node, end) && node.members().len() > 2));
        }
    }
    if found.is_empty() {
        let told = |node: &Value| first(node, "name headline").is_some() && first(node, "description text").is_some();
        found.extend(nodes.iter().filter(|node| member(node, "@type").is_some() && !is_a(node, NEVER) && told(node)));
    }
    // The question of such a page is the article.
    if let [page] = *found.as_slice()
        && is_a(page, "QAPage")
        && let Some(question) = nodes.iter().find(|node| is_a(node, "Question"))
    {
        found = vec![*question];
    }
    found
}

/// Members with facts in one line, each with a sign for its meaning.
const FACTS: &[(&str, &str)] = &[
    ("🔪 ", "prepTime"),
    ("🍳 ", "cookTime performTime"),
    ("⏱ ", "totalTime duration"),
    ("🍽 ", "recipeYield yield"),
    ("📅 ", "startDate"),
    ("→ ", "endDate"),
    ("📍 ", "location"),
    ("🎤 ", "performer"),
    ("👥 ", "organizer"),
    ("🏷 ", "brand"),
    ("💰 ", "offers estimatedCost"),
];

/// Adds what a thing has beside the fields of articles.
pub(super) fn read<'t>(
    graph: &Graph<'t>,
    node: &'t Value<'t>,
    article: &Article<'t>,
    out: &mut Vec<Block<'t>>,
    cx: &mut Context,
) {
    if is_a(node, "VideoObject AudioObject") {
        out.extend(read_itself(node, cx));
    }
    let mut line = Vec::new();
    for (sign, names) in FACTS {
        for fact in graph.all(node, names, cx).into_iter().take(3) {
            let mut words = String::new();
            push_words(fact, &mut words);
            if !words.is_empty() {
                line.extend((!line.is_empty()).then_some(Inline::Text(Text::Borrowed(" · "))));
                line.push(Inline::Text(Text::Borrowed(sign)));
                line.push(Inline::Text(cx.body(words, fact)));
            }
        }
    }
    if !line.is_empty() {
        out.push(Block::paragraph(line));
    }
    for names in ["recipeIngredient ingredients", "supply", "tool"] {
        let mut list = List::default();
        for item in graph.all(node, names, cx) {
            let content = words(Some(item), cx);
            if cx.spend(item) && !content.is_empty() {
                list.items.push(ListItem { checked: None, body: vec![Block::paragraph(content)] });
            }
        }
        out.extend((!list.items.is_empty()).then_some(Block::List(list)));
    }
    read_steps(graph, graph.all(node, "recipeInstructions step steps", cx), 2, out, cx);
    if is_a(node, "FAQPage") {
        for question in graph.all(node, "mainEntity hasPart", cx) {
            let content = words(first(question, "name text"), cx);
            if cx.spend(question) && !content.is_empty() {
                out.push(Block::Heading(Heading { level: 2, content }));
            }
            for answer in graph.all(question, "acceptedAnswer suggestedAnswer", cx) {
                out.append(&mut read_prose(first(answer, "text description name"), cx));
            }
        }
    }
    for names in ["acceptedAnswer", "suggestedAnswer"] {
        for answer in graph.all(node, names, cx) {
            let body = read_prose(first(answer, "text description"), cx);
            if cx.spend(answer) && !body.is_empty() {
                let authors = graph.authors(answer, article.lang.as_ref(), cx);
                let date = date(answer, "datePublished dateCreated", cx);
                out.push(Block::Entry(Entry { date, title: Vec::new().into(), authors, body }));
            }
        }
    }
    out.append(&mut read_prose(first(node, "transcript"), cx));
}

/// Adds steps: texts, steps with pictures, and sections of steps, which have a heading.
fn read_steps<'t>(graph: &Graph<'t>, steps: Vec<&'t Value<'t>>, level: u8, out: &mut Vec<Block<'t>>, cx: &mut Context) {
    let mut list = List { ordered: true, ..List::default() };
    let single = matches!(steps.as_slice(), [only] if !only.is_object());
    for step in steps {
        let inner = first(step, "itemListElement steps step").is_some();
        if !cx.spend(step) {
            break;
        }
        if single {
            out.append(&mut read_prose(Some(step), cx));
        } else if inner && level < 4 && !is_a(step, "Step") {
            out.extend(
                (!list.items.is_empty())
                    .then(|| Block::List(std::mem::replace(&mut list, List { ordered: true, ..List::default() }))),
            );
            let content = words(first(step, "name"), cx);
            if !content.is_empty() {
                out.push(Block::Heading(Heading { level, content }));
            }
            read_steps(graph, graph.all(step, "itemListElement steps step", cx), level + 1, out, cx);
        } else {
            let mut body = Vec::new();
            let parts = graph.all(step, "itemListElement", cx);
            let own = parts.is_empty().then_some(step);
            for part in parts.into_iter().chain(own) {
                body.append(&mut read_prose(first(part, "text description name").or(Some(part)), cx));
            }
            if let Some(name) = first(step, "name") {
                let title = words(Some(name), cx);
                let same = plain_text(&title);
                if !body.iter().any(|block| {
                    matches!(block, Block::Paragraph(text)
                    if plain_text(&text.content).starts_with(same.trim_end_matches(['.', '…'])))
                }) {
                    body.insert(0, Block::Heading(Heading { level: 4, content: title }));
                }
            }
            body.extend(read_figure(graph, step, "image", cx).map(Block::Figure));
            read_players(graph, step, &mut body, cx);
            if !body.is_empty() {
                list.items.push(ListItem { checked: None, body });
            }
        }
    }
    out.extend((!list.items.is_empty()).then_some(Block::List(list)));
}

/// Adds the words of a fact: a text, a number, a duration, or the parts of a place or a price.
fn push_words(value: &Value, out: &mut String) {
    const PARTS: &str = "name streetAddress postalCode addressLocality addressRegion addressCountry address price lowPrice \
        value minValue maxValue priceCurrency currency unitText";
    match value {
        Value::String(text) => match duration(text.trim()) {
            Some(told) => out.push_str(&told),
            None => out.push_str(text.trim()),
        },
        Value::Number(number) => out.push_str(&number.to_text()),
        Value::Object(_) => {
            for name in Keys(PARTS) {
                let Some(part) = member(value, name) else { continue };
                let before = out.len();
                let mut words = String::new();
                push_words(part, &mut words);
                out.push_str(&words);
                if before > 0 && out.len() > before {
                    let unit = matches!(name, "priceCurrency" | "currency" | "unitText");
                    out.insert_str(before, if unit { "\u{a0}" } else { ", " });
                }
            }
        }
        _ => {}
    }
}

/// Returns a duration of ISO 8601, such as `PT1H30M`, in units that need no language, and a date with a space before its
/// time.
fn duration(text: &str) -> Option<String> {
    let mut out = String::new();
    if ascii::all(text.get(..4)?, |c| c.is_ascii_digit()) && text.get(10..11) == Some("T") {
        out.push_str(text.get(..10)?);
        out.push(' ');
        out.push_str(text.get(11..16).or(text.get(11..))?);
        return Some(out);
    }
    let rest = text.strip_prefix('P')?;
    let (mut number, mut in_time) = ("", false);
    let mut start = 0;
    for (place, c) in rest.char_indices() {
        if c.is_ascii_digit() {
            number = rest.get(start..=place)?;
            continue;
        }
        let unit = match c {
            'T' => "",
            'D' => "d",
            'H' => "h",
            'M' if in_time => "min",
            'S' => "s",
            _ => return None,
        };
        in_time |= c == 'T';
        if !unit.is_empty() && number.bytes().any(|c| c != b'0') {
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(number.trim_start_matches('0'));
            out.push('\u{a0}');
            out.push_str(unit);
        }
        (number, start) = ("", place + 1);
    }
    (!out.is_empty()).then_some(out)
}
