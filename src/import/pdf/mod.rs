//! PDF: the letters on its pages become lines, columns and paragraphs; heads and feet of pages are left out.

pub(super) mod extract;
mod furniture;
mod lines;
mod paragraphs;
mod runs;

use super::apart::Apart;
use super::draft::{Draft, normal};
use super::report::Report;
use super::{Choices, Drafted, ImportError, Importer};

/// How many pages are read.
pub const MAX_PAGES: usize = 3_000;

/// Reads `.pdf`.
pub struct Pdf;

impl Importer for Pdf {
    fn extensions(&self) -> &'static [&'static str] {
        &["pdf"]
    }

    fn apart(&self) -> Option<Apart> {
        Some(Apart::Pdf)
    }

    /// Reads what `extract` has made of the file.
    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        let text = std::str::from_utf8(bytes).ok().ok_or(ImportError::Damaged("it is no PDF"))?;
        let extracted = runs::read(text).ok_or(ImportError::Damaged("it is no PDF"))?;
        report.pages = extracted.lost;
        let mut pages: Vec<_> = extracted.pages.into_iter().map(lines::of_page).collect();
        furniture::remove(&mut pages, report);
        let text = paragraphs::join(&pages, report);
        let text = normal(&text, report);
        if !text.contains(char::is_alphanumeric) {
            return Err(ImportError::Scanned);
        }
        Ok(Draft::of_lines(&text, choices).into())
    }
}
