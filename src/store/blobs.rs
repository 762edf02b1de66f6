//! The texts of the sources, each in a file named by its hash: written once, proved at every reading.

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
    /// unsynced. What lies damaged under its name stays as it is, and so does a file that has failed before; the text gets a
    /// name beside it.
    pub(crate) fn write_text(&self, hash: TextHash, text: &str) -> Result<Written, StoreError> {
        let folder = self.text_folder(hash);
        self.disk().make_folder(&folder, Access::Shared).when(Doing::WriteText, &folder)?;
        for number in 0..NAMES {
            let path = if number == 0 { self.text_path(hash) } else { folder.join(format!("{hash}.{number}.txt")) };
            if self.is_distrusted(&path) {
                continue;
            }
            match self.disk().create_new(&path, Access::Shared) {
                Ok(file) => {
                    let written = write_once(file.as_ref(), text.as_bytes()).when(Doing::WriteText, &path);
                    return self.trust_if(&path, written).map(|()| Written { file, path });
                }
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {
                    if matches!(whole(self.disk().as_ref(), &path, hash), Ok(Some(_))) {
                        let opened = self.disk().open_to_sync(&path).when(Doing::WriteText, &path);
                        return self.trust_if(&path, opened).map(|file| Written { file, path });
                    }
                }
                Err(cause) => return Err(cause).when(Doing::WriteText, &path),
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists)).when(Doing::WriteText, &self.text_path(hash))
    }

    /// Puts the text of a source where it belongs, on the medium when this returns, also where it lay whole already. Where
    /// that fails, one more attempt is made in a file beside it.
    pub(crate) fn put_text(&self, hash: TextHash, text: &str) -> Result<(), StoreError> {
        let attempt = || {
            let Written { file, path } = self.write_text(hash, text)?;
            let synced = file.sync().when(Doing::WriteText, &path);
            self.trust_if(&path, synced.and_then(|()| self.sync_above(&path, Doing::WriteText)))
        };
        attempt().or_else(|_| attempt())
    }

    /// Tells whether a file of a text has failed since the study was opened.
    pub(crate) fn is_text_in_doubt(&self, hash: TextHash) -> bool {
        let folder = self.text_folder(hash);
        let named =
            |file: &Path| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&hash.to_string()));
        self.distrusted().iter().any(|file| file.starts_with(&folder) && named(file))
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
