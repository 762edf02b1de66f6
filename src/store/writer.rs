//! The writer of one log: nothing leaves its memory before it is on the medium, and a file that has failed once is
//! never trusted again.

use std::collections::{BTreeSet, VecDeque};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crate::model::id::{EntryHash, LogId, TextHash};
use crate::text::indexed::IndexedText;

use super::ProjectDir;
use super::app_data::heads::{Head, OwnLog};
use super::error::{Doing, StoreError};
use super::log_file::{LogFile, MAX_SEGMENT, Segment};
use super::syncer::{Due, Job, Outcome, Syncer, Waker};

/// How long to wait before the first new attempt; each failure doubles it.
const FIRST_WAIT_MS: u64 = 1_000;
/// The longest wait between two attempts.
const LONGEST_WAIT_MS: u64 = 60_000;

/// A line with its place in its log.
pub(crate) struct Line {
    /// The line without its newline.
    pub(crate) line: String,
    pub(crate) log: LogId,
    pub(crate) sequence: u64,
    pub(crate) hash: EntryHash,
}

/// How far the work is from being safe.
#[derive(Clone, Debug)]
pub enum Saved {
    /// Everything is on the medium.
    Saved,
    /// So many changes are written and on their way to the medium.
    Saving {
        /// How many gestures.
        changes: usize,
    },
    /// So many changes are only in memory, because of this. New attempts are made.
    NotSaved {
        /// How many gestures.
        changes: usize,
        /// Why.
        cause: StoreError,
    },
}

/// Writes one log and the texts that its lines name.
pub(crate) struct Writer {
    dir: ProjectDir,
    log: LogFile,
    own: LogId,
    syncer: Syncer,
    /// What is not on the medium yet, in the order in which it must get there.
    queue: VecDeque<Piece>,
    last_ticket: u64,
    safe_ticket: u64,
    epoch: u64,
    failing: Option<Failing>,
    /// Files of texts of this attempt.
    texts: BTreeSet<PathBuf>,
}

struct Piece {
    ticket: u64,
    what: What,
    written: bool,
}

enum What {
    Text(TextHash, Arc<IndexedText>),
    /// Lines with their newlines, and the last of this log's own among them.
    Lines(String, Option<(u64, EntryHash)>),
}

struct Failing {
    since_ms: u64,
    wait_ms: u64,
    cause: StoreError,
}

impl Writer {
    /// Starts writing a log that `last` is the last segment of; `in_place` says whether to go on in it.
    pub(crate) fn start(
        dir: ProjectDir,
        own: OwnLog,
        last: Option<(&Segment, bool)>,
        waker: Arc<OnceLock<Waker>>,
    ) -> Self {
        let id = own.log();
        let mut log = LogFile::new(dir.clone(), id);
        if let Some((last, in_place)) = last
            && log.go_on(last, in_place).is_err()
        {
            // A segment that cannot be opened is left alone; the next write makes a new one and tells if it cannot.
            log.abandon();
        }
        let syncer = Syncer::start(Arc::clone(dir.disk()), Arc::new(own), waker);
        Self {
            dir,
            log,
            own: id,
            syncer,
            queue: VecDeque::new(),
            last_ticket: 0,
            safe_ticket: 0,
            epoch: 0,
            failing: None,
            texts: BTreeSet::new(),
        }
    }

    /// Which log is written.
    pub(crate) fn log(&self) -> LogId {
        self.own
    }

    /// Never touches the present segment again: it may be written anew without words that were erased.
    pub(crate) fn begin_segment(&mut self) {
        self.log.abandon();
    }

    /// Takes in one gesture and writes it if the disk lets it. It is kept until it is safe.
    pub(crate) fn append(&mut self, texts: Vec<(TextHash, Arc<IndexedText>)>, lines: &[Line], now_ms: u64) {
        self.last_ticket += 1;
        let ticket = self.last_ticket;
        let texts = texts.into_iter().map(|(hash, text)| What::Text(hash, text));
        let pieces = texts.chain(in_segments(lines, self.own));
        let blocked = self.blocked();
        self.queue.extend(pieces.map(|what| Piece { ticket, what, written: false }));
        if blocked {
            self.poll(now_ms);
        } else {
            self.write(now_ms);
        }
    }

    /// Writes a text and waits until it is on the medium, before a line names it. Where that fails it is written with the line,
    /// in another file.
    pub(crate) fn put_text(&mut self, hash: TextHash, text: &str) {
        drop(self.dir.put_text(hash, text));
    }

    /// Tells whether something waits for a new attempt.
    fn blocked(&self) -> bool {
        self.queue.iter().any(|piece| !piece.written)
    }

    /// Takes in what the thread has told and tries again when it is time. Tells whether anything changed.
    pub(crate) fn poll(&mut self, now_ms: u64) -> bool {
        let mut changed = false;
        while let Some(outcome) = self.syncer.try_outcome() {
            changed |= self.take(outcome, now_ms);
        }
        let due = |failing: &Failing| now_ms < failing.since_ms || now_ms - failing.since_ms >= failing.wait_ms;
        if self.blocked() && self.failing.as_ref().is_none_or(due) {
            self.write(now_ms);
            changed = true;
        }
        changed
    }

    /// How far the work is from being safe.
    pub(crate) fn saved(&self) -> Saved {
        let changes = usize::try_from(self.last_ticket - self.safe_ticket).unwrap_or(usize::MAX);
        match &self.failing {
            Some(failing) if changes > 0 => Saved::NotSaved { changes, cause: failing.cause.clone() },
            _ if changes > 0 => Saved::Saving { changes },
            _ => Saved::Saved,
        }
    }

    /// Waits until everything is on the medium. Where an attempt fails another is made at once, in a new file; if
    /// that fails too, what is left stays in memory.
    pub(crate) fn settle(&mut self, now_ms: u64) -> Result<(), StoreError> {
        for _ in 0..2 {
            if self.blocked() {
                self.write(now_ms);
            }
            let epoch = self.epoch;
            while epoch == self.epoch && !self.queue.is_empty() && !self.blocked() {
                match self.syncer.wait() {
                    Some(outcome) => {
                        self.take(outcome, now_ms);
                    }
                    None => self.fail(self.thread_died(), now_ms),
                }
            }
            if self.queue.is_empty() {
                return Ok(());
            }
        }
        match &self.failing {
            Some(failing) => Err(failing.cause.clone()),
            None => Ok(()),
        }
    }

    fn thread_died(&self) -> StoreError {
        let (doing, path) = (Doing::SyncLog, self.dir.root().to_owned());
        StoreError::Io { doing, path, cause: Arc::new(io::Error::other("the thread that syncs has ended")) }
    }

    /// Writes what is not written, in order, and hands it to the thread.
    fn write(&mut self, now_ms: u64) {
        let mut job = Job {
            epoch: self.epoch,
            through: self.last_ticket,
            texts: Due::default(),
            lines: Due::default(),
            head: None,
        };
        for at in 0..self.queue.len() {
            if self.queue[at].written {
                continue;
            }
            if let Err(cause) = self.write_piece(at, &mut job) {
                return self.fail(cause, now_ms);
            }
            self.queue[at].written = true;
        }
        self.syncer.send(job);
    }

    fn write_piece(&mut self, at: usize, job: &mut Job) -> Result<(), StoreError> {
        match &self.queue[at].what {
            What::Text(hash, text) => {
                let written = self.dir.write_text(*hash, text.as_str())?;
                self.texts.insert(written.path.clone());
                job.texts.folders.extend(self.dir.folders_above(&written.path));
                job.texts.files.push((written.path, Arc::from(written.file)));
            }
            What::Lines(lines, head) => {
                let placed = self.log.append(lines)?;
                if placed.is_new {
                    job.lines.folders.extend(self.dir.folders_above(&placed.path));
                }
                job.lines.files.push((placed.path, placed.file));
                let (segment, length) = (placed.number, placed.length);
                job.head = head
                    .map(|(sequence, hash)| Head { log: self.own, sequence, hash, segment, length })
                    .or(job.head.take());
            }
        }
        Ok(())
    }

    /// Leaves the files of this attempt for ever; what was not safe yet is to be written again elsewhere.
    fn fail(&mut self, cause: StoreError, now_ms: u64) {
        self.epoch += 1;
        self.log.abandon();
        for file in std::mem::take(&mut self.texts).iter().map(PathBuf::as_path).chain([cause.path()]) {
            self.dir.distrust(file);
        }
        for piece in &mut self.queue {
            piece.written = false;
        }
        let wait_ms = self.failing.as_ref().map_or(FIRST_WAIT_MS, |before| before.wait_ms * 2).min(LONGEST_WAIT_MS);
        self.failing = Some(Failing { since_ms: now_ms, wait_ms, cause });
    }

    fn take(&mut self, outcome: Outcome, now_ms: u64) -> bool {
        if outcome.epoch != self.epoch {
            return false;
        }
        match outcome.result {
            Ok(through) => {
                self.safe_ticket = self.safe_ticket.max(through);
                self.queue.retain(|piece| piece.ticket > through);
                self.texts.clear();
                self.failing = None;
            }
            Err(cause) => self.fail(cause, now_ms),
        }
        true
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // The last chance; what it cannot save was shown as not saved all along. No time passes here.
        let now_ms = self.failing.as_ref().map_or(0, |failing| failing.since_ms);
        drop(self.settle(now_ms));
    }
}

/// Joins the lines of a gesture into as few writes as there are segments needed for them.
fn in_segments(lines: &[Line], own: LogId) -> Vec<What> {
    let mut writes: Vec<(String, Option<(u64, EntryHash)>)> = Vec::new();
    let most = usize::try_from(MAX_SEGMENT).unwrap_or(usize::MAX) - 1;
    for line in lines {
        let head = (line.log == own).then_some((line.sequence, line.hash));
        match writes.last_mut() {
            Some((joined, last)) if joined.len() + line.line.len() < most => {
                joined.push_str(&line.line);
                joined.push('\n');
                *last = head.or(*last);
            }
            _ => writes.push((format!("{}\n", line.line), head)),
        }
    }
    writes.into_iter().map(|(joined, head)| What::Lines(joined, head)).collect()
}
