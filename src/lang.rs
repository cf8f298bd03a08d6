//! Language tags and writing directions.

/// A writing direction, as in the `dir` attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dir {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Dir {
    /// The attribute's value.
    pub fn as_str(self) -> &'static str {
        match self {
            Dir::Ltr => "ltr",
            Dir::Rtl => "rtl",
        }
    }

    /// The direction that an attribute's value names.
    pub fn parse(value: &str) -> Option<Dir> {
        match value.trim().to_ascii_lowercase().as_str() {
            "ltr" => Some(Dir::Ltr),
            "rtl" => Some(Dir::Rtl),
            _ => None,
        }
    }

    /// The direction of the first strong character (Unicode UAX #9, rule P2), if there is one.
    pub fn of_text(text: &str) -> Option<Dir> {
        text.chars().find_map(|c| match c {
            '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => Some(Dir::Rtl),
            '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}' => Some(Dir::Rtl),
            'A'..='Z' | 'a'..='z' => Some(Dir::Ltr),
            // Punctuation, symbols, full-width signs and emoji are weak or neutral; by ranges, since `core`'s tables of
            // letters cost 4 KB.
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
    /// Reads a tag; underscores are taken for hyphens. Nothing when it is not well-formed (RFC 5646, section 2.1).
    pub fn parse(tag: &str) -> Option<Lang> {
        let tag = tag.trim().replace('_', "-");
        let mut subtags = tag.split('-');
        let primary = subtags.next().unwrap_or("");
        let starts = (2..=8).contains(&primary.len()) && primary.bytes().all(|c| c.is_ascii_alphabetic());
        let goes_on = subtags.all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|c| c.is_ascii_alphanumeric()));
        (starts && goes_on && tag.len() <= 35).then_some(Lang(tag))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language subtag in lower case, such as `zh`.
    pub fn primary(&self) -> String {
        self.0.split('-').next().unwrap_or("").to_ascii_lowercase()
    }

    /// Whether the tag has this subtag behind its first, ignoring case.
    pub fn has_subtag(&self, subtag: &str) -> bool {
        self.0.split('-').skip(1).any(|s| s.eq_ignore_ascii_case(subtag))
    }

    /// The direction of the language's script: of the one that the tag names, else of the usual one.
    pub fn dir(&self) -> Dir {
        const RTL_SCRIPTS: [&str; 8] = ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Mand", "Rohg"];
        const RTL_LANGUAGES: [&str; 16] =
            ["ar", "fa", "he", "iw", "ur", "ps", "yi", "dv", "ug", "sd", "ckb", "arc", "syr", "nqo", "ks", "prs"];
        let script = self.0.split('-').skip(1).find(|s| s.len() == 4 && s.bytes().all(|c| c.is_ascii_alphabetic()));
        let rtl = match script {
            Some(script) => RTL_SCRIPTS.iter().any(|rtl| rtl.eq_ignore_ascii_case(script)),
            None => RTL_LANGUAGES.contains(&self.primary().as_str()),
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
