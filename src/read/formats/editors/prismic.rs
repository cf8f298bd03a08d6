//! Prismic: rich text, flat blocks whose spans are ranges of UTF-16 units; documents of fields; and slices.
//!
//! The formats are those of the Document API version 2 (prismic.io/docs/rich-text, /docs/slice, /docs/fields).

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Author, Block, Inline, ListItem};
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::editors::engine::addressed;
use crate::read::formats::editors::engine::entry;
use crate::read::formats::editors::engine::inline_nodes::{Runs, push_paragraph};
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::lists::Lists;
use crate::read::formats::editors::engine::marks;
use crate::read::formats::editors::engine::node::find_str;
use crate::read::formats::editors::engine::pieces;
use crate::read::formats::editors::engine::styled;
use crate::read::formats::editors::engine::things;
use crate::read::values::answer::unwrap_entry;
use crate::read::values::collection::{Links, choose};
use crate::read::values::dedupe::{describe, illustrate};
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::{date, first, own_address, read_lang};
use crate::read::values::spans::{Wrap, wrap};
use crate::report::WarningCode;
use crate::text::keys::Keys;

/// The most spans of a block that are read.
const MAX_SPANS: usize = 500;

/// The types of blocks.
const TYPES: &str = "paragraph preformatted heading1 heading2 heading3 heading4 heading5 heading6 list-item o-list-item \
    group-list-item group-o-list-item image embed";

/// Returns whether a value is rich text: blocks of the known types, with their spans or addresses.
pub(in crate::read) fn is_body(value: &Value) -> bool {
    let block = |block: &Value| {
        block.str("type").is_some_and(|name| Keys(TYPES).has(name))
            && (block.get("spans").is_some_and(Value::is_array)
                || block.get("oembed").is_some()
                || block.get("url").is_some() && block.get("dimensions").is_some())
    };
    !value.items().is_empty() && value.items().iter().all(block)
}

/// Returns whether a value is a document: fields in `data`, and members that only the API's documents have.
fn is_document(value: &Value) -> bool {
    value.get("data").is_some_and(Value::is_object)
        && value.get("type").is_some()
        && ["first_publication_date", "linked_documents", "alternate_languages"]
            .iter()
            .any(|name| value.get(name).is_some())
}

/// Returns the documents of an answer: one, a list, or the results of the API's search.
fn find_documents<'t>(tree: &'t Value<'t>) -> &'t [Value<'t>] {
    let tree = tree.get("results").unwrap_or(tree);
    let tree = if is_document(tree) || tree.is_array() { tree } else { unwrap_entry(tree, None).unwrap_or(tree) };
    if tree.one_or_many().iter().all(is_document) { tree.one_or_many() } else { &[] }
}

/// Returns whether there is rich text, or a document.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    !find_documents(tree).is_empty() || entry::find_body(tree, is_body, None).is_some()
}

/// Reads a document, or rich text and the entry around it.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Result<(Article<'t>, usize), Error> {
    let all = find_documents(tree);
    if all.is_empty() {
        return entry::read(tree, is_body, false, blocks, cx);
    }
    let document = choose(all.iter().collect(), cx)?;
    let mut article = read_document(document, cx)?.0;
    let mut links = Links::of(article.url.as_ref());
    for other in all {
        let title = other.get("data").and_then(|data| first(data, TITLES));
        if !std::ptr::eq(other, document)
            && let Some(url) = own_address(other, "url", cx)
            && let Some(title) = title
        {
            let headline = crate::model::plain_text(&things::line(title, &Dialect::default(), cx));
            links.add(other, cx.name(headline, title), Some(url), cx);
        }
    }
    links.add_to(&mut article.related);
    Ok((article, all.len()))
}

/// Common names of fields; each site invents its own.
const TITLES: &str = "title headline name heading";
const DESCRIPTIONS: &str = "description subtitle summary excerpt intro standfirst";
const AUTHORS: &str = "author authors byline written_by";
const DATES: &str = "date published_date publication_date published_at publish_date";
const PICTURES: &str = "image main_image featured_image hero_image cover cover_image banner thumbnail";
/// Fields for search engines and social networks.
const META: &str = "meta_title meta_description meta_image seo_title seo_description og_title og_description og_image uid \
    keywords tags category categories";

/// Reads a document: the usual fields around an article, and all others in their order as its text.
fn read_document<'t>(document: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let d = Dialect::default();
    let data = document.get("data").unwrap_or(document);
    let mut article = Article { url: own_address(document, "url", cx), ..Article::default() };
    article.lang = read_lang(document, "lang", cx);
    article.date_modified = date(document, "last_publication_date", cx);
    let mut taken: Vec<&Value> = Vec::new();
    let mut take = |names: &str| {
        let found = first(data, names);
        taken.extend(found);
        found
    };
    if let Some(title) = take(TITLES) {
        article.headline = things::line(title, &d, cx).into();
    }
    article.date_published = take(DATES).and_then(|value| cx.date(value.one_or_many().first()?));
    let published = date(document, "first_publication_date", cx);
    article.date_published = article.date_published.or(published);
    for value in take(AUTHORS).map_or(&[][..], Value::one_or_many) {
        match value.get("link_type").and_then(|_| value.get("data")).or(Some(value)) {
            Some(value) if is_body(std::slice::from_ref(value).first().unwrap_or(value)) => {}
            Some(value) => {
                let name = crate::model::plain_text(&things::line(value, &d, cx));
                if let Some(name) = cx.name(name, value) {
                    article.authors.push(Author { name, ..Author::default() });
                }
            }
            None => {}
        }
    }
    let description = take(DESCRIPTIONS);
    let picture = take(PICTURES);
    for tag in document.list("tags") {
        article.keywords.extend(cx.label(tag));
    }
    for (name, value) in data.members() {
        if taken.iter().any(|taken| std::ptr::eq(*taken, value)) || Keys(META).has(name) {
            continue;
        }
        if value.items().iter().any(|slice| slice.get("slice_type").is_some()) {
            pieces::read_list(value.items(), &d, cx, &mut article.body);
        } else {
            things::thing(name, value, &d, cx, &mut article.body);
        }
    }
    if let Some(description) = description {
        let text = things::line(description, &d, cx);
        describe(&mut article, text);
    }
    if let Some(picture) = picture {
        let figure = addressed::picture(picture, &d, cx);
        illustrate(&mut article, figure);
    }
    Ok((article, 1))
}

/// Adds the content of rich text.
pub(in crate::read) fn blocks<'t>(body: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, out: &mut Vec<Block<'t>>) {
    let mut lists = Lists::default();
    for node in body.items() {
        if !cx.spend(node) {
            break;
        }
        let name = node.str("type").unwrap_or("");
        if let Some(sign) = name.strip_suffix("list-item") {
            let mut item = ListItem::default();
            push_paragraph(read_inlines(node, &SPANS, cx), &mut item.body);
            if !item.body.is_empty() {
                lists.push(1, sign.contains('o') && !sign.ends_with("group-"), item, out);
            }
            continue;
        }
        lists.finish(out);
        match name {
            "preformatted" => styled::push_code(node, d, cx, out),
            "image" | "embed" => {
                let target = node.get("oembed").unwrap_or(node);
                let address = find_str(target, "embed_url url");
                match address {
                    Some(address) => {
                        let kind = if name == "image" { Kind::Image } else { Kind::Embed };
                        addressed::addressed(kind, address, target, d, cx, out);
                    }
                    None => cx.warn(WarningCode::MissingField, node, &["left out, because it has no address: ", name]),
                }
            }
            _ if name.starts_with("heading") => {
                styled::push_styled(Kind::Heading, node, name, read_inlines(node, &SPANS, cx), out);
            }
            _ => push_paragraph(read_inlines(node, &SPANS, cx), out),
        }
    }
    lists.finish(out);
}

/// Where a block lists the ranges of its marks, and whether they count code points instead of UTF-16 units.
pub(super) struct Ranges {
    pub list: &'static str,
    pub points: bool,
}

/// The ranges of Prismic.
const SPANS: Ranges = Ranges { list: "spans", points: false };

/// Returns the running text of a block, split where spans begin or end.
pub(super) fn read_inlines<'t>(node: &'t Value<'t>, by: &Ranges, cx: &mut Context) -> Vec<Inline<'t>> {
    let text = cx.lines_within(node, node.str("text").unwrap_or(""));
    let mut ranges = Vec::new();
    for span in node.list(by.list).iter().take(MAX_SPANS) {
        let at = |name| span.get(name).and_then(Value::as_int).unwrap_or(0);
        let mut wraps = Vec::new();
        match span.str("type") {
            Some("hyperlink") => match span.get("data").and_then(|data| find_str(data, "url href")) {
                Some(url) => wraps.extend(cx.link(url).map(Wrap::link)),
                None => cx.warn(
                    WarningCode::Unresolved,
                    span,
                    &["a link to a document without an address, its text is shown"],
                ),
            },
            // A label is a class.
            Some("label") | None => {}
            Some(name) => marks::add_mark(name, span, &mut wraps, cx),
        }
        ranges.extend(wraps.into_iter().map(|wrap| (at("start"), at("end"), wrap)));
    }
    let mut runs = Runs::default();
    let (mut unit, mut start, mut cut) = (0, 0, find_next_cut(&ranges, 0));
    for (place, c) in text.char_indices() {
        if unit >= cut {
            push(text.get(start..place).unwrap_or(""), unit, &ranges, &mut runs, node, cx);
            (start, cut) = (place, find_next_cut(&ranges, unit));
        }
        unit += if by.points { 1 } else { c.len_utf16() as i64 };
    }
    push(text.get(start..).unwrap_or(""), unit, &ranges, &mut runs, node, cx);
    runs.take(node, cx)
}

/// Returns the first position after `unit` at which a span begins or ends.
fn find_next_cut(ranges: &[(i64, i64, Wrap)], unit: i64) -> i64 {
    let mut next = i64::MAX;
    for (start, end, _) in ranges {
        for cut in [*start, *end] {
            if cut > unit && cut < next {
                next = cut;
            }
        }
    }
    next
}

/// Adds the run of text that ends before `unit`.
fn push<'t>(
    text: &'t str,
    unit: i64,
    ranges: &[(i64, i64, Wrap<'t>)],
    runs: &mut Runs<'t>,
    node: &Value,
    cx: &mut Context,
) {
    let mut wraps = Vec::new();
    for (start, end, other) in ranges {
        if *start < unit && unit <= *end {
            wrap(&mut wraps, other.clone());
        }
    }
    runs.text(&wraps, text, node, cx);
}
