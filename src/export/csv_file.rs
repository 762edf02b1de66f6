//! CSV that spreadsheets open as it is meant: with a mark for UTF-8, the separator of the language, and no formulas.

use super::ExportError;
use crate::analysis::table::{Cell, Kind, Table};
use crate::lang::Language;

/// Writes a table. Depth stays out: a level has its own column.
pub(super) fn write(table: &Table, language: Language) -> Result<Vec<u8>, ExportError> {
    let separator = match language {
        Language::Bokmal => b';',
        Language::English => b',',
    };
    let bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(bytes);
    writer.write_record(table.columns.iter().map(|column| guarded(column.name.clone())))?;
    for row in &table.rows {
        let cells = row.cells.iter().zip(&table.columns);
        writer.write_record(cells.map(|(cell, column)| field(cell, column.kind, language)))?;
    }
    writer.into_inner().map_err(|error| ExportError::Io(error.into_error()))
}

fn field(cell: &Cell, kind: Kind, language: Language) -> String {
    match cell {
        Cell::Text(_) | Cell::Node { .. } => guarded(cell.shown(kind, language)),
        // A spreadsheet knows neither the minus sign of print nor the space that does not break.
        Cell::Share(_) | Cell::Real(_) => cell.shown(kind, language).replace('\u{2212}', "-").replace('\u{a0}', " "),
        Cell::Count(_) | Cell::Empty => cell.shown(kind, language),
    }
}

/// Puts an apostrophe before words that a spreadsheet would take for a formula: what informants say must never run.
pub(super) fn guarded(words: String) -> String {
    match words.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\0') => format!("'{words}"),
        _ => words,
    }
}
