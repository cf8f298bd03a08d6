//! Dates in bylines: `Ada Ley | October 25, 2026 | 11:15 AM`.

use crate::model::{Article, Author, Date, DateTime};
use crate::read::values::date_words;
use crate::text::Label;

/// The separators of such a byline; dashes have spaces around them.
const BARS: [char; 4] = ['|', '·', '•', '‧'];
const DASHES: [&str; 3] = [" – ", " — ", " - "];

/// The most parts of a byline that are searched for a date, and the longest byline, in bytes.
const MAX_PARTS: usize = 6;
const MAX_BYLINE: usize = 300;

/// Words that may precede a date.
const BEFORE: [&str; 8] = ["last updated", "updated", "published", "posted", "written", "on", "date", "am"];

/// Takes the dates out of the authors' names. The first is the date of publication, unless another member gives it.
pub(in crate::read) fn take_dates(article: &mut Article) {
    let mut found = None;
    article.authors.retain_mut(|author| {
        let Some((name, date)) = split(author) else { return true };
        found = found.or(Some(date));
        author.name = Label::new(name);
        !author.name.is_empty()
    });
    if let (Some(date), None) = (found, &article.date_published) {
        article.date_published = Some(Date::Known(date));
    }
}

/// Splits a name into the name without the date, and the date.
fn split(author: &Author) -> Option<(String, DateTime)> {
    if author.name.len() > MAX_BYLINE {
        return None;
    }
    let mut byline = author.name.to_string();
    for dash in DASHES {
        byline = byline.replace(dash, "|");
    }
    let parts: Vec<&str> = byline.split(BARS).map(str::trim).filter(|part| !part.is_empty()).collect();
    if !(2..=MAX_PARTS).contains(&parts.len()) {
        return None;
    }
    // Finds the longest run of parts that is a date as a whole.
    for length in (1..=parts.len()).rev() {
        for (start, run) in parts.windows(length).enumerate() {
            let Some(date) = parse(&run.join(" ")) else { continue };
            let names: Vec<&str> = parts
                .iter()
                .enumerate()
                .filter(|(at, _)| !(start..start + length).contains(at))
                .map(|(_, part)| *part)
                .collect();
            // A remaining time cannot be read, and means nothing without its day.
            return (!names.iter().any(|name| is_clock(name))).then(|| (names.join(" · "), date));
        }
    }
    None
}

/// Reads a text as a date, after any words before it.
fn parse(text: &str) -> Option<DateTime> {
    let mut rest = text;
    for word in BEFORE {
        let start = rest.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word));
        if let Some(behind) = start.and_then(|start| rest.get(start.len()..))
            && behind.starts_with([' ', ':'])
        {
            rest = behind.trim_start_matches([' ', ':']);
        }
    }
    date_words::parse(rest).or_else(|| DateTime::parse(rest))
}

/// Returns whether a text begins like a time of day.
fn is_clock(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let half =
        || ["am", "pm", "a.m", "p.m"].iter().any(|half| rest.trim_start().to_ascii_lowercase().starts_with(half));
    (1..=2).contains(&digits) && (rest.starts_with(':') || half())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(byline: &'static str) -> (Vec<String>, Option<String>) {
        let author = Author { name: byline.into(), ..Author::default() };
        let mut article = Article { authors: vec![author], ..Article::default() };
        take_dates(&mut article);
        let names = article.authors.iter().map(|author| author.name.to_string()).collect();
        let date = article.date_published.map(|date| match date {
            Date::Known(date) => date.to_iso(),
            Date::Verbatim(text) => text.to_string(),
        });
        (names, date)
    }

    #[test]
    fn dates_are_taken_out_of_bylines() {
        for (byline, name, date) in [
            ("ADA LEY | October 25, 2026 | 11:15 AM", "ADA LEY", "2026-10-25T11:15"),
            ("Ada Ley, The Quay · 25 Oct 2026", "Ada Ley, The Quay", "2026-10-25"),
            ("Ada Ley • Published: 2026-10-25 11:15", "Ada Ley", "2026-10-25T11:15"),
            ("25.10.2026 – Ada Ley – The Quay", "Ada Ley · The Quay", "2026-10-25"),
            ("阿达 | 2026年10月25日", "阿达", "2026-10-25"),
            ("Oct. 25, 2026 | 9am", "", "2026-10-25T09:00"),
            ("Ada Ley · Last updated on October 25, 2026 · 11:15 p.m. EST", "Ada Ley", "2026-10-25T23:15-05:00"),
        ] {
            let names = Vec::from_iter((!name.is_empty()).then(|| name.to_owned()));
            assert_eq!(taken(byline), (names, Some(date.to_owned())), "{byline}");
        }
    }

    #[test]
    fn what_is_no_date_stays() {
        for byline in [
            "Ada Ley | The Quay",
            "Ada Ley",
            "October 25, 2026",
            "Ada Ley – Reporter",
            "Ada Ley | October 25, 2026 | 11:15 AM somewhere",
            "Ada Ley-Oe | May",
        ] {
            assert_eq!(taken(byline), (vec![byline.to_owned()], None), "{byline}");
        }
    }
}
