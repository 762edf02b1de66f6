//! What there is to import among files and folders: every readable file below, in the order of its name.

use std::path::{Path, PathBuf};

use crate::import;
use crate::model::project::natural_key;
use crate::store::error::StoreError;
use crate::store::exchange::{self, Below};

/// How many files are taken at once.
pub const MOST: usize = 10_000;

/// What was found among files and folders.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The files to read: those named, and in folders those of a kind that is read.
    pub files: Vec<PathBuf>,
    /// What was passed by in the folders.
    pub left_out: Vec<LeftOut>,
}

/// What was passed by.
#[derive(Debug)]
pub enum LeftOut {
    /// Files of kinds that are not read.
    OtherKinds {
        /// How many.
        count: usize,
        /// The name of one of them.
        such_as: String,
    },
    /// A folder that is itself a study.
    Study(PathBuf),
    /// A folder that cannot be read.
    Unreadable(StoreError),
    /// Files beyond those that are taken at once.
    Beyond {
        /// How many.
        count: usize,
    },
}

/// Looks for files to read. Hidden files and what programs leave beside open documents are passed by in silence, and
/// so are links to folders.
pub fn gather(paths: &[PathBuf]) -> Gathered {
    let mut gathered = Gathered::default();
    let readable = import::endings();
    let (mut others, mut such_as) = (0, String::new());
    for path in paths {
        if !path.is_dir() {
            gathered.files.push(path.clone());
            continue;
        }
        let mut below = Vec::new();
        for found in exchange::below(path) {
            match found {
                Below::File(file) if is_readable(&file, &readable) => below.push(file),
                Below::File(file) => {
                    others += 1;
                    if such_as.is_empty() {
                        such_as = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    }
                }
                Below::Study(folder) => gathered.left_out.push(LeftOut::Study(folder)),
                Below::Unreadable(error) => gathered.left_out.push(LeftOut::Unreadable(error)),
            }
        }
        below.sort_by_cached_key(|file| natural_key(&file.to_string_lossy()));
        gathered.files.append(&mut below);
    }
    if others > 0 {
        gathered.left_out.push(LeftOut::OtherKinds { count: others, such_as });
    }
    let mut seen = std::collections::BTreeSet::new();
    gathered.files.retain(|file| seen.insert(file.clone()));
    if let Some(count) = gathered.files.len().checked_sub(MOST).filter(|beyond| *beyond > 0) {
        gathered.files.truncate(MOST);
        gathered.left_out.push(LeftOut::Beyond { count });
    }
    gathered
}

fn is_readable(file: &Path, readable: &[&str]) -> bool {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| readable.contains(&ending.as_str()))
}
