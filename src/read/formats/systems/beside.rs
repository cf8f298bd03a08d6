//! What stands beside the text of a document of an unknown format: answers, files, pictures.

use crate::json::Value;
use crate::model::{Article, Author, Block, Date, Entry, Figure};
use crate::read::Context;
use crate::read::formats::editors::engine::addresses::{is_addressing, kind_at};
use crate::read::formats::editors::engine::kind::Kind;
use crate::read::formats::editors::engine::recognised;
use crate::read::formats::editors::engine::things;
use crate::read::formats::systems::facts;
use crate::read::formats::systems::generic_search::{HTML, MARKDOWN};
use crate::read::formats::systems::spelled::get;
use crate::read::values::dedupe::{identify_file, shows_picture};
use crate::read::values::dialect::Dialect;
use crate::text::keys::Keys;
use crate::url::SafeUrl;

/// Members with more of the article than its text.
const MORE: &str = "mediaAttachments attachments attachment assets media gallery images photos files downloads documents video videos \
    videoUrl audio audioUrl podcast embed contentArea placeholders faq faqs";

/// Adds the answers to a question or the posts of a topic, each with its author and date.
pub(super) fn read_answers<'t>(object: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let posts = object.at("post_stream posts").map_or(&[][..], Value::items);
    let answers = object.get("answers").map_or(&[][..], Value::items);
    for answer in posts.iter().skip(1).chain(answers) {
        let text = Keys(HTML).chain(Keys(MARKDOWN)).chain(Keys("body content text")).find_map(|name| get(answer, name));
        let Some(text) = text.filter(|text| cx.spend(text)) else { continue };
        let body = recognised::blocks(text, None, cx);
        let mut about = Article::default();
        facts::date_and_authors(answer, &mut about, cx);
        if !body.is_empty() {
            let (date, authors): (Option<Date>, Vec<Author>) = (about.date_published, about.authors);
            article.body.push(Block::Entry(Entry { date, title: Vec::new().into(), authors, body }));
        }
    }
}

/// Returns the first member with the address of a picture, whatever its name; those of persons and sites do not count.
pub(super) fn find_picture<'t>(object: &'t Value<'t>) -> Option<&'t Value<'t>> {
    let others = |name: &str| {
        let name = name.to_ascii_lowercase();
        ["avatar", "logo", "icon", "author", "profile", "user", "video", "favicon"]
            .iter()
            .any(|other| name.contains(other))
    };
    let members = object.members().iter().filter(|(name, _)| !others(name));
    let address = |value: &Value| value.as_str().filter(|text| is_addressing(text)).map(str::len);
    let pictures = members.filter(|(_, value)| address(value).is_some() && is_picture_at(value));
    pictures.map(|(_, value)| value).next()
}

fn is_picture_at(value: &Value) -> bool {
    value.as_str().is_some_and(|address| kind_at(address, const { &Value::Null }) == Kind::Image)
}

/// Returns whether a picture is the lead picture, or in the text.
fn is_shown(figure: &Figure, lead: &Option<SafeUrl>, article: &Article) -> bool {
    let Some(src) = &figure.image.src else { return false };
    lead.as_ref() == Some(src) || shows_picture(&article.body, &identify_file(src))
}

/// Adds the files, pictures and other things beside the text.
pub(super) fn read_more<'t>(object: &'t Value<'t>, article: &mut Article<'t>, cx: &mut Context) {
    let d = Dialect { html: true, ..Dialect::default() };
    let lead = article.image.as_ref().and_then(|figure| figure.image.src.clone());
    for name in Keys(MORE) {
        let Some(value) = get(object, name) else { continue };
        // The other sizes of the lead picture are no pictures of their own.
        if value.is_object() && value.members().iter().all(|(_, size)| size.is_object()) {
            continue;
        }
        // Words here are names of files that are somewhere else.
        if value.one_or_many().iter().any(|item| item.as_str().is_some_and(|text| !is_addressing(text))) {
            continue;
        }
        let mut blocks = Vec::new();
        things::thing(name, value, &d, cx, &mut blocks);
        for mut block in blocks {
            let repeats = match &mut block {
                Block::Figure(figure) => is_shown(figure, &lead, article),
                Block::Gallery(gallery) => {
                    gallery.figures.retain(|figure| !is_shown(figure, &lead, article));
                    gallery.figures.is_empty()
                }
                other => article.body.contains(other),
            };
            if !repeats {
                article.body.push(block);
            }
        }
    }
}
