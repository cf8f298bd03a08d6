//! Pictures in several sizes, as publishers' systems list them.

use crate::json::Value;
use crate::model::{Candidate, Image};
use crate::read::Context;
use crate::report::WarningCode;
use crate::text::{Label, Text};

/// The largest width of the default file; wider files are candidates for dense screens.
const USUAL_WIDTH: u32 = 1300;

/// The most candidates that are kept.
const MAX_CANDIDATES: usize = 8;

/// The most files that are examined: each is compared with the earlier ones.
const MAX_FILES: usize = 50;

/// Returns a picture from its files, each with its width in pixels, or 0 if unknown.
///
/// Warnings are about `at`. Without a usable file, the picture is only its text alternative.
pub(in crate::read) fn picture<'t>(
    at: &Value,
    files: &[(Text, u32)],
    alt: Option<Label<'t>>,
    size: Option<(u32, u32)>,
    cx: &mut Context,
) -> Option<Image<'t>> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for (url, width) in files.iter().take(MAX_FILES) {
        if url.starts_with("bundle:") {
            cx.warn(WarningCode::Unresolved, at, &["a file that is not in the input: ", url]);
        } else if !url.trim().is_empty()
            && !candidates.iter().any(|other| other.width == *width)
            && let Some(src) = cx.judge(url, cx.media_purpose(), at)
        {
            let place = candidates.partition_point(|other| other.width < *width);
            candidates.insert(place, Candidate { src, width: *width });
        }
    }
    let usual = candidates.iter().rev().find(|candidate| candidate.width <= USUAL_WIDTH).or(candidates.first());
    let src = usual.map(|candidate| candidate.src.clone());
    candidates.retain(|candidate| candidate.width > 0);
    candidates.truncate(MAX_CANDIDATES);
    if candidates.len() == 1 {
        candidates.clear();
    }
    if src.is_some() && alt.is_none() {
        cx.missing_alt(at);
    }
    let alt = alt.unwrap_or_default();
    (src.is_some() || !alt.is_empty()).then_some(Image { src, candidates, alt, size, focus: None })
}
