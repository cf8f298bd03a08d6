//! Documents of every format with random edits.
//!
//! The first byte selects the format to read, the second a document of `tests/formats`, and each further group of four
//! is an edit: two bytes for the place, the operation, and its operand. So every input is a document that a reader can
//! work on.
#![no_main]

mod sound;

use article_widget::json::{self, Value};
use article_widget::{Batch, Options, render::IsoDates, render_tree};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;
use std::{fs, path::Path};

const FORMATS: &[&str] = &[
    "article", "jsonld", "jsonfeed", "wordpress", "ghost", "guardian-dcr", "bbc-optimo", "bbc-cps", "contentful",
    "apple-news", "lexical", "prosemirror", "editorjs", "mobiledoc", "draftjs", "portable-text", "arc-ans", "ninjs",
    "readability", "mercury", "slate", "blocknote", "contentstack", "datocms", "notion", "prismic", "quill", "bard",
    "telegraph", "drupal", "wpgraphql", "wagtail", "guardian-capi", "nyt", "ap", "newsapi", "gnews", "generic",
];

/// Strings with a meaning to readers.
const STRINGS: &[&str] = &[
    "", " ", "a", "By Ann and Bo", "https://e.org/a?b=c#d", "//e.org", "javascript:a", "data:image/png;base64,AA", "0",
    "1e400", "2024-01-02T03:04:05+01:00", "99999-99-99", "ar", "zh-Hant-TW", "<p>a<b>b</p>c", "<table><td>", "&amp;&#0;",
    "**a** [b](https://e.org)", "\u{202E}\u{FEFF}", "bundle://a", "{\"root\":{\"type\":\"root\"}}", "é\n\n😀",
];

fuzz_target!(|input: &[u8]| {
    let [format, document, edits @ ..] = input else { return };
    let documents = documents();
    let Some(document) = documents.get(usize::from(*document) % documents.len()) else { return };
    let mut tree = document.clone();
    let mut nodes_left = 20_000;
    for edit in edits.chunks_exact(4).take(64) {
        let place = usize::from(u16::from_le_bytes([edit[0], edit[1]]));
        let mut place = place % count(&tree);
        apply(&mut tree, &mut place, edit[2], edit[3], &mut nodes_left);
    }
    let mut options = Options::default();
    // About every fourth document has a number beyond the list: its format is recognised.
    options.format = FORMATS.get(usize::from(*format) % 52).map(|format| (*format).to_owned());
    let mut batch = Batch::default();
    if let Ok(report) = render_tree(&tree, &options, &IsoDates, &mut batch) {
        sound::assert_sound(&batch, &report, &options);
    }
});

/// Returns the documents of the tests, all of which were written for this project.
fn documents() -> &'static [Value<'static>] {
    static DOCUMENTS: OnceLock<Vec<Value<'static>>> = OnceLock::new();
    DOCUMENTS.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/formats");
        let mut files: Vec<_> = fs::read_dir(folder).expect("documents").map(|file| file.expect("a file").path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
        files.sort();
        let texts = files.iter().map(|file| fs::read(file).expect("a readable file").leak());
        texts.map(|text| json::parse(text).expect("JSON")).collect()
    })
}

/// Returns how many values a value contains, including itself.
fn count(value: &Value) -> usize {
    let inner: usize = match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.iter().map(|(_, member)| count(member)).sum(),
        _ => 0,
    };
    1 + inner
}

/// Returns the value at a place, counted in the order of the text.
fn at<'v, 't>(value: &'v Value<'t>, place: &mut usize) -> Option<&'v Value<'t>> {
    if *place == 0 {
        return Some(value);
    }
    *place -= 1;
    match value {
        Value::Array(items) => items.iter().find_map(|item| at(item, place)),
        Value::Object(members) => members.iter().find_map(|(_, member)| at(member, place)),
        _ => None,
    }
}

/// Edits the value at a place; returns whether the place was found.
fn apply(value: &mut Value<'static>, place: &mut usize, edit: u8, with: u8, nodes_left: &mut usize) -> bool {
    if *place == 0 {
        change(value, edit, with, nodes_left);
        return true;
    }
    *place -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| apply(item, place, edit, with, nodes_left)),
        Value::Object(members) => members.iter_mut().any(|(_, member)| apply(member, place, edit, with, nodes_left)),
        _ => false,
    }
}

/// Replaces a value, or changes its content.
fn change(value: &mut Value<'static>, edit: u8, with: u8, nodes_left: &mut usize) {
    let which = usize::from(with);
    let size = count(value);
    match (edit % 10, &mut *value) {
        (0, _) => *value = Value::Null,
        (1, _) => *value = Value::Bool(with % 2 == 0),
        (2, _) => *value = Value::Number(json::Number::Int(i64::from(with as i8) << (with % 60))),
        (3 | 4, _) => *value = Value::String(STRINGS[which % STRINGS.len()].into()),
        (5, Value::Array(items)) if !items.is_empty() => drop(items.remove(which % items.len())),
        (5, Value::Object(members)) if !members.is_empty() => drop(members.remove(which % members.len())),
        (6, Value::Array(items)) if !items.is_empty() && size < *nodes_left => {
            *nodes_left -= size;
            items.extend(items.clone());
        }
        (6, Value::Object(members)) if members.len() > 1 => {
            let (one, other) = (which % members.len(), which / 7 % members.len());
            let name = members[one].0.clone();
            members[other].0 = name;
        }
        // Nests the value in itself repeatedly.
        (7, _) => {
            for _ in 0..which % 5 {
                let size = count(value);
                if size >= *nodes_left {
                    break;
                }
                *nodes_left -= size;
                let inner = value.clone();
                match value {
                    Value::Array(items) => items.push(inner),
                    Value::Object(members) => {
                        let names = ["children", "content", "items", "blocks", "components", "elements", "model"];
                        members.push((names[which % names.len()].into(), Value::Array(vec![inner])));
                    }
                    _ => {}
                }
            }
        }
        (8, _) => *value = Value::Array(vec![std::mem::replace(value, Value::Null)]),
        // Inserts a value of another document.
        _ => {
            let documents = documents();
            let other = &documents[which % documents.len()];
            let mut place = (which * 31 + usize::from(edit)) % count(other);
            if let Some(other) = at(other, &mut place).filter(|other| count(other) < *nodes_left) {
                *nodes_left -= count(other);
                value.clone_from(other);
            }
        }
    }
}
