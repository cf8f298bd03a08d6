//! Language tags and writing directions.

use crate::text::ascii;
use crate::text::keys::Keys;

/// A writing direction, as in the `dir` attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dir {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Dir {
    /// Returns the attribute's value.
    pub fn as_str(self) -> &'static str {
        match self {
            Dir::Ltr => "ltr",
            Dir::Rtl => "rtl",
        }
    }

    /// Returns the direction for an attribute's value.
    pub fn parse(value: &str) -> Option<Dir> {
        match value.trim().to_ascii_lowercase().as_str() {
            "ltr" => Some(Dir::Ltr),
            "rtl" => Some(Dir::Rtl),
            _ => None,
        }
    }

    /// Returns the direction of the first strong character (Unicode UAX #9, rule P2), if there is one.
    pub fn of_text(text: &str) -> Option<Dir> {
        text.chars().find_map(|c| match c {
            '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => Some(Dir::Rtl),
            '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}' => Some(Dir::Rtl),
            'A'..='Z' | 'a'..='z' => Some(Dir::Ltr),
            // Punctuation, symbols, full-width signs and emoji are weak or neutral. They are ranges because `core`'s
            // tables of letters cost 4 KB.
            '\0'..='\u{BF}' | '×' | '÷' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{3020}' => None,
            '\u{FE00}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF20}' | '\u{1F000}'..='\u{1FAFF}' => None,
            _ => Some(Dir::Ltr),
        })
    }
}

/// A language tag (BCP 47), well-formed and with hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lang(String);

impl Lang {
    /// Reads a tag; underscores count as hyphens. `None` if it is not well-formed (RFC 5646, section 2.1).
    pub fn parse(tag: &str) -> Option<Lang> {
        let mut mended = String::new();
        let mut rest = tag.trim();
        let primary = ascii::cut(rest, b"-_").0;
        let starts = primary.len() > 1 && ascii::all(primary, |c| c.is_ascii_alphabetic());
        loop {
            let (subtag, tail) = ascii::cut(rest, b"-_");
            let well_formed = (1..=8).contains(&subtag.len()) && ascii::all(subtag, |c| c.is_ascii_alphanumeric());
            mended.push_str(subtag);
            if !starts || !well_formed || mended.len() > 35 {
                return None;
            }
            let Some(tail) = tail.get(1..) else { return Some(Lang(mended)) };
            mended.push('-');
            rest = tail;
        }
    }

    /// Returns the tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the primary language subtag in lower case, such as `zh`.
    pub fn primary(&self) -> String {
        ascii::cut(&self.0, b"-").0.to_ascii_lowercase()
    }

    /// Returns the subtags after the first.
    fn behind_primary(&self) -> &str {
        ascii::split_once(&self.0, b'-').map_or("", |(_, rest)| rest)
    }

    /// Returns the script subtag in lower case, such as `hans`; empty if the tag has none.
    fn script(&self) -> String {
        let mut rest = self.behind_primary();
        while !rest.is_empty() {
            let subtag = ascii::next_part(&mut rest, b'-');
            if subtag.len() == 4 && ascii::all(subtag, |c| c.is_ascii_alphabetic()) {
                return subtag.to_ascii_lowercase();
            }
        }
        String::new()
    }

    /// Returns whether the tag has one of these subtags, in lower case and separated by spaces, after its first.
    pub fn has_subtag(&self, subtags: &str) -> bool {
        let mut rest = self.behind_primary();
        while !rest.is_empty() {
            if Keys(subtags).has(&ascii::next_part(&mut rest, b'-').to_ascii_lowercase()) {
                return true;
            }
        }
        false
    }

    /// Returns the direction of the script in the tag, otherwise that of the language's usual script.
    pub fn dir(&self) -> Dir {
        let rtl = match self.script().as_str() {
            "" => Keys("ar fa he iw ur ps yi dv ug sd ckb arc syr nqo ks prs").has(&self.primary()),
            script => Keys("arab hebr thaa syrc nkoo adlm mand rohg").has(script),
        };
        if rtl { Dir::Rtl } else { Dir::Ltr }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_and_mended() {
        assert_eq!(Lang::parse(" zh_Hans_CN ").map(|lang| lang.0).as_deref(), Some("zh-Hans-CN"));
        for tag in ["", "e", "english language", "zh--CN", "\"x", "a-very-long-tag-that-nobody-needs-at-all"] {
            assert_eq!(Lang::parse(tag), None, "{tag}");
        }
    }

    #[test]
    fn direction_follows_the_script() {
        for (tag, dir) in
            [("ar", Dir::Rtl), ("az-Arab", Dir::Rtl), ("ar-Latn", Dir::Ltr), ("he-IL", Dir::Rtl), ("zh", Dir::Ltr)]
        {
            assert_eq!(Lang::parse(tag).map(|lang| lang.dir()), Some(dir), "{tag}");
        }
        assert_eq!(Dir::of_text("«1» شنبه"), Some(Dir::Rtl));
        assert_eq!(Dir::of_text("1. 新闻"), Some(Dir::Ltr));
        assert_eq!(Dir::of_text("“𝟏 123 — 「🎉"), Some(Dir::Ltr));
        assert_eq!(Dir::of_text("123 — 「🎉！"), None);
    }
}
