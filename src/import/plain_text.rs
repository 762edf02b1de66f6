//! Plain text: whatever its encoding and its line ends, with or without speakers.

use super::draft::{Draft, normal};
use super::report::Report;
use super::{Choices, Drafted, ImportError, Importer, decode, subtitles};

/// Reads `.txt`.
pub struct PlainText;

impl Importer for PlainText {
    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        let text = decode::text(bytes, choices, report)?;
        let text = normal(&text, report);
        let draft = Draft::recognised(&text, choices);
        Ok(draft.unwrap_or_else(|| Draft::prose(&subtitles::without_times(&text).unwrap_or(text))).into())
    }
}
