//! Lists of values, each read by the same reader.

use crate::json::Value;
use crate::read::Context;

/// What a reader makes of each item of a list, as far as the budget reaches; one value is a list of one.
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

/// The items of the list in a member; none without one. In one place for the lists of all types, for the browser's sake.
#[inline(never)]
fn items<'t>(object: &'t Value<'t>, name: &str) -> &'t [Value<'t>] {
    object.get(name).map_or(&[], Value::one_or_many)
}

/// Takes the next item from a list, and a node from the budget; nothing where either is at its end.
#[inline(never)]
pub(in crate::read) fn next_item<'v, 't>(rest: &mut &'v [Value<'t>], cx: &mut Context) -> Option<&'v Value<'t>> {
    let (item, tail) = rest.split_first()?;
    *rest = tail;
    cx.spend(item).then_some(item)
}
