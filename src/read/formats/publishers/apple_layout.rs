//! The layouts of Apple News components: columns of the document's grid on the page.

use crate::json::Value;
use crate::model::Layout;
use crate::read::values::layout::find_layout;
use crate::read::values::references::Index;

/// The layouts of one document.
pub(super) struct Layouts<'t> {
    /// The named layouts.
    named: Index<'t>,
    /// The columns of the page.
    columns: i64,
    /// The columns of the text, by its first component.
    text: i64,
}

impl<'t> Layouts<'t> {
    /// Reads the layouts of a document.
    pub fn new(tree: &'t Value<'t>) -> Layouts<'t> {
        let named = tree.get("componentLayouts").map(Index::of_members).unwrap_or_default();
        let columns = tree.at("layout columns").and_then(Value::as_int).unwrap_or(1).clamp(1, 100);
        let mut layouts = Layouts { named, columns, text: columns };
        let body = tree.list("components").iter().find(|component| component.str("role") == Some("body"));
        layouts.text = body.and_then(|body| layouts.find(body)).map_or(columns, |layout| layouts.span(layout));
        layouts
    }

    /// Returns a component's layout: its own, or a named one.
    fn find(&self, component: &'t Value<'t>) -> Option<&'t Value<'t>> {
        match component.get("layout")? {
            Value::String(name) => self.named.get(name),
            layout => Some(layout),
        }
    }

    /// Returns how many columns a layout spans; by default all from its first one on.
    fn span(&self, layout: &Value) -> i64 {
        let of = |name| layout.get(name).and_then(Value::as_int);
        let rest = self.columns - of("columnStart").unwrap_or(0).clamp(0, self.columns - 1);
        of("columnSpan").unwrap_or(rest).clamp(1, rest)
    }

    /// Returns the layout of a component. Text is only beside components with an anchor.
    pub fn of(&self, component: &'t Value<'t>) -> Option<Layout> {
        let Some(layout) = self.find(component) else {
            return component.str("layout").and_then(find_layout);
        };
        let span = self.span(layout);
        let ignores_margin = match layout.get("ignoreDocumentMargin") {
            Some(Value::Bool(ignores)) => *ignores,
            ignored => ignored.and_then(Value::as_str) == Some("both"),
        };
        match component.get("anchor") {
            Some(_) if span * 4 <= self.columns => Some(Layout::Thumbnail),
            Some(_) if span * 3 <= self.columns * 2 => Some(Layout::Half),
            _ if span == self.columns && ignores_margin => Some(Layout::Full),
            _ if span > self.text => Some(Layout::Wide),
            _ => None,
        }
    }
}
