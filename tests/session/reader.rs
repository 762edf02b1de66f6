//! A file that breaks the process that unpacks it is refused, and nothing else is harmed.

use std::time::Duration;

use kodebok::import::pdf::MAX_PAGES;
use kodebok::import::survey::MAX_ROWS;
use kodebok::import::{Choices, ImportError};
use kodebok::session::reader::Reader;

use crate::support::golden;
use crate::support::reading::read;

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(golden::data(&format!("import/{name}"))).unwrap()
}

#[test]
fn who_takes_too_long_is_not_waited_for() {
    let hasty = Reader::new(env!("CARGO_BIN_EXE_kodebok").into(), Duration::ZERO);
    let read = hasty.read("a.pdf", &sample("pdf/libreoffice.pdf"), &Choices::default());
    assert_eq!(read.unwrap_err(), ImportError::TooHard);
}

#[test]
fn without_the_program_nothing_is_unpacked() {
    let reader = Reader::new("/nowhere/kodebok".into(), Duration::from_secs(1));
    let read = reader.read("a.pdf", &sample("pdf/libreoffice.pdf"), &Choices::default());
    assert_eq!(read.unwrap_err(), ImportError::TooHard);
    assert!(reader.read("a.txt", b"Ord.", &Choices::default()).is_ok());
}

#[test]
fn damaged_files_are_refused_or_read_in_part() {
    for name in ["pdf/libreoffice.pdf", "xlsx/survey.xlsx", "xls/survey.xls", "ods/survey.ods"] {
        let whole = sample(name);
        for part in 1..6 {
            let mut flipped = whole.clone();
            let (cut, at) = (whole.len() * part / 6, whole.len() * part / 7);
            flipped[at] ^= 0x55;
            for bytes in [&whole[..cut], &flipped] {
                if let Err(error) = read(name, bytes) {
                    let known = matches!(
                        error,
                        ImportError::Damaged(_) | ImportError::TooHard | ImportError::Empty | ImportError::Scanned
                    );
                    assert!(known, "{name}: {error:?}");
                }
            }
        }
    }
}

/// A PDF with so many empty pages.
fn pages(count: usize) -> Vec<u8> {
    let kids: String = (0..count).map(|page| format!("{} 0 R ", page + 3)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {count} >>"),
    ];
    objects.resize(count + 2, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>".to_owned());
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        places += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let (start, size) = (file.len(), objects.len() + 1);
    file += &format!("xref\n0 {size}\n0000000000 65535 f \n{places}");
    file += &format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}

#[test]
fn a_document_with_too_many_pages_is_refused() {
    let read = read("a.pdf", &pages(MAX_PAGES + 1));
    assert_eq!(read.unwrap_err(), ImportError::TooManyPages { limit: MAX_PAGES });
}

#[test]
fn a_sheet_with_too_many_rows_is_refused() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..=u32::try_from(MAX_ROWS).unwrap() + 1 {
        sheet.write(row, 0, row).unwrap();
    }
    let read = read("a.xlsx", &book.save_to_buffer().unwrap());
    assert_eq!(read.unwrap_err(), ImportError::TooManyRows { limit: MAX_ROWS });
}
