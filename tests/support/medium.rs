//! What of a disk is on its medium, and what a power cut leaves: anything between what was synced and what was written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// How many bytes a medium writes at once; a smaller part is there whole or not at all.
const SECTOR: usize = 512;

/// What a power cut does with all that was not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// Nothing of it is left.
    Harsh,
    /// Of each file something else, as this number chooses: nothing, all, zeros, some sectors, or what lay there before.
    Mixed(u64),
}

impl Cut {
    /// A number that is the same for the same file at every run.
    fn choice(self, path: &Path, about: &str) -> u64 {
        let Self::Mixed(number) = self else { return 0 };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let hash = blake3::hash(format!("{number} {about} {name}").as_bytes());
        u64::from_le_bytes(hash.as_bytes()[..8].try_into().expect("8 bytes"))
    }
}

/// What is on the medium of all that was changed.
#[derive(Debug, Default)]
pub(crate) struct Medium {
    /// For each file how much of it is.
    lengths: BTreeMap<PathBuf, u64>,
    /// Files of which a sync has failed: what it should have saved is lost, though a later one may say that all is well, as
    /// kernels do.
    lost: BTreeSet<PathBuf>,
    /// Files and folders whose names are not.
    nameless: BTreeSet<PathBuf>,
    /// What was removed since their folder was synced.
    removed: BTreeMap<PathBuf, Vec<u8>>,
    /// What was there instead of files that were put in place of others, and are never synced.
    replaced: BTreeMap<PathBuf, Option<Vec<u8>>>,
}

impl Medium {
    /// A file is opened that is there.
    pub(crate) fn opened(&mut self, path: &Path) {
        let length = fs::metadata(path).map_or(0, |facts| facts.len());
        self.lengths.entry(path.to_owned()).or_insert(length);
    }

    /// Another program has made a file, and nobody has synced it.
    pub(crate) fn arrived(&mut self, path: &Path) {
        self.lengths.insert(path.to_owned(), 0);
        self.named(path);
    }

    /// A file or folder was made.
    pub(crate) fn named(&mut self, path: &Path) {
        self.nameless.insert(path.to_owned());
    }

    /// A file is about to be removed.
    pub(crate) fn removing(&mut self, path: &Path) {
        let Ok(mut bytes) = fs::read(path) else { return };
        let length = self.lengths.remove(path).and_then(|length| usize::try_from(length).ok());
        bytes.truncate(length.unwrap_or(bytes.len()));
        if !self.nameless.remove(path) {
            self.removed.insert(path.to_owned(), bytes);
        }
    }

    /// A private file is about to be put in place of what is there.
    pub(crate) fn replacing(&mut self, path: &Path) {
        self.replaced.entry(path.to_owned()).or_insert_with(|| fs::read(path).ok());
    }

    /// A file was synced, or could not be.
    pub(crate) fn synced(&mut self, path: &Path, well: bool) {
        if !well {
            self.lost.insert(path.to_owned());
        } else if !self.lost.contains(path) {
            let length = fs::metadata(path).map_or(0, |facts| facts.len());
            self.lengths.insert(path.to_owned(), length);
        }
    }

    /// The names in a folder were synced.
    pub(crate) fn names_synced(&mut self, folder: &Path) {
        self.nameless.retain(|path| path.parent() != Some(folder));
        self.removed.retain(|path, _| path.parent() != Some(folder));
    }

    /// Takes from the disk what a power cut takes; all that is left is on the medium then.
    pub(crate) fn cut(&mut self, cut: Cut) {
        for (path, synced) in &self.lengths {
            if let Ok(written) = fs::read(path) {
                let synced = usize::try_from(*synced).expect("a file of a test").min(written.len());
                fs::write(path, left_of(&written, synced, cut.choice(path, "tail"))).expect("a file of the test");
            }
        }
        for path in self.nameless.iter().rev().filter(|path| cut.choice(path, "name").is_multiple_of(2)) {
            let gone = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            // It may have gone with the folder that it lay in.
            drop(gone);
        }
        for (path, bytes) in self.removed.iter().filter(|(path, _)| cut.choice(path, "removed").is_multiple_of(2)) {
            // The folder may be gone.
            drop(fs::write(path, bytes));
        }
        for (path, before) in &self.replaced {
            let left = match (cut.choice(path, "replaced") % 3, before) {
                (0, None) => fs::remove_file(path),
                (0, Some(before)) => fs::write(path, before),
                (1, _) => fs::write(path, b""),
                _ => Ok(()),
            };
            drop(left);
        }
        *self = Self::default();
    }
}

/// What is left of a file of which so many bytes were synced.
fn left_of(written: &[u8], synced: usize, choice: u64) -> Vec<u8> {
    let mut left = written.to_vec();
    let bit = |n: usize| choice >> (8 + n % 40) & 1 == 1;
    match choice % 5 {
        0 => left.truncate(synced),
        1 => {}
        2 => left[synced..].fill(0),
        3 => {
            for (at, byte) in left.iter_mut().enumerate().skip(synced) {
                if bit(at / SECTOR) {
                    *byte = 0;
                }
            }
        }
        _ => {
            let old = blake3::hash(&choice.to_le_bytes());
            for (at, byte) in left.iter_mut().enumerate().skip(synced) {
                *byte = old.as_bytes()[at % 32] ^ u8::from(bit(at));
            }
        }
    }
    left
}
