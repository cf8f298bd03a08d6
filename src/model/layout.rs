//! The space that a block takes.

/// The place and width of a block. The style sheet adapts it to the width of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// In the column of the text.
    #[default]
    Inline,
    /// Wider than the text.
    Wide,
    /// As wide as the article.
    Full,
    /// Half as wide as the text, which is beside it.
    Half,
    /// Small, with text beside it.
    Thumbnail,
}

impl Layout {
    /// The names of the layouts, separated by spaces, in the order of [`ALL`](Layout::ALL).
    pub const NAMES: &str = "inline wide full half thumbnail";

    /// Every layout.
    pub const ALL: [Layout; 5] = [Layout::Inline, Layout::Wide, Layout::Full, Layout::Half, Layout::Thumbnail];
}
