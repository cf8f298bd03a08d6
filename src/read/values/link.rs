//! Links.

use crate::url::SafeUrl;

/// Returns the name of a link without a title: its host, or the whole address if it has none.
pub(in crate::read) fn display_name(url: &SafeUrl) -> String {
    if url.host().is_empty() { url.as_str().to_owned() } else { url.host().to_owned() }
}
