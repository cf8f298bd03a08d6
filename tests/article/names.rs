//! The tables of names in `www/render/names.js` match the renderer's.

use article_widget::render::{Attr, Tag, UrlAttr};
use std::fmt::Write;
use std::{fs, path::Path};

#[test]
fn the_player_has_the_same_tables() {
    let mut module = String::from(
        "// Written by `UPDATE_GOLDEN=1 cargo test --test article names` from src/render/names.rs.\n\n\
         /** The elements an article may hold, by the index in an `open` operation. */\n",
    );
    push(&mut module, "TAGS", Tag::NAMES.iter().copied());
    module.push_str(
        "\n/** Their attributes, by the index in an `attribute` operation; those with URLs stand at the end. */\n",
    );
    push(&mut module, "ATTRIBUTES", Attr::NAMES.iter().chain(UrlAttr::NAMES).copied());

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/render/names.js");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &module).expect("a writable file");
    }
    let written = fs::read_to_string(&path).expect("www/render/names.js is there");
    assert_eq!(
        written, module,
        "www/render/names.js is not up to date: UPDATE_GOLDEN=1 cargo test --test article names"
    );
}

/// Writes a list of names as one text, which is smaller than an array by at least a character per name.
fn push<'a>(module: &mut String, name: &str, names: impl Iterator<Item = &'a str>) {
    let _ = write!(module, "export const {name} = (\n  '");
    let mut width = 0;
    for (index, name) in names.enumerate() {
        if width > 100 {
            module.push_str(" ' +\n  '");
            width = 0;
        } else if index > 0 {
            module.push(' ');
        }
        module.push_str(name);
        width += name.len() + 1;
    }
    module.push_str("'\n).split(' ');\n");
}
