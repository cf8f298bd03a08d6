//! The sinks of a rendering, and its report as JSON.

pub(crate) mod batch;
pub(crate) mod html;
pub(crate) mod report_json;
