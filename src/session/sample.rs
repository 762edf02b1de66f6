//! The sample study, carried in the program and copied out, so that it may be spoilt.

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::store::error::StoreError;
use crate::store::exchange;

/// The name of the sample study's folder.
pub const NAME: &str = "Klyngestudien";

static STUDY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sample_transcripts/Klyngestudien");

/// Copies the sample study into a new folder under `home` and gives that folder.
///
/// # Errors
/// When the folder cannot be made or written to.
pub fn unpack(home: &Path) -> Result<PathBuf, StoreError> {
    let mut files = Vec::new();
    gather(&STUDY, &mut files);
    exchange::unpack(home, NAME, files.into_iter())
}

fn gather(folder: &Dir<'static>, files: &mut Vec<(PathBuf, &'static [u8])>) {
    files.extend(folder.files().map(|file| (file.path().to_owned(), file.contents())));
    folder.dirs().for_each(|below| gather(below, files));
}
