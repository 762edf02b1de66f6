//! `OpenDocument` texts, as LibreOffice writes them: packed, as templates, and flat in one XML file.

use super::odt_body::Body;
use super::package::Package;
use super::report::Report;
use super::xml::{text, walk};
use super::{Choices, Drafted, ImportError, Importer, Unsupported};

/// Reads `.odt`.
pub struct Odt;

impl Importer for Odt {
    fn extensions(&self) -> &'static [&'static str] {
        &["odt", "ott", "fodt"]
    }

    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        if bytes.is_empty() {
            return Err(ImportError::Empty);
        }
        let mut body = Body::default();
        if bytes.starts_with(b"PK") {
            let mut package = Package::open(bytes)?;
            let manifest = package.part("META-INF/manifest.xml")?.map(text).transpose()?.unwrap_or_default();
            if manifest.contains("encryption-data") {
                return Err(ImportError::PasswordProtected);
            }
            let Some(content) = package.part("content.xml")? else { return Err(stranger(&package)) };
            let content = text(content)?;
            if let Some(styles) = package.part("styles.xml")? {
                body.read_styles(&text(styles)?)?;
            }
            body.read_styles(&content)?;
            walk(&content, &mut |step| body.take(step, report))?;
        } else if bytes.trim_ascii_start().starts_with(b"<") || bytes.starts_with(b"\xef\xbb\xbf<") {
            let flat = text(bytes.to_vec())?;
            let flat = flat.trim_start_matches('\u{feff}');
            body.read_styles(flat)?;
            walk(flat, &mut |step| body.take(step, report))?;
        } else {
            return Err(ImportError::Damaged("it is no OpenDocument text"));
        }
        if body.is_spreadsheet() {
            return Err(ImportError::Unsupported(Unsupported::Spreadsheet));
        }
        Ok(body.into_draft(choices, report)?.into())
    }
}

/// What a zip archive is that holds no `OpenDocument`.
fn stranger(package: &Package<'_>) -> ImportError {
    if package.has("xl/workbook.xml") {
        ImportError::Unsupported(Unsupported::Spreadsheet)
    } else if package.has("word/document.xml") {
        ImportError::Unsupported(Unsupported::Docx)
    } else {
        ImportError::Damaged("it is no OpenDocument text")
    }
}
