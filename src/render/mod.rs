//! Articles to a sink: the one place that decides on elements, attributes and their order.
//!
//! Nothing here knows of JSON or of the browser. The markup is part of the public interface: `part` names are what
//! hosts style by.

mod article;
mod block;
mod boxes;
mod date;
mod inline;
mod labels;
mod media;
mod names;
mod related;
mod sink;
mod table;

pub use date::{DateFormat, IsoDates, Moment};
pub use names::{Attr, Tag, UrlAttr};
pub use sink::Sink;
pub(crate) use sink::srcset_text;

use crate::lang::{Dir, Lang};
use crate::model::{Article, Block, plain_text};
use crate::options::{Options, Zone};
use crate::url::SafeUrl;
use labels::Labels;

/// Renders an article into a sink: one `article` element.
pub fn render(article: &Article, options: &Options, dates: &dyn DateFormat, sink: &mut dyn Sink) {
    let lang = article.lang.as_ref().or(options.lang.as_ref());
    let labels_lang = lang.into_iter().chain(&options.host_lang);
    let renderer = Renderer {
        out: sink,
        options,
        labels: Labels::find(labels_lang, &options.labels),
        dates,
        lang,
        base: options.base_url.as_ref().or(article.url.as_ref()),
        zone: article.time_zone.as_deref().and_then(Zone::parse),
        level: 1,
        in_link: false,
        tables: 0,
        notes: note_numbers(&article.body),
        marked: Vec::new(),
    };
    article::article(renderer, article);
}

/// The direction of an article: the host's choice, the publisher's word, the language's script, the text itself.
pub(crate) fn direction(article: &Article, options: &Options) -> Option<Dir> {
    let lang = article.lang.as_ref().or(options.lang.as_ref());
    let said = options.dir.or(article.dir).or_else(|| lang.map(Lang::dir));
    said.or_else(|| Dir::of_text(&plain_text(&article.headline)))
}

/// The numbers of the footnotes that a body has.
fn note_numbers(body: &[Block]) -> Vec<u32> {
    let numbers = body.iter().filter_map(|block| match block {
        Block::Notes(notes) => Some(notes.iter().map(|note| note.number)),
        _ => None,
    });
    numbers.flatten().collect()
}

/// The state of rendering one article.
struct Renderer<'r> {
    out: &'r mut dyn Sink,
    options: &'r Options,
    labels: Labels<'r>,
    dates: &'r dyn DateFormat,
    /// The article's language.
    lang: Option<&'r Lang>,
    /// The publisher's address: links that leave its origin say so.
    base: Option<&'r SafeUrl>,
    /// The zone of times without an offset.
    zone: Option<Zone>,
    /// The level of the last heading, counted from 1 for the headline.
    level: u8,
    /// Whether a link is open; links are not nested.
    in_link: bool,
    /// How many tables there were.
    tables: u32,
    /// The footnotes that there are.
    notes: Vec<u32>,
    /// The footnotes whose first mark was written.
    marked: Vec<u32>,
}

impl Renderer<'_> {
    /// Writes an element with its attributes and content.
    fn element(&mut self, tag: Tag, attrs: &[(Attr, &str)], content: impl FnOnce(&mut Self)) {
        self.start(tag, attrs);
        content(self);
        self.out.close();
    }

    /// Writes an element with nothing but text in it.
    fn text_element(&mut self, tag: Tag, attrs: &[(Attr, &str)], text: &str) {
        self.start(tag, attrs);
        self.out.text(text);
        self.out.close();
    }

    /// Opens an element.
    fn start(&mut self, tag: Tag, attrs: &[(Attr, &str)]) {
        self.out.open(tag);
        for (name, value) in attrs {
            self.out.attr(*name, value);
        }
    }

    /// Writes a link, or its content alone where a link is open already.
    fn link(&mut self, url: &SafeUrl, attrs: &[(Attr, &str)], rel: &str, content: impl FnOnce(&mut Self)) {
        if self.in_link {
            return content(self);
        }
        self.start(Tag::A, attrs);
        let leaves = if self.leaves(url) { "noopener noreferrer" } else { "" };
        match (rel, leaves) {
            ("", "") => {}
            ("", only) | (only, "") => self.out.attr(Attr::Rel, only),
            (rel, leaves) => self.out.attr(Attr::Rel, &[rel, " ", leaves].concat()),
        }
        self.out.url(UrlAttr::Href, url);
        self.in_link = true;
        content(self);
        self.in_link = false;
        self.out.close();
    }

    /// Whether a URL leads away from the publisher's site.
    fn leaves(&self, url: &SafeUrl) -> bool {
        !url.origin().is_empty() && self.base.is_none_or(|base| base.origin() != url.origin())
    }

    /// The heading element of a level, 1 being the headline; a level never skips one, so that the outline holds.
    fn heading(&mut self, level: u8) -> Tag {
        self.level = level.min(self.level + 1);
        heading_tag(self.options.heading_level + self.level - 1)
    }

    /// An id of ours.
    fn id(&self, name: &str) -> String {
        [&self.options.id_prefix, "-", name].concat()
    }
}

/// The heading element of a level from 1; beyond 6 there is none deeper.
fn heading_tag(level: u8) -> Tag {
    match level {
        0 | 1 => Tag::H1,
        2 => Tag::H2,
        3 => Tag::H3,
        4 => Tag::H4,
        5 => Tag::H5,
        _ => Tag::H6,
    }
}
