//! Shows a person at a terminal the progress of a bulk run.

use article_widget::Error;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// The shortest time between two updates.
const PERIOD: Duration = Duration::from_millis(500);

/// The progress of a run.
pub struct Progress {
    /// Whether progress is shown.
    is_seen: bool,
    start: Instant,
    shown: Instant,
    /// The size of the input in bytes, if known.
    size: Option<u64>,
    /// How many bytes have been answered.
    bytes: u64,
    /// How many lines an earlier run has answered.
    skipped: u64,
    lines: u64,
    failed: u64,
    /// The first line without an article: its number and the error.
    first: Option<(u64, String)>,
}

impl Progress {
    /// Creates the progress of a run; `size` is that of the input in bytes, `skipped` the lines that an earlier run
    /// answered.
    pub fn new(size: Option<u64>, skipped: u64) -> Progress {
        let now = Instant::now();
        let is_seen = io::stderr().is_terminal();
        Progress { is_seen, start: now, shown: now, size, bytes: 0, skipped, lines: 0, failed: 0, first: None }
    }

    /// Counts bytes that an earlier run answered.
    pub fn skip(&mut self, bytes: u64) {
        self.bytes += bytes;
    }

    /// Counts an answer to a line of this many bytes.
    pub fn note(&mut self, bytes: u64, error: Option<Error>) {
        self.bytes += bytes;
        self.lines += 1;
        if let Some(error) = error {
            self.failed += 1;
            self.first
                .get_or_insert_with(|| (self.skipped + self.lines, format!("{}: {error}", error.code().as_str())));
        }
        if self.is_seen && self.shown.elapsed() > PERIOD {
            self.shown = Instant::now();
            // Returns to the start of the line and clears it.
            let _ = write!(io::stderr(), "\r{}\x1b[K", self.describe(self.start.elapsed()));
        }
    }

    /// Reports the outcome: on a terminal, or if the answers went to a file.
    pub fn end(&self, is_file: bool) {
        let start = if self.is_seen { "\r\x1b[K" } else { "" };
        if self.is_seen || is_file {
            let _ = writeln!(io::stderr(), "{start}article-widget: {}", self.describe(self.start.elapsed()));
            if let Some((line, reason)) = &self.first {
                let _ = writeln!(io::stderr(), "article-widget: the first line without an article is {line}: {reason}");
            }
        }
    }

    /// Describes the progress after some time in a few words.
    fn describe(&self, after: Duration) -> String {
        let mut out = format!("{} lines", self.lines);
        if self.skipped > 0 {
            out += &format!(" after {}", self.skipped);
        }
        if let Some(size) = self.size.filter(|size| *size > 0) {
            out += &format!(", {} %", self.bytes.min(size) * 100 / size);
        }
        let seconds = after.as_secs_f64();
        if seconds > 0.0 {
            out += &format!(", {:.0} a second", self.lines as f64 / seconds);
        }
        if self.failed > 0 {
            out += &format!(", {} without an article", self.failed);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "a test")]

    use super::*;

    #[test]
    fn it_is_told_in_a_few_words() {
        let mut progress = Progress::new(Some(200), 7);
        progress.note(90, None);
        progress.note(10, article_widget::check(b"{", &Default::default()).err());
        assert_eq!(
            progress.describe(Duration::from_secs(2)),
            "2 lines after 7, 50 %, 1 a second, 1 without an article"
        );
        assert_eq!(progress.first.expect("one").0, 9);
    }
}
