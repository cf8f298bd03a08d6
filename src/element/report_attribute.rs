//! The attribute `report`: the report in short, which the script hands to the host with `load`.

use crate::output::report_json::to_json;
use crate::report::Report;

/// The report as JSON, without the warnings: they are the server's to read, and nothing that a page has to fetch.
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
