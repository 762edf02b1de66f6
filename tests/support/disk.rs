//! A disk that fails when told to, and that remembers what was synced, so that a power cut can be played.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use kodebok::store::disk::{Access, Disk, Listed, Lock, OpenFile, RealDisk};

/// How an operation goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing is done.
    Error(ErrorKind),
    /// Half of the bytes are written, and said to be.
    Short,
    /// Half of the bytes are written before the error.
    Torn,
}

/// Which operations go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Never,
    /// This one, from 0, counted over all that change a project.
    Once(usize),
    /// This one and all after it.
    From(usize),
    /// All that would go beyond so many bytes.
    Beyond(u64),
}

#[derive(Debug)]
struct State {
    when: When,
    fault: Fault,
    done: usize,
    bytes: u64,
    /// For each file how much of it a power cut would leave.
    synced: BTreeMap<PathBuf, u64>,
    /// Files of which a sync has failed: what it should have saved is lost, though a later one may say that all is
    /// well, as kernels do.
    lost: BTreeSet<PathBuf>,
}

/// A disk that fails when told to. Only what changes the project folder counts; local data is left alone.
#[derive(Clone, Debug)]
pub(crate) struct FaultyDisk {
    project: PathBuf,
    state: Arc<Mutex<State>>,
}

impl FaultyDisk {
    pub(crate) fn new(project: &Path) -> Self {
        let (synced, lost) = (BTreeMap::new(), BTreeSet::new());
        let state = State { when: When::Never, fault: Fault::Torn, done: 0, bytes: 0, synced, lost };
        Self { project: project.to_owned(), state: Arc::new(Mutex::new(state)) }
    }

    /// Counts anew, and lets these operations go wrong.
    pub(crate) fn fail(&self, when: When, fault: Fault) {
        let mut state = self.state.lock().expect("no test panics while it holds the lock");
        (state.when, state.fault, state.done, state.bytes) = (when, fault, 0, 0);
    }

    /// How many operations have changed the project since then.
    pub(crate) fn done(&self) -> usize {
        self.state.lock().expect("no test panics while it holds the lock").done
    }

    /// Takes away what was never synced.
    pub(crate) fn cut_power(&self) {
        let state = self.state.lock().expect("no test panics while it holds the lock");
        for (path, length) in &state.synced {
            if let Ok(file) = fs::OpenOptions::new().write(true).open(path) {
                file.set_len(*length).expect("a file of the test can be cut");
            }
        }
    }

    fn step(&self, path: &Path, bytes: u64) -> Option<Fault> {
        if !path.starts_with(&self.project) {
            return None;
        }
        let mut state = self.state.lock().expect("no test panics while it holds the lock");
        let at = state.done;
        state.done += 1;
        state.bytes += bytes;
        let fails = match state.when {
            When::Never => false,
            When::Once(n) => at == n,
            When::From(n) => at >= n,
            When::Beyond(most) => bytes > 0 && state.bytes > most,
        };
        fails.then_some(state.fault)
    }

    fn plain(&self, path: &Path) -> io::Result<()> {
        match self.step(path, 0) {
            None => Ok(()),
            Some(Fault::Error(kind)) => Err(kind.into()),
            Some(Fault::Short | Fault::Torn) => Err(io::Error::other("the medium is broken")),
        }
    }

    fn watched(&self, path: &Path, file: Box<dyn OpenFile>) -> Box<dyn OpenFile> {
        let length = fs::metadata(path).map_or(0, |facts| facts.len());
        let mut state = self.state.lock().expect("no test panics while it holds the lock");
        state.synced.entry(path.to_owned()).or_insert(length);
        Box::new(Watched { disk: self.clone(), path: path.to_owned(), file })
    }
}

struct Watched {
    disk: FaultyDisk,
    path: PathBuf,
    file: Box<dyn OpenFile>,
}

impl OpenFile for Watched {
    fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        let half = &bytes[..bytes.len() / 2];
        match self.disk.step(&self.path, bytes.len() as u64) {
            None => self.file.write(bytes),
            Some(Fault::Error(kind)) => Err(kind.into()),
            Some(Fault::Short) => self.file.write(half),
            Some(Fault::Torn) => {
                self.file.write(half)?;
                Err(ErrorKind::StorageFull.into())
            }
        }
    }

    fn sync(&self) -> io::Result<()> {
        let done = self.disk.plain(&self.path).and_then(|()| self.file.sync());
        let length = fs::metadata(&self.path)?.len();
        let mut state = self.disk.state.lock().expect("no test panics while it holds the lock");
        if done.is_err() {
            state.lost.insert(self.path.clone());
        } else if !state.lost.contains(&self.path) {
            state.synced.insert(self.path.clone(), length);
        }
        done
    }
}

impl Disk for FaultyDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        RealDisk.read(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        RealDisk.list(folder)
    }

    fn make_folder(&self, folder: &Path, access: Access) -> io::Result<()> {
        if !folder.is_dir() {
            self.plain(folder)?;
        }
        RealDisk.make_folder(folder, access)
    }

    fn create_new(&self, path: &Path, access: Access) -> io::Result<Box<dyn OpenFile>> {
        self.plain(path)?;
        Ok(self.watched(path, RealDisk.create_new(path, access)?))
    }

    fn append_to(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        self.plain(path)?;
        Ok(self.watched(path, RealDisk.append_to(path)?))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.plain(folder)?;
        RealDisk.sync_folder(folder)
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        RealDisk.replace(path, bytes)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.plain(path)?;
        RealDisk.remove(path)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.link(from, to)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.remove_folder(folder)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Lock>>> {
        RealDisk.lock(path)
    }
}
