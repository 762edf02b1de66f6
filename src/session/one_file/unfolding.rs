//! Opening a study in one file: merged with the one that is there, else as a new folder. Nothing that lies there is touched.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::session::world::World;
use crate::session::{Session, Who};
use crate::store::app_data::AppData;
use crate::store::{ProjectDir, exchange};

use super::came::{Came, Was};
use super::merging::Merging;
use super::{OneFile, OneFileError};

impl OneFile {
    /// Makes the study in a folder that is missing or empty.
    ///
    /// # Errors
    /// When the folder holds something, or something cannot be read or written; what was written before stays and counts.
    pub fn unfold(&self, folder: &Path, data: &AppData) -> Result<Came, OneFileError> {
        let dir = ProjectDir::create(Arc::clone(data.disk()), folder, self.project)?;
        let merging = Merging {
            dir,
            entries: Vec::new(),
            before: Arc::default(),
            notices: Vec::new(),
            was: Was::New,
            reader: None,
            veil: None,
        };
        merging.file(self)
    }

    /// Opens the study below a folder: the folder itself or one right below it if that is this study, which it is then merged
    /// with; else a new one, named after the file.
    ///
    /// # Errors
    /// When something cannot be read or written; what was written before stays and counts.
    pub fn open_in(
        &self,
        folder: &Path,
        who: Who,
        data: &AppData,
        world: Box<dyn World>,
    ) -> Result<(Session, Came), OneFileError> {
        if let Some(there) = self.lies_in(folder, data) {
            let mut session = Session::open(&there, who, data, world)?;
            let came = session.merge(|merging| merging.file(self))?;
            return Ok((session, came));
        }
        let name = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let new = exchange::free_folder(folder, &name);
        let came = self.unfold(&new, data)?;
        Ok((Session::open(&new, who, data, world)?, came))
    }

    fn lies_in(&self, folder: &Path, data: &AppData) -> Option<PathBuf> {
        let is = |folder: &Path| data.project_in(folder) == Some(self.project);
        let below = || data.disk().list(folder).unwrap_or_default().into_iter().map(|item| item.path);
        std::iter::once(folder.to_owned()).chain(below()).find(|folder| is(folder))
    }
}
