//! Spreadsheets of Excel and LibreOffice: the values of the first sheet with words, in a process of its own.

use std::io::Cursor;

use calamine::{Data, Range, Reader as _, Sheets, open_workbook_auto_from_rs};

use super::{MAX_COLUMNS, MAX_ROWS, Table, separated};
use crate::import::apart::Apart;
use crate::import::package::Package;
use crate::import::report::Report;
use crate::import::{Choices, Drafted, ImportError, Importer};

/// Reads `.xlsx`, `.xls`, `.ods` and their kin.
pub struct Sheet;

impl Importer for Sheet {
    fn extensions(&self) -> &'static [&'static str] {
        &["xlsx", "xlsm", "xlsb", "xls", "ods"]
    }

    fn apart(&self) -> Option<Apart> {
        Some(Apart::Sheet)
    }

    /// Reads what `values` has made of the file.
    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        let text = std::str::from_utf8(bytes).ok().ok_or(ImportError::Damaged("it is no spreadsheet"))?;
        let (sheets, text) = text.split_once('\n').ok_or(ImportError::Damaged("it is no spreadsheet"))?;
        report.sheets = sheets.parse().ok().ok_or(ImportError::Damaged("it is no spreadsheet"))?;
        let table: Table = separated::table(text, b',', report)?;
        Ok(separated::drafted(table, choices, report))
    }
}

/// How many other sheets have values, on a line, then those of the first sheet that has any, separated by commas.
pub(in crate::import) fn values(bytes: &[u8]) -> Result<String, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.starts_with(b"PK") {
        Package::open(bytes)?.unpacks_within_limits()?;
    }
    let encrypted: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") && bytes.windows(encrypted.len()).any(|window| window == encrypted) {
        return Err(ImportError::PasswordProtected);
    }
    let mut book = match open_workbook_auto_from_rs(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(error) => return Err(why(&error)),
    };
    let mut filled = Vec::new();
    for name in book.sheet_names() {
        filled.extend(sheet(&mut book, &name)?);
    }
    let mut filled = filled.into_iter();
    let first = filled.next().ok_or(ImportError::Empty)?;
    let others = filled.count();
    if first.height() > MAX_ROWS + 1 {
        return Err(ImportError::TooManyRows { limit: MAX_ROWS });
    }
    if first.width() > MAX_COLUMNS {
        return Err(ImportError::TooManyColumns { limit: MAX_COLUMNS });
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in first.rows() {
        writer.write_record(row.iter().map(value)).ok().ok_or(ImportError::Damaged("it is no spreadsheet"))?;
    }
    let written = writer.into_inner().ok().ok_or(ImportError::Damaged("it is no spreadsheet"))?;
    Ok(format!("{others}\n{}", String::from_utf8_lossy(&written)))
}

/// The cells of a sheet; `None` where none has a value, or where it is no sheet of cells.
fn sheet(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Result<Option<Range<Data>>, ImportError> {
    match book.worksheet_range(name) {
        Ok(range) => Ok(range.used_cells().next().is_some().then_some(range)),
        Err(error) => match why(&error) {
            ImportError::PasswordProtected => Err(ImportError::PasswordProtected),
            _ => Ok(None),
        },
    }
}

fn why(error: &calamine::Error) -> ImportError {
    use calamine::{Error, OdsError, XlsError, XlsxError};
    match error {
        Error::Ods(OdsError::Password) | Error::Xls(XlsError::Password) | Error::Xlsx(XlsxError::Password) => {
            ImportError::PasswordProtected
        }
        _ => ImportError::Damaged("it is no spreadsheet"),
    }
}

/// A value as a person would type it: what a formula has come to, never the formula.
fn value(cell: &Data) -> String {
    match cell {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::String(words) => words.clone(),
        Data::Bool(true) => "yes".to_owned(),
        Data::Bool(false) => "no".to_owned(),
        Data::DateTime(moment) if moment.is_duration() => moment.as_f64().to_string(),
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            match (hour, minute, second) {
                (0, 0, 0) => date,
                (hour, minute, second) => format!("{date} {hour:02}:{minute:02}:{second:02}"),
            }
        }
        Data::DateTimeIso(moment) => moment.strip_suffix("T00:00:00").unwrap_or(moment).replace('T', " "),
        Data::DurationIso(length) => length.clone(),
        _ => String::new(),
    }
}
