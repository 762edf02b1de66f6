//! CSV that spreadsheets open as it is meant: with a mark for UTF-8, the separator of the language, and no formulas.

use super::ExportError;
use super::table::{Cell, Table};
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
    writer.write_record(table.columns.iter().map(|column| guarded(column.head.clone())))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(cell))?;
    }
    writer.into_inner().map_err(|error| ExportError::Io(error.into_error()))
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(_) | Cell::Node { .. } => guarded(cell.plain()),
        Cell::Number(_) | Cell::Empty => cell.plain(),
    }
}

/// Puts an apostrophe before words that a spreadsheet would take for a formula: what informants say must never run.
fn guarded(words: String) -> String {
    match words.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\0') => format!("'{words}"),
        _ => words,
    }
}
