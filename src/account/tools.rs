//! What the accounting needs from the readers.

use crate::text::Text;
use crate::url::SafeUrl;

/// Functions of the readers of HTML and of dates.
#[derive(Clone, Copy)]
pub(crate) struct Tools {
    /// Decodes character references.
    pub decode: fn(&str) -> Text<'_>,
    /// Returns the page for readers if the address is that of a player, otherwise the address itself.
    pub page: fn(SafeUrl) -> SafeUrl,
    /// Returns whether a text is a date.
    pub is_date: fn(&str) -> bool,
}
