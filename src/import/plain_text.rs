//! Plain text: whatever its encoding and its line ends, with or without speakers.

use super::draft::{Draft, normal};
use super::report::Report;
use super::{ImportError, Importer, decode, turns};

/// Reads `.txt`.
pub struct PlainText;

impl Importer for PlainText {
    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn read(&self, bytes: &[u8], report: &mut Report) -> Result<Draft, ImportError> {
        let text = decode::text(bytes, report)?;
        let text = normal(&text, report);
        let lines: Vec<&str> = text.split('\n').collect();
        Ok(turns::recognise(&lines).unwrap_or_else(|| Draft::prose(&text)))
    }
}
