//! Running text of editors' documents: runs with their marks, links and other inline nodes.

use crate::json::Value;
use crate::model::{Block, Date, DateTime, Inline, Mark};
use crate::read::Context;
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::linked;
use crate::read::formats::editors::engine::marks::{add_link, add_marks};
use crate::read::formats::editors::engine::members::line_of;
use crate::read::formats::editors::engine::node::{children, find, kind_of_node, warn_of_unknown};
use crate::read::formats::editors::engine::pictures;
use crate::read::formats::editors::engine::vocabulary::{LABEL, SETTINGS, TEXTS, address, destination, target};
use crate::read::values::dialect::Dialect;
use crate::read::values::spans::{Spans, Wrap, lines, wrap};
use crate::text::Text;
use crate::text::keys::Keys;

/// How many runs are examined to find the mark that continues longest.
const LOOK_AHEAD: usize = 30;

/// Runs of text in the order of reading, each with the wraps around it.
#[derive(Default)]
pub(in crate::read) struct Runs<'t>(Vec<(Vec<Wrap<'t>>, Inline<'t>)>);

impl<'t> Runs<'t> {
    /// Returns how many runs there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds a run.
    pub fn push(&mut self, wraps: &[Wrap<'t>], run: Inline<'t>) {
        self.0.push((wraps.to_vec(), run));
    }

    /// Adds the text of `value`, with its line breaks.
    pub fn text(&mut self, wraps: &[Wrap<'t>], text: &'t str, value: &Value, cx: &mut Context) {
        let in_link = wraps.iter().any(|wrap| matches!(wrap, Wrap::Link(_)));
        for run in lines(cx.run(text, in_link, value)) {
            self.push(wraps, run);
        }
    }

    /// Takes the runs as nested inlines; empty if there is only space. `at` is the value that holds them.
    pub fn take(&mut self, at: &Value, cx: &mut Context) -> Vec<Inline<'t>> {
        let mut runs = std::mem::take(&mut self.0);
        let space = |run: &Inline| match run {
            Inline::Text(text) => text.trim().is_empty(),
            other => matches!(other, Inline::Break),
        };
        if runs.iter().all(|(_, run)| space(run)) {
            return Vec::new();
        }
        join_over_breaks(&mut runs);
        let mut spans = Spans::default();
        for start in 0..runs.len() {
            let wraps = longest_first(runs.get(start..).unwrap_or(&[]));
            if let Some((_, run)) = runs.get_mut(start) {
                spans.add(&wraps, std::mem::replace(run, Inline::Break), at, cx);
            }
        }
        spans.finish()
    }
}

/// Returns the wraps of the first run; the one that continues longest opens first, so that it is not closed and opened
/// again.
fn longest_first<'t>(ahead: &[(Vec<Wrap<'t>>, Inline)]) -> Vec<Wrap<'t>> {
    let mut sorted: Vec<(usize, Wrap)> = Vec::new();
    for wrap in ahead.first().map_or(&[][..], |(wraps, _)| wraps) {
        let lasts = ahead.iter().take(LOOK_AHEAD).take_while(|(wraps, _)| wraps.contains(wrap)).count();
        let place = sorted.iter().position(|(other, _)| *other < lasts).unwrap_or(sorted.len());
        sorted.insert(place, (lasts, wrap.clone()));
    }
    sorted.into_iter().map(|(_, wrap)| wrap).collect()
}

/// Gives line breaks the wraps that continue across them; most breaks have no marks of their own.
fn join_over_breaks(runs: &mut [(Vec<Wrap>, Inline)]) {
    let mut before = 0;
    for here in 0..runs.len() {
        let Some((wraps, run)) = runs.get(here) else { break };
        if matches!(run, Inline::Break) {
            continue;
        }
        if here > before + 1 {
            let mut shared = wraps.clone();
            let open = runs.get(before).map_or(&[][..], |(open, _)| open);
            shared.retain(|wrap| open.contains(wrap));
            for (wraps, _) in runs.get_mut(before + 1..here).unwrap_or(&mut []) {
                wraps.clone_from(&shared);
            }
        }
        before = here;
    }
}

/// Returns the running text of a list of nodes.
pub(in crate::read) fn inlines<'t>(nodes: &'t [Value<'t>], d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let mut runs = Runs::default();
    push_runs(nodes, &[], &mut runs, d, cx);
    runs.take(nodes.first().unwrap_or(&Value::Null), cx)
}

/// Adds the runs of a list of nodes, all of them in `wraps`.
fn push_runs<'t>(nodes: &'t [Value<'t>], wraps: &[Wrap<'t>], runs: &mut Runs<'t>, d: &Dialect<'t>, cx: &mut Context) {
    for node in nodes {
        if !cx.spend(node) {
            break;
        }
        push_run(node, wraps, runs, d, cx);
    }
}

/// Adds the runs of one node.
pub(in crate::read) fn push_run<'t>(
    node: &'t Value<'t>,
    around: &[Wrap<'t>],
    runs: &mut Runs<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
) {
    if let Value::String(text) = node {
        return runs.text(around, cx.lines_within(node, text), node, cx);
    }
    // Texts of Slate before version 0.50, in which each leaf has its own marks.
    if node.get("leaves").is_some() {
        return push_inner(node, around, runs, d, cx);
    }
    let mut wraps = around.to_vec();
    add_marks(node, &mut wraps, d, cx);
    let kind = kind_of_node(node);
    match kind {
        Kind::Text => match node.get("text").or_else(|| node.get("value")).or_else(|| node.at("textData text")) {
            Some(Value::String(text)) => runs.text(&wraps, cx.lines_within(node, text), node, cx),
            Some(other) => cx.wrong_type(other, "a string"),
            None => {}
        },
        Kind::Span => push_inner(node, &wraps, runs, d, cx),
        Kind::Break => runs.push(&wraps, Inline::Break),
        Kind::Link => {
            add_link(node, &mut wraps, cx);
            if children(node).is_empty() {
                push_named_link(node, &wraps, runs, d, cx);
            }
            push_inner(node, &wraps, runs, d, cx);
        }
        Kind::ReferenceLink => {
            if let Some(url) = linked::address(node, d, cx) {
                wrap(&mut wraps, Wrap::link(url));
            }
            push_inner(node, &wraps, runs, d, cx);
        }
        Kind::ReferenceInline => {
            if let Some(name) = linked::read_name(node, d, cx) {
                runs.push(&wraps, Inline::Text(name.into()));
            }
        }
        Kind::Mention | Kind::Label => push_label(node, kind, &wraps, runs, cx),
        Kind::Formula => {
            wrap(&mut wraps, Wrap::Mark(Mark::Code));
            if let Some(Value::String(formula)) =
                find(node, "equation latex formula text value texExpression persistentExpression")
            {
                runs.text(&wraps, cx.lines_within(node, formula), node, cx);
            }
            push_inner(node, &wraps, runs, d, cx);
        }
        Kind::Image => {
            if let Some(figure) = pictures::read_figure(node, d, cx) {
                runs.push(&wraps, Inline::Image(figure.image));
                for run in figure.caption {
                    runs.push(&wraps, run);
                }
            }
        }
        Kind::Invisible => {}
        Kind::Button | Kind::Unknown => {
            if kind == Kind::Unknown {
                warn_of_unknown(node, cx);
            }
            if kind == Kind::Unknown && pictures::kind_of_upload(node) == Some(Kind::Image) {
                if let Some(figure) = pictures::read_figure(node, d, cx) {
                    runs.push(&wraps, Inline::Image(figure.image));
                }
                return push_inner(node, &wraps, runs, d, cx);
            } else if let Some(url) = destination(node).and_then(|_| target(node, cx)) {
                wrap(&mut wraps, Wrap::link(url));
            }
            if children(node).is_empty() {
                push_texts(node, &wraps, runs, cx);
            }
            push_inner(node, &wraps, runs, d, cx);
        }
        // A block within running text: its text, on a line of its own.
        _ => {
            if !runs.0.is_empty() {
                runs.push(around, Inline::Break);
            }
            if children(node).is_empty()
                && let Some(url) = address(node).and_then(|(url, _)| cx.link(url))
            {
                wrap(&mut wraps, Wrap::link(url));
                push_named_link(node, &wraps, runs, d, cx);
            }
            push_inner(node, &wraps, runs, d, cx);
        }
    }
}

/// Adds the name of a link without nodes: its own text, otherwise its address.
fn push_named_link<'t>(
    node: &'t Value<'t>,
    wraps: &[Wrap<'t>],
    runs: &mut Runs<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
) {
    let mut name = line_of(node, LABEL, d, cx);
    if name.is_empty() {
        name.extend(destination(node).and_then(|(url, _)| cx.label(url)).map(|url| Inline::Text(url.into())));
    }
    for run in name {
        runs.push(wraps, run);
    }
}

fn push_inner<'t>(node: &'t Value<'t>, wraps: &[Wrap<'t>], runs: &mut Runs<'t>, d: &Dialect<'t>, cx: &mut Context) {
    let nodes = children(node);
    if !nodes.is_empty() {
        cx.nested(node, |cx| push_runs(nodes, wraps, runs, d, cx));
    }
}

/// Adds the name of a mention, an emoji or a tag.
fn push_label<'t>(node: &'t Value<'t>, kind: Kind, wraps: &[Wrap<'t>], runs: &mut Runs<'t>, cx: &mut Context) {
    if let Some(date) = find(node, "timestamp date rawDate dateTime datetime").filter(|_| kind == Kind::Label) {
        return push_day(date, wraps, runs, cx);
    }
    let name = find(node, "emoji character native label text name mentionName value shortName title id url");
    let inside = children(node).iter().find_map(|child| child.get("text")).filter(|text| text.as_str() != Some(""));
    let Some(name) = name.or(inside).and_then(|name| cx.label(name)) else { return };
    if kind == Kind::Mention && !name.starts_with('@') {
        runs.push(wraps, Inline::Text("@".into()));
    }
    runs.push(wraps, Inline::label(name));
}

/// Adds a day in running text.
fn push_day<'t>(value: &'t Value<'t>, wraps: &[Wrap<'t>], runs: &mut Runs<'t>, cx: &mut Context) {
    let date = match cx.date(value) {
        Some(Date::Known(date)) => date,
        Some(Date::Verbatim(text)) => return runs.push(wraps, Inline::Text(text.into())),
        None => return,
    };
    let day = DateTime { time: None, offset: None, ..date };
    let text = Inline::Text(Text::Owned(day.to_iso()));
    runs.push(wraps, Inline::Time(day, vec![text]));
}

/// Adds the texts of a node as runs.
fn push_texts<'t>(node: &'t Value<'t>, wraps: &[Wrap<'t>], runs: &mut Runs<'t>, cx: &mut Context) {
    for (name, member) in node.members() {
        match member {
            Value::String(text) if Keys(TEXTS).has(name) => runs.text(wraps, cx.lines_within(member, text), member, cx),
            Value::Object(_) if !Keys(SETTINGS).has(name) => push_texts(member, wraps, runs, cx),
            _ => {}
        }
    }
}

/// Adds a paragraph of running text, if there is any.
pub(in crate::read) fn push_paragraph<'t>(content: Vec<Inline<'t>>, out: &mut Vec<Block<'t>>) {
    if !content.is_empty() {
        out.push(Block::paragraph(content));
    }
}
