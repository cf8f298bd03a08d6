//! Dates and numbers by `Intl` of the JavaScript engine.

use crate::model::Precision;
use crate::render::{Locales, Moment};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// Returns the dates and numbers of `Intl`.
pub(crate) fn locales() -> JsLocales {
    JsLocales
}

/// Dates and numbers by `Intl`.
pub(crate) struct JsLocales;

impl Locales for JsLocales {
    fn date(&self, lang: &str, moment: Moment) -> Option<String> {
        let options = Object::new();
        let set = |name: &str, value: &str| Reflect::set(&options, &name.into(), &value.into()).is_ok();
        set("timeZone", moment.zone.unwrap_or("UTC"));
        set("dateStyle", "long");
        match moment.precision {
            Precision::Day => {}
            Precision::Minute => _ = set("timeStyle", "short"),
            Precision::Second => _ = set("timeStyle", "medium"),
        }
        // The constructor throws for a language or zone that the engine does not know, and js-sys does not catch this.
        let constructor =
            Reflect::get(&Reflect::get(&js_sys::global(), &"Intl".into()).ok()?, &"DateTimeFormat".into()).ok()?;
        let arguments = Array::of2(&lang.into(), &options);
        let formatter = Reflect::construct(&Function::from(constructor), &arguments).ok()?;
        let format = Intl::DateTimeFormat::from(formatter).format();
        let date = Date::new(&JsValue::from_f64(moment.seconds as f64 * 1000.0));
        format.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()
    }
}
