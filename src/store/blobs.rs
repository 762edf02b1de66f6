//! The texts of the sources, each in a file named by its hash: written once, proved at every reading.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::journal::wire::first_bits;
use crate::model::id::TextHash;

use super::disk::{Access, Disk, Kind, OpenFile};
use super::error::{Doing, StoreError, When as _};
use super::{ProjectDir, write_once};

/// The largest text that is read.
const MAX_BYTES: u64 = 80_000_000;
/// How many names are tried for a text before giving up.
const NAMES: u32 = 100;

/// What was found under the hash of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The text, whole.
    Whole(String),
    /// There is no file for it; a sync service may still bring it.
    Missing,
    /// Its only files hold other bytes than they should.
    Damaged(PathBuf),
}

/// A file just written, which is to be synced together with its folders.
pub(crate) struct Written {
    pub(crate) file: Box<dyn OpenFile>,
    pub(crate) path: PathBuf,
}

impl ProjectDir {
    /// The folder in which the text lies.
    fn text_folder(&self, hash: TextHash) -> PathBuf {
        let name = hash.to_string();
        self.root().join("sources").join(name.get(..2).unwrap_or("00"))
    }

    /// Where a text is written, unless something else lies there.
    pub fn text_path(&self, hash: TextHash) -> PathBuf {
        self.text_folder(hash).join(format!("{hash}.txt"))
    }

    /// Reads a text and proves it by its hash. A whole copy under another name serves as well: a sync service may
    /// have renamed it.
    pub fn read_text(&self, hash: TextHash) -> Result<Found, StoreError> {
        let folder = self.text_folder(hash);
        let listed = match self.disk().list(&folder) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Found::Missing),
            listed => listed.when(Doing::ReadText, &folder)?,
        };
        let stem = hash.to_string();
        let mut found = Found::Missing;
        for item in listed {
            let name = item.path.file_name().unwrap_or_default().to_string_lossy();
            if item.kind != Kind::File || !name.starts_with(&stem) || item.length > MAX_BYTES {
                continue;
            }
            match whole(self.disk().as_ref(), &item.path, hash).when(Doing::ReadText, &item.path)? {
                Some(text) => return Ok(Found::Whole(text)),
                None => found = Found::Damaged(item.path),
            }
        }
        Ok(found)
    }

    /// Writes a text, where it does not lie whole already; in either case it is to be synced, as a crash may have left it
    /// unsynced. What lies damaged under its name stays as it is, and the text gets a name beside it. `distrusted` holds
    /// files whose writing failed before. Gives nothing where what lies there is not ours to open.
    pub(crate) fn write_text(
        &self,
        hash: TextHash,
        text: &str,
        distrusted: &BTreeSet<PathBuf>,
    ) -> Result<Option<Written>, StoreError> {
        let folder = self.text_folder(hash);
        self.disk().make_folder(&folder, Access::Shared).when(Doing::WriteText, &folder)?;
        for number in 0..NAMES {
            let path = if number == 0 { self.text_path(hash) } else { folder.join(format!("{hash}.{number}.txt")) };
            if distrusted.contains(&path) {
                continue;
            }
            match self.disk().create_new(&path, Access::Shared) {
                Ok(file) => {
                    write_once(file.as_ref(), text.as_bytes()).when(Doing::WriteText, &path)?;
                    return Ok(Some(Written { file, path }));
                }
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {
                    if matches!(whole(self.disk().as_ref(), &path, hash), Ok(Some(_))) {
                        let file = self.open_whole(&path).when(Doing::WriteText, &path)?;
                        return Ok(file.map(|file| Written { file, path }));
                    }
                }
                Err(cause) => return Err(cause).when(Doing::WriteText, &path),
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists)).when(Doing::WriteText, &self.text_path(hash))
    }
}

/// The text in a file, if it is the one the hash names.
fn whole(disk: &dyn Disk, path: &Path, hash: TextHash) -> io::Result<Option<String>> {
    let bytes = match disk.read(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
        bytes => bytes?,
    };
    let same = TextHash::new(first_bits(&blake3::hash(&bytes))) == hash;
    Ok(if same { String::from_utf8(bytes).ok() } else { None })
}
