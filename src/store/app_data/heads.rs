//! Which logs are this installation's own, and how far each had come.
//!
//! The record lies outside the project, so it tells when the project was put back to an earlier state: what was said
//! after it must not be said again differently under the same numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::id::{EntryHash, LogId};
use crate::store::backups::Backups;
use crate::store::disk::{Access, Disk, Lock};
use crate::store::error::{Doing, StoreError, When as _};

/// How many folders lie above the lock of a log, up to the one that holds all local data.
const LEVELS: usize = 4;

/// How far an own log had come when it was last synced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The log.
    pub log: LogId,
    /// The number of its last line.
    pub sequence: u64,
    /// The hash of its last line.
    pub hash: EntryHash,
    /// The segment that holds it.
    pub segment: u32,
    /// How long that segment was.
    pub length: u64,
}

/// What this installation remembers of one project.
#[derive(Clone)]
pub(crate) struct Local {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
}

/// An own log that this window alone may write to, as long as this lives.
pub(crate) struct OwnLog {
    disk: Arc<dyn Disk>,
    head: PathBuf,
    log: LogId,
    /// `None` where local data cannot be written: such a log is new, and nobody will ever go on with it.
    lock: Option<Box<dyn Lock>>,
}

impl Local {
    pub(crate) fn new(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self { disk, folder }
    }

    /// Every log this installation has ever written in the project; each has left its lock file.
    pub(crate) fn own_logs(&self) -> BTreeSet<LogId> {
        let listed = self.disk.list(&self.folder).unwrap_or_default();
        let name = |path: PathBuf| path.file_name()?.to_str()?.strip_suffix(".lock")?.parse().ok();
        listed.into_iter().filter_map(|item| name(item.path)).collect()
    }

    /// The recorded head of an own log; `None` where there is none to be trusted.
    pub(crate) fn head(&self, log: LogId) -> Option<Head> {
        let bytes = self.disk.read(&self.head_path(log)).ok()?;
        serde_json::from_slice(&bytes).ok().filter(|head: &Head| head.log == log)
    }

    /// Takes an own log, unless another window has it.
    pub(crate) fn take(&self, log: LogId) -> Option<OwnLog> {
        let lock = self.disk.lock(&self.lock_path(log)).ok()??;
        Some(self.own(log, Some(lock)))
    }

    /// Begins a log of its own.
    pub(crate) fn begin(&self, log: LogId) -> OwnLog {
        let made = self.disk.make_folder(&self.folder, Access::Private);
        let lock = made.and_then(|()| self.disk.lock(&self.lock_path(log))).ok().flatten();
        // That a log is one's own must outlive a power cut, or nobody could ever erase in it. Best effort, as all of this.
        for folder in self.folder.ancestors().take(LEVELS).filter(|_| lock.is_some()) {
            drop(self.disk.sync_folder(folder));
        }
        self.own(log, lock)
    }

    fn own(&self, log: LogId, lock: Option<Box<dyn Lock>>) -> OwnLog {
        OwnLog { disk: Arc::clone(&self.disk), head: self.head_path(log), log, lock }
    }

    /// For each log the last line that was ever seen here.
    pub(crate) fn seen(&self) -> BTreeMap<LogId, u64> {
        let bytes = self.disk.read(&self.folder.join("seen.json")).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Remembers what was seen; never less than before.
    pub(crate) fn remember_seen(&self, seen: &BTreeMap<LogId, u64>) -> Result<(), StoreError> {
        let mut all = self.seen();
        let before = all.clone();
        for (log, sequence) in seen {
            let known = all.entry(*log).or_default();
            *known = (*known).max(*sequence);
        }
        if all == before {
            return Ok(());
        }
        let path = self.folder.join("seen.json");
        self.disk.make_folder(&self.folder, Access::Private).when(Doing::WriteLocal, &self.folder)?;
        let bytes = serde_json::to_vec(&all).map_err(std::io::Error::other).when(Doing::WriteLocal, &path)?;
        self.disk.replace(&path, &bytes).when(Doing::WriteLocal, &path)
    }

    /// What the person here has marked as read, each by its mark.
    pub(crate) fn read_marks(&self) -> BTreeSet<String> {
        let bytes = self.disk.read(&self.folder.join("read.json")).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Remembers what was marked as read.
    pub(crate) fn remember_read(&self, marks: &BTreeSet<String>) -> Result<(), StoreError> {
        let path = self.folder.join("read.json");
        self.disk.make_folder(&self.folder, Access::Private).when(Doing::WriteLocal, &self.folder)?;
        let bytes = serde_json::to_vec(marks).map_err(std::io::Error::other).when(Doing::WriteLocal, &path)?;
        self.disk.replace(&path, &bytes).when(Doing::WriteLocal, &path)
    }

    /// The backups of the project's logs.
    pub(crate) fn backups(&self) -> Backups {
        Backups::new(Arc::clone(&self.disk), self.folder.join("backups"))
    }

    fn head_path(&self, log: LogId) -> PathBuf {
        self.folder.join(format!("{log}.head"))
    }

    fn lock_path(&self, log: LogId) -> PathBuf {
        self.folder.join(format!("{log}.lock"))
    }
}

impl OwnLog {
    /// Which log it is.
    pub(crate) fn log(&self) -> LogId {
        self.log
    }

    /// Records how far the log has come.
    pub(crate) fn record(&self, head: &Head) -> Result<(), StoreError> {
        if self.lock.is_none() {
            return Ok(());
        }
        let bytes = serde_json::to_vec(head).map_err(std::io::Error::other).when(Doing::WriteLocal, &self.head)?;
        self.disk.replace(&self.head, &bytes).when(Doing::WriteLocal, &self.head)
    }
}
