//! Few files of `src` use each other in a circle: only those for recursive content, such as blocks in blocks.
#![allow(clippy::expect_used, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The most files that may use each other in a circle.
const MOST: usize = 7;

/// The modules that each module uses, by path: `read::native::block`.
type Uses = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_circle_has_more_than_seven_files() {
    for circle in circles(&uses(&sources())) {
        assert!(circle.len() <= MOST, "{} files use each other in a circle: {}", circle.len(), circle.join(", "));
    }
}

#[test]
fn circles_stay_in_one_folder() {
    for circle in circles(&uses(&sources())) {
        let folder = |module: &String| module.rsplit_once("::").map_or("", |(folder, _)| folder).to_owned();
        // `mod.rs` of a folder counts as one of its files.
        let folders: BTreeSet<String> = circle
            .iter()
            .map(
                |module| {
                    if circle.iter().any(|other| folder(other) == *module) { module.clone() } else { folder(module) }
                },
            )
            .collect();
        assert!(folders.len() == 1, "a circle over the folders {folders:?}: {}", circle.join(", "));
    }
}

/// Checks dependencies between folders: the engine of a family must not use its formats, readers must not use rendering
/// or the page, values must not use formats.
#[test]
fn folders_point_one_way() {
    const FORBIDDEN: &[(&str, &[&str])] = &[
        ("json", &["model", "read", "render", "output", "options", "pipeline", "wasm"]),
        ("text", &["json", "model", "read", "render", "output", "options", "pipeline", "wasm"]),
        ("model", &["read", "render", "output", "pipeline", "wasm"]),
        ("read", &["render", "output", "platform", "pipeline", "wasm"]),
        ("renditions", &["json", "read", "render", "output", "options", "pipeline", "wasm"]),
        ("render", &["json", "read", "output", "pipeline", "wasm"]),
        ("output", &["read", "pipeline", "wasm"]),
        ("read::values", &["read::native", "read::formats", "read::registry"]),
        ("read::native", &["read::formats", "read::registry"]),
        ("read::html", &["read::native", "read::formats", "read::registry"]),
        ("read::html::parse", &["read::html::convert"]),
        ("read::formats::web", &["read::registry", "read::formats::publishers"]),
        ("read::formats::publishers", &["read::registry", "read::formats::editors"]),
        ("read::formats::editors", &["read::registry", "read::formats::web", "read::formats::publishers"]),
    ];
    let uses = uses(&sources());
    let lies_in = |module: &str, folder: &str| {
        module.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    for (module, used) in &uses {
        for (folder, forbidden) in FORBIDDEN.iter().filter(|(folder, _)| lies_in(module, folder)) {
            for other in used {
                let wrong = forbidden.iter().any(|forbidden| lies_in(other, forbidden));
                assert!(!wrong, "{module}, in the folder {folder}, uses {other}");
            }
        }
        // The engine of a family is below its formats.
        if let Some((family, _)) = module.split_once("::engine") {
            for other in used {
                let wrong = lies_in(other, family) && !other.starts_with(&format!("{family}::engine"));
                assert!(!wrong, "{module}, of an engine, uses {other}");
            }
        }
    }
}

/// Returns the modules of `src` with their text, without comments and unit tests.
fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut out = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path: PathBuf = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let below = path.strip_prefix(&root).expect("below src").with_extension("");
                let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                let module = parts.join("::");
                let module = module.strip_suffix("::mod").unwrap_or(&module).to_owned();
                let text = fs::read_to_string(&path).expect("a source");
                let text = text.split("\nmod tests {").next().unwrap_or("");
                // Comments and visibilities are not uses.
                let code = |line: &str| line.split("//").next().unwrap_or("").replace("pub(in crate::", "pub(in ");
                out.insert(module, text.lines().map(code).collect::<Vec<_>>().join("\n"));
            }
        }
    }
    assert!(out.len() > 100, "{} sources", out.len());
    out
}

/// Returns the modules that each module uses: the paths of its `use` declarations and those in its code.
fn uses(sources: &BTreeMap<String, String>) -> Uses {
    let mut uses = Uses::new();
    for (module, text) in sources {
        let mut paths = Vec::new();
        for part in text.split("use ").skip(1) {
            spread("", part.split(';').next().unwrap_or(""), &mut paths);
        }
        for part in text.split("crate::").skip(1) {
            let end = part.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(part.len());
            paths.push(format!("crate::{}", part.get(..end).unwrap_or("").trim_end_matches(':')));
        }
        let used = paths.iter().filter_map(|path| target(sources, module, path)).filter(|other| other != module);
        uses.insert(module.clone(), used.collect());
    }
    uses
}

/// Lists the paths of a tree of a `use` declaration: `a::{b, c::d}`.
fn spread(before: &str, tree: &str, out: &mut Vec<String>) {
    let tree = tree.trim();
    let Some((head, list)) = tree.split_once('{') else {
        out.push(format!("{before}{}", tree.split(" as ").next().unwrap_or("")));
        return;
    };
    let (before, list) = (format!("{before}{}", head.trim()), list.trim_end().strip_suffix('}').unwrap_or(list));
    let (mut depth, mut start) = (0, 0);
    for (at, c) in list.char_indices().chain([(list.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let item = list.get(start..at).unwrap_or("");
                if !item.trim().is_empty() {
                    spread(&before, item, out);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// Returns the module of this crate that a path in a module refers to, if any: that of the item, since a private `use`
/// in a parent only passes it on.
fn target(sources: &BTreeMap<String, String>, module: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split("::").filter(|part| *part != "self").collect();
    let mut at: Vec<&str> = module.split("::").collect();
    match *parts.first()? {
        "crate" => {
            at.clear();
            parts.remove(0);
        }
        "super" => {
            while parts.first() == Some(&"super") {
                at.pop();
                parts.remove(0);
            }
        }
        first => {
            let child = format!("{module}::{first}");
            if !sources.contains_key(&child) {
                return None;
            }
        }
    }
    at.extend(parts);
    // `read` re-exports the reader's context for all modules below.
    if at == ["read", "Context"] {
        return Some("read::context".to_owned());
    }
    (1..=at.len())
        .rev()
        .map(|length| at.get(..length).unwrap_or(&[]).join("::"))
        .find(|name| sources.contains_key(name))
}

/// Returns the circles, sets of modules that all reach each other, by a simple form of Tarjan's algorithm.
fn circles(uses: &Uses) -> Vec<Vec<String>> {
    let reaches = |from: &String| {
        let (mut found, mut open) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(module) = open.pop() {
            for other in uses.get(&module).into_iter().flatten() {
                if found.insert(other.clone()) {
                    open.push(other.clone());
                }
            }
        }
        found
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = uses.keys().map(|module| (module, reaches(module))).collect();
    let mut out: Vec<Vec<String>> = Vec::new();
    for (module, all) in &reached {
        if all.contains(*module) && !out.iter().flatten().any(|known| known == *module) {
            let back = |other: &&String| reached.get(other).is_some_and(|back| back.contains(*module));
            out.push(all.iter().filter(back).cloned().collect());
        }
    }
    out
}

#[test]
fn circles_are_found() {
    let sources =
        |list: &[(&str, &str)]| list.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let tree: BTreeMap<String, String> = sources(&[
        ("a", "use crate::b::{self, Thing};"),
        ("b", "fn f() { crate::c::d::g() }"),
        ("c", "mod d;\nuse d::g;"),
        ("c::d", "use super::super::a;"),
        ("e", "use crate::{a, c::{d, g as h}};"),
    ]);
    assert_eq!(circles(&uses(&tree)), [["a", "b", "c::d"]]);
}
