//! The files that sources came from: kept in the project where somebody asks for it, and given out again.

use crate::model::id::SourceId;
use crate::model::source::Original;
use crate::store::ProjectDir;
use crate::store::error::StoreError;

use super::Session;

/// Where original files are kept; may be taken to another thread, as a large file takes its time.
#[derive(Clone)]
pub struct Originals(ProjectDir);

impl Originals {
    /// Keeps a file; it is on the medium when this returns. What is kept counts once a source names it.
    ///
    /// # Errors
    /// As [`ProjectDir::keep_original`].
    pub fn keep(&self, bytes: &[u8], extension: &str) -> Result<Original, StoreError> {
        self.0.keep_original(bytes, extension)
    }

    /// Gives a kept file as it was.
    ///
    /// # Errors
    /// As [`ProjectDir::read_original`].
    pub fn read(&self, original: &Original) -> Result<Vec<u8>, StoreError> {
        self.0.read_original(original)
    }
}

impl Session {
    /// Tells whether the file that these sources were read from may be kept: one of them is new, and none was erased for
    /// good, as the file would bring its words back.
    pub fn may_keep_file_of(&self, sources: impl IntoIterator<Item = SourceId>) -> bool {
        let (project, mut any_new) = (self.project(), false);
        for source in sources {
            if project.is_erased(source) {
                return false;
            }
            let removed = project.removed_sources().any(|(removed, _)| removed == source);
            any_new |= !removed && project.source(source).is_none();
        }
        any_new
    }

    /// Where original files are kept; `None` for a project in memory.
    pub fn originals(&self) -> Option<Originals> {
        self.keeper.as_ref().map(|keeper| Originals(keeper.dir().clone()))
    }
}
