//! Writes the model as short markup, so that a test shows in one line what was read.

use article_widget::model::*;

/// Writes blocks, one after the other.
pub fn outline_blocks(blocks: &[Block]) -> String {
    blocks.iter().map(outline_laid_out).collect()
}

/// Writes running text.
pub fn outline_inlines(content: &[Inline]) -> String {
    content.iter().map(outline_inline).collect()
}

fn element(name: &str, content: String) -> String {
    let tag = name.split(' ').next().unwrap_or(name);
    format!("<{name}>{content}</{tag}>")
}

/// Writes a block within the name of its layout.
fn outline_laid_out(block: &Block) -> String {
    match block.clone().layout_mut() {
        None | Some(Layout::Inline) => outline_block(block),
        Some(layout) => element(&format!("{layout:?}").to_lowercase(), outline_block(block)),
    }
}

fn outline_block(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) if paragraph.drop_cap => element("p drop-cap", outline_inlines(&paragraph.content)),
        Block::Paragraph(paragraph) => element("p", outline_inlines(&paragraph.content)),
        Block::Heading(heading) => element(&format!("h{}", heading.level), outline_inlines(&heading.content)),
        Block::List(list) => outline_list(list),
        Block::Quote(quote) => outline_quote("quote", quote),
        Block::PullQuote(quote) => outline_quote("pullquote", quote),
        Block::Figure(figure) => outline_figure(figure),
        Block::Gallery(gallery) => element(
            &format!("gallery{}", gallery.columns.map(|columns| format!(" of {columns}")).unwrap_or_default()),
            gallery.figures.iter().map(outline_figure).collect::<String>() + &outline_part("caption", &gallery.caption),
        ),
        Block::Media(media) => {
            let kind = if media.kind == MediaKind::Video { "video" } else { "audio" };
            let sources: Vec<_> = media.sources.iter().map(|source| source.src.as_str()).collect();
            let track = |track: &Track| {
                let lang = track.lang.as_ref().map_or("", |lang| lang.as_str());
                let text = track.label.as_deref().unwrap_or_default().to_owned();
                element(&format!("{} {} {lang}", track.kind.as_str(), track.src.as_str()), text)
            };
            let tracks: String = media.tracks.iter().map(track).collect();
            element(&format!("{kind} {}", sources.join(" ")), tracks + &outline_part("caption", &media.caption))
        }
        Block::Table(table) => outline_table(table),
        Block::Code(code) => {
            let language = code.language.as_deref().map(|name| format!(" {name}")).unwrap_or_default();
            element(&format!("code{language}"), code.text.to_string() + &outline_part("caption", &code.caption))
        }
        Block::Divider => "<hr>".to_owned(),
        Block::Aside(aside) => element("aside", outline_part("title", &aside.title) + &outline_blocks(&aside.body)),
        Block::Details(details) => element(
            if details.open { "details open" } else { "details" },
            outline_part("summary", &details.summary) + &outline_blocks(&details.body),
        ),
        Block::Definitions(items) => element("dl", items.iter().map(definition).collect()),
        Block::Embed(embed) => {
            let names = [embed.provider.as_deref(), embed.title.as_deref()];
            let names: String = names.into_iter().flatten().map(|name| format!(" {name}")).collect();
            let name = format!("embed {:?} {}{names}", embed.kind, embed.url.as_str()).replace("Kind", "");
            element(&name, outline_blocks(&embed.body) + &outline_part("caption", &embed.caption))
        }
        Block::Card(card) => element(
            &format!("card {:?} {}", card.kind, card.url.as_str()),
            outline_inlines(&card.title) + &outline_part("description", &card.description),
        ),
        Block::Notes(notes) => element(
            "notes",
            notes.iter().map(|note| element(&format!("note {}", note.number), outline_blocks(&note.body))).collect(),
        ),
        other => format!("{other:?}"),
    }
}

fn outline_part(name: &str, content: &[Inline]) -> String {
    if content.is_empty() { String::new() } else { element(name, outline_inlines(content)) }
}

fn outline_list(list: &List) -> String {
    let mut name = if list.ordered { "ol".to_owned() } else { "ul".to_owned() };
    name += &list.start.map(|start| format!(" {start}")).unwrap_or_default();
    name += if list.reversed { " reversed" } else { "" };
    let item = |item: &ListItem| {
        let name = match item.checked {
            None => "li",
            Some(true) => "li done",
            Some(false) => "li to-do",
        };
        element(name, outline_blocks(&item.body))
    };
    element(&name, list.items.iter().map(item).collect())
}

fn outline_quote(name: &str, quote: &Quote) -> String {
    element(name, outline_blocks(&quote.body) + &outline_part("by", &quote.attribution))
}

fn outline_figure(figure: &Figure) -> String {
    let link = figure.link.as_ref().map(|link| format!(" → {}", link.as_str())).unwrap_or_default();
    let name = format!("figure {}{link}", outline_image(&figure.image));
    element(&name, outline_part("caption", &figure.caption) + &outline_part("credit", &figure.credit))
}

fn outline_image(image: &Image) -> String {
    let src = image.src.as_ref().map_or("-", |src| src.as_str()).trim_start_matches("https://e.org/");
    let size = image.size.map(|(width, height)| format!(" {width}x{height}")).unwrap_or_default();
    let alt = if image.alt.is_empty() { String::new() } else { format!(" '{}'", image.alt) };
    let widths: String = image.candidates.iter().map(|candidate| format!(" {}w", candidate.width)).collect();
    format!("{src}{alt}{size}{widths}")
}

fn outline_table(table: &Table) -> String {
    let rows = |name: &str, rows: &[Row]| {
        let rows: String = rows.iter().map(|row| element("tr", row.iter().map(cell).collect())).collect();
        if rows.is_empty() || name.is_empty() { rows } else { element(name, rows) }
    };
    element(
        "table",
        outline_part("caption", &table.caption)
            + &rows("thead", &table.head)
            + &rows("", &table.rows)
            + &rows("tfoot", &table.foot),
    )
}

fn cell(cell: &Cell) -> String {
    let mut name = if cell.header { "th".to_owned() } else { "td".to_owned() };
    name += &cell.colspan.map(|span| format!(" cols={span}")).unwrap_or_default();
    name += &cell.rowspan.map(|span| format!(" rows={span}")).unwrap_or_default();
    name += &cell.align.map(|align| format!(" {align:?}").to_lowercase()).unwrap_or_default();
    element(&name, outline_blocks(&cell.body))
}

fn definition(item: &Definition) -> String {
    let terms: String = item.terms.iter().map(|term| element("dt", outline_inlines(term))).collect();
    terms + &item.descriptions.iter().map(|body| element("dd", outline_blocks(body))).collect::<String>()
}

fn outline_inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) => text.to_string(),
        Inline::Break => "<br>".to_owned(),
        Inline::WordBreak => "<wbr>".to_owned(),
        Inline::Marked(mark, content) => element(&format!("{mark:?}").to_lowercase(), outline_inlines(content)),
        Inline::Link(url, content) => {
            element(&format!("a {}", url.as_str().trim_start_matches("https://e.org/")), outline_inlines(content))
        }
        Inline::Abbreviation(title, content) => element(&format!("abbr '{title}'"), outline_inlines(content)),
        Inline::Ruby { base, reading } => {
            element("ruby", outline_inlines(base) + &element("rt", outline_inlines(reading)))
        }
        Inline::Span { lang, dir, content } => {
            let names = [lang.as_ref().map(|lang| lang.as_str()), dir.map(|dir| dir.as_str())];
            element(
                &format!("span {}", names.into_iter().flatten().collect::<Vec<_>>().join(" ")),
                outline_inlines(content),
            )
        }
        Inline::Time(date, content) => element(&format!("time {}", date.to_iso()), outline_inlines(content)),
        Inline::Image(image) => format!("<img {}>", outline_image(image)),
        Inline::NoteMark(number) => format!("<note-mark {number}>"),
        Inline::Anchor(number) => format!("<anchor {number}>"),
    }
}
