//! Lists of articles: selects the one to read, and collects links to others.

use crate::error::{Error, ErrorCode};
use crate::json::Value;
use crate::model::{Named, Related, RelatedItem};
use crate::read::Context;
use crate::report::WarningCode;
use crate::text::keys::Keys;
use crate::text::{Label, ascii};
use crate::url::SafeUrl;

/// The members that can identify an article of a list.
const IDS: &str = "id _id @id uuid slug url link ID";

/// The most links in one block: nobody reads more, and each is compared with all earlier ones.
const MAX_LINKS: usize = 200;

/// Returns the article that the options select: by position if the number is below the list's length, otherwise by id.
pub(in crate::read) fn choose<'t>(items: Vec<&'t Value<'t>>, cx: &mut Context) -> Result<&'t Value<'t>, Error> {
    let place = match &cx.options.select {
        None => Some(0),
        Some(select) => ascii::integer(select)
            .and_then(|place| usize::try_from(place).ok())
            .filter(|place| *place < items.len())
            .or_else(|| items.iter().position(|item| Keys(IDS).any(|id| is_named(item.get(id), select)))),
    };
    for (number, item) in items.iter().enumerate() {
        if place != Some(number) {
            cx.trace.leave_out(item);
        }
    }
    place.and_then(|place| items.get(place).copied()).ok_or_else(|| {
        if items.is_empty() {
            return Error::new(ErrorCode::NoSuchArticle, &["the list of articles is empty"]);
        }
        let select = cx.options.select.as_deref().unwrap_or("0");
        let count = ascii::decimal(items.len() as u64);
        Error::new(ErrorCode::NoSuchArticle, &["none of the ", &count, " articles has the place or the id ", select])
    })
}

/// Returns whether an id is the one asked for.
pub(in crate::read) fn is_named(id: Option<&Value>, name: &str) -> bool {
    match id {
        Some(Value::Number(number)) => number.to_text() == name,
        Some(id) => id.as_str() == Some(name),
        None => false,
    }
}

/// Collects related links: each page once, and never the article's own.
pub(in crate::read) struct Links<'t> {
    pages: Vec<String>,
    items: Vec<RelatedItem<'t>>,
    full: bool,
}

impl<'t> Links<'t> {
    /// Creates an empty collection for an article with this address.
    pub fn of(own: Option<&SafeUrl>) -> Links<'t> {
        Links { pages: own.map(|url| vec![url.page().to_owned()]).unwrap_or_default(), items: Vec::new(), full: false }
    }

    /// Adds a link and returns it, so that the caller can add details. Returns `None`, with a warning about `at`, if
    /// the link has no headline or no address or is a duplicate.
    pub fn add(
        &mut self,
        at: &Value,
        headline: Option<Label<'t>>,
        url: Option<SafeUrl>,
        cx: &mut Context,
    ) -> Option<&mut RelatedItem<'t>> {
        let (Some(headline), Some(url)) = (headline, url) else {
            cx.warn(WarningCode::SkippedItem, at, &["left out, because a related link needs a headline and a URL"]);
            return None;
        };
        if self.items.len() == MAX_LINKS {
            if !self.full {
                let limit = ascii::decimal(MAX_LINKS as u64);
                cx.warn(WarningCode::Truncated, at, &["the related links are cut off here, after ", &limit]);
            }
            self.full = true;
            return None;
        }
        if self.pages.iter().any(|page| page == url.page()) {
            cx.warn(
                WarningCode::SkippedItem,
                at,
                &["left out, because it leads to the article itself or is there already"],
            );
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

    /// Returns whether links were left out because of the limit.
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// Returns the links as a block, if there are any.
    pub fn block(self, title: Option<Label<'t>>, more: Option<Named<'t>>) -> Option<Related<'t>> {
        (!self.items.is_empty()).then_some(Related { title, more, items: self.items })
    }

    /// Adds the links to the block without a title: two such blocks would be two landmarks with the same name.
    pub fn add_to(self, blocks: &mut Vec<Related<'t>>) {
        match blocks.iter_mut().find(|block| block.title.is_none()) {
            Some(block) => block.items.extend(self.items),
            None => blocks.extend(self.block(None, None)),
        }
    }
}
