//! The files of a project as they lie there, and files of another copy of it that are put beside them. Nothing that lies
//! there is touched.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::journal::wire::first_bits;
use crate::model::id::{LogId, TextHash};

use super::disk::{Access, Kind, Listed, OpenFile};
use super::error::{Doing, StoreError, When as _};
use super::log_file::MAX_SEGMENT;
use super::{ProjectDir, is_other_project, write_new};

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
        match write_new(self.disk().as_ref(), &path, bytes) {
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            written => {
                written.when(Doing::WriteLog, &path)?;
                self.sync_above(&path, Doing::WriteLog)?;
                Ok(true)
            }
        }
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
            match write_new(self.disk().as_ref(), &path, bytes) {
                Ok(()) => return self.sync_above(&path, Doing::WriteLog),
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {
                    // What a crash cut off stays as it is, and the lines get a name beside it.
                    if self.disk().read(&path).when(Doing::WriteLog, &path)? == bytes {
                        return self.sync_whole(&path, Doing::WriteLog);
                    }
                }
                Err(cause) => return Err(cause).when(Doing::WriteLog, &path),
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists)).when(Doing::WriteLog, folder)
    }

    /// Puts the text of a source where it belongs, on the medium when this returns, also where it lay whole already.
    pub(crate) fn put_text(&self, hash: TextHash, text: &str) -> Result<(), StoreError> {
        self.put_text_elsewhere(hash, text, &mut BTreeSet::new())
    }

    /// The same beside files that have failed before, to which one that fails now is added: once a file could not be synced,
    /// the system may say that it is safe though it is not.
    pub(crate) fn put_text_elsewhere(
        &self,
        hash: TextHash,
        text: &str,
        distrusted: &mut BTreeSet<PathBuf>,
    ) -> Result<(), StoreError> {
        let written = match self.write_text(hash, text, distrusted) {
            Ok(Some(written)) => written,
            Ok(None) => return Ok(()),
            Err(error) => {
                distrusted.insert(error.path().to_owned());
                return Err(error);
            }
        };
        let synced = written.file.sync().when(Doing::WriteText, &written.path);
        let safe = synced.and_then(|()| self.sync_above(&written.path, Doing::WriteText));
        if safe.is_err() {
            distrusted.insert(written.path);
        }
        safe
    }

    fn log_folder(&self, log: LogId) -> PathBuf {
        self.root().join("logs").join(log.to_string())
    }

    /// The folders whose names a new file's safety hangs on: the one it lies in and those above it, up to the project's own.
    pub(crate) fn folders_above(&self, file: &Path) -> impl Iterator<Item = PathBuf> {
        file.ancestors().skip(1).take_while(|above| above.starts_with(self.root())).map(PathBuf::from)
    }

    /// Waits until a file that lies there whole is on the medium: whoever put it there may have been cut off before it was.
    /// What is not ours to open is not ours to make sure of.
    pub(crate) fn sync_whole(&self, file: &Path, doing: Doing) -> Result<(), StoreError> {
        if let Some(open) = self.open_whole(file).when(doing, file)? {
            open.sync().when(doing, file)?;
        }
        self.sync_above(file, doing)
    }

    /// Opens a file that lies there whole; nothing where it is not ours to open.
    pub(crate) fn open_whole(&self, file: &Path) -> io::Result<Option<Box<dyn OpenFile>>> {
        match self.disk().append_to(file) {
            Err(cause)
                if matches!(cause.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) =>
            {
                Ok(None)
            }
            opened => opened.map(Some),
        }
    }

    /// Waits until the name of a new file is on the medium.
    pub(crate) fn sync_above(&self, file: &Path, doing: Doing) -> Result<(), StoreError> {
        self.folders_above(file).try_for_each(|folder| self.disk().sync_folder(&folder).when(doing, &folder))
    }
}
