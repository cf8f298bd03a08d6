//! Documents of unknown formats: an object with a title and a text under usual names, alone, in a list or in an answer.
//!
//! This format is tried last. Since it guesses, a warning lists which member was used for what.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Article, Block};
use crate::read::Context;
use crate::read::format::Read;
use crate::read::formats::editors::engine::addresses::unwrapped;
use crate::read::formats::editors::engine::entry::localized;
use crate::read::formats::editors::engine::recognised::{self, Form};
use crate::read::formats::editors::engine::things;
use crate::read::formats::systems::beginnings::{self, front_matter, without_count};
use crate::read::formats::systems::beside;
use crate::read::formats::systems::facts;
use crate::read::formats::systems::generic_search::{
    ANY, HOLDERS, HTML, MARKDOWN, PLAIN, SUMMARIES, document, find, head_of, is_text, is_vague, longest, text_in,
    texts_of, wrapped,
};
use crate::read::formats::systems::spelled::{get, named};
use crate::read::values::collection::{Links, choose};
use crate::read::values::dedupe::{adds_something, illustrate};
use crate::read::values::dialect::Dialect;
use crate::read::values::lenient::{label, read_absolute};
use crate::read::values::paragraphs::read_paragraphs;
use crate::report::WarningCode;
use crate::text::keys::Keys;

/// How many blocks of a second text are examined for something that the first one does not say.
const LOOKED_AT: usize = 50;

/// Returns whether there is an article in the tree.
pub(in crate::read) fn detect(tree: &Value) -> bool {
    find(tree).is_some()
}

/// Reads an article, and the others of its list as related links.
pub(in crate::read) fn read<'t>(tree: &'t Value<'t>, cx: &mut Context) -> Read<'t> {
    let Some(found) = find(tree) else {
        return Err(Error::new(ErrorCode::WrongFormat, &["no object with a title and a text in it"]));
    };
    let items: Vec<&Value> = found.list.iter().map(wrapped).collect();
    let object = match found.list {
        [] => found.article,
        _ => {
            let chosen = choose(items.clone(), cx)?;
            // The article may be deeper in the item of the list.
            let within = found.around.iter().any(|around| std::ptr::eq(*around, chosen));
            if within { found.article } else { chosen }
        }
    };
    let mut article = Article::default();
    facts::address(object, &mut article, cx);
    let (head, texts) = (head_of(object), texts_of(object));
    let mut taken = read_body(texts, &mut article, cx);
    // A title says more than the name of its page.
    let inner = facts::says(object, facts::TITLES).is_some_and(|(name, _)| is_vague(name))
        && facts::says(texts, "title headline").is_some();
    let mut sources = vec![object, head, texts];
    sources.extend(Keys(HOLDERS).filter_map(|name| get(object, name)).filter(|held| held.is_object()));
    if inner {
        sources.swap(0, 2);
    }
    for source in &sources {
        leave_out_types(source, cx);
    }
    for (place, source) in sources.iter().enumerate() {
        if !sources.iter().take(place).any(|other| std::ptr::eq(*other, *source)) {
            taken.extend(facts::fill(source, &mut article, cx));
        }
    }
    if article.image.is_none() {
        let picture = beside::find_picture(object).and_then(|value| facts::picture("", value, object, cx));
        illustrate(&mut article, picture);
    }
    for (place, source) in [object, texts].into_iter().enumerate() {
        if place == 0 || !std::ptr::eq(texts, object) {
            beside::read_more(source, &mut article, cx);
        }
    }
    beside::read_answers(object, &mut article, cx);
    let own = std::ptr::eq(object, found.article);
    for around in found.around.iter().rev().take_while(|around| around.is_object() && own) {
        // Dates and other facts may be one level up, as in `{ "publishedAt": …, "fields": { … } }`.
        if article.date_published.is_none() || article.authors.is_empty() {
            let mut outer = Article { headline: article.headline.clone(), ..Article::default() };
            facts::fill(around, &mut outer, cx);
            article.date_published = article.date_published.or(outer.date_published);
            if article.authors.is_empty() {
                article.authors = outer.authors;
            }
        }
    }
    if let Some(around) = found.around.last().filter(|around| article.url.is_none() && around.is_object()) {
        facts::address(around, &mut article, cx);
    }
    if article.headline.is_empty()
        && let Some(Block::Heading(heading)) = article.body.first_mut()
    {
        article.headline = std::mem::take(&mut heading.content).into();
        article.body.remove(0);
    }
    facts::without_title(&mut article);
    let mut links = Links::of(article.url.as_ref());
    for item in items {
        if std::ptr::eq(item, object) || links.is_full() {
            continue;
        }
        if let Some(url) = read_absolute(item, "canonical_url html_url web_url permalink link url", cx) {
            links.add(item, label(item, "title headline name", cx), Some(url), cx);
        }
    }
    links.add_to(&mut article.related);
    say(object, &taken, cx);
    Ok((article, found.list.len().max(1)))
}

/// Leaves out the names that a system gives each field beside its value: they are written for editors.
fn leave_out_types(fields: &Value, cx: &mut Context) {
    let typed =
        |field: &Value| field.get("value").is_some() && field.get("type").is_some() && field.get("name").is_some();
    for (_, field) in fields.members().iter().filter(|(_, field)| typed(field)) {
        for name in ["name", "taxonomy_group", "display_timezone"] {
            field.get(name).into_iter().for_each(|name| cx.trace.leave_out(name));
        }
    }
}

/// Warns which members were used for what.
fn say(object: &Value, taken: &[(&str, &str)], cx: &mut Context) {
    let mut message = vec!["an unknown format, read by the names of its members: "];
    for (place, (name, what)) in taken.iter().enumerate() {
        if place > 0 {
            message.push(", ");
        }
        message.extend([*name, " as ", *what]);
    }
    cx.warn(WarningCode::Guessed, object, &message);
}

/// Reads the text: the best member with a text, and additions from others.
fn read_body<'t>(object: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) -> Vec<(&'t str, &'static str)> {
    let mut taken: Vec<(&str, &str)> = Vec::new();
    let lists = [(HTML, Some(Form::Html)), (MARKDOWN, Some(Form::Markdown)), (ANY, None), (PLAIN, None)];
    for (names, form) in lists {
        for (name, value) in Keys(names).filter_map(|name| named(object, name)) {
            if !is_text(value) || taken.iter().any(|(other, _)| *other == name) {
                continue;
            }
            let value = localized(value);
            let mut blocks = Vec::new();
            let told = read_text(name, value, form, &mut blocks, cx);
            if blocks.is_empty() {
                continue;
            }
            if taken.is_empty() {
                article.body = blocks;
                taken.push((name, told));
                if let Value::String(whole) = value {
                    beginnings::told(front_matter(whole).0, value, article, cx);
                }
            } else if blocks.iter().take(LOOKED_AT).any(|block| adds_to(article, block)) {
                match value {
                    // The same text in another form, or shortened.
                    Value::String(_) => {
                        let (first, _) = taken.first().copied().unwrap_or_default();
                        cx.warn(WarningCode::NotShown, value, &["beside the ", first, ", which is shown"]);
                    }
                    _ => {
                        article.body.append(&mut blocks);
                        taken.push((name, told));
                    }
                }
            }
        }
    }
    if taken.is_empty()
        && let Some((name, value)) = longest(object)
    {
        let mut blocks = Vec::new();
        taken.push((name, read_text(name, value, None, &mut blocks, cx)));
        article.body = blocks;
    }
    if taken.is_empty()
        && let Some((name, value)) = text_in(object, SUMMARIES)
    {
        let mut blocks = Vec::new();
        taken.push((name, read_text(name, value, None, &mut blocks, cx)));
        article.body = blocks;
    }
    taken
}

/// Returns whether a block says something new.
fn adds_to(article: &Article, block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => adds_something(article, &paragraph.content),
        Block::Heading(heading) => adds_something(article, &heading.content),
        Block::Divider => false,
        block => !article.body.contains(block),
    }
}

/// Adds the blocks of a text, and returns its form in words.
fn read_text<'t>(
    name: &str,
    value: &'t Value<'t>,
    form: Option<Form>,
    out: &mut Vec<Block<'t>>,
    cx: &mut Context,
) -> &'static str {
    let d = Dialect { html: true, ..Dialect::default() };
    match value {
        Value::String(whole) => {
            let rest = front_matter(whole).1;
            let form = form.unwrap_or_else(|| recognised::find_form(rest));
            match form {
                Form::Plain => {
                    let (rest, cut) = without_count(rest);
                    if cut {
                        cx.warn(
                            WarningCode::Truncated,
                            value,
                            &["the text is cut off here: its server gives only its beginning"],
                        );
                    }
                    out.extend(read_paragraphs(cx.lines_within(value, rest), value, cx));
                }
                form => out.append(&mut recognised::blocks_of(rest, value, form, cx)),
            }
            match form {
                Form::Html => "the text (HTML)",
                Form::Markdown => "the text (Markdown)",
                Form::Plain => "the text",
            }
        }
        _ => {
            things::thing(name, value, &d, cx, out);
            if document(unwrapped(value)).is_some() {
                "the text (a document of an editor)"
            } else {
                "the text (in pieces)"
            }
        }
    }
}
