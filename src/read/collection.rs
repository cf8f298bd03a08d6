//! Lists of articles: which of them is read, and the others as related links.

use super::Context;
use super::shapes::{date, link};
use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Figure, Named, Related, RelatedItem};
use crate::report::WarningCode;
use crate::text::Text;
use crate::url::SafeUrl;

/// The members by which an article of a list can be named.
const IDS: &[&str] = &["id", "@id", "uuid", "slug", "url", "link"];

/// The most links of one block: nobody reads more, and each is compared with all before it.
const MAX_LINKS: usize = 200;

/// The place of the article that the options select: a number below the list's length is a place, all else an id.
pub(super) fn choose<'t>(items: &[&'t Value<'t>], cx: &Context) -> Result<usize, Error> {
    let Some(select) = &cx.options.select else {
        return if items.is_empty() { Err(none(&["the list of articles is empty"])) } else { Ok(0) };
    };
    let place = select.parse().ok().filter(|place| *place < items.len());
    let named = |item: &&Value| {
        IDS.iter().filter_map(|name| item.get(name)).any(|id| match id {
            Value::Number(number) => number.to_text() == *select,
            id => id.as_str() == Some(select),
        })
    };
    place
        .or_else(|| items.iter().position(named))
        .ok_or_else(|| none(&["none of the ", &items.len().to_string(), " articles has the place or the id ", select]))
}

fn none(message: &[&str]) -> Error {
    Error::new(ErrorCode::NoSuchArticle, message)
}

/// How the link to an article of a list is read.
pub(super) struct Teaser {
    /// Its headline.
    pub headline: for<'t> fn(&'t Value<'t>, &mut Context) -> Option<Text<'t>>,
    /// The members that may hold its address.
    pub url: &'static [&'static str],
    /// The members that may hold its date.
    pub date: &'static [&'static str],
    /// Its picture.
    pub image: for<'t> fn(&'t Value<'t>, &mut Context) -> Option<Figure<'t>>,
}

/// The other articles of a list than the one at `place`, as a block of links; `more` is where they all are.
pub(super) fn others<'t>(
    items: &[&'t Value<'t>],
    place: usize,
    own: Option<&SafeUrl>,
    teaser: &Teaser,
    more: Option<SafeUrl>,
    cx: &mut Context,
) -> Vec<Related<'t>> {
    let mut links = Links::of(own);
    for (index, &item) in items.iter().enumerate() {
        if index == place {
            continue;
        }
        let (headline, url) = ((teaser.headline)(item, cx), link(item, teaser.url, cx));
        let Some(link) = links.add(item, headline, url, cx) else { continue };
        link.date_published = date(item, teaser.date, cx);
        link.image = (teaser.image)(item, cx).map(|figure| figure.image);
    }
    links.block(None, more.map(|url| Named { name: Text::default(), url: Some(url) })).into_iter().collect()
}

/// Collects related links: each page once, and never the article's own.
pub(super) struct Links<'t> {
    pages: Vec<String>,
    items: Vec<RelatedItem<'t>>,
    full: bool,
}

impl<'t> Links<'t> {
    /// No links yet, of an article with this address.
    pub fn of(own: Option<&SafeUrl>) -> Links<'t> {
        Links { pages: own.iter().map(|url| url.page().to_owned()).collect(), items: Vec::new(), full: false }
    }

    /// Adds a link, to which the caller adds what else is known of it; nothing, with a warning about `at`, when it has
    /// no headline or no address or is there already.
    pub fn add(
        &mut self,
        at: &Value,
        headline: Option<Text<'t>>,
        url: Option<SafeUrl>,
        cx: &mut Context,
    ) -> Option<&mut RelatedItem<'t>> {
        let (Some(headline), Some(url)) = (headline, url) else {
            cx.warn(WarningCode::SkippedItem, at, &["left out, because a related link needs a headline and a URL"]);
            return None;
        };
        if self.pages.iter().any(|page| page == url.page()) {
            cx.warn(
                WarningCode::SkippedItem,
                at,
                &["left out, because it leads to the article itself or is there already"],
            );
            return None;
        }
        if self.items.len() == MAX_LINKS {
            if !self.full {
                let limit = MAX_LINKS.to_string();
                cx.warn(WarningCode::Truncated, at, &["the related links are cut off here, after ", &limit]);
            }
            self.full = true;
            return None;
        }
        self.pages.push(url.page().to_owned());
        self.items.push(RelatedItem {
            headline,
            url,
            image: None,
            date_published: None,
            source: None,
            sponsored: false,
        });
        self.items.last_mut()
    }

    /// The links as a block, if there are any.
    pub fn block(self, title: Option<Text<'t>>, more: Option<Named<'t>>) -> Option<Related<'t>> {
        (!self.items.is_empty()).then_some(Related { title, more, items: self.items })
    }
}
