//! Reads the fields that most formats have, by a table of each format's names.

use crate::error::Error;
use crate::json::Value;
use crate::model::{Article, Block, Figure, Inline};
use crate::read::Context;
use crate::read::html;
use crate::read::native::block;
use crate::read::values::collection::{Links, choose};
use crate::read::values::dedupe;
use crate::read::values::lenient::{
    author, date, first, html_inlines, label, link, make_label, own_address, read_absolute, read_lang, read_words,
    site, word,
};

/// Names of members, separated by spaces; the first with content counts.
type Names = &'static str;

/// A format's names for the fields that most formats have.
pub(in crate::read) struct Fields {
    /// The article's own address.
    pub url: Names,
    /// The language.
    pub lang: Names,
    /// The headline.
    pub headline: Names,
    /// Whether headlines are HTML.
    pub markup: bool,
    /// The standfirst, in plain text.
    pub description: Names,
    /// The date of publication.
    pub published: Names,
    /// The date of the last change.
    pub modified: Names,
    /// The authors, or a byline.
    pub authors: Names,
    /// Keywords, in a list.
    pub keywords: Names,
    /// The text, in HTML.
    pub html: Names,
    /// The text, in plain text, if there is no HTML.
    pub plain: Names,
    /// Reads the lead picture.
    pub image: for<'t> fn(&'t Value<'t>, &mut Context) -> Option<Figure<'t>>,
    /// Returns its caption, in HTML.
    pub caption: for<'t> fn(&'t Value<'t>) -> Option<&'t Value<'t>>,
}

impl Fields {
    /// A format without any of these fields.
    pub const NONE: Fields = Fields {
        url: "",
        lang: "",
        headline: "",
        markup: false,
        description: "",
        published: "",
        modified: "",
        authors: "",
        keywords: "",
        html: "",
        plain: "",
        image: |_, _| None,
        caption: |_| None,
    };

    /// Reads the fields of an article, except standfirst and picture.
    pub fn read<'t>(&self, object: &'t Value<'t>, cx: &mut Context) -> Article<'t> {
        let url = own_address(object, self.url, cx);
        let lang = read_lang(object, self.lang, cx);
        let mut authors = Vec::new();
        for value in first(object, self.authors).map_or(&[][..], Value::one_or_many) {
            authors.extend(author(value, lang.as_ref(), cx));
        }
        let mut keywords = Vec::new();
        for value in first(object, self.keywords).map_or(&[][..], Value::items) {
            keywords.extend(cx.label(value));
        }
        Article {
            dir: None,
            body_items: None,
            breadcrumb: Vec::new(),
            kicker: Vec::new().into(),
            headline: self.headline(object, cx).into(),
            description: Vec::new(),
            date_published: date(object, self.published, cx),
            date_modified: date(object, self.modified, cx),
            time_zone: None,
            source: site(None, url.as_ref()),
            authors,
            image: None,
            body: text(object, self.html, self.plain, cx),
            keywords,
            related: Vec::new(),
            lang,
            url,
        }
    }

    fn headline<'t>(&self, object: &'t Value<'t>, cx: &mut Context) -> Vec<Inline<'t>> {
        if self.markup {
            html_inlines(first(object, self.headline).and_then(word), cx)
        } else {
            read_words(object, self.headline, cx)
        }
    }

    /// Adds standfirst and picture to an article with its body, unless it already has them.
    pub fn finish<'t>(&self, object: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
        let read = |value, cx: &mut Context| word(value).map(|text| cx.plain(text)).unwrap_or_default();
        dedupe::drop_title(article);
        dedupe::describe_by(article, object, self.description, &read, cx);
        if let Some(mut figure) = (self.image)(object, cx) {
            figure.caption = html_inlines((self.caption)(object), cx);
            dedupe::illustrate(article, Some(figure));
        }
    }

    /// Reads the article of a list that the options select, with the others as related links.
    pub fn read_of<'t>(&self, list: &'t [Value<'t>], cx: &mut Context) -> Result<(&'t Value<'t>, Article<'t>), Error> {
        let chosen = choose(list.iter().collect(), cx)?;
        let mut article = self.read(chosen, cx);
        let mut links = Links::of(article.url.as_ref());
        for item in list {
            if std::ptr::eq(item, chosen) || links.is_full() {
                continue;
            }
            let headline = if self.markup {
                make_label(&self.headline(item, cx), item, cx)
            } else {
                label(item, self.headline, cx)
            };
            let url = read_absolute(item, self.url, cx).or_else(|| link(item, "url", cx));
            let Some(link) = links.add(item, headline, url, cx) else { continue };
            link.date_published = date(item, self.published, cx);
            link.image = (self.image)(item, cx).map(|figure| figure.image);
        }
        links.add_to(&mut article.related);
        Ok((chosen, article))
    }
}

/// Reads the text of an article: HTML, otherwise plain text.
pub(super) fn text<'t>(object: &'t Value<'t>, html: &str, plain: &str, cx: &mut Context) -> Vec<Block<'t>> {
    match first(object, html) {
        Some(at @ Value::String(text)) => html::blocks(text, at, cx),
        _ => first(object, plain).map(|text| block::blocks(text, cx)).unwrap_or_default(),
    }
}
