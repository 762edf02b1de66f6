//! Files in and files out, for the hands: they reach the disk only through the session.

use std::path::Path;

use crate::store::error::StoreError;
use crate::store::exchange;

/// Reads a file that is to be imported.
///
/// # Errors
/// As [`exchange::read`].
pub fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    exchange::read(path)
}

/// Writes an exported file whole, or not at all.
///
/// # Errors
/// As [`exchange::write`].
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    exchange::write(path, bytes)
}
