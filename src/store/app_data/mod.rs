//! Local data of this installation: preferences, and for each project which logs are its own. Nobody else may read
//! it (0700, files 0600), and none of it lies in a project's folder.

pub mod heads;
pub mod made_up;
pub mod preferences;

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::id::ProjectId;

use self::heads::Local;
use self::preferences::Preferences;
use super::ProjectDir;
use super::disk::{Access, Disk, RealDisk};
use super::error::{Doing, StoreError, When as _};

/// The folder with the local data of this installation.
#[derive(Clone)]
pub struct AppData {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
}

impl AppData {
    /// The data in a folder, which is made when first needed.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self::on(Arc::new(RealDisk), folder)
    }

    /// The data in a folder of some file system.
    pub fn on(disk: Arc<dyn Disk>, folder: impl Into<PathBuf>) -> Self {
        Self { disk, folder: folder.into() }
    }

    /// The data of the user who runs the program; the variable `KODEBOK_DATA` names another folder.
    pub fn of_this_user() -> Self {
        let named = env::var_os("KODEBOK_DATA").filter(|named| !named.is_empty()).map(PathBuf::from);
        let usual = || directories::ProjectDirs::from("", "", "Kodebok").map(|dirs| dirs.data_local_dir().to_owned());
        // Without a home there is nowhere to remember anything; work in projects goes on all the same.
        Self::at(named.or_else(usual).unwrap_or_else(|| env::temp_dir().join("kodebok")))
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where new studies are put if nobody says otherwise: `Kodebok` among the user's documents.
    pub fn studies_folder(&self) -> PathBuf {
        let dirs = directories::UserDirs::new();
        let documents = dirs.as_ref().map(|dirs| dirs.document_dir().unwrap_or(dirs.home_dir()).to_owned());
        documents.unwrap_or_else(|| self.folder.clone()).join("Kodebok")
    }

    /// The file system that this data and the projects lie on.
    pub fn disk(&self) -> &Arc<dyn Disk> {
        &self.disk
    }

    /// Tells whether a project lies in a folder, readable or not.
    pub fn finds_project(&self, folder: &Path) -> bool {
        let opened = ProjectDir::open(Arc::clone(&self.disk), folder);
        !matches!(opened, Err(StoreError::NotAProject { .. }))
    }

    /// Which project lies in a folder, where one can be opened.
    pub fn project_in(&self, folder: &Path) -> Option<ProjectId> {
        ProjectDir::open(Arc::clone(&self.disk), folder).ok().map(|dir| dir.project())
    }

    /// The preferences; the usual ones where none are stored. A file that cannot be understood is kept aside.
    pub fn preferences(&self) -> Preferences {
        let path = self.preferences_path();
        let Ok(bytes) = self.disk.read(&path) else { return Preferences::default() };
        match std::str::from_utf8(&bytes).ok().and_then(|text| toml::from_str::<Preferences>(text).ok()) {
            Some(preferences) => preferences.in_bounds(),
            None => {
                // Best effort: without the copy the damaged file stays until preferences are stored.
                drop(self.disk.replace(&self.folder.join("preferences.toml.damaged"), &bytes));
                Preferences::default()
            }
        }
    }

    /// Stores the preferences, whole or not at all.
    pub fn save_preferences(&self, preferences: &Preferences) -> Result<(), StoreError> {
        let path = self.preferences_path();
        let text = toml::to_string(preferences).map_err(std::io::Error::other).when(Doing::WriteLocal, &path)?;
        self.disk.make_folder(&self.folder, Access::Private).when(Doing::WriteLocal, &self.folder)?;
        self.disk.replace(&path, text.as_bytes()).when(Doing::WriteLocal, &path)
    }

    fn preferences_path(&self) -> PathBuf {
        self.folder.join("preferences.toml")
    }

    /// What this installation remembers of a project.
    pub(crate) fn of(&self, project: ProjectId) -> Local {
        Local::new(Arc::clone(&self.disk), self.folder.join("projects").join(project.to_string()))
    }
}
