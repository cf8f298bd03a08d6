//! The accountant: it looks for each text and address of the input in the article.

use super::addresses::Addresses;
use super::names::Names;
use super::shape::{Shape, says_anything, shape};
use super::shown::Shown;
use super::tools::Tools;
use super::trace::{Kind, Markup, Trace};
use crate::json::Value;
use crate::model::{Piece, Pieces};
use crate::report::{WarningCode, Warnings};
use crate::text::template;
use crate::url::SafeUrl;

/// The longest end of an excerpt, in bytes, that only refers to the rest.
const END: usize = 24;

/// The most alternative addresses of a picture that are examined.
const MOST: usize = 20;

/// The longest name of a member that is looked up, in bytes. Each member in an object would hash a longer one again.
const MAX_NAME: usize = 64;

/// Texts and addresses that are not shown.
pub(super) struct Lost<'t> {
    pub place: &'t Value<'t>,
    /// The offset in the HTML of `place`, in bytes.
    pub offset: Option<usize>,
    pub texts: u32,
    pub addresses: u32,
    /// The beginning of the text.
    pub sample: String,
}

/// The context of the value being examined.
#[derive(Clone, Copy, Default)]
struct State<'t> {
    /// Whether it is the whole input.
    root: bool,
    /// The name of the member that it is or is in.
    name: &'t str,
    /// Whether it is in an excerpt, which ends in a link to the article.
    excerpt: bool,
    /// Whether it is in a node of an unknown kind, which already has a warning.
    unknown: bool,
}

/// The findings in a value.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// Whether anything of it is shown.
    shown: bool,
    /// Whether it contains the article that was asked for.
    chosen: bool,
}

/// Compares the article with the input.
pub(super) struct Accountant<'a, 't, 'w> {
    tools: Tools,
    shown: Shown<'a>,
    addresses: Addresses<'a>,
    names: Names,
    trace: Trace,
    warnings: &'w mut Warnings,
    lost: Vec<Lost<'t>>,
}

impl<'a> Pieces<'a> for Accountant<'a, '_, '_> {
    fn take(&mut self, piece: Piece<'a>) {
        match piece {
            Piece::Text(text) => self.shown.text(text),
            Piece::Url(url) => self.addresses.add(url),
            Piece::End => self.shown.end(),
        }
    }
}

impl<'a, 't, 'w> Accountant<'a, 't, 'w> {
    /// Creates an accountant that knows nothing of the article yet.
    pub fn new(
        format: &'static str,
        base: Option<&'a SafeUrl>,
        mut trace: Trace,
        tools: Tools,
        warnings: &'w mut Warnings,
    ) -> Self {
        trace.sort();
        Accountant {
            tools,
            shown: Shown::new(tools.decode),
            addresses: Addresses::new(base, tools),
            names: Names::of(format),
            trace,
            warnings,
            lost: Vec::new(),
        }
    }

    /// Returns the texts and addresses of the tree that the article does not show, and the warnings so far.
    pub fn find_lost(mut self, tree: &'t Value<'t>) -> (Vec<Lost<'t>>, &'w mut Warnings) {
        self.shown.finish();
        self.value(tree, State { root: true, ..State::default() });
        (self.lost, self.warnings)
    }

    /// Accounts for a value and everything in it.
    fn value(&mut self, value: &'t Value<'t>, mut state: State<'t>) -> Tally {
        let before = self.lost.len();
        let mut tally = Tally { shown: false, chosen: self.trace.is_chosen(value) };
        if self.trace.is_left_out(value) {
            return tally;
        }
        if !state.root {
            match self.warnings.covers(value) {
                Some(WarningCode::UnknownBlock) => state.unknown = true,
                Some(_) if !matches!(value, Value::String(_)) => return tally,
                _ => {}
            }
        }
        let inner = State { root: false, ..state };
        match value {
            Value::String(text) => tally.shown = self.string(value, text, state),
            Value::TooDeep => self.lose(value, None, Kind::Text, "what is nested too deeply"),
            Value::Array(items) => {
                let mut chosen = false;
                for item in items {
                    let start = self.lost.len();
                    let of = self.value(item, inner);
                    if of.chosen && !chosen {
                        // The items before the chosen article are other articles.
                        self.lost.drain(before..start);
                    } else if chosen && !of.chosen {
                        self.lost.truncate(start);
                    }
                    tally.shown |= of.shown;
                    chosen |= of.chosen;
                }
                tally.chosen |= chosen;
            }
            Value::Object(members) => {
                for (name, member) in members {
                    let name = if name.len() > MAX_NAME { "" } else { name };
                    let holds =
                        matches!(member, Value::String(_) | Value::Array(_) | Value::Object(_) | Value::TooDeep);
                    if holds && !self.names.is_silent(state.name, name) {
                        let of =
                            self.value(member, State { name, excerpt: state.excerpt || name == "excerpt", ..inner });
                        tally.shown |= of.shown;
                        tally.chosen |= of.chosen;
                    }
                }
            }
            _ => {}
        }
        if !state.root && !tally.shown && !tally.chosen && self.lost.len() > before + 1 {
            self.fold(value, before);
        }
        tally
    }

    /// Merges all entries since `before` into one.
    fn fold(&mut self, place: &'t Value<'t>, before: usize) {
        let (mut texts, mut addresses) = (0, 0);
        for lost in self.lost.drain(before..) {
            texts += lost.texts;
            addresses += lost.addresses;
        }
        self.lost.push(Lost { place, offset: None, texts, addresses, sample: String::new() });
    }

    /// Accounts for a string; returns whether any of it is shown.
    fn string(&mut self, value: &'t Value<'t>, text: &'t str, state: State<'t>) -> bool {
        let markup = self.trace.of(text);
        if !markup.is_empty() {
            return self.markup(value, text, markup, state.excerpt);
        }
        if self.warnings.covers(value).is_some() {
            return false;
        }
        if self.shown.has_place(text) {
            self.addresses_between_quotes(value, text);
            return true;
        }
        let kind = match shape(text, self.tools.is_date) {
            Shape::Nothing => return false,
            Shape::Address => Kind::Address,
            Shape::Word if state.unknown || self.names.is_word(state.name) => return false,
            Shape::Word | Shape::Text => Kind::Text,
        };
        let shown = match kind {
            Kind::Address => self.addresses.holds_references(text),
            _ if state.name == "srcset" => text.split([' ', ',']).any(|word| self.addresses.holds(word)),
            _ => self.shown.holds_markup(text),
        };
        if !shown {
            self.lose(value, None, kind, text.trim());
        }
        self.addresses_between_quotes(value, text);
        shown
    }

    /// Accounts for the addresses in HTML that no reader parsed.
    fn addresses_between_quotes(&mut self, value: &'t Value<'t>, text: &'t str) {
        if !text.as_bytes().contains(&b'=') {
            return;
        }
        let mut before = "";
        for part in text.split(['"', '\'']) {
            let is_value = before.ends_with('=') && shape(part, self.tools.is_date) == Shape::Address;
            before = part;
            if is_value && !self.addresses.holds_references(part) {
                self.lose(value, None, Kind::Address, part);
            }
        }
    }

    /// Accounts for the texts and addresses in HTML; consecutive lost ones become one entry.
    fn markup(&mut self, value: &'t Value<'t>, html: &'t str, markup: std::ops::Range<usize>, excerpt: bool) -> bool {
        let (mut shown, mut goes_on, mut behind) = (false, false, 0);
        let mut place = markup.start;
        while place < markup.end {
            let first = self.trace.at(place);
            place += 1;
            let offset = first.start - html.as_ptr().addr();
            let held =
                self.is_held(html, first) || first.kind == Kind::Choice && self.is_chosen(html, &markup, place - 1);
            if held {
                (goes_on, behind) = (false, offset + first.length);
                shown |= first.length > 0;
                continue;
            }
            if self.warnings.covers_offset(value, behind, offset)
                || excerpt && shown && place >= markup.end && first.kind == Kind::Text && first.length < END
            {
                continue;
            }
            match self.lost.last_mut().filter(|_| goes_on) {
                Some(last) if matches!(first.kind, Kind::Text | Kind::Raw) => last.texts += 1,
                Some(last) => last.addresses += 1,
                None => {
                    let piece = html.get(offset..offset + first.length).unwrap_or("");
                    self.lose(value, Some(offset), first.kind, piece.trim());
                }
            }
            goes_on = true;
        }
        shown
    }

    /// Returns whether another address of the same picture or player is shown.
    fn is_chosen(&mut self, html: &str, markup: &std::ops::Range<usize>, place: usize) -> bool {
        let group = self.trace.at(place).group;
        let mut of_group = |place: &usize| {
            let other = self.trace.at(*place);
            let same = other.group == group && !matches!(other.kind, Kind::Text | Kind::Raw);
            (same, same && self.is_held(html, other))
        };
        let after = (place + 1..markup.end)
            .map(|place| of_group(&place))
            .take_while(|(same, _)| *same)
            .take(MOST)
            .any(|(_, held)| held);
        after
            || (markup.start..place)
                .rev()
                .map(|place| of_group(&place))
                .take_while(|(same, _)| *same)
                .take(MOST)
                .any(|(_, held)| held)
    }

    /// Returns whether a place in HTML is shown or has nothing to show.
    fn is_held(&mut self, html: &str, Markup { start, length, kind, .. }: Markup) -> bool {
        let offset = start - html.as_ptr().addr();
        let Some(piece) = html.get(offset..offset + length) else { return true };
        match kind {
            Kind::Address | Kind::Choice => self.addresses.holds_references(piece),
            Kind::Text => {
                !says_anything(piece)
                    || self.shown.has_place(piece)
                    || self.shown.holds_references(piece)
                    || shape(piece, self.tools.is_date) == Shape::Address && self.addresses.holds_references(piece)
            }
            Kind::Raw => !says_anything(piece) || self.shown.has_place(piece) || self.shown.holds(piece),
        }
    }

    fn lose(&mut self, place: &'t Value<'t>, offset: Option<usize>, kind: Kind, sample: &str) {
        let cut = sample.floor_char_boundary(80);
        let dots = if cut < sample.len() { "…" } else { "" };
        let sample = template::concat(&[sample.get(..cut).unwrap_or(""), dots]);
        let is_address = u32::from(matches!(kind, Kind::Address | Kind::Choice));
        self.lost.push(Lost { place, offset, texts: 1 - is_address, addresses: is_address, sample });
    }
}
