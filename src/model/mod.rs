//! The closed model of an article: only what it can express can be rendered.

mod block;
mod date;
mod inline;
mod layout;
mod media;
mod parse_date;
#[cfg(feature = "web")]
mod pieces;

pub(crate) use block::SMALLEST;
pub use block::{
    Aside, AsideKind, Block, Card, CardKind, Cell, CellAlign, Code, Definition, Details, Embed, EmbedKind, Entry,
    Heading, List, ListItem, Note, Paragraph, Product, Quote, Rating, Row, Table,
};
pub use date::{DateTime, Precision, Time};
pub(crate) use date::{FIRST, LAST};
pub(crate) use inline::is_blank;
pub use inline::{Inline, Mark, RichLabel, plain_text};
pub use layout::Layout;
pub use media::{Candidate, Figure, Focus, Gallery, Image, Media, MediaKind, Source, Track, TrackKind};
pub(crate) use parse_date::parse_offset;
#[cfg(feature = "web")]
pub(crate) use pieces::{Piece, Pieces, pieces};

use crate::text::Label;
use crate::text::lang::{Dir, Lang};
use crate::url::SafeUrl;

/// An article, with the properties of schema.org's `NewsArticle`. Everything is optional; [`read`](fn@crate::read)
/// returns an error without a headline and a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article<'a> {
    /// The language of the text.
    pub lang: Option<Lang>,
    /// The direction of the text, if the publisher gives it.
    pub dir: Option<Dir>,
    /// The URL of the article on its publisher's site.
    pub url: Option<SafeUrl>,
    /// The breadcrumb, from the front page to the section of the article.
    pub breadcrumb: Vec<Named<'a>>,
    /// The line above the headline.
    pub kicker: RichLabel<'a>,
    /// The headline.
    pub headline: RichLabel<'a>,
    /// The standfirst below the headline.
    pub description: Vec<Inline<'a>>,
    /// The date of publication.
    pub date_published: Option<Date<'a>>,
    /// The date of the last change.
    pub date_modified: Option<Date<'a>>,
    /// The time zone of dates without an offset: an IANA name or an offset such as `+08:00`.
    pub time_zone: Option<Label<'a>>,
    /// The publisher.
    pub source: Option<Named<'a>>,
    /// The authors, in the order of the byline.
    pub authors: Vec<Author<'a>>,
    /// The lead picture.
    pub image: Option<Figure<'a>>,
    /// The text, block by block.
    pub body: Vec<Block<'a>>,
    /// How many blocks of the body precede each item of the input's list `body`, for the paths of warnings: empty if
    /// `body` is not a list, `None` if another format was read.
    pub body_items: Option<Vec<usize>>,
    /// The keywords.
    pub keywords: Vec<Label<'a>>,
    /// Blocks of links to other articles.
    pub related: Vec<Related<'a>>,
}

/// A name with an optional page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named<'a> {
    /// The name.
    pub name: Label<'a>,
    /// The URL of its page.
    pub url: Option<SafeUrl>,
}

/// An author.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Author<'a> {
    /// The name.
    pub name: Label<'a>,
    /// The URL of the author's page.
    pub url: Option<SafeUrl>,
    /// The author's contribution or position, such as "Photographs" or "Science editor".
    pub role: Option<Label<'a>>,
}

/// A date, or text that could not be read as one.
#[derive(Clone, Debug, PartialEq)]
pub enum Date<'a> {
    /// A date.
    Known(DateTime),
    /// The text of the input, shown unchanged.
    Verbatim(Label<'a>),
}

/// A block of links to other articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Related<'a> {
    /// The title. The default is a label such as "Related" in the language of the article.
    pub title: Option<Label<'a>>,
    /// A page with more of these links.
    pub more: Option<Named<'a>>,
    /// The links.
    pub items: Vec<RelatedItem<'a>>,
}

/// A link to another article.
#[derive(Clone, Debug, PartialEq)]
pub struct RelatedItem<'a> {
    /// Its headline.
    pub headline: Label<'a>,
    /// The URL of the article.
    pub url: SafeUrl,
    /// Its picture.
    pub image: Option<Image<'a>>,
    /// The date of publication.
    pub date_published: Option<Date<'a>>,
    /// The name of its publisher.
    pub source: Option<Label<'a>>,
    /// Whether the link is an advertisement.
    pub sponsored: bool,
}
