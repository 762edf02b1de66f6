//! The sample study, carried in the program and copied out, so that it may be spoilt.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::world::World;
use crate::model::id::ProjectId;
use crate::store::error::StoreError;
use crate::store::{exchange, surroundings};

/// The name of the sample study's folder.
pub const NAME: &str = "Klyngestudien";

static STUDY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sample_transcripts/Klyngestudien");

/// Copies the sample study into a new folder under `home` and gives that folder. The copy is a study of its own: what is
/// remembered here of one that was thrown away says nothing about it.
///
/// # Errors
/// When the folder cannot be made or written to.
pub fn unpack(home: &Path, world: &mut dyn World) -> Result<PathBuf, StoreError> {
    let mut files = Vec::new();
    gather(&STUDY, &mut files);
    for (name, words) in surroundings(ProjectId::new(world.draw())) {
        files.retain(|(path, _)| path != Path::new(name));
        files.push((name.into(), words.into_bytes().into()));
    }
    exchange::unpack(home, NAME, files.iter().map(|(path, bytes)| (path.clone(), bytes.as_ref())))
}

fn gather(folder: &Dir<'static>, files: &mut Vec<(PathBuf, Cow<'static, [u8]>)>) {
    files.extend(folder.files().map(|file| (file.path().to_owned(), file.contents().into())));
    folder.dirs().for_each(|below| gather(below, files));
}
