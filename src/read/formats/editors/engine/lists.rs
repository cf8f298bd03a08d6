//! Builds lists from flat items with levels, and from items that contain only a list.

use crate::model::{Block, List, ListItem};

/// The deepest level of a list.
const MAX_LEVEL: i64 = 10;

/// Builds lists from flat items.
#[derive(Default)]
pub(in crate::read) struct Lists<'a> {
    /// The open lists with their levels, outermost first.
    open: Vec<(i64, List<'a>)>,
}

impl<'a> Lists<'a> {
    /// Adds an item; a level may skip others. Outermost lists that it ends go to `out`.
    pub fn push(&mut self, level: i64, ordered: bool, item: ListItem<'a>, out: &mut Vec<Block<'a>>) {
        self.push_from(level, ordered, None, item, out);
    }

    /// Adds an item; `start` is the first number of its list if it begins one.
    pub fn push_from(
        &mut self,
        level: i64,
        ordered: bool,
        start: Option<i32>,
        item: ListItem<'a>,
        out: &mut Vec<Block<'a>>,
    ) {
        let level = level.clamp(1, MAX_LEVEL);
        let goes_on = |(open, list): &(i64, List)| *open < level || (*open == level && list.ordered == ordered);
        while self.open.last().is_some_and(|last| !goes_on(last)) {
            self.close(out);
        }
        match self.open.last_mut() {
            Some((open, list)) if *open == level => list.items.push(item),
            _ => self.open.push((level, List { ordered, start, reversed: false, items: vec![item] })),
        }
    }

    /// Sets the number of the last item; it only matters for the first of a list.
    pub fn start(&mut self, number: Option<i64>) {
        if let (Some(number @ 2..=999_999), Some((_, list))) = (number, self.open.last_mut())
            && list.items.len() == 1
        {
            list.start = Some(number as i32);
        }
    }

    /// Ends all lists.
    pub fn finish(&mut self, out: &mut Vec<Block<'a>>) {
        while !self.open.is_empty() {
            self.close(out);
        }
    }

    /// Ends the innermost list, which belongs to the last item of the list around it.
    fn close(&mut self, out: &mut Vec<Block<'a>>) {
        let Some((_, list)) = self.open.pop() else { return };
        match self.open.last_mut().and_then(|(_, around)| around.items.last_mut()) {
            Some(item) => item.body.push(Block::List(list)),
            None => out.push(Block::List(list)),
        }
    }
}

/// Adds an item to a list; one that contains only lists belongs to the item before it.
pub(in crate::read) fn add<'a>(items: &mut Vec<ListItem<'a>>, item: ListItem<'a>) {
    let only_lists = item.body.iter().all(|block| matches!(block, Block::List(_)));
    match items.last_mut() {
        Some(last) if only_lists => last.body.extend(item.body),
        _ if item.body.is_empty() => {}
        _ => items.push(item),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Inline;

    fn item(text: &str) -> ListItem<'_> {
        ListItem { checked: None, body: vec![Block::paragraph(vec![Inline::Text(text.into())])] }
    }

    /// Formats lists as text: items in brackets after their list's sign.
    fn shape(blocks: &[Block]) -> String {
        let one = |block: &Block| match block {
            Block::Paragraph(paragraph) => crate::model::plain_text(&paragraph.content),
            Block::List(list) => {
                let items: Vec<_> = list.items.iter().map(|item| shape(&item.body)).collect();
                format!("{}[{}]", if list.ordered { '#' } else { '*' }, items.join(" "))
            }
            other => format!("{other:?}"),
        };
        blocks.iter().map(one).collect()
    }

    #[track_caller]
    fn nested(items: &[(i64, bool, &'static str)]) -> String {
        let (mut lists, mut out) = (Lists::default(), Vec::new());
        for (level, ordered, text) in items {
            lists.push(*level, *ordered, item(text), &mut out);
        }
        lists.finish(&mut out);
        shape(&out)
    }

    #[test]
    fn levels_nest_even_where_they_skip() {
        assert_eq!(nested(&[(1, false, "a"), (3, false, "b"), (2, true, "c"), (1, false, "d")]), "*[a*[b]#[c] d]");
        assert_eq!(nested(&[(2, false, "a"), (1, false, "b")]), "*[a]*[b]");
        assert_eq!(nested(&[(1, false, "a"), (1, true, "b"), (900, true, "c")]), "*[a]#[b#[c]]");
    }

    #[test]
    fn an_item_of_lists_only_joins_the_one_before() {
        let mut items = vec![item("a")];
        add(
            &mut items,
            ListItem { checked: None, body: vec![Block::List(List { items: vec![item("b")], ..List::default() })] },
        );
        add(&mut items, ListItem::default());
        assert_eq!(shape(&[Block::List(List { items, ..List::default() })]), "*[a*[b]]");
    }
}
