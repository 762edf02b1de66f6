//! A spreadsheet: head row frozen, columns wide enough, depth as indent, words as words and never as formulas.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook};

use super::ExportError;
use crate::analysis::table::{Cell, Table};

/// How many rows a sheet has below its head.
const MAX_ROWS: usize = 1_048_575;
/// How many UTF-16 units a cell holds.
const MAX_CELL: usize = 32_767;
/// How deep a spreadsheet indents.
const MAX_INDENT: u8 = 15;

/// Writes a table.
pub(super) fn write(table: &Table) -> Result<Vec<u8>, ExportError> {
    if table.rows.len() > MAX_ROWS {
        return Err(ExportError::TooManyRows { rows: table.rows.len(), max: MAX_ROWS });
    }
    let mut workbook = Workbook::new();
    // The time of writing is left out: the same project gives the same file.
    let properties = DocProperties::new().set_title(&table.title);
    workbook.set_properties(&properties.set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let head = Format::new().set_bold().set_background_color("#F4F2ED").set_align(FormatAlign::VerticalCenter);
    let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let number = Format::new().set_align(FormatAlign::Top);
    let share = number.clone().set_num_format("0.0%");
    let decimals = |decimals: u8| number.clone().set_num_format(format!("0.{:0<1$}", "", usize::from(decimals)));
    let reals: Vec<Format> = table.columns.iter().map(|column| decimals(column.kind.decimals().max(1))).collect();
    let nodes: Vec<Format> = (0..=MAX_INDENT)
        .map(|level| match level {
            0 => words.clone().set_bold(),
            level => words.clone().set_indent(level),
        })
        .collect();
    let sheet = workbook.add_worksheet();
    sheet.set_name(table.title.chars().take(31).collect::<String>())?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, spec) in (0..).zip(&table.columns) {
        sheet.set_column_width(column, f64::from(spec.width))?;
        sheet.write_string_with_format(0, column, short(&spec.name), &head)?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for ((column, cell), real) in (0..).zip(&cells.cells).zip(&reals) {
            match cell {
                Cell::Text(text) => sheet.write_string_with_format(row, column, short(text), &words)?,
                Cell::Node { level, name } => {
                    let format = nodes.get(usize::from((*level).min(MAX_INDENT))).unwrap_or(&words);
                    sheet.write_string_with_format(row, column, short(name), format)?
                }
                Cell::Count(value) => sheet.write_number_with_format(row, column, *value as f64, &number)?,
                Cell::Share(value) => sheet.write_number_with_format(row, column, *value, &share)?,
                Cell::Real(value) => sheet.write_number_with_format(row, column, *value, real)?,
                Cell::Empty => sheet,
            };
        }
    }
    let last_row = u32::try_from(table.rows.len()).unwrap_or(0);
    let last_column = u16::try_from(table.columns.len()).unwrap_or(1).saturating_sub(1);
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(workbook.save_to_buffer()?)
}

/// As much as a cell holds; what is longer ends in a mark that says so.
fn short(text: &str) -> String {
    if text.encode_utf16().count() <= MAX_CELL {
        return text.to_owned();
    }
    let mut room = MAX_CELL - 4;
    let fits = |letter: &char| {
        let left = room.checked_sub(letter.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    text.chars().take_while(fits).chain(" […]".chars()).collect()
}
