//! Any JSON as any format: the first byte says which, so that detection does not stand in the way.
#![no_main]

use article_widget::{Batch, Options, json, render::IsoDates, render_tree};
use libfuzzer_sys::fuzz_target;

const FORMATS: &[&str] = &[
    "article", "jsonld", "jsonfeed", "wordpress", "ghost", "guardian-dcr", "bbc-optimo", "bbc-cps", "contentful",
    "apple-news", "lexical", "prosemirror", "editorjs", "mobiledoc", "draftjs", "portable-text", "arc-ans", "ninjs",
    "readability", "mercury", "slate",
];

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let Ok(tree) = json::parse(text.as_bytes()) else { return };
    let mut options = Options::default();
    options.format = FORMATS.get(usize::from(choice) % FORMATS.len()).map(|format| (*format).to_owned());
    let _ = render_tree(&tree, &options, &IsoDates, &mut Batch::default());
});
