//! The blocks of a body.

use super::{Date, Figure, Image, Inline, Media, RichLabel};
use crate::text::{Label, Text};
use crate::url::SafeUrl;

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
    /// A sentence of the article itself, set large.
    PullQuote(Quote<'a>),
    /// A picture.
    Figure(Figure<'a>),
    /// Several pictures that belong together, and their common caption.
    Gallery(Vec<Figure<'a>>, Vec<Inline<'a>>),
    /// A video or a sound.
    Media(Media<'a>),
    /// A table.
    Table(Table<'a>),
    /// Program text or any text whose line ends and spaces count.
    Code(Code<'a>),
    /// A break between two parts.
    Divider,
    /// Something beside the text: a box.
    Aside(Aside<'a>),
    /// A box whose content is hidden until it is asked for.
    Details(Details<'a>),
    /// Terms and what they mean.
    Definitions(Vec<Definition<'a>>),
    /// Something of another site that loads on a click.
    Embed(Embed<'a>),
    /// A link that is shown as a card.
    Card(Card<'a>),
    /// An entry of a live blog or a timeline.
    Entry(Entry<'a>),
    /// A rating, such as 3 of 5 stars.
    Rating(Rating),
    /// A product under review.
    Product(Product<'a>),
    /// The footnotes that marks in the text refer to.
    Notes(Vec<Note<'a>>),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph<'a> {
    /// Its text.
    pub content: Vec<Inline<'a>>,
    /// Whether it leads into the article and is set larger.
    pub lead: bool,
    /// Whether its first letter is set as a drop cap.
    pub drop_cap: bool,
}

/// A heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading<'a> {
    /// 2 for the first level below the headline, to 6.
    pub level: u8,
    /// Its text.
    pub content: Vec<Inline<'a>>,
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List<'a> {
    /// Whether its items are numbered.
    pub ordered: bool,
    /// The number of the first item, where it is not 1.
    pub start: Option<i32>,
    /// Whether the numbers count down.
    pub reversed: bool,
    /// The items.
    pub items: Vec<ListItem<'a>>,
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListItem<'a> {
    /// Whether it is done, in a list of tasks.
    pub checked: Option<bool>,
    /// What it says.
    pub body: Vec<Block<'a>>,
}

/// A quotation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quote<'a> {
    /// What was said.
    pub body: Vec<Block<'a>>,
    /// Who said it.
    pub attribution: RichLabel<'a>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table<'a> {
    /// What it shows.
    pub caption: Vec<Inline<'a>>,
    /// The rows of its head.
    pub head: Vec<Row<'a>>,
    /// The rows of its body.
    pub rows: Vec<Row<'a>>,
    /// The rows of its foot.
    pub foot: Vec<Row<'a>>,
}

/// A row of a table.
pub type Row<'a> = Vec<Cell<'a>>;

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell<'a> {
    /// Whether it is the header of its row or column.
    pub header: bool,
    /// How many columns it takes, where more than one: to 100.
    pub colspan: Option<u32>,
    /// How many rows it takes, where more than one: to 200.
    pub rowspan: Option<u32>,
    /// How it is aligned.
    pub align: Option<CellAlign>,
    /// What it says.
    pub body: Vec<Block<'a>>,
}

/// How a cell is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellAlign {
    /// To the line's start.
    Start,
    /// In the middle.
    Center,
    /// To the line's end, as numbers are.
    End,
}

/// Program text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Code<'a> {
    /// The text.
    pub text: Text<'a>,
    /// The name of the language that it is written in.
    pub language: Option<Label<'a>>,
    /// What it shows.
    pub caption: Vec<Inline<'a>>,
}

/// What a box is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AsideKind {
    /// Background, a sidebar.
    #[default]
    Aside,
    /// What the article says, in short.
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
    /// What it is for.
    pub kind: AsideKind,
    /// Its title.
    pub title: RichLabel<'a>,
    /// What it says.
    pub body: Vec<Block<'a>>,
}

/// A box whose content is hidden until it is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details<'a> {
    /// What is seen of it.
    pub summary: RichLabel<'a>,
    /// Whether it is open at first.
    pub open: bool,
    /// What it says.
    pub body: Vec<Block<'a>>,
}

/// Terms and what they mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition<'a> {
    /// The terms.
    pub terms: Vec<RichLabel<'a>>,
    /// What they mean, one or several times.
    pub descriptions: Vec<Vec<Block<'a>>>,
}

/// What an embed shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedKind {
    /// Anything.
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

/// Something of another site: shown as a card, and nothing of it is fetched before a click.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed<'a> {
    /// What it shows.
    pub kind: EmbedKind,
    /// Its page for readers.
    pub url: SafeUrl,
    /// Who provides it; the URL's host where it is not said.
    pub provider: Option<Label<'a>>,
    /// Its title.
    pub title: Option<Label<'a>>,
    /// What it says, where the input holds it, such as a post's text.
    pub body: Vec<Block<'a>>,
    /// What stands below it.
    pub caption: Vec<Inline<'a>>,
}

/// What a card leads to.
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
    /// What it leads to.
    pub kind: CardKind,
    /// Where it leads.
    pub url: SafeUrl,
    /// Its title.
    pub title: RichLabel<'a>,
    /// What is to be found there.
    pub description: Vec<Inline<'a>>,
    /// Who it is from, or the size of a file.
    pub source: Option<Label<'a>>,
    /// Its picture.
    pub image: Option<Image<'a>>,
}

/// An entry of a live blog or a timeline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry<'a> {
    /// When it was written or happened.
    pub date: Option<Date<'a>>,
    /// Its title.
    pub title: RichLabel<'a>,
    /// Who wrote it.
    pub authors: Vec<super::Author<'a>>,
    /// What it says.
    pub body: Vec<Block<'a>>,
}

/// A rating in stars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The rating in tenths of a star, at most ten times the best.
    pub tenths: u32,
    /// The best there is, in stars: 1 to 10.
    pub best: u32,
}

/// A product under review.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Product<'a> {
    /// Its name.
    pub name: RichLabel<'a>,
    /// Where it is to be had.
    pub url: Option<SafeUrl>,
    /// Its picture.
    pub image: Option<Image<'a>>,
    /// Its rating.
    pub rating: Option<Rating>,
    /// Its price, as it is written.
    pub price: Option<Label<'a>>,
    /// What is said of it.
    pub body: Vec<Block<'a>>,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct Note<'a> {
    /// Its number, counted from 1.
    pub number: u32,
    /// What it says.
    pub body: Vec<Block<'a>>,
}

impl<'a> Block<'a> {
    /// A plain paragraph.
    pub fn paragraph(content: Vec<Inline<'a>>) -> Block<'a> {
        Block::Paragraph(Paragraph { content, lead: false, drop_cap: false })
    }
}
