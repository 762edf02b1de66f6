//! A table: what a question is answered with. Every number knows what it opens.

use std::sync::Arc;

use super::Reach;
use crate::lang::Language;
use crate::model::id::{AttributeId, CaseId, CodeId, CoderId, CodingId, SourceId};
use crate::model::span::Span;

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it is a table of; the name of its sheet.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub name: String,
    /// What stands in it.
    pub kind: Kind,
    /// How wide it is, in letters.
    pub width: u16,
    /// What its head opens.
    pub opens: Opens,
}

/// What stands in a column, and so how it is set and sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, set to the left and sorted by the letters.
    Text,
    /// Whole numbers.
    Count,
    /// Parts of a whole, shown in per cent.
    Share,
    /// Numbers with so many decimals.
    Real(u8),
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// A cell a column.
    pub cells: Vec<Cell>,
    /// What the row opens.
    pub opens: Opens,
    /// What each cell opens; a cell without one here opens what its row does.
    pub each: Vec<Opens>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
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
    Count(u64),
    /// A part of a whole, from 0 to 1.
    Share(f64),
    /// A number.
    Real(f64),
    /// Nothing is known.
    Empty,
}

/// The words behind a cell, by keys: they are looked up when somebody asks, within the scope of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opens {
    /// Nothing.
    #[default]
    Nothing,
    /// A whole source.
    Source(SourceId),
    /// The codings of the scope that answer to every key.
    Codings(Vec<Key>),
    /// These codings.
    Listed(Arc<[CodingId]>),
    /// These stretches.
    Spans(Arc<[(SourceId, Span)]>),
    /// Every place in the scope where one of these words stands, in small letters.
    Words(Arc<[String]>),
    /// Where a word stands within what answers to every key.
    WordsAt(Arc<[String]>, Vec<Key>),
}

impl Opens {
    /// The codings of a code.
    pub fn code(code: CodeId, reach: Reach) -> Self {
        Self::Codings(vec![Key::Code(code, reach)])
    }

    /// These codings; nothing where there are none.
    pub fn listed(codings: impl IntoIterator<Item = CodingId>) -> Self {
        let codings: Arc<[CodingId]> = codings.into_iter().collect();
        if codings.is_empty() { Self::Nothing } else { Self::Listed(codings) }
    }

    /// The code, where all of one code is opened.
    pub fn one_code(&self) -> Option<CodeId> {
        match self {
            Self::Codings(keys) => match keys.as_slice() {
                [Key::Code(code, _)] => Some(*code),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Narrows a scope.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the variants say what they are")]
pub enum Key {
    Source(SourceId),
    Speaker(String),
    Case(CaseId),
    Value(AttributeId, String),
    Code(CodeId, Reach),
    Coder(CoderId),
}

impl Column {
    /// A column, with its width in letters.
    pub fn new(name: impl Into<String>, kind: Kind, width: u16) -> Self {
        Self { name: name.into(), kind, width, opens: Opens::Nothing }
    }

    /// The column with what its head opens.
    #[must_use]
    pub fn opening(self, opens: Opens) -> Self {
        Self { opens, ..self }
    }
}

impl Row {
    /// A row that opens nothing.
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { cells, ..Self::default() }
    }

    /// The row with what it opens.
    #[must_use]
    pub fn opening(self, opens: Opens) -> Self {
        Self { opens, ..self }
    }

    /// The row with what each of its cells opens.
    #[must_use]
    pub fn opening_each(self, each: Vec<Opens>) -> Self {
        Self { each, ..self }
    }

    /// What a cell opens.
    pub fn opens_at(&self, column: usize) -> &Opens {
        self.each.get(column).unwrap_or(&self.opens)
    }
}

impl Table {
    /// The rows as they are read.
    pub fn shown(&self, language: Language) -> impl Iterator<Item = Vec<String>> {
        let shown = move |row: &Row| {
            let cells = row.cells.iter().zip(&self.columns);
            cells.map(|(cell, column)| cell.shown(column.kind, language)).collect()
        };
        self.rows.iter().map(shown)
    }
}

impl Cell {
    /// A count.
    pub fn count(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// Words, or nothing where there are none.
    pub fn text(words: impl Into<String>) -> Self {
        match words.into() {
            words if words.is_empty() => Self::Empty,
            words => Self::Text(words),
        }
    }

    /// The cell as it is read, without its depth: numbers as the language writes them, with the decimals of the column.
    pub fn shown(&self, kind: Kind, language: Language) -> String {
        match self {
            Self::Text(words) | Self::Node { name: words, .. } => words.clone(),
            Self::Count(count) => count.to_string(),
            Self::Share(share) => match language {
                Language::Bokmal => decimal(share * 100.0, 1, language) + "\u{a0}%",
                Language::English => decimal(share * 100.0, 1, language) + "%",
            },
            Self::Real(number) => decimal(*number, kind.decimals(), language),
            Self::Empty => String::new(),
        }
    }

    /// A part of a whole; nothing where there is no whole.
    pub fn share(part: usize, whole: usize) -> Self {
        if whole == 0 { Self::Empty } else { Self::Share(part as f64 / whole as f64) }
    }
}

impl Kind {
    /// How many decimals its numbers are shown with.
    pub fn decimals(self) -> u8 {
        match self {
            Self::Text | Self::Count => 0,
            Self::Share => 1,
            Self::Real(decimals) => decimals,
        }
    }

    /// Tells whether numbers stand in it.
    pub fn is_number(self) -> bool {
        self != Self::Text
    }
}

/// A number with so many decimals, with the mark of the language, and never minus nought.
fn decimal(number: f64, decimals: u8, language: Language) -> String {
    let written = format!("{number:.*}", usize::from(decimals));
    let plain = match written.strip_prefix('-') {
        Some(rest) if rest.chars().all(|c| c == '0' || c == '.') => rest.to_owned(),
        _ => written,
    };
    match language {
        Language::Bokmal => plain.replace('.', ",").replace('-', "\u{2212}"),
        Language::English => plain.replace('-', "\u{2212}"),
    }
}
