//! Name keys for the hands: they reach the disk only through the session.

use std::path::Path;

use crate::model::id::ProjectId;
use crate::store::name_key::{self, KeyError, NameKey};
use crate::store::sealed::Work;
use crate::text::names::table::Row;

/// Reads the names of a study's key. Takes about a second by design, so never on the window's thread.
///
/// # Errors
/// As [`NameKey::read`].
pub fn read(path: &Path, project: ProjectId, passphrase: &str) -> Result<Vec<Row>, KeyError> {
    NameKey::read(path, project, passphrase).map(|key| key.rows)
}

/// Tells whether a file lies there, which is then a key to be opened before names are added to it.
pub fn lies(path: &Path) -> bool {
    path.exists()
}

/// Tells whether a file would lie in the folder of a study, where no key may lie.
pub fn lies_in_study(path: &Path) -> bool {
    name_key::lies_in_study(path)
}

/// Writes names to a study's key; one that lies there is opened first and keeps what it holds. Gives all the names.
///
/// # Errors
/// As [`NameKey::read`] and [`NameKey::write`].
pub fn add(path: &Path, project: ProjectId, passphrase: &str, rows: &[Row], work: Work) -> Result<Vec<Row>, KeyError> {
    let mut key = if lies(path) { NameKey::read(path, project, passphrase)? } else { NameKey::new(project) };
    key.extend(rows);
    key.write(path, passphrase, work)?;
    Ok(key.rows)
}
