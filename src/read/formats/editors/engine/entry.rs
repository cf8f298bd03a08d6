//! The document around a body: the entry of a content system with a field written in an editor.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Article, Author, Block, Figure, Inline};
use crate::read::Context;
use crate::read::formats::editors::engine::linked;
use crate::read::formats::editors::engine::members::rich_value;
use crate::read::formats::editors::engine::node::find_str;
use crate::read::formats::editors::engine::pictures;
use crate::read::formats::editors::engine::vocabulary::address;
use crate::read::values::answer::unwrap_entry;
use crate::read::values::dedupe::{describe_by, drop_title, illustrate};
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::{self, date, first, own_address};
use crate::report::WarningCode;
use crate::text::Label;
use crate::text::keys::Keys;
use crate::text::lang::Lang;

/// A body, and the entry around it if there is one.
pub(in crate::read) struct Found<'t> {
    /// The editor's document.
    pub body: &'t Value<'t>,
    /// The entry whose field it is.
    pub entry: Option<&'t Value<'t>>,
    /// The value around the entry; in Contentful it has the title and the language.
    pub around: Option<&'t Value<'t>>,
    /// How many entries the input holds.
    pub count: usize,
}

/// Members that are preferred if several could be the body.
const BODIES: &str = "body content text richText lexical mobiledoc layout";

/// Finds the first body, in the tree or in an entry within its wrappers.
pub(in crate::read) fn find_body<'t>(
    tree: &'t Value<'t>,
    is: fn(&Value) -> bool,
    select: Option<&str>,
) -> Option<Found<'t>> {
    let (mut value, mut around, mut count) = (tree, None, 1);
    for _ in 0..6 {
        if is(value) {
            return Some(Found { body: value, entry: None, around, count });
        }
        // Keystone wraps the document.
        let inner =
            |member: &'t Value<'t>| member.get("document").filter(|inner| is(inner)).unwrap_or(localized(member));
        let named = Keys(BODIES).filter_map(|name| value.get(name)).map(inner).find(|member| is(member));
        let mut members = value.members().iter().map(|(_, member)| inner(member));
        if let Some(body) = named.or_else(|| members.find(|member| is(member))) {
            return Some(Found { body, entry: Some(value), around, count });
        }
        around = Some(value);
        if let Value::Array(entries) = value {
            count = entries.len();
        }
        value = unwrap_entry(value, select)?;
    }
    None
}

/// Returns the first language of a value that has one version for each: `{"en-US": "Rain", "de": "Regen"}`.
pub(in crate::read) fn localized<'t>(value: &'t Value<'t>) -> &'t Value<'t> {
    let mut versions = value.members().iter().filter(|(name, _)| !name.starts_with('_'));
    let is_tag = |name: &str| name != "id" && Lang::parse(name).is_some_and(|lang| lang.primary().len() == 2);
    match versions.next() {
        Some((name, first)) if is_tag(name) && versions.all(|(name, _)| is_tag(name)) => first,
        _ => value,
    }
}

/// A function by which a format adds the blocks of a body.
type Blocks = for<'t> fn(&'t Value<'t>, &Dialect<'t>, &mut Context, &mut Vec<Block<'t>>);

/// Reads the body that `is` finds, and the entry around it. `html` says whether strings in cards are HTML.
pub(in crate::read) fn read<'t>(
    tree: &'t Value<'t>,
    is: fn(&Value) -> bool,
    html: bool,
    blocks: Blocks,
    cx: &mut Context,
) -> Result<(Article<'t>, usize), Error> {
    let select = cx.options.select.as_deref();
    let found = find_body(tree, is, select).ok_or_else(|| match select {
        Some(id) => Error::new(ErrorCode::NoSuchArticle, &["none of the articles has the place or the id ", id]),
        None => Error::new(ErrorCode::WrongFormat, &["nothing in it that this format's editor wrote"]),
    })?;
    cx.trace.choose(found.entry.unwrap_or(found.body));
    let d = Dialect { html, linked: linked::index(tree, found.body) };
    let mut article = Article::default();
    if let Some(entry) = found.entry {
        read_head(entry, &d, cx, &mut article);
        if let Some(around) = found.around {
            read_outer(around, &d, cx, &mut article);
        }
    }
    blocks(found.body, &d, cx, &mut article.body);
    if let Some(entry) = found.entry {
        drop_title(&mut article);
        let read = |value, cx: &mut Context| rich_value(localized(value), &Dialect::default(), cx);
        for names in ["subtitle dek standfirst", "description excerpt custom_excerpt summary"] {
            describe_by(&mut article, entry, names, &read, cx);
        }
        let picture = picture(entry, &d, cx);
        illustrate(&mut article, picture);
    }
    Ok((article, found.count))
}

/// Members with the date of publication.
const PUBLISHED: &str = "publishedAt published_at datePublished date_published publishDate publishedDate published_date publish_date \
     first_published_at post_date date firstPublishedAt date_created \
     _firstPublishedAt _publishedAt created_at createdAt _createdAt";

/// Reads the title of an entry.
fn read_headline<'t>(entry: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
    let title = first(entry, "title headline name");
    title.map(|title| rich_value(localized(title), d, cx)).unwrap_or_default()
}

/// Fills gaps of the entry from the value around it.
fn read_outer<'t>(around: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, article: &mut Article<'t>) {
    if article.headline.is_empty() {
        article.headline = read_headline(around, d, cx).into();
    }
    if article.date_published.is_none() {
        article.date_published = date(around, PUBLISHED, cx);
    }
    if article.lang.is_none() {
        article.lang = lenient::read_lang(around.get("sys").unwrap_or(around), "locale lang", cx);
    }
}

/// Reads the fields around a body, except those that could repeat it.
fn read_head<'t>(entry: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context, article: &mut Article<'t>) {
    article.url = own_address(entry, "url permalink canonicalUrl canonical_url", cx);
    article.lang = lenient::read_lang(entry, "lang language locale __i18n_lang", cx);
    article.headline = read_headline(entry, d, cx).into();
    let sys = entry.get("sys").unwrap_or(&Value::Null);
    let versions = first(entry, PUBLISHED).map(localized).filter(|version| version.as_str().is_some());
    article.date_published = date(entry, PUBLISHED, cx)
        .or_else(|| cx.date(versions?))
        .or_else(|| date(sys, "firstPublishedAt publishedAt", cx));
    article.date_modified = date(entry, "updatedAt updated_at _updatedAt dateModified", cx);
    for name in names(entry, "populatedAuthors authors author author_name", d, cx) {
        article.authors.push(Author { name, ..Author::default() });
    }
    article.keywords = names(entry, "tags keywords categories", d, cx);
}

/// Returns the names of authors or tags, given directly or by reference.
fn names<'t>(entry: &'t Value<'t>, members: &str, d: &Dialect<'t>, cx: &mut Context) -> Vec<Label<'t>> {
    let mut out = Vec::new();
    let Some(values) = first(entry, members).map(localized) else { return out };
    for value in values.get("data").unwrap_or(values).one_or_many() {
        let known = linked::target(value, d).and_then(|known| cx.follow(value, known, 3)).unwrap_or(value);
        // Payload puts the documents of a relation to several kinds into `value`.
        let known = known.get("value").filter(|value| value.is_object()).unwrap_or(known);
        let inner = known.get("attributes").unwrap_or(known);
        match find_str(inner, "name title fullName displayName username label value") {
            Some(name) => out.extend(cx.label(name)),
            None if value.is_object() || value.as_str().is_some_and(is_id) => {
                cx.warn(WarningCode::Unresolved, value, &["a reference without a name"]);
            }
            None => out.extend(cx.label(value)),
        }
    }
    out
}

/// Returns whether a text is the id of a database: 24 hexadecimal digits, or a UUID.
fn is_id(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_hexdigit).count();
    let others = text.len() - digits;
    (digits == 24 && others == 0) || (digits == 32 && others == 4 && text.matches('-').count() == 4)
}

/// Reads the lead picture.
fn picture<'t>(entry: &'t Value<'t>, d: &Dialect<'t>, cx: &mut Context) -> Option<Figure<'t>> {
    const NAMES: &str = "mainImage heroImage coverImage featuredImage cover hero image feature_image thumbnail main_image \
        hero_image cover_image featured_image banner poster";
    let value = first(entry, NAMES)?;
    let data = value.at("data attributes").unwrap_or(value);
    let known = linked::target(data, d).unwrap_or(data);
    let known = known.get("fields").unwrap_or(known);
    // A hero may be a block of texts.
    if known.is_object() && address(known).is_none() && find_str(known, "_ref ref id").is_none() {
        return None;
    }
    pictures::read_picture(known.one_or_many().first()?, d, cx)
}
