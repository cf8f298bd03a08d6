//! Nodes of the editors' documents: what kind they are, what they hold and what they say of themselves.
//!
//! Lexical, ProseMirror, Slate, Contentful and Portable Text all write trees of typed nodes. They differ in the names
//! of types and members, so that one table of names and one way of looking things up serve them all.

use crate::json::{Number, Value};
use crate::model::Mark;
use crate::text::ascii;
use crate::text::keys::Keys;

/// What a node is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::read) enum Kind {
    Text,
    Span,
    Break,
    Link,
    Mention,
    Label,
    Formula,
    ReferenceLink,
    ReferenceInline,
    Styled,
    Paragraph,
    Heading,
    Quote,
    PullQuote,
    List,
    Ordered,
    Tasks,
    Item,
    Code,
    Line,
    Divider,
    Table,
    Row,
    Cell,
    HeaderCell,
    Details,
    Summary,
    Group,
    Reference,
    Image,
    Gallery,
    Callout,
    Button,
    Bookmark,
    Embed,
    File,
    Audio,
    Video,
    Product,
    Header,
    Html,
    Markdown,
    EmailOnly,
    Invisible,
    Unknown,
}

/// The names of the kinds in lower case, without the hyphens and underscores that editors put into them.
const KINDS: &[(&str, Kind)] = &[
    ("text span codehighlight tab", Kind::Text),
    ("hardbreak linebreak br softbreak softreturn", Kind::Break),
    ("link autolink hyperlink a", Kind::Link),
    ("mention user", Kind::Mention),
    ("emoji hashtag tag inlinecard date status keyword", Kind::Label),
    ("equation math mathinline mathblock inlinemath blockmath mathdisplay latex tex latexblock", Kind::Formula),
    ("entryhyperlink assethyperlink resourcehyperlink", Kind::ReferenceLink),
    ("embeddedentryinline embeddedresourceinline", Kind::ReferenceInline),
    ("block", Kind::Styled),
    ("paragraph p normal lic listitemchild unstyled lead intro", Kind::Paragraph),
    ("heading title h1 h2 h3 h4 h5 h6 heading1 heading2 heading3 heading4 heading5 heading6", Kind::Heading),
    ("headingone headingtwo headingthree headingfour headingfive headingsix", Kind::Heading),
    ("headerone headertwo headerthree headerfour headerfive headersix", Kind::Heading),
    ("quote blockquote", Kind::Quote),
    ("pullquote aside", Kind::PullQuote),
    ("list bulletlist bulletedlist unorderedlist ul", Kind::List),
    ("orderedlist numberedlist ol", Kind::Ordered),
    ("tasklist checklist todolist actionlist", Kind::Tasks),
    ("listitem li taskitem checklistitem checklistli todoitem unorderedlistitem orderedlistitem", Kind::Item),
    ("codeblock code pre preformatted", Kind::Code),
    ("codeline", Kind::Line),
    ("horizontalrule hr divider thematicbreak rule delimiter break", Kind::Divider),
    ("table", Kind::Table),
    ("tablerow tr", Kind::Row),
    ("tablecell td", Kind::Cell),
    ("tableheader tableheadercell th", Kind::HeaderCell),
    ("details collapsiblecontainer toggle expand nestedexpand accordionitem", Kind::Details),
    ("detailssummary collapsibletitle summary", Kind::Summary),
    ("doc document root detailscontent collapsiblecontent layoutcontainer layoutitem layoutsection", Kind::Group),
    ("layoutcolumn columns column columngroup columnlist columnitem section div mediasingle mediagroup", Kind::Group),
    ("tablehead tablebody tablefoot thead tbody tfoot tablewrapper accordion caption figure fragment", Kind::Group),
    ("embeddedassetblock embeddedentryblock embeddedresourceblock", Kind::Reference),
    ("image img inlineimage imageblock upload simpleimage photo picture media", Kind::Image),
    ("gallery imagegallery carousel slideshow", Kind::Gallery),
    ("callout panel admonition alert warning infobox", Kind::Callout),
    ("button cta", Kind::Button),
    ("bookmark linktool linkcard blockcard embedcard", Kind::Bookmark),
    ("embed youtube tweet twitter vimeo instagram iframe figma oembed mediaembed socialembeds", Kind::Embed),
    ("file attaches attachment", Kind::File),
    ("audio", Kind::Audio),
    ("video muxvideo", Kind::Video),
    ("product", Kind::Product),
    ("header signup calltoaction", Kind::Header),
    ("html rawhtml htmlblock", Kind::Html),
    ("markdown cardmarkdown", Kind::Markdown),
    ("email emailcta", Kind::EmailOnly),
    ("paywall zwnj atlink pagebreak", Kind::Invisible),
];

/// Names of marks, in the same spelling.
const MARKS: &[(&str, Mark)] = &[
    ("strong bold b", Mark::Strong),
    ("em italic italics i emphasis", Mark::Em),
    ("underline u", Mark::U),
    ("strikethrough strike s", Mark::S),
    ("code inlinecode", Mark::Code),
    ("sub subscript", Mark::Sub),
    ("sup superscript", Mark::Sup),
    ("highlight mark", Mark::Mark),
    ("small", Mark::Small),
    ("ins insert", Mark::Ins),
    ("del delete", Mark::Del),
    ("kbd keyboard", Mark::Kbd),
    ("q", Mark::Q),
    ("cite", Mark::Cite),
];

/// The entry of a table of names.
fn named<T: Copy>(table: &[(&str, T)], name: &str) -> Option<T> {
    table.iter().find(|(names, _)| Keys(names).has(name)).map(|(_, entry)| *entry)
}

/// A name as it stands in the tables.
pub(in crate::read) fn plain_name(name: &str) -> String {
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    letters.to_ascii_lowercase()
}

/// The kind of a name, which may be written in any way.
pub(in crate::read) fn kind_of_name(name: &str) -> Kind {
    let name = plain_name(name);
    // Ghost derives nodes from Lexical's own and calls them `extended-…`.
    named(KINDS, name.strip_prefix("extended").unwrap_or(&name)).unwrap_or(Kind::Unknown)
}

/// The kind of a node.
pub(in crate::read) fn kind(node: &Value) -> Kind {
    match type_name(node) {
        // Contentstack's references, and its spans with runs in them.
        Some("reference") if node.get("attrs").is_some() => {
            if node.at("attrs display-type").and_then(Value::as_str) == Some("link") {
                Kind::Link
            } else {
                Kind::Reference
            }
        }
        Some("span") if node.get("children").is_some_and(Value::is_array) => Kind::Span,
        Some(name) => kind_of_name(name),
        None if node.str("text").is_some() || node.get("leaves").is_some() => Kind::Text,
        // Slate's usual paragraph has no name.
        None if node.get("children").is_some_and(Value::is_array) => Kind::Paragraph,
        None => Kind::Unknown,
    }
}

/// The mark of a name.
pub(in crate::read) fn find_mark(name: &str) -> Option<Mark> {
    named(MARKS, &plain_name(name))
}

/// The name of a node's type.
pub(in crate::read) fn type_name<'t>(node: &'t Value) -> Option<&'t str> {
    Keys("_type nodeType type").find_map(|name| node.str(name))
}

/// The nodes in a node.
pub(in crate::read) fn children<'t>(node: &'t Value<'t>) -> &'t [Value<'t>] {
    Keys("children content nodes leaves")
        .filter_map(|name| node.get(name))
        .find(|list| list.is_array())
        .map_or(&[], Value::items)
}

/// Where a node keeps what it says of itself, besides its own members.
const HOLDERS: &str = "attrs data fields file image asset value metadata meta";

/// The first of these members, named with spaces between them, that a node has in itself or in one of its holders.
pub(in crate::read) fn find<'t>(node: &'t Value<'t>, names: &str) -> Option<&'t Value<'t>> {
    find_that(node, names, |_| true)
}

/// The first of these members that is a string with something in it.
pub(in crate::read) fn find_str<'t>(node: &'t Value<'t>, names: &str) -> Option<&'t Value<'t>> {
    find_that(node, names, |value| value.as_str().is_some_and(|text| !text.trim().is_empty()))
}

fn find_that<'t>(node: &'t Value<'t>, names: &str, fits: fn(&Value) -> bool) -> Option<&'t Value<'t>> {
    Keys(names).find_map(|name| {
        let held = || Keys(HOLDERS).find_map(|holder| node.get(holder)?.get(name));
        node.get(name).or_else(held).filter(|value| fits(value))
    })
}

/// A positive integer that a node says of itself.
pub(in crate::read) fn number(node: &Value, names: &str, most: i64) -> Option<u32> {
    let number = match find(node, names)? {
        Value::String(digits) => ascii::integer(digits.trim())?,
        value => value.as_number().map(Number::as_f64)? as i64,
    };
    (1..=most).contains(&number).then_some(number as u32)
}

/// Whether a switch of a node is on.
pub(in crate::read) fn is_on(node: &Value, names: &str) -> bool {
    find(node, names).and_then(Value::as_bool) == Some(true)
}

/// Adds the text in a node and all below it, as it is written in program text.
pub(in crate::read) fn push_plain(node: &Value, out: &mut String) {
    let nodes = children(node);
    if nodes.is_empty() {
        let text = find(node, "text code").and_then(Value::as_str).or_else(|| node.str("value"));
        out.push_str(text.unwrap_or(if kind(node) == Kind::Break { "\n" } else { "" }));
    }
    for (place, child) in nodes.iter().enumerate() {
        if place > 0 && kind(child) == Kind::Line {
            out.push('\n');
        }
        push_plain(child, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_spelling() {
        for (name, kind) in [
            ("bulletList", Kind::List),
            ("bullet_list", Kind::List),
            ("numbered-list", Kind::Ordered),
            ("heading-2", Kind::Heading),
            ("extended-quote", Kind::Quote),
            ("squirrel", Kind::Unknown),
            ("", Kind::Unknown),
        ] {
            assert_eq!(kind_of_name(name), kind, "{name}");
        }
    }

    #[test]
    fn no_name_stands_in_two_kinds() {
        let mut names: Vec<&str> = KINDS.iter().flat_map(|(names, _)| names.split(' ')).collect();
        names.sort_unstable();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
