//! Converts Sanity's references to files, `image-a1b2-2000x1333-jpg`, to addresses, if the project is known.

use crate::json::Value;
use crate::options::Options;
use crate::text::{ascii, template};
use std::borrow::Cow;

/// The beginning of file addresses, before the project and the dataset.
const BEGINNING: &str = "cdn.sanity.io/";

/// How many levels are searched for references and addresses.
const LEVELS: u8 = 40;

/// The longest name of a project or a dataset.
const MAX_NAME: usize = 64;

/// Adds addresses to references, if any address in the document or in the options contains the project.
pub(crate) fn resolve(tree: &mut Value, options: &Options) {
    if !refers(tree, LEVELS) {
        return;
    }
    let mut of_host = options.images.iter().flat_map(|(prefix, template)| [prefix, template]);
    let of_host = of_host.find_map(|text| find_project(text));
    if let Some(project) = find_told(tree, LEVELS).or(of_host).map(str::to_owned) {
        add_addresses(tree, &project, LEVELS);
    }
}

/// Returns whether a value contains a reference to a file without its address.
fn refers(value: &Value, levels: u8) -> bool {
    levels > 0
        && (find_reference(value).is_some()
            || value.items().iter().any(|item| refers(item, levels - 1))
            || value.members().iter().any(|(_, member)| refers(member, levels - 1)))
}

/// Returns the reference of an object without an address.
fn find_reference<'v>(object: &'v Value) -> Option<&'v str> {
    let id = object.get("_ref").or_else(|| object.get("_id"))?.as_str()?;
    (object.get("url").is_none() && (id.starts_with("image-") || id.starts_with("file-"))).then_some(id)
}

/// Returns `PROJECT/DATASET/` from the first address in a value that contains it.
fn find_told<'v>(value: &'v Value, levels: u8) -> Option<&'v str> {
    match value {
        _ if levels == 0 => None,
        Value::String(text) => find_project(text),
        Value::Array(items) => items.iter().find_map(|item| find_told(item, levels - 1)),
        Value::Object(members) => members.iter().find_map(|(_, member)| find_told(member, levels - 1)),
        _ => None,
    }
}

/// Returns `PROJECT/DATASET/` from the first file address in a text.
fn find_project(text: &str) -> Option<&str> {
    text.match_indices(BEGINNING).find_map(|(at, _)| {
        let rest = text.get(at + BEGINNING.len()..)?;
        let rest = rest.strip_prefix("images/").or_else(|| rest.strip_prefix("files/"))?;
        let (project, behind) = ascii::split_once(rest, b'/')?;
        let (dataset, _) = ascii::split_once(behind, b'/')?;
        let is_name = |name: &str| {
            (1..=MAX_NAME).contains(&name.len())
                && ascii::all(name, |c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'~'))
        };
        if is_name(project) && is_name(dataset) { rest.get(..project.len() + dataset.len() + 2) } else { None }
    })
}

/// Adds the addresses of the files that a value refers to.
fn add_addresses(value: &mut Value, project: &str, levels: u8) {
    let url = find_reference(value).and_then(|id| address(id, project));
    match value {
        _ if levels == 0 => {}
        Value::Array(items) => items.iter_mut().for_each(|item| add_addresses(item, project, levels - 1)),
        Value::Object(members) => {
            members.iter_mut().for_each(|(_, member)| add_addresses(member, project, levels - 1));
            members.extend(url.map(|url| (Cow::Borrowed("url"), Value::String(Cow::Owned(url)))));
        }
        _ => {}
    }
}

/// Returns the address of `image-ID-SIZE-ENDING` or `file-ID-ENDING`.
fn address(id: &str, project: &str) -> Option<String> {
    let (kind, name) = ascii::split_once(id, b'-')?;
    let (stem, ending) = ascii::rsplit_once(name, b'-')?;
    let is_plain = |text: &str| !text.is_empty() && ascii::all(text, |c| c.is_ascii_alphanumeric() || c == b'-');
    let fits = is_plain(stem) && is_plain(ending) && (kind != "image" || ascii::split_once(stem, b'-').is_some());
    fits.then(|| template::concat(&["https://", BEGINNING, kind, "s/", project, stem, ".", ending]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn resolved(text: &str, options: &Options) -> Option<String> {
        let mut tree = json::parse(text.as_bytes()).expect("JSON");
        resolve(&mut tree, options);
        tree.at("a asset url").and_then(Value::as_str).map(str::to_owned)
    }

    #[test]
    fn references_become_addresses_where_the_project_is_told() {
        let url = Some("https://cdn.sanity.io/images/p1/production/a1b2-2000x1333.jpg".to_owned());
        let other = r#""b":"<img src='https://cdn.sanity.io/images/p1/production/c3-1x1.png?w=1'>""#;
        let none = Options::default();
        for (reference, tells, found) in [
            (r#""_ref":"image-a1b2-2000x1333-jpg""#, other, &url),
            (r#""_id":"image-a1b2-2000x1333-jpg""#, other, &url),
            (r#""_ref":"image-a1b2-2000x1333-jpg""#, r#""b":"https://cdn.sanity.io/images/p1/""#, &None),
            (r#""_ref":"image-a1b2-2000x1333-jpg""#, r#""b":"https://cdn.sanity.io/images/p%1/d/""#, &None),
            (r#""_ref":"image-a1b2-jpg""#, other, &None),
            (r#""_ref":"image-../x-1x1-jpg""#, other, &None),
            (r#""_ref":"author-1""#, other, &None),
        ] {
            let text = format!(r#"{{"a":{{"asset":{{{reference}}}}},{tells}}}"#);
            assert_eq!(resolved(&text, &none), *found, "{text}");
        }
    }

    #[test]
    fn templates_of_the_host_tell_the_project() {
        let text = r#"{"a":{"asset":{"_ref":"file-a1b2-mp4"}}}"#;
        let beginning = "https://cdn.sanity.io/images/p1/d1/";
        let options = Options::new().images(beginning, "https://quay.example/{width}/{path}");
        assert_eq!(resolved(text, &options).as_deref(), Some("https://cdn.sanity.io/files/p1/d1/a1b2.mp4"));
        assert_eq!(resolved(text, &Options::default()), None);
    }
}
