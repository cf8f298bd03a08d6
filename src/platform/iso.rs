//! Dates and numbers without a calendar.

use crate::render::IsoDates;

/// Returns dates in ISO 8601.
pub(crate) fn locales() -> IsoDates {
    IsoDates
}
