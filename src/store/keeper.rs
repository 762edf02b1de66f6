//! The keeper of a project's folder for one window: reads it, chooses the log to write, and writes. Opening writes
//! nothing; a log is taken at the first change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};

use crate::journal::entry::Entry;
use crate::journal::event::Seen;
use crate::model::id::{EntryHash, LogId, TextHash};
use crate::text::indexed::IndexedText;

use super::ProjectDir;
use super::app_data::AppData;
use super::app_data::heads::{Head, Local, OwnLog};
use super::backups::Backups;
use super::disk::Kind;
use super::error::StoreError;
use super::finding::Finding;
use super::log_file::{Segment, segment_at};
use super::lookout::{Look, Looked, Lookout};
use super::reading::{Marks, Reach, Reading};
use super::scrub::{Scrub, Scrubbed, Scrubber};
use super::syncer::Waker;
use super::writer::{Line, Saved, Writer};

/// The number and hash of a log's last line; `None` for a new log.
pub(crate) type Tail = Option<(u64, EntryHash)>;

/// Whether to wait for what a thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Waiting {
    /// Until it is done.
    ForIt,
    /// Not at all.
    Not,
}

/// The keeper of a project's folder for one window.
pub(crate) struct Keeper {
    dir: ProjectDir,
    local: Local,
    own: BTreeSet<LogId>,
    segments: BTreeMap<LogId, Segment>,
    /// Own logs that may be gone on with, the longest first.
    free: Vec<(Head, Tail)>,
    writer: Option<Writer>,
    marks: Marks,
    /// `None` until the folder is looked at for the first time; it goes on from the marks.
    lookout: Option<Lookout>,
    /// `None` until a backup was thought of; it is left to a thread.
    backup: Option<JoinHandle<()>>,
    /// The erasing that is under way; it is left to a thread.
    erasing: Option<JoinHandle<Scrubbed>>,
    waker: Arc<OnceLock<Waker>>,
}

impl Keeper {
    /// Keeps a project that was just made.
    pub(crate) fn new(dir: ProjectDir, data: &AppData) -> Self {
        let local = data.of(dir.project());
        let own = local.own_logs();
        let (segments, free) = (BTreeMap::new(), Vec::new());
        let (marks, waker) = (Marks::new(), Arc::default());
        Self { dir, local, own, segments, free, writer: None, marks, lookout: None, backup: None, erasing: None, waker }
    }

    /// Reads a project and keeps it.
    pub(crate) fn open(dir: ProjectDir, data: &AppData) -> Result<(Self, Reading), StoreError> {
        let mut keeper = Self::new(dir, data);
        let mut reading = keeper.dir.read_logs(&keeper.own)?;
        keeper.marks = std::mem::take(&mut reading.marks);
        keeper.segments = std::mem::take(&mut reading.segments);
        keeper.free = keeper.logs_to_go_on_with(&reading.entries);
        keeper.compare_with_seen(&mut reading);
        Ok((keeper, reading))
    }

    /// The folder.
    pub(crate) fn dir(&self) -> &ProjectDir {
        &self.dir
    }

    /// Every log this installation has written here, that of this window included.
    pub(crate) fn own_logs(&self) -> &BTreeSet<LogId> {
        &self.own
    }

    /// Sets what is called when there is news from the disk; only the first call counts.
    pub(crate) fn wake_with(&self, waker: Waker) {
        // A second waker is dropped: there is one window.
        drop(self.waker.set(waker));
    }

    /// The log this window writes, and where it goes on: one of its own that stands as it was left, or `fresh`.
    pub(crate) fn start(&mut self, fresh: LogId) -> (LogId, Tail) {
        let free = std::mem::take(&mut self.free);
        let found = free.into_iter().find_map(|(head, tail)| self.take(&head).map(|own| (own, head, tail)));
        let waker = Arc::clone(&self.waker);
        let (writer, tail) = match found {
            Some((own, head, tail)) => {
                let last = self.segments.get(&own.log());
                let whole = |last: &Segment| last.number == head.segment && last.length >= head.length;
                let last = last.map(|last| (last, whole(last)));
                (Writer::start(self.dir.clone(), own, last, waker), tail)
            }
            None => (Writer::start(self.dir.clone(), self.local.begin(fresh), None, waker), None),
        };
        let log = writer.log();
        self.own.insert(log);
        self.writer = Some(writer);
        (log, tail)
    }

    /// Writes one gesture. The log must have been started.
    pub(crate) fn append(&mut self, texts: Vec<(TextHash, Arc<IndexedText>)>, lines: &[Line], now_ms: u64) {
        let writer = self.writer.as_mut().expect("a log is started before it is written");
        writer.append(texts, lines, now_ms);
    }

    /// Puts a text on the medium before a line names it, as far as the disk lets it. The log must have been started.
    pub(crate) fn put_text(&mut self, hash: TextHash, text: &str) {
        self.writer.as_mut().expect("a log is started before it is written").put_text(hash, text);
    }

    /// Takes in news from the disk and tries again what failed. Tells whether anything changed.
    pub(crate) fn poll(&mut self, now_ms: u64) -> bool {
        self.writer.as_mut().is_some_and(|writer| writer.poll(now_ms))
    }

    /// Asks the lookout for what others have written since, within reach, and for these texts.
    pub(crate) fn look(&mut self, lacking: BTreeSet<TextHash>, reach: Reach) {
        let writing = self.writer.as_ref().map(Writer::log);
        let start = || Lookout::start(self.dir.clone(), std::mem::take(&mut self.marks), Arc::clone(&self.waker));
        self.lookout.get_or_insert_with(start).ask(Look { writing, lacking, reach });
    }

    /// Tells whether the lookout is looking.
    pub(crate) fn is_looking(&self) -> bool {
        self.lookout.as_ref().is_some_and(Lookout::is_under_way)
    }

    /// What the lookout has brought.
    pub(crate) fn looked(&mut self) -> Option<Looked> {
        self.lookout.as_mut()?.looked()
    }

    /// Waits until the lookout is back.
    pub(crate) fn wait_for_look(&mut self) -> Option<Looked> {
        self.lookout.as_mut()?.wait()
    }

    /// Makes the backup of a day on a thread; only the first call counts.
    pub(crate) fn back_up(&mut self, day: impl FnOnce() -> String) {
        if self.backup.is_none() {
            let (backups, dir, day) = (self.local.backups(), self.dir.clone(), day());
            // A backup that cannot be made is tried again at the next opening.
            let work = move || drop(backups.keep(&dir, &day));
            self.backup = thread::Builder::new().name("kodebok-backup".to_owned()).spawn(work).ok();
        }
    }

    /// What the person here has marked as read.
    pub(crate) fn read_marks(&self) -> BTreeSet<String> {
        self.local.read_marks()
    }

    /// Remembers what was marked as read.
    pub(crate) fn remember_read(&self, marks: &BTreeSet<String>) -> Result<(), StoreError> {
        self.local.remember_read(marks)
    }

    /// The backups on this machine.
    pub(crate) fn backups(&self) -> Backups {
        self.local.backups()
    }

    /// Begins to erase on a thread what is to be erased, unless that is under way. What was told must be safe by now.
    pub(crate) fn erase(&mut self, scrub: Scrub) {
        if self.erasing.is_some() {
            return;
        }
        if let Some(backup) = self.backup.take() {
            // A backup that is being made would hold the words again.
            drop(backup.join());
        }
        let writing = self.writer.as_mut().map(|writer| {
            writer.begin_segment();
            writer.log()
        });
        let (dir, local, own, waker) =
            (self.dir.clone(), self.local.clone(), self.own.clone(), Arc::clone(&self.waker));
        let work = move || {
            let scrubber = Scrubber { dir: &dir, local: &local, own: &own, writing };
            let done = scrubber.run(&scrub);
            if let Some(wake) = waker.get() {
                wake();
            }
            done
        };
        // Where no thread can be had the erasing waits for the next opening.
        self.erasing = thread::Builder::new().name("kodebok-erase".to_owned()).spawn(work).ok();
    }

    /// Tells whether something is being erased.
    pub(crate) fn is_erasing(&self) -> bool {
        self.erasing.is_some()
    }

    /// What was erased, once that is done; `wait` is for whoever is leaving.
    pub(crate) fn erased(&mut self, wait: Waiting) -> Option<Scrubbed> {
        let over = |thread: &mut JoinHandle<Scrubbed>| wait == Waiting::ForIt || thread.is_finished();
        let thread = self.erasing.take_if(over)?;
        thread.join().ok()
    }

    /// How far the work is from being safe.
    pub(crate) fn saved(&self) -> Saved {
        self.writer.as_ref().map_or(Saved::Saved, Writer::saved)
    }

    /// Waits until everything is on the medium, or cannot get there.
    pub(crate) fn settle(&mut self, now_ms: u64) -> Result<(), StoreError> {
        self.writer.as_mut().map_or(Ok(()), |writer| writer.settle(now_ms))
    }

    /// Remembers how much of each log was seen here.
    pub(crate) fn remember_seen(&self, seen: &Seen) {
        // Where local data cannot be written nothing is remembered, and nothing will be missed.
        drop(self.local.remember_seen(seen));
    }

    /// The own logs that hold what was recorded as their head, each without a fork. Where the head is missing the
    /// project was put back to an earlier state: that log has ended, and a new one begins beside it.
    fn logs_to_go_on_with(&self, entries: &[Arc<Entry>]) -> Vec<(Head, Tail)> {
        let heads = self.own.iter().filter_map(|log| self.local.head(*log));
        let mut known: BTreeMap<LogId, Facts> = heads.map(|head| (head.log, Facts::new(head))).collect();
        for entry in if known.is_empty() { &[] } else { entries } {
            if let Some(facts) = known.get_mut(&entry.log) {
                facts.add(entry);
            }
        }
        let mut free: Vec<(Head, Tail)> = known.into_values().filter_map(Facts::into_tail).collect();
        free.sort_by_key(|(head, _)| std::cmp::Reverse((head.sequence, head.log)));
        free
    }

    /// Takes an own log if no other window has it and nobody has written to it since it was read.
    fn take(&self, head: &Head) -> Option<OwnLog> {
        let own = self.local.take(head.log)?;
        let unchanged = self.local.head(head.log).as_ref() == Some(head);
        (unchanged
            && self.last_segment(head.log) == self.segments.get(&head.log).map(|last| (last.number, last.length)))
        .then_some(own)
    }

    /// The number and length of a log's last segment on the disk now.
    fn last_segment(&self, log: LogId) -> Option<(u32, u64)> {
        let folder = self.dir.root().join("logs").join(log.to_string());
        let listed = self.dir.disk().list(&folder).unwrap_or_default().into_iter();
        let files = listed.filter(|item| item.kind == Kind::File);
        files.filter_map(|file| Some((segment_at(self.dir.root(), &file.path)?.1, file.length))).max()
    }

    /// Lists the logs that were longer when they were last seen here.
    fn compare_with_seen(&self, reading: &mut Reading) {
        for (log, had) in self.local.seen() {
            let has = reading.lasts.get(&log).copied().unwrap_or(0);
            if has < had {
                reading.findings.push(Finding::LogShorter { log, had, has });
            }
        }
        self.remember_seen(&reading.lasts);
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // What is cut off is erased at the next opening; what has begun is waited for.
        drop(self.erased(Waiting::ForIt));
        if let Some(backup) = self.backup.take() {
            // Whatever became of it, the project is not the worse for it.
            drop(backup.join());
        }
    }
}

/// What the lines of one own log show.
struct Facts {
    head: Head,
    has_head: bool,
    lines: Vec<(u64, EntryHash)>,
}

impl Facts {
    fn new(head: Head) -> Self {
        Self { head, has_head: false, lines: Vec::new() }
    }

    fn add(&mut self, entry: &Entry) {
        self.has_head |= (entry.sequence, entry.id) == (self.head.sequence, self.head.hash);
        self.lines.push((entry.sequence, entry.id));
    }

    /// The head and the last line, where the head is there and nothing is said twice.
    fn into_tail(mut self) -> Option<(Head, Tail)> {
        self.lines.sort_unstable();
        self.lines.dedup();
        let forked = self.lines.windows(2).any(|pair| pair[0].0 == pair[1].0);
        (self.has_head && !forked).then(|| (self.head, self.lines.last().copied()))
    }
}
