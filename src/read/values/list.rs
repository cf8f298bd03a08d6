//! Lists of values, each read by the same reader.

use crate::json::Value;
use crate::read::Context;

/// Reads each item of a list until the budget is used up; a single value is a list of one.
pub(in crate::read) fn read_list<'t, T>(
    object: &'t Value<'t>,
    name: &str,
    cx: &mut Context,
    read: impl Fn(&'t Value<'t>, &mut Context) -> Option<T>,
) -> Vec<T> {
    let mut out = Vec::new();
    let mut rest = items(object, name);
    while let Some(item) = next_item(&mut rest, cx) {
        if let Some(read) = read(item, cx) {
            out.push(read);
        }
    }
    out
}

/// Returns the items of the list in a member, if any. It is not generic, to keep the browser's module small.
#[inline(never)]
fn items<'t>(object: &'t Value<'t>, name: &str) -> &'t [Value<'t>] {
    object.get(name).map_or(&[], Value::one_or_many)
}

/// Takes the next item from a list, and a node from the budget; `None` if either is used up.
#[inline(never)]
pub(in crate::read) fn next_item<'v, 't>(rest: &mut &'v [Value<'t>], cx: &mut Context) -> Option<&'v Value<'t>> {
    let (item, tail) = rest.split_first()?;
    *rest = tail;
    cx.spend(item).then_some(item)
}
