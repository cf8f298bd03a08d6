//! Converts flat runs of text with marks to nested inlines.
//!
//! Most formats list the marks of each run: `A`{strong} `B`{strong, em} `C`{em}. The naive conversion gives
//! `<strong>A</strong><strong><em>B</em></strong><em>C</em>`. Here a mark stays open while the next run has it too:
//! `<strong>A<em>B</em></strong><em>C</em>`, and a link over several runs is one link.

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

/// A wrapper of a run of text. Runs share addresses and titles, so that copying a wrap to each run does not copy these.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::read) enum Wrap<'a> {
    /// A link.
    Link(Rc<SafeUrl>),
    /// A language or a direction.
    Span(Option<Lang>, Option<Dir>),
    /// The expansion of an abbreviation.
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
    /// Returns a link.
    pub fn link(url: SafeUrl) -> Wrap<'a> {
        Wrap::Link(Rc::new(url))
    }

    /// Returns the expansion of an abbreviation.
    pub fn abbreviation(title: Label<'a>) -> Wrap<'a> {
        Wrap::Abbreviation(Rc::new(title))
    }

    /// Wraps content.
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

    /// Returns the length of its texts in bytes.
    fn length(&self) -> usize {
        match self {
            Wrap::Link(url) => url.as_str().len(),
            Wrap::Abbreviation(title) => title.len(),
            _ => 0,
        }
    }

    /// Returns its rank among wraps that open together; links are outermost.
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

/// Adds a wrap to those around a run, unless it is there already or the nesting limit is reached. Links are not nested.
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
    /// The open wraps, outermost first, with the content of each so far.
    open: Vec<(Wrap<'a>, Vec<Inline<'a>>)>,
}

impl<'a> Spans<'a> {
    /// Adds a run with the wraps around it, in any order. Each opened wrap costs a node and the length of its texts; it
    /// is left out if the budget is used up. `at` is the value that holds the run.
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
        // Adjacent texts become one, as in every parser's tree.
        match (self.innermost().last_mut(), run) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.to_mut().push_str(&text),
            (_, run) => self.innermost().push(run),
        }
    }

    /// Adds text with its line breaks in the same wraps.
    pub fn push_lines(&mut self, wraps: &[Wrap<'a>], text: Text<'a>, at: &Value, cx: &mut Context) {
        for inline in lines(text) {
            self.add(wraps, inline, at, cx);
        }
    }

    /// Returns the nested inlines.
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

/// Converts text to inlines: each line feed is a line break, and an empty line leaves only its break.
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

    /// Nests runs, each with the wraps around it, within this number of nodes.
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
        // Only one of three wraps is within the limit; the text stays.
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
