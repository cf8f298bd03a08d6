//! No calendar at all.

use crate::render::IsoDates;

/// Dates as in ISO 8601.
pub(crate) fn locales() -> IsoDates {
    IsoDates
}
