//! Labels: names, titles and other texts that are shown beside text of other authors.

use super::clean::{Cleaner, Text};
use super::template;
use std::fmt;
use std::ops::Deref;

/// A text in one line that cannot disguise the text beside it: trimmed, without controls and without any bidi control
/// (Unicode TR #36, section 3.1). The only way to make one is to clean a text.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Label<'a>(Text<'a>);

impl<'a> Label<'a> {
    /// The longest label, in characters; a longer text is cut off and ends with an ellipsis.
    pub const MAX: usize = 1000;

    /// Cleans a text to a label, which is empty if nothing remains.
    ///
    /// ```
    /// use article_widget::Label;
    /// assert_eq!(&*Label::new(" report\u{202E}fdp.exe "), "reportfdp.exe");
    /// ```
    pub fn new(text: impl Into<Text<'a>>) -> Label<'a> {
        Label::clean(text, &mut Cleaner::default())
    }

    /// Does the same with a cleaner, which notes what was left out.
    pub(crate) fn clean(text: impl Into<Text<'a>>, cleaner: &mut Cleaner) -> Label<'a> {
        Label::of_clean(cleaner.label(text), cleaner)
    }

    /// Makes a label from a clean text.
    #[inline(never)]
    fn of_clean(text: Text<'a>, cleaner: &mut Cleaner) -> Label<'a> {
        let label = match text {
            Text::Borrowed(text) => Text::Borrowed(text.trim()),
            Text::Owned(text) => Text::Owned(text.trim().to_owned()),
        };
        if template::start(&label, Label::MAX).len() == label.len() {
            return Label(label);
        }
        cleaner.cut = true;
        Label(Text::Owned(template::shortened(&label, Label::MAX - 1)))
    }

    /// Returns the label without borrowing.
    pub fn into_owned(self) -> Label<'static> {
        Label(Text::Owned(self.0.into_owned()))
    }
}

impl Deref for Label<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<&str> for Label<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl AsRef<str> for Label<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<'a> From<&'a str> for Label<'a> {
    fn from(text: &'a str) -> Label<'a> {
        Label::new(text)
    }
}

impl From<String> for Label<'_> {
    fn from(text: String) -> Self {
        Label::new(text)
    }
}

impl<'a> From<Text<'a>> for Label<'a> {
    fn from(text: Text<'a>) -> Label<'a> {
        Label::new(text)
    }
}

impl<'a> From<Label<'a>> for Text<'a> {
    fn from(label: Label<'a>) -> Text<'a> {
        label.0
    }
}

impl fmt::Debug for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}
