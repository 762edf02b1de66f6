//! The files that sources came from: kept in the project where somebody asks for it, and given out again.

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
    /// Where original files are kept; `None` for a project in memory.
    pub fn originals(&self) -> Option<Originals> {
        self.keeper.as_ref().map(|keeper| Originals(keeper.dir().clone()))
    }
}
