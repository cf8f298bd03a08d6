//! Notion's running text: runs with annotations.

use crate::json::Value;
use crate::model::{Inline, Mark};
use crate::read::Context;
use crate::read::formats::editors::engine::inline_nodes::Runs;
use crate::read::formats::editors::engine::marks;
use crate::read::values::spans::{Wrap, wrap};

/// Returns the running text of a block; older versions of the API call it `text`.
pub(super) fn find_texts<'t>(content: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let list = content.get("rich_text").or_else(|| content.get("text"));
    read_inlines(list.map_or(&[][..], Value::items), cx)
}

/// Reads the caption of a block.
pub(super) fn read_caption<'t>(content: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    read_inlines(content.list("caption"), cx)
}

/// Reads running text from runs with annotations.
pub(super) fn read_inlines<'t>(list: &'t [Value<'t>], cx: &mut Context) -> Vec<Inline<'t>> {
    let mut runs = Runs::default();
    for run in list {
        if !cx.spend(run) {
            break;
        }
        let mut wraps = Vec::new();
        for (name, on) in run.get("annotations").unwrap_or(&Value::Null).members() {
            if on.as_bool() == Some(true) {
                marks::add_mark(name, on, &mut wraps, cx);
            }
        }
        if run.str("type") == Some("equation") {
            wrap(&mut wraps, Wrap::Mark(Mark::Code));
        }
        let address = run.get("href").or_else(|| run.at("text link url"));
        // A link within the site has no host, and is useless elsewhere.
        if let Some(url) = address.filter(|url| url.as_str().is_some()).and_then(|url| cx.link(url)) {
            wrap(&mut wraps, Wrap::link(url));
        }
        let text = run.at("text content").or_else(|| run.get("plain_text")).or_else(|| run.at("equation expression"));
        if let Some(at @ Value::String(text)) = text {
            runs.text(&wraps, cx.lines_within(at, text), at, cx);
        }
    }
    runs.take(list.first().unwrap_or(&Value::Null), cx)
}
