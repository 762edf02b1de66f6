//! A project → the bytes of a file that others can read. Pure.

mod cells;
pub mod codebook;
mod csv_file;
mod docx;
pub mod informant;
mod markdown;
mod ooxml;
pub mod pdf;
pub mod png;
pub mod refi;
pub mod report;
pub mod segments;
pub mod sources;
pub mod structure;
pub mod table;
mod xlsx;

use crate::figure::structure::Counts;
use crate::lang::Language;
use crate::model::arrangement::Paper;
use crate::model::project::Project;

/// What of a project is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The codes with their definitions and counts, as NVivo's codebook table.
    Codebook,
    /// The figure codes → categories → themes.
    Structure,
    /// All coded segments.
    Segments,
    /// The study itself, for other programs.
    Study,
}

impl What {
    /// Everything that can be exported.
    pub const ALL: [Self; 4] = [Self::Codebook, Self::Structure, Self::Segments, Self::Study];

    /// Its name on the command line and in file names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Codebook => "codebook",
            Self::Structure => "structure",
            Self::Segments => "segments",
            Self::Study => "study",
        }
    }
}

/// How it is to be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct How {
    /// The language of headings and legends.
    pub language: Language,
    /// For the figure: upright or on its side; `None` takes that of the study, or what needs the fewer pages.
    pub paper: Option<Paper>,
    /// For the figure: with numbers or without.
    pub counts: Counts,
}

impl How {
    /// As usual, in a language.
    pub fn in_language(language: Language) -> Self {
        Self { language, ..Self::default() }
    }
}

/// Writes one thing in one format.
pub trait Exporter: Sync {
    /// What it writes.
    fn what(&self) -> What;

    /// The ending of the file's name, lower case.
    fn extension(&self) -> &'static str;

    /// Makes the file.
    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError>;
}

/// To add one: a file, and a line here.
pub const EXPORTERS: &[&dyn Exporter] = &[
    &codebook::AsXlsx,
    &codebook::AsDocx,
    &codebook::AsCsv,
    &codebook::AsMarkdown,
    &refi::AsCodebook,
    &structure::AsSvg,
    &structure::AsPng,
    &structure::AsPdf,
    &segments::AsXlsx,
    &segments::AsCsv,
    &refi::AsProject,
];

/// The exporter of something in a format.
pub fn exporter(what: What, extension: &str) -> Option<&'static dyn Exporter> {
    let extension = extension.to_lowercase();
    EXPORTERS.iter().copied().find(|exporter| exporter.what() == what && exporter.extension() == extension)
}

/// The formats in which something is exported, the usual one first.
pub fn extensions(what: What) -> impl Iterator<Item = &'static str> {
    EXPORTERS.iter().filter(move |exporter| exporter.what() == what).map(|exporter| exporter.extension())
}

/// A name for a folder or a file that every file system takes: the study's name without the signs that some forbid.
pub fn file_name(name: &str) -> String {
    let kept = |c: char| if c.is_control() || r#"<>:"/\|?*"#.contains(c) { ' ' } else { c };
    let name: String = name.chars().map(kept).take(80).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name.trim_matches('.').trim();
    if name.is_empty() { "Kodebok".to_owned() } else { name.to_owned() }
}

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The format has no way to say that there are none.
    #[error("there are no codes")]
    NoCodes,
    /// A spreadsheet has no room for so many rows.
    #[error("{rows} rows are more than the {max} of a spreadsheet")]
    TooManyRows {
        /// How many there are.
        rows: usize,
        /// How many fit.
        max: usize,
    },
    /// A picture of so many pages would be larger than programs can open.
    #[error("{pages} pages are more than the {max} of a picture")]
    TooManyPages {
        /// How many there are.
        pages: usize,
        /// How many fit.
        max: usize,
    },
    /// The spreadsheet could not be written.
    #[error("could not write the spreadsheet")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The document could not be packed.
    #[error("could not pack the document")]
    Zip(#[from] zip::result::ZipError),
    /// The table could not be written.
    #[error("could not write the table")]
    Csv(#[from] csv::Error),
    /// A part of the document could not be written.
    #[error("could not write a part of the document")]
    Io(#[from] std::io::Error),
    /// The picture could not be drawn.
    #[error("could not draw the picture: {0}")]
    Picture(String),
}
