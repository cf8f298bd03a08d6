//! Avoids duplicates: a standfirst that the text begins with, a lead picture that the text contains.
//!
//! Most excerpts are the first sentences of the body, and many lead pictures are also in the body. Nobody should see
//! either twice.

use crate::json::Value;
use crate::model::{Article, Block, Figure, Image, Inline, plain_text};
use crate::read::Context;
use crate::read::values::lenient::first;
use crate::read::values::text_match::letters;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::url::SafeUrl;

/// How many letters of the body are searched for the standfirst.
const SEARCHED: usize = 6000;

/// How many letters of a truncated standfirst must agree.
const AGREED: usize = 100;

/// Adds a standfirst to an article with its headline and body, unless it repeats one of them; an existing standfirst
/// stays on a line before it. Returns whether it was added.
pub(in crate::read) fn describe<'t>(article: &mut Article<'t>, description: Vec<Inline<'t>>) -> bool {
    let adds = adds_something(article, &description);
    if adds {
        if !article.description.is_empty() {
            article.description.push(Inline::Break);
        }
        article.description.extend(description);
    }
    adds
}

/// Uses the first of these members that adds something as the standfirst, and warns about each other one that says
/// something new.
pub(in crate::read) fn describe_by<'t>(
    article: &mut Article<'t>,
    object: &'t Value<'t>,
    names: &str,
    read: &dyn Fn(&'t Value<'t>, &mut Context) -> Vec<Inline<'t>>,
    cx: &mut Context,
) {
    let mut shown = "";
    for name in Keys(names) {
        let Some(value) = first(object, name) else { continue };
        let text = read(value, cx);
        if shown.is_empty() {
            if describe(article, text) {
                shown = name;
            }
        } else if adds_something(article, &text) {
            cx.warn(WarningCode::NotShown, value, &["beside the ", shown, ", which is shown"]);
        }
    }
}

/// Returns whether a standfirst says something that the headline, the body and the existing standfirst do not say.
pub(in crate::read) fn adds_something(article: &Article, description: &[Inline]) -> bool {
    let text = plain_text(description);
    let text = text.trim_end_matches([' ', '\n', ']']);
    let cut = ["…", "...", "&hellip;"].iter().find_map(|ellipsis| text.strip_suffix(ellipsis));
    let mut sought = letters(cut.unwrap_or(text));
    if cut.is_some() {
        sought = sought.chars().take(AGREED).collect();
    }
    if sought.is_empty() {
        return false;
    }
    let mut body = letters(&plain_text(&article.description));
    push_letters(&article.body, &mut body);
    !body.contains(&sought) && sought != letters(&plain_text(&article.headline))
}

/// Removes a heading that opens the body and repeats the headline; pictures may precede it.
pub(in crate::read) fn drop_title(article: &mut Article) {
    let headline = letters(&plain_text(&article.headline));
    let opening = article.body.iter().position(|block| !matches!(block, Block::Figure(_)));
    if let Some(place) = opening
        && let Some(Block::Heading(heading)) = article.body.get(place)
        && !headline.is_empty()
        && letters(&plain_text(&heading.content)) == headline
    {
        article.body.remove(place);
    }
}

/// Adds a lead picture to an article with its body, unless the body has the same picture and no words are lost.
pub(in crate::read) fn illustrate<'t>(article: &mut Article<'t>, figure: Option<Figure<'t>>) {
    let Some(figure) = figure else { return };
    let worded = !figure.caption.is_empty() || !figure.credit.is_empty();
    let repeated = match &figure.image.src {
        Some(src) => !worded && shows_picture(&article.body, &identify_file(src)),
        None => false,
    };
    if !repeated {
        article.image = Some(figure);
    }
}

/// Adds the letters of running text, up to the searched length of the body.
pub(in crate::read) fn push_letters(blocks: &[Block], out: &mut String) {
    for block in blocks {
        if out.len() > SEARCHED {
            return;
        }
        match block {
            Block::Paragraph(paragraph) => out.push_str(&letters(&plain_text(&paragraph.content))),
            Block::Heading(heading) => out.push_str(&letters(&plain_text(&heading.content))),
            Block::Code(code) => out.push_str(&letters(&code.text)),
            block => visit_inner(block, &mut |blocks| push_letters(blocks, out)),
        }
    }
}

/// Returns whether a block shows the picture of this file.
pub(in crate::read) fn shows_picture(blocks: &[Block], sought: &str) -> bool {
    let same = |image: &Image| image.src.as_ref().is_some_and(|src| identify_file(src) == sought);
    blocks.iter().any(|block| match block {
        Block::Figure(figure) => same(&figure.image),
        Block::Gallery(gallery) => gallery.figures.iter().any(|figure| same(&figure.image)),
        Block::Paragraph(paragraph) => has_image(&paragraph.content, &same),
        block => {
            let mut found = false;
            visit_inner(block, &mut |blocks| found = found || shows_picture(blocks, sought));
            found
        }
    })
}

/// Returns whether a line of text has such a picture.
fn has_image(content: &[Inline], same: &dyn Fn(&Image) -> bool) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Image(image) => same(image),
        Inline::Link(_, content) | Inline::Marked(_, content) | Inline::Span { content, .. } => {
            has_image(content, same)
        }
        _ => false,
    })
}

/// Visits the blocks inside a block.
fn visit_inner(block: &Block, visit: &mut dyn FnMut(&[Block])) {
    match block {
        Block::List(list) => list.items.iter().for_each(|item| visit(&item.body)),
        Block::Quote(quote) | Block::PullQuote(quote) => visit(&quote.body),
        Block::Aside(aside) => visit(&aside.body),
        Block::Details(details) => visit(&details.body),
        Block::Entry(entry) => visit(&entry.body),
        Block::Table(table) => table.rows.iter().flatten().for_each(|cell| visit(&cell.body)),
        _ => {}
    }
}

/// Returns what identifies a picture's file on every server: its name without size and type if that is long enough to
/// be unique, otherwise its address without the query.
pub(in crate::read) fn identify_file(src: &SafeUrl) -> String {
    let page = src.page().split('?').next().unwrap_or("");
    let name = page.rsplit('/').next().unwrap_or("");
    let (stem, kind) = name.rsplit_once('.').unwrap_or((name, ""));
    if kind.is_empty() {
        return src.page().to_owned();
    }
    let size = |c: char| c.is_ascii_digit() || c == 'x';
    let plain = match stem.rsplit_once('-') {
        Some((plain, end)) if end.contains('x') && end.chars().all(size) => plain,
        _ => stem,
    };
    if plain.len() < 10 { page.to_owned() } else { plain.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Media;
    use crate::url::Purpose;

    #[test]
    fn a_file_is_known_in_other_sizes() {
        let file = |url| identify_file(&SafeUrl::new(url, Purpose::Media, None).expect("a URL"));
        let one = file("https://e.org/2016/11/harbour-at-night-300x182.jpg?w=3");
        assert_eq!(one, file("https://cdn.e.org/r/1200/harbour-at-night.webp"));
        assert_ne!(file("https://e.org/a/image.jpg"), file("https://e.org/b/image.jpg"));
        assert_ne!(file("https://e.org/i?id=1"), file("https://e.org/i?id=2"));
        assert_eq!(file("https://e.org/a/image.jpg?w=1"), file("https://e.org/a/image.jpg?w=2"));
    }

    #[test]
    fn a_standfirst_that_the_text_holds_is_left_out() {
        let text = |text: &'static str| vec![Inline::Text(text.into())];
        let body = vec![Block::Media(Media::default()), Block::paragraph(text("Rain fell “all day” on the harbour."))];
        for (description, kept) in [
            ("Rain fell \"all day\" on", false),
            ("Rain fell all day […]", false),
            ("Rain fell for a week", true),
            ("RAIN", false),
            ("", false),
        ] {
            let mut article = Article { headline: text("Wet rain").into(), body: body.clone(), ..Article::default() };
            describe(&mut article, text(description));
            assert_eq!(!article.description.is_empty(), kept, "{description}");
        }
        let mut article = Article { headline: text("Dry days").into(), ..Article::default() };
        describe(&mut article, text("Dry days"));
        assert!(article.description.is_empty());
    }
}
