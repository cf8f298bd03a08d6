//! Links within the text: to headings, by their ids or as generators of tables of contents name them.

use crate::model::Inline;
use crate::read::html::convert::Reader;
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::Element;
use crate::report::WarningCode;
use crate::text::{ascii, template};
use crate::url::{Purpose, SafeUrl};

/// The possible targets of links within the text.
#[derive(Default)]
pub(in crate::read::html) struct Places<'r> {
    /// Ids and names, sorted, each with the number of its heading, or 0.
    ids: Vec<(&'r str, u32)>,
    /// The names that generators give to headings. Only larger builds know the cases of all letters.
    #[cfg(feature = "markdown")]
    slugs: Vec<(String, u32)>,
    /// For each node, whether a link leads to it.
    wanted: Vec<bool>,
}

impl Places<'_> {
    /// Returns the number of the heading of this id, or 0 for another element.
    fn find(&self, id: &str) -> Option<u32> {
        let first = self.ids.partition_point(|(other, _)| *other < id);
        // Of several elements, headings are the last.
        let same = self.ids.get(first..)?.iter().take_while(|(other, _)| *other == id);
        let found = same.last().map(|(_, number)| *number);
        #[cfg(feature = "markdown")]
        let found = found.or_else(|| {
            let place = self.slugs.binary_search_by(|(slug, _)| slug.as_str().cmp(id)).ok()?;
            self.slugs.get(place).map(|(_, number)| *number)
        });
        found
    }
}

impl<'t, 'r> Reader<'t, 'r, '_> {
    /// Returns the possible targets; they are found when they are first needed.
    fn places(&mut self) -> &Places<'r> {
        if self.places.is_none() {
            self.places = Some(self.find_places());
        }
        self.places.get_or_insert_default()
    }

    fn find_places(&self) -> Places<'r> {
        let tree = self.tree;
        let mut places = Places::default();
        let mut add = |element: &Element, number: u32| {
            let name = if element.tag == Tag::A { "name" } else { "id" };
            for id in [tree.attribute(element, "id"), tree.attribute(element, name)].into_iter().flatten() {
                places.ids.push((id, number));
            }
        };
        tree.inlines.iter().for_each(|inline| add(&inline.element, 0));
        #[cfg(feature = "markdown")]
        let mut slugs = Vec::new();
        for node in 0..tree.nodes.len() {
            let Some(element) = tree.element(node) else { continue };
            let heading = matches!(element.tag, Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6);
            let number = if heading { self.first_place + node as u32 } else { 0 };
            add(element, number);
            if heading {
                self.list_inlines(node).for_each(|inline| add(&inline.element, number));
                #[cfg(feature = "markdown")]
                slugs.push((make_slug(&tree.text(node)), number));
            }
        }
        places.ids.sort_unstable();
        #[cfg(feature = "markdown")]
        {
            slugs.sort_unstable();
            places.slugs = slugs;
        }
        places.wanted.resize(tree.nodes.len(), false);
        for inline in &tree.inlines {
            let place = tree.attribute(&inline.element, "href").and_then(|href| href.trim().strip_prefix('#'));
            let number = place.filter(|place| self.notes.number(place).is_none()).and_then(|place| places.find(place));
            let node = number.and_then(|number| number.checked_sub(self.first_place));
            if let Some(wanted) = node.and_then(|node| places.wanted.get_mut(node as usize)) {
                *wanted = true;
            }
        }
        places
    }

    /// Returns the target of a link; for a place within the text only that of a heading, because the ids of the host's
    /// page are not the author's.
    pub fn read_link(&mut self, element: &Element, offset: usize) -> Option<SafeUrl> {
        let href = self.attribute(element, "href")?;
        let Some(place) = href.trim().strip_prefix('#') else { return self.url(href, Purpose::Link, offset) };
        if self.in_notes || self.in_heading || self.notes.number(place).is_some() {
            return None;
        }
        match self.places().find(place) {
            None if matches!(place, "" | "top") => None,
            None | Some(0) => {
                self.warn(WarningCode::NotShown, offset, &["a link within the page, its text is shown: #", place]);
                None
            }
            Some(number) => {
                let id = template::concat(&["place-", &ascii::decimal(number.into())]);
                Some(SafeUrl::fragment(&id))
            }
        }
    }

    /// Returns the mark of a heading to which a link leads.
    pub fn make_anchor(&mut self, heading: usize) -> Option<Inline<'t>> {
        let wanted = self.has_fragments && self.places().wanted.get(heading) == Some(&true);
        wanted.then(|| Inline::Anchor(self.first_place + heading as u32))
    }
}

/// Returns the id that generators give a heading of this text.
#[cfg(feature = "markdown")]
fn make_slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars().flat_map(char::to_lowercase) {
        match c {
            ' ' => out.push('-'),
            '-' | '_' => out.push(c),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}
