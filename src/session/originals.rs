//! The files that sources came from: kept in the project where somebody asks for it, and given out again.

use crate::journal::edit::NewSource;
use crate::journal::edit::sources::source_id;
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
    /// Tells whether the file that texts were read from may be kept: one of them is new, and none was erased for good, as
    /// the file would bring its words back.
    pub fn may_keep_file_of<'a>(&self, sources: impl IntoIterator<Item = &'a NewSource>) -> bool {
        let Some(id) = self.project().id() else { return false };
        let mut any_new = false;
        for source in sources {
            let source = source_id(id, &source.text);
            if self.project().is_erased(source) {
                return false;
            }
            let removed = self.project().removed_sources().any(|(removed, _)| removed == source);
            any_new |= !removed && self.project().source(source).is_none();
        }
        any_new
    }

    /// Where original files are kept; `None` for a project in memory.
    pub fn originals(&self) -> Option<Originals> {
        self.keeper.as_ref().map(|keeper| Originals(keeper.dir().clone()))
    }
}
