//! A table that is to be exported: columns with widths, rows with cells.

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it is a table of; the name of its sheet.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; each has a cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub head: String,
    /// How wide it is, in letters.
    pub width: u16,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A name in a tree, with how deep it lies.
    Node {
        /// 0 at the top.
        level: u8,
        /// The name.
        name: String,
    },
    /// A whole number.
    Number(u64),
    /// Nothing is known.
    Empty,
}

impl Column {
    /// A column.
    pub fn new(head: impl Into<String>, width: u16) -> Self {
        Self { head: head.into(), width }
    }
}

impl Cell {
    /// A count.
    pub fn count(count: usize) -> Self {
        Self::Number(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// Words, or nothing where there are none.
    pub fn text(words: impl Into<String>) -> Self {
        match words.into() {
            words if words.is_empty() => Self::Empty,
            words => Self::Text(words),
        }
    }

    /// The cell as plain words, without its depth.
    pub fn plain(&self) -> String {
        match self {
            Self::Text(words) | Self::Node { name: words, .. } => words.clone(),
            Self::Number(number) => number.to_string(),
            Self::Empty => String::new(),
        }
    }
}
