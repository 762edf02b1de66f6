//! A disk that fails when told to, and that knows what is on its medium, so that a power cut can be played.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use kodebok::store::disk::{Access, Disk, Listed, Lock, OpenFile, RealDisk};

use super::medium::{Cut, Medium};

/// How an operation goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing is done.
    Error(ErrorKind),
    /// Half of the bytes are written, and said to be.
    Short,
    /// Half of the bytes are written before the error.
    Torn,
    /// So many bytes are written before the error.
    TornAt(usize),
}

/// Which operations go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Never,
    /// This one, from 0, counted over all that are reached.
    Once(usize),
    /// This one and all after it.
    From(usize),
    /// All that would go beyond so many bytes.
    Beyond(u64),
}

/// Which operations are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Those that change the project.
    Project,
    /// Reading, and what concerns local data, as well.
    Everything,
}

/// What the disk says of a sync.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syncs {
    /// The truth.
    Honest,
    /// That all is well, and it does nothing: as if the program did not sync files.
    NotFiles,
    /// The same of the names in folders.
    NotNames,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Touch {
    Reads,
    Changes,
}

#[derive(Debug)]
struct State {
    when: When,
    fault: Fault,
    reach: Reach,
    syncs: Syncs,
    done: usize,
    bytes: u64,
    /// Files that only somebody else may write to.
    others: BTreeSet<PathBuf>,
    medium: Medium,
}

/// A disk that fails when told to. What lies on it are real files; only its syncs are played, so that nobody waits for them.
#[derive(Clone, Debug)]
pub(crate) struct FaultyDisk {
    project: PathBuf,
    state: Arc<Mutex<State>>,
}

impl FaultyDisk {
    pub(crate) fn new(project: &Path) -> Self {
        let (when, fault, reach, syncs) = (When::Never, Fault::Torn, Reach::Project, Syncs::Honest);
        let state =
            State { when, fault, reach, syncs, done: 0, bytes: 0, others: BTreeSet::new(), medium: Medium::default() };
        Self { project: project.to_owned(), state: Arc::new(Mutex::new(state)) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no test panics while it holds the lock")
    }

    /// Counts anew, and lets these operations go wrong.
    pub(crate) fn fail(&self, when: When, fault: Fault) {
        let mut state = self.state();
        (state.when, state.fault, state.done, state.bytes) = (when, fault, 0, 0);
    }

    /// Counts these operations from now on.
    pub(crate) fn reaching(self, reach: Reach) -> Self {
        self.state().reach = reach;
        self
    }

    /// Answers syncs so from now on.
    pub(crate) fn syncing(self, syncs: Syncs) -> Self {
        self.state().syncs = syncs;
        self
    }

    /// How many operations were counted since then.
    pub(crate) fn done(&self) -> usize {
        self.state().done
    }

    /// Another program has put a file there, which nobody has synced and only it may write to.
    pub(crate) fn arrived(&self, path: &Path) {
        let mut state = self.state();
        state.others.insert(path.to_owned());
        state.medium.arrived(path);
    }

    /// Takes away what a power cut takes.
    pub(crate) fn cut_power(&self, cut: Cut) {
        self.state().medium.cut(cut);
    }

    fn step(&self, path: &Path, bytes: u64, touch: Touch) -> Option<Fault> {
        let mut state = self.state();
        let counts = match state.reach {
            Reach::Project => touch == Touch::Changes && path.starts_with(&self.project),
            Reach::Everything => true,
        };
        if !counts {
            return None;
        }
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

    fn plain(&self, path: &Path, touch: Touch) -> io::Result<()> {
        match self.step(path, 0, touch) {
            None => Ok(()),
            Some(Fault::Error(kind)) => Err(kind.into()),
            Some(Fault::Short | Fault::Torn | Fault::TornAt(_)) => Err(io::Error::other("the medium is broken")),
        }
    }

    fn watched(&self, path: &Path, file: Box<dyn OpenFile>) -> Box<dyn OpenFile> {
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
        let torn = |at: usize| {
            self.file.write(&bytes[..at.min(bytes.len())])?;
            Err(ErrorKind::StorageFull.into())
        };
        match self.disk.step(&self.path, bytes.len() as u64, Touch::Changes) {
            None => self.file.write(bytes),
            Some(Fault::Error(kind)) => Err(kind.into()),
            Some(Fault::Short) => self.file.write(&bytes[..bytes.len() / 2]),
            Some(Fault::Torn) => torn(bytes.len() / 2),
            Some(Fault::TornAt(at)) => torn(at),
        }
    }

    fn sync(&self) -> io::Result<()> {
        let done = self.disk.plain(&self.path, Touch::Changes);
        let mut state = self.disk.state();
        if state.syncs != Syncs::NotFiles {
            state.medium.synced(&self.path, done.is_ok());
        }
        done
    }
}

impl Disk for FaultyDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.plain(path, Touch::Reads)?;
        RealDisk.read(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        self.plain(folder, Touch::Reads)?;
        RealDisk.list(folder)
    }

    fn make_folder(&self, folder: &Path, access: Access) -> io::Result<()> {
        let new: Vec<&Path> = folder.ancestors().take_while(|above| !above.is_dir()).collect();
        if !new.is_empty() {
            self.plain(folder, Touch::Changes)?;
        }
        RealDisk.make_folder(folder, access)?;
        new.into_iter().for_each(|folder| self.state().medium.named(folder));
        Ok(())
    }

    fn create_new(&self, path: &Path, access: Access) -> io::Result<Box<dyn OpenFile>> {
        self.plain(path, Touch::Changes)?;
        let file = RealDisk.create_new(path, access)?;
        self.state().medium.opened(path);
        self.state().medium.named(path);
        Ok(self.watched(path, file))
    }

    fn append_to(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        self.plain(path, Touch::Changes)?;
        if self.state().others.contains(path) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        let file = RealDisk.append_to(path)?;
        self.state().medium.opened(path);
        Ok(self.watched(path, file))
    }

    fn open_to_sync(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        self.plain(path, Touch::Changes)?;
        let file = RealDisk.open_to_sync(path)?;
        self.state().medium.opened(path);
        Ok(self.watched(path, file))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.plain(folder, Touch::Changes)?;
        let mut state = self.state();
        if state.syncs != Syncs::NotNames {
            state.medium.names_synced(folder);
        }
        Ok(())
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.plain(path, Touch::Changes)?;
        self.state().medium.replacing(path);
        RealDisk.replace(path, bytes)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.plain(path, Touch::Changes)?;
        self.state().medium.removing(path);
        RealDisk.remove(path)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.plain(to, Touch::Changes)?;
        RealDisk.link(from, to)?;
        self.state().medium.opened(to);
        self.state().medium.named(to);
        Ok(())
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.plain(folder, Touch::Changes)?;
        RealDisk.remove_folder(folder)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Lock>>> {
        self.plain(path, Touch::Changes)?;
        let is_new = !path.exists();
        let lock = RealDisk.lock(path)?;
        if is_new {
            self.state().medium.named(path);
        }
        Ok(lock)
    }
}
