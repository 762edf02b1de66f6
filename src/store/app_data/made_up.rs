//! What this installation remembers of a project's pseudonyms: which were made up, and where the name key lies. Never a name.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::AppData;
use crate::model::id::ProjectId;
use crate::store::disk::Access;
use crate::store::error::{Doing, StoreError, When as _};

/// The pseudonyms of one project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MadeUp {
    /// Where the name key was when it was opened or saved last.
    pub key: Option<PathBuf>,
    /// The pseudonyms, without the names they stand for.
    pub pseudonyms: BTreeSet<String>,
}

impl AppData {
    /// What is remembered of a project's pseudonyms; nothing where that cannot be read.
    pub fn made_up(&self, project: ProjectId) -> MadeUp {
        let bytes = self.disk().read(&self.made_up_path(project)).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Remembers a project's pseudonyms.
    ///
    /// # Errors
    /// When local data cannot be written.
    fn remember_made_up(&self, project: ProjectId, made_up: &MadeUp) -> Result<(), StoreError> {
        let path = self.made_up_path(project);
        let folder = path.parent().unwrap_or(self.folder());
        self.disk().make_folder(folder, Access::Private).when(Doing::WriteLocal, folder)?;
        let bytes = serde_json::to_vec(made_up).map_err(std::io::Error::other).when(Doing::WriteLocal, &path)?;
        self.disk().replace(&path, &bytes).when(Doing::WriteLocal, &path)
    }

    /// Remembers where a project's name key lies, and pseudonyms that were made up. Gives all that is remembered; a failure costs only convenience, and then nothing new is.
    pub fn add_made_up(&self, project: ProjectId, key: Option<&Path>, pseudonyms: &BTreeSet<String>) -> MadeUp {
        let before = self.made_up(project);
        let mut made_up = before.clone();
        made_up.key = key.map(Path::to_owned).or(made_up.key);
        made_up.pseudonyms.extend(pseudonyms.iter().cloned());
        if made_up == before || self.remember_made_up(project, &made_up).is_err() { before } else { made_up }
    }

    fn made_up_path(&self, project: ProjectId) -> PathBuf {
        self.folder().join("projects").join(project.to_string()).join("pseudonyms.json")
    }
}
