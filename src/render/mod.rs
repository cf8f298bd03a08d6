//! Renders articles to a sink: the only place that decides on elements, attributes and their order.
//!
//! This module is independent of JSON and of the browser. The markup is part of the public interface: hosts style it by
//! the `part` names.

mod article;
mod block;
mod boxes;
mod date;
#[cfg(feature = "html")]
mod focus;
mod inline;
mod labels;
mod limits;
mod locales;
mod media;
mod names;
mod reading_time;
mod related;
mod sink;
mod table;

pub use locales::{IsoDates, Locales, Moment};
pub use names::{Attr, Tag, UrlAttr};
pub use sink::Sink;
pub(crate) use sink::srcset_text;

use crate::model::{Article, Block, Layout, SMALLEST, plain_text};
use crate::options::{Options, Zone};
use crate::report::Warning;
use crate::text::ascii;
use crate::text::keys::Keys;
use crate::text::lang::{Dir, Lang};
use crate::text::template;
use crate::url::SafeUrl;
use labels::{Label, Labels};
use limits::Limited;

/// Renders an article into a sink: one `article` element. Returns the warnings about the limits of output: its length
/// ([`Options::max_output`]), its depth, the columns of a table.
pub fn render(article: &Article, options: &Options, locales: &dyn Locales, sink: &mut dyn Sink) -> Vec<Warning> {
    let lang = article.lang.as_ref().or(options.lang.as_ref());
    let labels = Labels::find(&[lang, options.host_lang.as_ref()], &options.labels, locales);
    let mut renderer = Renderer {
        out: Limited::new(sink, options.max_output, article.body_items.as_deref()),
        options,
        labels: &labels,
        locales,
        lang,
        base: options.base_url.as_ref(),
        zone: article.time_zone.as_deref().and_then(Zone::parse),
        levels: 1 << 1,
        in_link: false,
        is_pictured: false,
        tables: 0,
        notes: notes(&article.body),
    };
    article::write_article(&mut renderer, article);
    renderer.out.warnings
}

/// Returns the direction of an article: the host's choice, the publisher's, or that of the language's script or the
/// text.
pub(crate) fn find_direction(article: &Article, options: &Options) -> Option<Dir> {
    let lang = article.lang.as_ref().or(options.lang.as_ref());
    let said = options.dir.or(article.dir).or_else(|| lang.map(Lang::dir));
    said.or_else(|| Dir::of_text(&plain_text(&article.headline)))
}

/// The state of a footnote.
#[derive(Clone, Copy, PartialEq)]
enum Noted {
    /// There is no note.
    Missing,
    /// There is a note.
    There,
    /// There is a note, and its first mark was written.
    Marked,
}

/// Returns the footnotes of a body, by their numbers.
fn notes(body: &[Block]) -> Vec<Noted> {
    let mut all = Vec::new();
    for block in body {
        if let Block::Notes(notes) = block {
            for note in notes {
                let number = note.number as usize;
                while all.len() <= number {
                    all.push(Noted::Missing);
                }
                if let Some(noted) = all.get_mut(number) {
                    *noted = Noted::There;
                }
            }
        }
    }
    all
}

/// The state of rendering one article.
struct Renderer<'r> {
    out: Limited<'r>,
    options: &'r Options,
    labels: &'r Labels<'r>,
    locales: &'r dyn Locales,
    /// The article's language.
    lang: Option<&'r Lang>,
    /// The host's base: links that leave its origin are marked, whatever address the article claims for itself.
    base: Option<&'r SafeUrl>,
    /// The zone of times without an offset.
    zone: Option<Zone>,
    /// The author's levels of the open sections, one bit each: bit 1 is the headline's, and not set if no headline is
    /// shown.
    levels: u8,
    /// Whether a link is open; links are not nested.
    in_link: bool,
    /// Whether a picture that is not small was written.
    is_pictured: bool,
    /// The number of tables so far.
    tables: u32,
    /// The footnotes, by their numbers.
    notes: Vec<Noted>,
}

impl<'r> Renderer<'r> {
    /// Returns a renderer of the same article with another output, without its zone and its footnotes.
    fn write_elsewhere<'s>(&self, out: &'s mut dyn Sink) -> Renderer<'s>
    where
        'r: 's,
    {
        let out = Limited::new(out, self.options.max_output, None);
        Renderer { out, zone: None, notes: Vec::new(), ..*self }
    }

    /// Writes an element with its content.
    fn element(&mut self, tag: Tag, part: &str, content: impl FnOnce(&mut Self)) {
        self.start(tag, part);
        content(self);
        self.close();
    }

    /// Writes an element that contains only text.
    fn write_text_element(&mut self, tag: Tag, part: &str, text: &str) {
        self.start(tag, part);
        self.text(text);
        self.close();
    }

    /// Opens an element with its part, and with its layout as a second part.
    fn start_laid_out(&mut self, tag: Tag, part: &str, layout: Layout) {
        let name = Keys(Layout::NAMES).nth(layout as usize).filter(|_| layout != Layout::Inline);
        match name {
            Some(name) => self.start(tag, &template::concat(&[part, " ", name])),
            None => self.start(tag, part),
        }
    }

    /// Opens an element, with its `part` if it has one.
    fn start(&mut self, tag: Tag, part: &str) {
        self.out.open(tag);
        if !part.is_empty() {
            self.attr(Attr::Part, part);
        }
    }

    /// Adds an attribute to the element just opened.
    #[inline(never)]
    fn attr(&mut self, name: Attr, value: &str) {
        self.out.attr(name, value);
    }

    /// Adds an attribute with a number to the element just opened.
    fn number(&mut self, name: Attr, value: u32) {
        self.attr(name, &ascii::decimal(value.into()));
    }

    /// Adds an attribute with a URL to the element just opened.
    #[inline(never)]
    fn url(&mut self, name: UrlAttr, url: &SafeUrl) {
        self.out.url(name, url);
    }

    /// Adds text to the open element.
    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.out.text(text);
    }

    /// Closes the open element.
    #[inline(never)]
    fn close(&mut self) {
        self.out.close();
    }

    /// Returns a label in the reader's language.
    fn label(&self, label: Label) -> &'r str {
        self.labels.get(label)
    }

    /// Writes a link, or only its content if a link is already open.
    fn write_link(&mut self, url: &SafeUrl, part: &str, rel: &str, content: impl FnOnce(&mut Self)) {
        let opened = self.open_link(url, part, rel);
        content(self);
        if opened {
            self.close_link();
        }
    }

    /// Closes the open link.
    fn close_link(&mut self) {
        self.in_link = false;
        self.close();
    }

    /// Opens a link, unless one is already open.
    fn open_link(&mut self, url: &SafeUrl, part: &str, rel: &str) -> bool {
        if self.in_link {
            return false;
        }
        self.start(Tag::A, part);
        let leaves = if self.leaves_site(url) { "noopener noreferrer" } else { "" };
        let space = if rel.is_empty() || leaves.is_empty() { "" } else { " " };
        let rel = template::concat(&[rel, space, leaves]);
        if !rel.is_empty() {
            self.attr(Attr::Rel, &rel);
        }
        match url.as_str().strip_prefix('#') {
            Some(place) if !SMALLEST => self.url(UrlAttr::Href, &SafeUrl::fragment(&self.make_id(place))),
            _ => self.url(UrlAttr::Href, url),
        }
        self.in_link = true;
        true
    }

    /// Returns whether a URL leads away from the host's site.
    fn leaves_site(&self, url: &SafeUrl) -> bool {
        !url.origin().is_empty() && self.base.is_none_or(|base| base.origin() != url.origin())
    }

    /// Ends the sections of an author's level and deeper, opens one, and returns its heading element; 1 is the
    /// headline's level.
    ///
    /// The level shown is the number of open sections: none is skipped, and headings of one level in one section are
    /// equal, whatever levels the author left out.
    fn open_section(&mut self, level: u8) -> Tag {
        let section = 1 << level.clamp(2, 6);
        self.levels = (self.levels & (section - 1)) | section;
        self.tag_below(self.levels.count_ones() as u8 - 1)
    }

    /// Returns the heading element this many levels below the headline's; the deepest is `h6`.
    fn tag_below(&self, levels: u8) -> Tag {
        match self.options.heading_level.saturating_add(levels) {
            0 | 1 => Tag::H1,
            2 => Tag::H2,
            3 => Tag::H3,
            4 => Tag::H4,
            5 => Tag::H5,
            _ => Tag::H6,
        }
    }

    /// Returns the state of a footnote.
    fn noted(&self, number: u32) -> Noted {
        self.notes.get(number as usize).copied().unwrap_or(Noted::Missing)
    }

    /// Names the landmark just opened by the element with this id and by the headline, which distinguishes it from
    /// those of other articles on a page.
    fn write_labelled_by(&mut self, id: &str) {
        let headline = self.make_id("headline");
        let mut ids = String::from(id);
        if self.levels & (1 << 1) != 0 {
            ids.push(' ');
            ids.push_str(&headline);
        }
        self.attr(Attr::AriaLabelledby, &ids);
    }

    /// Returns an id with the article's prefix.
    fn make_id(&self, name: &str) -> String {
        template::concat(&[&self.options.id_prefix, "-", name])
    }

    /// Returns an id with the article's prefix and a number.
    fn numbered_id(&self, name: &str, number: u32) -> String {
        self.make_id(&template::concat(&[name, &ascii::decimal(number.into())]))
    }
}
