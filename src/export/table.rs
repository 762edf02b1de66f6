//! Any table as a file, or as text that spreadsheets and word processors paste as a table.

use super::{ExportError, csv_file, docx, markdown, xlsx};
use crate::analysis::table::Table;
use crate::lang::Language;
use crate::lang::export::Export;

/// The endings of files that a table can be written as, the usual one first.
pub const ENDINGS: [&str; 4] = ["xlsx", "csv", "docx", "md"];

/// Writes a table as a file of an ending in small letters; `None` for an ending that is not among [`ENDINGS`].
pub fn write(table: &Table, ending: &str, language: Language) -> Option<Result<Vec<u8>, ExportError>> {
    let empty = Export::of(language).no_rows;
    match ending {
        "xlsx" => Some(xlsx::write(table)),
        "csv" => Some(csv_file::write(table, language)),
        "docx" => Some(docx::write(&table.title, table, empty, language)),
        "md" => Some(Ok(markdown::write(&table.title, table, empty, language).into_bytes())),
        _ => None,
    }
}

/// A table for the clipboard: tabs between cells, a line a row, and nothing that a spreadsheet would run.
pub fn tabbed(table: &Table, language: Language) -> String {
    let line = |cells: Vec<String>| {
        let plain = |cell: String| csv_file::guarded(cell).replace(['\t', '\n', '\r'], " ");
        cells.into_iter().map(plain).collect::<Vec<_>>().join("\t") + "\n"
    };
    let heads = line(table.columns.iter().map(|column| column.name.clone()).collect());
    let rows = table.shown(language).map(line);
    heads + &rows.collect::<String>()
}
