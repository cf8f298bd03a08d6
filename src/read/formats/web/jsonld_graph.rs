//! The graph of a page's JSON-LD: its nodes, the references between them, and functions that other formats use too.

use crate::json::Value;
use crate::model::{Author, Inline, Named, plain_text};
use crate::read::Context;
use crate::read::html;
use crate::read::values::lenient::{author, first, link, member, read_lang, word};
use crate::read::values::references::Index;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::text::lang::Lang;
use crate::text::{Label, Text, ascii};

/// The members that hold further nodes of the graph.
const HOLDERS: &str = "@graph hasPart mainEntity mainEntityOfPage breadcrumb blogPost itemListElement item";

/// All nodes of a page's scripts, to follow references.
pub(in crate::read) struct Graph<'t> {
    /// All its nodes, in the order of the scripts.
    pub nodes: Vec<&'t Value<'t>>,
    /// For each id, the node with the most members.
    ids: Index<'t>,
}

/// The most nodes of a graph.
const MAX_NODES: usize = 2000;

/// The most steps of a breadcrumb.
const MAX_CRUMBS: usize = 20;

/// Returns the nodes of a graph: first those at the top level, then those inside pages and lists.
pub(in crate::read) fn nodes<'t>(tree: &'t Value<'t>) -> Vec<&'t Value<'t>> {
    let mut nodes = Vec::new();
    collect(tree, &mut nodes);
    let mut place = 0;
    while let Some(&node) = nodes.get(place) {
        Keys(HOLDERS).filter_map(|name| member(node, name)).for_each(|held| collect(held, &mut nodes));
        place += 1;
    }
    nodes
}

fn collect<'t>(value: &'t Value<'t>, nodes: &mut Vec<&'t Value<'t>>) {
    for node in value.one_or_many() {
        if node.is_array() {
            collect(node, nodes);
        } else if node.is_object() && nodes.len() < MAX_NODES {
            nodes.push(node);
        }
    }
}

/// Adds all nodes that have an id and other members.
fn find_identified<'t>(value: &'t Value<'t>, ids: &mut Vec<(&'t str, &'t Value<'t>)>) {
    for item in value.items() {
        find_identified(item, ids);
    }
    if value.members().len() > 1 && ids.len() < MAX_NODES {
        ids.extend(value.str("@id").map(|id| (id, value)));
    }
    for (_, member) in value.members() {
        find_identified(member, ids);
    }
}

/// Returns the id of a node that has no other members.
pub(in crate::read) fn find_reference<'t>(value: &'t Value<'t>) -> Option<&'t str> {
    // Only the length is checked, because many references may mean one node with many members.
    if value.members().len() == 1 { value.str("@id") } else { None }
}

/// Warns about a reference without a target.
pub(in crate::read) fn warn_unresolved(value: &Value, cx: &mut Context) {
    cx.warn(WarningCode::Unresolved, value, &["a reference to a node that is not there"]);
}

/// Returns whether one of a node's types has one of these suffixes: types may have a prefix or be whole addresses.
pub(in crate::read) fn is_a(node: &Value, ends: &str) -> bool {
    let types = node.get("@type").map_or(&[][..], Value::one_or_many);
    types.iter().filter_map(Value::as_str).any(|name| Keys(ends).any(|end| name.ends_with(end)))
}

impl<'t> Graph<'t> {
    /// Creates the graph of a page's scripts.
    pub fn new(tree: &'t Value<'t>) -> Graph<'t> {
        let mut ids = Vec::new();
        find_identified(tree, &mut ids);
        Graph { nodes: nodes(tree), ids: Index::new(ids) }
    }

    /// Returns the values of the first of these members, with references followed.
    pub fn all(&self, node: &'t Value<'t>, names: &str, cx: &mut Context) -> Vec<&'t Value<'t>> {
        let mut found = Vec::new();
        for value in first(node, names).map_or(&[][..], Value::one_or_many) {
            let meant = self.resolve(value);
            if find_reference(meant).is_some() {
                warn_unresolved(meant, cx);
            } else {
                found.extend(cx.follow(value, meant, u8::MAX));
            }
        }
        found
    }

    /// Returns the target of a reference, if it has more members than the reference.
    pub fn resolve(&self, value: &'t Value<'t>) -> &'t Value<'t> {
        match value.str("@id").and_then(|id| self.ids.get(id)) {
            Some(node) if node.members().len() > value.members().len() => node,
            _ => value,
        }
    }

    /// Returns the language of a node's texts, or of its page.
    pub fn lang(&self, node: &'t Value<'t>, cx: &mut Context) -> Option<Lang> {
        let words =
            Keys("headline articleBody").filter_map(|name| read_lang(member(node, name)?, "@language", cx)).next();
        let pages = self.nodes.iter().filter(|page| is_a(page, "WebPage WebSite"));
        words.or_else(|| pages.filter_map(|page| read_lang(page, "inLanguage", cx)).next())
    }

    /// Reads the authors of a node.
    pub fn authors(&self, node: &'t Value<'t>, lang: Option<&Lang>, cx: &mut Context) -> Vec<Author<'t>> {
        let mut authors = Vec::new();
        for value in self.all(node, "author creator", cx) {
            if cx.spend(value) {
                authors.extend(author(value, lang, cx));
            }
        }
        authors
    }
}

/// Reads the breadcrumb, in the order of the positions.
pub(in crate::read) fn breadcrumb<'t>(nodes: &[&'t Value<'t>], cx: &mut Context) -> Vec<Named<'t>> {
    let mut items: Vec<(i64, &Value)> = Vec::new();
    if let Some(list) = nodes.iter().find(|node| is_a(node, "BreadcrumbList")) {
        for item in member(list, "itemListElement").map_or(&[][..], Value::one_or_many).iter().take(MAX_CRUMBS) {
            let place = member(item, "position")
                .and_then(word)
                .and_then(|place| place.as_int().or_else(|| ascii::integer(place.as_str()?)));
            let place = place.unwrap_or(i64::MAX);
            let before = items.iter().take_while(|(other, _)| *other <= place).count();
            items.insert(before, (place, item));
        }
    }
    let mut crumbs = Vec::new();
    for (_, item) in items {
        let target = member(item, "item").and_then(|target| target.one_or_many().first()).unwrap_or(item);
        let name = first(item, "name").or_else(|| first(target, "name"));
        let url = if target.is_object() { link(target, "@id url", cx) } else { cx.link(target) };
        if let Some(name) = name.and_then(|name| label_of(name, cx)) {
            crumbs.push(Named { name, url });
        }
    }
    // The last step is the page itself.
    if let Some(last) = crumbs.last_mut() {
        last.url = None;
    }
    crumbs
}

/// Reads plain text as a label.
pub(in crate::read) fn label_of<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Label<'t>> {
    let text = words_of(value, cx)?;
    cx.name(text, value)
}

/// Reads plain text of any length.
pub(super) fn words_of<'t>(value: &'t Value<'t>, cx: &mut Context) -> Option<Text<'t>> {
    let value = word(value)?;
    match value.as_str() {
        Some(text) if is_escaped(text) => Some(Text::Owned(plain_text(&html::inlines(text, value, cx)))),
        Some(text) => Some(cx.words(text, value)),
        None => cx.label(value).map(Text::from),
    }
}

/// Returns whether a text without tags has a character reference, such as `&amp;` or `&#039;`.
pub(in crate::read) fn is_escaped(text: &str) -> bool {
    let reference = |rest: &str| {
        let name = rest.split(';').next().unwrap_or("");
        name.len() < rest.len()
            && (2..=8).contains(&name.len())
            && name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'#')
    };
    !text.contains('<') && text.split('&').skip(1).any(reference)
}

/// Reads plain text as running text.
pub(super) fn words<'t>(value: Option<&'t Value<'t>>, cx: &mut Context) -> Vec<Inline<'t>> {
    match value.and_then(word) {
        Some(at @ Value::String(text)) if is_html(text) || is_escaped(text) => html::inlines(text, at, cx),
        Some(value) => cx.plain(value),
        None => Vec::new(),
    }
}

/// Returns whether a text has an end tag or a line break.
pub(super) fn is_html(text: &str) -> bool {
    text.match_indices('<').any(|(start, _)| {
        let tag = text.get(start + 1..).unwrap_or("");
        tag.starts_with("br")
            || tag.strip_prefix('/').is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
    })
}
