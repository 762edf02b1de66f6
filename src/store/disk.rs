//! Disk: the few things the store asks of a file system, so that tests can let any of them fail.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Who may read what is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// As the user's settings say: project folders are shared.
    Shared,
    /// This user alone: folders 0700, files 0600.
    Private,
}

/// What a name in a folder stands for. Links are not followed, so a walk always ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A link, a device or the like.
    Other,
}

/// One name in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its whole path.
    pub path: PathBuf,
    /// What it is.
    pub kind: Kind,
    /// Bytes, for a file.
    pub length: u64,
}

/// A file that is open for appending.
pub trait OpenFile: Send + Sync {
    /// Writes once; may write fewer bytes than given.
    fn write(&self, bytes: &[u8]) -> io::Result<usize>;
    /// Waits until what was written is on the medium.
    fn sync(&self) -> io::Result<()>;
}

/// A lock of the operating system; given back when dropped, also by a crash.
pub trait Lock: Send + Sync {}

/// What the store asks of a file system. There is no call that renames or shortens a file of a project; one that removes
/// such a file is there for erasing alone.
pub trait Disk: Send + Sync {
    /// Reads a whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Lists a folder, in the order of the names.
    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>>;
    /// Makes a folder and those above it; does nothing if it is there.
    fn make_folder(&self, folder: &Path, access: Access) -> io::Result<()>;
    /// Makes a file that must not be there yet, open for appending.
    fn create_new(&self, path: &Path, access: Access) -> io::Result<Box<dyn OpenFile>>;
    /// Opens a file for appending.
    fn append_to(&self, path: &Path) -> io::Result<Box<dyn OpenFile>>;
    /// Opens a file that is only to be synced, also one that is not ours to write to where the system lets such a file be
    /// synced.
    fn open_to_sync(&self, path: &Path) -> io::Result<Box<dyn OpenFile>>;
    /// Waits until the names in a folder are on the medium.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Puts a private file in place of another at once, or leaves the other as it is. Only for local data.
    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Removes a file: a private one, or one of a project with words that were erased for good.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Gives a private file a second name, sharing its bytes. Only for local data.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a private folder with all in it. Only for local data.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;
    /// Takes a lock on a private file, which is made if missing; `None` when somebody has it.
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Lock>>>;
}

/// The file system of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

struct RealFile(File);

impl OpenFile for RealFile {
    fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match (&self.0).write(bytes) {
                Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
                done => return done,
            }
        }
    }

    fn sync(&self) -> io::Result<()> {
        self.0.sync_data()
    }
}

struct RealLock {
    _held: File,
}

impl Lock for RealLock {}

impl Disk for RealDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let mut listed = Vec::new();
        for item in fs::read_dir(folder)? {
            let item = item?;
            // A file may vanish between the two calls; then it is not there.
            let Ok(facts) = item.metadata() else { continue };
            let kind = match facts.file_type() {
                kind if kind.is_file() => Kind::File,
                kind if kind.is_dir() => Kind::Folder,
                _ => Kind::Other,
            };
            listed.push(Listed { path: item.path(), kind, length: facts.len() });
        }
        listed.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(listed)
    }

    fn make_folder(&self, folder: &Path, access: Access) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        if access == Access::Private {
            use std::os::unix::fs::DirBuilderExt as _;
            builder.mode(0o700);
        }
        #[cfg(not(unix))]
        let _ = access;
        builder.create(folder)
    }

    fn create_new(&self, path: &Path, access: Access) -> io::Result<Box<dyn OpenFile>> {
        let mut options = OpenOptions::new();
        options.append(true).create_new(true);
        only_for_owner(&mut options, access);
        Ok(Box::new(RealFile(options.open(path)?)))
    }

    fn append_to(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        Ok(Box::new(RealFile(OpenOptions::new().append(true).open(path)?)))
    }

    fn open_to_sync(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        // Unix syncs a file that is open for reading; Windows does not.
        if cfg!(unix) { Ok(Box::new(RealFile(File::open(path)?))) } else { self.append_to(path) }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Only Unix lets a folder be opened and synced; elsewhere the file system sees to it.
        if !cfg!(unix) {
            return Ok(());
        }
        match File::open(folder)?.sync_all() {
            // Some network drives have nothing to sync in a folder, and say so.
            Err(cause) if matches!(cause.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            synced => synced,
        }
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut beside = path.as_os_str().to_owned();
        beside.push(format!(".{}.new", std::process::id()));
        let beside = PathBuf::from(beside);
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        only_for_owner(&mut options, Access::Private);
        let written = options.open(&beside).and_then(|mut file| file.write_all(bytes));
        let done = written.and_then(|()| fs::rename(&beside, path));
        if done.is_err() {
            // Best effort: the failure that matters is the one before.
            drop(fs::remove_file(&beside));
        }
        done
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir_all(folder)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Lock>>> {
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        only_for_owner(&mut options, Access::Private);
        let file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(RealLock { _held: file }))),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(cause)) => Err(cause),
        }
    }
}

fn only_for_owner(options: &mut OpenOptions, access: Access) {
    #[cfg(unix)]
    if access == Access::Private {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = (options, access);
}
