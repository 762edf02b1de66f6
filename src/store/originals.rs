//! The files that sources came from, kept where somebody asked for it: each named by its hash, written once.

use std::io;
use std::path::PathBuf;

use crate::journal::wire::first_bits;
use crate::model::id::FileHash;
use crate::model::source::Original;

use super::ProjectDir;
use super::disk::Access;
use super::error::{Doing, StoreError, When as _};

/// The longest ending of a name that is made.
const LONGEST_ENDING: usize = 8;
/// How many names are tried for a file before giving up.
const NAMES: u32 = 100;

/// Names the bytes of a file.
pub fn file_hash(bytes: &[u8]) -> FileHash {
    FileHash::new(first_bits(&blake3::hash(bytes)))
}

impl ProjectDir {
    /// Where a file is kept, unless something else lies there.
    pub fn original_path(&self, original: &Original) -> PathBuf {
        self.named(original, 0)
    }

    fn named(&self, original: &Original, number: u32) -> PathBuf {
        let name = original.hash.to_string();
        // An ending from the log of somebody else must not lead out of the folder.
        let plain = original.extension.chars().filter(char::is_ascii_alphanumeric).take(LONGEST_ENDING);
        let ending: String = plain.map(|letter| letter.to_ascii_lowercase()).collect();
        let ending = if ending.is_empty() { "bin" } else { &ending };
        let folder = self.root().join("files").join(name.get(..2).unwrap_or("00"));
        folder.join(if number == 0 { format!("{name}.{ending}") } else { format!("{name}.{number}.{ending}") })
    }

    /// Keeps a file, and waits until it is on the medium; does nothing where it lies whole already. What lies damaged
    /// under its name stays as it is, and so does what has failed before; the file gets a name beside it.
    ///
    /// # Errors
    /// When the folder cannot be written to, or the disk is full.
    pub fn keep_original(&self, bytes: &[u8], extension: &str) -> Result<Original, StoreError> {
        let original = Original { hash: file_hash(bytes), extension: extension.to_lowercase() };
        let folders = self.original_path(&original);
        let folder = folders.parent().unwrap_or(self.root());
        self.disk().make_folder(folder, Access::Shared).when(Doing::KeepOriginal, folder)?;
        for number in 0..NAMES {
            let path = self.named(&original, number);
            if self.is_distrusted(&path) {
                continue;
            }
            if !self.put_new(&path, bytes, Doing::KeepOriginal)? {
                let there = self.disk().read(&path).when(Doing::KeepOriginal, &path)?;
                if file_hash(&there) != original.hash {
                    continue;
                }
                self.sync_whole(&path, Doing::KeepOriginal)?;
            }
            return Ok(original);
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists)).when(Doing::KeepOriginal, folder)
    }

    /// Reads a kept file and proves it by its hash.
    ///
    /// # Errors
    /// When it has not arrived, cannot be read, or is not whole.
    pub fn read_original(&self, original: &Original) -> Result<Vec<u8>, StoreError> {
        let first = self.original_path(original);
        let (mut damaged, mut missing) = (false, None);
        for number in 0..NAMES {
            let path = self.named(original, number);
            match self.disk().read(&path) {
                Ok(bytes) if file_hash(&bytes) == original.hash => return Ok(bytes),
                Ok(_) => damaged = true,
                // A power cut may have taken the first of two, and left the one beside it.
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => missing = missing.or(Some(cause)),
                Err(_) if damaged => break,
                Err(cause) => return Err(cause).when(Doing::ReadFile, &path),
            }
        }
        match missing {
            Some(cause) if !damaged => Err(cause).when(Doing::ReadFile, &first),
            _ => Err(StoreError::DamagedOriginal { path: first }),
        }
    }
}
