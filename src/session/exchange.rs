//! Files in and files out, for the hands: they reach the disk only through the session.

use std::path::{Path, PathBuf};

use crate::store::error::StoreError;
use crate::store::exchange;

/// Reads a file that is to be imported.
///
/// # Errors
/// As [`exchange::read`].
pub fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    exchange::read(path)
}

/// Writes files into a folder, which is made where it is missing; files of these names are replaced.
///
/// # Errors
/// As [`exchange::write_into`].
pub fn write_into(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
    exchange::write_into(folder, files)
}

/// Writes files into a new folder and gives that folder.
///
/// # Errors
/// As [`exchange::unpack`].
pub fn write_new_folder(parent: &Path, name: &str, files: &[(String, Vec<u8>)]) -> Result<PathBuf, StoreError> {
    exchange::unpack(parent, name, files.iter().map(|(name, bytes)| (PathBuf::from(name), bytes.as_slice())))
}

/// Writes an exported file whole, or not at all.
///
/// # Errors
/// As [`exchange::write`].
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    exchange::write(path, bytes)
}
