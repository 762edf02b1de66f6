//! What is asked of the person at the screen before something can go on: a path, or a passphrase.

use std::path::PathBuf;

use crate::export::What;
use crate::model::id::{CaseId, SourceId};
use crate::ui::answers::Answer;
use crate::ui::naming::Secret;

/// What a path is wanted for.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// Files to import, one a line or separated by semicolons.
    Files,
    /// A folder with a study.
    Project,
    /// A file to export to.
    Export(What, &'static str),
    /// A folder for the texts of the sources.
    SourcesFolder,
    /// A file for the report that is shown.
    Report,
    /// A file for the original of a source.
    Original(SourceId),
    /// A file for the whole study, with its passphrase.
    OneFile(Option<Secret>),
    /// A study in one file.
    OneFileToOpen,
    /// A folder for the study in a file.
    PlaceOf {
        /// The file.
        file: PathBuf,
        /// Its passphrase.
        secret: Option<Secret>,
    },
    /// A folder with another copy of the study.
    Copy,
    /// A file for the copy for an informant.
    CopyFor(Vec<SourceId>, Option<CaseId>),
    /// A file for the receipt, with its lines.
    Receipt(Vec<String>),
    /// A file for an answer, of an ending.
    Answer(Answer, &'static str),
}

/// A study in one file that only a passphrase opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Locked {
    /// The file.
    pub file: PathBuf,
    /// The folder it is to lie in, where that was chosen before.
    pub place: Option<PathBuf>,
    /// What is wrong with the passphrase that was given.
    pub said: Option<String>,
}
