//! The blocks of a body.

use super::{Date, Figure, Gallery, Image, Inline, Layout, Media, RichLabel};
use crate::text::{Label, Text};
use crate::url::SafeUrl;

/// Whether this is the smallest build for pages, which leaves rare blocks to the builds with HTML.
pub(crate) const SMALLEST: bool = cfg!(all(feature = "bundle", not(feature = "html")));

/// A block of the body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block<'a> {
    /// A paragraph.
    Paragraph(Paragraph<'a>),
    /// A heading.
    Heading(Heading<'a>),
    /// A list.
    List(List<'a>),
    /// A quotation.
    Quote(Quote<'a>),
    /// A sentence of the article itself, set in large type.
    PullQuote(Quote<'a>),
    /// A picture.
    Figure(Figure<'a>),
    /// Several pictures.
    Gallery(Gallery<'a>),
    /// A video or a sound.
    Media(Media<'a>),
    /// A table.
    Table(Table<'a>),
    /// Program text, or other text in which line ends and spaces count.
    Code(Code<'a>),
    /// A break between two parts.
    Divider,
    /// A box beside the text.
    Aside(Aside<'a>),
    /// A box whose content is hidden until the reader opens it (`details` in HTML).
    Details(Details<'a>),
    /// Terms and their definitions.
    Definitions(Vec<Definition<'a>>),
    /// Content of another site that loads on a click.
    Embed(Embed<'a>),
    /// A link that is shown as a card.
    Card(Card<'a>),
    /// An entry of a live blog or a timeline.
    Entry(Entry<'a>),
    /// A rating, such as 3 of 5 stars.
    Rating(Rating),
    /// A product under review.
    Product(Product<'a>),
    /// The footnotes to which marks in the text refer.
    Notes(Vec<Note<'a>>),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph<'a> {
    /// Its text.
    pub content: Vec<Inline<'a>>,
    /// Whether it is the lead paragraph, which is set larger.
    pub lead: bool,
    /// Whether its first letter is set as a drop cap.
    pub drop_cap: bool,
}

/// A heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading<'a> {
    /// The level, 2 to 6: 2 for the first level below the headline, which has level 1.
    pub level: u8,
    /// Its text.
    pub content: Vec<Inline<'a>>,
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List<'a> {
    /// Whether its items are numbered.
    pub ordered: bool,
    /// The number of the first item, if it is not 1.
    pub start: Option<i32>,
    /// Whether the numbers count down.
    pub reversed: bool,
    /// The items.
    pub items: Vec<ListItem<'a>>,
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListItem<'a> {
    /// Whether the task is done; `None` if the list is not a list of tasks.
    pub checked: Option<bool>,
    /// Its content.
    pub body: Vec<Block<'a>>,
}

/// A quotation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quote<'a> {
    /// The words quoted.
    pub body: Vec<Block<'a>>,
    /// The speaker or the source.
    pub attribution: RichLabel<'a>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table<'a> {
    /// Its caption.
    pub caption: Vec<Inline<'a>>,
    /// The rows of its head.
    pub head: Vec<Row<'a>>,
    /// The rows of its body.
    pub rows: Vec<Row<'a>>,
    /// The rows of its foot.
    pub foot: Vec<Row<'a>>,
    /// Its layout.
    pub layout: Layout,
}

/// A row of a table.
pub type Row<'a> = Vec<Cell<'a>>;

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell<'a> {
    /// Whether it is the header of its row or column.
    pub header: bool,
    /// The number of columns that it spans, 2 to 100; `None` for one.
    pub colspan: Option<u32>,
    /// The number of rows that it spans, 2 to 200; `None` for one.
    pub rowspan: Option<u32>,
    /// The alignment of its text; `None` for the table's own.
    pub align: Option<CellAlign>,
    /// Its content.
    pub body: Vec<Block<'a>>,
}

/// The alignment of a cell's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellAlign {
    /// At the start of the line.
    Start,
    /// In the centre.
    Center,
    /// At the end of the line, as for numbers.
    End,
}

/// Program text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Code<'a> {
    /// The text.
    pub text: Text<'a>,
    /// The programming language, as the publisher names it.
    pub language: Option<Label<'a>>,
    /// Its caption.
    pub caption: Vec<Inline<'a>>,
}

/// The purpose of a box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AsideKind {
    /// Background information, a sidebar.
    #[default]
    Aside,
    /// A summary of the article.
    KeyPoints,
    /// A notice that stands out.
    Callout,
    /// A correction of the article.
    Correction,
    /// A question and its answer; the title is the question.
    Question,
}

/// A box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aside<'a> {
    /// Its purpose.
    pub kind: AsideKind,
    /// Its title.
    pub title: RichLabel<'a>,
    /// Its content.
    pub body: Vec<Block<'a>>,
    /// Its layout.
    pub layout: Layout,
}

/// A box whose content is hidden until the reader opens it (`details` in HTML).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details<'a> {
    /// The line that is visible while it is closed.
    pub summary: RichLabel<'a>,
    /// Whether it is open when the article appears.
    pub open: bool,
    /// Its content.
    pub body: Vec<Block<'a>>,
}

/// Terms and their definitions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition<'a> {
    /// The terms.
    pub terms: Vec<RichLabel<'a>>,
    /// Their definitions, one or more.
    pub descriptions: Vec<Vec<Block<'a>>>,
}

/// The kind of an embed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedKind {
    /// Any other page.
    #[default]
    Page,
    /// A player of videos.
    Video,
    /// A player of sounds.
    Audio,
    /// A post of a social network.
    Post,
    /// A map.
    Map,
}

/// Content of another site. It is shown as a card, and nothing is fetched from that site before a click.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed<'a> {
    /// Its kind.
    pub kind: EmbedKind,
    /// The page of the other site that shows it.
    pub url: SafeUrl,
    /// The name of the provider. Without it the host of the URL is shown.
    pub provider: Option<Label<'a>>,
    /// Its title.
    pub title: Option<Label<'a>>,
    /// Its text, if the input has it, such as the text of a post.
    pub body: Vec<Block<'a>>,
    /// Its caption.
    pub caption: Vec<Inline<'a>>,
    /// Its layout.
    pub layout: Layout,
}

/// The target of a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardKind {
    /// Another page.
    #[default]
    Link,
    /// A file to download.
    File,
    /// An action.
    Button,
}

/// A link that is shown as a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card<'a> {
    /// The kind of its target.
    pub kind: CardKind,
    /// The URL of its target.
    pub url: SafeUrl,
    /// Its title.
    pub title: RichLabel<'a>,
    /// A description of the target.
    pub description: Vec<Inline<'a>>,
    /// The name of the site, or the size of a file.
    pub source: Option<Label<'a>>,
    /// Its picture.
    pub image: Option<Image<'a>>,
}

/// An entry of a live blog or a timeline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry<'a> {
    /// The time at which it was written or happened.
    pub date: Option<Date<'a>>,
    /// Its title.
    pub title: RichLabel<'a>,
    /// Its authors.
    pub authors: Vec<super::Author<'a>>,
    /// Its content.
    pub body: Vec<Block<'a>>,
}

/// A rating in stars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The rating in tenths of a star, 0 to ten times `best`.
    pub tenths: u32,
    /// The best possible rating in stars, 1 to 10.
    pub best: u32,
}

/// A product under review.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Product<'a> {
    /// Its name.
    pub name: RichLabel<'a>,
    /// A page that sells it.
    pub url: Option<SafeUrl>,
    /// Its picture.
    pub image: Option<Image<'a>>,
    /// Its rating.
    pub rating: Option<Rating>,
    /// Its price, as the publisher writes it.
    pub price: Option<Label<'a>>,
    /// The review.
    pub body: Vec<Block<'a>>,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct Note<'a> {
    /// Its number, counted from 1.
    pub number: u32,
    /// Its content.
    pub body: Vec<Block<'a>>,
}

impl<'a> Block<'a> {
    /// Returns a plain paragraph.
    pub fn paragraph(content: Vec<Inline<'a>>) -> Block<'a> {
        Block::Paragraph(Paragraph { content, lead: false, drop_cap: false })
    }

    /// Returns the layout of a block that can have one.
    pub fn layout_mut(&mut self) -> Option<&mut Layout> {
        match self {
            Block::Figure(figure) => Some(&mut figure.layout),
            Block::Gallery(gallery) => Some(&mut gallery.layout),
            Block::Media(media) => Some(&mut media.layout),
            Block::Table(table) => Some(&mut table.layout),
            Block::Aside(aside) => Some(&mut aside.layout),
            Block::Embed(embed) => Some(&mut embed.layout),
            _ => None,
        }
    }
}
