//! The picture behind an element, in its style.

/// Returns the address of the picture behind an element.
pub(crate) fn find(style: &str) -> Option<&str> {
    let (_, rest) = style.split_once("url(")?;
    let address = rest.split_once(')')?.0.trim().trim_start_matches("&quot;").trim_end_matches("&quot;");
    Some(address.trim_matches(['"', '\''])).filter(|address| !address.is_empty())
}
