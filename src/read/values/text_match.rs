//! Letters and digits, by which texts are compared regardless of spelling and markup.
//!
//! They are ranges because `core`'s tables of letters and cases are larger than the reader of a format.

/// Ranges, first to last, of characters that are not letters, digits or parts of them: marks above Latin letters,
/// punctuation, signs and spaces. Unassigned characters may be on either side.
const SIGNS: &[(u16, u16)] = &[
    (0x0000, 0x002F),
    (0x003A, 0x0040),
    (0x005B, 0x0060),
    (0x007B, 0x00A9),
    (0x00AB, 0x00B1),
    (0x00B4, 0x00B4),
    (0x00B6, 0x00B8),
    (0x00BB, 0x00BB),
    (0x00BF, 0x00BF),
    (0x00D7, 0x00D7),
    (0x00F7, 0x00F7),
    (0x02C2, 0x02C5),
    (0x02D2, 0x02DF),
    (0x02E5, 0x02EB),
    (0x02ED, 0x02ED),
    (0x02EF, 0x0344),
    (0x0346, 0x0362),
    (0x0375, 0x0375),
    (0x037E, 0x037E),
    (0x0384, 0x0385),
    (0x0387, 0x0387),
    (0x03F6, 0x03F6),
    (0x0482, 0x0489),
    (0x055A, 0x055F),
    (0x0589, 0x05AF),
    (0x05BE, 0x05BE),
    (0x05C0, 0x05C0),
    (0x05F3, 0x060F),
    (0x061B, 0x061F),
    (0x066A, 0x066D),
    (0x06D4, 0x06D4),
    (0x0964, 0x0965),
    (0x104A, 0x104F),
    (0x1360, 0x1368),
    (0x17D4, 0x17D6),
    (0x1800, 0x180E),
    (0x1FFD, 0x206F),
    (0x207A, 0x207E),
    (0x208A, 0x208F),
    (0x20A0, 0x20FF),
    (0x218A, 0x245F),
    (0x2500, 0x2775),
    (0x2794, 0x2BFF),
    (0x2E00, 0x2E2E),
    (0x2E30, 0x2E7F),
    (0x3000, 0x3004),
    (0x3008, 0x3020),
    (0x302A, 0x3030),
    (0x303D, 0x3040),
    (0x3099, 0x309C),
    (0x30A0, 0x30A0),
    (0x30FB, 0x30FB),
    (0xFD3E, 0xFD4F),
    (0xFE00, 0xFE6F),
    (0xFEFF, 0xFF0F),
    (0xFF1A, 0xFF20),
    (0xFF3B, 0xFF40),
    (0xFF5B, 0xFF65),
    (0xFFE0, 0xFFFF),
];

/// The first and the last capital of a range, and their distance to the small letters; 0 if each small letter follows
/// its capital.
const CAPITALS: &[(u16, u16, u16)] = &[
    (0x0041, 0x005A, 32),
    (0x00C0, 0x00D6, 32),
    (0x00D8, 0x00DE, 32),
    (0x0100, 0x012E, 0),
    (0x0132, 0x0136, 0),
    (0x0139, 0x0147, 0),
    (0x014A, 0x0176, 0),
    (0x0179, 0x017D, 0),
    (0x01A0, 0x01A0, 0),
    (0x01AF, 0x01AF, 0),
    (0x01CD, 0x01DB, 0),
    (0x01DE, 0x01EE, 0),
    (0x01F8, 0x021E, 0),
    (0x0222, 0x0232, 0),
    (0x0386, 0x0386, 38),
    (0x0388, 0x038A, 37),
    (0x038C, 0x038C, 64),
    (0x038E, 0x038F, 63),
    (0x0391, 0x03A1, 32),
    (0x03A3, 0x03AB, 32),
    (0x0400, 0x040F, 80),
    (0x0410, 0x042F, 32),
    (0x0460, 0x0480, 0),
    (0x048A, 0x04BE, 0),
    (0x04C1, 0x04CD, 0),
    (0x04D0, 0x052E, 0),
    (0x0531, 0x0556, 48),
    (0x1E00, 0x1E94, 0),
    (0x1EA0, 0x1EFE, 0),
    (0xFF21, 0xFF3A, 32),
];

/// Returns whether a character is a letter or a digit, or a mark that belongs to one.
pub(in crate::read) fn is_letter(c: char) -> bool {
    let code = c as u32;
    for (first, last) in SIGNS {
        if code <= u32::from(*last) {
            return code < u32::from(*first);
        }
    }
    // Emoji and other pictures, and tags.
    !matches!(code, 0x1F18A..0x1FBF0 | 0xE0000..)
}

/// Returns a letter in lower case: of the Latin, Greek, Cyrillic and Armenian scripts.
fn lower(c: char) -> char {
    let code = c as u32;
    for (first, last, distance) in CAPITALS {
        let (first, last) = (u32::from(*first), u32::from(*last));
        if (first..=last).contains(&code) && (*distance > 0 || (code - first).is_multiple_of(2)) {
            return char::from_u32(code + u32::from(*distance).max(1)).unwrap_or(c);
        }
    }
    c
}

/// Returns whether a letter is a capital of one of these scripts.
pub(in crate::read) fn is_capital(c: char) -> bool {
    lower(c) != c
}

/// Returns the letters and digits of a text in lower case.
pub(in crate::read) fn letters(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if is_letter(c) {
            out.push(lower(c));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_and_digits_count() {
        assert_eq!(letters("“Éire’s 2nd — ŠKODA!” ЖУК, Ёж; ΆΛΦΑ. Thế Ưu"), "éires2ndškodaжукёжάλφαthếưu");
        assert_eq!(letters("新闻：一、二。「三」🎉"), "新闻一二三");
    }

    /// Every letter or digit of Unicode is one here. The reverse holds in ranges where spellings may differ, except for
    /// a few unassigned characters.
    #[test]
    fn letters_are_those_of_unicode() {
        let mut others = String::new();
        for c in '\0'..=char::MAX {
            assert!(is_letter(c) || !c.is_alphanumeric(), "{c} {:x}", c as u32);
            let counts =
                matches!(c as u32, 0..=0x5AF | 0x2000..=0x206F | 0x3000..=0x303F | 0xFE10..=0xFE6F | 0xFF00..=0xFFFF);
            if counts && is_letter(c) && !c.is_alphanumeric() {
                others.push(c);
            }
        }
        assert!(others.chars().count() < 30, "{others}");
        assert!(others.chars().all(|c| matches!(c as u32, 0x378..=0x3A2 | 0x530..=0x558 | 0x3036..=0x3037 | 0xFFBF..)));
    }

    /// A letter with a lower case here has the same one in Unicode; in the scripts of Europe's languages all have it
    /// here.
    #[test]
    fn cases_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            let small: Vec<char> = c.to_lowercase().collect();
            let european = matches!(c, 'A'..='ſ' | 'Ά'..='Ϋ' | 'Ѐ'..='ԯ' | 'Ա'..='Ֆ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ');
            let known = small == [lower(c)];
            assert!(known || lower(c) == c && (!european || matches!(c, 'İ' | 'Ÿ' | 'Ӏ')), "{c} {:x}", c as u32);
            assert_eq!(is_capital(c), lower(c) != c);
        }
    }
}
