//! Bytes in, a draft of a source out, and what was lost on the way told. Pure; never panics on any bytes.

pub mod decode;
pub mod docx;
mod docx_body;
mod docx_lists;
pub mod draft;
mod flow;
mod head;
pub mod html;
mod html_tags;
pub mod markdown;
pub mod odt;
mod odt_body;
mod odt_lists;
mod package;
pub mod plain_text;
pub mod report;
pub mod rtf;
mod rtf_body;
mod rtf_fonts;
mod rtf_lexer;
mod rtf_tables;
mod rtf_words;
mod symbols;
pub mod turns;
pub mod webvtt;
mod xml;

use self::docx::Docx;
use self::draft::Draft;
use self::html::Html;
use self::markdown::Markdown;
use self::odt::Odt;
use self::plain_text::PlainText;
use self::report::{Loss, Report};
use self::rtf::Rtf;
use self::webvtt::WebVtt;
use crate::journal::edit::NewSource;

/// How large a text may be, in bytes.
pub const MAX_TEXT: usize = 20 * 1024 * 1024;

/// How large a packed document may be, in bytes; it may hold pictures.
pub const MAX_FILE: usize = 500 * 1024 * 1024;

/// A kind of file that can become a source.
pub trait Importer: Sync {
    /// The endings of its file names, lower case, the usual one first.
    fn extensions(&self) -> &'static [&'static str];

    /// Reads a file's bytes; what is lost on the way goes into the report.
    fn read(&self, bytes: &[u8], report: &mut Report) -> Result<Draft, ImportError>;
}

/// To add one: a file, and a line here.
pub const IMPORTERS: &[&dyn Importer] = &[&PlainText, &Markdown, &WebVtt, &Docx, &Odt, &Rtf, &Html];

/// Why a file could not become a source.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// There are no words in it.
    #[error("there are no words in the file")]
    Empty,
    /// It is no text at all.
    #[error("the file is binary data, not text")]
    Binary,
    /// It is locked with a password.
    #[error("the document is encrypted with a password")]
    PasswordProtected,
    /// It is larger than the limit.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// Its parts lie too deep in each other.
    #[error("its parts lie more than {limit} deep in each other")]
    TooDeep {
        /// The limit in levels.
        limit: usize,
    },
    /// It is built as no word processor builds a document, but as somebody who wants to do harm.
    #[error("the file is not safe: {0:?}")]
    Unsafe(Hazard),
    /// It is of a kind that is not read.
    #[error("files of this kind are not read: {0:?}")]
    Unsupported(Unsupported),
    /// It is broken off, or not built as its kind should be.
    #[error("the file is damaged: {0}")]
    Damaged(&'static str),
}

/// What makes a file unsafe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hazard {
    /// It unpacks to more than this many times its size.
    Bomb {
        /// The limit.
        times: u64,
    },
    /// A part has a name that points out of the package, or to a device, or is a link.
    Name,
    /// Its XML has a document type or entities of its own.
    Entity,
}

/// A kind of file that is not read, or not yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsupported {
    /// Portable document format.
    Pdf,
    /// Rich text format, in a file that is named as something else.
    Rtf,
    /// An `OpenDocument` text, in a file that is named as something else.
    Odt,
    /// A Word document, in a file that is named as something else.
    Docx,
    /// Word's format before 2007.
    OldWord,
    /// A spreadsheet.
    Spreadsheet,
    /// Sound or moving pictures.
    Recording,
    /// Something else, by the ending of its name, which may be empty.
    Other(String),
}

/// Reads a file into a source that can be added to a project, and tells what was lost or guessed.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<(NewSource, Vec<Loss>), ImportError> {
    let bare_name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let (stem, extension) = match bare_name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, extension.to_lowercase()),
        _ => (bare_name, String::new()),
    };
    let importer = IMPORTERS.iter().find(|importer| importer.extensions().contains(&extension.as_str()));
    let importer = importer.ok_or_else(|| ImportError::Unsupported(by_ending(extension)))?;
    if bytes.len() > MAX_FILE {
        return Err(ImportError::TooLarge { limit: MAX_FILE });
    }
    let mut report = Report::default();
    let draft = importer.read(bytes, &mut report)?;
    report.furniture += draft.furniture;
    let title = draft::normal(stem.trim(), &mut Report::default());
    let source = draft.into_source(title, bare_name.to_owned());
    if !source.text.contains(char::is_alphanumeric) {
        return Err(ImportError::Empty);
    }
    if source.text.len() > MAX_TEXT {
        return Err(ImportError::TooLarge { limit: MAX_TEXT });
    }
    Ok((source, report.losses()))
}

fn by_ending(extension: String) -> Unsupported {
    match extension.as_str() {
        "pdf" => Unsupported::Pdf,
        "doc" | "dot" => Unsupported::OldWord,
        "xlsx" | "xls" | "ods" | "csv" | "tsv" => Unsupported::Spreadsheet,
        "mp3" | "mp4" | "m4a" | "wav" | "ogg" | "flac" | "mov" | "mkv" | "webm" | "wma" => Unsupported::Recording,
        _ => Unsupported::Other(extension),
    }
}

/// The endings of the files that can be read, without dots.
pub fn endings() -> Vec<&'static str> {
    IMPORTERS.iter().flat_map(|importer| importer.extensions().iter().copied()).collect()
}
