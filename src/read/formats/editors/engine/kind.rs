//! The kinds of nodes, by the names that editors give them.
//!
//! Lexical, ProseMirror, Slate, Contentful and Portable Text all write trees of typed nodes. They differ only in the
//! names of types and members, so one table of names serves them all.

use crate::text::keys::Keys;

/// The kind of a node.
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
    Accordion,
    Group,
    Figure,
    Caption,
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

/// The names of the kinds in lower case, without hyphens and underscores.
const KINDS: &[(&str, Kind)] = &[
    ("text span codehighlight tab", Kind::Text),
    ("hardbreak linebreak br softbreak softreturn", Kind::Break),
    ("link autolink hyperlink a inlinecard", Kind::Link),
    ("mention user", Kind::Mention),
    ("emoji hashtag tag date status keyword datetime", Kind::Label),
    ("equation math mathinline mathblock inlinemath blockmath mathdisplay latex tex latexblock", Kind::Formula),
    ("inlineequation blockequation", Kind::Formula),
    ("entryhyperlink assethyperlink resourcehyperlink", Kind::ReferenceLink),
    ("embeddedentryinline embeddedresourceinline", Kind::ReferenceInline),
    ("block", Kind::Styled),
    ("paragraph p normal lic listitemchild unstyled lead intro", Kind::Paragraph),
    ("heading title h1 h2 h3 h4 h5 h6 heading1 heading2 heading3 heading4 heading5 heading6", Kind::Heading),
    ("headingone headingtwo headingthree headingfour headingfive headingsix subheading subtitle", Kind::Heading),
    ("headerone headertwo headerthree headerfour headerfive headersix", Kind::Heading),
    ("quote blockquote testimonial quotation", Kind::Quote),
    ("pullquote aside", Kind::PullQuote),
    ("list bulletlist bulletedlist unorderedlist ul decisionlist", Kind::List),
    ("orderedlist numberedlist ol", Kind::Ordered),
    ("tasklist checklist todolist actionlist", Kind::Tasks),
    (
        "listitem li taskitem checklistitem checklistli todoitem unorderedlistitem orderedlistitem decisionitem",
        Kind::Item,
    ),
    ("todoli actionitem checkablelistitem", Kind::Item),
    ("codeblock code pre preformatted codesnippet snippet", Kind::Code),
    ("codeline", Kind::Line),
    ("horizontalrule hr divider thematicbreak rule delimiter break separator horizontalline", Kind::Divider),
    ("table datatable simpletable richtable typedtable", Kind::Table),
    ("tablerow tr", Kind::Row),
    ("tablecell td", Kind::Cell),
    ("tableheader tableheadercell th", Kind::HeaderCell),
    (
        "details collapsiblecontainer toggle expand nestedexpand accordionitem collapsible collapse disclosure",
        Kind::Details,
    ),
    ("spoiler faqitem questionanswer accordionpanel expandable", Kind::Details),
    ("detailssummary collapsibletitle summary", Kind::Summary),
    ("accordion accordions accordiongroup accordionlist faq faqs faqlist faqsection tabs tabgroup", Kind::Accordion),
    ("doc document root detailscontent collapsiblecontent layoutcontainer layoutitem layoutsection", Kind::Group),
    ("layoutcolumn columns column columngroup columnlist columnitem section div mediagroup blok", Kind::Group),
    ("tablehead tablebody tablefoot thead tbody tfoot tablewrapper fragment", Kind::Group),
    ("grid container wrapper richtext richtextsection richtextblock textsection prose content", Kind::Group),
    ("figure mediasingle captionedimage imagefigure figureimage", Kind::Figure),
    ("caption figcaption imagecaption legend", Kind::Caption),
    ("embeddedassetblock embeddedentryblock embeddedresourceblock", Kind::Reference),
    ("image img inlineimage imageblock upload simpleimage photo picture media mainimage heroimage", Kind::Image),
    ("imageresize resizableimage resizeimage imageresizable imagecomponent imagenode imagewithcaption", Kind::Image),
    ("imagewithalt bodyimage featuredimage coverimage image2 imageupload asset sanityimage illustration", Kind::Image),
    ("gallery imagegallery carousel slideshow imagecarousel slider imageslider photogallery imagegrid", Kind::Gallery),
    (
        "callout panel admonition alert warning infobox note tip info notice banner highlightbox hint caution",
        Kind::Callout,
    ),
    ("keytakeaways takeaways keytakeaway keypoints keyfacts tldr infopanel", Kind::Callout),
    ("button cta calltoactionbutton linkbutton anybutton buttonlink ctabutton buttongroup buttons", Kind::Button),
    ("bookmark linktool linkcard blockcard embedcard linkpreview", Kind::Bookmark),
    (
        "embed youtube tweet twitter vimeo instagram iframe figma oembed mediaembed socialembeds tiktok spotify soundcloud",
        Kind::Embed,
    ),
    (
        "youtubeembed youtubevideo vimeovideo twitterembed instagrampost instagramembed facebook facebookpost",
        Kind::Embed,
    ),
    ("embeddedlink videoembed embedvideo socialembed codepen codesandbox gist giphy loom", Kind::Embed),
    ("file attaches attachment fileattachment download fileupload", Kind::File),
    ("audio audioplayer audiofile podcast", Kind::Audio),
    ("video muxvideo videofile videoplayer videoupload localvideo", Kind::Video),
    ("product", Kind::Product),
    ("header signup calltoaction", Kind::Header),
    ("html rawhtml htmlblock htmlembed customhtml", Kind::Html),
    ("markdown cardmarkdown", Kind::Markdown),
    ("email emailcta", Kind::EmailOnly),
    ("paywall zwnj atlink pagebreak spacer readmore toc tableofcontents", Kind::Invisible),
];

/// Affixes that systems add to the names of kinds: `mediaBlock`, `custom-image`.
const AFFIXES: &str = "block blok component node element section object widget module card custom my rich";

/// Returns the entry of a name in a table.
pub(super) fn named<T: Copy>(table: &[(&str, T)], name: &str) -> Option<T> {
    table.iter().find(|(names, _)| Keys(names).has(name)).map(|(_, entry)| *entry)
}

/// Converts a name to the spelling of the tables.
pub(in crate::read) fn plain_name(name: &str) -> String {
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    letters.to_ascii_lowercase()
}

/// Returns the kind of a name in any spelling.
pub(in crate::read) fn kind_of_name(name: &str) -> Kind {
    let name = plain_name(name);
    // Ghost's nodes that extend Lexical's are called `extended-…`.
    if let Some(kind) = named(KINDS, name.strip_prefix("extended").unwrap_or(&name)) {
        return kind;
    }
    for affix in AFFIXES.split(' ') {
        let bare = name.strip_suffix(affix).or_else(|| name.strip_prefix(affix)).filter(|bare| bare.len() > 1);
        if let Some(kind) = bare.and_then(|bare| named(KINDS, bare)).filter(|kind| !is_structural(*kind)) {
            return kind;
        }
    }
    Kind::Unknown
}

/// Returns whether a kind belongs to a document's structure; such names have no affixes: a `textBlock` is not a run of
/// text.
fn is_structural(kind: Kind) -> bool {
    is_in_line(kind) || matches!(kind, Kind::Styled | Kind::Paragraph | Kind::Group | Kind::Row | Kind::Cell)
}

/// Returns the kind of a word in the name of a node, for kinds that are recognisable by their content alone.
pub(in crate::read) fn kind_in_name(name: &str) -> Kind {
    let mut word = String::new();
    // One more letter, so that the last word ends.
    for c in name.chars().chain(['A']) {
        if c.is_ascii_uppercase() || !c.is_ascii_alphanumeric() {
            let kind = named(KINDS, &word).unwrap_or(Kind::Unknown);
            let whole =
                matches!(kind, Kind::Header | Kind::HeaderCell | Kind::Summary | Kind::Caption | Kind::Invisible);
            if kind != Kind::Unknown && !whole && !is_structural(kind) {
                return kind;
            }
            word.clear();
        }
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
        }
    }
    Kind::Unknown
}

/// Returns whether nodes of a kind are inline.
pub(in crate::read) fn is_in_line(kind: Kind) -> bool {
    use Kind::{Break, Formula, Label, Link, Mention, ReferenceInline, ReferenceLink, Span, Text};
    matches!(kind, Text | Span | Break | Link | Mention | Label | Formula | ReferenceLink | ReferenceInline)
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
            ("mediaBlock", Kind::Image),
            ("custom-image", Kind::Image),
            ("textBlock", Kind::Unknown),
            ("squirrel", Kind::Unknown),
            ("", Kind::Unknown),
        ] {
            assert_eq!(kind_of_name(name), kind, "{name}");
        }
    }

    #[test]
    fn words_in_names_say_kinds() {
        for (name, kind) in [
            ("pictureWithText", Kind::Image),
            ("event_video", Kind::Video),
            ("textWithHeading", Kind::Heading),
            ("weather", Kind::Unknown),
            ("subheader", Kind::Unknown),
        ] {
            assert_eq!(kind_in_name(name), kind, "{name}");
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
