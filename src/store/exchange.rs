//! Files outside the project: what is imported, and what is exported.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::MANIFEST;
use super::error::{Doing, StoreError, When as _};

/// The largest file that is read at all; importers have smaller limits of their own.
const MOST: u64 = 512 * 1024 * 1024;
/// How many folders within folders are looked into.
const DEEPEST: usize = 32;

/// Reads a file that is to be imported.
///
/// # Errors
/// When it cannot be read, or is larger than half a gigabyte.
pub fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    let length = fs::metadata(path).when(Doing::ReadFile, path)?.len();
    if length > MOST {
        return Err(StoreError::TooLargeToImport { path: path.to_owned(), limit: MOST });
    }
    fs::read(path).when(Doing::ReadFile, path)
}

/// Something found below a folder.
#[derive(Debug)]
pub enum Below {
    /// A file.
    File(PathBuf),
    /// A folder that is a study; what is in it is left alone.
    Study(PathBuf),
    /// A folder that cannot be read.
    Unreadable(StoreError),
}

/// Finds the files in a folder and in those below it, in no order. Hidden files, the files that programs keep beside
/// open documents, links to folders and what lies very deep are passed by.
pub fn below(folder: &Path) -> Vec<Below> {
    let (mut found, mut open) = (Vec::new(), vec![(folder.to_owned(), 0)]);
    while let Some((folder, depth)) = open.pop() {
        if folder.join(MANIFEST).is_file() {
            found.push(Below::Study(folder));
            continue;
        }
        let listed = match fs::read_dir(&folder).when(Doing::ReadFile, &folder) {
            Ok(listed) => listed,
            Err(error) => {
                found.push(Below::Unreadable(error));
                continue;
            }
        };
        // What vanishes while the folder is read is not there.
        for item in listed.flatten() {
            let (path, name) = (item.path(), item.file_name());
            let name = name.to_string_lossy();
            let clutter = name.starts_with(['.', '~']) || ["desktop.ini", "thumbs.db"].contains(&&*name.to_lowercase());
            let Ok(kind) = item.file_type() else { continue };
            if clutter {
                continue;
            }
            if kind.is_dir() && depth < DEEPEST {
                open.push((path, depth + 1));
            } else if kind.is_file() || (kind.is_symlink() && path.is_file()) {
                found.push(Below::File(path));
            }
        }
    }
    found
}

/// Writes an exported file: whole, or not at all. A file of that name is replaced, as the person has chosen it.
///
/// # Errors
/// When the folder cannot be written to, or the disk is full; an older file of that name is then still there.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let written = fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&beside, path));
    if done.is_err() {
        // What was half written is of no use to anybody; that it may not go away changes nothing.
        drop(fs::remove_file(&beside));
    }
    done.when(Doing::WriteFile, path)
}

/// Writes files into a folder, which is made where it is missing: each whole, or not at all. Files of these names are
/// replaced, as the person has chosen the folder.
///
/// # Errors
/// When the folder cannot be made or written to, or the disk is full.
pub fn write_into(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
    fs::create_dir_all(folder).when(Doing::WriteFile, folder)?;
    files.iter().try_for_each(|(name, bytes)| write(&folder.join(name), bytes))
}

/// Makes a folder with these files in it, or with a number after its name where there is one already.
///
/// # Errors
/// When the folder or a file cannot be written.
pub fn unpack<'a>(
    parent: &Path,
    name: &str,
    files: impl Iterator<Item = (PathBuf, &'a [u8])>,
) -> Result<PathBuf, StoreError> {
    let folder = free_folder(parent, name);
    for (relative, bytes) in files {
        let path = folder.join(relative);
        if let Some(above) = path.parent() {
            fs::create_dir_all(above).when(Doing::WriteFile, above)?;
        }
        fs::write(&path, bytes).when(Doing::WriteFile, &path)?;
    }
    Ok(folder)
}

/// A folder that is not there yet, with a number after its name where there is one already.
pub(crate) fn free_folder(parent: &Path, name: &str) -> PathBuf {
    let numbered = (1..1000).map(|n| if n == 1 { name.to_owned() } else { format!("{name} {n}") });
    let folder = numbered.map(|name| parent.join(name)).find(|folder| !folder.exists());
    folder.unwrap_or_else(|| parent.join(name))
}
