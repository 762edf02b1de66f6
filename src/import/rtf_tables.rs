//! The tables of an RTF file, which never says where one begins or ends.

use super::flow::Flow;

/// Where a table stands; a note has tables of its own.
#[derive(Default)]
pub(super) struct Tables {
    row: Row,
    outer: Vec<Row>,
}

#[derive(Default)]
struct Row {
    /// A row has been described, and not ended.
    described: bool,
    cell_open: bool,
}

impl Tables {
    /// A row is described: what follows is in it, even where the paragraphs do not say so.
    pub(super) fn describe(&mut self) {
        self.row.described = true;
    }

    /// A note begins.
    pub(super) fn enter(&mut self) {
        self.outer.push(std::mem::take(&mut self.row));
    }

    /// A note ends.
    pub(super) fn leave(&mut self) {
        self.row = self.outer.pop().unwrap_or_default();
    }

    /// Sees to it that the words that follow stand in a cell, or in none.
    pub(super) fn begin(&mut self, flow: &mut Flow, said_to_be_in_table: bool) {
        let depth = flow.table_depth();
        if !said_to_be_in_table && !self.row.described {
            if depth > 0 && !flow.in_paragraph() {
                flow.close_table();
                self.row = Row::default();
            }
            return;
        }
        if depth == 0 {
            flow.close_paragraph();
            flow.open_table();
            flow.open_row();
        }
        if !self.row.cell_open {
            flow.open_cell();
            self.row.cell_open = true;
        }
    }

    /// A cell ends, though it may have had no words.
    pub(super) fn end_cell(&mut self, flow: &mut Flow) {
        self.begin(flow, true);
        flow.close_paragraph();
        self.row.cell_open = false;
    }

    /// A row ends.
    pub(super) fn end_row(&mut self, flow: &mut Flow) {
        self.row = Row::default();
        if flow.table_depth() > 0 {
            flow.close_row();
            flow.open_row();
        }
    }
}
