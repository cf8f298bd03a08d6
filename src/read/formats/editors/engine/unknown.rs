//! Shows nodes of unknown kinds as well as possible, with a warning.
//!
//! Their content decides: the address of a picture is a picture, of a known site an embed, of a file a download, any
//! other one a link; then their texts follow. If the content is not enough, a word in the name decides.

use crate::json::Value;
use crate::model::{Block, CardKind};
use crate::read::Context;
use crate::read::formats::editors::engine::convert;
use crate::read::formats::editors::engine::embedded;
use crate::read::formats::editors::engine::kind::{Kind, kind_in_name};
use crate::read::formats::editors::engine::leaf_nodes::{self, push_link};
use crate::read::formats::editors::engine::linked;
use crate::read::formats::editors::engine::node::{children, find, type_name};
use crate::read::formats::editors::engine::pictures::read_picture;
use crate::read::formats::editors::engine::values;
use crate::read::formats::editors::engine::vocabulary::{
    ADDRESSES, ALT, CAPTION, CREDIT, LABEL, SETTINGS, TEXTS, address, is_address, kind_of_file, own_address,
};
use crate::read::html;
use crate::read::values::dialect::Dialect;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::url::{Purpose, SafeUrl};

/// Members with lists of texts for readers, even single words.
const LISTS: &str = "items options answers steps points list entries values rows cells lines bullets features questions \
    cards columns data ingredients instructions directions pros cons materials tools";

/// Members that readers see even if they are numbers.
const NUMBERS: &str = "number value stat amount price year quantity servings score rating total percentage";

/// Members that are pictures, players or files.
const FILES: &str = "image picture photo img images pictures photos media video audio file asset thumbnail cover poster \
    icon logo avatar upload attachment document download mainImage heroImage backgroundImage background gallery";

/// Members that are links.
const LINKS: &str = "link cta button url href";

/// Members that are about the node, and not for readers.
const ABOUT: &str =
    "id _id _key _uid _type type nodeType component blockType key ref _ref relationTo $schema target rel";

/// Adds the content of a node of an unknown kind, with a warning about `place`.
pub(in crate::read) fn node<'t>(
    node: &'t Value<'t>,
    (place, name): (&Value, &str),
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) {
    if let (Some(reference), None, None) = (node.str("_ref"), own_address(node), find(node, "title name")) {
        return cx.warn(
            WarningCode::Unresolved,
            node,
            &["a reference to something that is not in the input: ", reference],
        );
    }
    cx.unknown_block(place, name);
    let kind = kind_in_name(name);
    let before = out.len();
    // A picture beside texts is only a part of the node.
    if is_void(node) && kind != Kind::Unknown && (kind != Kind::Image || !has_prose(node)) {
        convert::block(node, kind, d, cx, out);
    }
    if out.len() == before {
        blocks(node, d, cx, out);
    }
}

/// Returns whether a node has no content: Slate gives such a node an empty text.
fn is_void(node: &Value) -> bool {
    children(node).iter().all(|child| child.str("text") == Some(""))
}

/// Returns whether a node has more text than a picture's.
fn has_prose(node: &Value) -> bool {
    find(node, "content body text richText richtext description html").is_some()
}

/// Adds the content of a known node's unusual members; warns if nothing is found.
pub(in crate::read) fn rest<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let before = out.len();
    blocks(node, d, cx, out);
    let said = node.members().iter().any(|(name, member)| !Keys(ABOUT).has(name) && !member.items().is_empty());
    if out.len() == before && said {
        cx.warn(WarningCode::EmptyBlock, node, &["a block whose content is not found, left out"]);
    }
}

/// Adds the content of a node; lists of nodes in it are read as such.
pub(in crate::read) fn blocks<'t>(node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    if !is_void(node) {
        if let Some(attributes) = node.get("attrs") {
            cx.nested(attributes, |cx| blocks(attributes, d, cx, out));
        }
        return convert::inside(node, d, cx, out);
    }
    let taken = addressed(node, d, cx, out);
    let is_taken = |name: &str| Keys(ABOUT).has(name) || taken.iter().any(|names| Keys(names).has(name));
    for (name, member) in node.members() {
        if is_taken(name) || Keys(SETTINGS).has(name) {
            continue;
        }
        // A date with its time is not written for readers.
        let is_day = || name == "date" && member.as_str().is_some_and(|date| date.len() < 20);
        let shown = Keys(TEXTS).has(name) || Keys(NUMBERS).has(name) || is_day();
        match member {
            Value::String(address) if is_address(address) && address.contains("//") => {
                pointed(member, node, d, cx, out)
            }
            Value::String(words) if shown || is_prose(words) => text(member, d, cx, out),
            Value::Array(items) if items.iter().any(|item| type_name(item).is_some()) => {
                convert::within(member, items, d, cx, out);
            }
            Value::Array(_) | Value::Object(_) if is_file(name, member) => {
                for file in member.one_or_many() {
                    if cx.spend(file) {
                        file_of(file, d, cx, out);
                    }
                }
            }
            Value::Object(_) if member.get("sys").is_some() => linked_file(member, d, cx, out),
            Value::Object(_) if Keys(LINKS).has(name) => push_link(CardKind::Button, member, d, cx, out),
            Value::Object(_) if cx.document(member).is_some() || type_name(member).is_some() => {
                values::blocks(member, d, cx, out);
            }
            Value::Array(_) | Value::Object(_) => {
                for item in member.one_or_many() {
                    match item {
                        Value::String(words) if shown || Keys(LISTS).has(name) || is_prose(words) => {
                            text(item, d, cx, out);
                        }
                        Value::String(_) => {}
                        _ => cx.nested(item, |cx| blocks(item, d, cx, out)),
                    }
                }
            }
            Value::Number(_) if Keys(NUMBERS).has(name) && cx.spend(member) => {
                out.push(Block::paragraph(cx.plain(member)));
            }
            _ => {}
        }
    }
}

/// Returns whether a text is for readers regardless of its member: a sentence, or several words that are not classes.
fn is_prose(text: &str) -> bool {
    let text = text.trim();
    let ends = text.ends_with(['.', '!', '?', '…', '。', '！', '？']);
    text.contains(char::is_whitespace) && (ends || text.len() > 60) && !text.contains(['{', '}'])
}

/// Returns whether a member is a picture, a player or a file, by its name or its address.
fn is_file(name: &str, member: &Value) -> bool {
    let named = Keys(FILES).has(name);
    address(member)
        .is_some_and(|(url, holder)| named || url.as_str().is_some_and(|url| kind_of_file(url, holder).is_some()))
}

/// Adds a file that a member of an entry links to; following other entries might never end.
fn linked_file<'t>(link: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    if linked::target(link, d).is_some_and(|target| target.at("fields file").is_some()) {
        embedded::push_entry(link, d, cx, out);
    }
}

/// Adds the content at a node's own address, and returns the members with its details.
fn addressed<'t>(
    node: &'t Value<'t>,
    d: &Dialect<'t>,
    cx: &mut Context,
    out: &mut Vec<Block<'t>>,
) -> Vec<&'static str> {
    let Some((url, _)) = own_address(node).filter(|(_, holder)| std::ptr::eq(*holder, node)) else { return Vec::new() };
    let before = out.len();
    let kind = kind_at(url, node, cx);
    leaf_nodes::push_plain_card(kind, node, d, cx, out);
    match kind {
        _ if out.len() == before => Vec::new(),
        Kind::Image => vec![ADDRESSES, ALT, CAPTION, CREDIT, "title width height"],
        Kind::Bookmark | Kind::File => {
            vec![ADDRESSES, LABEL, CAPTION, "description fileCaption image thumbnail picture cover"]
        }
        _ => vec![ADDRESSES, CAPTION, "title html poster"],
    }
}

/// Returns the kind of the content at an address.
fn kind_at(url: &Value, holder: &Value, cx: &Context) -> Kind {
    let text = url.as_str().unwrap_or("");
    let known = || {
        let url = SafeUrl::new(text, Purpose::Media, cx.base.as_ref()).ok()?;
        html::provider(url).1.map(|_| Kind::Embed)
    };
    kind_of_file(text, holder).or_else(known).unwrap_or(Kind::Bookmark)
}

/// Adds the content at the address in a member that is only an address.
fn pointed<'t>(url: &'t Value<'t>, node: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    match kind_at(url, &Value::Null, cx) {
        Kind::Image => out.extend(read_picture(url, d, cx).map(Block::Figure)),
        _ => {
            if cx.spend(node) {
                leaf_nodes::push_bare_link(url, cx, out);
            }
        }
    }
}

/// Adds the picture, player or file in a member of a node.
fn file_of<'t>(file: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let Some((url, holder)) = address(file) else { return };
    match kind_at(url, holder, cx) {
        // An unidentified file in the member of a picture is a picture.
        Kind::Image | Kind::Bookmark => out.extend(read_picture(file, d, cx).map(Block::Figure)),
        kind => leaf_nodes::push_plain_card(kind, file, d, cx, out),
    }
}

/// Adds the paragraphs of a text.
fn text<'t>(value: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    if cx.spend(value) {
        values::blocks(value, d, cx, out);
    }
}
