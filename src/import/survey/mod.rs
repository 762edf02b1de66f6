//! Answers to a survey: a row for each case, a column for each question. What becomes of each column is a [`Layout`].

mod columns;
mod quotes;
pub(super) mod rows;
pub mod separated;
pub mod sheet;

use crate::model::case::AttributeKind;

/// How many rows a table may have.
pub const MAX_ROWS: usize = 20_000;
/// How many columns a table may have.
pub const MAX_COLUMNS: usize = 1_000;
/// How long a cell may be, in bytes.
pub const MAX_CELL: usize = 90_000;

/// What a sheet or a file of separated values says, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of each column; a column without one is called by its letter.
    pub header: Vec<String>,
    /// The rows under it, each as long as the header; rows without any words are left out.
    pub rows: Vec<Vec<String>>,
}

/// What becomes of the columns of a table, each named by its number from 0. A column in no part is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Which column says who answers; without one the rows are numbered.
    pub case: Option<usize>,
    /// The open questions, whose answers become text to code.
    pub texts: Vec<usize>,
    /// The columns that become attributes of the cases.
    pub attributes: Vec<(usize, AttributeKind)>,
}

impl Layout {
    /// Proposes what may become of the columns: who answers by short words that are all different, open questions by
    /// long answers, and the rest attributes of the kind that fits every value.
    pub fn proposed(table: &Table) -> Self {
        columns::propose(table)
    }
}
