//! What the columns of a table look like: who answers, what was asked openly, and what is a property of the case.

use std::collections::BTreeSet;

use super::{Layout, Table};
use crate::model::case::AttributeKind;

/// An answer with more words than this was written freely.
const FREE_WORDS: usize = 6;
/// So many words the answers have at least, on the average, where they are written as sentences.
const FEW_WORDS: usize = 3;
/// A name or a number for who answers is no longer than this, in characters.
const NAME: usize = 40;
/// What the column of those who answer is often called, in the languages of our users.
const CASES: &[&str] = &[
    "id",
    "nr",
    "no",
    "navn",
    "namn",
    "name",
    "case",
    "respondent",
    "respondentid",
    "informant",
    "deltaker",
    "deltakar",
    "deltagare",
    "participant",
    "løpenummer",
    "responseid",
    "svarid",
    "kode",
];

/// Proposes a layout; see [`Layout::proposed`].
pub(super) fn propose(table: &Table) -> Layout {
    let columns: Vec<Column<'_>> = (0..table.header.len()).map(|at| Column::of(table, at)).collect();
    let texts: Vec<usize> = columns.iter().filter(|column| column.is_free()).map(|column| column.at).collect();
    let rest = || columns.iter().filter(|column| !texts.contains(&column.at) && !column.cells.is_empty());
    let names = || rest().filter(|column| column.names_all(table.rows.len()));
    let called = names().find(|column| column.is_called_case());
    // Without a telling name only the first column is believed: a number of years may well differ for all.
    let case = called.or_else(|| names().find(|column| column.at == 0)).map(|column| column.at);
    let attributes = rest().filter(|column| Some(column.at) != case).map(|column| (column.at, column.kind())).collect();
    Layout { case, texts, attributes }
}

/// The values of a column, without the empty ones.
struct Column<'t> {
    at: usize,
    name: &'t str,
    cells: Vec<&'t str>,
}

impl<'t> Column<'t> {
    fn of(table: &'t Table, at: usize) -> Self {
        let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.trim());
        let name = table.header.get(at).map_or("", String::as_str);
        Self { at, name, cells: cells.filter(|cell| !cell.is_empty()).collect() }
    }

    /// Tells whether people wrote freely here: a third of the answers are long, and they differ; or they are a few words
    /// each, nearly all differ, and they are written as sentences or answer a question.
    fn is_free(&self) -> bool {
        let words = |cell: &&str| cell.split_whitespace().count();
        let long = self.cells.iter().filter(|cell| words(cell) > FREE_WORDS).count();
        let different = self.cells.iter().collect::<BTreeSet<_>>().len();
        let all = self.cells.len();
        if long > 0 && long * 3 >= all && different * 2 > all {
            return true;
        }
        let few: usize = self.cells.iter().map(words).sum();
        let sentences = self.cells.iter().filter(|cell| cell.ends_with(['.', '!', '?', '…'])).count();
        let asked = self.name.trim_end().ends_with('?');
        all > 1 && few >= FEW_WORDS * all && different * 4 >= all * 3 && (asked || sentences * 2 >= all)
    }

    /// Tells whether every row has a short word of its own here.
    fn names_all(&self, rows: usize) -> bool {
        let different: BTreeSet<String> = self.cells.iter().map(|cell| cell.to_lowercase()).collect();
        let short = self.cells.iter().all(|cell| cell.chars().count() <= NAME);
        short && rows > 0 && different.len() == rows
    }

    fn is_called_case(&self) -> bool {
        let name: String = self.name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        CASES.contains(&name.as_str())
    }

    /// The narrowest kind that all values are of.
    fn kind(&self) -> AttributeKind {
        let all = |kind: &AttributeKind| self.cells.iter().all(|cell| kind.normal(cell).is_some());
        let narrow = [AttributeKind::YesNo, AttributeKind::Number, AttributeKind::Date];
        narrow.into_iter().find(all).unwrap_or(AttributeKind::Text)
    }
}
