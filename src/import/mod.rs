//! Bytes in, a draft of a source out, and what was lost on the way told. Pure; never panics on any bytes.

pub mod apart;
pub mod decode;
pub mod docx;
mod docx_body;
mod docx_lists;
pub mod draft;
pub mod encoding;
mod flow;
mod head;
pub mod html;
mod html_tags;
pub mod markdown;
pub mod name_table;
pub mod odt;
mod odt_body;
mod odt_lists;
pub(crate) mod package;
pub mod pdf;
pub mod plain_text;
mod plausible;
pub mod pseudonym;
pub mod refi;
pub mod report;
pub mod rtf;
mod rtf_body;
mod rtf_fonts;
mod rtf_lexer;
mod rtf_tables;
mod rtf_words;
pub mod subtitles;
pub mod survey;
mod symbols;
pub mod turns;
mod xml;

use self::apart::Apart;
use self::docx::Docx;
use self::draft::Draft;
use self::encoding::Encoding;
use self::html::Html;
use self::markdown::Markdown;
use self::odt::Odt;
use self::pdf::Pdf;
use self::plain_text::PlainText;
use self::report::{Loss, Report};
use self::rtf::Rtf;
use self::subtitles::whisper::Whisper;
use self::subtitles::{SubRip, WebVtt};
use self::survey::separated::Separated;
use self::survey::sheet::Sheet;
use self::survey::{Layout, Table};
use crate::journal::edit::rows::NewCases;
use crate::journal::edit::sources::source_id;
use crate::journal::edit::{Edit, NewSource};
use crate::model::id::{ProjectId, SourceId};

/// How large a text may be, in bytes.
pub const MAX_TEXT: usize = 20 * 1024 * 1024;

/// How large a packed document may be, in bytes; it may hold pictures.
pub const MAX_FILE: usize = 500 * 1024 * 1024;

/// A kind of file that can become a source.
pub trait Importer: Sync {
    /// The endings of its file names, lower case, the usual one first.
    fn extensions(&self) -> &'static [&'static str];

    /// What has to be unpacked in a process of its own before; the importer then reads what that process has answered.
    fn apart(&self) -> Option<Apart> {
        None
    }

    /// Reads a file's bytes; what is lost on the way goes into the report.
    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError>;
}

/// What an importer makes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drafted {
    /// One text.
    Text(Draft),
    /// A row for each case.
    Table(Table),
}

impl From<Draft> for Drafted {
    fn from(draft: Draft) -> Self {
        Self::Text(draft)
    }
}

/// What a person has chosen about a file; by default all is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How its letters are written; `None` where that is to be found out. Only asked of files of text.
    pub encoding: Option<Encoding>,
    /// What becomes of names and times.
    pub speakers: Speakers,
    /// What becomes of the columns of a table; `None` where that is to be proposed.
    pub survey: Option<Layout>,
}

/// What becomes of the names and times in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speakers {
    /// They are recognised, taken out of the text, and stand beside it.
    #[default]
    Found,
    /// They stay in the text as its words.
    Kept,
}

/// A file as it was read: all that a preview shows, and what can be added to a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What is in it.
    pub content: Content,
    /// How its letters were read; `None` for kinds that leave no doubt.
    pub encoding: Option<Encoding>,
    /// What was lost, left out or guessed, the gravest first.
    pub losses: Vec<Loss>,
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text under study.
    Text(Box<NewSource>),
    /// Answers to a survey.
    Survey(Box<Survey>),
}

/// Answers to a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The table as it stands in the file.
    pub table: Table,
    /// What becomes of its columns: as chosen, else as proposed.
    pub layout: Layout,
    /// The cases that come of that.
    pub cases: NewCases,
}

impl Read {
    /// The wish that brings it into a project, as one gesture.
    pub fn into_edit(self) -> Edit {
        match self.content {
            Content::Text(source) => Edit::AddSource(source),
            Content::Survey(survey) => Edit::AddCases(Box::new(survey.cases)),
        }
    }

    /// Every text that would become a source: the one text, or the answers of each row.
    pub fn sources_mut(&mut self) -> impl Iterator<Item = &mut NewSource> {
        let (text, rows) = match &mut self.content {
            Content::Text(source) => (Some(&mut **source), &mut [][..]),
            Content::Survey(survey) => (None, survey.cases.rows.as_mut_slice()),
        };
        text.into_iter().chain(rows.iter_mut().filter_map(|row| row.source.as_mut()))
    }

    /// Which sources its texts would be in a project.
    pub fn source_ids(&self, project: ProjectId) -> Vec<SourceId> {
        match &self.content {
            Content::Text(source) => vec![source_id(project, &source.text)],
            Content::Survey(survey) => survey.cases.source_ids(project),
        }
    }

    /// The text, where the file is one.
    pub fn text(&self) -> Option<&NewSource> {
        match &self.content {
            Content::Text(source) => Some(source),
            Content::Survey(_) => None,
        }
    }
}

/// To add one: a file, and a line here.
pub const IMPORTERS: &[&dyn Importer] =
    &[&PlainText, &Markdown, &WebVtt, &SubRip, &Whisper, &Docx, &Odt, &Rtf, &Html, &Pdf, &Separated, &Sheet];

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
    /// There are pages but no letters on them.
    #[error("the pages are pictures without letters")]
    Scanned,
    /// Reading it took more time or memory than it may.
    #[error("reading the file takes too much time or memory")]
    TooHard,
    /// A table has more rows than the limit.
    #[error("the table has more than {limit} rows")]
    TooManyRows {
        /// The limit.
        limit: usize,
    },
    /// A table has more columns than the limit.
    #[error("the table has more than {limit} columns")]
    TooManyColumns {
        /// The limit.
        limit: usize,
    },
    /// A document has more pages than the limit.
    #[error("the document has more than {limit} pages")]
    TooManyPages {
        /// The limit.
        limit: usize,
    },
    /// A cell of a table is longer than the limit.
    #[error("a cell is longer than {limit} bytes")]
    CellTooLong {
        /// The limit in bytes.
        limit: usize,
    },
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

/// A kind of file that is not read, or not under this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsupported {
    /// Portable document format, in a file that is named as something else.
    Pdf,
    /// Rich text format, in a file that is named as something else.
    Rtf,
    /// An `OpenDocument` text, in a file that is named as something else.
    Odt,
    /// A Word document, in a file that is named as something else.
    Docx,
    /// Word's format before 2007.
    OldWord,
    /// A spreadsheet, in a file that is named as something else.
    Spreadsheet,
    /// Sound or moving pictures.
    Recording,
    /// Something else, by the ending of its name, which may be empty.
    Other(String),
}

/// Reads a file, as it has been chosen (one that is unpacked [`mod@apart`] by what that has answered), into what can be added to a project, and tells what was lost or guessed.
pub fn read(file_name: &str, bytes: &[u8], choices: &Choices) -> Result<Read, ImportError> {
    let (bare_name, stem, extension) = parts(file_name);
    let importer = importer(&extension).ok_or_else(|| ImportError::Unsupported(by_ending(extension)))?;
    if bytes.len() > MAX_FILE {
        return Err(ImportError::TooLarge { limit: MAX_FILE });
    }
    let mut report = Report::default();
    let drafted = importer.read(bytes, choices, &mut report)?;
    let title = draft::normal(stem.trim(), &mut Report::default());
    let content = match drafted {
        Drafted::Text(mut draft) => {
            report.furniture.append(&mut draft.furniture);
            Content::Text(Box::new(source(draft, title, bare_name)?))
        }
        Drafted::Table(table) => {
            let layout = choices.survey.clone().unwrap_or_else(|| Layout::proposed(&table));
            let cases = survey::rows::cases(&table, &layout, (&title, bare_name), &mut report);
            Content::Survey(Box::new(Survey { table, layout, cases }))
        }
    };
    Ok(Read { content, encoding: report.encoding, losses: report.losses() })
}

/// Tells what of a file has to be unpacked in a process of its own, before [`read`] gets what that has answered.
pub fn apart(file_name: &str) -> Option<Apart> {
    importer(&parts(file_name).2)?.apart()
}

fn importer(extension: &str) -> Option<&'static dyn Importer> {
    IMPORTERS.iter().copied().find(|importer| importer.extensions().contains(&extension))
}

/// The name of a file without its folder, that without its ending, and the ending in lower case.
fn parts(file_name: &str) -> (&str, &str, String) {
    let bare_name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    match bare_name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (bare_name, stem, extension.to_lowercase()),
        _ => (bare_name, bare_name, String::new()),
    }
}

fn source(draft: Draft, title: String, file_name: &str) -> Result<NewSource, ImportError> {
    let source = draft.into_source(title, file_name.to_owned());
    if !source.text.contains(char::is_alphanumeric) {
        return Err(ImportError::Empty);
    }
    if source.text.len() > MAX_TEXT {
        return Err(ImportError::TooLarge { limit: MAX_TEXT });
    }
    Ok(source)
}

fn by_ending(extension: String) -> Unsupported {
    match extension.as_str() {
        "doc" | "dot" => Unsupported::OldWord,
        "mp3" | "mp4" | "m4a" | "wav" | "ogg" | "flac" | "mov" | "mkv" | "webm" | "wma" => Unsupported::Recording,
        _ => Unsupported::Other(extension),
    }
}

/// The endings of the files that can be read, without dots.
pub fn endings() -> Vec<&'static str> {
    IMPORTERS.iter().flat_map(|importer| importer.extensions().iter().copied()).collect()
}
