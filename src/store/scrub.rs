//! Erasing for good: the one exception to «nothing is rewritten».
//!
//! Own segments are written anew without the words that were erased, and only then removed; texts that no source is read
//! from are removed. What a crash cuts off is done at the next opening, and what a sync service brings back goes again.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::journal::wire::{self, first_bits};
use crate::model::id::{EntryHash, LogId, TextHash};

use super::ProjectDir;
use super::app_data::heads::Local;
use super::blobs::Found;
use super::disk::Listed;
use super::error::{Doing, StoreError, When as _};
use super::log_file::{segment_at, without_erased};

/// What is to be erased.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scrub {
    /// Entries that are to have no words.
    pub(crate) entries: BTreeSet<EntryHash>,
    /// Entries whose words go once whoever wrote them has said anew what else they say.
    pub(crate) waiting: BTreeSet<EntryHash>,
    /// Files by the hash of what they hold, each with the texts that must be there before it may go.
    pub(crate) files: BTreeMap<u128, Vec<TextHash>>,
}

/// What was erased, and what could not be reached.
#[derive(Clone, Debug, Default)]
pub struct Scrubbed {
    /// How many texts and kept files were removed, copies counted.
    pub files: usize,
    /// How many log files were written anew.
    pub segments: usize,
    /// How many files of backups were written anew.
    pub backups: usize,
    /// Logs of other installations that hold erased words until those open the study again.
    pub others: BTreeSet<LogId>,
    /// What could not be done; it is tried again at the next opening.
    pub left: Vec<Arc<StoreError>>,
}

impl Scrubbed {
    /// Adds what was erased later.
    pub fn add(&mut self, later: Self) {
        self.files += later.files;
        self.segments += later.segments;
        self.backups += later.backups;
        self.others = later.others;
        self.left = later.left;
    }
}

/// One erasing of one project's folder.
pub(crate) struct Scrubber<'a> {
    pub(crate) dir: &'a ProjectDir,
    pub(crate) local: &'a Local,
    pub(crate) own: &'a BTreeSet<LogId>,
    /// The log of this window, which writes to none of its present segments any more.
    pub(crate) writing: Option<LogId>,
}

impl Scrubber<'_> {
    /// Erases what can be erased here and now.
    pub(crate) fn run(&self, scrub: &Scrub) -> Scrubbed {
        let mut done = Scrubbed::default();
        if scrub.entries.is_empty() && scrub.waiting.is_empty() && scrub.files.is_empty() {
            return done;
        }
        let (files, unreadable) = self.dir.files(Doing::Erase);
        done.left.extend(unreadable.into_iter().map(Arc::new));
        let (logs, texts): (Vec<Listed>, Vec<Listed>) =
            files.into_iter().partition(|file| name(&file.path).contains(".jsonl"));
        for file in texts {
            let removed = self.remove_text(&file, scrub);
            note(removed, &mut done, |done| done.files += 1);
        }
        self.logs(&logs, scrub, &mut done);
        match self.local.backups().scrub(&scrub.entries) {
            Ok(held) => done.backups += held,
            Err(error) => done.left.push(Arc::new(error)),
        }
        done
    }

    /// Removes a text or a kept file that is to go, whatever a sync service has called it; tells whether it did.
    fn remove_text(&self, file: &Listed, scrub: &Scrub) -> Result<bool, StoreError> {
        let called = name(&file.path);
        let by_name = called.get(..32).and_then(|stem| u128::from_str_radix(stem, 16).ok());
        let ours = || {
            let below = file.path.strip_prefix(self.dir.root()).unwrap_or(&file.path);
            below.starts_with("sources") || below.starts_with("files")
        };
        let needs = match by_name {
            Some(named) => scrub.files.get(&named),
            None if ours() => {
                let bytes = self.dir.disk().read(&file.path).when(Doing::Erase, &file.path)?;
                scrub.files.get(&first_bits(&blake3::hash(&bytes)))
            }
            None => None,
        };
        let Some(needs) = needs else { return Ok(false) };
        for hash in needs {
            // What is read instead must be on the medium, whoever brought it here: this is the last that holds these words.
            let Found::Whole(text) = self.dir.read_text(*hash)? else { return Ok(false) };
            self.dir.put_text(*hash, &text)?;
        }
        self.remove(&file.path)?;
        Ok(true)
    }

    fn remove(&self, path: &Path) -> Result<(), StoreError> {
        match self.dir.disk().remove(path) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
            removed => removed.when(Doing::Erase, path)?,
        }
        let folder = path.parent().unwrap_or(self.dir.root());
        self.dir.disk().sync_folder(folder).when(Doing::Erase, folder)
    }

    /// Writes anew the log files that hold erased words: segments of own logs, and copies that nobody writes to.
    fn logs(&self, files: &[Listed], scrub: &Scrub, done: &mut Scrubbed) {
        let mut held: Vec<(&Listed, Option<LogId>, Vec<u8>)> = Vec::new();
        let mut clean: BTreeMap<LogId, Vec<(PathBuf, Vec<u8>)>> = BTreeMap::new();
        for file in files {
            let bytes = match self.dir.disk().read(&file.path).when(Doing::Erase, &file.path) {
                Ok(bytes) => bytes,
                Err(error) => {
                    done.left.push(Arc::new(error));
                    continue;
                }
            };
            let log = segment_at(self.dir.root(), &file.path).map(|(log, _)| log);
            let holds = |erased| without_erased(&bytes, erased, &BTreeSet::new()).is_some();
            let dirty = holds(&scrub.entries);
            let of_others = log.filter(|log| !self.own.contains(log));
            if let Some(log) = of_others.filter(|_| dirty || holds(&scrub.waiting)) {
                done.others.insert(log);
                continue;
            }
            match log {
                log if dirty => held.push((file, log, bytes)),
                Some(log) => clean.entry(log).or_default().push((file.path.clone(), bytes)),
                None => {}
            }
        }
        for (file, log, bytes) in held {
            let locked = log.filter(|log| Some(*log) != self.writing).map(|log| self.local.take(log));
            if matches!(locked, Some(None)) {
                // Another window writes this log, and erases in it as soon as it reads what was told.
                continue;
            }
            let there = log.and_then(|log| clean.get(&log)).map(Vec::as_slice).unwrap_or_default();
            let rewritten = self.rewrite(file, log, (&bytes, there), scrub);
            note(rewritten.map(|()| true), done, |done| done.segments += 1);
        }
    }

    fn rewrite(
        &self,
        file: &Listed,
        log: Option<LogId>,
        (bytes, there): (&[u8], &[(PathBuf, Vec<u8>)]),
        scrub: &Scrub,
    ) -> Result<(), StoreError> {
        let folder = file.path.parent().unwrap_or(self.dir.root());
        // What an earlier attempt has written before it was cut off need not be written again.
        let ids = |bytes: &[u8]| -> BTreeSet<EntryHash> {
            let lines = bytes.split(|byte| *byte == b'\n');
            let whole =
                lines.filter_map(|line| std::str::from_utf8(line).ok()).filter(|line| wire::without_text(line).is_ok());
            whole.filter_map(wire::id_told).collect()
        };
        let mut elsewhere: BTreeSet<EntryHash> = BTreeSet::new();
        let own = ids(bytes);
        for (path, bytes) in there {
            let here = ids(bytes);
            if here.is_disjoint(&own) || self.dir.is_distrusted(path) {
                continue;
            }
            self.dir.sync_whole(path, Doing::Erase)?;
            elsewhere.extend(here);
        }
        let Some(clean) = without_erased(bytes, &scrub.entries, &elsewhere) else { return Ok(()) };
        if !clean.is_empty() {
            let names = self.new_names(folder, log);
            let mut free = names.iter();
            let mut attempt = || {
                let made = free.find_map(|path| match self.dir.put_new(path, &clean, Doing::Erase) {
                    Ok(false) => None,
                    made => Some(made.map(|_| ())),
                });
                made.unwrap_or_else(|| Err(io::Error::from(io::ErrorKind::AlreadyExists)).when(Doing::Erase, folder))
            };
            // Where one file fails, the next opening could take it for safe: the lines get another beside it at once.
            attempt().or_else(|_| attempt())?;
        }
        self.remove(&file.path)
    }

    /// Names that are free, as far as anybody knows: the next segments of an own log, or copies beside a copy.
    fn new_names(&self, folder: &Path, log: Option<LogId>) -> Vec<PathBuf> {
        let listed = self.dir.disk().list(folder).unwrap_or_default();
        let numbers =
            listed.iter().filter_map(|item| segment_at(self.dir.root(), &item.path)).map(|(_, number)| number);
        let next = numbers.max().unwrap_or(0) + 1;
        let name = |number: u32| match log {
            Some(_) => folder.join(format!("{:06}.jsonl", next + number)),
            None => folder.join(format!("copy-{number}.jsonl")),
        };
        (0..1_000).map(name).collect()
    }
}

fn note(result: Result<bool, StoreError>, done: &mut Scrubbed, count: impl FnOnce(&mut Scrubbed)) {
    match result {
        Ok(true) => count(done),
        Ok(false) => {}
        Err(error) => done.left.push(Arc::new(error)),
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
