//! Flat runs of text with marks to nested inlines.
//!
//! Most formats say of each run which marks it carries: `A`{strong} `B`{strong, em} `C`{em}. Naively that gives
//! `<strong>A</strong><strong><em>B</em></strong><em>C</em>`; here a mark that goes on from one run to the next stays
//! open: `<strong>A<em>B</em></strong><em>C</em>`, and a link over several runs is one link.

use crate::json::Value;
#[cfg(feature = "html")]
use crate::model::DateTime;
use crate::model::{Inline, Mark};
use crate::read::Context;
use crate::read::context::MAX_NESTING;
use crate::text::lang::{Dir, Lang};
use crate::text::swar;
use crate::text::{Label, Text};
use crate::url::SafeUrl;
use std::rc::Rc;

/// What can stand around a run of text. Runs share addresses and titles, so that a copy for each costs their length
/// once.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::read) enum Wrap<'a> {
    /// A link.
    Link(Rc<SafeUrl>),
    /// A language or a direction.
    Span(Option<Lang>, Option<Dir>),
    /// What an abbreviation stands for.
    Abbreviation(Rc<Label<'a>>),
    /// A point in time.
    #[cfg(feature = "html")]
    Time(DateTime),
    /// A mark.
    Mark(Mark),
}

/// The rank of the innermost wraps.
const MAX_RANK: u8 = 4;

impl<'a> Wrap<'a> {
    /// A link.
    pub fn link(url: SafeUrl) -> Wrap<'a> {
        Wrap::Link(Rc::new(url))
    }

    /// What an abbreviation stands for.
    pub fn abbreviation(title: Label<'a>) -> Wrap<'a> {
        Wrap::Abbreviation(Rc::new(title))
    }

    /// The wrap around its content.
    fn around(self, content: Vec<Inline<'a>>) -> Inline<'a> {
        match self {
            Wrap::Link(url) => Inline::Link(url.as_ref().clone(), content),
            Wrap::Span(lang, dir) => Inline::Span { lang, dir, content },
            Wrap::Abbreviation(title) => Inline::Abbreviation(title.as_ref().clone(), content),
            #[cfg(feature = "html")]
            Wrap::Time(date) => Inline::Time(date, content),
            Wrap::Mark(mark) => Inline::Marked(mark, content),
        }
    }

    /// How many bytes it says.
    fn length(&self) -> usize {
        match self {
            Wrap::Link(url) => url.as_str().len(),
            Wrap::Abbreviation(title) => title.len(),
            _ => 0,
        }
    }

    /// Its place among wraps that open together: links outermost.
    fn rank(&self) -> u8 {
        match self {
            Wrap::Link(_) => 0,
            Wrap::Span(..) => 1,
            Wrap::Mark(Mark::Code) => MAX_RANK,
            Wrap::Mark(_) => 2,
            Wrap::Abbreviation(_) => 3,
            #[cfg(feature = "html")]
            Wrap::Time(_) => 3,
        }
    }
}

/// Adds a wrap to those around a run, unless it is there already, or stands in so many that more make no difference;
/// links are not nested.
pub(in crate::read) fn wrap<'a>(wraps: &mut Vec<Wrap<'a>>, wrap: Wrap<'a>) {
    let fits = |other: &Wrap| *other != wrap && (other.rank() > 0 || wrap.rank() > 0);
    if wraps.len() < MAX_NESTING && wraps.iter().all(fits) {
        wraps.push(wrap);
    }
}

/// Builds nested inlines from runs.
#[derive(Debug, Default)]
pub(in crate::read) struct Spans<'a> {
    done: Vec<Inline<'a>>,
    /// The wraps that are open, outermost first, with what stands in each so far.
    open: Vec<(Wrap<'a>, Vec<Inline<'a>>)>,
}

impl<'a> Spans<'a> {
    /// Adds a run with the wraps around it, in any order. Each wrap that is opened is a node, and costs what it says; it
    /// is left out where the budget is used up. `at` is the value that holds the run.
    pub fn add(&mut self, wraps: &[Wrap<'a>], run: Inline<'a>, at: &Value, cx: &mut Context) {
        let mut kept = 0;
        while self.open.get(kept).is_some_and(|(open, _)| wraps.contains(open)) {
            kept += 1;
        }
        self.close(kept);
        for rank in 0..=MAX_RANK {
            for wrap in wraps {
                if wrap.rank() == rank
                    && !self.open.iter().any(|(open, _)| open == wrap)
                    && cx.spend(at)
                    && cx.pay(at, wrap.length())
                {
                    self.open.push((wrap.clone(), Vec::new()));
                }
            }
        }
        // Texts that meet are one text, as they are in every parser's tree.
        match (self.innermost().last_mut(), run) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.to_mut().push_str(&text),
            (_, run) => self.innermost().push(run),
        }
    }

    /// Adds text with its line breaks, all of it in the same wraps.
    pub fn push_lines(&mut self, wraps: &[Wrap<'a>], text: Text<'a>, at: &Value, cx: &mut Context) {
        for inline in lines(text) {
            self.add(wraps, inline, at, cx);
        }
    }

    /// What was built.
    pub fn finish(mut self) -> Vec<Inline<'a>> {
        self.close(0);
        self.done
    }

    fn close(&mut self, kept: usize) {
        while self.open.len() > kept {
            if let Some((wrap, content)) = self.open.pop() {
                self.innermost().push(wrap.around(content));
            }
        }
    }

    fn innermost(&mut self) -> &mut Vec<Inline<'a>> {
        self.open.last_mut().map_or(&mut self.done, |(_, content)| content)
    }
}

/// Text as inlines, each line feed a line break; empty lines leave their breaks only.
pub(in crate::read) fn lines(text: Text) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut start = 0;
    loop {
        let line = swar::first_line(text.get(start..).unwrap_or(""));
        let end = start + line.len();
        if !line.is_empty() {
            out.push(Inline::Text(match &text {
                Text::Borrowed(text) => Text::Borrowed(text.get(start..end).unwrap_or("")),
                Text::Owned(_) => Text::Owned(line.to_owned()),
            }));
        }
        if end == text.len() {
            return out;
        }
        out.push(Inline::Break);
        start = end + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;

    fn text(text: &str) -> Inline<'_> {
        Inline::Text(text.into())
    }

    /// What becomes of runs, each with the wraps around it, where there may be so many nodes.
    fn nested<'a>(runs: &[(&[Wrap<'a>], &'a str)], max_nodes: usize) -> Vec<Inline<'a>> {
        let options = Options { max_nodes, ..Options::default() };
        let (mut spans, mut cx) = (Spans::default(), Context::new(&options));
        for (wraps, run) in runs {
            spans.add(wraps, text(run), &Value::Null, &mut cx);
        }
        spans.finish()
    }

    #[test]
    fn marks_that_go_on_stay_open() {
        let marked = [Wrap::Mark(Mark::Em), Wrap::Mark(Mark::Strong)];
        let runs: &[(&[Wrap], &str)] = &[(&marked[1..], "A"), (&marked, "B"), (&marked[..1], "C")];
        let em = |content| Inline::Marked(Mark::Em, vec![text(content)]);
        let strong = |content| Inline::Marked(Mark::Strong, content);
        assert_eq!(nested(runs, 100), [strong(vec![text("A"), em("B")]), em("C")]);
        // Of three wraps there is one within the limit: the text stays.
        assert_eq!(nested(runs, 2), [strong(vec![text("AB")]), text("C")]);
    }

    #[test]
    fn a_link_over_several_runs_is_one_link() {
        let (url, em) = (SafeUrl::fragment("x"), Wrap::Mark(Mark::Em));
        let link = Wrap::link(url.clone());
        let runs: &[(&[Wrap], &str)] = &[(&[em, link.clone()], "A"), (&[link], "B")];
        let inner = vec![Inline::Marked(Mark::Em, vec![text("A")]), text("B")];
        assert_eq!(nested(runs, 100), [Inline::Link(url, inner)]);
    }

    #[test]
    fn links_are_not_nested_and_wraps_are_not_doubled() {
        let mut wraps = Vec::new();
        for added in [Wrap::link(SafeUrl::fragment("x")), Wrap::Mark(Mark::B), Wrap::link(SafeUrl::fragment("y"))] {
            wrap(&mut wraps, added.clone());
            wrap(&mut wraps, added);
        }
        assert_eq!(wraps, [Wrap::link(SafeUrl::fragment("x")), Wrap::Mark(Mark::B)]);
    }

    #[test]
    fn line_feeds_are_line_breaks() {
        assert_eq!(lines("a\n\nb".into()), [text("a"), Inline::Break, Inline::Break, text("b")]);
    }
}
