//! The files that the user names: interviews in, tables and pictures out.

use std::fs;
use std::io;
use std::path::Path;

use super::desk::{Desk, Trouble};
use crate::import::{ImportError, MAX_FILE};
use crate::lang::cli::Cli;
use crate::lang::fill;

/// Reads an interview; what is too large is not read at all.
pub(super) fn read(file: &Path, desk: &Desk) -> Result<Vec<u8>, Trouble> {
    let cannot = |error: &io::Error| told(desk.say.cannot_read, file, error, desk.say);
    let about = fs::metadata(file).map_err(|error| cannot(&error))?;
    if about.len() > MAX_FILE as u64 {
        let error = ImportError::TooLarge { limit: MAX_FILE };
        return Err(Trouble::Import { file_name: name_of(file), error });
    }
    fs::read(file).map_err(|error| cannot(&error))
}

/// Writes a file whole or not at all: under another name first, so that a full disk spoils nothing that was there.
pub(super) fn write(file: &Path, bytes: &[u8], desk: &Desk) -> Result<(), Trouble> {
    let mut beside = file.as_os_str().to_owned();
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = Path::new(&beside);
    let written = fs::write(beside, bytes).and_then(|()| fs::rename(beside, file));
    written.map_err(|error| {
        // What could not be written is no loss; the error has been kept.
        fs::remove_file(beside).ok();
        told(desk.say.cannot_write, file, &error, desk.say)
    })
}

/// The name of a file without its folder.
pub(super) fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}

fn told(phrase: &str, file: &Path, error: &io::Error, say: &Cli) -> Trouble {
    let cause = match error.kind() {
        io::ErrorKind::NotFound => say.not_found.to_owned(),
        io::ErrorKind::IsADirectory => say.is_folder.to_owned(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => say.no_permission.to_owned(),
        io::ErrorKind::StorageFull => say.disk_full.to_owned(),
        _ => fill(say.other_cause, &[("cause", error)]),
    };
    Trouble::Told(fill(phrase, &[("file", &file.display()), ("cause", &cause)]))
}
