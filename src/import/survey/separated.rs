//! Separated values: a table in a text file, whatever separates its cells.

use std::collections::BTreeSet;

use csv::{ReaderBuilder, StringRecord};

use super::{MAX_CELL, MAX_COLUMNS, MAX_ROWS, Table, quotes};
use crate::import::draft::normal;
use crate::import::report::Report;
use crate::import::subtitles::whisper;
use crate::import::{Choices, Drafted, ImportError, Importer, decode};

/// Reads `.csv` and `.tsv`.
pub struct Separated;

/// What may separate cells, in the order of preference.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// A byte that no text holds: the separator of a table with one column.
const NONE: u8 = 0x1f;
/// So many records tell what separates them.
const LOOKED_AT: usize = 200;

impl Importer for Separated {
    fn extensions(&self) -> &'static [&'static str] {
        &["csv", "tsv"]
    }

    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        let text = decode::text(bytes, choices, report)?;
        let text = normal(&text, report);
        if let Some(draft) = whisper::lines(&text, choices, report) {
            return Ok(Drafted::Text(draft));
        }
        let (separator, text) = separated(&text);
        let table = table(text, separator, report)?;
        Ok(drafted(table, choices, report))
    }
}

/// The cells of a table whatever it is a table of, row by row as they stand; rows without any words are left out.
///
/// # Errors
/// Where the bytes are no text, or where the table is beyond the limits.
pub fn cells(bytes: &[u8]) -> Result<Vec<Vec<String>>, ImportError> {
    let mut report = Report::default();
    let text = decode::text(bytes, &Choices::default(), &mut report)?;
    let text = normal(&text, &mut report);
    let (separator, text) = separated(&text);
    rows(text, separator, usize::MAX, &mut report)
}

/// What separates the cells of a text, and the text that they stand in.
fn separated(text: &str) -> (u8, &str) {
    // Excel reads the separator off such a line, and so writes one.
    if let Some((first, rest)) = text.split_once('\n')
        && let Some([told]) = first.trim().strip_prefix("sep=").map(str::as_bytes)
        && SEPARATORS.contains(told)
    {
        return (*told, rest);
    }
    (separator(text), text)
}

/// A table, or the transcript that it is.
pub(super) fn drafted(table: Table, choices: &Choices, report: &mut Report) -> Drafted {
    match whisper::table(&table.header, &table.rows, choices, report) {
        Some(draft) => Drafted::Text(draft),
        None => Drafted::Table(table),
    }
}

fn records(text: &str, separator: u8) -> impl Iterator<Item = StringRecord> {
    let quoting = separator != NONE;
    let reader = ReaderBuilder::new()
        .delimiter(separator)
        .quoting(quoting)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    reader.into_records().map_while(Result::ok)
}

/// Finds what separates the cells: what stands in the first record, and as often in nearly all others.
fn separator(text: &str) -> u8 {
    let even = |separator: u8| {
        let (text, _) = quotes::closed(text, separator);
        let widths: Vec<usize> = records(&text, separator).take(LOOKED_AT).map(|record| record.len()).collect();
        let width = widths.first().copied().unwrap_or_default();
        let same = widths.iter().filter(|other| **other == width).count();
        // Some programs leave the empty cells at the end of a row out, and some rows have one too many.
        let near = widths.iter().filter(|other| **other > 1 && other.abs_diff(width) <= 1 + width / 5).count();
        (width > 1 && near * 5 >= widths.len() * 4).then_some((same * 100 / widths.len().max(1), width))
    };
    let best = SEPARATORS.into_iter().rev().filter_map(|separator| Some((even(separator)?, separator)));
    best.max_by_key(|(even, _)| *even).map_or(NONE, |(_, separator)| separator)
}

/// The table in separated values; columns and rows without any words are left out.
pub(super) fn table(text: &str, separator: u8, report: &mut Report) -> Result<Table, ImportError> {
    let rows = rows(text, separator, MAX_ROWS + 1, report)?;
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let filled: Vec<bool> =
        (0..width).map(|at| rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()))).collect();
    let take = |row: Vec<String>| -> Vec<String> {
        let padded = row.into_iter().chain(std::iter::repeat(String::new())).take(width);
        padded.zip(&filled).filter(|(_, filled)| **filled).map(|(cell, _)| cell).collect()
    };
    let mut rows = rows.into_iter().map(take);
    let header = named(rows.next().ok_or(ImportError::Empty)?);
    let rows: Vec<Vec<String>> = rows.collect();
    if rows.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(Table { header, rows })
}

/// The rows that have words, at most so many.
fn rows(text: &str, separator: u8, limit: usize, report: &mut Report) -> Result<Vec<Vec<String>>, ImportError> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (text, open) = quotes::closed(text, separator);
    report.open_quotes.extend(open);
    for record in records(&text, separator) {
        if record.len() > MAX_COLUMNS {
            return Err(ImportError::TooManyColumns { limit: MAX_COLUMNS });
        }
        if record.iter().any(|cell| cell.len() > MAX_CELL) {
            return Err(ImportError::CellTooLong { limit: MAX_CELL });
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() >= limit {
            return Err(ImportError::TooManyRows { limit: MAX_ROWS });
        }
        rows.push(record.iter().map(|cell| normal(cell.trim(), report)).collect());
    }
    Ok(rows)
}

/// The names of the columns, each on one line and with a name of its own.
fn named(first: Vec<String>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let names = first.into_iter().enumerate().map(|(at, name)| {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if name.is_empty() { letters(at) } else { name };
        let numbered = (2..).map(|n| format!("{name} ({n})"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| taken.insert(name.to_lowercase()));
        free.unwrap_or(name)
    });
    names.collect()
}

/// What a spreadsheet calls a column: A, B, … Z, AA.
fn letters(at: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    match at / 26 {
        0 => letter.to_string(),
        before => format!("{}{letter}", letters(before - 1)),
    }
}
