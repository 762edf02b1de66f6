//! Files and pasted words on their way in: what there is to read, and reading it on several threads. Nothing is added
//! here; what was read is looked at first.

pub mod folders;
pub mod parallel;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::reader::Reader;
use crate::import::{Choices, Content, ImportError, Read};
use crate::store::error::StoreError;
use crate::store::exchange;

/// Where something that is to be imported comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Words from the clipboard, with the title they are to have.
    Pasted {
        /// The title proposed.
        title: String,
        /// What was copied.
        words: Arc<str>,
    },
}

/// Why something could not be read.
#[derive(Debug)]
pub enum Failure {
    /// The disk did not give it.
    Disk(StoreError),
    /// It is nothing that can become a source.
    Unreadable(ImportError),
    /// Its reader broke off; a fault of the program, and of this file alone.
    BrokenOff,
}

impl Origin {
    /// Its name for people: that of the file without its folder, or the title of what was pasted.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Pasted { title, .. } => title.clone(),
        }
    }

    /// The file, where it is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Pasted { .. } => None,
        }
    }

    /// Its bytes as they are now.
    ///
    /// # Errors
    /// When a file cannot be read, or is larger than any that is.
    pub fn bytes(&self) -> Result<Vec<u8>, StoreError> {
        match self {
            Self::File(path) => exchange::read(path),
            Self::Pasted { words, .. } => Ok(words.as_bytes().to_vec()),
        }
    }

    /// Reads it, as it has been chosen. A reader that panics is a failure of this file and of nothing else.
    ///
    /// # Errors
    /// When the disk does not give it, or it cannot become a source.
    pub fn read(&self, reader: &Reader, choices: &Choices) -> Result<Read, Failure> {
        let bytes = self.bytes().map_err(Failure::Disk)?;
        let name = match self {
            Self::File(_) => self.name(),
            Self::Pasted { words, .. } => format!("pasted.{}", kind_of(words)),
        };
        // Nothing is shared with the reader but bytes and choices, so nothing can be left half done.
        let read = catch_unwind(AssertUnwindSafe(|| reader.read(&name, &bytes, choices)));
        let mut read = read.map_err(|_panic| Failure::BrokenOff)?.map_err(Failure::Unreadable)?;
        if let (Self::Pasted { title, .. }, Content::Text(source)) = (self, &mut read.content) {
            source.title.clone_from(title);
            source.file_name.clone_from(title);
        }
        Ok(read)
    }
}

/// The kind of file that pasted words look like, by its ending.
fn kind_of(words: &str) -> &'static str {
    let words = words.trim_start_matches('\u{feff}').trim_start();
    let mut lines = words.lines();
    let (first, second) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
    if first.starts_with("WEBVTT") {
        "vtt"
    } else if first.trim().bytes().all(|byte| byte.is_ascii_digit()) && second.contains("-->") {
        "srt"
    } else {
        "txt"
    }
}
