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
    for item in object.get(name).map_or(&[][..], Value::one_or_many) {
        if !cx.spend(item) {
            break;
        }
        if let Some(read) = read(item, cx) {
            out.push(read);
        }
    }
    out
}
