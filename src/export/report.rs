//! The report of an import: what came of each file, as lines to read or as a table to keep.

use super::{ExportError, csv_file};
use crate::analysis::table::{Cell, Column, Kind, Row, Table};
use crate::lang::Language;
use crate::lang::intake::IntakeWords;

/// Writes a report as CSV where the ending says so, else as plain text. Each line says whether something went wrong.
///
/// # Errors
/// When the table cannot be written.
pub fn written(title: &str, lines: &[(bool, &str)], ending: &str, language: Language) -> Result<Vec<u8>, ExportError> {
    if !ending.eq_ignore_ascii_case("csv") {
        let lines = lines.iter().map(|(_, line)| format!("{line}\n")).collect::<String>();
        return Ok(format!("{title}\n\n{lines}").into_bytes());
    }
    let say = IntakeWords::of(language);
    let outcome = |went_wrong: bool| if went_wrong { say.outcome_trouble } else { say.outcome_well };
    let row = |(went_wrong, line): &(bool, &str)| Row::new(vec![Cell::text(outcome(*went_wrong)), Cell::text(*line)]);
    let columns = vec![Column::new(say.outcome, Kind::Text, 16), Column::new(say.what, Kind::Text, 80)];
    csv_file::write(&Table { title: title.to_owned(), columns, rows: lines.iter().map(row).collect() }, language)
}
