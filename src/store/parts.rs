//! The files of a project as they lie there, and files of another copy of it that are put beside them. Nothing that lies
//! there is touched.

use std::io;
use std::path::{Path, PathBuf};

use crate::journal::wire::first_bits;
use crate::model::id::LogId;

use super::disk::{Access, Kind, Listed};
use super::error::{Doing, StoreError, When as _};
use super::log_file::MAX_SEGMENT;
use super::{ProjectDir, is_other_project, write_once};

/// How deep below the project is looked.
const MAX_DEPTH: usize = 8;
/// The largest file that is looked into.
const MAX_BYTES: u64 = 600_000_000;
/// How many names are tried for lines before giving up.
const NAMES: u32 = 100;

impl ProjectDir {
    /// Every file in the folder and those below it, by its path, and what could not be read. Hidden folders and other
    /// projects are passed by.
    pub(crate) fn files(&self, doing: Doing) -> (Vec<Listed>, Vec<StoreError>) {
        let (mut files, mut open) = (Vec::new(), vec![(self.root().to_owned(), 1)]);
        let mut unreadable = Vec::new();
        while let Some((folder, depth)) = open.pop() {
            let listed = match self.disk().list(&folder).when(doing, &folder) {
                Ok(listed) => listed,
                Err(error) => {
                    unreadable.push(error);
                    continue;
                }
            };
            for item in listed {
                let hidden = item.path.file_name().unwrap_or_default().to_string_lossy().starts_with('.');
                match item.kind {
                    Kind::File if item.length <= MAX_BYTES => files.push(item),
                    Kind::Folder if depth < MAX_DEPTH && !hidden => {
                        if !is_other_project(self.disk().as_ref(), &item.path, self.project()) {
                            open.push((item.path, depth + 1));
                        }
                    }
                    Kind::File | Kind::Folder | Kind::Other => {}
                }
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        (files, unreadable)
    }

    /// Tells whether there is anything of a log in its own folder.
    pub(crate) fn has_log(&self, log: LogId) -> bool {
        self.disk().list(&self.log_folder(log)).is_ok_and(|listed| !listed.is_empty())
    }

    /// Puts a segment of a log under its own name, on the medium when this returns. Tells whether it did: not where
    /// something lies there.
    pub(crate) fn put_segment(&self, (log, number): (LogId, u32), bytes: &[u8]) -> Result<bool, StoreError> {
        let folder = self.log_folder(log);
        self.disk().make_folder(&folder, Access::Shared).when(Doing::WriteLog, &folder)?;
        let path = folder.join(format!("{number:06}.jsonl"));
        self.put_new(&path, bytes, Doing::WriteLog)
    }

    /// Puts lines of a log beside its segments, on the medium when this returns. The files are named by what they hold, so
    /// that whoever puts the same lines there makes the same files.
    pub(crate) fn put_lines<'l>(&self, log: LogId, lines: impl Iterator<Item = &'l [u8]>) -> Result<(), StoreError> {
        self.put_in(&self.log_folder(log), lines)
    }

    /// Puts lines that cannot be read beside the logs, as they stand: whoever can mend them finds them there.
    pub(crate) fn put_damaged<'l>(&self, lines: impl Iterator<Item = &'l [u8]>) -> Result<(), StoreError> {
        self.put_in(&self.root().join("logs").join("damaged"), lines)
    }

    fn put_in<'l>(&self, folder: &Path, lines: impl Iterator<Item = &'l [u8]>) -> Result<(), StoreError> {
        let mut bytes: Vec<u8> = Vec::new();
        for line in lines {
            let full = u64::try_from(bytes.len() + line.len()).is_ok_and(|length| length >= MAX_SEGMENT);
            if full && !bytes.is_empty() {
                self.put_piece(folder, &bytes)?;
                bytes.clear();
            }
            bytes.extend_from_slice(line);
            bytes.push(b'\n');
        }
        if bytes.is_empty() { Ok(()) } else { self.put_piece(folder, &bytes) }
    }

    fn put_piece(&self, folder: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.disk().make_folder(folder, Access::Shared).when(Doing::WriteLog, folder)?;
        let stem = format!("merged-{:016x}", first_bits(&blake3::hash(bytes)) >> 64);
        for number in 0..NAMES {
            let path = match number {
                0 => folder.join(format!("{stem}.jsonl")),
                _ => folder.join(format!("{stem}-{number}.jsonl")),
            };
            if self.is_distrusted(&path) {
                continue;
            }
            if self.put_new(&path, bytes, Doing::WriteLog)? {
                return Ok(());
            }
            // What a crash cut off stays as it is, and the lines get a name beside it.
            if self.disk().read(&path).when(Doing::WriteLog, &path)? == bytes {
                return self.sync_whole(&path, Doing::WriteLog);
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists)).when(Doing::WriteLog, folder)
    }

    /// Puts the lines of log files that have failed beside them: what was read from such a file is known here, though it
    /// is not safe.
    pub(crate) fn put_again(&self) -> Result<(), StoreError> {
        let is_log = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "jsonl");
        for path in self.distrusted().into_iter().filter(is_log) {
            let mut bytes = match self.disk().read(&path) {
                // It was never made, or what it held was erased.
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => continue,
                read => read.when(Doing::WriteLog, &path)?,
            };
            bytes.truncate(bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1));
            if !bytes.is_empty() {
                self.put_piece(path.parent().unwrap_or(self.root()), &bytes)?;
            }
        }
        Ok(())
    }

    /// Makes a new file with these bytes, on the medium with its name when this returns. Tells whether it did: not where
    /// something lies there.
    pub(crate) fn put_new(&self, path: &Path, bytes: &[u8], doing: Doing) -> Result<bool, StoreError> {
        let file = match self.disk().create_new(path, Access::Shared) {
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
            made => made.when(doing, path)?,
        };
        let written = write_once(file.as_ref(), bytes).and_then(|()| file.sync()).when(doing, path);
        self.trust_if(path, written.and_then(|()| self.sync_above(path, doing)))?;
        Ok(true)
    }

    fn log_folder(&self, log: LogId) -> PathBuf {
        self.root().join("logs").join(log.to_string())
    }

    /// The folders whose names a new file's safety hangs on: the one it lies in and those above it, up to the project's own.
    pub(crate) fn folders_above(&self, file: &Path) -> impl Iterator<Item = PathBuf> {
        file.ancestors().skip(1).take_while(|above| above.starts_with(self.root())).map(PathBuf::from)
    }

    /// Waits until a file that lies there whole is on the medium: whoever put it there may have been cut off before it was.
    /// Not to be asked of a file that has failed before.
    pub(crate) fn sync_whole(&self, file: &Path, doing: Doing) -> Result<(), StoreError> {
        let synced = self.disk().open_to_sync(file).and_then(|open| open.sync()).when(doing, file);
        self.trust_if(file, synced.and_then(|()| self.sync_above(file, doing)))
    }

    /// Waits until the name of a new file is on the medium.
    pub(crate) fn sync_above(&self, file: &Path, doing: Doing) -> Result<(), StoreError> {
        self.folders_above(file).try_for_each(|folder| self.disk().sync_folder(&folder).when(doing, &folder))
    }
}
