//! The formats that this build reads, and the detection of a tree's format.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::options::Options;
use crate::read::capabilities::{self, formats_needed};
use crate::read::format::Format;
use crate::read::formats::{editors, publishers, systems, web};
use crate::read::native::article;

/// The project's own format. It is tried last, since other formats have some of its fields too.
pub(super) const OWN: Format = Format { name: "article", detect: article::detect, read: article::read };

/// The other formats in the order in which they are tried; no document is in two of them.
const OTHERS: &[&[Format]] = &[web::FORMATS, publishers::FORMATS, systems::FORMATS, editors::FORMATS];

/// Returns the names of the formats that this build reads, as in [`Report::format`](crate::Report::format) and in the
/// option [`format`](crate::Options::format).
///
/// ```
/// assert!(article_widget::formats().any(|name| name == "article"));
/// ```
pub fn formats() -> impl Iterator<Item = &'static str> {
    OTHERS.iter().copied().flatten().chain(systems::GENERIC).chain([&OWN]).map(|format| format.name)
}

/// Returns the format that the options name, otherwise the first that fits.
pub(super) fn find(tree: &Value, options: &Options) -> Result<&'static Format, Error> {
    let found = match &options.format {
        Some(name) if name == OWN.name => return Ok(&OWN),
        _ if !capabilities::OTHERS => None,
        Some(name) => OTHERS.iter().copied().chain([systems::GENERIC]).flatten().find(|format| format.name == name),
        None => OTHERS.iter().copied().flatten().find(|format| (format.detect)(tree)),
    };
    match (found, &options.format) {
        (Some(format), _) => Ok(format),
        (None, None) if article::detect(tree) => Ok(&OWN),
        (None, _) if !capabilities::ALL => Err(formats_needed()),
        (None, None) => {
            let message = ["no known format of articles: ", tree.kind(), " with none of their fields"];
            Err(Error::new(ErrorCode::UnknownFormat, &message))
        }
        (None, Some(name)) => Err(Error::new(ErrorCode::UnknownFormat, &["there is no format ", name])),
    }
}

#[cfg(all(test, feature = "formats"))]
mod tests {
    #![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test")]

    use super::*;
    use serde_json::{Value as Json, json};
    use std::fs;
    use std::path::{Path, PathBuf};

    fn path(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
    }

    /// Reads the manifest of the cores that the build makes and the page fetches, the smallest first.
    fn manifest() -> Vec<Json> {
        serde_json::from_slice(&fs::read(path("src/read/cores.json")).expect("the manifest")).expect("JSON")
    }

    fn words(core: &Json, member: &str) -> Vec<String> {
        core[member].as_str().expect("words").split_whitespace().map(str::to_owned).collect()
    }

    /// Returns the names of the formats that each core reads and smaller ones do not. `html` is not a format: it means
    /// HTML in our own format.
    fn formats() -> [Vec<&'static str>; 5] {
        let names = |families: &[&[Format]]| families.iter().copied().flatten().map(|format| format.name).collect();
        let others = [systems::FORMATS, editors::FORMATS, systems::GENERIC];
        [vec![OWN.name], vec!["html"], names(&[web::FORMATS]), names(&[publishers::FORMATS]), names(&others)]
    }

    #[test]
    fn the_manifest_has_the_formats_of_the_registry() {
        let mut expected = manifest();
        for (core, formats) in expected.iter_mut().zip(formats()) {
            core["formats"] = json!(formats.join(" "));
        }
        let text = serde_json::to_string_pretty(&expected).expect("JSON") + "\n";
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(path("src/read/cores.json"), &text).expect("a writable file");
        }
        let written = fs::read_to_string(path("src/read/cores.json")).expect("the manifest");
        assert_eq!(written, text, "src/read/cores.json is not up to date: UPDATE_GOLDEN=1 cargo test --lib registry");
    }

    #[test]
    fn the_page_has_the_formats_and_members_of_the_manifest() {
        let page = fs::read_to_string(path("www/loading/cores.js")).expect("the page's loader of cores");
        let cores = manifest();
        let any = |core: usize, member: &str| words(&cores[core], member).join("|");
        for line in [
            format!("const WEB = /^({})$/;", any(2, "formats")),
            format!("const PUBLISHERS = /^({})$/;", any(3, "formats")),
            format!("const RARE_BLOCKS = /\"type\"\\s*:\\s*\"({})\"/;", any(1, "values")),
            format!("const WEB_MEMBERS = /\"({})\"\\s*:/;", any(2, "members")),
            format!("const PUBLISHER_MEMBERS = /\"({})\"\\s*:/;", any(3, "members")),
            format!("const OTHER_MEMBERS = /\"({})\"\\s*:|\"({})\"/;", any(4, "members"), any(4, "values")),
        ] {
            assert!(
                page.contains(&line),
                "www/loading/cores.js differs from src/read/cores.json; it should say:\n{line}"
            );
        }
    }

    #[test]
    fn the_build_makes_the_cores_of_the_manifest() {
        let build = fs::read_to_string(path("pkg-config/build/build.mjs")).expect("the build");
        for core in manifest() {
            let text = |name: &str| core[name].as_str().unwrap_or_default().to_owned();
            let line = format!("'{}': '{}',", text("file"), text("features"));
            assert!(
                build.contains(&line) || build.contains("cores.json"),
                "pkg-config/build/build.mjs differs from src/read/cores.json; it should say:\n{line}"
            );
        }
    }

    /// Returns the core that the page fetches first for a document, by the names of members in its first 64 KiB.
    fn sniffed(text: &str, cores: &[Json]) -> usize {
        let start = text.get(..1 << 16).unwrap_or(text);
        let has_member = |name: &String| {
            start.split(&format!("\"{name}\"")).skip(1).any(|behind| behind.trim_start().starts_with(':'))
        };
        let has_type = |kind: &String| {
            start.split("\"type\"").skip(1).any(|behind| {
                let value = behind.trim_start().strip_prefix(':').unwrap_or_default().trim_start();
                value.starts_with(&format!("\"{kind}\""))
            })
        };
        let has_value = |value: &String| start.contains(&format!("\"{value}\""));
        for core in [3, 4, 2] {
            if words(&cores[core], "members").iter().any(has_member)
                || words(&cores[core], "values").iter().any(has_value)
            {
                return core;
            }
        }
        let html = words(&cores[1], "members").iter().any(has_member);
        match (start.contains("\"headline\""), html) {
            (true, _) => usize::from(html || words(&cores[1], "values").iter().any(has_type)),
            (false, true) => 2,
            // Our own format has headlines; a title belongs to other formats.
            (false, false) if start.contains("\"title\"") => 4,
            (false, false) => 0,
        }
    }

    #[test]
    fn members_tell_the_core_of_every_document() {
        let (cores, formats) = (manifest(), formats());
        for entry in fs::read_dir(path("tests/formats")).expect("documents") {
            let file = entry.expect("a file").path();
            if file.extension().is_none_or(|ending| ending != "json") {
                continue;
            }
            let text = fs::read_to_string(&file).expect("a document");
            let format = crate::check(text.as_bytes(), &Options::default()).expect("an article").format;
            let core = formats.iter().position(|formats| formats.contains(&format)).expect("a core that reads it");
            let told = sniffed(&text, &cores);
            let name = file.file_stem().and_then(|name| name.to_str()).expect("a name");
            assert_eq!(told, core, "a member in src/read/cores.json tells that {} reads {name}", cores[core]["file"]);
        }
    }

    #[test]
    fn members_take_no_article_of_ours_for_another() {
        let cores = manifest();
        for entry in fs::read_dir(path("tests/golden")).expect("documents") {
            let file = entry.expect("a file").path();
            if let (Some("json"), Ok(text)) =
                (file.extension().and_then(|kind| kind.to_str()), fs::read_to_string(&file))
            {
                assert!(sniffed(&text, &cores) < 2, "{}", file.display());
            }
        }
    }

    /// Documents named after what they show and not after their format.
    const CALLED: &[(&str, &str)] = &[
        ("strapi", "slate"),
        ("markdown", "mobiledoc"),
        ("guardian", "guardian-dcr"),
        ("guardian-live", "guardian-dcr"),
        ("guardian-roles", "guardian-dcr"),
    ];

    #[test]
    fn every_document_is_in_its_own_format_and_in_no_other() {
        let names: Vec<&str> = OTHERS.iter().copied().flatten().map(|format| format.name).collect();
        let mut wrong = Vec::new();
        for entry in fs::read_dir(path("tests/formats")).expect("documents") {
            let file = entry.expect("a file").path();
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if file.extension().is_none_or(|ending| ending != "json") || name.starts_with("generic") {
                continue;
            }
            let bytes = fs::read(&file).expect("a document");
            let mut tree = crate::json::parse(&bytes).expect("JSON");
            crate::read::unfold(&mut tree, &Options::default());
            let called = CALLED.iter().find(|(document, _)| *document == name).map(|(_, format)| *format);
            let longest = names.iter().filter(|format| name.starts_with(*format)).max_by_key(|format| format.len());
            let own = called.or(longest.copied()).unwrap_or("none");
            let fitting = OTHERS.iter().copied().flatten().filter(|format| (format.detect)(&tree));
            let found: Vec<&str> = fitting.map(|format| format.name).collect();
            if found != [own] {
                wrong.push((name, own, found));
            }
        }
        assert!(wrong.is_empty(), "document, its format, formats found: {wrong:#?}");
    }
}
