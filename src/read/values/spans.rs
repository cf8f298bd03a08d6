//! Flat runs of text with marks to nested inlines.
//!
//! Most formats say of each run which marks it carries: `A`{strong} `B`{strong, em} `C`{em}. Naively that gives
//! `<strong>A</strong><strong><em>B</em></strong><em>C</em>`; here a mark that goes on from one run to the next stays
//! open: `<strong>A<em>B</em></strong><em>C</em>`, and a link over several runs is one link.

use crate::model::{DateTime, Inline, Mark};
use crate::text::lang::{Dir, Lang};
use crate::text::swar;
use crate::text::{Label, Text};
use crate::url::SafeUrl;

/// What can stand around a run of text.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::read) enum Wrap<'a> {
    /// A link.
    Link(SafeUrl),
    /// A language or a direction.
    Span(Option<Lang>, Option<Dir>),
    /// What an abbreviation stands for.
    Abbreviation(Label<'a>),
    /// A point in time.
    Time(DateTime),
    /// A mark.
    Mark(Mark),
}

/// The rank of the innermost wraps.
const MAX_RANK: u8 = 4;

impl<'a> Wrap<'a> {
    /// The wrap around its content.
    fn around(self, content: Vec<Inline<'a>>) -> Inline<'a> {
        match self {
            Wrap::Link(url) => Inline::Link(url, content),
            Wrap::Span(lang, dir) => Inline::Span { lang, dir, content },
            Wrap::Abbreviation(title) => Inline::Abbreviation(title, content),
            Wrap::Time(date) => Inline::Time(date, content),
            Wrap::Mark(mark) => Inline::Marked(mark, content),
        }
    }

    /// Its place among wraps that open together: links outermost.
    fn rank(&self) -> u8 {
        match self {
            Wrap::Link(_) => 0,
            Wrap::Span(..) => 1,
            Wrap::Mark(Mark::Code) => MAX_RANK,
            Wrap::Mark(_) => 2,
            Wrap::Abbreviation(_) | Wrap::Time(_) => 3,
        }
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
    /// Adds a run with the wraps around it, in any order.
    pub fn push(&mut self, wraps: Vec<Wrap<'a>>, run: Inline<'a>) {
        self.add(&wraps, run);
    }

    /// Adds a run with the wraps around it, in any order.
    pub fn add(&mut self, wraps: &[Wrap<'a>], run: Inline<'a>) {
        let mut kept = 0;
        while self.open.get(kept).is_some_and(|(open, _)| wraps.contains(open)) {
            kept += 1;
        }
        self.close(kept);
        for rank in 0..=MAX_RANK {
            for wrap in wraps {
                if wrap.rank() == rank && !self.open.iter().any(|(open, _)| open == wrap) {
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
    pub fn push_lines(&mut self, wraps: &[Wrap<'a>], text: Text<'a>) {
        for inline in lines(text) {
            self.add(wraps, inline);
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

    fn text(text: &str) -> Inline<'_> {
        Inline::Text(text.into())
    }

    #[test]
    fn marks_that_go_on_stay_open() {
        let mut spans = Spans::default();
        spans.push(vec![Wrap::Mark(Mark::Strong)], text("A"));
        spans.push(vec![Wrap::Mark(Mark::Em), Wrap::Mark(Mark::Strong)], text("B"));
        spans.push(vec![Wrap::Mark(Mark::Em)], text("C"));
        let em = |content| Inline::Marked(Mark::Em, vec![text(content)]);
        let strong = Inline::Marked(Mark::Strong, vec![text("A"), em("B")]);
        assert_eq!(spans.finish(), [strong, em("C")]);
    }

    #[test]
    fn a_link_over_several_runs_is_one_link() {
        let url = SafeUrl::fragment("x");
        let mut spans = Spans::default();
        spans.push(vec![Wrap::Mark(Mark::Em), Wrap::Link(url.clone())], text("A"));
        spans.push(vec![Wrap::Link(url.clone())], text("B"));
        assert_eq!(spans.finish(), [Inline::Link(url, vec![Inline::Marked(Mark::Em, vec![text("A")]), text("B")])]);
    }

    #[test]
    fn line_feeds_are_line_breaks() {
        assert_eq!(lines("a\n\nb".into()), [text("a"), Inline::Break, Inline::Break, text("b")]);
    }
}
