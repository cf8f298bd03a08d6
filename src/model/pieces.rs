//! All texts and addresses of an article, in the order in which they are shown.
//!
//! Each structure is destructured field by field, so that the compiler refuses a new field that is missing here.

use super::{
    Article, Aside, Author, Block, Card, Cell, Code, Date, Definition, Details, Embed, Entry, Figure, Gallery, Heading,
    Image, Inline, List, ListItem, Media, Named, Note, Paragraph, Product, Quote, Related, RelatedItem, Source, Table,
    Track,
};
use crate::text::Label;
use crate::url::SafeUrl;

/// A piece of an article.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Piece<'a> {
    /// A text.
    Text(&'a str),
    /// The address of a link, a picture, a player or a file.
    Url(&'a SafeUrl),
    /// The end of a line or a block.
    End,
}

/// A receiver of an article's pieces.
pub(crate) trait Pieces<'a> {
    /// Takes the next piece.
    fn take(&mut self, piece: Piece<'a>);
}

type Out<'o, 'a> = &'o mut dyn Pieces<'a>;

/// Passes all pieces of an article to `out`.
pub(crate) fn pieces<'a>(article: &'a Article<'a>, out: Out<'_, 'a>) {
    let Article {
        lang: _,
        dir: _,
        body_items: _,
        url: address,
        breadcrumb,
        kicker,
        headline,
        description,
        date_published,
        date_modified,
        time_zone,
        source,
        authors,
        image,
        body,
        keywords,
        related,
    } = article;
    url(address, out);
    breadcrumb.iter().for_each(|crumb| named(crumb, out));
    line(kicker, out);
    line(headline, out);
    line(description, out);
    for given in [date_published, date_modified] {
        date(given, out);
    }
    label(time_zone, out);
    source.iter().for_each(|source| named(source, out));
    authors.iter().for_each(|one| author(one, out));
    image.iter().for_each(|image| figure(image, out));
    blocks(body, out);
    keywords.iter().for_each(|keyword| text(keyword, out));
    for block in related {
        let Related { title, more, items } = block;
        label(title, out);
        more.iter().for_each(|more| named(more, out));
        for item in items {
            let RelatedItem { headline, url, image, date_published, source, sponsored: _ } = item;
            text(headline, out);
            out.take(Piece::Url(url));
            picture(image, out);
            date(date_published, out);
            label(source, out);
        }
    }
}

fn text<'a>(text: &'a str, out: Out<'_, 'a>) {
    out.take(Piece::Text(text));
    out.take(Piece::End);
}

fn label<'a>(label: &'a Option<Label>, out: Out<'_, 'a>) {
    if let Some(label) = label {
        text(label, out);
    }
}

fn url<'a>(url: &'a Option<SafeUrl>, out: Out<'_, 'a>) {
    if let Some(url) = url {
        out.take(Piece::Url(url));
    }
}

fn date<'a>(date: &'a Option<Date>, out: Out<'_, 'a>) {
    if let Some(Date::Verbatim(date)) = date {
        text(date, out);
    }
}

fn named<'a>(named: &'a Named, out: Out<'_, 'a>) {
    let Named { name, url: address } = named;
    text(name, out);
    url(address, out);
}

fn author<'a>(author: &'a Author, out: Out<'_, 'a>) {
    let Author { name, url: address, role } = author;
    text(name, out);
    url(address, out);
    label(role, out);
}

fn image<'a>(image: &'a Image, out: Out<'_, 'a>) {
    let Image { src, candidates, alt, size: _, focus: _ } = image;
    url(src, out);
    candidates.iter().for_each(|candidate| out.take(Piece::Url(&candidate.src)));
    text(alt, out);
}

fn picture<'a>(picture: &'a Option<Image>, out: Out<'_, 'a>) {
    if let Some(picture) = picture {
        image(picture, out);
    }
}

fn figure<'a>(figure: &'a Figure, out: Out<'_, 'a>) {
    let Figure { image: picture, link, caption, credit, layout: _ } = figure;
    image(picture, out);
    url(link, out);
    line(caption, out);
    line(credit, out);
}

/// Passes a line of running text.
fn line<'a>(content: &'a [Inline], out: Out<'_, 'a>) {
    inlines(content, out);
    out.take(Piece::End);
}

fn inlines<'a>(content: &'a [Inline], out: Out<'_, 'a>) {
    for inline in content {
        match inline {
            Inline::Text(text) => out.take(Piece::Text(text)),
            Inline::Break => out.take(Piece::End),
            Inline::WordBreak | Inline::NoteMark(_) | Inline::Anchor(_) => {}
            Inline::Marked(_, content) | Inline::Span { lang: _, dir: _, content } | Inline::Time(_, content) => {
                inlines(content, out);
            }
            Inline::Link(url, content) => {
                out.take(Piece::Url(url));
                inlines(content, out);
            }
            Inline::Abbreviation(title, content) => {
                inlines(content, out);
                out.take(Piece::Text(title));
            }
            Inline::Ruby { base, reading } => {
                inlines(base, out);
                inlines(reading, out);
            }
            Inline::Image(picture) => image(picture, out),
        }
    }
}

fn blocks<'a>(blocks: &'a [Block], out: Out<'_, 'a>) {
    for one in blocks {
        block(one, out);
    }
}

fn block<'a>(block: &'a Block, out: Out<'_, 'a>) {
    match block {
        Block::Paragraph(Paragraph { content, lead: _, drop_cap: _ })
        | Block::Heading(Heading { level: _, content }) => {
            line(content, out);
        }
        Block::List(List { ordered: _, start: _, reversed: _, items }) => {
            for ListItem { checked: _, body } in items {
                blocks(body, out);
            }
        }
        Block::Quote(Quote { body, attribution }) | Block::PullQuote(Quote { body, attribution }) => {
            blocks(body, out);
            line(attribution, out);
        }
        Block::Figure(one) => figure(one, out),
        Block::Gallery(Gallery { figures, caption, columns: _, layout: _ }) => {
            figures.iter().for_each(|one| figure(one, out));
            line(caption, out);
        }
        Block::Media(one) => media(one, out),
        Block::Table(Table { caption, head, rows, foot, layout: _ }) => {
            line(caption, out);
            for row in [head, rows, foot].into_iter().flatten() {
                for Cell { header: _, colspan: _, rowspan: _, align: _, body } in row {
                    blocks(body, out);
                }
            }
        }
        Block::Code(Code { text: code, language, caption }) => {
            text(code, out);
            label(language, out);
            line(caption, out);
        }
        Block::Divider | Block::Rating(_) => {}
        Block::Aside(Aside { kind: _, title, body, layout: _ }) => {
            line(title, out);
            blocks(body, out);
        }
        Block::Details(Details { summary, open: _, body }) => {
            line(summary, out);
            blocks(body, out);
        }
        Block::Definitions(definitions) => {
            for Definition { terms, descriptions } in definitions {
                terms.iter().for_each(|term| line(term, out));
                descriptions.iter().for_each(|body| blocks(body, out));
            }
        }
        Block::Embed(Embed { kind: _, url, provider, title, body, caption, layout: _ }) => {
            out.take(Piece::Url(url));
            label(provider, out);
            label(title, out);
            blocks(body, out);
            line(caption, out);
        }
        Block::Card(Card { kind: _, url, title, description, source, image }) => {
            picture(image, out);
            out.take(Piece::Url(url));
            line(title, out);
            line(description, out);
            label(source, out);
        }
        Block::Entry(Entry { date: when, title, authors, body }) => {
            date(when, out);
            line(title, out);
            authors.iter().for_each(|one| author(one, out));
            blocks(body, out);
        }
        Block::Product(Product { name, url: address, image, rating: _, price, body }) => {
            line(name, out);
            url(address, out);
            picture(image, out);
            label(price, out);
            blocks(body, out);
        }
        Block::Notes(notes) => {
            for Note { number: _, body } in notes {
                blocks(body, out);
            }
        }
    }
}

fn media<'a>(media: &'a Media, out: Out<'_, 'a>) {
    let Media { kind: _, sources, tracks, poster, title, size: _, caption, credit, layout: _ } = media;
    for Source { src, media_type } in sources {
        out.take(Piece::Url(src));
        label(media_type, out);
    }
    for Track { src, kind: _, lang: _, label: name } in tracks {
        out.take(Piece::Url(src));
        label(name, out);
    }
    url(poster, out);
    label(title, out);
    line(caption, out);
    line(credit, out);
}
