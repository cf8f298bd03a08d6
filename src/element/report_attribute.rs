//! The attribute `report`: the short report, which the script passes to the host with `load`.

use crate::output::report_json::to_json;
use crate::report::Report;

/// Formats the report as JSON without the warnings: these are for the server, and pages need not fetch them.
pub(super) fn report(report: &Report) -> String {
    let short = Report {
        format: report.format,
        articles: report.articles,
        headline: report.headline.clone(),
        date_published: report.date_published.clone(),
        author: report.author.clone(),
        lang: report.lang.clone(),
        warnings: Vec::new(),
    };
    to_json(Ok(&short))
}
