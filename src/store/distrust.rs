//! Files that could not be made safe while a study is open: a system tells once that it could not bring a file to the
//! medium, and says that all is well when it is asked again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::ProjectDir;
use super::error::StoreError;

/// The files of one opened study that failed; all who hold a copy of it see the same.
#[derive(Clone, Default)]
pub(crate) struct Distrusted(Arc<Mutex<BTreeSet<PathBuf>>>);

impl Distrusted {
    fn files(&self) -> MutexGuard<'_, BTreeSet<PathBuf>> {
        // The set is whole after every change, so whoever panicked has left nothing half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ProjectDir {
    /// Remembers that a file failed: from now on it is neither written nor synced, and what it was to hold gets a name
    /// beside it.
    pub(crate) fn distrust(&self, file: &Path) {
        self.distrusted.files().insert(file.to_owned());
    }

    /// Remembers the file where making it safe has failed; gives what came of it.
    pub(crate) fn trust_if<T>(&self, file: &Path, safe: Result<T, StoreError>) -> Result<T, StoreError> {
        if safe.is_err() {
            self.distrust(file);
        }
        safe
    }

    /// Tells whether a file has failed.
    pub(crate) fn is_distrusted(&self, file: &Path) -> bool {
        self.distrusted.files().contains(file)
    }

    /// The files that have failed since the study was opened.
    pub(crate) fn distrusted(&self) -> Vec<PathBuf> {
        self.distrusted.files().iter().cloned().collect()
    }
}
