//! What the logs of another copy of a study say that is not known here, and which of their lines are damaged.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use crate::journal::entry::Entry;
use crate::journal::wire::{self, BadLine};
use crate::model::id::{EntryHash, LogId};

use super::OneFileError;
use super::merging::Merging;
use super::other::{Log, Other};

/// What the logs of another copy say that is not known here.
#[derive(Default)]
pub(super) struct News {
    /// As they stand there, in their order.
    pub(super) lines: BTreeMap<LogId, BTreeMap<(u64, EntryHash), String>>,
    pub(super) entries: Vec<Arc<Entry>>,
    pub(super) segments: Vec<(Log, (LogId, u32), HashSet<EntryHash>)>,
    pub(super) new: usize,
    pub(super) known: BTreeSet<EntryHash>,
    /// Lines that cannot be read, and that are not here in that state either.
    pub(super) damaged: Vec<Damaged>,
    /// How many lines are damaged there and not whole here.
    pub(super) unreadable: usize,
}

/// A line that cannot be read, as it stands.
pub(super) struct Damaged {
    /// The file it stands in.
    pub(super) file: String,
    pub(super) bytes: Vec<u8>,
    /// What the next good line says comes before it, where this one looks like what a crash has cut off.
    before_next: Option<(u64, Option<EntryHash>)>,
}

impl Damaged {
    pub(super) fn words(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }
}

impl News {
    pub(super) fn of(merging: &Merging, other: &mut Other<'_>) -> Result<Self, OneFileError> {
        let here: HashSet<EntryHash> = merging.entries.iter().map(|entry| entry.id).collect();
        let mut news = Self::default();
        for log in other.logs() {
            let bytes = other.log(&log)?;
            let ids = news.read((&log.name, &bytes), &here);
            if let Some(segment) = log.segment {
                news.segments.push((log, segment, ids));
            }
        }
        news.judge(merging, &here)?;
        Ok(news)
    }

    /// Passes over what a crash has cut off and its author has written again, and what is here, whole or damaged as there.
    fn judge(&mut self, merging: &Merging, here: &HashSet<EntryHash>) -> Result<(), OneFileError> {
        if self.damaged.is_empty() {
            return Ok(());
        }
        let new: HashSet<EntryHash> = self.entries.iter().map(|entry| entry.id).collect();
        let whole = merging.entries.iter().chain(&self.entries).map(|entry| (entry.log, entry.sequence));
        let whole: HashSet<(LogId, u64)> = whole.collect();
        self.damaged.retain(|line| {
            let again = match line.before_next {
                Some((sequence, None)) => sequence == 1,
                Some((_, Some(before))) => here.contains(&before) || new.contains(&before),
                None => false,
            };
            !again && wire::place_told(&line.words()).is_none_or(|place| !whole.contains(&place))
        });
        self.unreadable = self.damaged.iter().map(|line| &line.bytes).collect::<BTreeSet<_>>().len();
        let mut own = Other::folder(merging.dir.clone());
        let mut lying = HashSet::new();
        for log in own.logs() {
            let bytes = own.log(&log)?;
            let lines = bytes.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
            lying.extend(lines.map(blake3::hash));
        }
        self.damaged.retain(|line| !lying.contains(&blake3::hash(&line.bytes)));
        Ok(())
    }

    /// Reads a file of a log; an unfinished last line is passed over, as its other half is still on the way.
    fn read(&mut self, (file, bytes): (&str, &[u8]), here: &HashSet<EntryHash>) -> HashSet<EntryHash> {
        let (mut ids, mut cut_off) = (HashSet::new(), self.damaged.len());
        let torn = bytes.last().is_some_and(|last| *last != b'\n');
        let mut raw = bytes.split(|byte| *byte == b'\n').filter(|raw| !raw.is_empty()).peekable();
        while let Some(bytes) = raw.next() {
            let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
            let line = String::from_utf8_lossy(bytes).into_owned();
            let entry = match wire::read(&line) {
                Ok(entry) => entry,
                Err(_) if torn && raw.peek().is_none() => continue,
                Err(why) => {
                    let damaged = Damaged { file: file.to_owned(), bytes: bytes.to_vec(), before_next: None };
                    self.damaged.push(damaged);
                    // Only what has no end can have been cut off.
                    cut_off = if why == BadLine::NoHash { cut_off } else { self.damaged.len() };
                    continue;
                }
            };
            for line in self.damaged.get_mut(cut_off..).unwrap_or_default() {
                line.before_next = Some((entry.sequence, entry.previous()));
            }
            cut_off = self.damaged.len();
            ids.insert(entry.id);
            if here.contains(&entry.id) {
                self.known.insert(entry.id);
                continue;
            }
            let lines = self.lines.entry(entry.log).or_default();
            if lines.insert((entry.sequence, entry.id), line).is_none() {
                self.new += 1;
                self.entries.push(Arc::new(entry));
            }
        }
        ids
    }
}
