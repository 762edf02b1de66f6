//! Reading the logs: every file in the tree whose name contains `.jsonl`, wherever it lies and whatever a sync
//! service has called it. What a line is, the line itself says.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use serde::de::IgnoredAny;

use crate::journal::entry::Entry;
use crate::journal::event::Seen;
use crate::journal::wire;
use crate::model::id::{EntryHash, LogId};

use super::disk::{Kind, Listed};
use super::error::{Doing, StoreError, When as _};
use super::finding::Finding;
use super::log_file::{Segment, segment_at};
use super::{ProjectDir, is_other_project};

/// How deep below the project logs are looked for.
const MAX_DEPTH: usize = 8;
/// The largest file that is read; a segment has at most 1 MiB.
const MAX_FILE: u64 = 64 << 20;
/// How many bad lines of one file are listed.
const MAX_TOLD: usize = 20;

/// All that the logs of a project say, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Reading {
    /// Every line that could be read; the same line may come from several files.
    pub entries: Vec<Arc<Entry>>,
    /// What could not be read.
    pub findings: Vec<Finding>,
    /// For each log the last line that was read.
    pub(crate) lasts: Seen,
    /// Lines of own logs that no segment of an own log holds, in their order and as they stand in the copy.
    pub(crate) strays: BTreeMap<(LogId, u64, EntryHash), String>,
    /// The last segment of each own log.
    pub(crate) segments: BTreeMap<LogId, Segment>,
    /// How far each file was read.
    pub(crate) marks: Marks,
}

/// Where news is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// In the folder of the logs.
    Logs,
    /// There, and wherever else a sync service or a person may have put a copy of a log.
    Everywhere,
}

/// For each file how far it has been read.
pub(crate) type Marks = BTreeMap<PathBuf, Mark>;

/// How far a file has been read: to the end of its last good line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mark {
    /// The length of the file then.
    length: u64,
    end: usize,
    lines: usize,
    /// The last good line. Since each line names the one before it, the same line at the same place means that nothing
    /// before it has changed.
    last: Option<EntryHash>,
}

/// What one file says.
#[derive(Default)]
struct FileRead {
    path: PathBuf,
    entries: Vec<Arc<Entry>>,
    lasts: Seen,
    bad: Vec<Bad>,
    /// Lines of own logs that stand elsewhere than in a segment of an own log.
    astray: Vec<((LogId, u64, EntryHash), String)>,
    segment: Option<(LogId, Segment)>,
    failed: Option<StoreError>,
    mark: Mark,
}

struct Bad {
    line: usize,
    why: wire::BadLine,
    /// Where it looks like the torn tail of a crash that was sealed: what the next good line says comes before it.
    bridge: Option<(u64, Option<EntryHash>)>,
}

impl ProjectDir {
    /// Reads every log. `own` are the logs this installation has written; those of their lines that only a conflict
    /// copy holds are kept word for word.
    pub fn read_logs(&self, own: &BTreeSet<LogId>) -> Result<Reading, StoreError> {
        let mut reading = Reading::default();
        let mut files = Vec::new();
        let listed = self.disk().list(self.root()).when(Doing::OpenProject, self.root())?;
        self.collect(listed, 1, &mut files, &mut reading.findings);

        let (first, second) = halves(files);
        let read_all = |files: &[Listed]| files.iter().map(|file| self.read_file(file, own)).collect::<Vec<_>>();
        let mut read = thread::scope(|scope| {
            let named = thread::Builder::new().name("kodebok-read".to_owned());
            let other = named.spawn_scoped(scope, || read_all(&second));
            let mut read = read_all(&first);
            // Where there is no second thread, this one reads the other half as well.
            let more = other.ok().and_then(|other| other.join().ok());
            read.extend(more.unwrap_or_else(|| read_all(&second)));
            read
        });
        read.sort_by(|a, b| a.path.cmp(&b.path));
        reading.take_up(read);
        Ok(reading)
    }

    /// Reads what has come since, and moves the marks; `writing` is the log that this window writes. What cannot be read
    /// waits for the next opening.
    pub(crate) fn read_news(&self, marks: &mut Marks, writing: Option<LogId>, reach: Reach) -> Reading {
        let (mut reading, mut files) = (Reading::default(), Vec::new());
        let (mut listed, depth) = match reach {
            Reach::Logs => (self.disk().list(&self.root().join("logs")).unwrap_or_default(), 2),
            Reach::Everywhere => (self.disk().list(self.root()).unwrap_or_default(), 1),
        };
        // Texts and kept files are many, and nobody puts a log among them.
        listed.retain(|item| !["sources", "files"].iter().any(|own| item.path == self.root().join(own)));
        self.collect(listed, depth, &mut files, &mut Vec::new());
        let mut read = Vec::new();
        for file in files {
            let own = segment_at(self.root(), &file.path).is_some_and(|(log, _)| Some(log) == writing);
            let known = marks.get(&file.path).copied().unwrap_or_default();
            if own || known.length == file.length || file.length > MAX_FILE {
                continue;
            }
            let Ok(bytes) = self.disk().read(&file.path) else { continue };
            let mut news = FileRead { path: file.path, mark: known.in_file(&bytes), ..FileRead::default() };
            news.lines(&bytes, &BTreeSet::new());
            // What stands after the last good line may be half of the next.
            let end = news.mark.lines;
            news.bad.retain(|bad| bad.line <= end);
            marks.insert(news.path.clone(), news.mark);
            read.push(news);
        }
        reading.take_up(read);
        reading
    }

    fn collect(&self, listed: Vec<Listed>, depth: usize, files: &mut Vec<Listed>, findings: &mut Vec<Finding>) {
        for item in listed {
            let name = item.path.file_name().unwrap_or_default().to_string_lossy();
            match item.kind {
                Kind::File if name.contains(".jsonl") && !name.ends_with(".tmp") => files.push(item),
                Kind::Folder if depth < MAX_DEPTH && !name.starts_with('.') => {
                    if is_other_project(self.disk().as_ref(), &item.path, self.project()) {
                        continue;
                    }
                    match self.disk().list(&item.path).when(Doing::ReadLog, &item.path) {
                        Ok(below) => self.collect(below, depth + 1, files, findings),
                        Err(error) => findings.push(Finding::Unreadable(error.into())),
                    }
                }
                Kind::File | Kind::Folder | Kind::Other => {}
            }
        }
    }

    fn read_file(&self, file: &Listed, own: &BTreeSet<LogId>) -> FileRead {
        let mut read = FileRead { path: file.path.clone(), ..FileRead::default() };
        if file.length > MAX_FILE {
            read.failed = Some(StoreError::TooLarge { path: file.path.clone(), length: file.length });
            return read;
        }
        let bytes = match self.disk().read(&file.path).when(Doing::ReadLog, &file.path) {
            Ok(bytes) => bytes,
            Err(error) => {
                read.failed = Some(error);
                return read;
            }
        };
        let named = segment_at(self.root(), &file.path).filter(|(log, _)| own.contains(log));
        let torn = bytes.last().is_some_and(|last| *last != b'\n');
        read.segment = named.map(|(log, number)| {
            let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            (log, Segment { number, path: file.path.clone(), length, torn })
        });
        read.lines(&bytes, own);
        read
    }
}

impl FileRead {
    /// Reads the lines. A last line without its newline counts if it is whole, and is passed over if it is not:
    /// the write of another machine is still arriving.
    fn lines(&mut self, bytes: &[u8], own: &BTreeSet<LogId>) {
        self.mark.length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let finished = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let (mut at, mut number) = (self.mark.end, self.mark.lines);
        let news = bytes.get(at..).unwrap_or_default();
        let mut read = |line: &str, length: usize| {
            let unfinished = at >= finished;
            at += length + 1;
            number += 1;
            self.line(line, (at, number), unfinished, own);
        };
        match str::from_utf8(news) {
            Ok(news) => news.split('\n').for_each(|line| read(line, line.len())),
            // Somewhere in it are bytes that are no text.
            Err(_) => {
                let lines = news.split(|byte| *byte == b'\n');
                lines.for_each(|line| read(&String::from_utf8_lossy(line), line.len()));
            }
        }
    }

    /// Reads a line by its number, with the place behind it.
    fn line(&mut self, line: &str, (end, number): (usize, usize), unfinished: bool, own: &BTreeSet<LogId>) {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.is_empty() {
            return;
        }
        match wire::read(line) {
            Ok(entry) => {
                if !unfinished {
                    (self.mark.end, self.mark.lines, self.mark.last) = (end, number, Some(entry.id));
                }
                self.take(entry, line, own);
            }
            Err(_) if unfinished => {}
            Err(why) => {
                // What a crash leaves is a beginning, and zeros after it; a changed line is something else.
                let begun = line.trim_end_matches('\0');
                let torn = serde_json::from_str::<IgnoredAny>(begun).is_err_and(|cause| cause.is_eof());
                self.bad.push(Bad { line: number, why, bridge: torn.then_some((0, None)) });
            }
        }
    }

    fn take(&mut self, entry: Entry, line: &str, own: &BTreeSet<LogId>) {
        for bad in self.bad.iter_mut().rev() {
            let Some(bridge @ (0, None)) = &mut bad.bridge else { break };
            *bridge = (entry.sequence, entry.previous());
        }
        if self.segment.is_none() && own.contains(&entry.log) {
            self.astray.push(((entry.log, entry.sequence, entry.id), line.to_owned()));
        }
        let last = self.lasts.entry(entry.log).or_default();
        *last = entry.sequence.max(*last);
        self.entries.push(Arc::new(entry));
    }
}

impl Mark {
    /// Where to go on reading in what the file holds now: at the mark if the same line ends there, else at the beginning.
    fn in_file(self, bytes: &[u8]) -> Self {
        let before = bytes.get(..self.end.saturating_sub(1)).unwrap_or_default();
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = String::from_utf8_lossy(before.get(start..).unwrap_or_default());
        let same = wire::read(line.trim_end_matches('\r')).is_ok_and(|entry| Some(entry.id) == self.last);
        if same { self } else { Self::default() }
    }
}

impl Reading {
    fn take_up(&mut self, files: Vec<FileRead>) {
        self.entries.reserve(files.iter().map(|file| file.entries.len()).sum());
        let (mut kept, mut suspects) = (HashSet::new(), Vec::new());
        let astray = files.iter().any(|file| !file.astray.is_empty());
        for file in files {
            if let Some((log, segment)) = file.segment {
                kept.extend(file.entries.iter().filter(|_| astray).map(|entry| entry.id));
                let last = self.segments.entry(log).or_insert_with(|| segment.clone());
                if last.number < segment.number {
                    *last = segment;
                }
            }
            self.marks.insert(file.path.clone(), file.mark);
            self.entries.extend(file.entries);
            for (log, sequence) in file.lasts {
                let last = self.lasts.entry(log).or_default();
                *last = sequence.max(*last);
            }
            self.strays.extend(file.astray);
            self.findings.extend(file.failed.map(|error| Finding::Unreadable(error.into())));
            if !file.bad.is_empty() {
                suspects.push((file.path, file.bad));
            }
        }
        self.strays.retain(|(_, _, id), _| !kept.contains(id));
        self.judge(suspects);
    }

    /// Lists the bad lines, without the torn tails after which nothing is missing.
    fn judge(&mut self, suspects: Vec<(PathBuf, Vec<Bad>)>) {
        if suspects.is_empty() {
            return;
        }
        let known: HashSet<EntryHash> = self.entries.iter().map(|entry| entry.id).collect();
        for (file, mut bad) in suspects {
            bad.retain(|bad| match bad.bridge {
                Some((1, None)) => false,
                Some((_, Some(before))) => !known.contains(&before),
                Some((_, None)) | None => true,
            });
            let more = bad.len().saturating_sub(MAX_TOLD);
            bad.truncate(MAX_TOLD);
            let told = bad.into_iter().map(|bad| Finding::BadLine { file: file.clone(), line: bad.line, why: bad.why });
            self.findings.extend(told);
            if more > 0 {
                self.findings.push(Finding::MoreBadLines { file, more });
            }
        }
    }
}

/// Shares files out so that both halves have about as many bytes.
fn halves(mut files: Vec<Listed>) -> (Vec<Listed>, Vec<Listed>) {
    files.sort_by_key(|file| std::cmp::Reverse(file.length));
    let (mut first, mut second, mut lead) = (Vec::new(), Vec::new(), 0_i128);
    for file in files {
        let length = i128::from(file.length);
        if lead <= 0 {
            lead += length;
            first.push(file);
        } else {
            lead -= length;
            second.push(file);
        }
    }
    (first, second)
}
