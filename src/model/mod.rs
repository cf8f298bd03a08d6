//! The closed model of an article: what it cannot say cannot be rendered.

mod block;
mod date;
mod inline;
mod media;
#[cfg(feature = "web")]
mod pieces;

pub use block::{
    Aside, AsideKind, Block, Card, CardKind, Cell, CellAlign, Code, Definition, Details, Embed, EmbedKind, Entry,
    Heading, List, ListItem, Note, Paragraph, Product, Quote, Rating, Row, Table,
};
pub use date::{DateTime, Precision, Time};
pub(crate) use date::{FIRST, LAST, parse_offset};
pub(crate) use inline::is_blank;
pub use inline::{Inline, Mark, plain_text};
pub use media::{Candidate, Figure, Image, Media, MediaKind, Source, Track, TrackKind};
#[cfg(feature = "web")]
pub(crate) use pieces::{Piece, Pieces, pieces};

use crate::text::Text;
use crate::text::lang::{Dir, Lang};
use crate::url::SafeUrl;

/// An article (schema.org `NewsArticle`): everything is optional, but there is a headline or a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article<'a> {
    /// The language of the text.
    pub lang: Option<Lang>,
    /// The direction of the text, where the publisher says it.
    pub dir: Option<Dir>,
    /// The article's own address.
    pub url: Option<SafeUrl>,
    /// The way from the site's front page to the article.
    pub breadcrumb: Vec<Named<'a>>,
    /// The line above the headline.
    pub kicker: Vec<Inline<'a>>,
    /// The headline.
    pub headline: Vec<Inline<'a>>,
    /// The standfirst below the headline.
    pub description: Vec<Inline<'a>>,
    /// When it was published.
    pub date_published: Option<Date<'a>>,
    /// When it was last changed.
    pub date_modified: Option<Date<'a>>,
    /// The time zone of dates without an offset: an IANA name or an offset such as `+08:00`.
    pub time_zone: Option<Text<'a>>,
    /// Who the article is from.
    pub source: Option<Named<'a>>,
    /// Who wrote it.
    pub authors: Vec<Author<'a>>,
    /// The lead picture.
    pub image: Option<Figure<'a>>,
    /// The text.
    pub body: Vec<Block<'a>>,
    /// What it is about.
    pub keywords: Vec<Text<'a>>,
    /// Blocks of links to other articles.
    pub related: Vec<Related<'a>>,
}

/// A name, with an address where it has one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named<'a> {
    /// The name.
    pub name: Text<'a>,
    /// Its page.
    pub url: Option<SafeUrl>,
}

/// An author.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Author<'a> {
    /// The name.
    pub name: Text<'a>,
    /// The author's page.
    pub url: Option<SafeUrl>,
    /// What the author did or is, such as "Photographs" or "Science editor".
    pub role: Option<Text<'a>>,
}

/// A date that was understood, or the text in its place.
#[derive(Clone, Debug, PartialEq)]
pub enum Date<'a> {
    /// A date.
    Known(DateTime),
    /// What stood there, shown as it is.
    Verbatim(Text<'a>),
}

/// A block of links to other articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Related<'a> {
    /// The block's title; a label of the reader's language stands in for a missing one.
    pub title: Option<Text<'a>>,
    /// Where there are more of them.
    pub more: Option<Named<'a>>,
    /// The links.
    pub items: Vec<RelatedItem<'a>>,
}

/// A link to another article.
#[derive(Clone, Debug, PartialEq)]
pub struct RelatedItem<'a> {
    /// Its headline.
    pub headline: Text<'a>,
    /// Its address.
    pub url: SafeUrl,
    /// Its picture.
    pub image: Option<Image<'a>>,
    /// When it was published.
    pub date_published: Option<Date<'a>>,
    /// Who it is from.
    pub source: Option<Text<'a>>,
    /// Whether somebody paid for the link.
    pub sponsored: bool,
}
