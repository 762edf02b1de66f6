//! The sample study, carried in the program and copied out, so that it may be spoilt.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::world::World;
use crate::journal::edit::sources::text_hash;
use crate::journal::fold::Fold;
use crate::journal::wire;
use crate::model::id::ProjectId;
use crate::model::project::Project;
use crate::store::error::StoreError;
use crate::store::{exchange, surroundings};
use crate::text::indexed::IndexedText;

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

/// The sample study as it is in the program.
pub fn project() -> Arc<Project> {
    let (mut files, mut fold) = (Vec::new(), Fold::new());
    gather(&STUDY, &mut files);
    let texts = files.iter().filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)));
    for (path, text) in texts {
        let ending = path.extension().and_then(|ending| ending.to_str());
        match ending {
            Some("txt") => fold.supply_text(text_hash(text), Arc::new(IndexedText::new(text.to_owned()))),
            Some("jsonl") => {
                fold.insert(text.lines().filter_map(|line| wire::read(line).ok()).map(Arc::new));
            }
            _ => {}
        }
    }
    Arc::clone(fold.shown())
}

fn gather(folder: &Dir<'static>, files: &mut Vec<(PathBuf, Cow<'static, [u8]>)>) {
    files.extend(folder.files().map(|file| (file.path().to_owned(), file.contents().into())));
    folder.dirs().for_each(|below| gather(below, files));
}
