//! One log on the disk: segments of at most 1 MiB, made new or appended to, one write for each gesture.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::journal::wire;
use crate::model::id::{EntryHash, LogId};

use super::disk::{Access, OpenFile};
use super::error::{Doing, StoreError, When as _};
use super::{ProjectDir, write_once};

/// How large a segment may grow; a full one is sealed for ever.
pub const MAX_SEGMENT: u64 = 1 << 20;

/// A segment as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// 1, 2, 3 … in its log.
    pub number: u32,
    /// The file.
    pub path: PathBuf,
    /// Its length in bytes.
    pub length: u64,
    /// Whether its last line lacks the newline, as after a crash.
    pub torn: bool,
}

/// Says which segment of which log a path names, if it is one that this program would have made.
pub fn segment_at(root: &Path, path: &Path) -> Option<(LogId, u32)> {
    let mut parts = path.strip_prefix(root).ok()?.iter().map(|part| part.to_str());
    let (logs, log, file) = (parts.next()??, parts.next()??, parts.next()??);
    let number = file.strip_suffix(".jsonl").filter(|number| number.len() == 6)?;
    let ours = logs == "logs" && parts.next().is_none();
    ours.then_some(())?;
    Some((log.parse().ok()?, number.parse().ok()?))
}

/// Gives what a log file holds without the words of these entries, and without the lines of `elsewhere`; `None` where it
/// holds none of those words.
pub(crate) fn without_erased(
    bytes: &[u8],
    erased: &BTreeSet<EntryHash>,
    elsewhere: &BTreeSet<EntryHash>,
) -> Option<Vec<u8>> {
    let (mut clean, mut changed) = (Vec::with_capacity(bytes.len()), false);
    for raw in bytes.split(|byte| *byte == b'\n').filter(|raw| !raw.is_empty()) {
        let line = String::from_utf8_lossy(raw);
        let line = line.trim_end_matches('\r');
        let id = wire::id_told(line);
        let bare = match id.filter(|id| erased.contains(id)) {
            None => Some(line.to_owned()),
            // What cannot be read is what a crash has left of a line; the line itself stands elsewhere.
            Some(_) => wire::without_text(line).ok(),
        };
        changed |= bare.as_deref() != Some(line);
        let there = || id.is_some_and(|id| elsewhere.contains(&id)) && wire::without_text(line).is_ok();
        if let Some(bare) = bare.filter(|_| !there()) {
            clean.extend_from_slice(bare.as_bytes());
            clean.push(b'\n');
        }
    }
    changed.then_some(clean)
}

/// A log that is being written. It knows nothing of what the lines say.
pub(crate) struct LogFile {
    dir: ProjectDir,
    folder: PathBuf,
    open: Option<Open>,
    next_number: u32,
}

struct Open {
    number: u32,
    path: PathBuf,
    file: Arc<dyn OpenFile>,
    length: u64,
    torn: bool,
}

/// Where a write went; what is to be synced, and in which state the segment is after it.
pub(crate) struct Placed {
    pub(crate) file: Arc<dyn OpenFile>,
    pub(crate) path: PathBuf,
    /// Whether its name must be synced as well.
    pub(crate) is_new: bool,
    pub(crate) number: u32,
    pub(crate) length: u64,
}

impl LogFile {
    /// A log that has no segment yet.
    pub(crate) fn new(dir: ProjectDir, log: LogId) -> Self {
        let folder = dir.root().join("logs").join(log.to_string());
        Self { dir, folder, open: None, next_number: 1 }
    }

    /// Goes on after `last`: in it where `in_place`, otherwise in a new one.
    pub(crate) fn go_on(&mut self, last: &Segment, in_place: bool) -> Result<(), StoreError> {
        self.next_number = last.number + 1;
        if in_place && last.length < MAX_SEGMENT {
            let file = self.dir.disk().append_to(&last.path).when(Doing::WriteLog, &last.path)?;
            self.open = Some(Open {
                number: last.number,
                path: last.path.clone(),
                file: Arc::from(file),
                length: last.length,
                torn: last.torn,
            });
        }
        Ok(())
    }

    /// Never touches the present segment again; the next write makes a new one.
    pub(crate) fn abandon(&mut self) {
        self.open = None;
    }

    /// Appends lines, each with its newline, in one write. After an error the segment must be abandoned.
    pub(crate) fn append(&mut self, lines: &str) -> Result<Placed, StoreError> {
        let length = u64::try_from(lines.len()).unwrap_or(u64::MAX);
        let full = |open: &Open| open.length > 0 && open.length + length + 1 > MAX_SEGMENT;
        if self.open.as_ref().is_some_and(full) {
            self.open = None;
        }
        let (mut open, fresh) = match self.open.take() {
            Some(open) => (open, false),
            None => (self.new_segment()?, true),
        };
        let sealed;
        let (bytes, length) = if open.torn {
            // The torn tail of a crash gets its newline in the same write: a file never shrinks.
            sealed = format!("\n{lines}");
            (sealed.as_bytes(), length + 1)
        } else {
            (lines.as_bytes(), length)
        };
        write_once(open.file.as_ref(), bytes).when(Doing::WriteLog, &open.path)?;
        open.length += length;
        open.torn = false;
        let placed = Placed {
            file: Arc::clone(&open.file),
            path: open.path.clone(),
            is_new: fresh,
            number: open.number,
            length: open.length,
        };
        self.open = Some(open);
        Ok(placed)
    }

    fn new_segment(&mut self) -> Result<Open, StoreError> {
        self.dir.disk().make_folder(&self.folder, Access::Shared).when(Doing::WriteLog, &self.folder)?;
        loop {
            let number = self.next_number;
            let path = self.folder.join(format!("{number:06}.jsonl"));
            match self.dir.disk().create_new(&path, Access::Shared) {
                Ok(file) => {
                    self.next_number += 1;
                    return Ok(Open { number, path, file: Arc::from(file), length: 0, torn: false });
                }
                // A sync service has brought back what was thought gone; it is not ours to write to.
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists && number < 999_999 => {
                    self.next_number += 1;
                }
                Err(cause) => return Err(cause).when(Doing::WriteLog, &path),
            }
        }
    }
}
