//! Feeds the reader of logs with whatever bytes, and with a log of the sample study in which something was changed: it may
//! never panic, and every line that was not touched counts.
//!
//! The first byte of an input chooses: 0, the rest is a log as it lies in a study; otherwise the rest are changes, of five
//! bytes each: where (three), what is done there, and with which byte.

#![no_main]

use std::collections::{BTreeSet, HashSet};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kodebok::journal::fold::Fold;
use kodebok::journal::wire;
use kodebok::store::ProjectDir;
use kodebok::store::disk::{Access, Disk, Kind, Listed, Lock, OpenFile};
use libfuzzer_sys::fuzz_target;

const MANIFEST: &[u8] = include_bytes!("../../sample_transcripts/Klyngestudien/kodebok.json");
const WHOLE: &[u8] =
    include_bytes!("../../sample_transcripts/Klyngestudien/logs/db5bdd9a20df9894bdabfea88b47ec5e/000001.jsonl");
const ROOT: &str = "/study";
const LOG: &str = "/study/logs/db5bdd9a20df9894bdabfea88b47ec5e/000001.jsonl";

/// A study of one log, in memory, that nobody can write to.
struct OneLog(Vec<u8>);

impl OneLog {
    fn held(&self, path: &Path) -> Option<&[u8]> {
        match path.to_str() {
            Some("/study/kodebok.json") => Some(MANIFEST),
            Some(LOG) => Some(&self.0),
            _ => None,
        }
    }
}

fn read_only<T>() -> io::Result<T> {
    Err(ErrorKind::ReadOnlyFilesystem.into())
}

impl Disk for OneLog {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.held(path).map(<[u8]>::to_vec).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let below = Path::new(LOG).strip_prefix(folder).ok().and_then(|below| below.iter().next());
        let path = folder.join(below.ok_or(ErrorKind::NotFound)?);
        let kind = if self.held(&path).is_some() { Kind::File } else { Kind::Folder };
        Ok(vec![Listed { length: self.0.len() as u64, path, kind }])
    }

    fn make_folder(&self, _: &Path, _: Access) -> io::Result<()> {
        read_only()
    }

    fn create_new(&self, _: &Path, _: Access) -> io::Result<Box<dyn OpenFile>> {
        read_only()
    }

    fn append_to(&self, _: &Path) -> io::Result<Box<dyn OpenFile>> {
        read_only()
    }

    fn open_to_sync(&self, _: &Path) -> io::Result<Box<dyn OpenFile>> {
        read_only()
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        read_only()
    }

    fn replace(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        read_only()
    }

    fn remove(&self, _: &Path) -> io::Result<()> {
        read_only()
    }

    fn link(&self, _: &Path, _: &Path) -> io::Result<()> {
        read_only()
    }

    fn remove_folder(&self, _: &Path) -> io::Result<()> {
        read_only()
    }

    fn lock(&self, _: &Path) -> io::Result<Option<Box<dyn Lock>>> {
        read_only()
    }
}

/// The log of the sample study with these changes.
fn changed(changes: &[u8]) -> Vec<u8> {
    let mut bytes = WHOLE.to_vec();
    for change in changes.chunks_exact(5) {
        let at = usize::from(change[0]) << 16 | usize::from(change[1]) << 8 | usize::from(change[2]);
        let at = at % (bytes.len() + 1);
        match change[3] % 6 {
            0 if at < bytes.len() => bytes[at] = change[4],
            1 if at < bytes.len() => drop(bytes.remove(at)),
            2 => bytes.insert(at, change[4]),
            3 => bytes.truncate(at),
            4 => bytes[at..].iter_mut().take(usize::from(change[4])).for_each(|byte| *byte = 0),
            _ => {
                let again = bytes[at..].iter().copied().take(usize::from(change[4])).collect::<Vec<u8>>();
                bytes.splice(at..at, again);
            }
        }
    }
    bytes
}

fn lines(bytes: &[u8]) -> HashSet<&[u8]> {
    bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect()
}

fuzz_target!(|input: &[u8]| {
    let Some((how, rest)) = input.split_first() else { return };
    let log = if *how == 0 { rest.to_vec() } else { changed(rest) };
    let left: Vec<&[u8]> = lines(&log).intersection(&lines(WHOLE)).copied().collect();
    for line in log.split(|byte| *byte == b'\n') {
        let line = String::from_utf8_lossy(line);
        // Erasing reads lines in ways of its own.
        let (_, _) = (wire::id_told(&line), wire::without_text(&line));
    }
    let dir = ProjectDir::open(Arc::new(OneLog(log.clone())), &PathBuf::from(ROOT)).expect("a study");
    let reading = dir.read_logs(&BTreeSet::new()).expect("a log that can be read");
    let read: HashSet<_> = reading.entries.iter().map(|entry| entry.id).collect();
    for line in left {
        let entry = wire::read(std::str::from_utf8(line).expect("as it was")).expect("a line of the sample study");
        assert!(read.contains(&entry.id), "a line that nobody touched is lost: {}", String::from_utf8_lossy(line));
    }
    let mut fold = Fold::new();
    fold.insert(reading.entries);
    let (_, _) = (fold.project().codings().count(), fold.notices().len());
});
