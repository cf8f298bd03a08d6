//! Tables.

use crate::model::{Block, Cell, CellAlign, Row, Table};
use crate::read::html::convert::chain_facts::find_declaration;
use crate::read::html::convert::{Reader, chain_facts};
use crate::read::html::parse::tags::Tag;
use crate::read::html::parse::tree::Element;
use crate::read::values::tables::promote_title;
use crate::text::ascii;

impl<'t> Reader<'t, '_, '_> {
    /// Reads a table. Content outside its cells is put before it, as in browsers; a table of one cell is only a box.
    pub fn table(&mut self, id: usize, element: &Element, out: &mut Vec<Block<'t>>) {
        let mut table = Table::default();
        let cells = self.tree.descendants(id).filter(|id| self.tree.tag(*id).is_some_and(Tag::is_cell)).take(2).count();
        let for_layout = self.attribute(element, "role").is_some_and(|role| role == "presentation" || role == "none");
        if cells < 2 || for_layout {
            return self.read_unwrapped(id, out);
        }
        self.read_rows(id, &mut table, None, out);
        table = promote_title(table);
        // A first row with only headers is the table's head.
        if table.head.is_empty()
            && table.rows.len() > 1
            && table.rows.first().is_some_and(|row| row.iter().all(|cell| cell.header))
        {
            table.head.push(table.rows.remove(0));
        }
        out.push(Block::Table(table));
    }

    /// Reads the content of a layout table, cell by cell.
    fn read_unwrapped(&mut self, id: usize, out: &mut Vec<Block<'t>>) {
        for child in self.tree.children(id) {
            match self.tree.element(child) {
                Some(element) if element.tag.is_row_group() || element.tag == Tag::Tr => {
                    self.read_unwrapped(child, out)
                }
                Some(element) if element.tag.is_cell() || element.tag == Tag::Caption => {
                    if !chain_facts::is_hidden(self.tree, element) {
                        self.read_children(child, out);
                    }
                }
                _ => self.read_one(child, out),
            }
        }
    }

    /// Adds the rows in a table or in a row group.
    fn read_rows(&mut self, id: usize, table: &mut Table<'t>, group: Option<Tag>, out: &mut Vec<Block<'t>>) {
        for child in self.tree.children(id) {
            let Some(element) = self.tree.element(child) else {
                self.read_one(child, out);
                continue;
            };
            if chain_facts::is_hidden(self.tree, element) {
                continue;
            }
            match element.tag {
                Tag::Caption if table.caption.is_empty() => table.caption = self.phrase(child),
                tag if tag.is_row_group() => self.read_rows(child, table, Some(tag), out),
                Tag::Tr => {
                    let row = self.read_row(child, group == Some(Tag::Thead), out);
                    push_row(row, table, group);
                }
                tag if tag.is_cell() => {
                    let cell = self.read_cell(child, element, false);
                    match table.rows.last_mut() {
                        Some(row) => row.push(cell),
                        None => table.rows.push(vec![cell]),
                    }
                }
                _ => self.read_one(child, out),
            }
        }
    }

    fn read_row(&mut self, id: usize, in_head: bool, out: &mut Vec<Block<'t>>) -> Row<'t> {
        let mut row = Vec::new();
        for child in self.tree.children(id) {
            match self.tree.element(child) {
                Some(element) if element.tag.is_cell() => {
                    if !chain_facts::is_hidden(self.tree, element) {
                        row.push(self.read_cell(child, element, in_head));
                    }
                }
                _ => self.read_one(child, out),
            }
        }
        row
    }

    fn read_cell(&mut self, id: usize, element: &Element, in_head: bool) -> Cell<'t> {
        let style = self.attribute(element, "style").unwrap_or_default();
        let align = self.attribute(element, "align");
        let align = match find_declaration(style, "text-align").or(align) {
            Some("center") => Some(CellAlign::Center),
            Some("right" | "end") => Some(CellAlign::End),
            _ => None,
        };
        let span = |name, most| {
            let span = ascii::integer(self.attribute(element, name)?.trim())?;
            (span > 1).then_some(span.min(most) as u32)
        };
        let (colspan, rowspan) = (span("colspan", 100), span("rowspan", 200));
        Cell { header: in_head || element.tag == Tag::Th, colspan, rowspan, align, body: self.body(id) }
    }
}

fn push_row<'t>(row: Row<'t>, table: &mut Table<'t>, group: Option<Tag>) {
    if row.is_empty() {
        return;
    }
    match group {
        Some(Tag::Thead) => table.head.push(row),
        Some(Tag::Tfoot) => table.foot.push(row),
        _ => table.rows.push(row),
    }
}
