//! Backups of the logs in local application data: one a day where anything has changed, the last seven kept.
//!
//! A backup holds the whole of every log; what has not changed shares its bytes with the backup before. It never holds
//! less than the one before it: what is lost in the project stays here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::journal::wire;
use crate::model::id::{EntryHash, LogId};

use super::disk::{Access, Disk, Kind};
use super::error::{Doing, StoreError, When as _};
use super::log_file::without_erased;
use super::{ProjectDir, write_once};

/// How many backups are kept.
const KEPT: usize = 7;
/// The file that comes last, so that a backup which was cut off never passes for one.
const WHOLE: &str = "whole";

/// Names a file of a log: the log, and the name without its ending.
type Name = (LogId, String);

/// The backups of one project.
#[derive(Clone)]
pub(crate) struct Backups {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
}

/// A file of a backup that holds lines which the project lacks.
pub(crate) struct Lost {
    name: Name,
    bytes: Vec<u8>,
    /// How many lines the project lacks.
    pub(crate) lines: usize,
}

impl Backups {
    pub(crate) fn new(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self { disk, folder }
    }

    /// Makes the backup of a day, named as 2026-08-17, unless there is one or nothing has changed since the last.
    pub(crate) fn keep(&self, dir: &ProjectDir, day: &str) -> Result<(), StoreError> {
        let (disk, now) = (&self.disk, segments(dir));
        let mut generations = self.generations();
        let last = generations.last();
        let before = last.map(|last| self.held(last)).unwrap_or_default();
        let longer = |(name, length): (&Name, &u64)| before.get(name).is_none_or(|held| held < length);
        if last.is_some_and(|last| last.as_str() >= day) || !now.iter().any(longer) {
            return Ok(());
        }
        disk.make_folder(&self.folder, Access::Private).when(Doing::WriteLocal, &self.folder)?;
        let lock = self.folder.join("lock");
        // Another window is at it.
        let Some(_lock) = disk.lock(&lock).when(Doing::WriteLocal, &lock)? else { return Ok(()) };
        let folder = self.folder.join(day);
        if disk.list(&folder).is_ok() {
            disk.remove_folder(&folder).when(Doing::WriteLocal, &folder)?;
        }
        disk.make_folder(&folder, Access::Private).when(Doing::WriteLocal, &folder)?;
        let all: BTreeSet<Name> = before.keys().chain(now.keys()).cloned().collect();
        for name in &all {
            let to = folder.join(file_name(name));
            let held = last.map(|last| self.folder.join(last).join(file_name(name)));
            let grown = now.get(name) > before.get(name);
            match held.filter(|_| !grown) {
                Some(held) if disk.link(&held, &to).is_ok() => {}
                Some(held) => self.copy(&held, &to)?,
                None => self.copy(&path_in(dir, name), &to)?,
            }
        }
        self.write(&folder.join(WHOLE), b"")?;
        generations.push(day.to_owned());
        for old in generations.iter().rev().skip(KEPT) {
            let old = self.folder.join(old);
            disk.remove_folder(&old).when(Doing::WriteLocal, &old)?;
        }
        Ok(())
    }

    /// What the backups hold and the project lacks, the newest backup first.
    pub(crate) fn lost(&self, known: impl Fn(EntryHash) -> bool) -> Vec<Lost> {
        let (mut seen, mut found, mut lost) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        for generation in self.generations().iter().rev() {
            for (name, length) in self.held(generation) {
                if !seen.insert((name.clone(), length)) {
                    continue;
                }
                // A backup that cannot be read is none.
                let bytes = self.disk.read(&self.folder.join(generation).join(file_name(&name))).unwrap_or_default();
                let lines = bytes.split(|byte| *byte == b'\n').filter_map(|line| std::str::from_utf8(line).ok());
                let entries = lines.filter_map(|line| wire::read(line).ok()).map(|entry| entry.id);
                let lines = entries.filter(|id| !known(*id) && found.insert(*id)).count();
                if lines > 0 {
                    lost.push(Lost { name, bytes, lines });
                }
            }
        }
        lost
    }

    /// Takes words that were erased out of every backup; tells how many files held them.
    pub(crate) fn scrub(&self, erased: &BTreeSet<EntryHash>) -> Result<usize, StoreError> {
        let disk = &self.disk;
        let generations = disk.list(&self.folder).unwrap_or_default();
        if generations.is_empty() {
            return Ok(0);
        }
        let lock = self.folder.join("lock");
        // Another window makes a backup at this moment, and erases after it.
        let Some(_lock) = disk.lock(&lock).when(Doing::Erase, &lock)? else { return Ok(0) };
        let mut held = 0;
        let folders = generations.into_iter().filter(|item| item.kind == Kind::Folder);
        for file in folders.flat_map(|folder| disk.list(&folder.path).unwrap_or_default()) {
            let Ok(bytes) = disk.read(&file.path) else { continue };
            if let Some(clean) = without_erased(&bytes, erased, &BTreeSet::new()) {
                disk.replace(&file.path, &clean).when(Doing::Erase, &file.path)?;
                held += 1;
            }
        }
        Ok(held)
    }

    /// The days of all whole backups, the oldest first.
    fn generations(&self) -> Vec<String> {
        let listed = self.disk.list(&self.folder).unwrap_or_default().into_iter();
        let whole = listed.filter(|item| item.kind == Kind::Folder && self.disk.read(&item.path.join(WHOLE)).is_ok());
        whole.filter_map(|item| Some(item.path.file_name()?.to_str()?.to_owned())).collect()
    }

    fn held(&self, generation: &str) -> BTreeMap<Name, u64> {
        let listed = self.disk.list(&self.folder.join(generation)).unwrap_or_default().into_iter();
        let named = listed.filter_map(|item| {
            let (log, stem) = item.path.file_name()?.to_str()?.strip_suffix(".jsonl")?.split_once('.')?;
            Some(((log.parse().ok()?, stem.to_owned()), item.length))
        });
        named.collect()
    }

    fn copy(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        let bytes = self.disk.read(from).when(Doing::ReadLog, from)?;
        self.write(to, &bytes)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        let file = self.disk.create_new(path, Access::Private).when(Doing::WriteLocal, path)?;
        write_once(file.as_ref(), bytes).and_then(|()| file.sync()).when(Doing::WriteLocal, path)
    }
}

impl Lost {
    /// Puts the segment back where it was; beside what stands there, where something does.
    pub(crate) fn put_back(&self, dir: &ProjectDir) -> Result<(), StoreError> {
        let (disk, path) = (dir.disk(), path_in(dir, &self.name));
        let folder = path.parent().unwrap_or(dir.root()).to_owned();
        disk.make_folder(&folder, Access::Shared).when(Doing::WriteLog, &folder)?;
        let beside = (1..100).map(|n| folder.join(format!("{}-backup-{n}.jsonl", self.name.1)));
        for path in std::iter::once(path.clone()).chain(beside) {
            match disk.create_new(&path, Access::Shared) {
                Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => {}
                made => {
                    let file = made.when(Doing::WriteLog, &path)?;
                    write_once(file.as_ref(), &self.bytes).and_then(|()| file.sync()).when(Doing::WriteLog, &path)?;
                    return disk.sync_folder(&folder).when(Doing::WriteLog, &folder);
                }
            }
        }
        Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists)).when(Doing::WriteLog, &path)
    }
}

/// The segments of a project and the lines that merges have put beside them, with their lengths.
fn segments(dir: &ProjectDir) -> BTreeMap<Name, u64> {
    let listed = |folder: PathBuf| dir.disk().list(&folder).unwrap_or_default().into_iter();
    let logs = listed(dir.root().join("logs")).filter(|item| item.kind == Kind::Folder);
    let files = logs.flat_map(|log| listed(log.path)).filter(|item| item.kind == Kind::File);
    files.filter_map(|file| Some((name_of(&file.path)?, file.length))).collect()
}

/// The name of a file that this program has made in the folder of a log.
fn name_of(path: &Path) -> Option<Name> {
    let stem = path.file_name()?.to_str()?.strip_suffix(".jsonl")?;
    let log = path.parent()?.file_name()?.to_str()?.parse().ok()?;
    let ours = stem.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    ours.then(|| (log, stem.to_owned()))
}

fn path_in(dir: &ProjectDir, (log, stem): &Name) -> PathBuf {
    dir.root().join("logs").join(log.to_string()).join(format!("{stem}.jsonl"))
}

fn file_name((log, stem): &Name) -> String {
    format!("{log}.{stem}.jsonl")
}
